"""Save a picture as PNG or SVG.

It is on light paper, with what it shows written above.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from app.formats.atomic_file import replace_file
from app.service.corpus.overview.pictures import Picture
from app.ui.dialogs.overview.drawings.drawing import Drawing
from app.ui.dialogs.overview.drawings.paper import Paper
from app.ui.dialogs.overview.drawings.picture_words import PictureWords
from app.ui.dialogs.overview.picture_view import MARGIN_PX, make_drawing
from app.ui.theme.label_colours import colour_scheme_for
from app.ui.theme.theme import strong

_SCALE = 2
"""Of a PNG: it is printed, or shown on a fine screen."""
_WIDTH_PX, _LEAST_HEIGHT_PX = 1_100.0, 420.0


def save_picture(picture: Picture, words: PictureWords, font: QFont, path: Path, about: str) -> Path:
    """Write a picture, and return its file; the name says how.

    Raise UserError where it cannot be written. The old file stays until the new one is whole.
    """
    light = colour_scheme_for(dark=False)
    paper = Paper(light, font)
    drawing = make_drawing(picture, PictureWords(words.scheme, words.language, light), paper)
    head = _Head(words.title(picture.kind), about, paper)
    body = max(_LEAST_HEIGHT_PX, drawing.least_size().height())
    width = max(_WIDTH_PX, drawing.least_size().width() + 2 * MARGIN_PX)
    size = QSizeF(width, body + head.height + 2 * MARGIN_PX)
    made = _make_svg(drawing, head, size) if path.suffix.casefold() == ".svg" else _make_png(drawing, head, size)
    with replace_file(path) as pending:
        pending.draft.write_bytes(made)
    return pending.written


class _Head:
    """The title of a saved picture, and what it was made of."""

    def __init__(self, title: str, about: str, paper: Paper) -> None:
        self.title, self._about, self._paper = title, about, paper
        self._title_font = strong(paper.font, 1.3)

    @property
    def height(self) -> float:
        return self._paper.line_px * 6

    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QColor(self._paper.colours.ink))
        painter.setFont(self._title_font)
        line = self._paper.line_px * 1.8
        painter.drawText(QRectF(box.left(), box.top(), box.width(), line), Qt.TextFlag.TextSingleLine, self.title)
        painter.setFont(self._paper.font)
        painter.setPen(QColor(self._paper.colours.muted))
        below = QRectF(box.left(), box.top() + line, box.width(), self.height - line)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, self._about)


def _make_png(drawing: Drawing, head: _Head, size: QSizeF) -> bytes:
    image = QImage((size * _SCALE).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, drawing, head, size)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _make_svg(drawing: Drawing, head: _Head, size: QSizeF) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415  # loaded when an SVG is written

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    whole: QSize = size.toSize()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(whole)
    generator.setResolution(
        round(QGuiApplication.primaryScreen().logicalDotsPerInch())
    )  # letters as they were measured
    generator.setViewBox(QRectF(0, 0, whole.width(), whole.height()))
    generator.setTitle(head.title)
    painter = QPainter(generator)
    _paint(painter, drawing, head, size)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _paint(painter: QPainter, drawing: Drawing, head: _Head, size: QSizeF) -> None:
    whole = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(whole, QColor(drawing.paper.colours.paper))
    inner = whole.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
    head.paint(painter, inner)
    drawing.paint(painter, inner.adjusted(0, head.height, 0, 0), None)
