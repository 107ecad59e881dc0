"""Excel's limits and ours, each at both of its sides."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import python_calamine

from app.core.model import Annotation, Article, Document, Kind, Note
from app.core.scheme import Attribute, Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.xlsx.columns.column import Column, Look, SheetColumns
from app.formats.xlsx.parts.hyperlinks import SheetLinks
from app.formats.xlsx.parts.package import Package
from app.formats.xlsx.sheets.sheet_layout import TableLook
from app.formats.xlsx.sheets.table_sheet import TablePlace, TableSheet
from app.formats.xlsx.values.cells import make_link_target, to_cell_value
from app.formats.xlsx.values.value_figures import read_figures
from app.formats.xlsx.values.words import Vocabulary, Words

from .books import keys, rows, sheet

TEXT = "Слово. " * 200
ENTITY = Annotation(5, 7, Kind.ENTITY, "PER", (Span(0, 5),))
NUMBERS = SheetColumns("entities", (Column("number", Words("Number", "Число"), 8, Look.NUMBER, value=lambda row: row),))


def export(tmp_path: Path, document: Document, scheme: Scheme = Scheme()) -> openpyxl.Workbook:  # noqa: B008  # frozen
    path = registry.write_file([document], tmp_path / "книга.xlsx", ExportContext(scheme))
    return openpyxl.load_workbook(path)


def values(book: openpyxl.Workbook, key: str, column: str) -> list[Any]:
    return [row[column] for row in rows(sheet(book, key))]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("я" * 32_767, 1), ("я" * 32_768, 2), ("😀" * 16_383, 1), ("😀" * 16_384, 2), ("я" * 16_384, 1)],
    ids=["32,767", "32,768", "16,383 pairs", "16,384 pairs", "16,384"],
)
def test_a_text_of_32767_units_fits_a_cell_and_no_longer_one(tmp_path: Path, text: str, cells: int) -> None:
    found = values(export(tmp_path, Document(Article(7), "", notes=(Note(9, text, 7),))), "notes", "note")
    assert len(found) == cells
    assert all(len(part.encode("utf-16-le")) <= 2 * 32_767 for part in found)
    assert "".join(part.rpartition(" [")[0] or part for part in found) == text


def test_a_sheet_takes_1048576_rows_with_its_header_and_then_another_begins(tmp_path: Path) -> None:
    with ExitStack() as stack:
        package = Package(stack, "en")
        words = Vocabulary.of(Scheme(), "en")
        table = TableSheet(TablePlace(package, words, TableLook("en", frozenset(), {})), NUMBERS)
        table.extend(range(1_048_575))
        assert package.workbook.sheetnames == ["Entities"]
        assert table.next_place() == "'Entities (2)'!A2"
        table.append(0)
        assert package.workbook.sheetnames == ["Entities", "Entities (2)"]
        assert table.next_place() == "'Entities (2)'!A3"
        table.close()
        package.save(tmp_path / "книга.xlsx")
    found = python_calamine.load_workbook(tmp_path / "книга.xlsx", load_tables=True)
    counts = {name: len(found.get_sheet_by_name(name).to_python()) for name in found.sheet_names}
    assert counts == {"Entities": 1_048_576, "Entities (2)": 2}
    assert found.table_names == ["Entities", "Entities_2"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [(10**15 - 1, 10**15 - 1), (10**15, "1" + "0" * 15), (1 - 10**15, 1 - 10**15), (-(10**15), "-1" + "0" * 15)],
)
def test_an_integer_of_15_digits_is_a_number_and_a_longer_one_text(tmp_path: Path, number: int, shown: object) -> None:
    assert to_cell_value(number) == shown
    if number > 0:
        found = values(export(tmp_path, Document(Article(7, length=number), "")), "articles", "length")
        assert found == [shown] and type(found[0]) is type(shown)


@pytest.mark.parametrize(("digits", "kind"), [("9" * 15, int), ("9" * 16, float), ("-" + "9" * 14, int)])
def test_an_amount_of_15_digits_is_exact_and_a_longer_one_rounded(digits: str, kind: type) -> None:
    amount = read_figures(replace(ENTITY, label="MONEY", attributes=(("value", f"{digits} KZT"),))).amount
    assert amount == float(digits) and type(amount) is kind


@pytest.mark.parametrize(("digits", "is_amount"), [("9" * 18, True), ("9" * 19, False)])
def test_an_amount_of_more_than_18_digits_is_none(digits: str, is_amount: bool) -> None:
    figures = read_figures(replace(ENTITY, label="MONEY", attributes=(("value", digits),)))
    assert (figures.amount is not None) is is_amount


@pytest.mark.parametrize(("day", "is_day"), [(date(1900, 3, 1), True), (date(1900, 2, 28), False)])
def test_days_are_days_from_march_1900_on(day: date, is_day: bool) -> None:
    assert (to_cell_value(day) == day) is is_day
    time = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    assert isinstance(to_cell_value(time), datetime) is is_day


@pytest.mark.parametrize(("length", "is_link"), [(2_079, True), (2_080, False)])
def test_an_address_of_2079_characters_is_a_link_and_no_longer_one(length: int, is_link: bool) -> None:
    assert (make_link_target("https://x.kz/".ljust(length, "a")) is not None) is is_link


def test_a_sheet_has_65530_links_and_no_more() -> None:
    links = SheetLinks()
    column = links.add_column("A")
    for number in range(2, 65_540):
        column.add(number, f"https://x.kz/{number}")
    element, relations = links.to_xml()
    assert element.count("<hyperlink ") == relations.count("<Relationship ") == 65_530


def test_links_of_a_crowded_sheet_are_shared_by_equal_cells_in_a_row() -> None:
    links = SheetLinks()
    column = links.add_column("A")
    for number in range(2, 32_767 + 5):
        column.add(number, "'Articles'!A2")
    assert '<hyperlink ref="A2" ' in links.to_xml()[0]
    column.add(40_000, "'Articles'!A2")
    column.add(40_001, "'Articles'!A2")
    column.add(40_002, "'Articles'!A3")
    assert '<hyperlink ref="A40000:A40001" location="\'Articles\'!A2"/>' in links.to_xml()[0]


@pytest.mark.parametrize(("length", "is_whole"), [(400, True), (401, False)])
def test_a_sentence_of_400_characters_is_the_whole_context(tmp_path: Path, length: int, is_whole: bool) -> None:
    text = "Слово".ljust(length - 1, "о") + "."
    (context,) = values(export(tmp_path, Document(Article(7), text, (ENTITY,))), "entities", "context")
    assert (context == text) is is_whole
    assert is_whole or context == text[:400] + " …"


@pytest.mark.parametrize(("lines", "points"), [(1, 18), (2, 33), (6, 93), (7, 93)])
def test_a_row_is_as_high_as_its_lines_up_to_six(tmp_path: Path, lines: int, points: int) -> None:
    note = Note(9, "\n".join("я" * lines), 7)
    book = export(tmp_path, Document(Article(7), "", notes=(note,)))
    assert sheet(book, "notes").row_dimensions[2].height == points


@pytest.mark.parametrize(("length", "points"), [(68, 18), (69, 33)])
def test_a_row_has_a_second_line_where_a_text_is_wider_than_the_room_in_its_column(
    tmp_path: Path, length: int, points: int
) -> None:
    book = export(tmp_path, Document(Article(7), "", notes=(Note(9, "я" * length, 7),)))
    assert sheet(book, "notes").row_dimensions[2].height == points


def test_a_row_has_room_for_all_figures_of_a_claim(tmp_path: Path) -> None:
    figures = (("figures", "184000; 41 %; 6200000000 KZT; 10000000 EUR"),)
    claim = Annotation(5, 7, Kind.CLAIM, "forecast", (Span(0, 5),), attributes=figures)
    book = export(tmp_path, Document(Article(7), "Слово", (claim,)))
    assert sheet(book, "claims").row_dimensions[2].height == 48


def test_a_folded_text_makes_no_row_higher(tmp_path: Path) -> None:
    claim = Annotation(5, 7, Kind.CLAIM, "forecast", (Span(0, 5),))
    book = export(tmp_path, Document(Article(7), "Слово " * 60, (claim,)))
    assert sheet(book, "claims").row_dimensions[2].height == 18


@pytest.mark.parametrize(("count", "shown"), [(15, 15), (16, 15)])
def test_the_summary_ranks_fifteen_sources_and_no_more(tmp_path: Path, count: int, shown: int) -> None:
    documents = [Document(Article(number, source=f"s{number:02}.kz"), "") for number in range(1, count + 1)]
    path = registry.write_file(documents, tmp_path / "книга.xlsx", ExportContext())
    found = [str(row[0]) for row in openpyxl.load_workbook(path)["Summary"].iter_rows(values_only=True)]
    assert sum(name.endswith(".kz") for name in found) == shown


def test_an_attribute_of_several_labels_is_one_column(tmp_path: Path) -> None:
    due = Attribute("due")
    scheme = Scheme((Label("promise", "claim", attributes=(due,)), Label("forecast", "claim", attributes=(due,))))
    names = keys(sheet(export(tmp_path, Document(Article(7), ""), scheme), "claims"))
    assert names.count("due") == 1 and len(set(names)) == len(names)
