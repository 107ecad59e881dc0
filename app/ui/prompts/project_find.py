"""Find words in all articles of the project.

Results come as they are found, Enter goes there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QTimer

from app.core.span import Span
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.panels.middle.find_bar import places
from app.ui.prompts.choices import Choice
from app.ui.prompts.chooser import Chooser
from app.ui.theme.theme import Theme

_REST_MS = 200
_MOMENT_S = 0.008
_MOST = 200
_AROUND = 40
"""Code points shown on either side of a place."""

Place = tuple[int, Span]


class ProjectFind:
    """Search the shown articles in portions while the user types."""

    def __init__(self, session: Session, pane: ArticlePane, theme: Theme) -> None:
        self._session, self._pane = session, pane
        self._chooser = Chooser(pane.window(), theme, prompt=tr("Find in the project"), width_px=720)
        self._chooser.chosen.connect(self._go_to)
        self._chooser.closed.connect(self._stop_search)
        self._found: list[Choice] = []
        self._coming: Iterator[Choice | None] = iter(())
        self._rest = QTimer(self._chooser)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._start_search)
        self._timer = QTimer(self._chooser)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._colour_scheme)
        self._chooser.search_by(self._rest.start)

    @property
    def found_count(self) -> int:
        """How many places have been found so far."""
        return len(self._found)

    def open(self) -> None:
        """Open with nothing found yet."""
        self._chooser.offer([])

    def _start_search(self) -> None:
        words = self._chooser.typed
        self._found = []
        self._coming = self._search_articles(words) if len(words) > 1 else iter(())
        self._timer.start()

    def _stop_search(self) -> None:
        self._rest.stop()
        self._timer.stop()

    def _colour_scheme(self) -> None:
        """Go on for a moment, and show what has come."""
        end, before = time.monotonic() + _MOMENT_S, len(self._found)
        while time.monotonic() < end:
            try:
                found = next(self._coming)
            except StopIteration:
                self._timer.stop()
                break
            if found is not None:
                self._found.append(found)
        if len(self._found) >= _MOST:
            self._timer.stop()
        if len(self._found) != before or not self._timer.isActive():
            is_vain = not self._found and not self._timer.isActive()
            self._chooser.show_found(self._found, tr("Nothing found") if is_vain else "")

    def _search_articles(self, words: str) -> Iterator[Choice | None]:
        """Yield the places article by article, None where an article has none."""
        project = self._session.project
        for article_id in list(self._session.articles.shown) if project is not None else ():
            article = self._session.articles.get(article_id)
            text = project.text(article_id) if project is not None else ""
            title = article.title if article is not None else ""
            yield None
            for span in places(text, words):
                yield Choice((article_id, span), around(text, span), detail=title)

    def _go_to(self, place: Place) -> None:
        article_id, span = place
        if self._session.open_article is None or self._session.open_article.article.id != article_id:
            self._session.reader.go_to(article_id)
        self._session.cursor.select(span)
        self._pane.show_place()


def around(text: str, span: Span) -> str:
    """Return the words around a place in one line.

    They are complete, with dots where the text goes on.
    """
    start, stop = max(0, span.start - _AROUND), min(len(text), span.stop + _AROUND)
    before, after = text[start : span.start], text[span.stop : stop]
    if start > 0:
        before = "… " + before.partition(" ")[2]
    if stop < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join((before + text[span.start : span.stop] + after).split())
