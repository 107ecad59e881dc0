"""What annotations were before their boundaries were moved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.model import Annotation
from app.core.span import Pieces

_MAX_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class _Move:
    """An annotation before the first move, and after the last one."""

    origin: Annotation
    moved: Annotation


class MoveOrigins:
    """Remembers annotations as they were before boundaries were moved.

    A boundary that comes back to its place gives the annotation back as it was, status included. Whatever else is
    changed in between makes a new origin.
    """

    def __init__(self) -> None:
        self._moves: dict[int, _Move] = {}

    def find_restored(self, row: Annotation, pieces: Pieces) -> Annotation | None:
        """Return the annotation as it was, where `pieces` are those it had."""
        origin = self._origin_of(row)
        return origin if origin is not row and origin.pieces == pieces else None

    def remember(self, before: Annotation, after: Annotation) -> None:
        """Note a move from `before` to `after`."""
        origin = self._origin_of(before)
        self._moves.pop(before.id, None)
        self._moves[before.id] = _Move(origin, after)
        while len(self._moves) > _MAX_ROWS:
            del self._moves[next(iter(self._moves))]

    def _origin_of(self, row: Annotation) -> Annotation:
        known = self._moves.get(row.id)
        return known.origin if known is not None and _is_same(known.moved, row) else row


def _is_same(one: Annotation, other: Annotation) -> bool:
    """Say whether two states differ in the normal form at most.

    The program sets it by itself after a move.
    """
    return replace(one, normal=other.normal, changed=other.changed) == other
