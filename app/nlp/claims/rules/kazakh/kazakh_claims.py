"""Kazakh claims by their forms alone, without a parser.

They are quoted words, reported words, plans and forecasts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.span import Span
from app.core.text.sentences import sentences
from app.core.vocabulary import ClaimForm, LanguageCode
from app.nlp.claims.draft import Draft, cut_pieces, trim_span
from app.nlp.claims.rules.kazakh.kazakh_cues import find_cues
from app.nlp.claims.rules.kazakh.kazakh_kinds import find_kind, is_own_side
from app.nlp.claims.rules.kazakh.kazakh_sentences import KazakhReading, read_sentence
from app.nlp.claims.rules.kazakh.kazakh_sources import SourcePhrase, find_source
from app.nlp.claims.rules.kazakh.kazakh_speakers import cut_words
from app.nlp.claims.rules.kazakh.kazakh_speech import KazakhSpeech, find_speeches
from app.nlp.claims.rules.rule_kinds import ArticleRule, UnparsedArticle
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.text.interval_index import IntervalIndex, index_spans


def _find_in_article(source: UnparsedArticle) -> Iterator[Draft]:
    """Yield the claims of Kazakh lines and Kazakh reporting.

    Speech that Kazakh words report is found in any line.
    """
    marks = IntervalIndex(source.quotations, lambda quote: quote.span)
    text = source.article.text
    for line, language in source.article.lines:
        quotes = marks.overlapping(line)
        is_kazakh = language == LanguageCode.KK
        # In other lines a Kazakh word must report the speech.
        may_speak = is_kazakh or (quotes and next(find_cues(text, line), None) is not None)
        speeches = list(find_speeches(text, line, quotes)) if may_speak else []
        speeches = [speech for speech in speeches if is_kazakh or speech.cue is not None]
        yield from (draft for speech in speeches if (draft := _draft_speech(text, speech)) is not None)
        if is_kazakh:
            yield from _read_line(text, line, quotes, speeches)


def _read_line(text: str, line: Span, quotes: Sequence[Quotation], speeches: Sequence[KazakhSpeech]) -> Iterator[Draft]:
    """Yield the claims of a Kazakh line's sentences without speech."""
    before: Span | None = None
    spoken = index_spans(speech.span for speech in speeches)
    for sentence in _cut_sentences(text, line, quotes):
        if not spoken.overlapping(sentence):
            yield from _read_sentence(text, sentence, before)
        before = sentence


def _cut_sentences(text: str, line: Span, quotes: Sequence[Quotation]) -> Iterator[Span]:
    """Yield the sentences of a line; none ends inside a quotation."""
    start = line.start
    inner = index_spans(Span(quote.inner.start + 1, quote.inner.stop) for quote in quotes if quote.inner.length > 1)
    for sentence in sentences(text, line.start, line.stop):
        if not inner.overlapping(Span(sentence.stop, sentence.stop + 1)):
            yield trim_blanks(text, Span(start, sentence.stop))
            start = sentence.stop


def trim_blanks(text: str, span: Span) -> Span:
    """Return `span` without blanks at its beginning."""
    words = text[span.start : span.stop]
    return Span(span.stop - len(words.lstrip()), span.stop)


def _read_sentence(text: str, sentence: Span, before: Span | None) -> Iterator[Draft]:
    """Read the claims of a Kazakh sentence without speech.

    It has a source, reports, or is a plan or a forecast.
    """
    source = find_source(text, sentence)
    if source is not None:
        drafts = [_draft_sourced(text, sentence, source)]
    else:
        drafts = [_draft_reading(text, reading) for reading in read_sentence(text, sentence, before)]
    yield from (draft for draft in drafts if draft is not None)


def _draft_sourced(text: str, sentence: Span, source: SourcePhrase) -> Draft | None:
    pieces = cut_pieces(text, sentence, [source.span])
    if not pieces:
        return None
    speaker = cut_words(text, source.speaker) if source.speaker is not None else []
    kind = find_kind(text, pieces[-1], own_side=is_own_side(speaker))
    return Draft(pieces, ClaimForm.INDIRECT, kind, KAZAKH, source.speaker, source.cue)


def _draft_reading(text: str, reading: KazakhReading) -> Draft | None:
    content = trim_span(text, reading.content)
    if not content.length:
        return None
    if reading.form != ClaimForm.REPORTED and reading.speaker is not None and content.overlaps(reading.speaker):
        return Draft((content,), reading.form, reading.kind, KAZAKH, None, reading.cue)
    return Draft((content,), reading.form, reading.kind, KAZAKH, reading.speaker, reading.cue)


def _draft_speech(text: str, speech: KazakhSpeech) -> Draft | None:
    pieces = tuple(piece for piece in (trim_span(text, each) for each in speech.pieces) if piece.length)
    return Draft(pieces, ClaimForm.DIRECT, speech.kind, KAZAKH, speech.speaker, speech.cue) if pieces else None


KAZAKH = ArticleRule(name="kazakh", precision=0.8, find=_find_in_article)
