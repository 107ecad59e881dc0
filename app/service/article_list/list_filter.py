"""What the filter of the article list looks for.

Words, and fields such as `tag:`. It is typed letter by letter: a value fits by its beginning, and a field without a
value fits every article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.core.model import Article
from app.core.query.day_ranges import parse_range
from app.core.query.field_words import FIELD_WORDS, VALUE_WORDS
from app.core.query.terms import DateRange, FieldName
from app.core.text.comparing import comparable, comparable_forms

Fits = Callable[[Article], bool]

_TERM = re.compile(r'(?:(?<=\s)|^)(-?)([^\W\d]\w*):((?:"[^"]*"?|[^\s"])*)')
_VALUE = re.compile(r'"([^"]*)"?|([^,"]+)')


@dataclass(frozen=True, slots=True)
class ListFilter:
    """A filter as it is typed.

    `forms` are the words that may be meant, as they are compared, and `fits` are the conditions of fields.
    """

    forms: tuple[str, ...]
    fits: tuple[Fits, ...] = ()

    @property
    def is_wanted(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.forms[0] or self.fits)

    def fits_fields(self, article: Article) -> bool:
        """Say whether an article fits all fields."""
        return all(fits(article) for fits in self.fits)


def parse_filter(typed: str) -> ListFilter:
    """Return what is looked for.

    Fields that are not of articles are words.
    """
    fits: list[Fits] = []

    def read_term(found: re.Match[str]) -> str:
        field = FIELD_WORDS.get(found[2].casefold())
        make = _FIELDS.get(field) if field is not None else None
        if make is None:
            return found[0]
        values = [quoted or plain for quoted, plain in _VALUE.findall(found[3])]
        if values:
            fits.append(_negated(make(values), is_excluded=bool(found[1])))
        return ""

    words = " ".join(_TERM.sub(read_term, typed).split())
    return ListFilter(comparable_forms(words), tuple(fits))


def searched_words(article: Article) -> str:
    """Return the words that a filter looks at, as compared."""
    day = article.date.isoformat() if article.date else ""
    words = (article.title, day, article.source, article.key, article.remark, *article.tags)
    return "\n".join(map(comparable, filter(None, words)))


def _negated(fits: Fits, *, is_excluded: bool) -> Fits:
    return (lambda article: not fits(article)) if is_excluded else fits


def _of_tag(values: Iterable[str]) -> Fits:
    starts = tuple(comparable(value.rstrip("*")) for value in values)
    folded = lru_cache(10_000)(comparable)
    return lambda article: any(folded(tag).startswith(starts) for tag in article.tags) if article.tags else False


def _of_source(values: Iterable[str]) -> Fits:
    parts = [comparable(value.strip("*")) for value in values]
    fits = lru_cache(10_000)(lambda source: any(part in comparable(source) for part in parts))
    return lambda article: fits(article.source)


def _of_title(values: Iterable[str]) -> Fits:
    parts = [comparable(value.strip("*")) for value in values]
    return lambda article: any(part in comparable(article.title) for part in parts)


def _of_priority(values: Iterable[str]) -> Fits:
    wanted = _meant(FieldName.PRIORITY, values)
    return lambda article: article.priority in wanted


def _of_flag(values: Iterable[str]) -> Fits:
    wanted = _meant(FieldName.FLAG, values)
    return lambda article: str(int(article.is_flagged)) in wanted


def _of_progress(values: Iterable[str]) -> Fits:
    wanted = _meant(FieldName.PROGRESS, values)
    return lambda article: article.progress in wanted


def _of_date(values: Iterable[str]) -> Fits:
    ranges = [found for value in values if (found := parse_range(value)) is not None]
    fits = lru_cache(10_000)(lambda day: any(_is_in(day.isoformat(), one) for one in ranges))
    return lambda article: article.date is not None and fits(article.date)


def _is_in(day: str, days: DateRange) -> bool:
    return (not days.first or days.first <= day) and (not days.last or day <= days.last)


def _meant(field: FieldName, values: Iterable[str]) -> frozenset[str]:
    """Return the values of a field that may be meant."""
    starts = tuple(value.casefold() for value in values)
    return frozenset(str(meant) for word, meant in VALUE_WORDS[field].items() if word.startswith(starts))


_FIELDS: dict[FieldName, Callable[[list[str]], Fits]] = {
    FieldName.TAG: _of_tag,
    FieldName.PRIORITY: _of_priority,
    FieldName.PROGRESS: _of_progress,
    FieldName.FLAG: _of_flag,
    FieldName.SOURCE: _of_source,
    FieldName.TITLE: _of_title,
    FieldName.DATE: _of_date,
}
