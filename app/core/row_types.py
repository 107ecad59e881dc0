"""The row types of a project, each declared once.

Storage, history, removal and tests derive from `ROW_TYPES`. The fields of a type are those of its dataclass in
`model.py` or `scheme.py`; their types say how they are held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from app.core.model import Annotation, Article, Body, Candidate, Document, Note
from app.core.records import (
    ClaimPlace,
    ClaimRecord,
    Evidence,
    Judgement,
    JudgementKind,
    RegisterRecord,
    Sample,
    SavedQuery,
    Verdict,
)
from app.core.rows.row import Row
from app.core.scheme import Scheme

RowT = TypeVar("RowT", bound=Row)
Key = tuple[type[Row], int]
"""What a row is known by: its type and its id."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds the id of another row, or None."""

    field: str
    to: type[Row]


@dataclass(frozen=True, slots=True)
class Parts:
    """A field that lists parts of a row, kept in another table."""

    field: str
    table: str


@dataclass(frozen=True, slots=True)
class WordedReferences:
    """Text fields that hold the ids of other rows as digits.

    They do so where the field `where` has the value `value`. The smaller text stands first.
    """

    fields: tuple[str, str]
    to: type[Row]
    where: str
    value: str


@dataclass(frozen=True)
class RowType(Generic[RowT]):
    """One type of rows.

    `table` is where they are stored. `references` name the rows that one cannot be without; so does `companion`, the
    type of the row with the same id that it comes and goes with. `weak` references may lead to rows that are gone.
    `parts` are fields with a table of their own. The texts of `repeated` fields are those of many rows: each is in
    memory once. `is_document` says that a row is stored as one text instead of a
    column a field. Two projects hold the same row where the fields of its `identity` are equal; with none named, where
    all fields but the id are.
    """

    row_class: type[RowT]
    table: str
    references: tuple[Reference, ...] = ()
    companion: type[Row] | None = None
    parts: tuple[Parts, ...] = ()
    repeated: tuple[str, ...] = ()
    is_document: bool = False
    weak: tuple[Reference, ...] = ()
    worded: WordedReferences | None = None
    identity: tuple[str, ...] = ()

    @cached_property
    def fields(self) -> dict[str, Any]:
        """The types of the fields, by name, in their order."""
        return field_types(self.row_class)

    @cached_property
    def article_field(self) -> str:
        """The field that holds the article id of a row.

        It is "" for a row without an article.
        """
        if issubclass(self.row_class, Article):
            return "id"
        return next((reference.field for reference in self.references if reference.to is Article), "")

    @cached_property
    def is_in_article(self) -> bool:
        """Whether each row belongs to an article."""
        return self.fields.get(self.article_field) is int

    @cached_property
    def is_above_articles(self) -> bool:
        """Whether files carry the rows beside all articles."""
        return not (self.is_document or self.article_field or self.weak)

    @cached_property
    def article_of(self) -> Callable[[Row], int | None]:
        """The function that returns the article id of a row.

        It returns None for a row that belongs to no article.
        """
        return attrgetter(self.article_field) if self.article_field else _belong_to_none

    def part_type(self, parts: Parts) -> type[Any]:
        """Return the type of the parts that a field lists."""
        part_type: type[Any] = get_args(self.fields[parts.field])[0]
        return part_type


def field_types(declared: type[Any]) -> dict[str, Any]:
    """Return the types of a dataclass's fields by name, in order."""
    hints = get_type_hints(declared)
    return {field.name: hints[field.name] for field in fields(declared)}


def is_word(hint: Any) -> bool:
    """Say whether a field type is an enum of strings."""
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def _belong_to_none(_: Row) -> int | None:
    return None


_IN_ARTICLE = Reference("article_id", Article)

ROW_TYPES: tuple[RowType[Any], ...] = (
    RowType(Scheme, "label_scheme", is_document=True),
    RowType(Article, "article", companion=Body, repeated=("source", "language")),
    RowType(Body, "body", references=(Reference("id", Article),)),
    RowType(
        Annotation,
        "annotation",
        references=(_IN_ARTICLE,),
        parts=(Parts("roles", "claim_role"),),
        repeated=("label", "rule", "author"),
    ),
    RowType(Note, "note", references=(_IN_ARTICLE, Reference("annotation_id", Annotation))),
    RowType(Candidate, "hint", references=(_IN_ARTICLE,)),  # as the table was first named
    RowType(RegisterRecord, "register_record", identity=("key",)),
    RowType(ClaimRecord, "claim_record", identity=("kind", "summary", "speaker", "due")),
    RowType(
        Judgement,
        "judgement",
        worded=WordedReferences(("left", "right"), ClaimRecord, "kind", JudgementKind.CLAIM),
        identity=("kind", "left", "right", "ended"),
    ),
    RowType(
        ClaimPlace,
        "claim_place",
        references=(Reference("record_id", ClaimRecord),),
        weak=(Reference("annotation_id", Annotation),),
    ),
    RowType(Verdict, "verdict", references=(Reference("record_id", ClaimRecord),)),
    RowType(Evidence, "evidence", references=(Reference("verdict_id", Verdict),)),
    RowType(SavedQuery, "saved_query", identity=("name",)),
    RowType(Sample, "sample", identity=("unit", "is_hidden", "seed", "query", "population", "author", "made")),
)
"""All row types, those that others refer to first."""

DECLARED: dict[type[Row], RowType[Any]] = {declared.row_class: declared for declared in ROW_TYPES}
ABOVE_ARTICLES: dict[str, type[Row]] = {
    declared.table: declared.row_class for declared in ROW_TYPES if declared.is_above_articles
}
"""The types of rows that belong to no article, by table, those that others refer to first."""
PLACES: dict[type[Row], int] = {declared.row_class: place for place, declared in enumerate(ROW_TYPES)}
"""The place of each type in the order of `ROW_TYPES`."""


def _find_document_fields() -> dict[type[Row], str]:
    named = {get_args(hint)[0]: name for name, hint in field_types(Document).items() if get_args(hint)}
    return {declared.row_class: named[declared.row_class] for declared in ROW_TYPES if declared.row_class in named}


DOCUMENT_FIELDS: dict[type[Row], str] = _find_document_fields()
"""The fields of `Document` that list rows, by their type, those that others refer to first."""


def key_of(row: Row) -> Key:
    """Return what a row is known by."""
    return type(row), row.id


def owner_of(row: Row) -> int | None:
    """Return the id of the article that a row belongs to.

    None for the label scheme and a note on the project.
    """
    return DECLARED[type(row)].article_of(row)


def referred_rows(row: Row) -> Iterator[Key]:
    """Yield the keys of the rows whose ids a row holds."""
    for reference in DECLARED[type(row)].references:
        number = getattr(row, reference.field)
        if number is not None:
            yield reference.to, number


def needed_rows(row: Row) -> Iterator[Key]:
    """Yield the keys of the rows that a row cannot be without."""
    yield from referred_rows(row)
    companion = DECLARED[type(row)].companion
    if companion is not None:
        yield companion, row.id
