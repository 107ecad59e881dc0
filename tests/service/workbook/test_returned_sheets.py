"""What else colleagues do to a workbook.

It is other sheets, other spellings, programs that keep less.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Status
from app.core.records import Judgement, JudgementKind, JudgementValue, RegisterRecord
from app.formats.export_options import ExportOptions
from app.formats.tables.own_workbook import is_own_workbook
from app.service.article.mentions import mention_key
from app.service.workbook.items import Comparison, ItemKind
from app.store import Project
from tests.formats.xlsx.books import rows, sheet
from tests.service.workbook.books import Editing, annotation, compare, edited, export, make_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = make_project(tmp_path / "новости.pometka")
    yield made
    made.close()


@pytest.fixture
def book(project: Project, tmp_path: Path) -> Path:
    return export(project, tmp_path / "книга.xlsx")


def wanted(comparison: Comparison) -> list[tuple[str, str]]:
    """Return all changes as (column, wanted)."""
    assert not comparison.not_taken, comparison.not_taken
    return [(change.column, change.wanted) for item in comparison.items for change in item.fields]


@pytest.mark.parametrize(
    ("title", "edit"),
    [
        ("Сводка", lambda sheet: sheet.cell(4, 2).__setattr__("value", 40_000)),
        ("Сводка", lambda sheet: sheet.cell(60, 1).__setattr__("value", "проверить до пятницы")),
        ("Реестр", lambda sheet: sheet.cell(3, 1).__setattr__("value", "Другой Юнусов")),
        ("Реестр", lambda sheet: sheet.cell(2, 4).__setattr__("value", 99)),
        ("Реестр", lambda sheet: sheet.delete_rows(3)),
        ("Метки", lambda sheet: sheet.cell(3, 5).__setattr__("value", "новое указание")),
        ("Правки", lambda sheet: sheet.cell(2, 3).__setattr__("value", "другое действие")),
    ],
)
def test_a_change_on_a_sheet_that_only_shows_is_named_with_its_row(
    project: Project, tmp_path: Path, title: str, edit: Callable[[Worksheet], object]
) -> None:
    sheets = ("summary", "entities", "register", "labels", "changes")
    path = export(project, tmp_path / "о.xlsx", ExportOptions(language="ru", sheets=sheets))
    found = compare(project, edited(path, lambda one: edit(one.book[title])))
    assert not found.items
    (left,) = found.not_taken
    assert left.sheet == title and "only shows" in str(left.reason)
    assert left.row or "removed" in str(left.reason)


@pytest.mark.parametrize("title", ["Имена", "Утверждения"])
def test_a_context_that_was_corrected_is_named_with_its_row(project: Project, tmp_path: Path, title: str) -> None:
    path = export(project, tmp_path / "о.xlsx", ExportOptions(language="ru"))

    def correct(one: Editing) -> None:
        page = one.book[title]
        place = next(cell.column for cell in page[1] if cell.value == "Контекст")
        page.cell(2, place).value = str(page.cell(2, place).value).replace("а", "о")

    found = compare(project, edited(path, correct))
    assert not found.items
    (left,) = found.not_taken
    assert (left.sheet, left.row) == (title, 2) and "Контекст" in str(left.reason)


def test_a_workbook_with_the_words_of_an_earlier_version_is_read(project: Project, tmp_path: Path) -> None:
    path = export(project, tmp_path / "о.xlsx", ExportOptions(language="ru"))

    def make_old(one: Editing) -> None:
        one.book["Имена"].title = "Сущности"
        count = next(cell for cell in one.book["Статьи"][1] if cell.value == "Имён")
        count.value, count.comment = "Сущностей", None
        one.book.defined_names.clear()

    found = compare(project, edited(path, make_old))
    assert (found.items, found.not_taken) == ((), ())


def test_sheets_that_only_show_are_compared_with_what_was_exported(project: Project, book: Path) -> None:
    row = annotation(project, "Tesla")
    project.apply(Step(Message("edit"), (Change(row, replace(row, label="PER", status=Status.CORRECTED)),)))
    found = compare(project, edited(book, lambda one: one.book["Реестр"].auto_filter.add_filter_column(0, ["Tesla"])))
    assert (found.items, found.not_taken) == ((), ())


def register_rows(path: Path) -> list[dict[str, object]]:
    return rows(sheet(openpyxl.load_workbook(path), "register"))


def test_the_register_sheet_follows_the_judgements_at_the_export(project: Project, tmp_path: Path) -> None:
    alone = register_rows(export(project, tmp_path / "а.xlsx"))
    first, second = [row for row in alone if row["label"] == "Человек"][:2]
    names = [str(first["entity"]), str(second["entity"])]
    left, right = sorted(f"PER {mention_key(name)}" for name in names)
    judged = Judgement(project.next_id(), JudgementKind.ENTITY, left, right, JudgementValue.SAME)
    record = RegisterRecord(project.next_id(), left, "Общее имя", "PER")
    project.apply(Step(Message("join"), (Change(None, judged), Change(None, record))))
    path = export(project, tmp_path / "б.xlsx")
    joined = {str(row["entity"]): row for row in register_rows(path)}
    assert len(joined) == len(alone) - 1 and not set(names) & set(joined)
    assert joined["Общее имя"]["mentions"] == int(str(first["mentions"])) + int(str(second["mentions"]))
    project.apply(Step(Message("part"), (Change(judged, None), Change(record, None))))
    found = compare(project, path)
    assert (found.items, found.not_taken) == ((), ()), "what was judged since is no change of the sheet"


def test_a_record_of_two_labels_is_one_row_with_the_type_that_was_set(project: Project, tmp_path: Path) -> None:
    alone = register_rows(export(project, tmp_path / "а.xlsx"))
    person = next(row for row in alone if row["label"] == "Человек")
    body = next(row for row in alone if row["label"] == "Организация")
    keys = [f"PER {mention_key(str(person['entity']))}", f"ORG {mention_key(str(body['entity']))}"]
    judged = Judgement(project.next_id(), JudgementKind.ENTITY, *sorted(keys), JudgementValue.SAME)
    project.apply(Step(Message("join"), (Change(None, judged),)))
    joined = register_rows(export(project, tmp_path / "б.xlsx"))
    (row,) = (one for one in joined if str(person["aliases"]) in str(one["aliases"]))
    assert str(body["aliases"]) in str(row["aliases"]) and len(joined) == len(alone) - 1
    assert row["mentions"] == int(str(person["mentions"])) + int(str(body["mentions"]))
    for key in keys:
        record = RegisterRecord(project.next_id(), key, "", "LOC")
        project.apply(Step(Message("set a type"), (Change(None, record),)))
        (typed,) = (
            one for one in register_rows(export(project, tmp_path / "в.xlsx")) if one["aliases"] == row["aliases"]
        )
        assert typed["label"] == "Место", "whichever of its names it was noted under"
        project.apply(Step(Message("take it back"), (Change(record, None),)))


def test_a_day_that_became_text_is_the_same_day(project: Project, tmp_path: Path) -> None:
    article = project.articles()[0]
    project.apply(Step(Message("edit"), (Change(article, replace(article, date=date(2025, 9, 2))),)))

    def edit(editing: Editing) -> None:
        for number, said in enumerate(("02.09.2025", "2 сентября 2025 года", "2025-09-02", "03.09.2025"), start=2):
            editing.set("entities", number, date=said)

    found = compare(project, edited(export(project, tmp_path / "д.xlsx"), edit))
    assert [(left.row, str(left.reason)) for left in found.not_taken] == [(5, "The column “Дата” is not taken in.")]
    assert not found.items


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("31.03.2027", "2027-03-31"),
        (" 31 марта 2027 года ", "2027-03-31"),
        ("March 31, 2027", "2027-03-31"),
        ("осень 2027", "2027-23"),
        ("Q2 2027", "2027-34"),
        (2028, "2028"),
    ],
)
def test_a_due_date_is_understood_as_people_write_it(project: Project, book: Path, said: str | int, due: str) -> None:
    assert wanted(compare(project, edited(book, lambda one: one.set("claims", 3, due=said)))) == [("due", due)]


def test_labels_and_decisions_are_known_in_any_language_by_name_and_with_blanks(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        for number, label in enumerate(("Organisation", " организация ", "ORG", "Ұйым"), start=2):
            editing.set(
                "entities", number, label=label, status=("accepted", "Принято", " ПРИНЯТО ", "accepted")[number - 2]
            )

    found = wanted(compare(project, edited(book, edit)))
    assert found.count(("label", "ORG")) >= 3 and not {one for column, one in found if column == "label"} - {"ORG"}


def test_a_row_above_the_header_that_leaves_its_names_behind_changes_nothing(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        for key in ("entities", "claims"):
            worksheet = editing.sheet(key)
            worksheet.tables.clear()
            worksheet.insert_rows(1)
            worksheet.cell(1, 1).value = "Для редакции"

    found = compare(project, edited(book, edit))
    assert (found.items, found.not_taken) == ((), ())


def add_comment_boxes(path: Path) -> Path:
    """Put the place of its box beside each comment, as LibreOffice does."""
    made = path.with_name("в другой программе.xlsx")
    box = b"<box><from><col>0</col><off>79</off></from><to><col>1</col><off>-38</off></to></box></comment>"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(b"</comment>", box) if "comments/" in name else part)
    return made


@pytest.mark.parametrize("save", [lambda path: path, add_comment_boxes])
def test_a_renamed_column_is_known_by_its_comment(project: Project, book: Path, save: Callable[[Path], Path]) -> None:
    def edit(editing: Editing) -> None:
        editing.set("entities", editing.row("entities", "text", "Tesla"), normal="Тесла")
        editing.book.defined_names.clear()
        header = next(cell for cell in editing.book["Имена"][1] if cell.value == "Начальная форма")
        header.value = "Лемма"

    path = save(edited(book, edit))
    assert wanted(compare(project, path)) == [("normal", "Тесла")]


def test_a_workbook_without_names_comments_and_properties_comes_back(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        editing.set("entities", editing.row("entities", "text", "Tesla"), label="Человек")
        for title in ("Статьи", "Утверждения", "Реестр", "Сводка", "Заметки"):
            editing.book.remove(editing.book[title])
        editing.book.defined_names.clear()
        editing.book.custom_doc_props.props.clear()
        for cell in editing.book["Имена"][1]:
            cell.comment = None

    path = edited(book, edit)
    assert is_own_workbook(path)
    found = compare(project, path)
    assert not found.has_base and wanted(found) == [("label", "PER")]


def test_merged_cells_and_blanks_around_values_change_nothing(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        for key in ("entities", "claims"):
            worksheet = editing.sheet(key)
            worksheet.tables.clear()
            for cell in (cell for row in worksheet.iter_rows(min_row=2) for cell in row):
                if isinstance(cell.value, str):
                    cell.value, cell.data_type = f"  {cell.value} ", "s"
        editing.sheet("entities").merge_cells("F2:F5")

    found = compare(project, edited(book, edit))
    assert (found.of_kind(ItemKind.CHANGE, ItemKind.NEW, ItemKind.CONFLICT), found.not_taken) == ([], ())
