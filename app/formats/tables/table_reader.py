"""Read the rows of a table as articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.core.message import Message, UserError, join_messages
from app.core.model import Document, Note
from app.core.text.tokens import normalise
from app.core.vocabulary import LanguageCode
from app.formats.source.documents import find_title, make_document
from app.formats.table_choices import EXAMPLE, NO_CHOICES, ArticleField, Mapping, TableChoices, TablePreview
from app.formats.tables.cell_values import cell_text, has_month_first, is_empty, read_day
from app.formats.tables.column_guess import find_stand_ins, guess_columns
from app.formats.tables.table import Table, TableRow
from app.formats.text.news_article import is_news_article, parse_news_article

TableOpener = Callable[[Path, TableChoices], Table]

_ADDRESS = re.compile(r"\S+://\S+|(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/:?#]\S*)?$")
_MAX_NAMED_ROWS = 20
_MAX_NAMED_COLUMNS = 60
_MAX_SHOWN_CHARS = 40
_MAX_PREVIEW_CHARS = 200


@dataclass(slots=True)
class RowReport:
    """Rows and values of a table that are left out.

    They are reported once, at the end of the table.
    """

    without_text: list[int] = field(default_factory=list)
    unreadable: list[tuple[int, Message]] = field(default_factory=list)
    bad_days: list[tuple[int, str]] = field(default_factory=list)
    bad_addresses: list[tuple[int, str]] = field(default_factory=list)

    def messages(self) -> Iterator[Message]:
        """Yield one message for each kind of what is left out."""
        if self.without_text:
            rows = _list_rows(self.without_text)
            yield Message("{n} rows without a text are left out: {rows}.", _count_fields(self.without_text, rows))
        if self.unreadable:
            named = (_name_row(number, reason) for number, reason in self.unreadable[:_MAX_NAMED_ROWS])
            fields: dict[str, str | Message] = {"n": str(len(self.unreadable)), "rows": join_messages(named, "; ")}
            yield Message("{n} rows cannot be read and are left out: {rows}.", fields)
        if self.bad_days:
            rows = ", ".join(f"{number} — {value}" for number, value in self.bad_days[:_MAX_NAMED_ROWS])
            yield Message("{n} rows have no date that is understood: {rows}.", _count_fields(self.bad_days, rows))
        if self.bad_addresses:
            rows = ", ".join(f"{number} — {value}" for number, value in self.bad_addresses[:_MAX_NAMED_ROWS])
            yield Message("{n} rows have no address that is one: {rows}.", _count_fields(self.bad_addresses, rows))


@dataclass(frozen=True, slots=True)
class _RowReading:
    """How the rows of a table are read.

    The columns of the fields, what stands in for a column that a row lacks, and the name that keys begin with.
    """

    columns: dict[ArticleField, str]
    stand_ins: dict[ArticleField, tuple[str, ...]]
    stem: str
    is_own: bool
    is_month_first: bool

    def find_column(self, row: TableRow, name: ArticleField) -> str:
        """Return the column that a row has of a field, else ""."""
        columns = (self.columns[name], *self.stand_ins.get(name, ())) if name in self.columns else ()
        return next((column for column in columns if column in row.values), "")

    def find_value(self, row: TableRow, name: ArticleField) -> object:
        """Return what a row holds of a field."""
        return row.values.get(self.find_column(row, name))

    def is_left_out(self, row: TableRow, column: str) -> bool:
        """Say whether a row's value in a column is not taken."""
        is_taken = any(self.find_column(row, name) == column for name in self.columns)
        return not is_taken and not is_empty(row.values.get(column))

    def messages(self) -> Iterator[Message]:
        """Say what the values of a column were taken for."""
        if self.is_month_first:
            column = self.columns[ArticleField.DATE]
            yield Message("Dates in “{column}” are read with the month first.", {"column": column})


def _name_row(number: int, reason: Message) -> Message:
    return Message("{row}: {reason}", {"row": str(number), "reason": reason})


def read_table(path: Path, choices: TableChoices = NO_CHOICES, *, open_table: TableOpener) -> Iterator[Document]:
    """Yield the articles of a table.

    What is left out is said by the last of them. Raise UserError where no column of texts is known, or no row has one.
    """
    table = open_table(path, choices)
    mapping = find_mapping(path, table, choices)
    report = RowReport()
    day_column = dict(mapping).get(ArticleField.DATE, "")
    is_month_first = has_month_first(row.values.get(day_column) for row in table.sample)
    is_given = _find_given_mapping(path, table, choices) is not None
    stand_ins = {} if is_given else find_stand_ins(table.columns, mapping)
    how = _RowReading(dict(mapping), stand_ins, path.stem, is_own=table.is_own, is_month_first=is_month_first)
    last: Document | None = None
    for row in table.rows:
        document = _read_row(row, how, report)
        if document is None:
            continue
        if last is not None:
            yield last
        last = document
    said = [*table.messages, *report.messages(), *how.messages(), *_unused_columns(table, how)]
    if last is None:
        raise UserError(
            "“{name}” has no row with a text. {reasons}",
            hint="Check the file and its format, and which column holds the texts.",
            name=path.name,
            reasons=join_messages(said, " "),
        )
    yield replace(last, lost=(*last.lost, *said))


def preview_table(path: Path, choices: TableChoices, *, open_table: TableOpener) -> TablePreview:
    """Return what is seen of a table before it is read."""
    table = open_table(path, choices)
    guess = guess_columns(table.columns, table.sample)
    known = _find_given_mapping(path, table, choices)
    rows = tuple(tuple(_show_cell(row, name) for name in table.columns) for row in table.sample if not row.fault)
    return TablePreview(
        table.columns,
        rows,
        known or guess.mapping,
        known is not None or guess.is_certain,
        table.separator,
        table.encoding,
        table.sheet,
        table.sheets,
    )


def find_mapping(path: Path, table: Table, choices: TableChoices) -> Mapping:
    """Return the mapping of a table's columns to fields.

    It is the one given, else the one remembered for its columns, else the likeliest.

    Raise UserError that lists the columns where one is missing or no text is found.
    """
    known = _find_given_mapping(path, table, choices)
    if known is not None:
        return known
    guess = guess_columns(table.columns, table.sample)
    if not guess.has_text:
        raise UserError(
            "“{name}” does not say which column holds the text. Its columns: {columns}.",
            hint="Name the columns, on the command line by --map {example}.",
            name=path.name,
            columns=_list_columns(table),
            example=EXAMPLE,
        )
    return guess.mapping


def _find_given_mapping(path: Path, table: Table, choices: TableChoices) -> Mapping | None:
    """Return the mapping that the user gave.

    It was given now, or for a table with the same columns.
    """
    if choices.mapping:
        return tuple((name, _find_column(path, table, column)) for name, column in choices.mapping)
    return next((one.mapping for one in choices.remembered if one.fits(table.columns)), None)


def _list_columns(table: Table) -> str:
    return ", ".join(table.columns[:_MAX_NAMED_COLUMNS]) + (" …" if len(table.columns) > _MAX_NAMED_COLUMNS else "")


def _show_cell(row: TableRow, column: str) -> str:
    return " ".join(cell_text(row.values.get(column))[:_MAX_PREVIEW_CHARS].split())


def _find_column(path: Path, table: Table, wanted: str) -> str:
    """Return the column of a name.

    Case does not matter. A number counts columns from 1.
    """
    if wanted in table.columns or any(wanted in row.values for row in table.sample):
        return wanted
    for column in table.columns:
        if " ".join(wanted.split()).casefold() == column.casefold():
            return column
    if wanted.isdigit() and 0 < int(wanted) <= len(table.columns):
        return table.columns[int(wanted) - 1]
    raise UserError(
        "“{name}” has no column “{column}”. Its columns: {columns}.",
        hint="Name the columns as they stand there, as in --map {example}.",
        name=path.name,
        column=wanted,
        columns=_list_columns(table),
        example=EXAMPLE,
    )


def _read_row(row: TableRow, how: _RowReading, report: RowReport) -> Document | None:
    """Return the article of a row, None where it has none."""
    if row.fault:
        report.unreadable.append((row.number, row.fault))
        return None
    values = {name: normalise(cell_text(how.find_value(row, name))) for name in how.columns}
    text = values.get(ArticleField.TEXT, "")
    if not text.strip():
        report.without_text.append(row.number)
        return None
    address = values.get(ArticleField.URL, "").strip()
    if address and not _ADDRESS.match(address):
        report.bad_addresses.append((row.number, address[:_MAX_SHOWN_CHARS]))
        values[ArticleField.URL] = ""
    document = _make_article(values, text, f"{how.stem}-{row.number}", is_own=how.is_own)
    return replace(_with_day(document, row, how, report), notes=tuple(_make_notes(values, how.columns)))


def _make_article(values: dict[ArticleField, str], text: str, key: str, *, is_own: bool) -> Document:
    """Return the document of a row's values.

    A title, date or address that the row lacks is read from the text. In a table of our own the cell is the text
    exactly, with its blank lines, whether it begins with the title or not.
    """
    title = values.get(ArticleField.TITLE, "")
    title = title if is_own else " ".join(title.split())
    url, source = (values.get(name, "").strip() for name in (ArticleField.URL, ArticleField.SOURCE))
    key = values.get(ArticleField.ID, "").strip() or key
    if not title and is_news_article(text):
        framed = parse_news_article(text, key)
        article = framed.article
        return replace(framed, article=replace(article, url=url or article.url, source=source or article.source))
    body = text if is_own else _join_parts(title, values.get(ArticleField.LEAD, "").strip(), text.strip("\n"))
    known_title = title if is_own else find_title(title)
    made = make_document(body, title=known_title or None, url=url, source=source or None, key=key)
    language = values.get(ArticleField.LANGUAGE, "").strip().lower()[:2]
    return replace(
        made, article=replace(made.article, language=language if language in (LanguageCode.RU, LanguageCode.KK) else "")
    )


def _join_parts(title: str, lead: str, text: str) -> str:
    """Put the title and the lead before the text.

    They are left out if the text begins with them.
    """
    for part in (lead, title):
        if part and not " ".join(text[: 2 * len(part) + 200].split()).startswith(" ".join(part.split())):
            text = f"{part}\n{text}"
    return text


def _with_day(document: Document, row: TableRow, how: _RowReading, report: RowReport) -> Document:
    value = how.find_value(row, ArticleField.DATE)
    if is_empty(value):
        return document
    day = read_day(value, is_month_first=how.is_month_first)
    if day is None:
        report.bad_days.append((row.number, cell_text(value).strip()[:_MAX_SHOWN_CHARS]))
        return document
    return replace(document, article=replace(document.article, date=day))


def _make_notes(values: dict[ArticleField, str], columns: dict[ArticleField, str]) -> Iterator[Note]:
    """Yield the author and the note as notes on the article.

    The author comes under the header of that column.
    """
    author, note = (values.get(name, "").strip() for name in (ArticleField.AUTHOR, ArticleField.NOTE))
    if author:
        yield Note(1, f"{columns[ArticleField.AUTHOR]}: {author}", article_id=0)
    if note:
        yield Note(2, note, article_id=0)


def _unused_columns(table: Table, how: _RowReading) -> Iterator[Message]:
    unused = [column for column in table.columns if any(how.is_left_out(row, column) for row in table.sample)]
    if unused:
        more = " …" if len(unused) > _MAX_NAMED_ROWS else ""
        yield Message("Columns that are not taken: {columns}.", {"columns": ", ".join(unused[:_MAX_NAMED_ROWS]) + more})


def _list_rows(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:_MAX_NAMED_ROWS])) + (" …" if len(numbers) > _MAX_NAMED_ROWS else "")


def _count_fields(found: list[int] | list[tuple[int, str]], rows: str) -> dict[str, str]:
    more = " …" if len(found) > _MAX_NAMED_ROWS and not rows.endswith("…") else ""
    return {"n": str(len(found)), "rows": rows + more}
