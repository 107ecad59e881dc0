"""A workbook comes back into the window.

It is looked through, accepted and refused by keys alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.core.message import UserError
from app.service.workbook.items import Comparison, FieldChange, Item, ItemKind
from app.service.workbook.saying import ValueNames
from app.ui.dialogs.workbook.details import RowDetails
from app.ui.dialogs.workbook.rows import PRESENT, WHAT, ReturnRows
from app.ui.dialogs.workbook.window import ReturnDialog
from app.ui.theme.theme import theme_for
from tests.service.samples import state
from tests.service.workbook.books import Editing, edited, export
from tests.stories.keyboard import Keyboard
from tests.ui.desktop import Desktop, wait_until


def edit(editing: Editing) -> None:
    editing.set("entities", editing.row("entities", "text", "Токаев"), label="LOC")
    editing.set("entities", editing.row("entities", "text", "Астана"), label="LOC", note="город")
    editing.set("claims", 2, kind="promise")
    editing.set("entities", editing.row("entities", "text", "Токаеву"), label="Зверь")
    editing.sheet("entities").delete_rows(editing.row("entities", "text", "Алматы"))


@pytest.fixture
def book(desktop: Desktop, tmp_path: Path) -> Path:
    assert desktop.session.project is not None
    return edited(export(desktop.session.project, tmp_path / "книга.xlsx"), edit)


def preview(desktop: Desktop, book: Path) -> tuple[ReturnDialog, Keyboard]:
    desktop.program.background_tasks.import_paths([book])
    wait_until(lambda: find_preview(desktop) is not None)
    dialog = find_preview(desktop)
    assert dialog is not None
    wait_until(lambda: QApplication.activeWindow() is dialog)
    handle = dialog.windowHandle()
    assert handle is not None
    return dialog, Keyboard(handle)


def find_preview(desktop: Desktop) -> ReturnDialog | None:
    found = [one for one in desktop.program.window.findChildren(ReturnDialog) if one.isVisible()]
    return found[-1] if found else None


def labels(desktop: Desktop) -> list[str]:
    return [row.label for row in state(desktop.session)[0].annotations]


def test_what_is_accepted_by_keys_is_one_step_and_one_undo(desktop: Desktop, book: Path) -> None:
    before = state(desktop.session)
    dialog, keyboard = preview(desktop, book)
    assert dialog.rows.rowCount() == 5 and len(dialog.items) == 3
    assert state(desktop.session) == before, "nothing is written before it is accepted"
    keyboard.press("Space")
    assert [item.words for item in dialog.items] == ["Астана", "Город вырастет"]
    keyboard.press("Enter")
    wait_until(lambda: labels(desktop).count("promise") == 1)
    assert labels(desktop).count("LOC") == 3 and labels(desktop).count("ORG") == 0
    desktop.session.history.undo()
    assert state(desktop.session) == before


def test_escape_writes_nothing(desktop: Desktop, book: Path) -> None:
    before = state(desktop.session)
    _, keyboard = preview(desktop, book)
    keyboard.press("Escape")
    wait_until(lambda: find_preview(desktop) is None)
    assert state(desktop.session) == before


def test_all_of_a_kind_are_accepted_and_refused_by_a_key(desktop: Desktop, book: Path) -> None:
    dialog, keyboard = preview(desktop, book)
    titles = [dialog.filter.itemText(place) for place in range(dialog.filter.count())]
    place = next(number for number, title in enumerate(titles) if title.startswith("Not in the sheet"))
    dialog.filter.setCurrentIndex(place)
    assert dialog.rows.rowCount() == 1
    keyboard.press("Ctrl+A")
    assert {item.kind for item in dialog.items} == {ItemKind.CHANGE, ItemKind.MISSING}
    dialog.filter.setCurrentIndex(0)
    keyboard.press("Ctrl+Shift+A")
    assert not dialog.items
    dialog.reject()


def test_what_is_not_taken_is_listed_and_copied(desktop: Desktop, book: Path) -> None:
    dialog, keyboard = preview(desktop, book)
    last = dialog.rows.index(dialog.rows.rowCount() - 1, WHAT)
    assert dialog.rows.data(last) == "Not taken in"
    keyboard.press("Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert "“Зверь”" in copied and "Taken in: 3" in copied and "Алматы" in copied
    dialog.reject()


def test_the_values_of_a_long_claim_are_seen_without_scrolling(desktop: Desktop) -> None:
    words = "Министерство сообщило, что работы на набережной завершат в срок. " * 20
    change = FieldChange("speaker", "Иванов", "Иванов", "Петров")
    item = Item(ItemKind.CHANGE, "claims", "Утверждения", 7, "C-AAAA-7", 1, "Набережная", words.strip(), (change,))
    parent = desktop.program.window
    details = RowDetails(ValueNames(desktop.session.scheme, "ru"), has_base=True, parent=parent)
    details.resize(900, details.height())
    details.show()
    details.show_entry(item)
    QApplication.processEvents()
    value = next(one for one in details.findChildren(QLabel) if one.text() == "Петров")
    bottom = value.mapTo(details.viewport(), QPoint(0, value.height())).y()
    assert 0 < bottom <= details.viewport().height()
    assert words.strip() in [one.text() for one in details.findChildren(QLabel)]


def test_both_values_of_a_conflict_have_columns_of_their_own(desktop: Desktop) -> None:
    long = "Республиканское государственное учреждение по надзору за дорогами"
    change = FieldChange("normal", "Акимат", long, "Акимат города")
    items = [
        Item(ItemKind.CONFLICT, "entities", "Имена", 7, "E-AAAA-7", 1, "Набережная", "акимат", (change,)),
        Item(ItemKind.MISSING, "entities", "Имена", 0, "E-AAAA-8", 1, "Набережная", "берег", ()),
    ]
    names = ValueNames(desktop.session.scheme, "ru")
    rows = ReturnRows(Comparison(tuple(items)), names, theme_for("light"), desktop.program.window)
    cells = [[rows.data(rows.index(row, column)) for column in range(rows.columnCount())] for row in (0, 1)]
    assert cells[0][1:5] == ["акимат", "normal form", long, "Акимат города"]
    assert cells[1][1:5] == ["берег", "is deleted if you accept it", "", ""]
    assert rows.sentence_rows() == [1]


@pytest.mark.parametrize("width", [640, 790, 1_180])
def test_no_heading_is_cut(desktop: Desktop, width: int) -> None:
    change = FieldChange("normal", "Акимат", "Акимат", "Акимат города")
    items = (Item(ItemKind.CONFLICT, "entities", "Имена", 7, "E-AAAA-7", 1, "Набережная", "акимат", (change,)),)
    desktop.language.use("ru")
    names = ValueNames(desktop.session.scheme, "ru")
    dialog = ReturnDialog("книга.xlsx", Comparison(items), names, theme_for("light"), desktop.program.window)
    dialog.show()
    dialog.resize(width, 600)
    QApplication.processEvents()
    header = dialog.table.horizontalHeader()
    assert dialog.rows.headerData(PRESENT, Qt.Orientation.Horizontal) == "Сейчас в программе"
    cut = [place for place in range(header.count()) if header.sectionSize(place) < header.sectionSizeHint(place)]
    dialog.reject()
    assert cut == []


def test_a_workbook_without_changes_says_so(desktop: Desktop, tmp_path: Path) -> None:
    said: list[str] = []
    desktop.session.notified.connect(lambda message: said.append(str(message)))
    assert desktop.session.project is not None
    path = export(desktop.session.project, tmp_path / "o.xlsx")
    desktop.program.background_tasks.import_paths([path])
    wait_until(lambda: any("holds nothing" in words for words in said))
    assert find_preview(desktop) is None


def test_without_a_project_it_is_said_which_one_is_wanted(desktop: Desktop, book: Path) -> None:
    desktop.session.projects.close()
    with pytest.raises(UserError, match="exported from"):
        desktop.program.background_tasks.import_paths([book])
