"""Dates, sums, shares and numbers of one text, in the order of what they may take from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.nlp.article_text import ArticleText
from app.nlp.figures.dates.date_finder import DateFinder
from app.nlp.figures.dates.date_values import Calendar
from app.nlp.figures.money import find_shares, find_sums
from app.nlp.figures.numbers import find_numbers
from app.nlp.mention import Mention


class FigureFinder:
    """The rules for figures of both languages, made once."""

    def __init__(self, is_counted: Callable[[str], int]) -> None:
        """Take what tells how much of a phrase is counted: see `find_numbers`."""
        self._dates = {"ru": DateFinder(), "kk": DateFinder("kk")}
        self._is_counted = is_counted

    def find(self, article: ArticleText, calendar: Calendar) -> list[Mention]:
        """Return the figures of an article in order; none overlaps another."""
        text = article.text
        found: list[Mention] = []
        for span, language in article.blocks:
            finder = self._dates.get(language, self._dates["ru"])
            taken: list[Mention] = []
            for stage in (
                find_sums(text, span),
                find_shares(text, span),
                finder.find(text, span, calendar),
                find_numbers(text, span, self._is_counted),
            ):
                taken += _drop_overlapping(stage, list(taken))
            found += taken
        return sorted(found, key=lambda mention: mention.span)


def _drop_overlapping(mentions: Iterable[Mention], taken: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions that touch none of `taken`; both are in order within their kind."""
    held = {position for mention in taken for position in range(*mention.span)}
    return (mention for mention in mentions if held.isdisjoint(range(*mention.span)))


def drop_law_numbers(figures: Iterable[Mention], named: Iterable[Mention]) -> list[Mention]:
    """Return `figures` without the numbers of articles of law: "4 пункта" of "пункт 3 и 4 пункта 2 статьи 9"."""
    held = {position for law in named if law.label == "LAW" for position in range(*law.span)}
    return [one for one in figures if one.label != "NUMBER" or held.isdisjoint(range(*one.span))]
