"""The window for those who listen and use no mouse.

All has a name, what happens is told, no place is a trap.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTabWidget, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from app.core.message import Message, UserError
from app.service.commands.registry import by_id
from app.ui.dialogs.importing import ImportDialog
from app.ui.dialogs.problems import bug_dialog, error_dialog
from app.ui.dialogs.report import ReportDialog
from tests.ui.desktop import Desktop, started
from tests.ui.dialogs.opened_windows import open_dialog
from tests.ui.listener import Listener, listening

PANELS = ("L", "E", "N", "Shift+N", "Shift+P", "Ctrl+K", "F1", "Ctrl+Shift+F", "/")
DIALOGS = (
    "settings.show",
    "scheme.edit",
    "pretag.options",
    "app.about",
    "project.new",
    "project.open",
    "project.import",
    "project.import_folder",
    "project.export",
)
_PRESSED = (
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
)


def inside(thing: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield an accessible and all that is in it."""
    yield thing
    for place in range(thing.childCount()):
        child = thing.child(place)
        if child is not None and child.isValid():
            yield from inside(child)


def is_told_apart(thing: QAccessibleInterface) -> bool:
    """Say whether a listener knows what this is for.

    On Linux a box's name is what is chosen in it.
    """
    if thing.role() == QAccessible.Role.ComboBox:
        return bool(thing.relations(QAccessible.RelationFlag.Label) or thing.text(QAccessible.Text.Description))
    return bool(thing.text(QAccessible.Text.Name).strip()) or is_blank_in_a_row(thing)


def is_blank_in_a_row(thing: QAccessibleInterface) -> bool:
    """Say whether this is a cell behind another.

    It may be the size of a folder: the row is told apart by its first cell.
    """
    cell = thing.tableCellInterface()
    return cell is not None and cell.columnIndex() > 0


def nameless(widget: QWidget) -> list[str]:
    """Return the unnamed widgets of a window.

    They can be focused or pressed, and say nothing about themselves.
    """
    found = []
    for thing in inside(QAccessible.queryAccessibleInterface(widget)):
        state = thing.state()
        is_shown = not state.invisible or thing.tableCellInterface() is not None  # a cell may be scrolled away
        is_used = (state.focusable or thing.role() in _PRESSED) and is_shown
        if is_used and not is_told_apart(thing):
            found.append(f"{thing.role().name} {thing.object()!r}")
    return found


def pages(dialog: QDialog) -> Iterator[int]:
    """Turn to each page of a dialog."""
    yield 0
    for tabs in dialog.findChildren(QTabWidget):
        for page in range(1, tabs.count()):
            tabs.setCurrentIndex(page)
            QApplication.processEvents()
            yield page


def test_everything_in_the_window_has_a_name(desktop: Desktop) -> None:
    assert nameless(desktop.program.window) == []
    desktop.keyboard.press("C")
    QApplication.processEvents()
    assert nameless(desktop.program.window) == [], "on a claim the inspector shows other fields"


@pytest.mark.parametrize("key", PANELS)
def test_everything_in_a_panel_has_a_name(desktop: Desktop, key: str) -> None:
    desktop.keyboard.press("Tab", key)
    focused = QApplication.focusWidget()
    assert focused is not desktop.program.components.article.view
    assert nameless(desktop.program.window) == []
    desktop.keyboard.press("Escape")
    assert QApplication.focusWidget() is desktop.program.components.article.view


@pytest.mark.parametrize("action_id", DIALOGS)
def test_everything_in_a_dialog_has_a_name(desktop: Desktop, action_id: str) -> None:
    dialog = open_dialog(desktop, action_id)
    for _ in pages(dialog):
        assert nameless(dialog) == []
    dialog.reject()


def test_an_action_without_a_key_says_so(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "settings.show")
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    keys = [(item.text(2), item.data(2, Qt.ItemDataRole.AccessibleTextRole)) for item in items if item is not None]
    assert ("", "No key") in keys
    assert all(notices for _, notices in keys)
    dialog.reject()


def test_everything_in_a_message_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for dialog in (
        ImportDialog([tmp_path / "a.txt"], parent, pretag=True),
        ReportDialog("Import", "1 article", [Message("Left out")], parent),
        error_dialog(UserError("No file", hint="Look again"), parent),
        bug_dialog("report", tmp_path / "log", parent),
    ):
        dialog.show()
        assert nameless(dialog) == []


def test_everything_has_a_name_while_no_project_is_open(desktop: Desktop) -> None:
    desktop.program.run(by_id("project.close"))
    QApplication.processEvents()
    assert nameless(desktop.program.window) == []


def test_f6_goes_round_all_panes_and_into_their_fields(desktop: Desktop) -> None:
    parts = desktop.program.components
    stations: list[QWidget] = [*parts.panes.shown, parts.article]
    assert len(stations) == 5
    for station in stations:
        desktop.keyboard.press("F6")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert station.isAncestorOf(focused)
        interface = QAccessible.queryAccessibleInterface(focused)
        assert interface.text(QAccessible.Text.Name), "a listener hears where that is"


def test_tab_leads_from_the_filter_over_the_articles_into_the_inspectors_fields(desktop: Desktop) -> None:
    desktop.keyboard.press("Tab", "F6", "Shift+Tab", "Shift+Tab")
    seen = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        desktop.keyboard.press("Tab")
    assert seen == ["Filter articles", "Order and filter", "Articles", "Label", "Normal form"]


def test_tab_leads_through_the_inspectors_fields_and_escape_back(desktop: Desktop) -> None:
    parts = desktop.program.components
    desktop.keyboard.press("Tab", "F6", "F6")
    seen = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        desktop.keyboard.press("Tab")
    assert seen[:2] == ["Label", "Normal form"]
    desktop.keyboard.press("Escape")
    assert QApplication.focusWidget() is parts.article.view


def test_tab_goes_from_the_pages_of_the_settings_into_the_page(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "settings.show")
    desktop.keyboard.press("Tab")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    dialog.reject()


@pytest.mark.parametrize("key", ["L", "N", "Ctrl+K", "F1"])
def test_the_caret_of_a_panels_field_moves_only_once_it_has_the_focus(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """Check that the caret moves after the focus.

    Orca takes the caret for the focus otherwise, and does not say where one has come.
    """
    desktop.keyboard.press("Tab", key, "Escape")
    desktop.keyboard.press(key)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    moves_early: list[bool] = []
    field.selectionChanged.connect(lambda: moves_early.append(not field.hasFocus()))
    signal = field.cursorPositionChanged
    signal.connect(lambda *_: moves_early.append(not field.hasFocus()))
    desktop.keyboard.type("ab")
    desktop.keyboard.press("Escape", key, "Escape")
    assert moves_early
    assert not any(moves_early)


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    return listening(monkeypatch)


def test_what_becomes_current_and_what_comes_of_it_is_reported(desktop: Desktop, listener: Listener) -> None:
    desktop.keyboard.press("Tab")
    assert listener.news()[-1] == "Place, proposed: Алматы; 1 more decided together"
    desktop.keyboard.press("G", "Shift+Tab")
    listener.news()
    desktop.keyboard.press("Ctrl+3")
    assert "Place, corrected: Токаев" in listener.news()


def test_what_the_status_bar_says_is_reported(desktop: Desktop, listener: Listener) -> None:
    desktop.keyboard.press("Ctrl+Shift+Z")
    assert "There is nothing to redo." in listener.news()


def test_the_line_chosen_in_a_panel_is_reported(desktop: Desktop, listener: Listener) -> None:
    desktop.keyboard.press("L")
    assert listener.news()[-1] == "Person PER 1"
    desktop.keyboard.press("Down")
    assert listener.news() == ["Organisation ORG 2"]
    desktop.keyboard.type("law")
    assert listener.news()[-1] == "Law or document LAW 9"
    desktop.keyboard.press("Escape")


def test_the_places_found_are_counted_aloud(desktop: Desktop, listener: Listener) -> None:
    desktop.keyboard.press("/")
    desktop.keyboard.type("Токаев")
    assert "1 of 3" in listener.news()
    desktop.keyboard.press("Enter")
    assert "2 of 3" in listener.news()
    desktop.keyboard.press("Escape")


def test_another_article_is_named_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = started(tmp_path / "two.pometka", articles=2)
    names: list[str] = []
    monkeypatch.setattr(desktop.program.components.article.view, "setAccessibleName", names.append)
    desktop.keyboard.press("]")
    assert names == ["Article: Статья 2"]
    desktop.close()
