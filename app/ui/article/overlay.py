"""What is painted over the blocks: the letters of hints, and what belongs to the current claim."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.core.model import Annotation, Role
from app.ui.article.inks import Inks, pen
from app.ui.article.marks import Marks
from app.ui.article.paint import mark_boxes
from app.ui.article.sheet import Block, Sheet
from app.ui.article.typeset import Typeset

_FADED = 0.25


class OverlayPainter:
    """Paint over the blocks in viewport coordinates; the text column begins at `left`."""

    def __init__(self, painter: QPainter, inks: Inks, sheet: Sheet, typeset: Typeset, left: float) -> None:
        self._painter = painter
        self._inks = inks
        self._sheet = sheet
        self._typeset = typeset
        self._left = left

    def paint(self, marks: Marks, blocks: list[tuple[int, float]]) -> None:
        """Paint over `blocks`, given as (index, y)."""
        current = self._sheet.annotations.get(marks.current)
        if current is not None and current.roles:
            self._paint_roles(current, blocks)
        if marks.hints:
            self._paint_hints(marks, blocks)

    def _paint_roles(self, claim: Annotation, blocks: list[tuple[int, float]]) -> None:
        for index, y in blocks:
            block = self._sheet.block(index)
            self._painter.save()
            self._painter.translate(self._left, y)
            for role in claim.roles:
                self._paint_role(claim, role, block, y)
            self._painter.restore()

    def _paint_role(self, claim: Annotation, role: Role, block: Block, y: float) -> None:
        boxes = mark_boxes(block, role.span)
        if not boxes:
            return
        inks, painter = self._inks.of(claim), self._painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_speaker = role.name == "speaker"
        painter.setPen(pen(inks.edge, 1.8) if is_speaker else pen(inks.edge, 1.6, (1.0, 2.0)))
        for box in boxes:
            painter.drawRoundedRect(box.adjusted(-2.5, -1.5, 2.5, 1.5), 4.0, 4.0)
        if is_speaker:
            self._lead_to_bracket(claim, boxes[0], y)

    def _lead_to_bracket(self, claim: Annotation, box: QRectF, y: float) -> None:
        """Draw a thin line from the speaker, under its line of text, to the bracket of its claim."""
        bracket = self._bracket_of(claim)
        if bracket is None:
            return
        x, top, bottom = bracket
        painter, colour = self._painter, self._inks.of(claim).edge
        line_y = box.bottom() + 1.5
        painter.setPen(pen(colour, 1.2))
        painter.drawLine(QLineF(x, line_y, box.left() - 2.0, line_y))
        if not top <= y + line_y <= bottom:
            near = top if y + line_y < top else bottom
            painter.setPen(pen(colour, 1.2, (1.0, 2.0)))
            painter.drawLine(QLineF(x, line_y, x, near - y))
        painter.setPen(self._inks.no_pen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, line_y), 3.0, 3.0)

    def _bracket_of(self, claim: Annotation) -> tuple[float, float, float] | None:
        """Return x, top and bottom of a claim's bracket in the viewport, as far as it is laid out."""
        found = []
        for index in self._sheet.paragraphs.touching(claim.span):
            block = self._sheet.kept(index)
            if block is not None:
                y = self._sheet.y_of(index)
                found += [
                    (shape.bracket_x, y + shape.bracket_top, y + shape.bracket_bottom)
                    for shape in block.shapes.claims
                    if shape.row.id == claim.id
                ]
        if not found:
            return None
        return found[0][0], min(part[1] for part in found), max(part[2] for part in found)

    def _paint_hints(self, marks: Marks, blocks: list[tuple[int, float]]) -> None:
        metrics = QFontMetricsF(self._typeset.badge)
        self._painter.setFont(self._typeset.badge)
        for span, letters in marks.hints:
            place = self._place_of(span.start, blocks)
            if place is None:
                continue
            self._painter.setOpacity(1.0 if letters.startswith(marks.typed) else _FADED)
            self._paint_badge(place, letters, len(marks.typed), metrics)
        self._painter.setOpacity(1.0)

    def _paint_badge(self, foot: QPointF, letters: str, typed: int, metrics: QFontMetricsF) -> None:
        painter = self._painter
        width, height = metrics.horizontalAdvance(letters) + 8.0, metrics.ascent() + 3.0
        box = QRectF(foot.x() - 3.0, foot.y() - height, width, height)
        painter.setPen(pen(self._inks.paper, 1.0))
        painter.setBrush(self._inks.badge)
        painter.drawRoundedRect(box, 3.0, 3.0)
        x, baseline = box.left() + 4.0, box.bottom() - 2.5
        for place, letter in enumerate(letters):
            painter.setPen(self._inks.ghost if place < typed else self._inks.badge_ink)
            painter.drawText(QPointF(x, baseline), letter)
            x += metrics.horizontalAdvance(letter)

    def _place_of(self, position: int, blocks: list[tuple[int, float]]) -> QPointF | None:
        """Return where a badge for `position` stands: on top of its word, in the gap between the lines."""
        index = self._sheet.paragraphs.at(position)
        y = next((y for shown, y in blocks if shown == index), None)
        if y is None:
            return None
        laid = self._sheet.block(index).laid
        line = laid.lines[laid.line_at(position)]
        return QPointF(self._left + laid.x_at(position), y + line.baseline - laid.style.rise + 1.0)
