"""Arrange the annotations of a laid paragraph.

Place its lines so that everything has room, and give the shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.model import Annotation, Kind
from app.core.span import Span
from app.ui.article.layout.claim_shapes import Claims
from app.ui.article.layout.entity_shapes import Entities
from app.ui.article.layout.line_layout import LineLayout
from app.ui.article.layout.shapes import Shapes


class Arrangement:
    """The rows of one paragraph (in reading order), arranged from `top` on.

    `names` gives the caption of an annotation, `claim_levels` the nesting of the outer spans of claims.
    """

    def __init__(
        self,
        line_layout: LineLayout,
        rows: Sequence[Annotation],
        claim_levels: dict[Span, int],
        names: Callable[[Annotation], str],
        top: float,
    ) -> None:
        self._entities = Entities(line_layout, (row for row in rows if row.kind is Kind.ENTITY), names)
        self._claims = Claims(line_layout, (row for row in rows if row.kind is Kind.CLAIM), claim_levels, names)
        line_layout.place_lines(top)
        self.shapes = Shapes(self._entities.shapes(), self._claims.shapes())

    def exchange(self, row: Annotation) -> bool:
        """Take a changed row of the same id and place.

        False where lines would have to move.
        """
        return (self._claims if row.kind is Kind.CLAIM else self._entities).exchange(row)
