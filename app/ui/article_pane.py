"""The middle of the window: the open article, with the find bar and the banner above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.change import Changed, Row
from app.core.model import Article, Body
from app.core.scheme import Scheme
from app.core.span import Span
from app.service.session import Session
from app.ui.article.palette import Look
from app.ui.article.view import ArticleView
from app.ui.banner import SaveBanner
from app.ui.find import FindBar
from app.ui.icons import Icons
from app.ui.pane import column
from app.ui.wires import follow


class ArticlePane(QWidget):
    """Show the session's desk in an article view, and send what the mouse does there to the session.

    `menu_wanted` tells where on the screen the menu over the text is to open.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, session: Session, look: Look, icons: Icons, retry: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.is_rejected_shown = False
        self.view = ArticleView(self)
        self.view.set_look(look)
        self.find_bar = FindBar(icons, self)
        self.banner = SaveBanner(retry, self)
        layout = column(self)
        for widget in (self.banner, self.find_bar):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._follow_session()
        self._follow_mouse()
        self.show_article()

    def show_article(self) -> None:
        """Show the article on the desk, with its marks."""
        desk = self._session.desk
        if desk is None:
            self.view.clear()
            return
        notes = [*desk.notes_on(None), *(note for owner in desk.noted() for note in desk.notes_on(owner))]
        self.view.show_article(desk.article, desk.text, desk.annotations, self._session.scheme, notes)
        self.find_bar.set_text(desk.text)
        self.show_place()

    def show_place(self) -> None:
        """Show caret, selection, current annotation and group; scroll as little as needed."""
        cursor, walk = self._session.cursor, self._session.walk
        self.view.set_caret(cursor.caret, ensure_visible=True)
        self.view.set_selection(cursor.selection)
        current = walk.current
        self.view.set_current(None if current is None else current.id)
        self._show_group()
        self.view.voice.tell_place()

    def open_find(self) -> None:
        """Open the find bar, on the selected words if there are any."""
        desk, cursor = self._session.desk, self._session.cursor
        if desk is None:
            return
        words = desk.text[cursor.selection.start : cursor.selection.stop] if cursor.selection else ""
        self.find_bar.open_on(desk.text, cursor.caret.start if cursor.caret else 0, words)

    def toggle_rejected(self) -> None:
        """Show rejected annotations as ghosts, or hide them."""
        self.is_rejected_shown = not self.is_rejected_shown
        self.view.set_show_rejected(self.is_rejected_shown)

    def current_rect(self) -> QRect | None:
        """Return where the current annotation, else the caret, stands, in coordinates of the window."""
        walk, cursor = self._session.walk, self._session.cursor
        span = walk.current.span if walk.current else cursor.caret
        if span is None:
            return None
        viewport = self.view.viewport()
        rect = self.view.rect_of(span).intersected(viewport.rect())
        if rect.isEmpty():
            return None
        return QRect(viewport.mapTo(self.window(), rect.topLeft()), rect.size())

    def _show_group(self) -> None:
        """Show what is decided with the current annotation, once all that may be has been read."""
        desk = self._session.desk
        is_known = desk is not None and desk.annotations.is_whole
        self.view.set_group(self._session.walk.group if is_known else ())

    def _refresh(self, changed: Changed) -> None:
        desk = self._session.desk
        if desk is not None and any(_is_about(change.row, desk.article.id) for change in changed.changes):
            self.view.apply_changes(changed)
            self.show_place()

    def _follow_session(self) -> None:
        session = self._session
        follow(self, session.opened, self.show_article)
        follow(self, session.project_changed, self.show_article)
        follow(self, session.moved, self.show_place)
        follow(self, session.changed, self._refresh)

    def _follow_mouse(self) -> None:
        view = self.view
        view.clicked.connect(self._clicked)
        view.annotation_clicked.connect(self._session.walk.to)
        view.double_clicked.connect(self._select_token)
        view.selected.connect(lambda span: self._session.cursor.select(span, snap=False))
        view.boundary_dragged.connect(self._boundary_dragged)
        view.menu_requested.connect(self._open_menu)
        view.completed.connect(self._show_group)
        self.find_bar.found.connect(self._show_found)
        self.find_bar.left.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))

    def _clicked(self, position: int, modifiers: Qt.KeyboardModifier) -> None:
        grow = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._session.cursor.place_at(position, grow=grow)

    def _open_menu(self, point: QPoint, position: int) -> None:
        """Go to where the menu was asked for, unless that is in the selection."""
        selection = self._session.cursor.selection
        if selection is None or not selection.covers(position):
            self._session.cursor.place_at(position)
        self.menu_wanted.emit(point)

    def _select_token(self, span: Span) -> None:
        self._session.cursor.select(span)

    def _boundary_dragged(self, annotation_id: int, before: Span, after: Span) -> None:
        desk = self._session.desk
        annotation = desk.annotations.get(annotation_id) if desk else None
        if annotation is not None:
            pieces = tuple(after if piece == before else piece for piece in annotation.pieces)
            self._session.editor.set_pieces(annotation_id, pieces)

    def _show_found(self, spans: list[Span], current: Span | None) -> None:
        self.view.set_finds(spans, current)
        if current is not None:
            self._session.cursor.place_at(current.start)


def _is_about(row: Row, article_id: int) -> bool:
    """Say whether a row belongs to an article, or to all of them."""
    if isinstance(row, Article | Body):
        return row.id == article_id
    return isinstance(row, Scheme) or row.article_id == article_id
