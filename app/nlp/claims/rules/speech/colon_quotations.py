"""X сказал: «…»: quoted words behind a colon or verb."""

from __future__ import annotations

from dataclasses import replace

from app.core.span import Span
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.line_heads import find_line_body
from app.nlp.claims.rules.rule_kinds import QuotationRule, UnparsedArticle
from app.nlp.claims.rules.turns.speaker_labels import find_labelled_speaker
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.claims.speech.quoted_parts import find_adjoining, take_speech
from app.nlp.claims.speech.speech_parts import (
    WORD,
    Speech,
    find_last_sentence,
    find_line_around,
    is_sentence,
    may_report_speech,
)

_MIN_WORDS = 2


def _find_speech(source: UnparsedArticle, number: int) -> tuple[Speech, set[int]] | None:
    text, quotes = source.article.text, source.quotations
    clause = _find_clause_before(text, quotes[number], source.lexicon)
    if clause is None:
        return _find_labelled_speech(source, number)
    return take_speech(text, quotes, {number, *find_adjoining(text, quotes, number)}, clause, COLON)


def _find_labelled_speech(source: UnparsedArticle, number: int) -> tuple[Speech, set[int]] | None:
    """Find «Сторож в чате: „Ворота сломаны“»: a name before the colon."""
    text, quotes = source.article.text, source.quotations
    quote = quotes[number]
    line = find_line_around(text, quote.span.start)
    words = text[line.start : quote.span.start].rstrip()
    if not words.endswith(":") or len(WORD.findall(text[quote.inner.start : quote.inner.stop])) < _MIN_WORDS:
        return None
    before = find_line_body(text, Span(line.start, line.start + len(words) - 1))
    label = find_last_sentence(text, before)
    speaker = find_labelled_speaker(source, label)
    if speaker is None:
        return None
    found = take_speech(text, quotes, {number, *find_adjoining(text, quotes, number)}, None, COLON)
    return (replace(found[0], speaker=speaker), found[1]) if found is not None else None


def _find_clause_before(text: str, quote: Quotation, lexicon: ReportingLexicon) -> Span | None:
    """Return the clause before a quotation, if it reports.

    It ends in a colon, or in a verb that reports.
    """
    line = find_line_around(text, quote.span.start)
    before = Span(line.start, quote.span.start)
    if not text[before.start : before.stop].strip():
        before = _find_line_above(text, line.start)
    words = text[before.start : before.stop].rstrip()
    count = len(WORD.findall(text[quote.inner.start : quote.inner.stop]))
    if not words or (count < 3 and not is_sentence(text, quote.inner)):
        return None
    clause = find_last_sentence(text, Span(before.start, before.start + len(words.rstrip(":"))))
    heads = WORD.findall(text[clause.start : clause.stop])
    tells = any(may_report_speech(word, lexicon) for word in heads)
    tells = tells or lexicon.reports_by_noun(map(str.lower, heads))
    if words.endswith(":"):
        return clause if tells or (count >= 8 and is_sentence(text, quote.inner)) else None
    ends_speaking = bool(heads) and may_report_speech(heads[-1], lexicon) and words[-1].isalpha()
    return clause if ends_speaking and count > 3 and is_sentence(text, quote.inner) else None


def _find_line_above(text: str, start: int) -> Span:
    """Return the nearest line above that ends in a colon.

    Blank lines are passed over; else the span is empty.
    """
    stop = start
    while stop > 0:
        line = find_line_around(text, stop - 1)
        if text[line.start : line.stop].strip():
            return line if text[line.start : line.stop].rstrip().endswith(":") else Span(start, start)
        stop = line.start
    return Span(start, start)


COLON = QuotationRule(name="colon", precision=0.87, find=_find_speech)
