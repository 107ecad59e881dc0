"""Kazakh phrases that name a source.

«Министрдің айтуынша, …», «…, банк мәліметінше, …».
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.nlp.claims.rules.kazakh.kazakh_speakers import cut_words

_NOUNS = read_alternatives("claims/kazakh_source_nouns")
_SOURCE = re.compile(
    rf"(?:^|(?<=,)|(?<=\())\s*(?P<speaker>[^,.!?…\n]{{2,120}}?)\s+(?P<cue>{_NOUNS})(?!\w)\s*,?\s*", re.IGNORECASE
)
_KNOWN = re.compile(
    rf"(?:^|(?<=,)|(?<=\())\s*(?P<cue>{read_alternatives('claims/kazakh_known_phrases')})\s*,\s*",
    re.IGNORECASE,
)
_MAX_SPEAKER_WORDS = 8
_TIME = re.compile(rf"(?:{read_alternatives('claims/kazakh_sentence_adverbs')})\s+", re.IGNORECASE)


class SourcePhrase(NamedTuple):
    """A phrase that names a source, in a sentence.

    Its whole, its cue, and its speaker if it has one.
    """

    span: Span
    cue: Span
    speaker: Span | None


def find_source(text: str, sentence: Span) -> SourcePhrase | None:
    """Return the first phrase of a sentence that gives a source.

    It names a source, or says that something is known.
    """
    words = text[sentence.start : sentence.stop]
    found = _SOURCE.search(words)
    if found is not None:
        first, stop = found.span("speaker")
        while (opening := _TIME.match(words, first, stop)) is not None:
            first = opening.end()
        speaker = Span(sentence.start + first, sentence.start + stop)
        if len(cut_words(text, speaker)) <= _MAX_SPEAKER_WORDS:
            return SourcePhrase(_shift(found.span(), sentence), _shift(found.span("cue"), sentence), speaker)
    known = _KNOWN.search(words)
    return (
        None
        if known is None
        else SourcePhrase(_shift(known.span(), sentence), _shift(known.span("cue"), sentence), None)
    )


def _shift(place: tuple[int, int], sentence: Span) -> Span:
    return Span(sentence.start + place[0], sentence.start + place[1])
