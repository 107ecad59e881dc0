"""Lane packing: which lane each of several overlapping spans is drawn in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from app.core.span import Span, reading_order


def pack(spans: Iterable[Span]) -> dict[Span, int]:
    """Give every span the lowest free lane, in reading order.

    This is greedy interval colouring. Spans that contain others so come to lie in lower lanes than what they contain.
    """
    lanes: dict[Span, int] = {}
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    count = 0
    for span in sorted(set(spans), key=reading_order):
        while busy and busy[0][0] <= span.start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, count = count, count + 1
        lanes[span] = lane
        heapq.heappush(busy, (span.stop, lane))
    return lanes
