"""Kazakh claims by their forms alone, without a parser.

They are quoted words, reported words and plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.sentences import sentences
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import ClaimForm, ClaimLabel, LanguageCode
from app.nlp.claims.draft import Draft, trim_span
from app.nlp.claims.rules.rule_kinds import ArticleRule, UnparsedArticle
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.text.interval_index import IntervalIndex
from app.nlp.text.language import detect_language

_ROOTS = read_alternatives("claims/kazakh_verb_roots")
_BEHIND = re.compile(
    rf"[,.!?…]*\s*[—–-]?\s*(деді|дейді|деп\s+(?:{_ROOTS})\w*(?:\s+өт\w+)?|(?:{_ROOTS})\w*)\s*([^.!?…\n]*)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"([^,.!?…\n]{{2,80}}?)(?:ның|нің|дың|дің|тың|тің)\s+({read_alternatives('claims/kazakh_source_nouns')})\s*,\s*",
    re.IGNORECASE,
)
_THAT = re.compile(rf"([^.!?…\n]{{10,}}?),?\s+(деп\s+(?:{_ROOTS})\w*)\s*([^.!?…\n]*)", re.IGNORECASE)
_POINTS_BACK = re.compile(rf"Бұл туралы\s+([^.!?…\n]{{2,80}}?)\s+((?:{_ROOTS})\w*)", re.IGNORECASE)
_PLAN = re.compile(rf"\b(?:{read_alternatives('claims/kazakh_plan_words')})\b", re.IGNORECASE)
_OUTLOOK = re.compile(rf"\b(?:{read_alternatives('claims/kazakh_forecast_words')})\b", re.IGNORECASE)


def _find_in_article(source: UnparsedArticle) -> Iterator[Draft]:
    """Yield the claims of Kazakh lines and of Kazakh quotations."""
    marks = IntervalIndex(source.quotations, lambda quote: quote.span)
    for line, language in source.article.lines:
        read = _read_line if language == LanguageCode.KK else _read_quotations
        yield from read(source.article.text, line, marks.overlapping(line))


def _read_line(text: str, line: Span, quotes: list[Quotation]) -> Iterator[Draft]:
    """Yield the claims of one Kazakh paragraph."""
    spoken: list[Span] = []
    for quote in quotes:
        draft = _read_quotation(text, line, quote)
        if draft is not None:
            spoken.append(quote.span)
            yield draft
    before: Span | None = None
    for sentence in sentences(text, line.start, line.stop):
        draft = None if any(span.overlaps(sentence) for span in spoken) else _read_sentence(text, sentence, before)
        if draft is not None:
            yield draft
        before = sentence


def _read_quotations(text: str, line: Span, quotes: list[Quotation]) -> Iterator[Draft]:
    """Yield the claims of Kazakh quotations in a paragraph of another language."""
    for quote in quotes:
        if detect_language(text[quote.inner.start : quote.inner.stop]) == LanguageCode.KK:
            draft = _read_quotation(text, line, quote)
            if draft is not None:
                yield draft


def _read_quotation(text: str, line: Span, quote: Quotation) -> Draft | None:
    """Read «…», — деді әкім."""
    behind = _BEHIND.match(text, quote.span.stop, line.stop)
    if behind is None or not line.contains(quote.span):
        return None
    return _make_draft(text, Span(*quote.inner), ClaimForm.DIRECT, Span(*behind.span(2)), Span(*behind.span(1)))


def _read_sentence(text: str, sentence: Span, before: Span | None) -> Draft | None:
    """Read a Kazakh sentence that reports, or a plan.

    Examples: «Әкімнің айтуынша, …», «… деп хабарлады әкім», «Бұл туралы әкім хабарлады», «… жоспарланып отыр».
    """
    back = _POINTS_BACK.match(text, sentence.start, sentence.stop)
    if back is not None:
        return (
            _make_draft(text, before, ClaimForm.INDIRECT, Span(*back.span(1)), Span(*back.span(2))) if before else None
        )
    by = _BY.match(text, sentence.start, sentence.stop)
    if by is not None:
        return _make_draft(
            text, Span(by.end(), sentence.stop), ClaimForm.INDIRECT, Span(*by.span(1)), Span(*by.span(2))
        )
    that = _THAT.match(text, sentence.start, sentence.stop)
    if that is not None:
        return _make_draft(text, Span(*that.span(1)), ClaimForm.INDIRECT, Span(*that.span(3)), Span(*that.span(2)))
    return _read_outlook(text, sentence)


def _read_outlook(text: str, sentence: Span) -> Draft | None:
    """Read a plan or a forecast in the paper's voice."""
    for pattern, kind in ((_PLAN, ClaimLabel.PROMISE), (_OUTLOOK, ClaimLabel.FORECAST)):
        if pattern.search(text, sentence.start, sentence.stop):
            return Draft((trim_span(text, sentence),), ClaimForm.REPORTED, kind, KAZAKH)
    return None


def _make_draft(text: str, content: Span, form: ClaimForm, speaker: Span, cue: Span) -> Draft | None:
    """Return the claim of some words, unless nothing of them is left."""
    piece, named = trim_span(text, content), trim_span(text, speaker)
    if not piece.length:
        return None
    return Draft((piece,), form, ClaimLabel.STATEMENT, KAZAKH, named if named.length else None, cue)


KAZAKH = ArticleRule(name="kazakh", precision=0.6, find=_find_in_article)
