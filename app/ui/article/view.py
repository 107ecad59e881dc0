"""The article view.

The widget that shows one article with all that is marked in it, and says where things are. It holds no state of the
domain: it reads the index of the open article, shows what is marked, and sends what the mouse meant. Keys are not its
business. Offsets are code points, points are viewport coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.core.change import Changed
from app.core.model import Annotation, Article, Note
from app.core.scheme import Scheme
from app.core.span import Span
from app.core.values.attribute_words import list_values
from app.service.article.annotation_index import AnnotationIndex
from app.service.article.article_fields import web_address
from app.ui.article import accessible, steps
from app.ui.article.layout.sheet import Sheet
from app.ui.article.marked_sheet import MarkedSheet
from app.ui.article.paint.marks import Marks
from app.ui.article.pointer import Pointer
from app.ui.article.scrolled import ZOOMS
from app.ui.article.voice import Voice
from app.ui.base.i18n import tr
from app.ui.base.plain_text import tip

__all__ = ["ZOOMS", "ArticleView"]


class ArticleView(MarkedSheet):
    """Show one article; see the module."""

    clicked = Signal(int, object)
    annotation_clicked = Signal(int)
    double_clicked = Signal(object)
    selected = Signal(object)
    boundary_dragged = Signal(int, object, object)
    menu_requested = Signal(object, object)
    copied = Signal(str)
    link_opened = Signal()
    begun = Signal()
    """The beginning of a long article has been painted: there is time to read on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows_rejected = False
        self._is_partial = False
        self.voice = Voice(self, self, self.canvas, self._places)
        accessible.install()
        self.pointer = Pointer(self._places, self.viewport())
        self._connect_pointer()

    # -- what is shown

    def show_article(
        self, article: Article, text: str, annotations: AnnotationIndex, scheme: Scheme, notes: Iterable[Note] = ()
    ) -> None:
        """Show another article from its beginning, without any marks.

        `annotations` is read, now and later.
        """
        self._forget_article()
        self.canvas.sheet = sheet = Sheet(article, text, annotations, scheme, self.canvas.language)
        sheet.shows_rejected = self._shows_rejected
        sheet.show_letters(self.canvas.reading.has_letters)
        self._set_pens(scheme)
        self._is_partial = not annotations.is_whole
        self._updates.show_all(notes)
        self._measure_sheet()
        self.voice.announce_article()

    def show_rest(self) -> None:
        """Show what needs all annotations, once they have been read.

        A long article is read in parts.
        """
        self._updates.show_rest()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._forget_article()
        self._updates.show_all(())
        self._settle_layout()
        self.voice.announce_article()

    def apply_changes(self, changed: Changed) -> None:
        """Repaint what changed rows of the shown article touch.

        The index has them already.
        """
        for _, scheme in changed.of(Scheme):
            if scheme is not None:
                self._set_pens(scheme)
                self._updates.follow_scheme(scheme)
        self._updates.follow_changes(changed)

    def set_show_rejected(self, shown: bool) -> None:
        """Show rejected annotations as ghosts, or hide them."""
        self._shows_rejected = shown
        if self.canvas.sheet is not None:
            self.canvas.sheet.show_rejected(shown)
            self._settle_layout()

    def set_hints(self, hints: Sequence[tuple[Span, str]], typed: str = "") -> None:
        """Show letters on top of words.

        They are read out when they are new.
        """
        super().set_hints(hints, typed)
        if not typed:
            self.voice.announce_hints(hints)

    # -- where things are

    def position_at(self, point: QPoint) -> int | None:
        """Return the code point nearest to a point.

        None where no article is shown.
        """
        return self._places.position_at(point)

    def annotation_at(self, point: QPoint) -> int | None:
        """Return the innermost annotation under a point.

        An entity's box, a claim's bracket or its words.
        """
        return self._places.annotation_at(point)

    def rect_of(self, span: Span) -> QRect:
        """Return the rectangle around a span's words.

        It may lie outside the viewport. Empty where there are none.
        """
        return self._places.rect_of(span)

    def visible_range(self) -> Span:
        """Return the code points on screen, by whole lines."""
        return self._places.visible_range()

    def token_in_line(self, caret: Span, by: int, x: float) -> Span | None:
        """Return the token `by` lines below the caret, nearest to `x`.

        Above where negative; None at the ends.
        """
        sheet = self.canvas.sheet
        return None if sheet is None else steps.token_in_line(sheet, caret, by, x)

    def x_of(self, caret: Span) -> float:
        """Return the middle of a token, in pixels from the column's left."""
        sheet = self.canvas.sheet
        return 0.0 if sheet is None else steps.x_of(sheet, caret)

    def line_start(self, caret: Span) -> Span:
        """Return the first token of the caret's line on screen."""
        sheet = self.canvas.sheet
        return caret if sheet is None else steps.line_ends(sheet, caret)[0]

    def line_end(self, caret: Span) -> Span:
        """Return the last token of the caret's line on screen."""
        sheet = self.canvas.sheet
        return caret if sheet is None else steps.line_ends(sheet, caret)[1]

    def lines_per_page(self) -> int:
        """Return how many lines a page key goes."""
        return max(1, int(self.viewport().height() / self.canvas.pitch) - 1)

    def copy(self) -> str:
        """Copy the selection, else the current annotation, and return the words."""
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
        super().paintEvent(event)
        if self._is_partial:
            self._is_partial = False
            self.begun.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._tip_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        caret = self.canvas.marks.caret
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.pointer.ask_menu(event)
        elif caret is not None:
            point = self.viewport().mapToGlobal(self.rect_of(caret).bottomLeft())
            self.menu_requested.emit(point, None)

    # -- inside

    def _tip_at(self, point: QPoint) -> str:
        """Return what the mouse is told at a point, "" for nothing."""
        sheet = self.canvas.sheet
        if sheet is None:
            return ""
        if self._places.is_link_at(point):
            return tr("{address}\nCtrl and a click open it in the browser.", address=web_address(sheet.article))
        row = sheet.annotations.get(self._places.annotation_at(point))
        return "" if row is None else self._describe(row, sheet)

    def _describe(self, row: Annotation, sheet: Sheet) -> str:
        """Return label, speaker, figures and periods in words."""
        title = sheet.scheme.label(row.kind, row.label).title(self.canvas.language)
        speaker = [] if row.speaker is None else [row.speaker.shown_name(sheet.text)]
        return "\n".join((title, *speaker, *list_values(row, self.canvas.language)))

    def _connect_pointer(self) -> None:
        pointer = self.pointer
        pointer.clicked.connect(self.clicked)
        pointer.double_clicked.connect(self.double_clicked)
        pointer.claim_clicked.connect(self.annotation_clicked)
        pointer.selected.connect(self.selected)
        pointer.menu_requested.connect(self.menu_requested)
        pointer.link_opened.connect(self.link_opened)
        pointer.scroll_wanted.connect(self._scroll_by)
        pointer.boundary_shown.connect(self._show_boundary)
        pointer.boundary_dragged.connect(self._emit_boundary)

    def _forget_article(self) -> None:
        self.glide.finish()
        self.pointer.cancel()
        self._is_partial = False
        self.canvas.marks = Marks()
        self.canvas.sheet = None

    def _show_boundary(self, piece: Span | None) -> None:
        self._repaint_spans([self.canvas.marks.boundary, piece])
        self.canvas.marks.boundary = piece

    def _emit_boundary(self, before: Span, after: Span) -> None:
        if self.canvas.marks.current is not None:
            self.boundary_dragged.emit(self.canvas.marks.current, before, after)

    def _words_to_copy(self) -> str:
        selection, current = self.canvas.marks.selection, self.canvas.current
        if selection is not None:
            return self._places.text[selection.start : selection.stop]
        return "" if current is None else current.words(self._places.text)
