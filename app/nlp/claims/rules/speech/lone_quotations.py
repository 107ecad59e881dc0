"""A quotation that is a sentence by itself, without a name."""

from __future__ import annotations

import re

from app.core.span import Span
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.rules.rule_kinds import QuotationRule, UnparsedArticle
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.claims.speech.quoted_parts import take_speech
from app.nlp.claims.speech.speech_parts import WORD, Speech, find_line_around, is_sentence, may_report_speech

_POINTING_BACK = re.compile(
    r"[.!?…]*\s*((?:(?:Так|Это)(?=\s+\w+л[аи]?\b)|Так(?:ими словами|ое мнение)|Об этом|Этими словами|С таким \w+)\b)"
)
_END = re.compile(r"[.!?…](?=\s|$)")


def _find_speech(source: UnparsedArticle, number: int) -> tuple[Speech, set[int]] | None:
    text, quote = source.article.text, source.quotations[number]
    if not _stands_alone(text, quote):
        return None
    clause = _find_sentence_pointing_back(text, quote, source.lexicon)
    return take_speech(text, source.quotations, {number}, clause, ALONE)


def _stands_alone(text: str, quote: Quotation) -> bool:
    """Say whether a quotation is a sentence without a name beside."""
    line = find_line_around(text, quote.span.start)
    before = text[line.start : quote.span.start].rstrip()
    after = text[quote.span.stop : find_line_around(text, quote.span.stop).stop].lstrip()
    inner = text[quote.inner.start : quote.inner.stop]
    if before and before[-1] not in ".!?…":
        return False
    ends = inner.rstrip()[-1:] in tuple(".!?…") or not after or after[0] in ".!?…"
    return ends and after[:1] not in tuple(",:") and len(WORD.findall(inner)) >= 7 and is_sentence(text, quote.inner)


def _find_sentence_pointing_back(text: str, quote: Quotation, lexicon: ReportingLexicon) -> Span | None:
    """Return the sentence behind a quotation that tells its speaker.

    It may stand in the next paragraph.
    """
    opening = _POINTING_BACK.match(text, quote.span.stop)
    if opening is None:
        return None
    line = find_line_around(text, opening.end())
    end = _END.search(text, opening.end(), line.stop)
    clause = Span(opening.start(1), end.start() if end else line.stop)
    return (
        clause
        if any(may_report_speech(word, lexicon) for word in WORD.findall(text[clause.start : clause.stop]))
        else None
    )


ALONE = QuotationRule(name="alone", precision=0.7, find=_find_speech)
