"""Paint the header of an article."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

from app.ui.article.layout.header import Header, HeaderPart, PartRole
from app.ui.article.layout.typesetting import Typeset
from app.ui.article.paint.pens import Pens


class HeaderPainter:
    """Paint headers with one painter."""

    def __init__(self, painter: QPainter, pens: Pens, typeset: Typeset) -> None:
        self._painter, self._pens, self._typeset = painter, pens, typeset

    def paint(self, header: Header, top: float) -> None:
        """Paint a header whose upper edge is at `top`."""
        painter = self._painter
        painter.setPen(self._pens.ink)
        painter.setFont(self._typeset.title.font)
        for words, baseline in header.title:
            painter.drawText(QPointF(0.0, top + baseline), words)
        painter.setFont(self._typeset.dateline)
        for before, part in zip((None, *header.parts), header.parts, strict=False):
            self._paint_part(part, before, top)

    def _paint_part(self, part: HeaderPart, before: HeaderPart | None, top: float) -> None:
        painter, foot = self._painter, part.place + QPointF(0.0, top)
        if before is not None and before.place.y() == part.place.y():
            painter.setPen(self._pens.muted)
            painter.drawText(QPointF((before.place.x() + before.width + foot.x()) / 2 - 2.0, foot.y()), "·")
        colours = {PartRole.PLAIN: self._pens.muted, PartRole.LINK: self._pens.link, PartRole.REMARK: self._pens.remark}
        painter.setPen(colours[part.role])
        painter.drawText(foot, part.words)
        if part.role is PartRole.LINK:
            painter.drawLine(QLineF(foot.x(), foot.y() + 2.0, foot.x() + part.width, foot.y() + 2.0))
