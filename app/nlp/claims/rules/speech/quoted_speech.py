"""«…», — сказал X: quoted words before or around reporting ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.span import Span
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.rules.rule_kinds import QuotationRule, UnparsedArticle
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.claims.speech.quoted_parts import find_adjoining, take_speech
from app.nlp.claims.speech.speech_parts import (
    DASH,
    WORD,
    Speech,
    find_line_around,
    is_sentence,
    may_report_speech,
    split_speech,
)

_AFTER = re.compile(rf"[\s\u00a0]*[,.!?…]*[\s\u00a0]*[{DASH}]{{1,2}}[\s\u00a0]*(?=[а-яёa-z])")
_AFTER_COMMA = re.compile(r"[\s\u00a0]*,[\s\u00a0]*(?=[а-яё])")
_CLAUSE_END = re.compile(rf"[.!?…](?=\s|$)|[,:]?[\s\u00a0]+[{DASH}][\s\u00a0]+(?=[«\"„“])|[:,.]?\s*(?=[«„\"“])|$")


def _find_speech(source: UnparsedArticle, number: int) -> tuple[Speech, set[int]] | None:
    """Find reporting words inside a quotation, or behind it.

    Quotations that go on belong to it.
    """
    text, quotes, lexicon = source.article.text, source.quotations, source.lexicon
    inner = _split_at_reporting_words(text, quotes[number], lexicon)
    if inner is not None:
        return inner, {number}
    clause = _find_clause_behind(text, quotes[number].span.stop, lexicon)
    if clause is None or not _is_spoken(text, quotes[number]):
        return None
    taken = {number, *_find_continuation(text, quotes, number, clause, lexicon)}
    return take_speech(text, quotes, taken, clause, QUOTE)


def _find_clause_behind(text: str, stop: int, lexicon: ReportingLexicon) -> Span | None:
    """Return the clause behind a quotation, if it reports.

    Example: «…», - сказал X.
    """
    line = find_line_around(text, stop)
    dash, comma = _AFTER.match(text, stop, line.stop), _AFTER_COMMA.match(text, stop, line.stop)
    match, reach = (dash, 8) if dash else (comma, 2)
    if match is None:
        return None
    end = _CLAUSE_END.search(text, match.end() + 3, line.stop)
    clause = Span(match.end(), end.start() if end else line.stop)
    heads = WORD.findall(text[clause.start : clause.stop])[:reach]
    return clause if any(may_report_speech(word, lexicon) for word in heads) else None


def _is_spoken(text: str, quote: Quotation) -> bool:
    """Say whether a quotation before reporting words is speech.

    It can be a name or a phrase in a sentence as well.
    """
    before = text[find_line_around(text, quote.span.start).start : quote.span.start].rstrip()
    begins = not before or before[-1] in ".!?…:—–-" or before.endswith(("»", '"', "“"))
    words = len(WORD.findall(text[quote.inner.start : quote.inner.stop]))
    return (begins and words >= 2) or (words >= 5 and is_sentence(text, quote.inner) and before[-1:] in ",")


def _find_continuation(
    text: str, quotes: Sequence[Quotation], number: int, clause: Span, lexicon: ReportingLexicon
) -> set[int]:
    """Return the quotation with which a split one goes on.

    It stands behind the reporting words, on the same line.
    """
    follower = number + 1
    if follower >= len(quotes) or quotes[follower].span.start < clause.stop:
        return set()
    between = text[clause.stop : quotes[follower].span.start]
    goes_on = re.fullmatch(rf"[.,!?…:;]?\s*[{DASH}]\s*|[.!?…]\s*", between) is not None and "\n" not in between
    if not goes_on or not is_sentence(text, quotes[follower].inner):
        return set()
    has_own = _find_clause_behind(text, quotes[follower].span.stop, lexicon) is not None
    return set() if has_own else {follower, *find_adjoining(text, quotes, follower)}


def _split_at_reporting_words(text: str, quote: Quotation, lexicon: ReportingLexicon) -> Speech | None:
    """Find reporting words inside one pair of marks.

    Example: «…, - сказал X. - …».
    """
    pieces, clause = split_speech(text, quote.inner, lexicon)
    if clause is None:
        return None
    mask = tuple(Span(piece.start, piece.stop) for piece in pieces)
    return Speech(pieces, clause, mask, QUOTE)


QUOTE = QuotationRule(name="quote", precision=0.95, find=_find_speech)
