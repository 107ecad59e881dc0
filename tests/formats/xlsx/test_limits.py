"""Excel's limits and ours, each at both of its sides."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

from app.core.model import Annotation, Article, Document, Kind, Note
from app.core.scheme import Attribute, Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.xlsx.cells import make_link_target, to_cell_value
from app.formats.xlsx.columns import Column, Look
from app.formats.xlsx.row_writers import LinkColumn
from app.formats.xlsx.styles import add_styles
from app.formats.xlsx.table_sheet import TableSheet
from app.formats.xlsx.value_figures import read_figures

TEXT = "Слово. " * 200
ENTITY = Annotation(5, 7, Kind.ENTITY, "PER", (Span(0, 5),))
NUMBERS: tuple[Column[int], ...] = (Column("number", 8, Look.NUMBER, value=lambda row: row),)
ADDRESSES: tuple[Column[str], ...] = (Column("url", 20, Look.LINK, value=lambda row: row),)


def export(tmp_path: Path, document: Document, scheme: Scheme = Scheme()) -> openpyxl.Workbook:  # noqa: B008  # frozen
    path = registry.write_file([document], tmp_path / "книга.xlsx", ExportContext(scheme))
    return openpyxl.load_workbook(path)


def values(book: openpyxl.Workbook, sheet: str, header: str) -> list[Any]:
    names, *rows = book[sheet].iter_rows(values_only=True)
    return [row[names.index(header)] for row in rows]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("я" * 32_767, 1), ("я" * 32_768, 2), ("😀" * 16_383, 1), ("😀" * 16_384, 2), ("я" * 16_384, 1)],
    ids=["32,767", "32,768", "16,383 pairs", "16,384 pairs", "16,384"],
)
def test_a_text_of_32767_units_fits_a_cell_and_no_longer_one(tmp_path: Path, text: str, cells: int) -> None:
    found = values(export(tmp_path, Document(Article(7), "", notes=(Note(9, text, 7),))), "Notes", "note")
    assert len(found) == cells
    assert all(len(part.encode("utf-16-le")) <= 2 * 32_767 for part in found)
    assert "".join(part.rpartition(" [")[0] or part for part in found) == text


def test_a_sheet_takes_1048576_rows_with_its_header_and_then_another_begins() -> None:
    workbook = Workbook(write_only=True)
    add_styles(workbook)
    with ExitStack() as stack:
        table = TableSheet(workbook, "Entities", NUMBERS, Scheme(), stack)
        table.extend(range(1_048_575))
        assert workbook.sheetnames == ["Entities"]
        table.append(0)
        assert workbook.sheetnames == ["Entities", "Entities (2)"]
        assert workbook["Entities"].auto_filter.ref == "A1:A1048576"
        table.close()
        assert workbook["Entities (2)"].auto_filter.ref == "A1:A2"


@pytest.mark.parametrize(
    ("number", "shown"),
    [(10**15 - 1, 10**15 - 1), (10**15, "1" + "0" * 15), (1 - 10**15, 1 - 10**15), (-(10**15), "-1" + "0" * 15)],
)
def test_an_integer_of_15_digits_is_a_number_and_a_longer_one_text(tmp_path: Path, number: int, shown: object) -> None:
    assert to_cell_value(number) == shown
    if number > 0:
        found = values(export(tmp_path, Document(Article(number), "")), "Articles", "article")
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
    links = LinkColumn(ADDRESSES)
    assert all(links.start_link(number, [f"https://x.kz/{number}"]) for number in range(65_530))
    assert links.start_link(65_530, ["https://x.kz/last"]) is None


@pytest.mark.parametrize(("length", "has_list"), [(255, True), (256, False)])
def test_a_drop_down_has_255_characters_and_no_more(tmp_path: Path, length: int, has_list: bool) -> None:
    scheme = Scheme((Label("PER"), Label("X" * (length - len("PER,")))))
    book = export(tmp_path, Document(Article(7), TEXT, (ENTITY,)), scheme)
    lists = [validation.formula1 for validation in book["Entities"].data_validations.dataValidation]
    assert any("PER" in choices for choices in lists) is has_list


@pytest.mark.parametrize(("length", "is_whole"), [(400, True), (401, False)])
def test_a_sentence_of_400_characters_is_the_whole_context(tmp_path: Path, length: int, is_whole: bool) -> None:
    text = "Слово".ljust(length - 1, "о") + "."
    (context,) = values(export(tmp_path, Document(Article(7), text, (ENTITY,))), "Entities", "context")
    assert (context == text) is is_whole
    assert is_whole or context == text[:400] + " …"


@pytest.mark.parametrize(("lines", "points"), [(1, None), (2, 30), (6, 90), (7, 90)])
def test_a_row_is_as_high_as_its_lines_up_to_six(tmp_path: Path, lines: int, points: int | None) -> None:
    note = Note(9, "\n".join("я" * lines), 7)
    book = export(tmp_path, Document(Article(7), "", notes=(note,)))
    assert book["Notes"].row_dimensions[2].height == points


@pytest.mark.parametrize(("length", "points"), [(70, None), (71, 30)])
def test_a_row_has_a_second_line_where_a_text_is_wider_than_its_column(
    tmp_path: Path, length: int, points: int | None
) -> None:
    book = export(tmp_path, Document(Article(7), "", notes=(Note(9, "я" * length, 7),)))
    assert book["Notes"].row_dimensions[2].height == points


def test_the_summary_ranks_twenty_names_and_no_more(tmp_path: Path) -> None:
    entities = tuple(replace(ENTITY, id=number, normal=f"Имя {number:02}") for number in range(1, 22))
    book = export(tmp_path, Document(Article(7), TEXT, entities))
    named = [row[0] for row in book["Summary"].iter_rows(values_only=True) if str(row[0]).startswith("Имя")]
    assert named == [f"Имя {number:02}" for number in range(1, 21)]


def test_an_attribute_of_several_labels_is_one_column(tmp_path: Path) -> None:
    due = Attribute("due")
    scheme = Scheme((Label("promise", "claim", attributes=(due,)), Label("forecast", "claim", attributes=(due,))))
    names = [cell.value for cell in export(tmp_path, Document(Article(7), ""), scheme)["Claims"][1]]
    assert names.count("due") == 1 and len(set(names)) == len(names)
