"""What a user says about a table of articles: columns, separator, encoding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.core.message import UserError


class ArticleField(StrEnum):
    """What a column of a table can hold of an article."""

    TITLE = "title"
    TEXT = "text"
    LEAD = "lead"
    DATE = "date"
    SOURCE = "source"
    URL = "url"
    ID = "id"
    AUTHOR = "author"
    LANGUAGE = "language"
    NOTE = "note"


Mapping = tuple[tuple[ArticleField, str], ...]
"""Which column holds which field: pairs of field and column, each field once."""

EXAMPLE = "title=headline,text=body.text"
_PAIR = re.compile(r"\s*(?P<field>\w+)\s*=\s*(?P<column>.*?)\s*", re.DOTALL)
"""A field and its column: «title=headline»."""
_BETWEEN = re.compile(rf",(?=\s*(?:{'|'.join(ArticleField)})\s*=)", re.IGNORECASE)
"""The comma between two such pairs."""


@dataclass(frozen=True, slots=True)
class RememberedTable:
    """The mapping that was chosen for tables with these columns."""

    columns: tuple[str, ...]
    mapping: Mapping

    def fits(self, columns: Iterable[str]) -> bool:
        """Say whether a table has the same columns, in any order."""
        return sorted(self.columns) == sorted(columns)


@dataclass(frozen=True, slots=True)
class TableChoices:
    """How to read tables.

    What is empty is found out from the file.

    `mapping` holds for every table that is read, `remembered` for those with the same columns. `files` are choices for
    single files, which have the same `remembered`.
    """

    mapping: Mapping = ()
    separator: str = ""
    encoding: str = ""
    sheet: str = ""
    remembered: tuple[RememberedTable, ...] = ()
    files: tuple[tuple[Path, TableChoices], ...] = ()

    def for_file(self, path: Path) -> TableChoices:
        """Return the choices that hold for a file."""
        own = next((choices for known, choices in self.files if known == path), None)
        return self if own is None else replace(own, remembered=self.remembered)


NO_CHOICES = TableChoices()


@dataclass(frozen=True, slots=True)
class TablePreview:
    """What is seen of a table before it is read.

    Its columns, first rows and likeliest mapping.

    `rows` hold texts, cut short, in the order of `columns`. `is_certain` says that the mapping needs no question.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    is_certain: bool
    separator: str = ""
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def parse_mapping(words: str) -> Mapping:
    """Return the mapping that "title=headline,text=body.text" says.

    Raise UserError where a part is no field with a column.
    """
    found: dict[ArticleField, str] = {}
    for part in filter(str.strip, _BETWEEN.split(words)):
        pair = _PAIR.fullmatch(part)
        field = pair["field"].lower() if pair else ""
        if pair is None or not pair["column"] or field not in set(ArticleField):
            raise UserError(
                "“{part}” does not say which column holds which field.",
                hint="Write FIELD=COLUMN, as in --map {example}. The fields are: {fields}.",
                part=part.strip(),
                example=EXAMPLE,
                fields=", ".join(ArticleField),
            )
        found[ArticleField(field)] = pair["column"]
    return tuple(found.items())


def read_remembered(entries: dict[str, str]) -> tuple[RememberedTable, ...]:
    """Return what the settings remember of tables.

    Mappings by the columns, one a line.

    An entry that is no mapping is passed over: it was not written by the program.
    """
    found: list[RememberedTable] = []
    for columns, words in entries.items():
        try:
            mapping = parse_mapping(words)
        except UserError:
            mapping = ()
        if mapping:
            found.append(RememberedTable(tuple(columns.split("\n")), mapping))
    return tuple(found)


def columns_key(columns: Iterable[str]) -> str:
    """Return what a set of columns is remembered by, whatever their order."""
    return "\n".join(sorted(columns))


def show_mapping(mapping: Mapping) -> str:
    """Return a mapping as `parse_mapping` reads it."""
    return ",".join(f"{field}={column}" for field, column in mapping)
