"""Paint what marks a block: selection, places found, caret, roles, and rings."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.core.model import Annotation, Status
from app.core.span import Span
from app.core.vocabulary import RoleName
from app.ui.article.layout.laid_blocks import Block
from app.ui.article.paint.marks import Marks
from app.ui.article.paint.pens import Pens

RADIUS = 3.5
RING_PX = 5.0
"""How far a ring reaches out of its box."""


class MarkPainter:
    """Paint the marks of blocks with one painter.

    `current` is the current annotation.
    """

    def __init__(self, painter: QPainter, pens: Pens, marks: Marks, current: Annotation | None) -> None:
        self._painter, self._pens, self._marks, self._current = painter, pens, marks, current

    def paint_marks(self, block: Block) -> None:
        """Paint finds, selection, dragged boundary and candidates."""
        painter = self._painter
        painter.setPen(self._pens.no_pen)
        painter.setBrush(self._pens.find)
        for span in self._marks.finds_in(block.laid.span):
            for box in mark_boxes(block, span):
                painter.drawRect(box)
        if self._marks.selection is not None:
            painter.setBrush(self._pens.selection)
            for box in mark_boxes(block, self._marks.selection):
                painter.drawRect(box)
        if self._marks.boundary is not None:
            painter.setBrush(self._pens.selection)
            for box in mark_boxes(block, self._marks.boundary):
                painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._marks.find is not None:
            painter.setPen(self._pens.find_now)
            for box in mark_boxes(block, self._marks.find):
                painter.drawRect(box.adjusted(-1.0, -1.0, 1.0, 1.0))
        painter.setPen(self._pens.companion)
        for span in self._marks.candidates:
            for box in mark_boxes(block, span):
                painter.drawRoundedRect(box.adjusted(-1.5, -0.5, 1.5, 0.5), RADIUS, RADIUS)

    def paint_roles(self, block: Block) -> None:
        """Outline the speaker of the current claim, and its cue with dots."""
        claim = self._current
        if claim is None:
            return
        pens = self._pens.of(claim)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for role in claim.roles:
            self._painter.setPen(pens.solid if role.name == RoleName.SPEAKER else pens.dotted)
            for box in mark_boxes(block, role.span):
                self._painter.drawRoundedRect(box.adjusted(-2.5, -1.0, 2.5, 1.0), RADIUS, RADIUS)

    def paint_caret(self, block: Block) -> None:
        """Underline the word of the caret."""
        if self._marks.caret is None:
            return
        self._painter.setPen(self._pens.caret)
        for box in mark_boxes(block, self._marks.caret):
            self._painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))

    def ring_hidden(self, block: Block) -> None:
        """Ring the current annotation where it is rejected and hidden.

        The next key is about it all the same.
        """
        row = self._current
        drawn = [entity.row for entity in block.shapes.entities] + [claim.row for claim in block.shapes.claims]
        if row is not None and row.status is Status.REJECTED and row not in drawn:
            self.ring(row, [box for piece in row.pieces for box in mark_boxes(block, piece)])

    def ring(self, row: Annotation, boxes: list[QRectF]) -> None:
        """Ring the current annotation; light up those of its group."""
        if row.id == self._marks.current:
            pens, out = [self._pens.halo, self._pens.ring], 2.0
        elif row.id in self._marks.group:
            pens, out = [self._pens.companion], 1.5
        elif row.id in self._marks.entity_group:
            pens, out = [self._pens.distant_companion], 1.5
        else:
            return
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in pens:
            self._painter.setPen(pen)
            for box in boxes:
                self._painter.drawRoundedRect(box.adjusted(-out, -out, out, out), RADIUS + 1.0, RADIUS + 1.0)


def mark_boxes(block: Block, span: Span) -> list[QRectF]:
    """Return the boxes of a span in a block, line by line."""
    style = block.laid.style
    boxes = []
    for part in block.laid.fragments(span):
        baseline = block.laid.lines[part.line].baseline
        boxes.append(QRectF(part.x0, baseline - style.rise, part.x1 - part.x0, style.rise + style.fall))
    return boxes
