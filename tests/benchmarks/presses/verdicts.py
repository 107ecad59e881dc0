"""What is wrong with each proposal, and which keys mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.model import Annotation, Status
from app.core.span import Pieces, Span
from app.service.article.open_article import OpenArticle
from app.service.edits.pieces import moved_end, moved_start

_FURTHEST = 12
"""How many tokens a boundary is moved at the most; further off, rejecting and marking anew is cheaper."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an annotation should be: `span` None means that it should not be; `moves` bring its boundaries there."""

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
    """Return the gold spans that no annotation is meant to become, in the text's order."""
    meant = {verdict.span for verdict in verdicts(open_article, gold).values()}
    return sorted(span for span in gold if span not in meant)


def _movable(text: str, rows: list[Annotation], gold: Mapping[Span, str]) -> Iterator[tuple[Annotation, Verdict]]:
    for row in rows:
        for span, label in gold.items():
            moves = _moves(text, row.pieces, span) if span.overlaps(row.span) else None
            if moves is not None:
                yield row, Verdict(span, label, moves)


def _moves(text: str, pieces: Pieces, target: Span) -> tuple[str, ...] | None:
    """Return the keys that move the boundaries of `pieces` to `target`.

    None where they do not get there.
    """
    keys: list[str] = []
    while (reached := pieces[0]) != target and len(keys) < _FURTHEST:
        # Grow before shrinking: what would be empty in between is refused.
        if reached.stop < target.stop:
            key, pieces = "Alt+Right", moved_end(text, pieces, 1)
        elif reached.start > target.start:
            key, pieces = "Alt+Shift+Left", moved_start(text, pieces, -1)
        elif reached.stop > target.stop:
            key, pieces = "Alt+Left", moved_end(text, pieces, -1)
        else:
            key, pieces = "Alt+Shift+Right", moved_start(text, pieces, 1)
        if pieces[0] == reached:
            return None
        keys.append(key)
    return tuple(keys) if pieces[0] == target else None
