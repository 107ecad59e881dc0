"""Which stretches of a text are worth parsing: the parser is the dearest stage of all, so words decide first."""

from __future__ import annotations

import re

from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SOURCE = re.compile(
    r"\b(?:согласно|в\s+соответствии\s+с|со\s+слов|на\s+\w*\s*взгляд|по\s+(?:\w+\s+){0,3}?(?:слов|мнени|данн|информаци|"
    r"сведени|оценк|сообщени|прогноз|утверждени|верси|подсч|расч|заявлени|убеждени|признани|свидетельств|"
    r"предсказани|пророчеств|наблюдени|предположени)\w*)",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:(?:за)?планир|намер|собира[ею]т|готов[ия]т|рассчитыва|намеч|прогнозируе|хо(?:чет|тят)|предсто|ожида|предполаг|предусм|"
    r"стрем[ия]т|гроз[ия]т|должн|должен|вероятно, что|возможно, что|планах\b|мо(?:жет|гут)\b|буд(?:ет|ут)\b)",
    re.IGNORECASE,
)
_FUTURE_ENDING = re.compile(r"(?:[еёи]т|[уюая]т)(?:ся)?$")


def is_worth_parsing(text: str, segment: Span, lexicon: ReportingLexicon, article: ArticleText) -> bool:
    """Say whether a stretch may report, name a source or look ahead."""
    part = text[segment.start : segment.stop]
    if _SOURCE.search(part) or _PLAN.search(part):
        return True
    found = _split_words(part)
    return lexicon.may_report(found) or any(_FUTURE_ENDING.search(word) and article.is_future(word) for word in found)


def may_report(text: str, segment: Span, lexicon: ReportingLexicon) -> bool:
    """Say whether a stretch holds a word that may report."""
    return lexicon.may_report(_split_words(text[segment.start : segment.stop]))


def _split_words(part: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(part)]
