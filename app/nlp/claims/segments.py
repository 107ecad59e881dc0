"""The segments of a text that are parsed.

They are its sentences, cut at quoted speech and at the site frame.
"""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.letters import CAPITALS
from app.nlp.claims.line_heads import find_line_body
from app.nlp.text.interval_index import IntervalIndex

_HEAD = re.compile(r"[\s,.!?…»”—–-]+")
_DATELINE = re.compile(rf"[A-Z{CAPITALS}][A-Z{CAPITALS}./-]{{2,24}}[ \u00a0][—–-][ \u00a0](?=[«\"]?[A-ZА-ЯЁ])")
"""The agency at an article's head: «KAZPRESS – За полугодие …»."""
_PLACE = rf"[{CAPITALS}][\w-]+(?: [{CAPITALS}][\w-]+)?"
_PLACE_AND_DAY = re.compile(rf"(?:^|\n){_PLACE}(?:\.|, \d{{1,2}}) ?(?:\d{{1,2}} \w{{3,8}}\.?)? ?\Z")
_AGENCY = re.compile(rf"[A-Z{CAPITALS}][\w./-]*(?: [\w./-]+){{0,2}}[ \u00a0][—–-][ \u00a0](?=[«\"]?[A-Z{CAPITALS}])")
"""The agency behind its place and day: «Костанай. 12 мая. Степь Пресс – Аким …»."""
_MAX_DATELINE_CHARS = 50
_WORDY = re.compile(r"\w{2}")


def cut_segments(text: str, sentences: tuple[Span, ...], hidden: IntervalIndex[Span]) -> list[Span]:
    """Return the parts of `sentences` that `hidden` leaves.

    They are in order, without the signs between.
    """
    found: list[Span] = []
    for sentence in sentences:
        start = sentence.start
        for mask in hidden.overlapping(sentence):
            found.append(Span(start, mask.start))
            start = max(start, mask.stop)
        found.append(Span(start, sentence.stop))
    heads = [_trim_head(text, span) for span in found if span.stop > span.start]
    return [span for span in heads if _WORDY.search(text, span.start, span.stop)]


def _trim_head(text: str, span: Span) -> Span:
    """Drop the signs between quoted speech and what follows."""
    start = span.start
    if not start or text[start - 1] == "\n":
        start = find_line_body(text, span).start
    match = _HEAD.match(text, start, span.stop) or _find_agency(text, start, span.stop)
    start = match.end() if match else start
    stop = span.stop
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in "«„"):
        stop -= 1
    return Span(start, max(start, stop))


def _find_agency(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Find the agency of a dateline, up to its dash."""
    is_dated = _PLACE_AND_DAY.search(text, max(0, start - _MAX_DATELINE_CHARS), start) is not None
    return (_AGENCY if is_dated else _DATELINE).match(text, start, stop)


def find_segment_before(span: Span, segments: IntervalIndex[Span], masked: IntervalIndex[Span]) -> Span | None:
    """Return the segment before `span`, unless quoted speech stands between."""
    before = segments.last_before(span.start)
    if before is None or masked.overlapping(Span(before.stop, span.start)):
        return None
    return before


def cut_sentences(sentences: IntervalIndex[Span], mask: Span) -> list[Span]:
    """Return what of the sentences lies in `mask`."""
    inside = sentences.overlapping(mask)
    return [Span(max(sentence.start, mask.start), min(sentence.stop, mask.stop)) for sentence in inside]
