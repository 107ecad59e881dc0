"""The middle of the window: article, find bar and banner."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.core.change import Changed
from app.core.scheme import Scheme
from app.core.span import Span
from app.service.session.session import Session
from app.ui.article.view import ArticleView
from app.ui.base.notice import Notice
from app.ui.base.pane import column
from app.ui.base.signal_helpers import follow
from app.ui.panels.middle.banner import SaveBanner
from app.ui.panels.middle.find_bar import FindBar
from app.ui.panels.middle.near_strip import NearStrip
from app.ui.theme.icons import Icons
from app.ui.theme.label_colours import ColourScheme

_MOMENT_S = 0.004
"""So long a long article is read on at a time."""


class ArticlePane(QWidget):
    """Show the article, and send mouse actions to the session.

    `menu_wanted` tells where on the screen the menu over the text is to open.
    """

    menu_wanted = Signal(QPoint)

    def __init__(
        self, session: Session, colour_scheme: ColourScheme, icons: Icons, retry: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.is_rejected_shown = False
        self.reader = QTimer(self)
        self.reader.setInterval(0)
        self.reader.timeout.connect(self._read_on)
        self.view = ArticleView(self)
        self.view.set_colour_scheme(colour_scheme)
        self.find_bar = FindBar(icons, self)
        self.banner = SaveBanner(retry, self)
        self.notice = Notice(self)
        self.near = NearStrip(session, self)
        layout = column(self)
        for widget in (self.notice, self.banner, self.find_bar, self.near):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        session.navigation.show_rejected(shown=False)
        self._follow_session()
        self._follow_mouse()
        self.show_article()

    def show_article(self) -> None:
        """Show the open article, with its marks."""
        open_article = self._session.open_article
        if open_article is None:
            self.view.clear()
            return
        notes = [
            *open_article.notes_on(None),
            *(note for owner in open_article.noted() for note in open_article.notes_on(owner)),
        ]
        self.view.show_article(
            open_article.article, open_article.text, open_article.annotations, self._session.scheme, notes
        )
        self.find_bar.set_text(open_article.text)
        self.show_place()

    def show_place(self) -> None:
        """Show caret, selection, current annotation and group; scroll as little as needed."""
        cursor, navigation = self._session.cursor, self._session.navigation
        self.view.set_caret(cursor.caret, ensure_visible=True)
        self.view.set_selection(cursor.selection)
        current = navigation.current
        self.view.set_current(None if current is None else current.id)
        self._show_group()
        self.view.voice.announce_place()

    def open_find(self) -> None:
        """Open the find bar, on the selected words if there are any."""
        open_article, cursor = self._session.open_article, self._session.cursor
        if open_article is None:
            return
        words = open_article.text[cursor.selection.start : cursor.selection.stop] if cursor.selection else ""
        self.find_bar.open_on(open_article.text, cursor.caret.start if cursor.caret else 0, words)

    def toggle_rejected(self) -> None:
        """Show rejected annotations as ghosts, or hide them."""
        self.is_rejected_shown = not self.is_rejected_shown
        self.view.set_show_rejected(self.is_rejected_shown)
        self._session.navigation.show_rejected(shown=self.is_rejected_shown)

    def current_rect(self) -> QRect | None:
        """Return the window position of the current annotation, else the caret."""
        navigation, cursor = self._session.navigation, self._session.cursor
        span = navigation.current.span if navigation.current else cursor.caret
        if span is None:
            return None
        viewport = self.view.viewport()
        rect = self.view.rect_of(span).intersected(viewport.rect())
        if rect.isEmpty():
            return None
        return QRect(viewport.mapTo(self.window(), rect.topLeft()), rect.size())

    def _show_group(self) -> None:
        """Show what is decided together, once enough has been read.

        Where words are selected or nothing is current, so is the claim that the words would be a role or a piece of.
        """
        navigation, session = self._session.navigation, self._session
        if session.reader.is_partial:
            self.view.set_group((), ())
            return
        claim = session.editor.claims.find_here() if session.cursor.selection or navigation.current is None else None
        near = () if claim is None or claim.id == navigation.current_id else (claim.id,)
        self.view.set_group(navigation.group, (*navigation.entity_group, *near))

    def _read_on(self) -> None:
        """Read a long article on for a moment.

        A key that is pressed meanwhile waits no longer than that.
        """
        end, is_more = time.monotonic() + _MOMENT_S, False
        try:
            while (is_more := self._session.reader.read_on()) and time.monotonic() < end:
                pass
        finally:
            # What was read stays: a collection need not look at it, and is short enough for a key.
            gc.freeze()
            if not is_more:
                self.reader.stop()

    def _show_rest(self) -> None:
        self.view.show_rest()
        self._show_group()

    def _refresh_view(self, changed: Changed) -> None:
        open_article = self._session.open_article
        if open_article is not None and (open_article.article.id in changed.articles or changed.touches(Scheme)):
            self.view.apply_changes(changed)
            self.show_place()

    def _follow_session(self) -> None:
        session = self._session
        follow(self, session.opened, self.show_article)
        follow(self, session.completed, self._show_rest)
        follow(self, session.project_changed, self.show_article)
        follow(self, session.moved, self.show_place)
        follow(self, session.changed, self._refresh_view)

    def _follow_mouse(self) -> None:
        view = self.view
        view.clicked.connect(self._handle_click)
        view.annotation_clicked.connect(self._session.navigation.go_to)
        view.double_clicked.connect(self._select_token)
        view.selected.connect(lambda span: self._session.cursor.select(span, snap=False))
        view.boundary_dragged.connect(self._boundary_dragged)
        view.menu_requested.connect(self._open_menu)
        view.begun.connect(self.reader.start)
        self.find_bar.found.connect(self._show_found)
        self.find_bar.left.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))

    def _handle_click(self, position: int, modifiers: Qt.KeyboardModifier) -> None:
        grow = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._session.cursor.place_at(position, grow=grow)

    def _open_menu(self, point: QPoint, position: int | None) -> None:
        """Go to the menu's place, unless something there is chosen.

        An annotation is current there, or the place is in the selection.
        """
        selection = self._session.cursor.selection
        if position is not None and (selection is None or not selection.covers(position)):
            self._session.cursor.place_at(position)
        self.menu_wanted.emit(point)

    def _select_token(self, span: Span) -> None:
        self._session.cursor.select(span)

    def _boundary_dragged(self, annotation_id: int, before: Span, after: Span) -> None:
        open_article = self._session.open_article
        annotation = open_article.annotations.get(annotation_id) if open_article else None
        if annotation is not None:
            pieces = tuple(after if piece == before else piece for piece in annotation.pieces)
            self._session.editor.boundaries.set_pieces(annotation_id, pieces)

    def _show_found(self, spans: list[Span], current: Span | None) -> None:
        self.view.set_finds(spans, current)
        if current is not None:
            self._session.cursor.place_at(current.start)
