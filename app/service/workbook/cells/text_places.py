"""Find the words of a sheet in their article's text.

The place is the one nearest to where they stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from app.core.span import Pieces, Span, normal_pieces
from app.service.workbook.cells.cell_meanings import seen_text

_GAP = re.compile(r"\s+…\s+")
_UNSEEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
_MAX_PLACES = 10_000


def find_places(text: str, words: str) -> list[Span]:
    """Return where words stand in a text.

    As they are, else with blanks of any kind alike.
    """
    wanted = seen_text(words).strip()
    if not wanted:
        return []
    return list(_find_exact(text, wanted)) or list(_find_folded(text, wanted))


def find_nearest(text: str, words: str, near: int) -> Span | None:
    """Return the place of words nearest to a place.

    Both are in the text; the place found begins nearest. Return None if the words do not stand in it.
    """
    return min(find_places(text, words), key=lambda span: abs(span.start - near), default=None)


def find_pieces(text: str, words: str, old: Pieces | None) -> Pieces | None:
    """Return the pieces that words stand for, nearest to the old ones.

    " … " stands between pieces.

    None where they do not stand in the text.
    """
    near = old[0].start if old else 0
    whole = _nearest_to(text, words, old)
    if whole is not None:
        return (whole,)
    parts = _GAP.split(seen_text(words).strip())
    if len(parts) < 2:
        return None
    found: list[Span] = []
    for part in parts:
        after = found[-1].stop if found else 0
        places = [span for span in find_places(text, part) if span.start >= after]
        nearest = min(places, key=lambda span: abs(span.start - max(near, after)), default=None)
        if nearest is None:
            return None
        found.append(nearest)
    return normal_pieces(found)


def _nearest_to(text: str, words: str, old: Pieces | None) -> Span | None:
    """Return the place of words nearest to the old pieces.

    It is the one that shares most with them, else the one that begins nearest to them.
    """
    if not old:
        return find_nearest(text, words, 0)
    outer = Span(old[0].start, old[-1].stop)

    def distance(span: Span) -> tuple[int, int]:
        shared = max(0, min(span.stop, outer.stop) - max(span.start, outer.start))
        return -shared, abs(span.start - outer.start)

    return min(find_places(text, words), key=distance, default=None)


def _find_exact(text: str, wanted: str) -> Iterator[Span]:
    start = text.find(wanted)
    while start >= 0:
        yield Span(start, start + len(wanted))
        start = text.find(wanted, start + 1)


def _find_folded(text: str, wanted: str) -> Iterator[Span]:
    """Yield where words stand with other blanks.

    Characters that no cell can hold may also stand between them.
    """
    between = f"{_UNSEEN}*" if seen_text(text) != text else ""
    pattern = r"\s+".join(between.join(map(re.escape, word)) for word in wanted.split())
    for match in islice(re.finditer(pattern, text), _MAX_PLACES):
        yield Span(*match.span())
