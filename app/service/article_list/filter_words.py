"""The words that the filter of the article list looks at."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.model import Article
from app.service.article_list.article_counts import pop_unknown
from app.service.article_list.list_filter import searched_words
from app.service.article_list.listed_articles import ListedArticles


class FilterWords:
    """Holds the words of the articles that it has looked at.

    They are prepared in pieces, so that the first key in the filter need not wait for a hundred thousand.
    """

    def __init__(self, articles: ListedArticles) -> None:
        self._articles = articles
        self._words: dict[int, str] = {}
        self._unread = list(reversed(articles.progress))
        """Articles that are to be looked at, the last ones first."""

    def read_more(self, most: int | None = None) -> bool:
        """Prepare more articles; return whether any are left."""
        numbers = pop_unknown(self._unread, self._words, most)
        self._articles.read(numbers)
        for number in numbers:
            article = self._articles.get(number)
            if article is not None:
                self._words[number] = searched_words(article)
        return bool(self._unread)

    @property
    def is_whole(self) -> bool:
        """Whether all articles have been looked at."""
        return not self._unread

    def __len__(self) -> int:
        """Return how many articles have been looked at."""
        return len(self._words)

    def forget(self, number: int) -> None:
        """Look at an article anew: it has changed."""
        self._words.pop(number, None)
        self._unread.append(number)

    def find(self, ids: list[int], forms: Sequence[str]) -> tuple[list[int], str]:
        """Return those of the articles looked at that hold what was typed.

        The form of it that they hold comes with them.
        """
        if not forms[0]:
            return ids, ""
        for form in forms:
            found = [number for number in ids if form in self._words.get(number, "")]
            if found:
                return found, form
        return [], forms[0]

    def holds(self, article: Article, form: str) -> bool:
        """Say whether an article holds a form."""
        if article.id not in self._words:
            self._words[article.id] = searched_words(article)
        return form in self._words[article.id]
