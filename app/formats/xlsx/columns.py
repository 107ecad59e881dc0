"""The columns of the sheets, each declared once with its value.

A new column is one line in the list of its sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from app.core.model import Kind, Progress, Status
from app.core.scheme import Scheme
from app.core.vocabulary import AttributeName, ClaimForm
from app.formats.xlsx.cells import Value
from app.formats.xlsx.rows import ArticleRow, ClaimRow, EntityRow, NoteRow

RowT_contra = TypeVar("RowT_contra", contravariant=True)


class Look(StrEnum):
    """The look of a column's cells; each is a style."""

    TEXT = "text"
    WRAPPED = "wrapped"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    AMOUNT = "amount"
    SHARE = "share"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT_contra]):
    """One column of a sheet.

    `width` is in characters; `value` takes a row; `choices` are the words of a drop-down.
    """

    name: str
    width: int
    look: Look = Look.TEXT
    choices: tuple[str, ...] = ()
    value: Callable[[RowT_contra], Value] = field(kw_only=True)


_ARTICLE: tuple[Column[ArticleRow | EntityRow | ClaimRow], ...] = (
    Column("article", 8, Look.NUMBER, value=lambda row: row.article.id),
    Column("title", 36, value=lambda row: row.article.title),
    Column("date", 11, Look.DATE, value=lambda row: row.article.date),
    Column("source", 16, value=lambda row: row.article.source),
    Column("url", 20, Look.LINK, value=lambda row: row.article.url),
)
_PLACE: tuple[Column[EntityRow | ClaimRow], ...] = (
    Column("start", 8, Look.NUMBER, value=lambda row: row.annotation.start),
    Column("stop", 8, Look.NUMBER, value=lambda row: row.annotation.stop),
)
_FIGURES: tuple[Column[EntityRow], ...] = (
    Column("day", 11, Look.DATE, value=lambda row: row.figures.day),
    Column("amount", 18, Look.AMOUNT, value=lambda row: row.figures.amount),
    Column("amount_to", 18, Look.AMOUNT, value=lambda row: row.figures.amount_to),
    Column("unit", 8, value=lambda row: row.figures.unit),
)
_DECISION: tuple[Column[EntityRow | ClaimRow], ...] = (
    Column("status", 11, choices=tuple(map(str, Status)), value=lambda row: str(row.annotation.status)),
    Column("origin", 9, value=lambda row: str(row.annotation.origin)),
    Column("confidence", 11, Look.SHARE, value=lambda row: _round_share(row.annotation.confidence)),
    Column("context", 70, Look.WRAPPED, value=lambda row: row.context),
    Column("note", 36, Look.WRAPPED, value=lambda row: row.notes),
    Column("author", 14, value=lambda row: row.annotation.author),
    Column("changed", 17, Look.TIME, value=lambda row: row.annotation.changed or row.annotation.created),
    Column("rule", 14, value=lambda row: row.annotation.rule),
    Column("id", 8, Look.NUMBER, value=lambda row: row.annotation.id),
)

ARTICLE_COLUMNS: tuple[Column[ArticleRow], ...] = (
    *_ARTICLE,
    Column("key", 22, value=lambda row: row.article.key),
    Column("progress", 10, choices=tuple(map(str, Progress)), value=lambda row: str(row.article.progress)),
    Column("language", 10, value=lambda row: row.article.language),
    Column("length", 8, Look.NUMBER, value=lambda row: row.article.length),
    Column("entities", 9, Look.NUMBER, value=lambda row: row.entities),
    Column("claims", 8, Look.NUMBER, value=lambda row: row.claims),
    Column("proposed", 10, Look.NUMBER, value=lambda row: row.proposed),
    Column("note", 50, Look.WRAPPED, value=lambda row: row.notes),
)
NOTE_COLUMNS: tuple[Column[NoteRow], ...] = (
    Column("article", 8, Look.NUMBER, value=lambda row: row.article.id if row.article else None),
    Column("title", 42, value=lambda row: row.article.title if row.article else None),
    Column("on", 9, value=lambda row: row.place),
    Column("annotation", 11, Look.NUMBER, value=lambda row: row.annotation.id if row.annotation else None),
    Column("label", 12, value=lambda row: row.annotation.label if row.annotation else None),
    Column("text", 40, Look.WRAPPED, value=lambda row: row.words),
    Column("note", 70, Look.WRAPPED, value=lambda row: row.note.text),
    Column("author", 14, value=lambda row: row.note.author),
    Column("created", 17, Look.TIME, value=lambda row: row.note.created),
    Column("changed", 17, Look.TIME, value=lambda row: row.note.changed),
    Column("id", 8, Look.NUMBER, value=lambda row: row.note.id),
)


def entity_columns(scheme: Scheme) -> tuple[Column[EntityRow], ...]:
    """Return the columns of entities, with the attributes that the scheme defines."""
    labels = tuple(label.name for label in scheme.of_kind(Kind.ENTITY))
    return (
        *_ARTICLE,
        *_PLACE,
        Column("text", 34, Look.WRAPPED, value=lambda row: row.words),
        Column("label", 11, choices=labels, value=lambda row: row.annotation.label),
        Column("normal", 34, Look.WRAPPED, value=lambda row: row.annotation.normal or row.words),
        _attribute_column(AttributeName.VALUE),
        *_FIGURES,
        _attribute_column(AttributeName.REFERENT),
        *map(
            _attribute_column,
            _scheme_attributes(scheme, Kind.ENTITY, without={AttributeName.VALUE, AttributeName.REFERENT}),
        ),
        *_DECISION,
    )


def claim_columns(scheme: Scheme) -> tuple[Column[ClaimRow], ...]:
    """Return the columns of claims, with the attributes that the scheme defines."""
    kinds = tuple(label.name for label in scheme.of_kind(Kind.CLAIM))
    forms = (ClaimForm.DIRECT, ClaimForm.INDIRECT, ClaimForm.REPORTED)
    return (
        *_ARTICLE,
        *_PLACE,
        Column("claim", 70, Look.WRAPPED, value=lambda row: row.words),
        Column("kind", 11, choices=kinds, value=lambda row: row.annotation.label),
        Column("form", 10, choices=forms, value=lambda row: row.attributes.get(AttributeName.FORM)),
        Column("speaker", 26, Look.WRAPPED, value=lambda row: row.speaker_words),
        Column("speaker_normal", 26, Look.WRAPPED, value=lambda row: row.speaker.normal if row.speaker else None),
        Column("cue", 16, value=lambda row: row.cue_words),
        *map(_attribute_column, _scheme_attributes(scheme, Kind.CLAIM, without={AttributeName.FORM})),
        *_DECISION,
    )


def _attribute_column(name: str) -> Column[EntityRow | ClaimRow]:
    return Column(name, 18, value=lambda row: row.attributes.get(name))


def _scheme_attributes(scheme: Scheme, kind: str, without: set[str]) -> list[str]:
    """Return the attributes of the labels of a kind, each once."""
    own = [attribute.name for label in scheme.of_kind(kind) for attribute in label.attributes]
    return [name for name in dict.fromkeys(own) if name not in without]


def _round_share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
