"""What a workbook brings back.

It is compared against its export and against the project as it is now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Kind, Status
from app.formats.export_options import ExportOptions
from app.service.workbook.cells.cell_meanings import fold_blanks
from app.service.workbook.items import Comparison, Item, ItemKind
from app.service.workbook.saying import ValueNames
from app.store import Project
from tests.formats.xlsx.books import keys, rows
from tests.service.workbook.books import (
    TEXT,
    Editing,
    annotation,
    annotations_over,
    compare,
    edited,
    export,
    make_project,
    said,
    take,
)

Edit = Callable[[Editing], object]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = make_project(tmp_path / "новости.pometka")
    yield made
    made.close()


@pytest.fixture
def book(project: Project, tmp_path: Path) -> Path:
    return export(project, tmp_path / "книга.xlsx")


def one(comparison: Comparison) -> Item:
    assert not comparison.not_taken, comparison.not_taken
    (item,) = comparison.items
    return item


def change_row(project: Project, words: str, **fields: object) -> None:
    row = annotation(project, words)
    project.apply(Step(Message("edit"), (Change(row, replace(row, **fields)),)))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_unchanged_workbook_brings_nothing(project: Project, tmp_path: Path, language: str) -> None:
    path = export(project, tmp_path / "o.xlsx", ExportOptions(language=language))
    found = compare(project, path)
    assert (found.items, found.not_taken, found.has_base) == ((), (), True)
    found = compare(project, edited(path, lambda book: None))
    assert (found.items, found.not_taken) == ((), ())


@pytest.mark.parametrize(
    ("sheet", "words", "column", "value", "field"),
    [
        ("entities", "Tesla", "label", "Человек", "PER"),
        ("entities", "Tesla", "label", "person", "PER"),
        ("entities", "Tesla", "label", "loc", "LOC"),
        ("entities", "Tesla", "status", "отклонено", "rejected"),
        ("entities", "Tesla", "status", "Accepted", "accepted"),
        ("entities", "Tesla", "normal", "Тесла", "Тесла"),
        ("entities", "Tesla", "referent", "Tesla Inc.", "Tesla Inc."),
        ("entities", "Tesla", "note", "=cmd «эмодзи» 👩‍🚀\u00a0и\nстрока", "=cmd «эмодзи» 👩‍🚀\u00a0и\nстрока"),
        ("entities", "Tesla", "note", 15, "15"),
        ("claims", "дорога будет готова к 2027 году", "kind", "Прогноз", "forecast"),
        ("claims", "дорога будет готова к 2027 году", "kind", "demand", "demand"),
        ("claims", "дорога будет готова к 2027 году", "due", "осень 2027", "2027-23"),
        ("claims", "дорога будет готова к 2027 году", "due", "Q2 2027", "2027-34"),
        ("claims", "дорога будет готова к 2027 году", "due", date(2027, 3, 1), "2027-03-01"),
        ("claims", "дорога будет готова к 2027 году", "due", 2028, "2028"),
        ("claims", "дорога будет готова к 2027 году", "due", "01.03.2027", "2027-03-01"),
        ("claims", "дорога будет готова к 2027 году", "speaker", "Айгуль Серикова", "Айгуль Серикова"),
        ("claims", "дорога будет готова к 2027 году", "cue", "По словам", "По словам"),
    ],
)
def test_a_change_of_the_sheet_alone_is_a_change_in_any_language_and_comes_back(
    project: Project, book: Path, sheet: str, words: str, column: str, value: object, field: str
) -> None:
    found = compare(project, edited(book, lambda one: one.set(sheet, one.row(sheet, "text", words), **{column: value})))
    item = one(found)
    assert (item.kind, item.columns, item.fields[0].wanted) == (ItemKind.CHANGE, {column}, field)
    assert take(project, item).taken == [item]
    after = compare(project, book)
    assert (after.items, after.not_taken) == ((), ())


VALUES = [("DATE", "2027-23", "осень 2027"), ("DATE", "2025-W15", "неделя с 07.04.2025"), ("DATE", "P3Y", "3 года")]
VALUES += [("PERCENT", "5.5 %", "5,5 %"), ("MONEY", "3800000000 KZT", "3 800 000 000 KZT")]


def give_value(project: Project, label: str, value: str) -> None:
    change_row(project, "Tesla", label=label, normal=value, attributes=(("value", value),))


@pytest.mark.parametrize(("label", "value", "words"), VALUES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_value_in_the_words_of_the_sheet_is_no_change(
    project: Project, tmp_path: Path, label: str, value: str, words: str, language: str
) -> None:
    give_value(project, label, value)
    path = export(project, tmp_path / "o.xlsx", ExportOptions(language=language))
    found = compare(project, edited(path, lambda book: None))
    assert (found.items, found.not_taken) == ((), ())
    if language == "ru":
        shown = next(row for row in rows(openpyxl.load_workbook(path)["Имена"]) if row["text"] == "Tesla")
        assert fold_blanks(str(shown["normal"])) == words


@pytest.mark.parametrize(("label", "value", "words"), VALUES)
def test_a_value_as_it_is_stored_is_no_change(
    project: Project, tmp_path: Path, label: str, value: str, words: str
) -> None:
    """Workbooks of earlier versions show values so."""
    give_value(project, label, value)
    path = export(project, tmp_path / "o.xlsx")
    found = compare(project, edited(path, lambda book: book.set("entities", 7, value=value, normal=value)))
    assert (found.items, found.not_taken) == ((), ())
    found = compare(project, edited(path, lambda book: book.set("entities", 7, value="1999-01-01")))
    assert ["“Значение” is not taken in" in str(left.reason) for left in found.not_taken] == [True]


def test_a_period_that_is_typed_as_normal_form_comes_back_as_its_code(project: Project, tmp_path: Path) -> None:
    give_value(project, "DATE", "2027-23")
    path = export(project, tmp_path / "o.xlsx")
    item = one(compare(project, edited(path, lambda book: book.set("entities", 7, normal="лето 2028"))))
    change = item.fields[0]
    assert (item.words, change.present, change.wanted) == ("Tesla", "2027-23", "2028-22")
    assert ValueNames(project.scheme(), "ru").say(change, change.present) == "осень 2027"


@pytest.mark.parametrize(
    ("words", "nth", "wanted", "start"),
    [
        ("Юнусов", 0, "Глава ведомства Юнусов", "Глава ведомства Юнусов"),
        ("Ильдар Юнусов", 1, "Ильдар", "Ильдар Юнусов. Компания"),
        ("Таразе", 0, "в Таразе", "в\u00a0Таразе"),
        ("Tesla", 0, "Компания Tesla", "Компания Tesla"),
        ("00123", 0, "00123, #N/A", "00123"),
    ],
)
def test_boundaries_are_those_of_the_text_nearest_to_the_old_place(
    project: Project, book: Path, words: str, nth: int, wanted: str, start: str
) -> None:
    def edit(editing: Editing) -> None:
        editing.set("entities", editing.row("entities", "text", words, nth), text=wanted)

    before = annotation(project, words, nth=nth)
    take(project, one(compare(project, edited(book, edit))))
    first = next(project.documents())
    after = next(row for row in first.annotations if row.id == before.id)
    assert after.start == TEXT.index(start)
    assert after.words(TEXT) in {wanted, wanted.replace(" ", "\u00a0")}
    assert after.status is Status.CORRECTED


def test_what_the_program_alone_changed_stays_and_what_both_changed_is_a_conflict(project: Project, book: Path) -> None:
    change_row(project, "Алматы", label="ORG")
    change_row(project, "Tesla", label="LOC", status=Status.CORRECTED)
    change_row(project, "Таразе", label="PER")

    def edit(editing: Editing) -> None:
        editing.set("entities", editing.row("entities", "text", "Tesla"), label="Человек")
        editing.set("entities", editing.row("entities", "text", "Таразе"), label="Человек")

    item = one(compare(project, edited(book, edit)))
    change = item.fields[0]
    assert item.kind is ItemKind.CONFLICT and item.words == "Tesla"
    assert (change.exported, change.present, change.wanted) == ("ORG", "LOC", "PER")
    take(project, item)
    assert annotation(project, "Tesla").label == "PER"
    assert annotation(project, "Алматы").label == "ORG"


def test_a_row_with_a_conflict_and_a_change_is_two_items(project: Project, book: Path) -> None:
    change_row(project, "Tesla", label="LOC")

    def edit(editing: Editing) -> None:
        editing.set("entities", editing.row("entities", "text", "Tesla"), label="Человек", normal="Тесла")

    found = compare(project, edited(book, edit))
    assert {item.kind: item.columns for item in found.items} == {
        ItemKind.CONFLICT: {"label"},
        ItemKind.CHANGE: {"normal"},
    }
    take(project, *found.items)
    row = annotation(project, "Tesla")
    assert (row.label, row.normal) == ("PER", "Тесла")


def test_a_change_to_what_the_program_removed_is_a_conflict_that_brings_it_back(project: Project, book: Path) -> None:
    row = annotation(project, "Tesla")
    project.apply(Step(Message("remove"), (Change(row, None),)))
    unchanged = compare(project, book)
    assert (unchanged.items, unchanged.not_taken) == ((), ())
    found = compare(
        project, edited(book, lambda one: one.set("entities", one.row("entities", "text", "Tesla"), normal="Тесла"))
    )
    assert one(found).kind is ItemKind.CONFLICT
    take(project, one(found))
    assert (annotation(project, "Tesla").id, annotation(project, "Tesla").normal) == (row.id, "Тесла")


def test_an_empty_cell_changes_nothing_unless_it_is_asked_for(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        number = editing.row("entities", "text", "Ильдар Юнусов")
        editing.set("entities", number, label=None, normal=None, note=None, status=None)

    found = compare(project, edited(book, edit))
    assert {item.kind for item in found.items} == {ItemKind.EMPTIED} and not found.not_taken
    take(project, *found.items)
    row = annotation(project, "Ильдар Юнусов")
    assert (row.normal, row.label) == ("", "PER")
    assert not [note for note in project.notes(row.article_id) if note.annotation_id == row.id]


def test_a_missing_row_is_not_in_the_sheet_and_goes_only_when_that_is_confirmed(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        editing.sheet("entities").delete_rows(editing.row("entities", "text", "Tesla"))
        editing.sheet("notes").delete_rows(editing.row("notes", "note", "к проекту"))

    found = compare(project, edited(book, edit))
    assert {(item.kind, item.words) for item in found.items} == {
        (ItemKind.MISSING, "Tesla"),
        (ItemKind.MISSING, "к проекту"),
    }
    assert not found.not_taken
    take(project, *found.items)
    assert not annotations_over(project.documents(), "Tesla") and not project.notes(None)


def test_rows_that_the_export_left_out_are_not_missing(project: Project, tmp_path: Path) -> None:
    path = export(project, tmp_path / "o.xlsx", ExportOptions(language="ru", labels=("PER",), sheets=("entities",)))
    found = compare(project, path)
    assert (found.items, found.not_taken) == ((), ())


def test_a_key_twice_makes_the_second_row_a_new_one(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        number = editing.copy_row("entities", editing.row("entities", "text", "Tesla"))
        editing.set("entities", number, text="Компания", label="Должность")

    item = one(compare(project, edited(book, edit)))
    assert item.kind is ItemKind.NEW and item.words == "Компания" and item.remark is not None
    take(project, item)
    fresh = annotation(project, "Компания")
    assert fresh.label == "ROLE" and annotation(project, "Tesla").label == "ORG"


def test_of_two_rows_with_a_key_the_one_that_was_not_changed_keeps_it(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        original = editing.row("entities", "text", "Tesla")
        editing.copy_row("entities", original)
        editing.set("entities", original, text="Компания", label="Должность")

    item = one(compare(project, edited(book, edit)))
    assert item.kind is ItemKind.NEW and item.words == "Компания"
    take(project, item)
    assert annotation(project, "Компания").label == "ROLE" and annotation(project, "Tesla").label == "ORG"


def test_added_rows_are_new_annotations_and_notes(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        article = editing.get("articles", 2, "key")
        editing.add(
            "entities", text="Глава ведомства", label="Должность", article=article, note="от коллеги", normal="глава"
        )
        editing.add("claims", text="Аким Серикова обещала ремонт", kind="Обещание", title="Завод и дорога", due="2026")
        editing.add("notes", note="новая заметка", article=article)
        editing.add("notes", note="и к проекту")

    found = compare(project, edited(book, edit))
    assert not found.not_taken and [item.kind for item in found.items] == [ItemKind.NEW] * 4
    take(project, *found.items)
    made = annotation(project, "Глава ведомства")
    assert (made.label, made.normal, made.status, made.author) == ("ROLE", "глава", Status.ACCEPTED, "Ая")
    assert [note.text for note in project.notes(made.article_id) if note.annotation_id == made.id] == ["от коллеги"]
    promise = annotation(project, "Аким Серикова обещала ремонт", Kind.CLAIM)
    assert (promise.label, promise.attribute("due")) == ("promise", "2026")
    assert {note.text for note in project.notes(None)} == {"к проекту", "и к проекту"}


def test_a_new_row_without_a_place_takes_the_first_words_that_are_free(project: Project, tmp_path: Path) -> None:
    second = annotations_over(project.documents(), "Серикова")[-1]
    project.apply(Step(Message("remove"), (Change(second, None),)))
    book = export(project, tmp_path / "o.xlsx")

    def edit(editing: Editing) -> None:
        editing.add("entities", text="Серикова", label="Человек", title="Вторая")

    take(project, one(compare(project, edited(book, edit))))
    assert annotations_over(project.documents(), "Серикова")[-1].pieces == second.pieces


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda one: one.set("entities", 2, label="Зверь"), "no label “Зверь”"),
        (lambda one: one.set("entities", 2, status="может быть"), "no decision"),
        (lambda one: one.set("entities", 2, text="чего нет в тексте"), "does not stand in the article"),
        (lambda one: one.set("claims", 2, due="когда-нибудь"), "no due date"),
        (lambda one: one.set("claims", 3, cue="промолвила"), "does not stand in the article"),
        (lambda one: one.set("entities", 2, source="Другой источник"), "“Источник” is not taken in"),
        (lambda one: one.set("articles", 2, title="Другой заголовок"), "“Заголовок” is not taken in"),
        (lambda one: one.add("entities", text="Юнусов"), "which article"),
        (lambda one: one.add("entities", text="Юнусов", title="Вторая"), "no label"),
        (lambda one: one.copy_row("entities", 2), "already"),
        (lambda one: one.sheet("entities").cell(1, 60).__setattr__("value", "Моё"), "“Моё” is none"),
        (lambda one: one.book.create_sheet("Своё").append(["а"]), "none that Pometka wrote"),
        (lambda one: one.sheet("articles").delete_rows(2), "“Завод и дорога” is not in this sheet"),
    ],
)
def test_what_is_not_taken_is_named_by_sheet_row_and_reason(
    project: Project, book: Path, edit: Edit, reason: str
) -> None:
    found = compare(project, edited(book, edit))
    assert not found.items
    (left,) = found.not_taken
    assert reason in str(left.reason) and left.sheet


@pytest.mark.parametrize("language", ["ru", "en"])
def test_columns_are_known_wherever_they_stand_and_whatever_they_are_called(
    project: Project, tmp_path: Path, language: str
) -> None:
    path = export(project, tmp_path / "o.xlsx", ExportOptions(language=language))

    def edit(editing: Editing) -> None:
        worksheet = editing.sheet("entities")
        number = editing.row("entities", "text", "Tesla")
        editing.set("entities", number, label="PER")
        names = keys(worksheet)
        # the header of one column is renamed, and is known by its name; the label's stands in another language
        worksheet.cell(1, names.index("normal") + 1).value = "Как писать"
        worksheet.cell(1, names.index("label") + 1).value = "Метка" if language == "en" else "Label"
        rows = [[cell.value for cell in row] for row in worksheet.iter_rows(max_col=len(names))]
        order = sorted(range(2, len(rows)), reverse=True)
        for place, row in enumerate(order, start=2):
            for column, value in enumerate(rows[row - 1], start=1):
                worksheet.cell(place, column).value = value
        worksheet.delete_rows(len(rows))
        worksheet.auto_filter.add_filter_column(0, ["Tesla"])

    found = compare(project, edited(path, edit))
    assert [item.fields[0].wanted for item in found.of_kind(ItemKind.CHANGE)] == ["PER"]
    assert not found.not_taken
    assert len(found.of_kind(ItemKind.MISSING)) == 1  # the row that the new order cut off


def test_moved_columns_and_a_title_above_the_header_change_nothing(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        worksheet = editing.sheet("entities")
        rows = [[cell.value for cell in row] for row in worksheet.iter_rows(max_col=len(keys(worksheet)))]
        fresh = editing.book.create_sheet("Моя сводка сущностей", 0)
        fresh.append(["Для редакции"])
        fresh.append([])
        for row in rows:
            fresh.append(row[::-1])
        editing.book.remove(worksheet)

    found = compare(project, edited(book, edit))
    assert (found.items, found.not_taken) == ((), ())
    found = compare(project, edited(book, lambda one: one.book["Моя сводка сущностей"].delete_cols(3, 4)))
    assert (found.items, found.not_taken) == ((), ())


def test_rows_without_keys_are_matched_by_article_place_and_text(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        for key in ("entities", "claims"):
            worksheet = editing.sheet(key)
            worksheet.cell(1, keys(worksheet).index("key") + 1).value = "стёрто"
            for number in range(2, worksheet.max_row + 1):
                editing.set(key, number, key=None)
        editing.set("entities", editing.row("entities", "text", "Юнусов", 2), label="Организация")

    item = one(compare(project, edited(book, edit)))
    assert item.kind is ItemKind.CHANGE and item.remark is not None
    assert item.fields[0].wanted == "ORG"
    take(project, item)
    second = list(project.documents())[1]
    assert [row.label for row in second.annotations] == ["PER", "PER", "LOC", "ORG", "PER"]


def test_one_note_of_several_in_a_cell_is_found(project: Project, book: Path) -> None:
    def edit(editing: Editing) -> None:
        number = editing.row("entities", "text", "Алматы")
        editing.set("entities", number, note="первая\nвторая\nв три\nстроки")

    item = one(compare(project, edited(book, edit)))
    assert said(Comparison((item,))) == [("change", "note", "вторая\nв две строки", "вторая\nв три\nстроки")]
    take(project, item)
    notes = {note.text for note in project.notes(annotation(project, "Алматы").article_id)}
    assert {"первая", "вторая\nв три\nстроки"} <= notes and "вторая\nв две строки" not in notes


def test_a_note_that_two_sheets_change_alike_is_one_change_and_differently_is_named(
    project: Project, book: Path
) -> None:
    def edit(editing: Editing) -> None:
        editing.set("entities", editing.row("entities", "note", "проверить по записи"), note="проверено")
        editing.set("notes", editing.row("notes", "note", "проверить по записи"), note="проверено")

    assert one(compare(project, edited(book, edit))).columns == {"note"}
    found = compare(
        project, edited(book, lambda one: one.set("notes", one.row("notes", "note", "проверено"), note="!"))
    )
    assert len(found.items) == 1 and "another sheet" in str(found.not_taken[0].reason)


def test_all_of_it_is_one_step_and_one_undo(project: Project, book: Path) -> None:
    before = list(project.documents())

    def edit(editing: Editing) -> None:
        for number in range(2, 7):
            editing.set("entities", number, normal=f"форма {number}", note=f"заметка {number}")

    found = compare(project, edited(book, edit))
    take(project, *found.of_kind(ItemKind.CHANGE))
    assert list(project.documents()) != before
    project.undo()
    project.flush()
    assert list(project.documents()) == before


def test_what_changed_while_the_preview_was_open_is_left(project: Project, book: Path) -> None:
    item = one(
        compare(
            project, edited(book, lambda one: one.set("entities", one.row("entities", "text", "Tesla"), label="PER"))
        )
    )
    change_row(project, "Tesla", normal="Тесла")
    taken = take(project, item)
    assert not taken.taken and "while the preview was open" in str(taken.not_taken[0].reason)
    assert annotation(project, "Tesla").label == "ORG"


def test_a_workbook_of_another_history_is_compared_two_ways_and_that_is_said(
    project: Project, book: Path, tmp_path: Path
) -> None:
    other = make_project(tmp_path / "другой.pometka")
    try:
        found = compare(other, book)
        assert not found.has_base and (found.items, found.not_taken) == ((), ())
        found = compare(
            other, edited(book, lambda one: one.set("entities", one.row("entities", "text", "Tesla"), normal="Тесла"))
        )
        assert [item.kind for item in found.items] == [ItemKind.CHANGE]
    finally:
        other.close()


def test_a_project_under_another_name_knows_its_workbook(project: Project, book: Path, tmp_path: Path) -> None:
    project.save_copy(tmp_path / "копия.pometka")
    with Project.open(tmp_path / "копия.pometka") as copy:
        found = compare(
            copy, edited(book, lambda one: one.set("entities", one.row("entities", "text", "Tesla"), text="Компания"))
        )
        assert found.has_base and one(found).columns == {"text"}


def test_undone_and_later_steps_do_not_change_what_was_exported(project: Project, tmp_path: Path) -> None:
    change_row(project, "Tesla", label="LOC")
    book = export(project, tmp_path / "o.xlsx")
    project.undo()
    change_row(project, "Алматы", label="ORG")
    found = compare(project, book)
    assert found.has_base and (found.items, found.not_taken) == ((), ())
    found = compare(
        project, edited(book, lambda one: one.set("entities", one.row("entities", "text", "Tesla"), label="PER"))
    )
    assert [(item.kind, item.fields[0].exported) for item in found.items] == [(ItemKind.CONFLICT, "LOC")]


def test_long_texts_split_over_rows_come_back_whole(project: Project, tmp_path: Path) -> None:
    row = annotation(project, "Tesla")
    note = next(one for one in project.notes(row.article_id) if one.text == "о статье =1+1")
    text = "🤔абв " * 9000
    project.apply(Step(Message("note"), (Change(note, replace(note, text=text.strip())),)))
    book = export(project, tmp_path / "o.xlsx")
    found = compare(project, book)
    assert (found.items, found.not_taken) == ((), ())

    def edit(editing: Editing) -> None:
        worksheet = editing.sheet("notes")
        number = next(n for n in range(2, 40) if str(editing.get("notes", n, "note")).startswith("🤔"))
        editing.set(
            "notes", number, note="Начало: " + str(worksheet.cell(number, keys(worksheet).index("note") + 1).value)
        )

    item = one(compare(project, edited(book, edit)))
    take(project, item)
    changed = next(one for one in project.notes(row.article_id) if one.id == note.id)
    assert changed.text == "Начало: " + text.strip()


def test_the_columns_that_come_back_are_those_that_the_workbook_says(project: Project) -> None:
    from app.formats.xlsx.columns.naming import Naming  # noqa: PLC0415
    from app.formats.xlsx.columns.sheet_columns import make_sheet_columns  # noqa: PLC0415
    from app.formats.xlsx.values.words import Vocabulary  # noqa: PLC0415
    from app.service.workbook.cells.field_values import COLUMNS, SHEET_OF  # noqa: PLC0415

    scheme = project.scheme()
    sheets = make_sheet_columns(Naming(Vocabulary.of(scheme, "ru"), "KTRB", scheme, ExportOptions()))
    for kind, columns in COLUMNS.items():
        declared = {column.key for column in sheets[SHEET_OF[kind]].columns if column.comes_back}
        assert set(columns) == declared


def test_a_foreign_workbook_is_none_of_ours(tmp_path: Path, book: Path) -> None:
    from app.formats.tables.own_workbook import is_own_workbook  # noqa: PLC0415

    foreign = openpyxl.Workbook()
    foreign.active.append(["title", "text"])  # type: ignore[union-attr]
    foreign.save(tmp_path / "f.xlsx")
    assert is_own_workbook(book) and not is_own_workbook(tmp_path / "f.xlsx")
    assert not is_own_workbook(tmp_path / "none.xlsx")
