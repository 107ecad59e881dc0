"""What is wrong with each proposal, and which keys mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.core.model import Annotation, Status
from app.core.span import Pieces, Span
from app.service.article.open_article import OpenArticle
from app.service.edits.steps.pieces import moved_end, moved_start

_FURTHEST = 12
"""How many keys a boundary is moved by at the most; further off, rejecting and marking anew is cheaper."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an annotation should be.

    `span` None means that it should not be; `moves` bring its boundaries there.
    """

    span: Span | None
    label: str
    moves: tuple[str, ...] = ()

    def is_right(self, row: Annotation) -> bool:
        """Say whether the annotation is that already."""
        return self.span == row.span and self.label == row.label


NOTHING = Verdict(None, "")


def verdicts(open_article: OpenArticle, gold: Mapping[Span, str]) -> dict[int, Verdict]:
    """Return the verdict on each annotation that is not rejected.

    Each gold span is meant by one at most.
    """
    rows = [row for row in open_article.annotations if row.status is not Status.REJECTED]
    exact = {row.id: Verdict(row.span, gold[row.span]) for row in rows if row.span in gold}
    taken = {verdict.span for verdict in exact.values()}
    found = dict(exact)
    for row, verdict in sorted(
        _movable(open_article.text, rows, gold), key=lambda pair: (len(pair[1].moves), pair[0].start)
    ):
        if row.id not in found and verdict.span not in taken:
            found[row.id] = verdict
            taken.add(verdict.span)
    return {row.id: found.get(row.id, NOTHING) for row in rows}


def missed(open_article: OpenArticle, gold: Mapping[Span, str]) -> list[Span]:
    """Return the gold spans that no annotation is to become.

    They come in the text's order.
    """
    meant = {verdict.span for verdict in verdicts(open_article, gold).values()}
    return sorted(span for span in gold if span not in meant)


def _movable(text: str, rows: list[Annotation], gold: Mapping[Span, str]) -> Iterator[tuple[Annotation, Verdict]]:
    for row in rows:
        for span, label in gold.items():
            moves = moves_to(text, row.pieces, span) if span.overlaps(row.span) else None
            if moves is not None:
                yield row, Verdict(span, label, moves)


def moves_to(text: str, pieces: Pieces, target: Span) -> tuple[str, ...] | None:
    """Return the keys that move boundaries to `target`.

    The boundaries are those of `pieces`. Return None if they do not get there.

    By word as far as that leads, and by character inside a word.
    """
    keys: list[str] = []
    while (reached := pieces[0]) != target and len(keys) < _FURTHEST:
        move, by, key = _next_move(reached, target)
        moved = move(text, pieces, by)
        if moved[0] == reached or _is_beyond(reached, moved[0], target):
            moved, key = move(text, pieces, by, by_character=True), f"Ctrl+{key}"
        if moved[0] == reached:
            return None
        pieces = moved
        keys.append(key)
    return tuple(keys) if pieces[0] == target else None


def _next_move(reached: Span, target: Span) -> tuple[Callable[..., Pieces], int, str]:
    """Return the next move and its key.

    Boundaries grow before they shrink, since what would be empty is refused.
    """
    if reached.stop < target.stop:
        return moved_end, 1, "Alt+Right"
    if reached.start > target.start:
        return moved_start, -1, "Alt+Shift+Left"
    if reached.stop > target.stop:
        return moved_end, -1, "Alt+Left"
    return moved_start, 1, "Alt+Shift+Right"


def _is_beyond(reached: Span, moved: Span, target: Span) -> bool:
    """Say whether a boundary went past its target."""
    return any((now - goal) * (then - goal) < 0 for then, now, goal in zip(reached, moved, target, strict=True))
