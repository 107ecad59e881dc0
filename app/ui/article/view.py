"""The article view: the widget that shows one article with all that is marked in it, and says where things are.

It holds no state of the domain: it reads the desk's own index, is told what changed and what is marked, and sends
what the mouse meant. Keys are not its business. Offsets are code points, points are viewport coordinates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from app.core.change import Changed
from app.core.model import Article, Note
from app.core.scheme import Scheme
from app.core.span import Span
from app.service.index import AnnotationIndex
from app.ui.article import steps
from app.ui.article.accessible import Voice
from app.ui.article.canvas import Canvas
from app.ui.article.glide import Glide
from app.ui.article.inks import Inks
from app.ui.article.marks import Marks
from app.ui.article.overview import Overview
from app.ui.article.palette import Look, look_for
from app.ui.article.places import Places
from app.ui.article.pointer import Pointer
from app.ui.article.sheet import Sheet
from app.ui.article.typeset import Typeset
from app.ui.article.updates import Updates

ZOOMS = (50, 300)
"""The least and the greatest zoom, in percent."""

_ZOOM_STEP = 10


class ArticleView(QAbstractScrollArea):
    """Show one article; see the module."""

    clicked = Signal(int, object)
    annotation_clicked = Signal(int)
    double_clicked = Signal(object)
    selected = Signal(object)
    boundary_dragged = Signal(int, object, object)
    menu_requested = Signal(object, int)
    zoom_changed = Signal(int)
    visible_changed = Signal()
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._canvas = Canvas()
        self._places = Places(self._canvas)
        self._look: Look | None = None
        self._zoom = 100
        self._shows_rejected = False
        self._is_following = False
        self._overview = Overview(self)
        self._overview.chosen.connect(self._go_to)
        self._updates = Updates(self._canvas, self._overview, self.viewport().update, self._settle)
        self._glide = Glide(self._scroll_by, self)
        self._glide.is_reduced = not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        self.voice = Voice(self, self, self._canvas, self._places)
        self._pointer = Pointer(self._places, self.viewport())
        self._connect_pointer()
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._set_inks(Scheme())
        self._arrange_viewport()

    # -- what is shown

    def show_article(
        self, article: Article, text: str, annotations: AnnotationIndex, scheme: Scheme, notes: Iterable[Note] = ()
    ) -> None:
        """Show another article from its beginning, without any marks; `annotations` is read, now and later."""
        self._forget_article()
        self._canvas.sheet = sheet = Sheet(article, text, annotations, scheme, self._canvas.language)
        sheet.shows_rejected = self._shows_rejected
        self._set_inks(scheme)
        self._updates.show_all(notes)
        self._measure()
        self.voice.tell_article()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._forget_article()
        self._updates.show_all(())
        self._settle()
        self.voice.tell_article()

    def apply_changes(self, changed: Changed) -> None:
        """Repaint what changed rows of the shown article touch; the index has them already."""
        for _, scheme in changed.of(Scheme):
            if scheme is not None:
                self._set_inks(scheme)
                self._updates.take_scheme(scheme)
        self._updates.take(changed)

    def set_show_rejected(self, shown: bool) -> None:
        """Show rejected annotations as ghosts, or hide them."""
        self._shows_rejected = shown
        if self._canvas.sheet is not None:
            self._canvas.sheet.show_rejected(shown)
            self._settle()

    def set_look(self, look: Look) -> None:
        """Paint with the colours of a look, whatever the widget's palette is."""
        self._look = look
        self._set_inks(self._scheme())

    def set_zoom(self, percent: int) -> None:
        """Set the size of everything; the line at the top edge stays there."""
        percent = min(max(percent, ZOOMS[0]), ZOOMS[1])
        if percent != self._zoom:
            self._zoom = percent
            self._canvas.typeset = Typeset(percent)
            self._measure()
            self.zoom_changed.emit(percent)

    def zoom(self) -> int:
        return self._zoom

    def set_reduced_motion(self, reduced: bool) -> None:
        """Scroll at once, without movement."""
        self._glide.is_reduced = reduced

    # -- marks

    def set_caret(self, token: Span | None, *, ensure_visible: bool = False) -> None:
        """Put the caret on a token."""
        self._repaint([self._canvas.marks.caret, token])
        self._canvas.marks.caret = token
        self.voice.tell_caret()
        if ensure_visible and token is not None:
            self.ensure_visible(token)

    def set_selection(self, span: Span | None) -> None:
        """Show a selection."""
        self._repaint([self._canvas.marks.selection, span])
        self._canvas.marks.selection = span

    def set_current(self, annotation_id: int | None) -> None:
        """Ring the current annotation; with a claim, show its speaker and cue."""
        if annotation_id != self._canvas.marks.current:
            self._repaint_rows([self._canvas.marks.current, annotation_id])
            self._canvas.marks.current = annotation_id
            self._show_place()
            self.voice.tell_current()

    def set_group(self, ids: Collection[int]) -> None:
        """Light up the annotations that are decided together with the current one."""
        group = frozenset(ids)
        self._repaint_rows(group ^ self._canvas.marks.group)
        self._canvas.marks.group = group

    def set_hints(self, hints: Sequence[tuple[Span, str]], typed: str = "") -> None:
        """Show letters on top of words; those that do not begin with what was `typed` fade."""
        self._canvas.marks.hints, self._canvas.marks.typed = tuple(hints), typed
        self.viewport().update()

    def set_candidates(self, spans: Sequence[Span]) -> None:
        """Outline what can be chosen, as a speaker for one."""
        self._canvas.marks.candidates = tuple(spans)
        self.viewport().update()

    def set_finds(self, spans: Sequence[Span], current: Span | None = None) -> None:
        """Show what was found (sorted, disjoint), and which of it is looked at."""
        self._canvas.marks.finds, self._canvas.marks.find = tuple(spans), current
        self._overview.show_found(spans)
        self.viewport().update()

    # -- where things are

    def position_at(self, point: QPoint) -> int | None:
        """Return the code point nearest to a point; None where no article is shown."""
        return self._places.position_at(point)

    def annotation_at(self, point: QPoint) -> int | None:
        """Return the innermost annotation under a point: an entity's box, a claim's bracket or its words."""
        return self._places.annotation_at(point)

    def rect_of(self, span: Span) -> QRect:
        """Return the rectangle around a span's words; it may lie outside the viewport. Empty where there are none."""
        return self._places.rect_of(span)

    def visible_range(self) -> Span:
        """Return the code points on screen, by whole lines."""
        return self._places.visible_range()

    def token_in_line(self, caret: Span, by: int, x: float) -> Span | None:
        """Return the token `by` lines below the caret's (above where negative), nearest to `x`; None at the ends."""
        sheet = self._canvas.sheet
        return None if sheet is None else steps.token_in_line(sheet, caret, by, x)

    def x_of(self, caret: Span) -> float:
        """Return the middle of a token, in pixels from the left of the column."""
        sheet = self._canvas.sheet
        return 0.0 if sheet is None else steps.x_of(sheet, caret)

    def line_start(self, caret: Span) -> Span:
        """Return the first token of the caret's line on screen."""
        sheet = self._canvas.sheet
        return caret if sheet is None else steps.line_ends(sheet, caret)[0]

    def line_end(self, caret: Span) -> Span:
        """Return the last token of the caret's line on screen."""
        sheet = self._canvas.sheet
        return caret if sheet is None else steps.line_ends(sheet, caret)[1]

    def lines_per_page(self) -> int:
        """Return how many lines a page key goes."""
        return max(1, int(self.viewport().height() / self._canvas.pitch) - 1)

    def ensure_visible(self, span: Span) -> None:
        """Scroll as little as needed to show a span with two lines around it; further off, to a third of the height."""
        sheet = self._canvas.sheet
        if sheet is None:
            return
        self._glide.finish()
        height, index = self.viewport().height(), sheet.paragraphs.at(span.start)
        if index not in self._canvas.near_screen():
            self._jump_to(span.start)
            return
        rect = self.rect_of(Span(span.start, max(span.start + 1, min(span.stop, sheet.paragraphs[index].stop))))
        margin = min(2 * self._canvas.pitch, height / 4)
        if rect.top() < margin:
            self._glide.by(rect.top() - margin)
        elif rect.bottom() > height - margin:
            self._glide.by(min(rect.bottom() - height + margin, rect.top() - margin))

    def copy(self) -> str:
        """Put the selected words, else those of the current annotation, on the clipboard, and return them."""
        words = self._words_to_copy()
        if words:
            QGuiApplication.clipboard().setText(words)
            self.copied.emit(words)
        return words

    # -- what a screen reader does (see `Reader`)

    def place_caret(self, position: int) -> None:
        """Tell that a place was chosen, as a click does."""
        self.clicked.emit(position, Qt.KeyboardModifier.NoModifier)

    def select(self, span: Span) -> None:
        """Tell that a span was chosen, as dragging does."""
        self.selected.emit(span)

    # -- Qt events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._canvas.paint(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_viewport()
        self._measure()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        sheet, height, bar = self._canvas.sheet, self.viewport().height(), self.verticalScrollBar()
        if self._is_following or sheet is None:
            return
        if bar.value() >= bar.maximum():
            sheet.scroll_to_end(height)
        elif abs(dy) < 3 * height:
            sheet.scroll_by(-dy, height)
        else:
            sheet.scroll_to(bar.value(), height)
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (_ZOOM_STEP if event.angleDelta().y() > 0 else -_ZOOM_STEP))
            event.accept()
            return
        self._glide.finish()
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        caret = self._canvas.marks.caret
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._pointer.ask_menu(event)
        elif caret is not None:
            point = self.viewport().mapToGlobal(self.rect_of(caret).bottomLeft())
            self.menu_requested.emit(point, caret.start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._look is None:
            self._set_inks(self._scheme())
        elif event.type() == QEvent.Type.LocaleChange:
            self._canvas.locale = self.locale()
            self._updates.take_scheme(self._scheme())

    def sizeHint(self) -> QSize:
        typeset = self._canvas.typeset
        return QSize(typeset.measure + typeset.gutter + typeset.margin, 40 * int(typeset.em))

    # -- inside

    def _connect_pointer(self) -> None:
        pointer = self._pointer
        pointer.clicked.connect(self.clicked)
        pointer.double_clicked.connect(self.double_clicked)
        pointer.claim_clicked.connect(self.annotation_clicked)
        pointer.selected.connect(self.selected)
        pointer.menu_requested.connect(self.menu_requested)
        pointer.scroll_wanted.connect(self._scroll_by)
        pointer.boundary_shown.connect(self._show_boundary)
        pointer.boundary_dragged.connect(self._tell_boundary)

    def _arrange_viewport(self) -> None:
        width = self._overview.sizeHint().width()
        self.setViewportMargins(0, 0, width, 0)
        area = self.viewport().geometry()
        self._overview.setGeometry(area.right() + 1, area.top(), width, area.height())
        self._canvas.width, self._canvas.height = area.width(), area.height()

    def _forget_article(self) -> None:
        self._glide.finish()
        self._pointer.cancel()
        self._canvas.marks = Marks()
        self._canvas.sheet = None

    def _measure(self) -> None:
        self._canvas.measure()
        self._settle()

    def _settle(self, top: int = 0) -> None:
        """Lay out what shows now, and repaint it from `top` on, or all where that scrolled it."""
        before = 0.0 if self._canvas.sheet is None else self._canvas.sheet.top_y
        self._scroll_within_ends()
        self._show_place()
        if self._canvas.sheet is None or self._canvas.sheet.top_y != before:
            top = 0
        self.viewport().update(0, top, self._canvas.width, self._canvas.height - top)
        self.visible_changed.emit()

    def _scroll_within_ends(self) -> None:
        if self._canvas.sheet is not None:
            self._canvas.sheet.scroll_by(0.0, self._canvas.height)

    def _show_place(self) -> None:
        """Tell the scrollbar and the overview what is on screen."""
        bar, sheet, height = self.verticalScrollBar(), self._canvas.sheet, self._canvas.height
        self._is_following = True
        bar.setRange(0, 0 if sheet is None else max(0, round(sheet.total_height) - height))
        bar.setPageStep(height)
        bar.setSingleStep(round(self._canvas.pitch))
        bar.setValue(0 if sheet is None else round(sheet.top_y))
        self._is_following = False
        current = self._canvas.current
        self._overview.show_place(self.visible_range(), None if current is None else current.start)

    def _scroll_by(self, dy: float) -> None:
        if self._canvas.sheet is not None:
            self._canvas.sheet.scroll_by(dy, self._canvas.height)
            self._settle()

    def _jump_to(self, position: int) -> None:
        if self._canvas.sheet is not None:
            self._canvas.sheet.scroll_to_position(position, 1 / 3, self._canvas.height)
            self._settle()

    def _go_to(self, position: int) -> None:
        self._glide.finish()
        self._jump_to(min(position, max(0, len(self._places.text) - 1)))

    def _show_boundary(self, piece: Span | None) -> None:
        self._repaint([self._canvas.marks.boundary, piece])
        self._canvas.marks.boundary = piece

    def _tell_boundary(self, before: Span, after: Span) -> None:
        if self._canvas.marks.current is not None:
            self.boundary_dragged.emit(self._canvas.marks.current, before, after)

    def _words_to_copy(self) -> str:
        selection, current = self._canvas.marks.selection, self._canvas.current
        if selection is not None:
            return self._places.text[selection.start : selection.stop]
        return "" if current is None else current.words(self._places.text)

    def _scheme(self) -> Scheme:
        return Scheme() if self._canvas.sheet is None else self._canvas.sheet.scheme

    def _set_inks(self, scheme: Scheme) -> None:
        dark = self.palette().color(QPalette.ColorRole.Base).lightnessF() < 0.5
        self._canvas.inks = Inks(self._look or look_for(dark=dark), scheme)
        self._overview.set_inks(self._canvas.inks)
        self.viewport().update()

    def _repaint(self, spans: Iterable[Span | None]) -> None:
        for area in self._canvas.area_of(spans):
            self.viewport().update(area)

    def _repaint_rows(self, ids: Iterable[int | None]) -> None:
        sheet = self._canvas.sheet
        rows = (None if sheet is None else sheet.annotations.get(annotation_id) for annotation_id in ids)
        for row in rows:
            for area in () if row is None else self._canvas.area_of_row(row):
                self.viewport().update(area)
