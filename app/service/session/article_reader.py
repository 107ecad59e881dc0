"""Opening articles, each at the place where it was left."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from app.core.message import Message, UserError
from app.service.article.open_article import OpenArticle, read_open_article
from app.service.session.state import SessionState

_HIDDEN = Message("Pre-tags are hidden here for a sample: annotate all, and finish the article to compare.")


class ArticleReader:
    """Opens articles, and knows the caret's place in each."""

    def __init__(self, state: SessionState) -> None:
        self._state = state
        self._places: dict[int, int] = {}
        self.is_partial = False
        """Whether opening the article left something for `read_on`."""

    @property
    def place(self) -> tuple[int, int] | None:
        """The open article, and the place of the caret in it."""
        open_article, caret = self._state.open_article, self._state.cursor.caret
        return None if open_article is None or caret is None else (open_article.article.id, caret.start)

    def go_to(self, article_id: int) -> None:
        """Open an article, with the caret where it was the last time.

        Raise UserError where it cannot be read.
        """
        project = self._state.project
        if project is None:
            return
        article = self._state.articles.get(article_id) or project.article(article_id)  # which says why it has no row
        if article is None:
            return
        if self.place is not None:
            self.remember(*self.place)
        self._show_article(read_open_article(project, article, hides_pretags=self._state.hides_pretags(article)))

    def go_to_annotation(self, article_id: int, annotation_id: int) -> None:
        """Open an article, unless it is open, and go to its annotation."""
        opened = self._state.open_article
        if opened is None or opened.article.id != article_id:
            self.go_to(article_id)
        self._state.navigation.go_to(annotation_id)

    def next(self) -> None:
        """Open the article shown next in the list."""
        self._open_neighbour(self._state.articles.after)

    def previous(self) -> None:
        """Open the article shown before in the list."""
        self._open_neighbour(self._state.articles.before)

    def read_on(self) -> bool:
        """Do a piece of postponed work; return whether more is left."""
        open_article = self._state.open_article
        if open_article is None or not self.is_partial:
            return False
        open_article.read_on()
        if open_article.is_ready:
            self.is_partial = False
            self._state.completed.emit()
        return self.is_partial

    def remember(self, article_id: int, position: int) -> None:
        """Remember the place of the caret in an article."""
        self._places[article_id] = position

    def open_first(self, last: tuple[int, int] | None) -> UserError | None:
        """Open the last article, else the first that is not done.

        It must be readable. Return the error of one that cannot be read.
        """
        articles = self._state.articles
        first = self._recall_place(last) or articles.first_open() or articles.after(None)
        damage: UserError | None = None
        for article_id in () if first is None else chain((first,), articles.ids()):
            try:
                self.go_to(article_id)
            except UserError as error:
                damage = damage or error
            if self._state.open_article is not None:
                break
        return damage

    def open_anew(self, article_id: int, position: int) -> None:
        """Open an article with the caret at a place, whatever is open."""
        self.remember(article_id, position)
        self._state.open_article = None
        self.go_to(article_id)

    def replace_gone(self) -> None:
        """Open another article where the open one is gone."""
        state = self._state
        if state.open_article is not None and state.articles.get(state.open_article.article.id) is not None:
            return
        state.open_article = None
        following = state.articles.first_open() or state.articles.after(None)
        if following is not None:
            self.go_to(following)
        else:
            self._show_article(None)

    def follow_hiding(self) -> None:
        """Open the article anew where pre-tags become hidden or shown."""
        open_article, place = self._state.open_article, self.place
        if open_article is not None and open_article.hides_pretags is not self._state.hides_pretags(
            open_article.article
        ):
            self.open_anew(open_article.article.id, place[1] if place is not None else 0)

    def close(self) -> None:
        """Forget all places, and show no article."""
        self._places.clear()
        self._show_article(None)

    def _recall_place(self, last: tuple[int, int] | None) -> int | None:
        """Return the article of a place, and remember the place.

        None where it is gone.
        """
        if last is None or self._state.articles.get(last[0]) is None:
            return None
        self.remember(*last)
        return last[0]

    def _show_article(self, open_article: OpenArticle | None) -> None:
        state = self._state
        state.open_article = open_article
        self.is_partial = open_article is not None and not open_article.annotations.is_whole
        place = None if open_article is None else self._places.get(open_article.article.id)
        state.cursor.set_text(open_article.text if open_article is not None else "", place or 0)
        state.navigation.set_open_article(open_article)
        state.opened.emit()
        # A new article is met at its first open question: getting there costs no key.
        if place is not None or not state.navigation.first_proposed():
            state.moved.emit()
        if open_article is not None and open_article.hides_pretags:
            state.notified.emit(_HIDDEN)

    def _open_neighbour(self, neighbour: Callable[[int | None], int | None]) -> None:
        open_article = self._state.open_article
        article_id = neighbour(open_article.article.id if open_article is not None else None)
        if article_id is not None:
            self.go_to(article_id)
        else:
            self._state.notified.emit(Message("No further articles in the list."))
