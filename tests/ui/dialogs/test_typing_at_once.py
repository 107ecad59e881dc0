"""Who types what is looked for changes nothing.

Ledger, register and history open in their filter; letters are commands in the table behind it alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView

from app.core.records import ClaimRecord, RegisterRecord
from app.service.session.session import Session
from app.ui.base.widgets import FilterLine
from app.ui.dialogs import project_window
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.ledger.window import LedgerDialog
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.dialogs.project_window import ProjectWindow
from app.ui.dialogs.register.window import RegisterDialog
from app.ui.dialogs.report import ReportDialog
from tests.ui.desktop import Desktop, wait_until
from tests.ui.dialogs.opened_windows import WINDOWS, filled, opened

WORDS = ("путин", "что о ком", "выборы 2031", "the jury sued 10", "съезд удмуртии")

Meanwhile = Callable[..., FramedDialog]
"""Opens a window, given what is pressed while it is made."""


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the index beside the project."""
    monkeypatch.setenv("POMETKA_CONFIG_DIR", str(tmp_path / "config"))


def marks(session: Session) -> tuple[object, ...]:
    """Return what an edit or an undo would change."""
    assert session.project is not None
    rows = [*session.project.rows(RegisterRecord), *session.project.rows(ClaimRecord)]
    return session.history.undo_title(), session.history.redo_title(), rows


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("words", WORDS)
def test_what_is_typed_at_once_filters_and_changes_nothing(desktop: Desktop, window: str, words: str) -> None:
    filled(desktop)
    before = marks(desktop.session)
    dialog = opened(desktop, window)
    desktop.keyboard.type(words)
    focused = desktop.focused()
    assert isinstance(focused, FilterLine) and focused.text() == words
    desktop.keyboard.press("Enter")
    assert isinstance(desktop.focused(), QTableView) and dialog.isVisible()
    assert marks(desktop.session) == before


@pytest.mark.parametrize(
    ("window", "keys"),
    [
        ("ledger", ("Down", "V", "3", "Enter", "L", "Ctrl+Enter")),
        ("register", ("Down", "Space", "Down", "Space", "J", "Enter", "Enter")),
    ],
)
def test_keys_that_come_before_the_rows_decide_nothing(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, window: str, keys: tuple[str, ...]
) -> None:
    filled(desktop)
    before = marks(desktop.session)
    monkeypatch.setattr(project_window, "EARLY_PAUSE_MS", 3_600_000)
    desktop.keyboard.press(WINDOWS[window])
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), LedgerDialog | RegisterDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LedgerDialog | RegisterDialog)
    wait_until(dialog.isActiveWindow)
    assert not dialog.is_read
    desktop.keyboard.press(*keys[:3])
    wait_until(lambda: dialog.is_current)
    desktop.keyboard.press(*keys[3:])
    assert dialog.isVisible() and isinstance(desktop.focused(), QTableView), "nor do those that follow at once"
    assert "did nothing" in dialog.message and marks(desktop.session) == before
    monkeypatch.setattr(project_window, "EARLY_PAUSE_MS", 0)
    wait_until(lambda: _acts_on(desktop, "E"))


@pytest.fixture
def pressed_meanwhile(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Return what opens a window while keys wait."""
    behind = desktop.program.window.windowHandle()

    def open_it(window: str, *presses: QKeyEvent) -> FramedDialog:
        prefer = FramedDialog.prefer  # among the last of what makes a window

        def press_and_prefer(dialog: FramedDialog, width_px: int, height_px: int) -> None:
            for press in presses:
                QApplication.postEvent(behind, press)
            prefer(dialog, width_px, height_px)

        monkeypatch.setattr(FramedDialog, "prefer", press_and_prefer)
        return opened(desktop, window)

    return open_it


def pressed(key: Qt.Key, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)


@pytest.mark.parametrize("window", WINDOWS)
def test_words_typed_while_a_window_is_made_stand_in_its_filter(
    desktop: Desktop, pressed_meanwhile: Meanwhile, window: str
) -> None:
    filled(desktop)
    before = marks(desktop.session)
    pressed_meanwhile(window, *(pressed(Qt.Key(ord(char.upper())), char) for char in "мост"))
    focused = desktop.focused()
    assert isinstance(focused, FilterLine) and focused.text() == "мост"
    assert marks(desktop.session) == before


@pytest.mark.parametrize("window", ["ledger", "register"])
def test_keys_pressed_while_a_window_is_made_act_on_nothing_and_that_is_said(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, pressed_meanwhile: Meanwhile, window: str
) -> None:
    filled(desktop)
    before = marks(desktop.session)
    monkeypatch.setattr(project_window, "EARLY_PAUSE_MS", 3_600_000)
    dialog = pressed_meanwhile(window, pressed(Qt.Key.Key_Down), pressed(Qt.Key.Key_E, "у"), pressed(Qt.Key.Key_L, "д"))
    assert isinstance(desktop.focused(), QTableView), "an arrow leads to the table; behind it nothing is decided"
    assert isinstance(dialog, ProjectWindow) and "did nothing" in dialog.message
    assert marks(desktop.session) == before


def test_a_question_for_a_name_gets_what_was_typed_and_is_not_answered(desktop: Desktop) -> None:
    behind, names = desktop.program.window.windowHandle(), list[str]()
    dialog = NameDialog("Name of the filter", "What is it called?", "old", names.append, desktop.program.window)
    for press in (pressed(Qt.Key.Key_O, "о"), pressed(Qt.Key.Key_Shift), pressed(Qt.Key.Key_Return, "\r")):
        QApplication.postEvent(behind, press)
    dialog.open()
    focused = dialog.focusWidget()
    assert isinstance(focused, QLineEdit) and focused.text() == "о" and dialog.isVisible() and names == []


def test_a_question_that_comes_unasked_gets_nothing_of_what_was_pressed(desktop: Desktop) -> None:
    behind = desktop.program.window.windowHandle()
    dialog = ReportDialog("The import is over", "Nothing was left out.", [], desktop.program.window)
    QApplication.postEvent(behind, pressed(Qt.Key.Key_Return, "\r"))
    dialog.open()
    QApplication.processEvents()
    assert dialog.isVisible()


def _acts_on(desktop: Desktop, key: str) -> bool:
    """Press a key; say whether it opened a form."""
    desktop.keyboard.press(key)
    return not isinstance(desktop.focused(), QTableView)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("key", ["Down", "Enter", "Tab"])
def test_a_key_leads_from_the_filter_to_the_table_and_one_back(desktop: Desktop, window: str, key: str) -> None:
    filled(desktop)
    opened(desktop, window)
    desktop.keyboard.press(key)
    assert isinstance(desktop.focused(), QTableView)
    desktop.keyboard.press("/")
    assert isinstance(desktop.focused(), FilterLine)


@pytest.mark.parametrize("window", WINDOWS)
def test_tab_leads_nowhere_where_the_keys_of_the_window_would_do_nothing(desktop: Desktop, window: str) -> None:
    filled(desktop)
    opened(desktop, window)
    desktop.keyboard.press("Down")
    for _ in range(12):
        desktop.keyboard.press("Tab")
        assert not isinstance(desktop.focused(), QAbstractButton)


@pytest.mark.parametrize("window", WINDOWS)
def test_escape_empties_the_filter_then_closes_the_window(desktop: Desktop, window: str) -> None:
    filled(desktop)
    dialog = opened(desktop, window)
    desktop.keyboard.type("мост")
    desktop.keyboard.press("Escape")
    line = desktop.focused()
    assert isinstance(line, FilterLine) and not line.text() and dialog.isVisible()
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible()


@pytest.mark.parametrize("window", ["ledger", "register"])
def test_what_is_typed_replaces_the_filter_that_was_left(desktop: Desktop, window: str) -> None:
    filled(desktop)
    opened(desktop, window)
    desktop.keyboard.type("Серик")
    desktop.keyboard.press("Down")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    opened(desktop, window)
    line = desktop.focused()
    assert isinstance(line, FilterLine) and line.text() == "Серик"
    desktop.keyboard.type("Омарова")
    assert line.text() == "Омарова"


@pytest.mark.parametrize("window", ["ledger", "register"])
@pytest.mark.parametrize("words", WORDS)
def test_a_word_and_enter_in_the_table_write_nothing_of_a_record(desktop: Desktop, window: str, words: str) -> None:
    filled(desktop)
    opened(desktop, window)
    desktop.keyboard.press("Down")
    desktop.keyboard.type(words)
    desktop.keyboard.press("Enter")
    project = desktop.session.project
    assert project is not None
    records = [row for row in project.rows(ClaimRecord) if isinstance(row, ClaimRecord)]
    assert [row for row in records if row.due or row.topic] == [] and list(project.rows(RegisterRecord)) == []


def form_with(desktop: Desktop, name: str) -> RegisterDialog:
    """Open the form of a record by a typed word.

    What is typed behind the key of the form stands in its name.
    """
    filled(desktop)
    dialog = opened(desktop, "register")
    assert isinstance(dialog, RegisterDialog)
    desktop.keyboard.press("Down")
    desktop.keyboard.type(f"у{name}")
    assert dialog.record_form.isVisible()
    return dialog


def names(desktop: Desktop) -> list[str]:
    assert desktop.session.project is not None
    return [row.name for row in desktop.session.project.rows(RegisterRecord)]


def test_enter_asks_before_it_renames(desktop: Desktop) -> None:
    dialog = form_with(desktop, "тин")
    desktop.keyboard.press("Enter")
    assert "“тин”" in dialog.record_form.question and names(desktop) == []
    desktop.keyboard.press("Enter")
    assert names(desktop) == ["тин"] and not dialog.record_form.isVisible()


def test_another_name_behind_the_question_is_asked_anew(desktop: Desktop) -> None:
    dialog = form_with(desktop, "тин")
    desktop.keyboard.press("Enter")
    desktop.keyboard.type("о")
    assert not dialog.record_form.question
    desktop.keyboard.press("Enter")
    assert "“тино”" in dialog.record_form.question and names(desktop) == []


def test_escape_refuses_the_new_name(desktop: Desktop) -> None:
    dialog = form_with(desktop, "тин")
    desktop.keyboard.press("Enter", "Escape")
    assert names(desktop) == [] and dialog.record_form.question  # what was typed is not dropped unasked
    desktop.keyboard.press("Escape")
    assert names(desktop) == [] and dialog.isVisible() and not dialog.record_form.isVisible()
    desktop.keyboard.press("E")
    assert not dialog.record_form.question


def test_a_held_enter_asks_and_renames_nothing(desktop: Desktop) -> None:
    dialog = form_with(desktop, "тин")
    desktop.keyboard.hold("Enter", 5)
    assert dialog.record_form.question and names(desktop) == []


def test_ctrl_enter_renames_at_once(desktop: Desktop) -> None:
    form_with(desktop, "тин")
    desktop.keyboard.press("Ctrl+Enter")
    assert names(desktop) == ["тин"]


def test_enter_saves_at_once_where_the_name_stays(desktop: Desktop) -> None:
    dialog = form_with(desktop, "")
    desktop.keyboard.press("Tab", "Tab")
    field = desktop.focused()
    assert isinstance(field, QLineEdit)
    desktop.keyboard.type("Q1")
    desktop.keyboard.press("Enter")
    assert names(desktop) == [""] and not dialog.record_form.isVisible()
