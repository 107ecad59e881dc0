"""Guess which column of a table holds which field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from statistics import median

from app.formats.table_choices import ArticleField, Mapping
from app.formats.tables.cell_values import cell_text, is_empty, read_day
from app.formats.tables.column_words import is_known_header, is_like_header, match_header
from app.formats.tables.table import TableRow

_MIN_TEXT_CHARS = 120
"""A column of shorter values is no column of articles, unless its header says so."""
_MAX_TITLE_CHARS = 300
MAX_HEADER_ROWS = 10
"""How many rows may stand above the headers: a name of the table, a blank row."""


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """The most likely content of the columns of a table.

    `is_certain` is true if the header of the text says so.
    """

    mapping: Mapping
    is_certain: bool

    @property
    def has_text(self) -> bool:
        return any(field is ArticleField.TEXT for field, _ in self.mapping)


def guess_columns(columns: Sequence[str], sample: Sequence[TableRow]) -> ColumnGuess:
    """Return the likeliest mapping, by the headers first, then by the values."""
    filled = [name for name in columns if any(not is_empty(row.values.get(name)) for row in sample)]
    found = _match_headers(filled or columns)
    is_certain = ArticleField.TEXT in found and _is_sure(found[ArticleField.TEXT], sample)
    if ArticleField.TEXT not in found:
        _find_text(found, filled, sample)
        if ArticleField.TEXT in found:  # else the longest column may be the text
            _find_title(found, filled, sample)
        _find_address(found, filled, sample)
        _find_day(found, filled, sample)
    order = list(ArticleField)
    return ColumnGuess(tuple(sorted(found.items(), key=lambda pair: order.index(pair[0]))), is_certain)


def find_stand_ins(columns: Sequence[str], mapping: Mapping) -> dict[ArticleField, tuple[str, ...]]:
    """Return the free columns that are named after a field.

    Objects of one file may name a field in two ways: who lacks the one may have the other.
    """
    free = [name for name in columns if name not in {column for _, column in mapping}]
    meant = {name: match_header(name)[0].field for name in free if is_known_header(name)}
    return {field: tuple(name for name in meant if meant[name] is field) for field, _ in mapping}


def is_header(cells: Sequence[str]) -> bool:
    """Say whether the cells of a first row are headers.

    Some of them are known words, and none is an address or a long text.
    """
    if any("://" in cell or len(cell) > _MIN_TEXT_CHARS for cell in cells):
        return False
    return any(map(is_known_header, cells)) or not any(_is_value(cell) for cell in cells)


def find_header(top: Sequence[Sequence[object]]) -> int:
    """Return the place of the header among the first rows.

    Return -1 if there is none. The name of the table, or a row of groups, may stand above it.
    """
    texts = [[text for cell in cells if (text := cell_text(cell).strip())] for cells in top]
    words = [sum(map(is_known_header, cells)) for cells in texts]
    place = words.index(max(words)) if words else 0
    if words and _stands_out(texts, place, words[place]):
        return place
    return 0 if top and is_header([cell_text(cell) for cell in top[0]]) else -1


def join_headers(top: Sequence[Sequence[object]], place: int) -> tuple[int, list[str]]:
    """Return the last row of the headers, and the headers.

    `place` is the row that `find_header` found. Headers of two rows, where groups of columns have a name above or
    below, are joined: the lower cell counts, the upper one where there is none.
    """
    texts = [[cell_text(cell).strip() for cell in cells] for cells in top]
    for upper in (place - 1, place):
        if 0 <= upper < len(texts) - 1 and _are_two_rows(texts[upper], texts[upper + 1]):
            pairs = zip_longest(texts[upper], texts[upper + 1], fillvalue="")
            return upper + 1, [below or above for above, below in pairs]
    return place, texts[place]


def _are_two_rows(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Say whether two rows are headers together.

    Each fills a place that the other leaves empty, and all words below are known.
    """
    pairs = list(zip_longest(upper, lower, fillvalue=""))
    fills = any(above and not below for above, below in pairs) and any(below and not above for above, below in pairs)
    known = [is_known_header(cell) for cell in lower if cell]
    return fills and all(known) and any(is_known_header(above) for above, below in pairs if above and not below)


def _stands_out(rows: Sequence[Sequence[str]], place: int, words: int) -> bool:
    """Say whether a row with known words is no row of values.

    A value may be such a word: one alone counts if nothing else is in its row, or all rows above have fewer cells.
    """
    is_wider = all(len(cells) < len(rows[place]) for cells in rows[:place])
    return words > 1 or (words == 1 and (is_wider or len(rows[place]) == 1))


def _is_sure(column: str, sample: Sequence[TableRow]) -> bool:
    """Say whether a header surely names the text.

    Such a header is a known word, or it is like one and has long values below.
    """
    if is_known_header(column):
        return True
    return is_like_header(column) and _median_length(column, sample) >= _MIN_TEXT_CHARS


def _is_value(cell: str) -> bool:
    """Say whether a cell holds a day or a number.

    No header is such a value.
    """
    return cell.strip().replace(".", "", 1).isdigit() or read_day(cell) is not None


def _match_headers(columns: Sequence[str]) -> dict[ArticleField, str]:
    """Return the best column of each field; each column holds one field."""
    matches = [(cost, place, name, field) for place, name in enumerate(columns) for field, cost in match_header(name)]
    found: dict[ArticleField, str] = {}
    for _, _, name, field in sorted(matches):
        if field not in found and name not in found.values():
            found[field] = name
    return found


def _find_text(found: dict[ArticleField, str], columns: Sequence[str], sample: Sequence[TableRow]) -> None:
    """Choose the column with the longest values for the text.

    The values must be long.
    """
    lengths = {name: _median_length(name, sample) for name in columns if name not in found.values()}
    longest = max(lengths, key=lengths.__getitem__, default="")
    if longest and lengths[longest] >= _MIN_TEXT_CHARS:
        found[ArticleField.TEXT] = longest


def _find_title(found: dict[ArticleField, str], columns: Sequence[str], sample: Sequence[TableRow]) -> None:
    """Choose the column of the title.

    It is the longest of the other columns that have several words.
    """
    lengths = {
        name: _median_length(name, sample)
        for name in columns
        if name not in found.values()
        and all(" " in value.strip() and "://" not in value for value in _texts(name, sample))
    }
    longest = max(lengths, key=lengths.__getitem__, default="")
    if ArticleField.TITLE not in found and longest and lengths[longest] <= _MAX_TITLE_CHARS:
        found[ArticleField.TITLE] = longest


def _find_address(found: dict[ArticleField, str], columns: Sequence[str], sample: Sequence[TableRow]) -> None:
    for name in columns:
        values = _texts(name, sample)
        if (
            ArticleField.URL not in found
            and values
            and all(value.startswith(("http://", "https://")) for value in values)
        ):
            found[ArticleField.URL] = name


def _find_day(found: dict[ArticleField, str], columns: Sequence[str], sample: Sequence[TableRow]) -> None:
    for name in columns:
        values = [value for row in sample if not is_empty(value := row.values.get(name))]
        is_free = ArticleField.DATE not in found and name not in found.values()
        if is_free and values and all(len(cell_text(value)) < 40 and read_day(value) for value in values):
            found[ArticleField.DATE] = name


def _median_length(name: str, sample: Sequence[TableRow]) -> float:
    return median([len(value) for value in _texts(name, sample)] or [0])


def _texts(name: str, sample: Sequence[TableRow]) -> list[str]:
    return [text for row in sample if (text := cell_text(row.values.get(name)).strip())]
