"""The panes around the article.

Showing them, and the focus that goes round them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.service.session.session import Session
from app.ui.base.notice import Strip
from app.ui.base.pane import Pane
from app.ui.base.widgets import FilterLine
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.panels.panes import Panes


class Panels:
    """Show and hide panes, and move the focus between them."""

    def __init__(self, window: QWidget, session: Session, article: ArticlePane, panes: Panes) -> None:
        self._window, self._session, self._article, self._panes = window, session, article, panes

    def toggle(self, name: str) -> None:
        """Show a pane and focus it; hide one that has the focus."""
        pane, focused = self._panes[name], self._window.focusWidget()
        if pane.isVisible() and focused is not None and pane.isAncestorOf(focused):
            pane.hide()
            self.focus_article()
            return
        self._panes.fill()
        self._panes.show(name)
        pane.focus()

    def is_shown(self, name: str) -> bool:
        """Say whether a pane is shown."""
        return not self._panes[name].isHidden()

    def focus_next(self, by: int) -> None:
        """Focus the next or previous pane.

        The article and what stands over it count too.
        """
        self._panes.fill()
        strips = [
            strip for strip in (self._article.notice, self._article.banner, self._article.near) if strip.isVisible()
        ]
        stations: list[QWidget] = [self._article, *strips, *self._panes.shown]
        focused = self._window.focusWidget()
        places = range(len(stations) - 1, -1, -1)  # a strip lies in the article's pane
        at = next((place for place in places if focused and stations[place].isAncestorOf(focused)), 0)
        station = stations[(at + by) % len(stations)]
        if isinstance(station, Strip):
            station.focus_first()
        elif isinstance(station, Pane):
            station.focus()
        else:
            station.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_article(self) -> None:
        """Give the focus to the text."""
        self._article.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def filter_articles(self) -> None:
        """Go to the line that filters the articles."""
        self._panes.show("articles")
        self._panes.articles.focus_filter()

    def choose_columns(self) -> None:
        """Offer the columns and the orders of the article list."""
        self._panes.show("articles")
        self._panes.articles.open_menu()

    def toggle_table(self) -> None:
        """Widen the article list to a table, or narrow it."""
        self._panes.show("articles")
        if self.is_table_shown():
            self._panes.share_width()
        else:
            self._panes.widen("articles", self._panes.articles.table_px)

    def is_table_shown(self) -> bool:
        """Say whether the article list is wide enough for a table."""
        return self.is_shown("articles") and self._panes.articles.is_table

    def selected_articles(self) -> Sequence[int]:
        """Return the articles that are selected in the list, as shown."""
        return self._panes.articles.selected_ids()

    def clear_filters(self) -> None:
        """Show all articles and all annotations again; the orders stay."""
        self._session.articles.show_with(text="", progress=None, flagged=False)
        self._panes.annotations.clear_filters()

    def edit_normal(self) -> None:
        """Go to the field of the normal form."""
        self._session.projects.refuse_reading_only()
        self._panes.show("inspector")
        self._panes.inspector.focus_normal()

    def toggle_rejected(self) -> None:
        """Show rejected annotations, or hide them."""
        self._article.toggle_rejected()

    def is_rejected_shown(self) -> bool:
        """Say whether rejected annotations are shown."""
        return self._article.is_rejected_shown

    def escape(self) -> None:
        """Clear the typed filter, else go back to the article.

        There, drop the selection, else an offer, else close the find bar.
        """
        article, focused = self._article, self._window.focusWidget()
        if isinstance(focused, FilterLine) and focused.text():
            focused.clear()
        elif article.find_bar.isAncestorOf(focused or article):
            article.find_bar.close_bar()
        elif focused is not article.view:
            self._panes.inspector.refresh()  # gives up what was typed there
            self.focus_article()
        elif not self._session.cursor.drop() and not self._session.offers.refuse():
            article.find_bar.close_bar()
