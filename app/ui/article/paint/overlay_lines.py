"""What is painted over the blocks.

The letters of candidates, and what belongs to the current claim.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.core.model import Annotation
from app.core.span import Span
from app.ui.article.layout.sheet import Sheet
from app.ui.article.layout.typesetting import Typeset
from app.ui.article.paint.mark_painter import mark_boxes
from app.ui.article.paint.marks import Marks
from app.ui.article.paint.pens import Pens, pen

_FADED = 0.25


class OverlayPainter:
    """Paint over the blocks in viewport coordinates.

    The text column begins at `left`.
    """

    def __init__(self, painter: QPainter, pens: Pens, sheet: Sheet, typeset: Typeset, left: float) -> None:
        self._painter = painter
        self._pens = pens
        self._sheet = sheet
        self._typeset = typeset
        self._left = left

    def paint(self, marks: Marks, blocks: list[tuple[int, float]]) -> None:
        """Paint over `blocks`, given as (index, y)."""
        current = self._sheet.annotations.get(marks.current)
        speaker = None if current is None else current.speaker
        if current is not None and speaker is not None:
            self._lead_to_bracket(current, speaker.span, blocks)
        if marks.hints:
            self._paint_hints(marks, blocks)

    def _lead_to_bracket(self, claim: Annotation, speaker: Span, blocks: list[tuple[int, float]]) -> None:
        """Draw a thin line from the speaker to its claim's bracket.

        It runs under the speaker's line of text.
        """
        box, bracket = self._box_of(speaker, blocks), self._bracket_of(claim)
        if box is None or bracket is None:
            return
        x, top, bottom = bracket
        x += self._left
        y = box.bottom() + 1.0
        painter, colour = self._painter, self._pens.of(claim).edge
        painter.setPen(pen(colour, 1.2))
        painter.drawLine(QLineF(x, y, box.left() - 2.5, y))
        if not top <= y <= bottom:
            painter.setPen(pen(colour, 1.2, (1.0, 2.0)))
            painter.drawLine(QLineF(x, y, x, top if y < top else bottom))
        painter.setPen(self._pens.no_pen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, y), 3.0, 3.0)

    def _box_of(self, span: Span, blocks: list[tuple[int, float]]) -> QRectF | None:
        """Return the first box of a span in the viewport."""
        index = self._sheet.paragraphs.at(span.start)
        boxes = [
            box.translated(self._left, y)
            for shown, y in blocks
            if shown == index
            for box in mark_boxes(self._sheet.block(index), span)
        ]
        return boxes[0] if boxes else None

    def _bracket_of(self, claim: Annotation) -> tuple[float, float, float] | None:
        """Return x, top and bottom of a claim's bracket.

        In the viewport, as far as it is laid out.
        """
        found = []
        for index in self._sheet.kept_blocks(claim.span):
            y = self._sheet.y_of(index)
            found += [
                (shape.bracket_x, y + shape.bracket_top, y + shape.bracket_bottom)
                for shape in self._sheet.block(index).shapes.claims
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
        painter.setPen(pen(self._pens.paper, 1.0))
        painter.setBrush(self._pens.badge)
        painter.drawRoundedRect(box, 3.0, 3.0)
        x, baseline = box.left() + 4.0, box.bottom() - 2.5
        for place, letter in enumerate(letters):
            painter.setPen(self._pens.ghost if place < typed else self._pens.badge_ink)
            painter.drawText(QPointF(x, baseline), letter)
            x += metrics.horizontalAdvance(letter)

    def _place_of(self, position: int, blocks: list[tuple[int, float]]) -> QPointF | None:
        """Return where the badge for `position` stands.

        On top of its word, in the gap between the lines.
        """
        index = self._sheet.paragraphs.at(position)
        y = next((y for shown, y in blocks if shown == index), None)
        if y is None:
            return None
        laid = self._sheet.block(index).laid
        line = laid.lines[laid.line_at(position)]
        return QPointF(self._left + laid.x_at(position), y + line.baseline - laid.style.rise + 1.0)
