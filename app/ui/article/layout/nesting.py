"""How deep spans lie inside one another."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.lanes import pack
from app.core.span import Span, reading_order


def nesting_levels(spans: Iterable[Span]) -> dict[Span, int]:
    """Return how deep other spans lie inside each.

    0 for the innermost of those that overlap. Spans that cross have different levels as well.
    """
    levels: dict[Span, int] = {}
    cluster: list[Span] = []
    reach = -1
    for span in sorted(set(spans), key=reading_order):
        if span.start >= reach:
            _add_levels(cluster, levels)
            cluster = []
        cluster.append(span)
        reach = max(reach, span.stop)
    _add_levels(cluster, levels)
    return levels


def _add_levels(cluster: list[Span], levels: dict[Span, int]) -> None:
    if len(cluster) < 2:
        levels.update(dict.fromkeys(cluster, 0))
        return
    lanes = pack(cluster)
    top = max(lanes.values())
    levels.update({span: top - lane for span, lane in lanes.items()})
