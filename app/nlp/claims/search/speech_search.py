"""The direct speech of an article, rule by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.core.span import Span
from app.core.text.tokens import lines
from app.nlp.claims.registry import select_rules
from app.nlp.claims.rules.rule_kinds import LineRule, QuotationRule, UnparsedArticle
from app.nlp.claims.rules.turns.interviewees import name_interviewee
from app.nlp.claims.speech.speech_parts import Speech
from app.nlp.text.interval_index import index_spans

_QUOTATION_RULES = select_rules(QuotationRule)
_LINE_RULES = select_rules(LineRule)
_SENTENCE_RULES = [rule for rule in _LINE_RULES if rule.reads_sentences]


def find_speeches(source: UnparsedArticle) -> list[Speech]:
    """Return the direct speech of an article in order."""
    found = list(_find_quoted(source))
    text = source.article.text
    rows = [row for row in lines(text) if text[row.start : row.stop].strip()]
    found += name_interviewee(source, rows, list(_find_unquoted(source, rows, found)))
    return sorted(found, key=lambda speech: speech.pieces)


def _find_quoted(source: UnparsedArticle) -> Iterator[Speech]:
    used: set[int] = set()
    for number in range(len(source.quotations)):
        if number not in used:
            hits = (rule.find(source, number) for rule in _QUOTATION_RULES)
            speech, taken = next((hit for hit in hits if hit is not None), (None, set[int]()))
            used |= taken
            if speech is not None:
                yield speech


def _find_unquoted(source: UnparsedArticle, rows: list[Span], quoted: list[Speech]) -> Iterator[Speech]:
    """Yield the speech without quotation marks.

    It stands in lines without quoted speech, or in sentences beside such speech.
    """
    taken = index_spans(mask for speech in quoted for mask in speech.masked)
    reached = 0
    for number, row in enumerate(rows):
        if row.start < reached:
            continue
        masks = taken.overlapping(row)
        hits = (rule.find(source, rows, number) for rule in _LINE_RULES if not masks)
        speech = next((hit for hit in hits if hit is not None), None)
        if speech is not None:
            masks = list(speech.masked)
            reached = max(mask.stop for mask in masks)
            yield speech
        for part in _cut_rest(row, masks):
            yield from _find_in_part(source, part)


def _cut_rest(row: Span, masks: Iterable[Span]) -> Iterator[Span]:
    """Yield what the masks leave of a line, if there are any."""
    start = row.start
    for mask in sorted(masks):
        if start < mask.start:
            yield Span(start, mask.start)
        start = max(start, mask.stop)
    if row.start < start < row.stop:
        yield Span(start, row.stop)


def _find_in_part(source: UnparsedArticle, part: Span) -> Iterator[Speech]:
    """Yield the speech of sentences beside other speech."""
    while part.length:
        hits = (rule.find(source, (part,), 0) for rule in _SENTENCE_RULES)
        speech = next((hit for hit in hits if hit is not None), None)
        if speech is None:
            return
        yield speech
        part = Span(max(part.start + 1, speech.masked[-1].stop), part.stop)
