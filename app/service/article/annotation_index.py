"""The annotations of one article in memory.

Reading order, and what lies in a range, at any size.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from app.core.gc_pause import gc_paused
from app.core.model import Annotation, Kind, Status, reading_key, uncertainty
from app.core.span import Span
from app.service.article.sorted_keys import (
    Key,
    UncertaintyKey,
    exchange_keys,
    keys_after,
    keys_of_class,
    length_class_of,
    longest_of,
    overlapping_keys,
)

Pair = tuple[Annotation | None, Annotation | None]
"""An annotation before and after a change."""

_PART = 5_000
"""Code points that are read on at a time: a millisecond or two where annotations lie as thick as anywhere."""

BEFORE_ALL: Key = (-1, 0, 0)
"""The place before any annotation."""
_BEHIND_ALL = 1 << 62


@dataclass(frozen=True, slots=True)
class Rest:
    """The part of a long article that is left to read.

    The annotations from the code point `start` on; the article ends at `stop`. `read` is given `since` and `before`,
    and returns those that start there, as they are by then. So many code points as `part` says are read on at a time.
    """

    start: int
    stop: int
    read: Callable[[int, int], Iterable[Annotation]]
    part: int = _PART


class AnnotationIndex:
    """Hold the annotations of one article, sorted by (start, -stop, id).

    A long article is read on while its first screen is looked at. A question waits for no more than its answer needs:
    what lies in a range, for what starts before its end; what comes next, until it is found. No answer ever depends on
    how much was read before.

    Every change costs a few bisections and moves of pointers in C, and a range query O(log n + hits): spans of like
    length (within a factor of four) are kept together, so that one long span does not make every look-back long.
    """

    def __init__(self, annotations: Iterable[Annotation] = (), rest: Rest | None = None) -> None:
        self._by_id: dict[int, Annotation] = {}
        self._order: list[Key] = []
        self._proposed: list[Key] = []
        self._proposed_under: dict[str, set[int]] = defaultdict(set)
        self._classes: dict[int, list[Key]] = defaultdict(list)
        # Sorted when first ordered by uncertainty: opening a long article need not wait for it.
        self._uncertain: list[UncertaintyKey] | None = None
        self._uncertainties: Mapping[int, float] = {}
        self._rest = rest
        self._append_rows(annotations)

    def __len__(self) -> int:
        self.read_rest()
        return len(self._order)

    def __iter__(self) -> Iterator[Annotation]:
        self.read_rest()
        return map(self._by_id.__getitem__, [key[2] for key in self._order])

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to read."""
        return self._rest is None

    def read_rest(self) -> None:
        """Read all that is left to read."""
        self._read_to(_BEHIND_ALL)

    def read_on(self) -> None:
        """Read a part of what is left to read."""
        if self._rest is not None:
            self._read_to(self._rest.start + self._rest.part)

    def get(self, annotation_id: int | None) -> Annotation | None:
        """Return the annotation of that id."""
        if annotation_id is None:
            return None
        if annotation_id not in self._by_id:
            self.read_rest()
        return self._by_id.get(annotation_id)

    def those(self, ids: Iterable[int]) -> list[Annotation]:
        """Return the annotations of these ids that are here, in order."""
        self.read_rest()
        return [self._by_id[number] for number in ids if number in self._by_id]

    @property
    def proposed(self) -> int:
        """How many are still proposed."""
        self.read_rest()
        return len(self._proposed)

    def proposed_among(self, ids: Set[int], label: str) -> set[int]:
        """Return those of the ids that are still proposed under a label."""
        self.read_rest()
        return self._proposed_under[label] & ids

    def first_proposed(self) -> Annotation | None:
        """Return what is still proposed first, in reading order."""
        return next(self.proposed_after(BEFORE_ALL), None)

    def still_proposed(self) -> Iterator[Annotation]:
        """Yield what is still proposed, in reading order."""
        self.read_rest()
        return (self._by_id[key[2]] for key in tuple(self._proposed))

    def position(self, annotation: Annotation) -> int:
        """Return the place of an annotation in reading order, from 0."""
        self._read_to(annotation.start + 1)
        return bisect_left(self._order, reading_key(annotation))

    def overlapping(self, span: Span) -> list[Annotation]:
        """Return the annotations whose outer span overlaps `span`, in reading order."""
        self._read_to(span.stop)
        keys: list[Key] = []
        for length_class, ordered in self._classes.items():
            keys += overlapping_keys(ordered, longest_of(length_class), span)
        keys.sort()
        return [self._by_id[key[2]] for key in keys]

    def at(self, position: int) -> list[Annotation]:
        """Return the annotations with a piece over `position`.

        What is not rejected first, the innermost first.
        """
        here = [
            row
            for row in self.overlapping(Span(position, position + 1))
            if len(row.pieces) == 1 or any(piece.covers(position) for piece in row.pieces)
        ]
        return sorted(here, key=_innermost_first)

    def after(self, key: Key, step: int = 1) -> Iterator[Annotation]:
        """Yield the annotations after `key` in reading order.

        Those before it, backwards, for a step of -1.
        """
        return (self._by_id[found[2]] for found in self._keys_from(self._order, key, step))

    def proposed_after(self, key: Key, step: int = 1) -> Iterator[Annotation]:
        """Yield what is still proposed after (before) `key`, in reading order."""
        return (self._by_id[found[2]] for found in self._keys_from(self._proposed, key, step))

    def weigh(self, uncertainties: Mapping[int, float]) -> None:
        """Order by these uncertainties from now on, by id.

        What they do not name keeps its own.
        """
        self._uncertainties = uncertainties
        self._uncertain = None

    def uncertain_after(self, behind: Annotation | None, step: int = 1) -> Iterator[Annotation]:
        """Yield what is still proposed after (before) `behind` in order of uncertainty.

        All of it for None.
        """
        first = (-math.inf if step > 0 else math.inf, 0.0, 0, 0, 0)
        key = first if behind is None else self._uncertainty_key(behind)
        return (self._by_id[found[4]] for found in keys_after(self._by_uncertainty(), key, step))

    def _read_to(self, stop: int) -> None:
        """Have all that starts before `stop`."""
        rest = self._rest
        if rest is None or stop <= rest.start:
            return
        reached = stop if stop < rest.stop else _BEHIND_ALL
        with gc_paused():
            self._append_rows(rest.read(rest.start, reached))
        self._rest = replace(rest, start=reached) if reached < _BEHIND_ALL else None

    def _keys_from(self, ordered: list[Key], key: Key, step: int) -> Iterator[Key]:
        """Yield the keys after (before) one, and read on where needed."""
        self._read_to(key[0] + 1)
        yield from keys_after(ordered, key, step)
        while step > 0 and self._rest is not None:
            start = self._rest.start
            self.read_on()
            yield from keys_after(ordered, (start, -_BEHIND_ALL, 0), step)

    def _append_rows(self, annotations: Iterable[Annotation]) -> None:
        """Take in annotations that all start behind those that are here."""
        rows = {annotation.id: annotation for annotation in annotations}
        # `reading_key`, written out: one call less for each of tens of thousands.
        keys = [(row.pieces[0][0], -row.pieces[-1][1], row.id) for row in rows.values()]
        proposed = Status.PROPOSED
        open_rows = [(key, row.label) for key, row in zip(keys, rows.values(), strict=True) if row.status is proposed]
        self._proposed += sorted([key for key, _ in open_rows])
        for key, label in open_rows:
            self._proposed_under[label].add(key[2])
        keys.sort()
        self._order += keys
        self._by_id.update(rows)
        for key in keys:
            self._classes[(-key[1] - key[0]).bit_length() >> 1].append(key)

    def _uncertainty_key(self, annotation: Annotation) -> UncertaintyKey:
        own = uncertainty(annotation)
        return (-self._uncertainties.get(annotation.id, own), -own, *reading_key(annotation))

    def _by_uncertainty(self) -> list[UncertaintyKey]:
        if self._uncertain is None:
            self._uncertain = sorted(map(self._uncertainty_key, self.still_proposed()))
        return self._uncertain

    def follow_changes(self, changes: Mapping[int, Annotation | None]) -> None:
        """Follow changes: id → the annotation now, None where removed.

        What is still to be read is left.
        """
        reached = _BEHIND_ALL if self._rest is None else self._rest.start
        here = ((row if row is None or row.pieces[0][0] < reached else None) for row in changes.values())
        pairs = [(self._by_id.pop(number, None), row) for number, row in zip(changes, here, strict=True)]
        self._by_id.update((row.id, row) for _, row in pairs if row is not None)
        # A decision leaves its annotation where it is, and a step may hold tens of thousands of them.
        moved = [pair for pair in pairs if _is_moved(*pair)]
        self._exchange_places(*({reading_key(row) for row in rows if row is not None} for rows in _split_sides(moved)))
        gone, come = (list(_proposed(rows)) for rows in _split_sides(pairs))
        exchange_keys(self._proposed, set(map(reading_key, gone)), set(map(reading_key, come)))
        for row in gone:
            self._proposed_under[row.label].discard(row.id)
        for row in come:
            self._proposed_under[row.label].add(row.id)
        if self._uncertain is not None:
            exchange_keys(self._uncertain, set(map(self._uncertainty_key, gone)), set(map(self._uncertainty_key, come)))

    def _exchange_places(self, old: set[Key], new: set[Key]) -> None:
        exchange_keys(self._order, old, new)
        for length_class in {length_class_of(key) for key in old ^ new}:
            exchange_keys(
                self._classes[length_class], keys_of_class(old, length_class), keys_of_class(new, length_class)
            )


def _innermost_first(annotation: Annotation) -> tuple[bool, int, bool, int]:
    return (not annotation.is_live, annotation.stop - annotation.start, annotation.kind is Kind.CLAIM, annotation.id)


def _proposed(rows: Iterable[Annotation | None]) -> Iterator[Annotation]:
    return (row for row in rows if row is not None and row.status is Status.PROPOSED)


def _split_sides(pairs: Iterable[Pair]) -> tuple[list[Annotation | None], list[Annotation | None]]:
    """Return what was before, and what is after."""
    return [before for before, _ in pairs], [after for _, after in pairs]


def _is_moved(before: Annotation | None, after: Annotation | None) -> bool:
    """Say whether an annotation came, went, or has another place."""
    return before is None or after is None or before.pieces != after.pieces
