"""The sheet Summary, row by row.

Every table with its headers, its rows and their order.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from app import __version__
from app.core.model import Annotation, Article, Document, Kind, Note, Progress, Role, Status
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext, LabelRate
from app.formats.export_options import ExportOptions
from app.formats.xlsx.values.row_keys import make_project_tag

TEXT = "Токаев и Бектенов сказали"
SCHEME = Scheme((Label("PER"), Label("ORG"), Label("promise", "claim"), Label("forecast", "claim")))
PERSON = Annotation(1, 1, Kind.ENTITY, "PER", (Span(0, 6),), Status.ACCEPTED, normal="Токаев")
CLAIM = Annotation(11, 1, Kind.CLAIM, "forecast", (Span(0, 25),), roles=(Role("speaker", Span(0, 6), "Токаев"),))


def entities() -> Iterator[Annotation]:
    statuses = [Status.ACCEPTED] * 3 + [Status.CORRECTED] * 2 + [Status.PROPOSED, *[Status.REJECTED] * 4]
    for number, status in enumerate(statuses, start=1):
        yield replace(PERSON, id=number, status=status)
    yield replace(PERSON, id=21, label="ZZZ", normal="", pieces=(Span(9, 17),))
    yield replace(PERSON, id=22, label="ORG", attributes=(("referent", "Правительство"),))
    yield replace(PERSON, id=23, label="AAA", attributes=(("value", "5 %"),))


def claims() -> Iterator[Annotation]:
    dues = ("2025", "2026-34", "2025-12-01")
    for number, form in enumerate(("direct", "indirect", "indirect", "reported", "reported", "reported", ""), start=31):
        attributes = {"form": form, "due": dues[number - 31] if number < 34 else ""}
        yield replace(CLAIM, id=number, attributes=tuple((name, value) for name, value in attributes.items() if value))
    unnamed = (Role("speaker", Span(9, 17)),)
    yield replace(
        CLAIM, id=41, label="promise", roles=unnamed, status=Status.CORRECTED, attributes=(("form", "direct"),)
    )
    yield replace(CLAIM, id=42, status=Status.REJECTED)


def write(tmp_path: Path, **choices: object) -> Worksheet:
    finished = datetime(2026, 2, 15, 12, tzinfo=UTC)
    first = Article(1, "А", date(2025, 9, 2), "nur.kz", progress=Progress.DONE, finished=finished)
    documents = [
        Document(first, TEXT, (*entities(), *claims()), (Note(1, "?", 1), Note(2, "!", 1, 1))),
        Document(Article(2, "Б", date(2024, 1, 5), "nur.kz"), TEXT),
        Document(Article(3, "В"), TEXT),
    ]
    options = ExportOptions(author="Ая", **choices)  # type: ignore[arg-type]
    context = ExportContext(SCHEME, "Проект", (Note(9, "о проекте"),), options)
    path = registry.write_file(documents, tmp_path / "книга.xlsx", context)
    found: Worksheet = openpyxl.load_workbook(path).worksheets[0]
    return found


def summary(tmp_path: Path, **choices: object) -> list[list[object]]:
    """Return the rows that hold something, without the time."""
    found = write(tmp_path, **choices).iter_rows(values_only=True)
    rows = [[value for value in row if value is not None] for row in found]
    return [row for row in rows if row and row[0] not in {"Exported", "Выгружено"}]


def test_months_before_the_last_twelve_are_one_column_that_names_none(tmp_path: Path) -> None:
    documents = [
        Document(Article(1, "А", date(2025 + number // 12, number % 12 + 1, 1)), TEXT, (PERSON,))
        for number in range(1, 15)
    ]
    context = ExportContext(SCHEME, "Проект", (), ExportOptions())
    path = registry.write_file(documents, tmp_path / "книга.xlsx", context)
    rows = [list(row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    place = next(place for place, row in enumerate(rows) if row[0] == "Entities by label and month")
    assert rows[place + 1][:3] == ["Label", "earlier", "Apr 2025"]
    assert rows[place + 2][:3] == ["PER", 2, 1]


def test_the_summary_has_its_tables_in_order_with_headers_and_rows(tmp_path: Path) -> None:
    assert summary(tmp_path) == [
        ["Проект"],
        ["About"],
        ["Project", "Проект"],
        ["Exported by", "Ая"],
        ["Row keys begin", f"…-{make_project_tag('Проект')}-…"],
        ["Program", f"Pometka {__version__}"],
        ["Version of the workbook", "1"],
        ["Filter: status", "proposed, accepted, corrected"],
        ["Progress"],
        ["Articles", 3],
        ["Articles done", 1, 1 / 3],
        ["Entities", 9],
        ["Claims", 8],
        ["Decided", 9, 9 / 17],
        ["Notes", 3],
        ["First article", datetime(2024, 1, 5)],  # noqa: DTZ001  # Excel knows no zones
        ["Last article", datetime(2025, 9, 2)],  # noqa: DTZ001
        ["Claims by kind and status"],
        ["Kind", "proposed", "corrected", "Total"],
        ["promise", 0, 1, 1],
        ["forecast", 7, 0, 7],
        ["Entities by label and status"],
        ["Label", "proposed", "accepted", "corrected", "Total"],
        ["PER", 1, 3, 2, 6],
        ["ORG", 0, 1, 0, 1],
        ["AAA", 0, 1, 0, 1],
        ["ZZZ", 0, 1, 0, 1],
        ["Who speaks most"],
        ["Speaker", "promise", "forecast", "Total"],
        ["Токаев", 0, 7, 7],
        ["Бектенов", 1, 0, 1],
        ["Claims by kind and month"],
        ["Kind", "Jan 2024", "Sep 2025", "no date"],
        ["promise", 0, 1, 0],
        ["forecast", 0, 7, 0],
        ["Entities by label and month"],
        ["Label", "Jan 2024", "Sep 2025", "no date"],
        ["PER", 0, 6, 0],
        ["ORG", 0, 1, 0],
        ["AAA", 0, 1, 0],
        ["ZZZ", 0, 1, 0],
        ["Claims with a due date"],
        ["Claim", "Due", "Kind", "Speaker"],
        [TEXT, datetime(2025, 12, 1), "forecast", "Токаев"],  # noqa: DTZ001
        [TEXT, "2025", "forecast", "Токаев"],
        [TEXT, "Q2 2026", "forecast", "Токаев"],
        ["Claims by form"],
        ["Kind", "direct", "indirect", "reported", "–"],
        ["promise", 1, 0, 0, 0],
        ["forecast", 1, 2, 3, 1],
        ["Sources"],
        ["Source", "Articles"],
        ["nur.kz", 2],
        ["(none)", 1],
        ["Who is named with whom"],
        ["Name", "Named with", "Articles"],
        ["Правительство", "Токаев", 1],
        ["Articles done by month"],
        ["Done", "Feb 2026"],
        ["Articles done", 1],
    ]


def test_the_summary_names_the_filters(tmp_path: Path) -> None:
    found = summary(
        tmp_path,
        language="ru",
        labels=("PER", "forecast"),
        statuses=(Status.ACCEPTED,),
        since=date(2025, 1, 1),
        done_only=True,
        with_authors=False,
    )
    assert ["Отбор: решение", "принято"] in found
    assert ["Отбор: метки", "PER, forecast"] in found
    assert ["Отбор: с", datetime(2025, 1, 1)] in found  # noqa: DTZ001
    assert ["Отбор: только готовые статьи", "да"] in found
    assert ["Имена авторов не указаны", "да"] in found
    assert not any("Ая" in row for row in found)


def test_what_falls_due_leads_to_its_claim(tmp_path: Path) -> None:
    sheet = write(tmp_path)
    (cell,) = (row[2] for row in sheet.iter_rows() if row[1].value == "Q2 2026")
    assert cell.hyperlink.location == "'Claims'!A3"


def test_charts_are_drawn_from_the_cells_of_the_summary(tmp_path: Path) -> None:
    write(tmp_path)
    with zipfile.ZipFile(tmp_path / "книга.xlsx") as package:
        charts = [package.read(name).decode() for name in package.namelist() if "/charts/" in name]
    assert len(charts) == 7
    assert all("'Summary'!$" in chart for chart in charts)


def test_charts_stand_beside_the_narrow_tables_and_over_none(tmp_path: Path) -> None:
    sheet = write(tmp_path)
    taken = {(cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    for chart in sheet._charts:  # noqa: SLF001  # openpyxl has no other name for them
        corner = chart.anchor._from  # noqa: SLF001
        under = {
            (row, column)
            for row in range(corner.row + 1, corner.row + 19)
            for column in range(corner.col + 1, corner.col + 6)
        }
        assert not taken & under


def test_a_long_claim_that_falls_due_is_cut_at_a_word_and_has_room(tmp_path: Path) -> None:
    text = "Первую дорогу от моста до парка построят до конца следующего года " * 3
    claim = replace(CLAIM, pieces=(Span(0, len(text) - 1),), attributes=(("due", "2026"),))
    path = registry.write_file([Document(Article(1, "А"), text, (claim,))], tmp_path / "a.xlsx", ExportContext(SCHEME))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    ((cell, _, kind),) = (row[:3] for row in sheet.iter_rows() if row[1].value == "2026")
    assert len(cell.value) < 120 and cell.value.endswith("…") and cell.value[:-1] in text
    assert cell.hyperlink is None and kind.hyperlink.location == "'Claims'!A2"
    assert sheet.row_dimensions[cell.row].height == 45


def test_precision_by_label_has_its_table_and_its_chart(tmp_path: Path) -> None:
    enough, few = (
        LabelRate("entity", "PER", 45, 50, 0.786, 0.957, True),
        LabelRate("claim", "promise", 3, 4, 0.3, 0.95, False),
    )
    context = ExportContext(SCHEME, "Проект", options=ExportOptions(language="ru"), read_rates=lambda: (enough, few))
    path = registry.write_file([Document(Article(1, "А"), TEXT)], tmp_path / "a.xlsx", context)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]
    start = rows.index(["Точность по меткам (случайная выборка)"])
    assert rows[start + 1 : start + 4] == [
        ["Метка", "Точность", "От (95 %)", "До (95 %)", "Верно", "Решено"],
        ["PER", 0.9, 0.786, 0.957, 45, 50],
        ["promise", "пока мало", 0.3, 0.95, 3, 4],
    ]
    with zipfile.ZipFile(path) as book:
        drawn = [book.read(name).decode() for name in book.namelist() if "charts/chart" in name]
    assert sum("Точность по меткам" in chart for chart in drawn) == 1
    assert all(chart.count("<c:ser>") + chart.count("<ser>") == 1 for chart in drawn if "Точность по меткам" in chart)
