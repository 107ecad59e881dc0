"""What a query asks for.

A query holds terms; an article fits where all of them fit. Terms of words say what its text holds, terms of fields
what an annotation or the article itself is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """How a word is compared.

    By lemma, as written, by its beginning, or by a regular expression. One that is still being typed is compared by
    lemma if an article has it, else by its beginning too.
    """

    LEMMA = "lemma"
    FORM = "form"
    START = "start"
    REGEX = "regex"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One word of a query.

    `text` is folded, but for a regular expression.
    """

    text: str
    match: Match = Match.LEMMA


@dataclass(frozen=True, slots=True)
class WordsTerm:
    """Words that the text holds, side by side.

    Where `distance` is given, there are two sides, and at most so many words between them, in any order.
    `is_excluded` says that the text must not hold them. Each of the `others` may stand in their place.
    """

    words: tuple[WordPattern, ...]
    distance: int | None = None
    is_excluded: bool = False
    others: tuple[tuple[WordPattern, ...], ...] = ()

    @property
    def choices(self) -> tuple[tuple[WordPattern, ...], ...]:
        """What fits, each by itself."""
        return (self.words, *self.others)

    @classmethod
    def of(cls, choices: tuple[tuple[WordPattern, ...], ...], distance: int | None, *, is_excluded: bool) -> WordsTerm:
        """Return the term of which one of some choices is enough."""
        return cls(choices[0], distance, is_excluded, choices[1:])


class FieldName(StrEnum):
    """What a term of a field looks at.

    The first ones belong to an annotation, `NOTE` to what notes say, the last ones to the article. `NAMED` is who or
    what an article names; `DRAWN` and `SAMPLE` are the annotations and articles of a random sample, by its number.
    """

    LABEL = "label"
    KIND = "kind"
    STATUS = "status"
    NAME = "name"
    SPEAKER = "speaker"
    DUE = "due"
    DRAWN = "drawn"
    NOTE = "note"
    DATE = "date"
    SOURCE = "source"
    TITLE = "title"
    PROGRESS = "progress"
    FINISHED = "finished"
    NAMED = "named"
    SAMPLE = "sample"
    TAG = "tag"
    PRIORITY = "priority"
    FLAG = "flag"

    @property
    def belongs_to_annotation(self) -> bool:
        return self not in _OF_ARTICLES


_OF_ARTICLES = frozenset(
    {
        FieldName.NOTE,
        FieldName.DATE,
        FieldName.SOURCE,
        FieldName.TITLE,
        FieldName.PROGRESS,
        FieldName.FINISHED,
        FieldName.NAMED,
        FieldName.SAMPLE,
        FieldName.TAG,
        FieldName.PRIORITY,
        FieldName.FLAG,
    }
)


WRITTEN = "="
"""Begins what must be as written."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `first` to `last`, both in it, as ISO dates.

    "" is an open end.
    """

    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """A condition on a field of the query.

    One of `values` must fit, or one of `ranges` for a field of dates. A name or source that begins with `WRITTEN` must
    be the whole of it, as written. `is_excluded` says that none may fit.
    """

    field: FieldName
    values: tuple[str, ...] = ()
    ranges: tuple[DateRange, ...] = ()
    is_excluded: bool = False


Term = WordsTerm | FieldTerm


class HitOrder(StrEnum):
    """What hits are sorted by.

    `LEFT` and `RIGHT` are the words beside the hit, from the first one on, from the second or from the third.
    """

    HIT = "hit"
    LEFT = "left"
    LEFT_2 = "left2"
    LEFT_3 = "left3"
    RIGHT = "right"
    RIGHT_2 = "right2"
    RIGHT_3 = "right3"
    DATE = "date"
    SOURCE = "source"
    SPEAKER = "speaker"
    LABEL = "label"
    UNCERTAINTY = "uncertainty"


@dataclass(frozen=True, slots=True)
class Sorting:
    """The order of hits."""

    order: HitOrder
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A random sample of hits: the same seed draws the same ones."""

    size: int
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all fit, in the order of writing.

    What is found can be sampled, and then sorted.
    """

    terms: tuple[Term, ...] = ()
    sorting: Sorting | None = None
    drawing: Drawing | None = None

    @property
    def words(self) -> tuple[WordsTerm, ...]:
        """The terms of words."""
        return tuple(term for term in self.terms if isinstance(term, WordsTerm))

    @property
    def annotation_fields(self) -> tuple[FieldTerm, ...]:
        """The terms that one annotation must all fit."""
        return tuple(term for term in self.terms if isinstance(term, FieldTerm) and term.field.belongs_to_annotation)

    @property
    def article_fields(self) -> tuple[FieldTerm, ...]:
        """The terms that the article must fit."""
        return tuple(
            term for term in self.terms if isinstance(term, FieldTerm) and not term.field.belongs_to_annotation
        )

    def allows_label(self, kind: str, label: str) -> bool:
        """Say whether annotations of a label can fit, as its terms say."""
        named = {FieldName.LABEL: {label}, FieldName.KIND: {kind, label}}
        terms = (term for term in self.annotation_fields if term.field in named)
        return all(named[term.field].isdisjoint(term.values) is term.is_excluded for term in terms)
