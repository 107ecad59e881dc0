"""A line that names an article with nearly the same text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.change import Changed
from app.core.model import Article
from app.core.records import Judgement
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.base.notice import Strip
from app.ui.base.signal_helpers import follow
from app.ui.base.texts.near_words import near_words
from app.ui.base.widgets import button, label


class NearStrip(Strip):
    """Name the article that shares nearly all of the open one's text.

    Hidden where there is none, and where both were kept.
    """

    compare_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._session = session
        self._words = label("", self, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(button(tr("Compare…"), self, self.compare_wanted.emit))
        follow(self, session.opened, self.refresh)
        follow(self, session.project_changed, self.refresh)
        follow(self, session.changed, self._follow_changes)
        self.refresh()

    def refresh(self) -> None:
        """Show what is near the open article now."""
        open_article = self._session.open_article
        near, articles = self._session.near_pairs, self._session.articles
        words = near_words(open_article.article, near, articles) if open_article is not None else ""
        self._words.setText(words)
        self.setVisible(bool(words))

    def _follow_changes(self, changed: Changed) -> None:
        if changed.touches(Article, Judgement):
            self.refresh()
