"""«Министр сказал: мы готовы»: words without marks behind a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.core.vocabulary import EntityLabel
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.draft import trim_span
from app.nlp.claims.rules.rule_kinds import LineRule, UnparsedArticle
from app.nlp.claims.rules.turns.labelled_turns import has_predicate
from app.nlp.claims.speech.speech_parts import WORD, Speech, find_last_sentence, is_sentence, may_report_speech
from app.nlp.claims.syntax.tree import SyntaxTree

_COLON = re.compile(r":[\s\u00a0]+(?=[А-ЯЁа-яё\d])")
_OPENING, _CLOSING = '«"“„', '»"”“'
_MAX_WORDS_BACK = 4
_MIN_WORDS = 4
"""Words that are a sentence without looking like one: «ставка ниже на два пункта»."""


def _find_speech(source: UnparsedArticle, rows: Sequence[Span], number: int) -> Speech | None:
    """Read speech without marks behind a colon on the same line.

    Example: «Министр сказал: мы готовы.».
    """
    text, row, lexicon = source.article.text, rows[number], source.lexicon
    for match in _COLON.finditer(text, row.start, row.stop):
        clause = find_last_sentence(text, Span(row.start, match.start()))
        heads = WORD.findall(text[clause.start : clause.stop])
        if not _may_report(heads, lexicon) or _is_quoted(text, clause):
            continue
        rest = source.article.sentences_in(Span(match.end(), row.stop))
        piece = trim_span(text, rest[0]) if rest else Span(match.end(), match.end())
        is_long = len(WORD.findall(text[piece.start : piece.stop])) >= _MIN_WORDS
        if is_sentence(text, piece) or (not _lists_names(source, piece) if is_long else has_predicate(source, piece)):
            return Speech((piece,), clause, (piece,), CLAUSE)
    return None


def _may_report(heads: Sequence[str], lexicon: ReportingLexicon) -> bool:
    """Say whether the words before a colon may report.

    Examples are «Министр сказал», «Профсоюз выдвинул условие», not «Жители опасаются, что ремонт затянется».
    """
    near = heads[-_MAX_WORDS_BACK:]
    if "что" in near[:-1]:
        near = near[near.index("что") + 1 :]
    return any(may_report_speech(word, lexicon) for word in near) or lexicon.reports_by_noun(map(str.lower, near))


def _is_quoted(text: str, clause: Span) -> bool:
    """Say whether words before a colon are a quotation themselves."""
    return text[clause.start] in _OPENING and text[clause.stop - 1] in _CLOSING


def _lists_names(source: UnparsedArticle, piece: Span) -> bool:
    """Say whether persons are listed: «отвечали: командир Уильям Макартур, инженер …»."""
    near = (entity for entity in source.entities if entity.label == EntityLabel.PER and entity.span.overlaps(piece))
    if next(near, None) is None:
        return False
    trees = map(SyntaxTree, source.article.parse_sentences([piece]))
    return not any(tree.is_finite(index) for tree in trees for index in range(len(tree)))


CLAUSE = LineRule(
    name="clause",
    precision=0.85,
    find=_find_speech,
    needs_cue=True,
    needs_first_person=True,
    reads_sentences=True,
)
