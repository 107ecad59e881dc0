"""A sheet that scrolls.

The part of the article view that lays out, paints, zooms and keeps its place. What is marked, where things are and what
the mouse means is added by `view`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.core.scheme import Scheme
from app.core.span import Span
from app.ui.article.glide import Glide
from app.ui.article.layout.typesetting import ReadingStyle, Typeset
from app.ui.article.paint.canvas import Canvas
from app.ui.article.paint.overview import Overview
from app.ui.article.paint.pens import Pens
from app.ui.article.places import Places
from app.ui.article.updates import Updates
from app.ui.theme.label_colours import ColourScheme, colour_scheme_for

ZOOMS = (50, 300)
"""The least and the greatest zoom, in percent."""

_ZOOM_STEP = 10


class ScrolledSheet(QAbstractScrollArea):
    """Show a sheet in a viewport, with the overview beside the scrollbar."""

    zoom_changed = Signal(int)
    visible_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.canvas = Canvas()
        self._places = Places(self.canvas)
        self._colour_scheme: ColourScheme | None = None
        self._zoom = 100
        self._is_following = False
        self.overview = Overview(self)
        self.overview.chosen.connect(self._go_to)
        self._updates = Updates(self.canvas, self.overview, self.viewport().update, self._settle_layout)
        self.glide = Glide(self._scroll_by, self)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._set_pens(Scheme())
        self._arrange_viewport()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "a view has an application"
        application.fontDatabaseChanged.connect(self.typeset_anew)

    def set_colour_scheme(self, colour_scheme: ColourScheme) -> None:
        """Paint with a colour scheme, whatever the widget's palette is."""
        self._colour_scheme = colour_scheme
        self._set_pens(self._shown_scheme())

    def set_zoom(self, percent: int) -> None:
        """Set the size of everything.

        The line at the top edge stays there.
        """
        percent = min(max(percent, ZOOMS[0]), ZOOMS[1])
        if percent != self._zoom:
            self._zoom = percent
            self.canvas.typeset = Typeset(percent, self.canvas.reading)
            self._measure_sheet()
            self.zoom_changed.emit(percent)

    def zoom(self) -> int:
        return self._zoom

    def set_reading_style(self, reading: ReadingStyle) -> None:
        """Set font, spacing and measure.

        The line at the top edge stays there.
        """
        if reading != self.canvas.reading:
            self.canvas.reading = reading
            self.canvas.typeset = Typeset(self._zoom, reading)
            if self.canvas.sheet is not None:
                self.canvas.sheet.show_letters(reading.has_letters)
            self._measure_sheet()

    def typeset_anew(self) -> None:
        """Lay the text out with the fonts that there are now.

        Glyphs that another font lends are numbered by its place among all fonts. One that is loaded, such as that of
        the icons, moves those places, and laid lines would show its signs instead.
        """
        self.canvas.typeset = Typeset(self._zoom, self.canvas.reading)
        self._measure_sheet()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Scroll at once, without movement."""
        self.glide.is_reduced = reduced

    def ensure_visible(self, span: Span) -> None:
        """Scroll as little as needed to show a span.

        Two lines around it are shown; further off, it goes to a third of the height.
        """
        sheet = self.canvas.sheet
        if sheet is None:
            return
        self.glide.finish()
        height, index = self.viewport().height(), sheet.paragraphs.at(span.start)
        if index not in self.canvas.near_screen():
            self._jump_to(span.start)
            return
        rect = self._places.rect_of(Span(span.start, max(span.start + 1, min(span.stop, sheet.paragraphs[index].stop))))
        margin = min(2 * self.canvas.pitch, height / 4)
        if rect.top() < margin:
            self.glide.by(rect.top() - margin)
        elif rect.bottom() > height - margin:
            self.glide.by(min(rect.bottom() - height + margin, rect.top() - margin))

    def is_in_sight(self, span: Span) -> bool:
        """Say whether some of a span is on screen.

        Scrolling that is under way is taken as finished.
        """
        self.glide.finish()
        return self._places.visible_range().overlaps(span)

    # -- Qt events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.canvas.paint(painter, event.region())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_viewport()
        self._measure_sheet()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        sheet, height, bar = self.canvas.sheet, self.viewport().height(), self.verticalScrollBar()
        if self._is_following or sheet is None:
            return
        if bar.value() >= bar.maximum():
            sheet.scroll_to_end(height)
            self._settle_layout()
        elif abs(dy) < 3 * height:
            self._scroll_by(-dy)
        else:
            sheet.scroll_to(bar.value(), height)
            self._settle_layout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (_ZOOM_STEP if event.angleDelta().y() > 0 else -_ZOOM_STEP))
            event.accept()
            return
        self.glide.finish()
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._colour_scheme is None:
            self._set_pens(self._shown_scheme())
        elif event.type() == QEvent.Type.LocaleChange:
            self.canvas.locale = self.locale()
            self._updates.follow_scheme(self._shown_scheme())

    def sizeHint(self) -> QSize:
        typeset = self.canvas.typeset
        return QSize(typeset.measure + typeset.gutter + typeset.margin, 40 * int(typeset.em))

    # -- inside

    def _arrange_viewport(self) -> None:
        width = self.overview.sizeHint().width()
        self.setViewportMargins(0, 0, width, 0)
        area = self.viewport().geometry()
        self.overview.setGeometry(area.right() + 1, area.top(), width, area.height())
        self.canvas.width, self.canvas.height = area.width(), area.height()

    def _measure_sheet(self) -> None:
        self.canvas.measure()
        self._settle_layout()

    def _settle_layout(self, top: int = 0) -> None:
        """Lay out what shows now, and repaint it from `top` on.

        All of it where that scrolled the view.
        """
        before = 0.0 if self.canvas.sheet is None else self.canvas.sheet.top_y
        self._scroll_within_ends()
        self._show_place()
        if self.canvas.sheet is None or self.canvas.sheet.top_y != before:
            top = 0
        self.viewport().update(0, top, self.canvas.width, self.canvas.height - top)
        self.visible_changed.emit()

    def _scroll_within_ends(self) -> None:
        if self.canvas.sheet is not None:
            self.canvas.sheet.scroll_by(0.0, self.canvas.height)

    def _show_place(self) -> None:
        """Tell the scrollbar and the overview what is on screen."""
        bar, sheet, height = self.verticalScrollBar(), self.canvas.sheet, self.canvas.height
        self._is_following = True
        bar.setRange(0, 0 if sheet is None else max(0, round(sheet.total_height) - height))
        bar.setPageStep(height)
        bar.setSingleStep(round(self.canvas.pitch))
        bar.setValue(0 if sheet is None else round(sheet.top_y))
        self._is_following = False
        current = self.canvas.current
        self.overview.show_place(self._places.visible_range(), None if current is None else current.start)

    def _scroll_by(self, dy: float) -> None:
        """Scroll and paint only what comes into view.

        What stays on screen moves with its paint.
        """
        if self.canvas.sheet is None:
            return
        moved = self.canvas.sheet.scroll_by(dy, self.canvas.height)
        if self.canvas.is_tied_to_screen:
            self.viewport().update()
        else:
            self.viewport().scroll(0, round(moved))
        self._show_place()
        self.visible_changed.emit()

    def _jump_to(self, position: int) -> None:
        if self.canvas.sheet is not None:
            self.canvas.sheet.scroll_to_position(position, 1 / 3, self.canvas.height)
            self._settle_layout()

    def _go_to(self, position: int) -> None:
        self.glide.finish()
        self._jump_to(min(position, max(0, len(self._places.text) - 1)))

    def _shown_scheme(self) -> Scheme:
        return Scheme() if self.canvas.sheet is None else self.canvas.sheet.scheme

    def _set_pens(self, scheme: Scheme) -> None:
        dark = self.palette().color(QPalette.ColorRole.Base).lightnessF() < 0.5
        self.canvas.pens = Pens(self._colour_scheme or colour_scheme_for(dark=dark), scheme)
        self.overview.set_pens(self.canvas.pens)
        self.viewport().update()
