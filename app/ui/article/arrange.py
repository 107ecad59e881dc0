"""Arrange the annotations of a laid paragraph: nesting, rows of captions and underlines, and the heights of lines.

Pure geometry: the lines of the paragraph are placed so that every caption and underline has room of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QRectF

from app.core.lanes import pack
from app.core.model import Annotation, Kind
from app.core.span import Span, reading_order
from app.ui.article.laid import Fragment, LaidParagraph, Line
from app.ui.article.shapes import Caption, ClaimShape, EntityShape, Shapes, Stroke
from app.ui.article.typeset import Typeset

DEEPEST = 4
"""Nesting is told apart to this depth; what lies deeper is drawn like the deepest."""


@dataclass(slots=True)
class _Placed:
    """A caption that has its place: its extent, and the box it belongs to."""

    x0: float
    x1: float
    box: tuple[float, float]


@dataclass(slots=True)
class _Room:
    """What one line must have room for."""

    nested: int = 0
    underlines: int = 0
    tiers: list[list[_Placed]] = field(default_factory=list)


@dataclass(slots=True)
class _Entity:
    row: Annotation
    fragments: list[Fragment]
    level: int
    name: str
    width: float
    tier: int = 0
    caption_x: float = 0.0


@dataclass(slots=True)
class _Claim:
    row: Annotation
    pieces: list[list[Fragment]]
    hull: list[Fragment]
    level: int
    gaps: list[Fragment]


class Arrangement:
    """Arrange the rows of one paragraph; `names` gives the caption of an annotation, `levels` the depth of claims."""

    def __init__(self, laid: LaidParagraph, typeset: Typeset, names: Callable[[Annotation], str], width: float) -> None:
        self._laid = laid
        self._typeset = typeset
        self._names = names
        self._width = width
        self._step = 0.14 * typeset.em
        self._row = 0.22 * typeset.em
        self._rooms = [_Room() for _ in laid.lines]

    def arranged(self, rows: Sequence[Annotation], claim_levels: dict[Span, int], top: float) -> Shapes:
        """Place the lines from `top` on, and return the shapes of `rows`, which are in reading order."""
        entities = self._entities([row for row in rows if row.kind is Kind.ENTITY])
        claims = self._claims([row for row in rows if row.kind is Kind.CLAIM], claim_levels)
        for entity in sorted(entities, key=_captions_first):
            self._reserve_caption(entity)
        self._place_lines(top)
        shapes = [self._entity_shape(entity) for entity in sorted(entities, key=_outer_first)]
        return Shapes(shapes, self._claim_shapes(claims))

    def _entities(self, rows: list[Annotation]) -> list[_Entity]:
        levels = nesting_levels(piece for row in rows for piece in row.pieces)
        seen: dict[Span, int] = {}
        found: list[_Entity] = []
        for row in rows:
            fragments = self._laid.fragments(row.pieces[0])
            for piece in row.pieces[1:]:
                fragments = fragments + self._laid.fragments(piece)
            if not fragments:
                continue
            twins = seen.get(row.pieces[0], 0)
            seen[row.pieces[0]] = twins + 1
            level = min(DEEPEST, max([levels[piece] for piece in row.pieces]) + twins)
            name = self._names(row)
            found.append(_Entity(row, fragments, level, name, self._typeset.caption_width(name)))
            for part in fragments:
                room = self._rooms[part.line]
                room.nested = max(room.nested, level)
        return found

    def _claims(self, rows: list[Annotation], levels: dict[Span, int]) -> list[_Claim]:
        found: list[_Claim] = []
        for row in rows:
            hull = self._laid.fragments(row.span)
            if not hull:
                continue
            gaps = [
                part
                for before, after in pairwise(row.pieces)
                for part in self._laid.fragments(Span(before.stop, after.start))
            ]
            pieces = [self._laid.fragments(piece) for piece in row.pieces]
            claim = _Claim(row, pieces, hull, min(DEEPEST, levels.get(row.span, 0)), gaps)
            found.append(claim)
            for part in hull:
                room = self._rooms[part.line]
                room.underlines = max(room.underlines, claim.level + 1)
        return found

    def _reserve_caption(self, entity: _Entity) -> None:
        first = entity.fragments[0]
        if not first.starts:
            return
        width = entity.width
        furthest = self._width + self._typeset.margin - 4.0 - width
        tiers = self._rooms[first.line].tiers
        for tier in range(len(tiers) + 1):
            if tier == len(tiers):
                tiers.append([])
            x = _free_x(tiers[tier], first, width, self._typeset.em)
            if x is not None and (x <= furthest or not tiers[tier]):
                x = min(x, furthest)
                tiers[tier].append(_Placed(x, x + width, (first.x0, first.x1)))
                entity.tier, entity.caption_x = tier, x
                return

    def _place_lines(self, top: float) -> None:
        style, typeset = self._laid.style, self._typeset
        y = top
        for index, room in enumerate(self._rooms):
            nested = room.nested * self._step
            above = typeset.caption_row * max(1, len(room.tiers)) + nested
            below = style.fall + nested + style.leading + max(0, room.underlines - 1) * self._row
            baseline = float(round(y + above + style.rise))
            bottom = float(round(baseline + below))
            self._laid.place(index, y, baseline, bottom)
            y = bottom

    def _box(self, part: Fragment, level: int) -> QRectF:
        line, style = self._laid.lines[part.line], self._laid.style
        out = level * self._step
        side = 1.5 + 0.7 * out
        top, bottom = line.baseline - style.rise - out, line.baseline + style.fall + out
        return QRectF(part.x0 - side, top, part.x1 - part.x0 + 2 * side, bottom - top)

    def _entity_shape(self, entity: _Entity) -> EntityShape:
        boxes = [self._box(part, entity.level) for part in entity.fragments]
        shape = EntityShape(entity.row, boxes, self._entity_links(entity), None, entity.level)
        first = entity.fragments[0]
        if first.starts:
            baseline = self._caption_baseline(first.line, entity.tier)
            shape.caption = Caption(entity.name, entity.caption_x, baseline, entity.width)
        return shape

    def _caption_baseline(self, line: int, tier: int) -> float:
        nested = self._rooms[line].nested * self._step
        top_of_fills = self._laid.lines[line].baseline - self._laid.style.rise - nested
        return round(top_of_fills - 0.11 * self._typeset.em - tier * self._typeset.caption_row)

    def _entity_links(self, entity: _Entity) -> list[Stroke]:
        pieces = entity.row.pieces
        if len(pieces) == 1:
            return []
        gaps = (Span(before.stop, after.start) for before, after in pairwise(pieces))
        parts = [part for gap in gaps for part in self._laid.fragments(gap)]
        return [Stroke(part.x0, part.x1, self._box(part, entity.level).bottom() - 1.0) for part in parts]

    def _underline_y(self, line: int, level: int) -> float:
        found, room = self._laid.lines[line], self._rooms[line]
        return found.baseline + self._laid.style.fall + room.nested * self._step + 2.5 + level * self._row

    def _claim_shapes(self, claims: list[_Claim]) -> list[ClaimShape]:
        shapes = [self._claim_shape(claim) for claim in claims]
        self._part_brackets(claims, shapes)
        used = -1.0e9
        outermost = max((claim.level for claim in claims), default=0)
        for claim, shape in zip(claims, shapes, strict=True):
            if claim.hull[0].starts:
                used = self._add_kind(claim, shape, outermost, used)
        return shapes

    def _claim_shape(self, claim: _Claim) -> ClaimShape:
        strokes = [
            Stroke(part.x0, part.x1, self._underline_y(part.line, claim.level), part.starts, part.stops)
            for fragments in claim.pieces
            for part in fragments
        ]
        links = [Stroke(part.x0, part.x1, self._underline_y(part.line, claim.level)) for part in claim.gaps]
        boxes = [self._box(part, 0) for fragments in claim.pieces for part in fragments]
        first, last = self._laid.lines[claim.hull[0].line], self._laid.lines[claim.hull[-1].line]
        begins, ends = claim.hull[0].starts, claim.hull[-1].stops
        return ClaimShape(
            row=claim.row,
            strokes=strokes,
            links=links,
            boxes=boxes,
            bracket_x=-self._bracket_out(claim.level),
            bracket_top=self._ink_top(first) if begins else 0.0,
            bracket_bottom=last.baseline + self._laid.style.fall,
            begins=begins,
            ends=ends,
        )

    def _bracket_out(self, level: int) -> float:
        return round((0.8 + 0.42 * level) * self._typeset.em)

    def _ink_top(self, line: Line) -> float:
        return line.baseline - self._laid.style.rise

    def _part_brackets(self, claims: list[_Claim], shapes: list[ClaimShape]) -> None:
        """Where one claim ends and the next begins in the same line, part their brackets by where in it they do."""
        last: dict[int, int] = {}
        for index, claim in enumerate(claims):
            before = last.get(claim.level)
            last[claim.level] = index
            if before is None or claims[before].hull[-1].line != claim.hull[0].line:
                continue
            line = self._laid.lines[claim.hull[0].line]
            share = min(0.8, max(0.2, (claims[before].hull[-1].x1 + claim.hull[0].x0) / 2 / self._width))
            top, bottom = self._ink_top(line), line.baseline + self._laid.style.fall
            middle = top + share * (bottom - top)
            shapes[before].bracket_bottom = max(shapes[before].bracket_top + 3.0, middle - 1.5)
            shapes[index].bracket_top = middle + 1.5

    def _add_kind(self, claim: _Claim, shape: ClaimShape, outermost: int, used: float) -> float:
        """Give a claim its caption in the gutter, below the one before it; return how far down that reaches."""
        typeset = self._typeset
        line = self._laid.lines[claim.hull[0].line]
        baseline = max(line.baseline, used + typeset.kind_height)
        name = self._names(claim.row)
        right = -self._bracket_out(outermost) - 0.45 * typeset.em
        shape.caption = Caption(name, right, baseline, typeset.kind_width(name))
        return baseline


def nesting_levels(spans: Iterable[Span]) -> dict[Span, int]:
    """Return how deep other spans lie inside each: 0 for the innermost of those that overlap, the outermost highest."""
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


def _free_x(placed: list[_Placed], part: Fragment, width: float, em: float) -> float | None:
    """Return where a caption of `width` fits over `part` in a tier, right of its neighbours'; None if nowhere."""
    x = part.x0
    if not placed:
        return x
    furthest = max(part.x0, part.x1 - 0.6 * em)
    for other in sorted(placed, key=_left_end):
        if x + width + 4.0 <= other.x0 or other.x1 + 4.0 <= x:
            continue
        nested = other.box[0] < part.x1 and part.x0 < other.box[1]
        x = other.x1 + 4.0
        if nested or x > furthest:
            return None
    return x


def _left_end(placed: _Placed) -> float:
    return placed.x0


def _captions_first(entity: _Entity) -> tuple[int, int, float]:
    return (entity.fragments[0].line, entity.level, entity.fragments[0].x0)


def _outer_first(entity: _Entity) -> tuple[int, int]:
    return (-entity.level, entity.row.start)
