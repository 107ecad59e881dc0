"""Paint a block: fills and underlines, words, captions.

Coordinates are those of the block (see `shapes`).
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from app.core.model import Annotation, Kind, Status
from app.ui.article.layout.laid_blocks import Block
from app.ui.article.layout.shapes import Caption, ClaimShape, EntityShape, Stroke
from app.ui.article.layout.typesetting import Typeset
from app.ui.article.paint.mark_painter import RADIUS, RING_PX, MarkPainter
from app.ui.article.paint.marks import Marks
from app.ui.article.paint.pens import Pens

Extent = tuple[float, float]
"""The upper and the lower end of what lies in between."""


_TEETH = 6
"""Of the torn edge of a name whose end is uncertain."""
_NOTE_WIDTH = 1.35
"""Of the sign of a note, by its height."""
_NOTE_GAP_PX = 6.0
"""Between the kind of a claim and the sign of its note."""


class BlockPainter:
    """Paint blocks with one painter.

    `marks` says what is selected, found, grouped; `current` is the current one.
    """

    def __init__(
        self, painter: QPainter, pens: Pens, typeset: Typeset, marks: Marks, current: Annotation | None
    ) -> None:
        self._painter = painter
        self._pens = pens
        self._typeset = typeset
        self._marks = marks
        self._current = current
        self._mark_painter = MarkPainter(painter, pens, marks, current)

    def paint(self, block: Block, strips: list[Extent]) -> None:
        """Paint the part of `block` in `strips`.

        Fills, marks and rings, over them the words, then the captions.
        """
        entities = [shape for shape in block.shapes.entities if self._is_shown(shape, strips)]
        claims = [shape for shape in block.shapes.claims if self._is_shown(shape, strips)]
        for entity in entities:
            self._paint_fill(entity)
        self._mark_painter.paint_marks(block)
        for claim in claims:
            self._paint_underline(claim, strips)
            self._mark_painter.ring(claim.row, claim.boxes)
        for entity in entities:
            self._mark_painter.ring(entity.row, entity.boxes)
        self._mark_painter.ring_hidden(block)
        self._mark_painter.paint_roles(block)
        self._painter.setPen(self._pens.ink)
        block.laid.draw(self._painter, strips)
        for entity in entities:
            self._paint_caption(entity)
            self._paint_note(entity)
        for claim in claims:
            self._paint_bracket(claim)
        self._mark_painter.paint_caret(block)

    def _is_shown(self, shape: EntityShape | ClaimShape, strips: list[Extent]) -> bool:
        em = self._typeset.em
        top, bottom = shape.top(em) - RING_PX, shape.bottom(em) + RING_PX
        return any(top < low and bottom > high for high, low in strips)

    # -- entities

    def _paint_fill(self, shape: EntityShape) -> None:
        painter, row = self._painter, shape.row
        pens = self._pens.of(row)
        line = self._pens.line(row)
        if row.status is Status.REJECTED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(line)
        else:
            painter.setBrush(pens.soft if row.status is Status.PROPOSED else pens.fill)
            painter.setPen(self._pens.no_pen)
        for box in shape.boxes:
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(line)
        if row.is_live:
            painter.drawLines([_bottom_line(box) for box in shape.boxes])
        if shape.links:
            painter.setPen(pens.dotted)
            painter.drawLines([QLineF(link.x0, link.y, link.x1, link.y) for link in shape.links])
        if row.status is Status.PROPOSED:
            self._paint_uncertain_ends(shape)
        if row.status is Status.CORRECTED:
            self._dog_ear(shape.boxes[-1], row)

    def _paint_uncertain_ends(self, shape: EntityShape) -> None:
        """Draw a torn edge at an uncertain end."""
        starts, stops = shape.uncertain_ends
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(self._pens.of(shape.row).solid)
        if starts:
            box = shape.boxes[0]
            self._painter.drawPolyline(_torn_edge(box.left(), box, -1))
        if stops:
            box = shape.boxes[-1]
            self._painter.drawPolyline(_torn_edge(box.right(), box, 1))

    def _dog_ear(self, box: QRectF, row: Annotation) -> None:
        """Fold the upper right corner of what was corrected."""
        size = 0.42 * self._typeset.em
        corner = box.topRight()
        ear = QPolygonF([corner + QPointF(-size, 0.0), corner, corner + QPointF(0.0, size)])
        self._painter.setPen(self._pens.no_pen)
        self._painter.setBrush(self._pens.of(row).edge)
        self._painter.drawPolygon(ear)

    def _paint_caption(self, shape: EntityShape) -> None:
        caption = shape.caption
        if caption is None:
            return
        painter, row = self._painter, shape.row
        is_current = row.id == self._marks.current
        words = self._typeset.caption_words(caption.text, decided=row.status.is_decided or is_current)
        is_rejected = row.status is Status.REJECTED
        if is_current:
            self._paint_plate(QRectF(caption.x, caption.baseline, words.width, 0.0), self._typeset.caption)
        elif self._is_in_current(row):
            self._clear_ring(caption)
        painter.setFont(words.font)
        painter.setPen(self._caption_colour(row))
        painter.drawStaticText(QPointF(caption.x, caption.baseline - self._typeset.caption_ascent), words.text)
        if is_rejected:
            y = caption.baseline - 0.36 * self._typeset.caption.pixelSize()
            painter.drawLine(QLineF(caption.x - 1.0, y, caption.x + caption.width + 1.0, y))

    def _paint_note(self, shape: EntityShape) -> None:
        """Paint the sign of a note.

        It stands over the end of the words, or behind the caption that stands there.
        """
        if shape.row.id not in self._marks.noted:
            return
        box, caption = shape.boxes[-1], shape.caption
        x = box.right() - self._note_size * _NOTE_WIDTH
        if caption is not None and len(shape.boxes) == 1:
            x = max(x, caption.x + caption.width + 4.0)
        self._note_sign(QPointF(x, box.top() - 1.0))

    @property
    def _note_size(self) -> float:
        return 0.95 * self._typeset.caption.pixelSize()

    def _is_in_current(self, row: Annotation) -> bool:
        current = self._current
        return current is not None and current.kind is Kind.CLAIM and current.span.overlaps(row.span)

    def _clear_ring(self, caption: Caption) -> None:
        """Open the current claim's ring where a caption stands on it."""
        box = QRectF(caption.x - 2.0, caption.baseline - 2.0, caption.width + 4.0, 3.0)
        self._painter.fillRect(box, self._pens.paper)

    def _caption_colour(self, row: Annotation) -> QColor:
        if row.id == self._marks.current:
            return self._pens.paper
        return self._pens.muted if row.status is Status.REJECTED else self._pens.of(row).ink

    def _paint_plate(self, feet: QRectF, font: QFont) -> None:
        """Paint a dark plate under the current annotation's caption.

        The top of `feet` is its baseline.
        """
        height = font.pixelSize()
        self._painter.setPen(self._pens.no_pen)
        self._painter.setBrush(self._pens.accent)
        plate = QRectF(feet.left() - 3.0, feet.top() - 0.87 * height, feet.width() + 6.0, 1.12 * height)
        self._painter.drawRoundedRect(plate, 2.5, 2.5)

    def _note_sign(self, foot: QPointF) -> None:
        """Draw a speech bubble that stands on `foot`: there is a note."""
        size = self._note_size
        width = size * _NOTE_WIDTH
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(QRectF(foot.x(), foot.y() - size, width, size * 0.76), 2.0, 2.0)
        path.moveTo(foot.x() + 0.25 * width, foot.y() - 0.3 * size)
        path.lineTo(foot.x() + 0.25 * width, foot.y())
        path.lineTo(foot.x() + 0.6 * width, foot.y() - 0.3 * size)
        self._painter.fillPath(path, self._pens.remark)
        self._painter.setPen(self._pens.paper)
        for line in (0.76, 0.48):
            y = foot.y() - line * size
            self._painter.drawLine(QLineF(foot.x() + 0.2 * width, y, foot.x() + 0.8 * width, y))

    # -- claims

    def _paint_underline(self, shape: ClaimShape, strips: list[Extent]) -> None:
        painter = self._painter
        top, bottom = strips[0][0] - 2.0, strips[-1][1] + 0.3 * self._typeset.em
        strokes = [stroke for stroke in shape.strokes if top < stroke.y < bottom]
        pen = self._line_of_claim(shape)
        painter.setPen(pen)
        painter.drawLines([QLineF(stroke.x0, stroke.y, stroke.x1, stroke.y) for stroke in strokes])
        painter.setPen(self._solid_pen(pen))
        for stroke in strokes:
            painter.drawLines(_draw_feet(stroke, 0.17 * self._typeset.em))
        if shape.links:
            painter.setPen(self._pens.of(shape.row).dotted)
            painter.drawLines([QLineF(link.x0, link.y, link.x1, link.y) for link in shape.links])

    def _paint_bracket(self, shape: ClaimShape) -> None:
        painter, x = self._painter, shape.bracket_x
        pen = self._line_of_claim(shape)
        painter.setPen(pen)
        foot = 0.3 * self._typeset.em
        painter.drawLine(QLineF(x, shape.bracket_top, x, shape.bracket_bottom))
        painter.setPen(self._solid_pen(pen))
        if shape.begins:
            painter.drawLine(QLineF(x, shape.bracket_top, x + foot, shape.bracket_top))
        if shape.ends:
            painter.drawLine(QLineF(x, shape.bracket_bottom, x + foot, shape.bracket_bottom))
        if shape.caption is not None:
            self._paint_kind(shape)

    def _paint_kind(self, shape: ClaimShape) -> None:
        caption, row = shape.caption, shape.row
        assert caption is not None, "asked for a claim that begins here"
        painter, typeset = self._painter, self._typeset
        is_rejected = row.status is Status.REJECTED
        is_bold = row.status.is_decided or row.id == self._marks.current
        kind, *speaker = caption.text.split("\n")
        for line in speaker:
            below = typeset.kind_words(line, decided=False)
            painter.setFont(below.font)
            painter.setPen(self._pens.muted)
            foot = caption.baseline + typeset.kind_height
            painter.drawStaticText(QPointF(caption.x - below.width, foot - typeset.kind_metrics.ascent()), below.text)
        words = typeset.kind_words(kind, decided=is_bold)
        left = caption.x - words.width
        painter.setFont(words.font)
        if row.id == self._marks.current:
            self._paint_plate(QRectF(left, caption.baseline, words.width, 0.0), typeset.kind)
        painter.setPen(self._caption_colour(row))
        painter.drawStaticText(QPointF(left, caption.baseline - typeset.kind_metrics.ascent()), words.text)
        if is_rejected:
            y = caption.baseline - 0.3 * typeset.kind.pixelSize()
            painter.drawLine(QLineF(left - 1.0, y, caption.x + 1.0, y))
        if row.id in self._marks.noted:
            # Beside the kind: above it the speaker of the claim before may stand.
            x = left - _NOTE_GAP_PX - self._note_size * _NOTE_WIDTH
            self._note_sign(QPointF(max(x, 1.0 - typeset.least_gutter), caption.baseline + 1.0))

    def _line_of_claim(self, shape: ClaimShape) -> QPen:
        pen = QPen(self._pens.line(shape.row))
        if shape.row.id == self._marks.current:
            pen.setWidthF(2.6)
        return pen

    def _solid_pen(self, pen: QPen) -> QPen:
        solid = QPen(pen)
        solid.setStyle(Qt.PenStyle.SolidLine)
        return solid


def _torn_edge(x: float, box: QRectF, side: int) -> QPolygonF:
    """Return a zigzag along one edge of a box.

    The edge is the left (-1) or the right (1) one.
    """
    step = (box.height() - 2.0) / _TEETH
    return QPolygonF(
        [QPointF(x + side * (2.5 if tooth % 2 else 0.0), box.top() + 1.0 + tooth * step) for tooth in range(_TEETH + 1)]
    )


def _bottom_line(box: QRectF) -> QLineF:
    y = box.bottom() - 0.8
    return QLineF(box.left() + 1.5, y, box.right() - 1.5, y)


def _draw_feet(stroke: Stroke, height: float) -> list[QLineF]:
    feet = []
    if stroke.begins:
        feet.append(QLineF(stroke.x0 + 0.8, stroke.y, stroke.x0 + 0.8, stroke.y - height))
    if stroke.ends:
        feet.append(QLineF(stroke.x1 - 0.8, stroke.y, stroke.x1 - 0.8, stroke.y - height))
    return feet
