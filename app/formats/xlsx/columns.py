"""The columns of the workbook's sheets: names, widths and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.model import Progress, Status
from app.core.scheme import Scheme


class Look(StrEnum):
    """How the cells of a column look; each is a style of the workbook."""

    TEXT = "text"
    WRAPPED = "wrapped"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    AMOUNT = "amount"
    SHARE = "share"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, width in characters, look, and the words to choose from in a drop-down."""

    name: str
    width: int
    look: Look = Look.TEXT
    choices: tuple[str, ...] = ()


_ARTICLE = (
    Column("article", 8, Look.NUMBER),
    Column("title", 36),
    Column("date", 11, Look.DATE),
    Column("source", 16),
    Column("url", 20, Look.LINK),
)
_PLACE = (Column("start", 8, Look.NUMBER), Column("stop", 8, Look.NUMBER))
_STATUS = tuple(str(status) for status in Status)
_FIGURES = (
    Column("day", 11, Look.DATE),
    Column("amount", 18, Look.AMOUNT),
    Column("amount_to", 18, Look.AMOUNT),
    Column("unit", 8),
)
"""The columns of `figures.Figures`."""
_DECISION = (
    Column("status", 11, choices=_STATUS),
    Column("origin", 9),
    Column("confidence", 11, Look.SHARE),
    Column("context", 70, Look.WRAPPED),
    Column("note", 36, Look.WRAPPED),
    Column("author", 14),
    Column("changed", 17, Look.TIME),
    Column("rule", 14),
    Column("id", 8, Look.NUMBER),
)

ARTICLES = (
    *_ARTICLE,
    Column("key", 22),
    Column("progress", 10, choices=tuple(str(progress) for progress in Progress)),
    Column("language", 10),
    Column("length", 8, Look.NUMBER),
    Column("entities", 9, Look.NUMBER),
    Column("claims", 8, Look.NUMBER),
    Column("proposed", 10, Look.NUMBER),
    Column("note", 50, Look.WRAPPED),
)
NOTES = (
    Column("article", 8, Look.NUMBER),
    Column("title", 42),
    Column("on", 9),
    Column("annotation", 11, Look.NUMBER),
    Column("label", 12),
    Column("text", 40, Look.WRAPPED),
    Column("note", 70, Look.WRAPPED),
    Column("author", 14),
    Column("created", 17, Look.TIME),
    Column("changed", 17, Look.TIME),
    Column("id", 8, Look.NUMBER),
)


def entity_columns(scheme: Scheme) -> tuple[Column, ...]:
    """Return the columns of the sheet of entities, with the attributes that the scheme gives them."""
    labels = tuple(label.name for label in scheme.of_kind("entity"))
    value, *others = entity_attributes(scheme)
    return (
        *_ARTICLE,
        *_PLACE,
        Column("text", 34, Look.WRAPPED),
        Column("label", 11, choices=labels),
        Column("normal", 34, Look.WRAPPED),
        Column(value, 18),
        *_FIGURES,
        *(Column(name, 18) for name in others),
        *_DECISION,
    )


def claim_columns(scheme: Scheme) -> tuple[Column, ...]:
    """Return the columns of the sheet of claims, with the attributes that the scheme gives them."""
    kinds = tuple(label.name for label in scheme.of_kind("claim"))
    return (
        *_ARTICLE,
        *_PLACE,
        Column("claim", 70, Look.WRAPPED),
        Column("kind", 11, choices=kinds),
        Column("form", 10, choices=("direct", "indirect", "reported")),
        Column("speaker", 26, Look.WRAPPED),
        Column("speaker_normal", 26, Look.WRAPPED),
        Column("cue", 16),
        *(Column(name, 18) for name in claim_attributes(scheme)),
        *_DECISION,
    )


def entity_attributes(scheme: Scheme) -> tuple[str, ...]:
    """Return the names of entities' attributes: those that pre-tagging gives, then the scheme's own."""
    return _attributes(scheme, "entity", ("value", "referent"))


def claim_attributes(scheme: Scheme) -> tuple[str, ...]:
    """Return the names of claims' attributes besides their form."""
    return tuple(name for name in _attributes(scheme, "claim", ("form",)) if name != "form")


def _attributes(scheme: Scheme, kind: str, first: tuple[str, ...]) -> tuple[str, ...]:
    own = [attribute.name for label in scheme.of_kind(kind) for attribute in label.attributes]
    return tuple(dict.fromkeys((*first, *own)))
