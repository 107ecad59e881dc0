"""Recognise the sheets and columns of a workbook that comes back.

Their places and names may have changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.core.scheme import Scheme
from app.formats.export_options import ExportOptions
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.sheet_columns import make_sheet_columns
from app.formats.xlsx.reading.book_parts import BookParts
from app.formats.xlsx.values.words import LANGUAGES, SHEETS, Vocabulary

RETURNING_SHEETS = ("articles", "entities", "claims", "notes")
SHOWING_SHEETS = ("summary", "register", "labels", "changes")
"""Sheets that show what the project and the other sheets hold."""
NUMBERED_TITLE = re.compile(r"(.*?) \(\d+\)\Z")
_UNSAFE = re.compile(r"[^\w.]")
_FEWEST_HEADERS = 3
"""So many known headers tell what a sheet is that is called otherwise."""


@dataclass(frozen=True, slots=True)
class KnownHeaders:
    """What the columns of a sheet are recognised by.

    It holds their keys by header, in all languages, and by the end of a defined name.
    """

    by_title: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundColumns:
    """The columns that were found on a sheet.

    It holds the keys by place from 0, and the headers that are not known by place.
    """

    keys: dict[int, str]
    unknown: dict[int, str]


def know_headers(schemes: Iterable[Scheme]) -> dict[str, KnownHeaders]:
    """Return the headers that each sheet's columns are known by.

    They are those of any of the label schemes.
    """
    known = {sheet: KnownHeaders() for sheet in SHEETS}
    for scheme in schemes:
        for language in LANGUAGES:
            naming = Naming(Vocabulary.of(scheme, language), "", scheme, ExportOptions(language=language))
            for sheet, found in make_sheet_columns(naming).items():
                for column in found.columns:
                    for title in column.title.list_read():
                        known[sheet].by_title.setdefault(fold_header(title), column.key)
                    known[sheet].by_name.setdefault(_UNSAFE.sub("_", column.key).casefold(), column.key)
    return known


def fold_header(text: str) -> str:
    """Return a header as headers are compared."""
    return " ".join(text.split()).casefold()


def find_sheet_key(
    title: str, top: Sequence[Sequence[str]], parts: BookParts, known: Mapping[str, KnownHeaders]
) -> str:
    """Return the key of a sheet.

    It is found by the title in any language, by names of the cells, or by the headers. Return "" if none fits.
    """
    plain = NUMBERED_TITLE.fullmatch(title)
    wanted = fold_header(plain[1] if plain else title)
    for key, words in SHEETS.items():
        if wanted in map(fold_header, words.list_read()):
            return key
    named = Counter(
        sheet
        for (place_title, _, _), name in parts.names.items()
        if place_title == title and (sheet := _split_name(name)[0])
    )
    if named:
        return named.most_common(1)[0][0]
    headers = [{fold_header(text) for text in row} for row in top]
    counts = {
        key: max((len(titles & found.by_title.keys()) for titles in headers), default=0) for key, found in known.items()
    }
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= _FEWEST_HEADERS else ""


def find_columns(
    sheet: str, place: tuple[str, int], header: Sequence[str], parts: BookParts, known: KnownHeaders
) -> FoundColumns:
    """Return the columns under a header.

    The header stands in a row of a sheet. A column is found by text, by defined name or by comment.
    """
    title, row = place
    keys: dict[int, str] = {}
    cells = [(title, row, column) for column in range(1, len(header) + 1)]
    for ways in (
        [known.by_title.get(fold_header(text), "") for text in header],
        [_key_by_name(parts.names.get(cell, ""), sheet, known) for cell in cells],
        [_key_by_comment(parts.comments.get(cell, ""), known) for cell in cells],
    ):
        for number, key in enumerate(ways):
            if key and number not in keys and key not in keys.values():
                keys[number] = key
    unknown = {number: text for number, text in enumerate(header) if number not in keys and text.strip()}
    return FoundColumns(keys, unknown)


def find_header_row(title: str, rows: Sequence[Sequence[str]], parts: BookParts, known: KnownHeaders | None) -> int:
    """Return the place of the header among the first rows.

    It is the row with the most known headers, else the one that names point to.
    """
    scores = [_count_known(title, number, row, parts, known) for number, row in enumerate(rows, start=1)]
    best: int = max(scores, default=0)
    return scores.index(best) if best else 0


def _count_known(title: str, number: int, row: Sequence[str], parts: BookParts, known: KnownHeaders | None) -> int:
    """Return how likely a row is the header.

    Known texts, names and comments count.

    Texts count most: some programs leave names and comments behind when rows are inserted above.
    """
    places = [(title, number, column) for column in range(1, len(row) + 1)]
    by_text = sum(fold_header(text) in known.by_title for text in row) if known is not None else 0
    return 3 * by_text + sum((place in parts.names) + (place in parts.comments) for place in places)


def _split_name(name: str) -> tuple[str, str]:
    """Return the sheet and the column that a defined name says.

    "claims_2_text" is ("claims", "text").
    """
    sheet, _, rest = name.casefold().partition("_")
    if sheet not in SHEETS:
        return "", ""
    return sheet, re.sub(r"^\d+_", "", rest)


def _key_by_name(name: str, sheet: str, known: KnownHeaders) -> str:
    named, column = _split_name(name)
    return known.by_name.get(column, "") if named == sheet else ""


def _key_by_comment(comment: str, known: KnownHeaders) -> str:
    """Return the key that a comment holds.

    Spreadsheet programs may put the author before it.
    """
    last = comment.strip().rpartition("\n")[2].strip()
    return last if last in known.by_name.values() else ""
