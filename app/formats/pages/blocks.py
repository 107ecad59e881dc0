"""The blocks that pages are made of.

Their writers know no articles, and what makes them knows no file format.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    """What a paragraph is."""

    INTRO = "intro"
    TEXT = "text"
    QUOTE = "quote"
    DETAIL = "detail"
    NOTE = "note"
    LEGEND = "legend"


class Run(NamedTuple):
    """Characters of one look.

    `fill` is the colour behind them and `line` that of a line below, "#rrggbb", or "". `link` is an address that they
    lead to. A run that `is_mark` is no part of the text: it is the caption of a highlight, or the number of a note;
    `title` says in words what it means.
    """

    text: str
    fill: str = ""
    line: str = ""
    link: str = ""
    title: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in a line that wraps.

    `bar` is the colour of a line at its left, or "".
    """

    runs: tuple[Run, ...]
    style: Style = Style.TEXT
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 0 is the title of all.

    `anchor` is a name in the file that links lead to, or "". `facts` are names and values that a web page keeps with
    the heading, unseen: what is needed to read an article back.
    """

    text: str
    level: int
    anchor: str = ""
    starts_page: bool = False
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values, one a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """A small table: names in the first column, numbers in the others.

    `anchors` are where its rows lead to in the file, none or one for each row.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    anchors: tuple[str, ...] = ()


Block = Paragraph | Heading | Facts | Counts
