"""Where things are on screen.

Positions under a point, rectangles of spans, what the mouse is over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetricsF

from app.core.span import Span
from app.core.text.boundary import fitted, word_at
from app.ui.article.layout.laid_blocks import Block
from app.ui.article.layout.shapes import ClaimShape
from app.ui.article.layout.sheet import Sheet
from app.ui.article.layout.typesetting import Typeset
from app.ui.article.paint.canvas import Canvas
from app.ui.article.paint.mark_painter import mark_boxes

_NEAR_PX = 4
_FEW = 8


@dataclass(frozen=True, slots=True)
class Handle:
    """A boundary of the current annotation.

    Of which of its pieces, and is it its start?
    """

    piece: Span
    is_start: bool

    def moved_to(self, text: str, position: int, *, free: bool) -> Span:
        """Return the piece with its boundary at the word of `position`.

        Freely: at the code point. By word, it may be marked as it is: without blanks and punctuation at its ends.
        """
        word = None if free else word_at(text, position)
        if self.is_start:
            start = word.start if word else position
            moved = Span(min(start, self.piece.stop - 1), self.piece.stop)
        else:
            stop = word.stop if word else position + 1
            moved = Span(self.piece.start, max(stop, self.piece.start + 1))
        shown = moved if free else fitted(text, moved)
        return shown if shown.length else self.piece


class Places:
    """Answer where things are on a canvas. Points are viewport coordinates."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    @property
    def text(self) -> str:
        """The shown text."""
        return "" if self._canvas.sheet is None else self._canvas.sheet.text

    def position_at(self, point: QPoint) -> int | None:
        """Return the code point nearest to a point.

        None where no article is shown.
        """
        sheet, shown = self._canvas.sheet, self._canvas.on_screen()
        if sheet is None or not shown:
            return None
        index, y = next((place for place in reversed(shown) if place[1] <= point.y()), shown[0])
        laid = sheet.block(index).laid
        below = (number for number, line in enumerate(laid.lines) if point.y() - y < line.bottom)
        return laid.position_at(next(below, len(laid.lines) - 1), point.x() - self._canvas.left)

    def rect_of(self, span: Span) -> QRect:
        """Return the rectangle around a span's words.

        It may lie outside the viewport. Empty where there are none. Of a span that goes on far beyond the screen, the
        parts off screen are left out.
        """
        sheet, whole = self._canvas.sheet, QRectF()
        if sheet is None:
            return QRect()
        for index in self._worth_laying(sheet, sheet.paragraphs.touching(span)):
            offset = QPointF(self._canvas.left, sheet.y_of(index))
            for box in mark_boxes(sheet.block(index), span):
                whole = whole.united(box.translated(offset))
        return whole.toAlignedRect()

    def _worth_laying(self, sheet: Sheet, touched: range) -> Iterable[int]:
        if len(touched) <= _FEW:
            return touched
        shown = [index for index, _ in self._canvas.on_screen() if index in touched]
        return shown or touched[:1]

    def visible_range(self) -> Span:
        """Return the code points on screen, by whole lines."""
        sheet, shown = self._canvas.sheet, self._canvas.on_screen()
        if sheet is None or not shown:
            return Span(0, 0)
        (first, first_y), (last, last_y) = shown[0], shown[-1]
        lines = sheet.block(first).laid.lines
        start = next((line.start for line in lines if first_y + line.bottom > 0), lines[-1].stop)
        lines = sheet.block(last).laid.lines
        height = self._canvas.height
        stop = next((line.stop for line in reversed(lines) if last_y + line.top < height), lines[0].start)
        return Span(start, max(start, stop))

    def annotation_at(self, point: QPoint) -> int | None:
        """Return the innermost annotation under a point.

        An entity's box, a claim's bracket or its words.
        """
        block, local = self._find_local(point)
        if block is None:
            return None
        for entity in reversed(block.shapes.entities):
            if any(box.contains(local) for box in entity.boxes):
                return entity.row.id
        over = [claim.row for claim in block.shapes.claims if any(box.contains(local) for box in claim.boxes)]
        inner = min(over, key=lambda row: row.stop - row.start, default=None)
        return self.bracket_at(point) if inner is None else inner.id

    def is_link_at(self, point: QPoint) -> bool:
        """Say whether the link of the header is under a point."""
        block, local = self._find_local(point)
        sheet = self._canvas.sheet
        if block is None or sheet is None or block is not sheet.block(0):
            return False
        metrics = QFontMetricsF(self._canvas.typeset.dateline)
        box = sheet.header.link_box(metrics.ascent(), metrics.descent())
        return box.translated(0.0, sheet.header_top).contains(local)

    def bracket_at(self, point: QPoint) -> int | None:
        """Return the claim whose bracket or caption is under a point."""
        block, local = self._find_local(point)
        if block is None or local.x() >= -_NEAR_PX:
            return None
        typeset = self._canvas.typeset
        claims = block.shapes.claims
        return next((claim.row.id for claim in claims if _is_on_bracket(claim, local, typeset)), None)

    def handle_at(self, point: QPoint) -> Handle | None:
        """Return the boundary of the current annotation under a point."""
        row = self._canvas.current
        block, local = self._find_local(point)
        if row is None or block is None:
            return None
        found = (_handle_on(block, piece, local) for piece in row.pieces)
        return next((handle for handle in found if handle is not None), None)

    def _find_local(self, point: QPoint) -> tuple[Block | None, QPointF]:
        """Return the block under a point, and the point in its coordinates."""
        sheet = self._canvas.sheet
        for index, y in reversed(self._canvas.on_screen()):
            if y <= point.y() and sheet is not None:
                return sheet.block(index), QPointF(point.x() - self._canvas.left, point.y() - y)
        return None, QPointF()


def _handle_on(block: Block, piece: Span, point: QPointF) -> Handle | None:
    boxes = mark_boxes(block, piece)
    for box, part in zip(boxes, block.laid.fragments(piece), strict=True):
        if not box.top() <= point.y() <= box.bottom():
            continue
        if part.starts and abs(point.x() - box.left()) <= _NEAR_PX:
            return Handle(piece, is_start=True)
        if part.stops and abs(point.x() - box.right()) <= _NEAR_PX:
            return Handle(piece, is_start=False)
    return None


def _is_on_bracket(claim: ClaimShape, point: QPointF, typeset: Typeset) -> bool:
    """Say whether a point is on bracket, kind or speaker."""
    near = abs(point.x() - claim.bracket_x) <= _NEAR_PX
    if near and claim.bracket_top <= point.y() <= claim.bracket_bottom:
        return True
    caption = claim.caption
    if caption is None or not caption.x - caption.width <= point.x() <= caption.x:
        return False
    foot = caption.baseline + caption.text.count("\n") * typeset.kind_height + 0.3 * typeset.em
    return caption.baseline - typeset.em <= point.y() <= foot
