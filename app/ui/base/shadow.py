"""A soft shadow below a panel.

Qt's own effect paints the panel anew into a picture, and blurs that, at each change of any part of it.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_SPREAD_PX = 11.0
"""The standard deviation of the blur."""
_REACH_PX = round(2.5 * _SPREAD_PX)
_DROP_PX = 6
_DARKEST = 140
"""The opacity of the shadow below the middle of the panel, of 255."""


class Shadow(QWidget):
    """Follow a panel of the same window, right below it."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel.window())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._panel = panel
        self.hide()
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Show | QEvent.Type.ZOrderChange:
                self._place()
                self.stackUnder(self._panel)
                self.show()
            case QEvent.Type.Move | QEvent.Type.Resize:
                self._place()
            case QEvent.Type.Hide:
                self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture of a shadow.

        Its middle lines are drawn out to the size of the panel.
        """
        picture, painter = _make_picture(), QPainter(self)
        for x, width, source_x, source_width in _split(self.width()):
            for y, height, source_y, source_height in _split(self.height()):
                target = QRect(x, y, width, height)
                if event.rect().intersects(target):
                    painter.drawPixmap(target, picture, QRect(source_x, source_y, source_width, source_height))

    def _place(self) -> None:
        reach = _REACH_PX
        self.setGeometry(self._panel.geometry().adjusted(-reach, _DROP_PX - reach, reach, _DROP_PX + reach))


def _split(length: int) -> tuple[tuple[int, int, int, int], ...]:
    """Return start and length of each third of a side.

    Behind them stand those of what is drawn there.
    """
    third = 2 * _REACH_PX
    return (0, third, 0, third), (third, length - 2 * third, third, 1), (length - third, third, third + 1, third)


@lru_cache(maxsize=1)
def _make_picture() -> QPixmap:
    """Return the shadow of the smallest panel.

    It is a rectangle under a Gaussian blur: the product of two profiles.
    """
    half = [0.5 + 0.5 * math.erf(place / (_SPREAD_PX * math.sqrt(2))) for place in range(-_REACH_PX, _REACH_PX)]
    profile = [*half, 1.0, *reversed(half)]
    pixels = bytes(round(_DARKEST * across * down) for down in profile for across in profile)
    image = QImage(pixels, len(profile), len(profile), len(profile), QImage.Format.Format_Alpha8)
    return QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
