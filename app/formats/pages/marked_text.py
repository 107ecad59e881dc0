"""Cut a text with its annotations into runs.

Highlights, captions, and numbers of claims and notes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.core.model import Annotation, Kind
from app.formats.pages.blocks import Run
from app.formats.pages.page_naming import Naming

_BETWEEN = Run("·", is_mark=True)
"""Stands between the marks of two annotations that end at one place."""


class Line(NamedTuple):
    """A line of the text in runs.

    It also holds the annotations that end in it.
    """

    runs: tuple[Run, ...]
    ended: tuple[Annotation, ...]


def cut_lines(
    text: str, annotations: Sequence[Annotation], naming: Naming, marks: Mapping[int, Sequence[Run]]
) -> Iterator[Line]:
    """Yield each line of `text`.

    `marks` are the runs behind the end of an annotation, by its id.

    Joined by line feeds, the runs that are no marks give the text again.
    """
    opening, closing, ending = _index_edges(annotations)
    edges = sorted({0, len(text), *opening, *closing})
    active: list[Annotation] = []
    runs: list[Run] = []
    ended: list[Annotation] = []
    for start, stop in pairwise(edges):
        for one in closing.get(start, ()):
            active.remove(one)
        active += opening.get(start, ())
        entity, claim = _find_innermost(active, Kind.ENTITY), _find_innermost(active, Kind.CLAIM)
        first, *others = text[start:stop].split("\n")
        runs += _make_runs(first, entity, claim, naming)
        for words in others:
            yield Line(tuple(runs), tuple(ended))
            runs, ended = _make_runs(words, entity, claim, naming), []
        for one in sorted(ending.get(stop, ()), key=_from_inside):
            behind = marks.get(one.id, ())
            runs += [_BETWEEN, *behind] if behind and runs and runs[-1].is_mark else behind
        ended += ending.get(stop, ())
    yield Line(tuple(runs), tuple(ended))


def _from_inside(one: Annotation) -> tuple[bool, int]:
    """Sort key: entities, the shorter first, then claims."""
    return (one.kind is Kind.CLAIM, 0 if one.kind is Kind.CLAIM else one.span.length)


_Places = dict[int, list[Annotation]]


def _index_edges(annotations: Iterable[Annotation]) -> tuple[_Places, _Places, _Places]:
    """Index annotations by their edges.

    Return them by the starts of their pieces, by the stops of these, and by their own ends.
    """
    opening: _Places = defaultdict(list)
    closing: _Places = defaultdict(list)
    ending: _Places = defaultdict(list)
    for one in annotations:
        for piece in one.pieces:
            opening[piece.start].append(one)
            closing[piece.stop].append(one)
        ending[one.stop].append(one)
    return opening, closing, ending


def _find_innermost(active: Iterable[Annotation], kind: Kind) -> Annotation | None:
    found = [one for one in active if one.kind is kind]
    return min(found, key=lambda one: one.span.length) if found else None


def _make_runs(words: str, entity: Annotation | None, claim: Annotation | None, naming: Naming) -> list[Run]:
    """Return the run of words under the innermost entity and claim.

    Return no run for no words.
    """
    if not words:
        return []
    fill = naming.fill_of(entity.kind, entity.label) if entity else ""
    line = naming.line_of(claim.kind, claim.label) if claim else ""
    titles = [naming.title_of(one.kind, one.label) for one in (entity, claim) if one]
    return [Run(words, fill, line, title=" · ".join(titles))]
