"""A workbook goes to a colleague and comes back.

What was changed there comes back, and nothing else.

LibreOffice saves it anew where it is installed; openpyxl does so everywhere.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind, Note, Status
from app.formats.export_options import ExportOptions
from app.service.workbook.items import Comparison, ItemKind
from app.store import Project
from tests.formats.xlsx.books import keys
from tests.service.workbook.books import TEXT, Editing, annotation, compare, edited, export, make_project, take

Resave = Callable[[Path], Path]


def shuffle_columns(path: Path, seed: int) -> Path:
    """Shuffle the columns of every table.

    Their names, comments and hidden columns go with them.
    """
    editing = Editing(path)
    order = random.Random(seed)  # no secret
    for key in ("articles", "entities", "claims", "notes"):
        worksheet = editing.sheet(key)
        count = len(keys(worksheet))
        places = order.sample(range(count), count)
        rows = [[cell.value for cell in row] for row in worksheet.iter_rows(max_col=count)]
        comments = [cell.comment for cell in worksheet[1][:count]]
        worksheet.tables.clear()
        for number, row in enumerate(rows, start=1):
            for column, place in enumerate(places, start=1):
                cell = worksheet.cell(number, column)
                cell.value = row[place]
                cell.hyperlink = None
                if isinstance(row[place], str):
                    cell.data_type = "s"
                if number > 1:
                    cell.number_format = "General" if not hasattr(row[place], "year") else "yyyy-mm-dd"
        for column, place in enumerate(places, start=1):
            comment = comments[place]
            assert comment is not None
            worksheet.cell(1, column).comment = openpyxl.comments.Comment(comment.text, "Pometka")
    for name in [name for name in editing.book.defined_names if not name.startswith("list_")]:
        del editing.book.defined_names[name]  # they point to where the columns were
    return editing.save()


def save_by_openpyxl(path: Path) -> Path:
    return shuffle_columns(path, 7)


def save_by_libreoffice(path: Path) -> Path:
    """Move the columns, then let LibreOffice open and save the workbook."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    shuffle_columns(path, 11)
    out = path.parent / "office"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    return out / path.name


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = make_project(tmp_path / "новости.pometka")
    yield made
    made.close()


def change_ten_rows(editing: Editing) -> None:
    """Change ten rows, each in another way."""

    def at(words: str, nth: int = 0) -> int:
        return editing.row("entities", "text", words, nth)

    editing.set("entities", at("Tesla"), label="Человек")
    editing.set("entities", at("Алматы"), status="исправлено")
    editing.set("entities", at("=cmd"), note="=cmd 👩‍🚀\u00a0и #N/A, 00123")
    editing.set("entities", at("Таразе"), normal="город Тараз")
    editing.set("entities", at("Ильдар Юнусов", 1), referent="Ильдар Юнусов (министр)")
    editing.set("entities", at("Юнусов"), text="Глава ведомства Юнусов")
    editing.set("claims", 2, speaker="Айгуль Серикова", kind="Обещание")
    editing.set("claims", 3, due="осень 2027")
    editing.set("articles", 2, note="о статье: готово, 1/2 и +7 701")
    editing.set("notes", editing.row("notes", "note", "к проекту"), note="к проекту ещё")


@pytest.mark.parametrize("save", [save_by_openpyxl, save_by_libreoffice])
def test_ten_changed_rows_come_back_as_ten_changes_and_nothing_else(
    project: Project, tmp_path: Path, save: Resave
) -> None:
    path = save(edited(export(project, tmp_path / "книга.xlsx"), change_ten_rows))
    found = compare(project, path)
    assert found.has_base and not found.not_taken, found.not_taken
    assert [item.kind for item in found.items] == [ItemKind.CHANGE] * 10
    before = {row.id: row for document in project.documents() for row in document.annotations}
    notes = {note.text for note in project.notes(None)}
    assert len(take(project, *found.items).taken) == 10
    after = {row.id: row for document in project.documents() for row in document.annotations}
    changed = {number for number, row in after.items() if before[number] != row}
    assert after.keys() == before.keys() and len(changed) == 7
    assert annotation(project, "Tesla").label == "PER"
    assert annotation(project, "Глава ведомства Юнусов").status is Status.CORRECTED
    assert {note.text for note in project.notes(None)} - notes == {"к проекту ещё"}
    again = compare(project, path)
    assert (again.items, again.not_taken) == ((), ())
    project.undo()
    project.flush()
    assert {row.id: row for document in project.documents() for row in document.annotations} == before


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("save", [save_by_openpyxl, save_by_libreoffice])
def test_an_unchanged_workbook_that_was_saved_anew_brings_nothing(
    project: Project, tmp_path: Path, save: Resave, language: str
) -> None:
    row = annotation(project, "Tesla")
    long = Note(project.next_id(), "🤔 длинная " * 5000, row.article_id, row.id)
    project.apply(Step(Message("note"), (Change(None, replace(long, text=long.text.strip())),)))
    found = compare(project, save(export(project, tmp_path / "книга.xlsx", ExportOptions(language=language))))
    assert (found.has_base, found.items, found.not_taken) == (True, (), ())


ODD = (
    *("=cmd|' /C calc'!A0", "+1", "#N/A", "00123", "👩\u200d🚀 эмодзи"),
    *("a\u00a0b", "_x0041_ ещё", "две\nстроки", "12E5", "'кавычка"),
)
LABELS = {Kind.ENTITY: ("PER", "LOC", "ORG", "OTHER"), Kind.CLAIM: ("statement", "forecast", "promise", "demand")}
STATUSES = tuple(Status)
DUES = ("2027", "2026-05", "2026-05-09", "2027-23", "2028-34")
_edits = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(("label", "status", "normal", "note", "due")), st.integers(0, 60)),
    max_size=12,
    unique_by=lambda edit: edit[:2],
)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Path]]:
    folder = tmp_path_factory.mktemp("odd")
    made = make_project(folder / "новости.pometka")
    yield made, export(made, folder / "книга.xlsx")
    made.close()


def wanted_value(row: Annotation, column: str, number: int) -> str:
    match column:
        case "label":
            return LABELS[row.kind][number % 4]
        case "status":
            return str(STATUSES[number % 4])
        case "due":
            return DUES[number % len(DUES)]
    return ODD[number % len(ODD)]


@settings(max_examples=12)
@given(edits=_edits)
def test_random_edits_come_back_exactly(
    exported: tuple[Project, Path], tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, str, int]]
) -> None:
    project, source = exported
    path = tmp_path_factory.mktemp("edit") / "книга.xlsx"
    shutil.copy(source, path)
    rows = [row for document in project.documents() for row in document.annotations]
    wanted: dict[tuple[int, str], str] = {}

    def edit(editing: Editing) -> None:
        for place, column, number in edits:
            row = rows[place % len(rows)]
            sheet = "entities" if row.kind is Kind.ENTITY else "claims"
            column = "kind" if column == "label" and sheet == "claims" else column  # noqa: PLW2901
            is_one_of_several = column == "note" and row.words(TEXT) == "Алматы"  # two notes in one cell
            if column not in keys(editing.sheet(sheet)) or is_one_of_several:
                continue
            value = wanted_value(row, "label" if column == "kind" else column, number)
            key = next(n for n in range(2, 99) if str(editing.get(sheet, n, "key")).rpartition("-")[2] == str(row.id))
            editing.set(sheet, key, **{column: escaped(value)})
            wanted[row.id, column] = value

    found = compare(project, edited(path, edit))
    assert not found.not_taken, found.not_taken
    assert said(found) == {place: value for place, value in wanted.items() if value != before(project, place)}


def escaped(value: str) -> str:
    """Return a text as a spreadsheet program writes it."""
    return value.replace("_x0041_", "_x005F_x0041_")


def said(found: Comparison) -> dict[tuple[int, str], Any]:
    return {
        (int(item.key.rpartition("-")[2]), change.column): change.wanted
        for item in found.items
        for change in item.fields
    }


def before(project: Project, place: tuple[int, str]) -> str:
    from app.service.workbook.cells.field_values import values_of  # noqa: PLC0415

    for document in project.documents():
        for row in document.annotations:
            if row.id == place[0]:
                return values_of(row, document)[place[1]]
    return ""
