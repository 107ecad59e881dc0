"""Cut a text into tokens that fit every span.

They are for tools that know no other places in a text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from app.core.span import Span
from app.core.text.tokens import tokens


def cut_tokens(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the tokens of `text`, cut at the ends of spans.

    A token is cut where a span begins or ends inside it. No token holds a blank.
    """
    ends = sorted({end for span in spans for end in span})
    return [piece for token in tokens(text) for piece in _cut(token, ends)]


def find_tokens(found: Sequence[Span], span: Span) -> range:
    """Return the numbers of the tokens that share a character with `span`.

    Tokens are in order.
    """
    first = bisect_right(found, span.start, key=lambda token: token.stop)
    return range(first, max(first, bisect_left(found, span.stop, key=lambda token: token.start)))


def count_cuts(text: str, found: Sequence[Span]) -> int:
    """Return how many tokens of `text` were cut into more."""
    return len(found) - sum(1 for _ in tokens(text))


def _cut(token: Span, ends: list[int]) -> Iterator[Span]:
    inside = ends[bisect_right(ends, token.start) : bisect_left(ends, token.stop)]
    start = token.start
    for end in (*inside, token.stop):
        yield Span(start, end)
        start = end
