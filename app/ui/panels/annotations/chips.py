"""Labels as chips in their own colours."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.core.scheme import Scheme
from app.ui.base.lists.model_index import Index
from app.ui.base.texts.elided import elide
from app.ui.panels.annotations.annotation_rows import AnnotationRows
from app.ui.theme.label_colours import ColourScheme, tints_of

_LEFT_PX, _RIGHT_PX, _INSIDE_PX = 8, 4, 12
CHIP_PADDING_PX = _LEFT_PX + _RIGHT_PX + _INSIDE_PX + 1
"""What a chip needs beside its text."""


class ChipDelegate(QStyledItemDelegate):
    """Paint a label as a chip in its own colours."""

    def __init__(self, scheme: Scheme, colour_scheme: ColourScheme, rows: AnnotationRows, parent: QObject) -> None:
        super().__init__(parent)
        self._tints = tints_of(colour_scheme, scheme)
        self._none = colour_scheme.tint(None)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, self._rows.index(-1, -1))
        annotation = self._rows.annotation(index.row())
        tint = self._tints.get((annotation.kind, annotation.label), self._none)
        text = str(index.data())
        room = option.rect.adjusted(_LEFT_PX, 0, -_RIGHT_PX, 0)
        width = min(room.width(), option.fontMetrics.horizontalAdvance(text) + _INSIDE_PX)
        height = option.fontMetrics.height() + 2
        chip = QRectF(room.left(), option.rect.center().y() - height / 2 + 0.5, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.fill))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(option.palette.text().color())
        shown = elide(text, option.fontMetrics, width - 8)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
