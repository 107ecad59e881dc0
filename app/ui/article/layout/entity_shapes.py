"""Arrange the entities of a paragraph.

Boxes by nesting, captions in rows, links between pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.core.model import Annotation
from app.core.span import Span
from app.ui.article.layout.laid_lines import Fragment
from app.ui.article.layout.line_layout import DEEPEST, LineLayout
from app.ui.article.layout.nesting import nesting_levels
from app.ui.article.layout.shapes import Caption, EntityShape, Stroke


@dataclass(slots=True)
class _Entity:
    row: Annotation
    parts: list[Fragment]
    level: int
    name: str
    width: float
    tier: int = 0
    caption_x: float = 0.0
    shape: EntityShape | None = None

    @property
    def has_caption(self) -> bool:
        """Say whether the entity begins in this paragraph."""
        return self.parts[0].starts


class Entities:
    """The entities of one paragraph.

    They ask for room first, and are shaped when the lines are placed.
    """

    def __init__(self, line_layout: LineLayout, rows: Iterable[Annotation], names: Callable[[Annotation], str]) -> None:
        self._line_layout = line_layout
        self._names = names
        self._all = self._place_entities(list(rows))
        for entity in self._all:
            for part in entity.parts:
                line_layout.ask_fill(part, entity.level)
        self._ask_captions(self._all)

    def shapes(self) -> list[EntityShape]:
        """Return the shapes, the outer ones first."""
        shapes = []
        for entity in sorted(self._all, key=_outer_first):
            boxes = [self._line_layout.box(part, entity.level) for part in entity.parts]
            entity.shape = EntityShape(entity.row, boxes, self._make_links(entity))
            entity.shape.caption = self._make_caption(entity)
            shapes.append(entity.shape)
        return shapes

    def exchange(self, row: Annotation) -> bool:
        """Replace a row by another one of the same pieces.

        False where lines would have to move.
        """
        entity = next((found for found in self._all if found.row.id == row.id), None)
        if entity is None or entity.shape is None:
            return False
        entity.row = entity.shape.row = row
        entity.name = self._names(row)
        entity.width = self._line_layout.typeset.caption_width(entity.name)
        line = entity.parts[0].line
        if not entity.has_caption:
            return True
        tiers = self._line_layout.tiers(line)
        self._line_layout.forget_captions(line)
        beside = [found for found in self._all if found.parts[0].line == line]
        self._ask_captions(beside)
        for found in beside:
            if found.shape is not None:
                found.shape.caption = self._make_caption(found)
        return self._line_layout.tiers(line) == tiers

    def _place_entities(self, rows: list[Annotation]) -> list[_Entity]:
        levels = nesting_levels(piece for row in rows for piece in row.pieces)
        twins: dict[Span, int] = {}
        found: list[_Entity] = []
        for row in rows:
            parts = [part for piece in row.pieces for part in self._line_layout.laid.fragments(piece)]
            if parts:
                first = row.pieces[0]
                level = max([levels[piece] for piece in row.pieces]) + twins.setdefault(first, 0)
                twins[first] += 1
                name = self._names(row)
                width = self._line_layout.typeset.caption_width(name)
                found.append(_Entity(row, parts, min(DEEPEST, level), name, width))
        return found

    def _ask_captions(self, entities: list[_Entity]) -> None:
        for entity in sorted(entities, key=_inner_first):
            if entity.has_caption:
                entity.tier, entity.caption_x = self._line_layout.ask_caption(entity.parts[0], entity.width)

    def _make_caption(self, entity: _Entity) -> Caption | None:
        if not entity.has_caption:
            return None
        baseline = self._line_layout.caption_baseline(entity.parts[0].line, entity.tier)
        return Caption(entity.name, entity.caption_x, baseline, entity.width)

    def _make_links(self, entity: _Entity) -> list[Stroke]:
        gaps = (Span(before.stop, after.start) for before, after in pairwise(entity.row.pieces))
        parts = [part for gap in gaps for part in self._line_layout.laid.fragments(gap)]
        return [Stroke(part.x0, part.x1, self._line_layout.box(part, entity.level).bottom() - 1.0) for part in parts]


def _inner_first(entity: _Entity) -> tuple[int, int, float]:
    return (entity.parts[0].line, entity.level, entity.parts[0].x0)


def _outer_first(entity: _Entity) -> tuple[int, int]:
    return (-entity.level, entity.row.start)
