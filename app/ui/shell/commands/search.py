"""Find words in the article and in the project.

The find bar, and a panel.
"""

from __future__ import annotations

from functools import cached_property

from app.service.session.session import Session
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.prompts.project_find import ProjectFind
from app.ui.theme.theme import Theme


class Search:
    """Open what finds words, and go on from place to place."""

    def __init__(self, session: Session, article: ArticlePane, theme: Theme) -> None:
        self._session, self._article, self._theme = session, article, theme

    @cached_property
    def project_find(self) -> ProjectFind:
        """The find panel of the project, built at the first use."""
        return ProjectFind(self._session, self._article, self._theme)

    def open_find(self) -> None:
        """Open the find bar."""
        self._article.open_find()

    def find_next(self, by: int) -> None:
        """Go to the next place found, or the one before."""
        self._article.find_bar.step(by)

    def find_in_project(self) -> None:
        """Open the panel that finds in the project."""
        self.project_find.open()
