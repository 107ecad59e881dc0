"""«Денег хватит» – министр о бюджете: a speaker alone behind a quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from app.core.span import Span
from app.nlp.claims.line_heads import find_line_body
from app.nlp.claims.rules.rule_kinds import QuotationRule, UnparsedArticle
from app.nlp.claims.rules.turns.speaker_labels import find_labelled_speaker, is_body, is_person
from app.nlp.claims.speech.quoted_parts import take_speech
from app.nlp.claims.speech.speech_parts import DASH, WORD, Speech, find_line_around, is_sentence

_NAMED = re.compile(rf"[\s,.!?…]*(?:[{DASH}]|:)\s+(?P<label>[^\n.!?:;«»{DASH}]{{2,90}})[.]?\s*\Z")
_TOPIC = re.compile(r"\s(?:об?|обо|про|после|на|в)\s")
"""What stands between a speaker and the subject of the speech."""


def _find_speech(source: UnparsedArticle, number: int) -> tuple[Speech, set[int]] | None:
    """Find a quotation that opens its line and whose speaker closes it."""
    text, quote = source.article.text, source.quotations[number]
    line = find_line_around(text, quote.span.start)
    named = _NAMED.match(text, quote.span.stop, find_line_around(text, quote.span.stop).stop)
    if named is None or find_line_body(text, line).start != quote.span.start or not is_sentence(text, quote.inner):
        return None
    start = named.start("label")
    label = Span(start, start + len(_TOPIC.split(named["label"], maxsplit=1)[0]))
    speaker = find_labelled_speaker(source, label)
    if speaker is None or not _can_speak(source, speaker):
        return None
    found = take_speech(text, source.quotations, {number}, None, NAMED)
    return (replace(found[0], speaker=speaker), found[1]) if found is not None else None


def _can_speak(source: UnparsedArticle, speaker: Span) -> bool:
    """Say whether a person or a body stands in the nominative."""
    first = WORD.search(source.article.text, speaker.start, speaker.stop)
    is_living = first is not None and source.article.find_noun_kind(first[0].lower()) == "living"
    return is_living or is_person(source, speaker) or is_body(source, speaker)


NAMED = QuotationRule(name="named", precision=0.8, find=_find_speech)
