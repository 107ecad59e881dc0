"""Find words in the article and in the project.

The find bar, and a panel.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.core.message import Message
from app.service.commands.host import Host
from app.service.commands.registry import by_id
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from app.ui.prompts.search.panel import SearchPanel


class Search:
    """Open what finds words, and go on from place to place."""

    def __init__(self, host: Host, article: ArticlePane, appearance: Appearance, keeper: IndexKeeper) -> None:
        self._host, self._article, self._appearance, self._keeper = host, article, appearance, keeper
        self._is_project_last = False
        """Whether the project was searched last, and not the article."""

    @cached_property
    def panel(self) -> SearchPanel:
        """The panel that searches the project, built at the first use."""
        from app.ui.prompts.search.hit_keys import HitKeys  # noqa: PLC0415  # the start has no time for them
        from app.ui.prompts.search.panel import SearchPanel  # noqa: PLC0415

        keys = HitKeys(
            self._host.session,
            self._appearance.keymap,
            self._host.settings.queries,
            lambda: by_id("edit.undo").perform(self._host),
        )
        return SearchPanel(self._host.session, self._keeper, self._article, self._appearance, keys)

    def open_find(self) -> None:
        """Open the find bar."""
        self._is_project_last = False
        self._article.open_find()

    def find_next(self, by: int) -> None:
        """Go to the next place found, or the one before.

        In the article or in the project, whichever was searched last.
        """
        if not self._is_project_last:
            self._article.find_bar.step(by)
        elif self.panel.go_to_next(by):
            self._host.session.notified.emit(Message(self.panel.place_words()))
        else:
            self._host.session.notified.emit(Message("No other place was found in the project."))

    def find_in_project(self) -> None:
        """Open the panel that finds in the project."""
        self._is_project_last = True
        self.panel.open()

    def search_for(self, query: str) -> None:
        """Open the panel that finds in the project, with a query."""
        self.find_in_project()
        self.panel.search(query)

    def rebuild_index(self) -> None:
        """Read all articles anew for searching."""
        self._keeper.refresh(is_rebuilt=True)
        self._host.session.notified.emit(Message("The index is being rebuilt."))
