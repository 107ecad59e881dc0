"""The article view: the widget that shows one article with all that is marked in it, and says where things are.

It holds no state of the domain: it reads the desk's own index, is told what changed and what is marked, and sends
what the mouse meant. Keys are not its business. Offsets are code points, points are viewport coordinates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QBasicTimer, QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
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
from app.core.model import Annotation, Article, Kind, Note
from app.core.scheme import Scheme
from app.core.span import Span
from app.core.text import token_at
from app.service.index import AnnotationIndex
from app.ui.article import steps
from app.ui.article.glide import Glide
from app.ui.article.inks import Inks
from app.ui.article.marks import Marks
from app.ui.article.overlay import OverlayPainter
from app.ui.article.overview import Overview
from app.ui.article.paint import BlockPainter, mark_boxes
from app.ui.article.palette import Look, look_for
from app.ui.article.pointer import Handle, Pointer, is_near
from app.ui.article.sheet import Sheet
from app.ui.article.typeset import Typeset

ZOOMS = (50, 300)
"""The least and the greatest zoom, in percent."""

_BULK = 64
_AUTOSCROLL_MS = 30


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
        super().__init__(parent, focusPolicy=Qt.FocusPolicy.StrongFocus, frameShape=QFrame.Shape.NoFrame)
        self._sheet: Sheet | None = None
        self._marks = Marks()
        self._look: Look | None = None
        self._typeset = Typeset(100)
        self._zoom = 100
        self._shows_rejected = False
        self._preview: Span | None = None
        self._inks = Inks(self._shown_look(), Scheme())
        self._glide = Glide(self._scroll_by, self)
        self._glide.is_reduced = not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        self._pointer = Pointer(self)
        self._autoscroll = QBasicTimer()
        self._follows = False
        self._overview = Overview(self)
        self._overview.set_inks(self._inks)
        self._overview.chosen.connect(self._go_to)
        self._arrange_viewport()

    # -- what is shown

    def show_article(
        self, article: Article, text: str, annotations: AnnotationIndex, scheme: Scheme, notes: Iterable[Note] = ()
    ) -> None:
        """Show another article from its beginning, without any marks; `annotations` is read, now and later."""
        self._glide.finish()
        self._pointer.cancel()
        self._marks = Marks(noted=_noted(notes))
        self._sheet = Sheet(article, text, annotations, scheme, self._language())
        self._sheet.shows_rejected = self._shows_rejected
        self._set_inks(scheme)
        self._overview.show_article(len(text), annotations)
        self._show_noted()
        self._overview.show_found(())
        self._measure()

    def clear(self) -> None:
        """Show an empty sheet."""
        self._sheet = None
        self._marks = Marks()
        self._overview.show_article(0, ())
        self._overview.show_noted(())
        self._settle()

    def apply_changes(self, changed: Changed) -> None:
        """Repaint what changed rows of the shown article touch; the index has them already."""
        sheet = self._sheet
        if sheet is None:
            return
        for _, scheme in changed.of(Scheme):
            if scheme is not None:
                self._take_scheme(scheme)
        for _, article in changed.of(Article):
            if article is not None and article.id == sheet.article.id:
                self._take_article(article)
        self._take_notes(changed)
        self._take_annotations(
            [pair for pair in changed.of(Annotation) if any(row and row.article_id == sheet.article.id for row in pair)]
        )

    def set_show_rejected(self, shown: bool) -> None:
        """Show rejected annotations as ghosts, or hide them."""
        self._shows_rejected = shown
        if self._sheet is not None:
            self._sheet.show_rejected(shown)
            self._settle()

    def set_look(self, look: Look) -> None:
        """Paint with the colours of a look, whatever the widget's palette is."""
        self._look = look
        self._set_inks(self._scheme())

    def set_zoom(self, percent: int) -> None:
        """Set the size of everything; the line at the top edge stays there."""
        percent = min(max(percent, ZOOMS[0]), ZOOMS[1])
        if percent == self._zoom:
            return
        self._zoom = percent
        self._typeset = Typeset(percent)
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
        self._update_spans([self._marks.caret, token])
        self._marks.caret = token
        if ensure_visible and token is not None:
            self.ensure_visible(token)

    def set_selection(self, span: Span | None) -> None:
        """Show a selection."""
        self._update_spans([self._marks.selection, span])
        self._marks.selection = span

    def set_current(self, annotation_id: int | None) -> None:
        """Ring the current annotation; with a claim, show its speaker and cue."""
        if annotation_id == self._marks.current:
            return
        self._update_annotation(self._marks.current)
        self._marks.current = annotation_id
        self._update_annotation(annotation_id)
        self._show_place()

    def set_group(self, ids: Collection[int]) -> None:
        """Light up the annotations that are decided together with the current one."""
        group = frozenset(ids)
        for annotation_id in group ^ self._marks.group:
            self._update_annotation(annotation_id)
        self._marks.group = group

    def set_hints(self, hints: Sequence[tuple[Span, str]], typed: str = "") -> None:
        """Show letters on top of words; those that do not begin with what was `typed` fade."""
        self._marks.hints, self._marks.typed = tuple(hints), typed
        self.viewport().update()

    def set_candidates(self, spans: Sequence[Span]) -> None:
        """Outline what can be chosen, a speaker for one."""
        self._marks.candidates = tuple(spans)
        self.viewport().update()

    def set_finds(self, spans: Sequence[Span], current: Span | None = None) -> None:
        """Show what was found (sorted, disjoint), and which of it is looked at."""
        self._marks.finds, self._marks.find = tuple(spans), current
        self._overview.show_found(spans)
        self.viewport().update()

    # -- where things are

    def position_at(self, point: QPoint) -> int | None:
        """Return the code point nearest to a point; None where no article is shown."""
        sheet = self._sheet
        shown = self._on_screen()
        if sheet is None or not shown:
            return None
        index, y = next(((index, y) for index, y in reversed(shown) if y <= point.y()), shown[0])
        laid = sheet.block(index).laid
        below = (number for number, line in enumerate(laid.lines) if point.y() - y < line.bottom)
        return laid.position_at(next(below, len(laid.lines) - 1), point.x() - self._left())

    def rect_of(self, span: Span) -> QRect:
        """Return the rectangle around a span's words; it may lie outside the viewport. Empty where there are none."""
        sheet = self._sheet
        whole = QRectF()
        if sheet is None:
            return QRect()
        for index in sheet.paragraphs.touching(span):
            offset = QPointF(self._left(), sheet.y_of(index))
            for box in mark_boxes(sheet.block(index), span):
                whole = whole.united(box.translated(offset))
        return whole.toAlignedRect()

    def visible_range(self) -> Span:
        """Return the code points on screen, by whole lines."""
        sheet, shown = self._sheet, self._on_screen()
        if sheet is None or not shown:
            return Span(0, 0)
        (first, first_y), (last, last_y) = shown[0], shown[-1]
        lines = sheet.block(first).laid.lines
        start = next((line.start for line in lines if first_y + line.bottom > 0), lines[-1].stop)
        height = self.viewport().height()
        lines = sheet.block(last).laid.lines
        stop = next((line.stop for line in reversed(lines) if last_y + line.top < height), lines[0].start)
        return Span(start, max(start, stop))

    def token_in_line(self, caret: Span, by: int, x: float) -> Span | None:
        """Return the token `by` lines below the caret's (above where negative), nearest to `x`; None at the ends."""
        return None if self._sheet is None else steps.token_in_line(self._sheet, caret, by, x)

    def x_of(self, caret: Span) -> float:
        """Return the middle of a token, in pixels from the left of the column."""
        return 0.0 if self._sheet is None else steps.x_of(self._sheet, caret)

    def line_start(self, caret: Span) -> Span:
        """Return the first token of the caret's line on screen."""
        return caret if self._sheet is None else steps.line_ends(self._sheet, caret)[0]

    def line_end(self, caret: Span) -> Span:
        """Return the last token of the caret's line on screen."""
        return caret if self._sheet is None else steps.line_ends(self._sheet, caret)[1]

    def lines_per_page(self) -> int:
        """Return how many lines a page key goes."""
        return max(1, int(self.viewport().height() / self._typeset.pitch(self._typeset.body)) - 1)

    def annotation_at(self, point: QPoint) -> int | None:
        """Return the innermost annotation under a point: an entity's box, a claim's bracket or its words."""
        place = self._local(point)
        if place is None:
            return None
        index, local = place
        assert self._sheet is not None, "a point in a block has a sheet"
        shapes = self._sheet.block(index).shapes
        for entity in reversed(shapes.entities):
            if any(box.contains(local) for box in entity.boxes):
                return entity.row.id
        bracket = self.bracket_at(point)
        if bracket is not None:
            return bracket
        over = [claim.row for claim in shapes.claims if any(box.contains(local) for box in claim.boxes)]
        return min(over, key=lambda row: row.stop - row.start).id if over else None

    def ensure_visible(self, span: Span) -> None:
        """Scroll as little as needed to show a span with two lines around it; further off, to a third of the height."""
        sheet = self._sheet
        if sheet is None:
            return
        self._glide.finish()
        height = self.viewport().height()
        index = sheet.paragraphs.at(span.start)
        if not any(shown == index for shown, _ in self._near_screen()):
            self._jump_to(span.start)
            return
        rect = self.rect_of(Span(span.start, max(span.start + 1, min(span.stop, sheet.paragraphs[index].stop))))
        margin = min(2 * self._typeset.pitch(self._typeset.body), height / 4)
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

    # -- Qt events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._inks.paper)
        if self._sheet is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_blocks(painter, self._sheet, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_viewport()
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._follows or self._sheet is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bar.value() >= bar.maximum():
            self._sheet.scroll_to_end(height)
        elif abs(dy) < 3 * height:
            self._sheet.scroll_by(-dy, height)
        else:
            self._sheet.scroll_to(bar.value(), height)
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (10 if event.angleDelta().y() > 0 else -10))
            event.accept()
            return
        self._glide.finish()
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)
        outside = not 0 <= event.position().y() < self.viewport().height()
        if self._pointer.is_dragging and outside:
            self._autoscroll.start(_AUTOSCROLL_MS, self)
        else:
            self._autoscroll.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._autoscroll.stop()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position = self.position_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and position is not None and self._sheet is not None:
            self._pointer.cancel()
            token = token_at(self._sheet.text, position)
            if token is not None:
                self.double_clicked.emit(token)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            position = self.position_at(event.pos())
            if position is not None:
                self.menu_requested.emit(event.globalPos(), position)
        elif self._marks.caret is not None:
            point = self.rect_of(self._marks.caret).bottomLeft()
            self.menu_requested.emit(self.viewport().mapToGlobal(point), self._marks.caret.start)

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() != self._autoscroll.timerId():
            super().timerEvent(event)
            return
        point = self.viewport().mapFromGlobal(QCursor.pos())
        beyond = point.y() if point.y() < 0 else max(0, point.y() - self.viewport().height())
        self._scroll_by(max(-80.0, min(80.0, beyond * 0.5)))
        self._pointer.drag_to(point, free=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._look is None:
            self._set_inks(self._scheme())
        elif event.type() == QEvent.Type.LocaleChange and self._sheet is not None:
            self._take_scheme(self._sheet.scheme)

    def sizeHint(self) -> QSize:
        typeset = self._typeset
        return QSize(typeset.measure + typeset.gutter + typeset.margin, 40 * int(typeset.em))

    # -- what the pointer asks and tells (see `PointerHost`)

    def handle_at(self, point: QPoint) -> Handle | None:
        """Return the boundary of the current annotation under a point."""
        row = self._current()
        place = self._local(point)
        if row is None or place is None:
            return None
        assert self._sheet is not None, "an annotation has a sheet"
        block, local = self._sheet.block(place[0]), place[1]
        for piece in row.pieces:
            boxes = mark_boxes(block, piece)
            parts = block.laid.fragments(piece)
            for box, part in zip(boxes, parts, strict=True):
                if not box.top() <= local.y() <= box.bottom():
                    continue
                if part.starts and is_near(local.x(), box.left()):
                    return Handle(piece, is_start=True)
                if part.stops and is_near(local.x(), box.right()):
                    return Handle(piece, is_start=False)
        return None

    def bracket_at(self, point: QPoint) -> int | None:
        """Return the claim whose bracket or caption in the gutter is under a point."""
        place = self._local(point)
        if place is None or place[1].x() > -4:
            return None
        assert self._sheet is not None, "a point in a block has a sheet"
        local = place[1]
        for claim in self._sheet.block(place[0]).shapes.claims:
            caption = claim.caption
            if abs(local.x() - claim.bracket_x) <= 4 and claim.bracket_top <= local.y() <= claim.bracket_bottom:
                return claim.row.id
            if caption is not None and caption.x - caption.width <= local.x() <= caption.x:
                if caption.baseline - self._typeset.em < local.y() < caption.baseline + 4:
                    return claim.row.id
        return None

    def show_preview(self, span: Span | None) -> None:
        """Show where a boundary is being dragged to."""
        self._update_spans([self._preview, span])
        self._preview = span

    def set_pointer_shape(self, shape: Qt.CursorShape) -> None:
        """Change the mouse pointer."""
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def words(self) -> str:
        """Return the text of the shown article."""
        return self._sheet.text if self._sheet is not None else ""

    def tell_clicked(self, position: int, modifiers: Qt.KeyboardModifier) -> None:
        """Say that a place was clicked."""
        self.clicked.emit(position, modifiers)

    def tell_annotation(self, annotation_id: int) -> None:
        """Say that a claim's bracket was clicked."""
        self.annotation_clicked.emit(annotation_id)

    def tell_selected(self, span: Span) -> None:
        """Say what the mouse selects."""
        self.selected.emit(span)

    def tell_boundary(self, before: Span, after: Span) -> None:
        """Say where a boundary of the current annotation was dragged to."""
        if self._marks.current is not None:
            self.boundary_dragged.emit(self._marks.current, before, after)

    # -- inside

    def _arrange_viewport(self) -> None:
        width = self._overview.sizeHint().width()
        self.setViewportMargins(0, 0, width, 0)
        area = self.viewport().geometry()
        self._overview.setGeometry(area.right() + 1, area.top(), width, area.height())
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _paint_blocks(self, painter: QPainter, sheet: Sheet, area: QRect) -> None:
        shown = self._on_screen()
        left = self._left()
        marks = self._painted_marks()
        blocks = BlockPainter(painter, self._inks, self._typeset, marks)
        for index, y in shown:
            block = sheet.block(index)
            if y < area.bottom() + 1 and y + block.height > area.top():
                painter.translate(left, y)
                blocks.paint(block, QRectF(area).translated(-left, -y))
                if index == 0 and sheet.dateline_room:
                    self._paint_dateline(painter, sheet, block.height)
                painter.translate(-left, -y)
        OverlayPainter(painter, self._inks, sheet, self._typeset, left).paint(marks, shown)

    def _paint_dateline(self, painter: QPainter, sheet: Sheet, bottom: float) -> None:
        article = sheet.article
        day = self.locale().toString(article.date, "d MMMM yyyy") if article.date is not None else ""
        words = "  ·  ".join(part for part in (day, article.source) if part)
        painter.setFont(self._typeset.dateline)
        painter.setPen(self._inks.muted)
        painter.drawText(QPointF(0.0, bottom - self._typeset.title.after * 0.7), words)

    def _painted_marks(self) -> Marks:
        return self._marks

    def _on_screen(self) -> list[tuple[int, float]]:
        return [] if self._sheet is None else self._sheet.on_screen(self.viewport().height())

    def _near_screen(self) -> list[tuple[int, float]]:
        """Return the blocks on screen, and those that touch it."""
        shown = self._on_screen()
        assert self._sheet is not None, "asked with an article alone"
        first, last = shown[0][0], shown[-1][0]
        around = [index for index in (first - 1, last + 1) if 0 <= index < len(self._sheet.paragraphs)]
        for index in around:
            self._sheet.block(index)
        return [*shown, *((index, self._sheet.y_of(index)) for index in around)]

    def _left(self) -> float:
        return float(self._typeset.column(self.viewport().width())[0])

    def _measure(self) -> None:
        if self._sheet is not None:
            self._sheet.set_measure(self._typeset, self._typeset.column(self.viewport().width())[1])
        self._settle()

    def _settle(self) -> None:
        """Lay out what shows now, and repaint all of it."""
        if self._sheet is not None:
            self._sheet.scroll_by(0.0, self.viewport().height())
        self._show_place()
        self.viewport().update()
        self.visible_changed.emit()

    def _show_place(self) -> None:
        """Tell the scrollbar and the overview what is on screen."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        sheet = self._sheet
        self._follows = True
        bar.setRange(0, 0 if sheet is None else max(0, round(sheet.total_height) - height))
        bar.setPageStep(height)
        bar.setSingleStep(round(self._typeset.pitch(self._typeset.body)))
        bar.setValue(0 if sheet is None else round(sheet.top_y))
        self._follows = False
        current = self._current()
        self._overview.show_place(self.visible_range(), None if current is None else current.start)

    def _scroll_by(self, dy: float) -> None:
        if self._sheet is not None:
            self._sheet.scroll_by(dy, self.viewport().height())
            self._settle()

    def _jump_to(self, position: int) -> None:
        assert self._sheet is not None, "asked with an article alone"
        self._sheet.scroll_to_position(position, 1 / 3, self.viewport().height())
        self._settle()

    def _go_to(self, position: int) -> None:
        if self._sheet is not None:
            self._glide.finish()
            self._jump_to(min(position, max(0, len(self._sheet.text) - 1)))

    def _local(self, point: QPoint) -> tuple[int, QPointF] | None:
        """Return the block under a point, and the point in its coordinates."""
        found = next(((index, y) for index, y in reversed(self._on_screen()) if y <= point.y()), None)
        return None if found is None else (found[0], QPointF(point.x() - self._left(), point.y() - found[1]))

    def _current(self) -> Annotation | None:
        return None if self._sheet is None else self._sheet.annotations.get(self._marks.current)

    def _words_to_copy(self) -> str:
        if self._sheet is None:
            return ""
        if self._marks.selection is not None:
            return self._sheet.text[self._marks.selection.start : self._marks.selection.stop]
        current = self._current()
        return current.words(self._sheet.text) if current is not None else ""

    def _scheme(self) -> Scheme:
        return self._sheet.scheme if self._sheet is not None else Scheme()

    def _language(self) -> str:
        return self.locale().name().split("_")[0]

    def _shown_look(self) -> Look:
        if self._look is not None:
            return self._look
        return look_for(dark=self.palette().color(QPalette.ColorRole.Base).lightnessF() < 0.5)

    def _set_inks(self, scheme: Scheme) -> None:
        self._inks = Inks(self._shown_look(), scheme)
        self._overview.set_inks(self._inks)
        self.viewport().update()

    # -- changes

    def _take_scheme(self, scheme: Scheme) -> None:
        assert self._sheet is not None, "asked with an article alone"
        self._sheet.set_scheme(scheme, self._language())
        self._set_inks(scheme)
        self._settle()

    def _take_article(self, article: Article) -> None:
        assert self._sheet is not None, "asked with an article alone"
        self._sheet.article = article
        self._sheet.forget_shapes()
        self._settle()

    def _take_notes(self, changed: Changed) -> None:
        noted = self._marks.noted
        touched = []
        for before, after in changed.of(Note):
            for note, by in ((before, -1), (after, 1)):
                if note is not None and note.annotation_id is not None:
                    noted[note.annotation_id] = noted.get(note.annotation_id, 0) + by
                    touched.append(note.annotation_id)
        for annotation_id in touched:
            if noted.get(annotation_id, 0) <= 0:
                noted.pop(annotation_id, None)
            self._update_annotation(annotation_id)
        if touched:
            self._show_noted()

    def _take_annotations(self, pairs: list[tuple[Annotation | None, Annotation | None]]) -> None:
        if not pairs or self._sheet is None:
            return
        for before, after in pairs:
            self._overview.replace(before, after)
        if len(pairs) > _BULK:
            self._sheet.forget_hidden([index for index, _ in self._on_screen()])
            self._settle()
            return
        rows = [row for pair in pairs for row in pair if row is not None]
        moved = self._sheet.rearrange(row.span for row in rows)
        if any(index in moved for index, _ in self._on_screen()):
            self._settle()
            return
        for row in rows:
            self._update_row(row)

    def _show_noted(self) -> None:
        if self._sheet is not None:
            rows = (self._sheet.annotations.get(annotation_id) for annotation_id in self._marks.noted)
            self._overview.show_noted(row.start for row in rows if row is not None)

    # -- repainting

    def _update_annotation(self, annotation_id: int | None) -> None:
        row = None if self._sheet is None else self._sheet.annotations.get(annotation_id)
        if row is not None:
            self._update_row(row)

    def _update_row(self, row: Annotation) -> None:
        if row.kind is Kind.CLAIM:
            # Its bracket, its captions and the line to its speaker reach anywhere on screen.
            if row.span.overlaps(self.visible_range()) or row.roles:
                self.viewport().update()
        else:
            self._update_spans([row.span])

    def _update_spans(self, spans: Iterable[Span | None]) -> None:
        """Repaint the lines that spans lie in."""
        sheet = self._sheet
        if sheet is None:
            return
        shown = dict(self._on_screen())
        for span in spans:
            if span is None:
                continue
            for index in sheet.paragraphs.touching(span):
                if index in shown:
                    self._update_lines(index, shown[index], span)

    def _update_lines(self, index: int, y: float, span: Span) -> None:
        assert self._sheet is not None, "asked with an article alone"
        laid = self._sheet.block(index).laid
        first = laid.lines[laid.line_at(max(span.start, laid.span.start))]
        last = laid.lines[laid.line_at(max(laid.span.start, min(span.stop, laid.span.stop) - 1))]
        top, bottom = y + first.top - 4, y + last.bottom + 4
        self.viewport().update(0, int(top), self.viewport().width(), int(bottom - top) + 1)


def _noted(notes: Iterable[Note]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for note in notes:
        if note.annotation_id is not None:
            counts[note.annotation_id] = counts.get(note.annotation_id, 0) + 1
    return counts
