"""Arrange the claims of a paragraph.

Underlines of their pieces, brackets and captions in the gutter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.core.model import Annotation
from app.core.span import Span
from app.ui.article.layout.laid_lines import Fragment, Line
from app.ui.article.layout.line_layout import DEEPEST, LineLayout
from app.ui.article.layout.shapes import Caption, ClaimShape, Stroke


@dataclass(slots=True)
class _Claim:
    row: Annotation
    pieces: list[Fragment]
    gaps: list[Fragment]
    fragments: list[Fragment]
    level: int
    shape: ClaimShape | None = None


class Claims:
    """The claims of one paragraph.

    `levels` gives the nesting of their outer spans, the same in every paragraph.
    """

    def __init__(
        self,
        line_layout: LineLayout,
        rows: Iterable[Annotation],
        levels: dict[Span, int],
        names: Callable[[Annotation], str],
    ) -> None:
        self._line_layout = line_layout
        self._names = names
        self._all = [claim for row in rows if (claim := self._place_claim(row, levels)).fragments]
        self._outermost = max((claim.level for claim in self._all), default=0)
        for claim in self._all:
            for part in claim.fragments:
                line_layout.ask_underline(part, claim.level)

    def shapes(self) -> list[ClaimShape]:
        """Return the shapes in reading order."""
        shapes = [self._make_shape(claim) for claim in self._all]
        self._part_brackets(shapes)
        used = float("-inf")
        for claim, shape in zip(self._all, shapes, strict=True):
            claim.shape = shape
            if shape.begins:
                shape.caption = self._make_caption(claim, used)
                used = shape.caption.baseline + shape.caption.text.count("\n") * self._line_layout.typeset.kind_height
        return shapes

    def exchange(self, row: Annotation) -> bool:
        """Replace a row by another one of the same pieces.

        False where there is no row of its id.
        """
        claim = next((found for found in self._all if found.row.id == row.id), None)
        if claim is None or claim.shape is None:
            return False
        claim.row = claim.shape.row = row
        old = claim.shape.caption
        if old is not None:
            name = self._fitted_name(row)
            if name.count("\n") != old.text.count("\n"):
                return False  # those below it would have to move
            claim.shape.caption = Caption(name, old.x, old.baseline, self._line_layout.typeset.kind_width(name))
        return True

    def _place_claim(self, row: Annotation, levels: dict[Span, int]) -> _Claim:
        laid = self._line_layout.laid
        gaps = [Span(before.stop, after.start) for before, after in pairwise(row.pieces)]
        return _Claim(
            row,
            pieces=[part for piece in row.pieces for part in laid.fragments(piece)],
            gaps=[part for gap in gaps for part in laid.fragments(gap)],
            fragments=laid.fragments(row.span),
            level=min(DEEPEST, levels.get(row.span, 0)),
        )

    def _make_shape(self, claim: _Claim) -> ClaimShape:
        lines, first, last = self._line_layout.laid.lines, claim.fragments[0], claim.fragments[-1]
        return ClaimShape(
            row=claim.row,
            strokes=[self._make_stroke(part, claim.level) for part in claim.pieces],
            links=[self._make_stroke(part, claim.level) for part in claim.gaps],
            boxes=[self._line_layout.box(part, 0) for part in claim.pieces],
            bracket_x=-self._bracket_out(claim.level),
            bracket_top=self._ink_top(lines[first.line]) if first.starts else 0.0,
            bracket_bottom=self._ink_bottom(lines[last.line]),
            begins=first.starts,
            ends=last.stops,
        )

    def _make_stroke(self, part: Fragment, level: int) -> Stroke:
        return Stroke(part.x0, part.x1, self._line_layout.underline_y(part.line, level), part.starts, part.stops)

    def _bracket_out(self, level: int) -> float:
        return float(round((0.8 + 0.42 * level) * self._line_layout.typeset.em))

    def _ink_top(self, line: Line) -> float:
        return line.baseline - self._line_layout.laid.style.rise

    def _ink_bottom(self, line: Line) -> float:
        return line.baseline + self._line_layout.laid.style.fall

    def _part_brackets(self, shapes: list[ClaimShape]) -> None:
        """Separate the brackets of claims that meet in one line.

        Their positions in the line decide where.
        """
        last: dict[int, int] = {}
        for index, claim in enumerate(self._all):
            before = last.get(claim.level)
            last[claim.level] = index
            if before is None or self._all[before].fragments[-1].line != claim.fragments[0].line:
                continue
            line = self._line_layout.laid.lines[claim.fragments[0].line]
            middle = (self._all[before].fragments[-1].x1 + claim.fragments[0].x0) / 2
            share = min(0.8, max(0.2, middle / self._line_layout.width))
            y = self._ink_top(line) + share * (self._ink_bottom(line) - self._ink_top(line))
            shapes[before].bracket_bottom = max(shapes[before].bracket_top + 3.0, y - 1.5)
            shapes[index].bracket_top = y + 1.5

    def _make_caption(self, claim: _Claim, used: float) -> Caption:
        """Return a claim's caption in the gutter.

        It is in the line of the claim's start, but below the caption before it.
        """
        typeset = self._line_layout.typeset
        line = self._line_layout.laid.lines[claim.fragments[0].line]
        name = self._fitted_name(claim.row)
        right = -self._bracket_out(self._outermost) - 0.45 * typeset.em
        return Caption(name, right, max(line.baseline, used + typeset.kind_height), typeset.kind_width(name))

    def _fitted_name(self, row: Annotation) -> str:
        """Return a claim's kind with its speaker below it.

        The speaker is shown as far as the gutter has room.
        """
        typeset = self._line_layout.typeset
        kind, *speaker = self._names(row).split("\n")
        room = typeset.least_gutter - self._bracket_out(self._outermost) - 0.6 * typeset.em
        return "\n".join((kind, *(typeset.fit_speaker(words, room) for words in speaker)))
