"""The history in the window works by keys alone.

It has every step, the past of an article, and the ways back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Note
from app.store import History, Record, Unit
from app.ui.dialogs.history.rows import ARTICLE, WHAT
from app.ui.dialogs.history.window import HistoryDialog
from tests.service.samples import add_article, found, state
from tests.ui.desktop import Desktop


@pytest.fixture
def opened_history(desktop: Desktop, qtbot: QtBot) -> Callable[[], HistoryDialog]:
    """Return what opens the history by its key, at the table.

    It waits for its rows.
    """

    def open_it() -> HistoryDialog:
        desktop.keyboard.press("Ctrl+H")
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), HistoryDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HistoryDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        desktop.keyboard.press("Down")
        return dialog

    return open_it


Opening = Callable[[], HistoryDialog]


def shown(dialog: HistoryDialog, column: int = WHAT) -> list[str]:
    rows = dialog.rows
    return [str(rows.index(row, column).data()) for row in range(rows.rowCount())]


def ask(dialog: HistoryDialog, desktop: Desktop, qtbot: QtBot, key: str) -> str:
    """Press a key that asks, wait for the question, and return it."""
    desktop.keyboard.press(key)
    qtbot.waitUntil(lambda: "?" in dialog.foot.question)
    return dialog.foot.question


def test_every_step_is_listed_newest_first(desktop: Desktop, opened_history: Opening) -> None:
    desktop.keyboard.press("Space", "2")
    dialog = opened_history()
    titles = shown(dialog)
    assert len(titles) == 3 and titles[2] == "import"
    assert titles[1].startswith("accept ") and titles[0].startswith("relabel ")
    assert shown(dialog, ARTICLE) == ["Статья"] * 3


def test_enter_shows_the_article_as_it_was_and_changes_nothing(desktop: Desktop, opened_history: Opening) -> None:
    desktop.keyboard.press("Space")
    before = state(desktop.session)
    dialog = opened_history()
    desktop.keyboard.press("Down", "Enter")
    assert dialog.is_in_the_past
    desktop.keyboard.press("1", "Space", "Backspace", "P")
    assert dialog.foot.words == "This is the past: nothing is changed here. Esc returns."
    assert state(desktop.session) == before
    desktop.keyboard.press("Escape")
    assert not dialog.is_in_the_past
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible() and state(desktop.session) == before


def test_a_state_is_restored_as_a_new_step_after_a_question_with_counts(
    desktop: Desktop, opened_history: Opening, qtbot: QtBot
) -> None:
    before = state(desktop.session)
    desktop.keyboard.press("Space", "2")
    after = state(desktop.session)
    dialog = opened_history()
    desktop.keyboard.press("End")
    words = ask(dialog, desktop, qtbot, "R")
    assert "annotations change (in 1 article" in words
    assert state(desktop.session) == after, "a question changes nothing"
    desktop.keyboard.press("Enter")
    qtbot.waitUntil(lambda: len(shown(dialog)) == 4)
    assert state(desktop.session) == before
    desktop.keyboard.press("Escape", "U")
    assert state(desktop.session) == after


def test_a_row_marked_while_the_newest_step_is_saved_stays_marked(
    desktop: Desktop, opened_history: Opening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.keyboard.press("Space", "2")
    dialog, project = opened_history(), desktop.session.project
    assert project is not None
    desktop.keyboard.press("End")
    ask(dialog, desktop, qtbot, "R")
    looked = list[float]()
    with monkeypatch.context() as patched:
        patched.setattr(project, "is_saving", lambda seconds: looked.append(seconds) or True)
        desktop.keyboard.press("Enter")
        project.flush()
        qtbot.waitUntil(
            lambda: (
                len(shown(dialog)) == 4
                and dialog.record is not None
                and dialog.rows.row_of(dialog.record.unit.last) == 0
            )
        )
        desktop.keyboard.press("Down", "Down")
        marked, times = dialog.record, len(looked)
        assert marked is not None and str(marked.title).startswith("accept ")
        qtbot.waitUntil(lambda: len(looked) >= times + 2)
        assert dialog.record == marked
    qtbot.waitUntil(lambda: desktop.session.storage.is_saving is False)
    assert dialog.record == marked


def test_escape_leaves_a_question_and_nothing_happens(desktop: Desktop, opened_history: Opening, qtbot: QtBot) -> None:
    desktop.keyboard.press("Space")
    before = state(desktop.session)
    dialog = opened_history()
    desktop.keyboard.press("End")
    ask(dialog, desktop, qtbot, "R")
    desktop.keyboard.press("Escape")
    assert dialog.isVisible() and not dialog.foot.is_asking and state(desktop.session) == before


def test_a_branch_that_an_edit_overtook_comes_back(desktop: Desktop, opened_history: Opening, qtbot: QtBot) -> None:
    session = desktop.session
    session.navigation.go_to(found(session, "Астана").id)
    desktop.keyboard.press("3")
    label = found(session, "Астана").label
    desktop.keyboard.press("U")
    session.navigation.go_to(found(session, "Токаев").id)
    desktop.keyboard.press("Space")
    before = state(session)
    dialog = opened_history()
    assert shown(dialog)[1].startswith("overtaken · ")
    desktop.keyboard.press("Down")
    ask(dialog, desktop, qtbot, "B")
    desktop.keyboard.press("Enter", "Escape")
    assert found(session, "Астана").label == label == "LOC"
    desktop.keyboard.press("U")
    assert state(session) == before


def test_an_import_that_was_undone_and_overtaken_comes_back_with_all_work_on_it(
    desktop: Desktop, opened_history: Opening, qtbot: QtBot
) -> None:
    session = desktop.session
    desktop.keyboard.press("Space", "2")
    work = state(session)
    desktop.keyboard.press("U", "U", "U", "U")
    assert state(session) == []
    session.editor.notes.set_on_project("верно?")
    dialog = opened_history()
    assert [words.startswith("overtaken · ") for words in shown(dialog)] == [False, True, True, True]
    desktop.keyboard.press("Down")
    assert "1 article" in ask(dialog, desktop, qtbot, "B")
    desktop.keyboard.press("Enter", "Escape")
    assert state(session) == work
    desktop.keyboard.press("U")
    assert state(session) == work, "it brought an article: the first press only says so"
    desktop.keyboard.press("U")
    assert state(session) == []


def test_one_step_is_undone_alone_or_says_what_is_in_the_way(
    desktop: Desktop, opened_history: Opening, qtbot: QtBot
) -> None:
    session = desktop.session
    session.navigation.go_to(found(session, "Астана").id)
    desktop.keyboard.press("3")
    session.navigation.go_to(found(session, "Астана").id)
    desktop.keyboard.press("1")
    dialog = opened_history()
    desktop.keyboard.press("Down", "U")
    qtbot.waitUntil(lambda: "cannot be undone alone: step 3 builds on it" in dialog.foot.words)
    desktop.keyboard.press("Up")
    ask(dialog, desktop, qtbot, "U")
    desktop.keyboard.press("Enter")
    assert found(session, "Астана").label == "LOC"


def test_the_history_is_filtered_by_words_and_by_article(
    desktop: Desktop, opened_history: Opening, qtbot: QtBot
) -> None:
    desktop.keyboard.press("Space", "2")
    add_article(desktop.session, "Другой текст.", title="Выборы в Астане")
    dialog = opened_history()
    desktop.keyboard.press("/")
    desktop.keyboard.type("ВЫБОРЫ import")
    qtbot.waitUntil(lambda: shown(dialog, ARTICLE) == ["Выборы в Астане"])
    desktop.keyboard.press("Escape")
    qtbot.waitUntil(lambda: len(shown(dialog)) == 4)
    desktop.keyboard.press("Down", "Home", "A")
    assert shown(dialog, ARTICLE) == ["Выборы в Астане"]
    desktop.keyboard.press("A")
    assert len(shown(dialog)) == 4
    desktop.keyboard.press("/")
    desktop.keyboard.type("чегонет")
    qtbot.waitUntil(lambda: shown(dialog) == [])


def test_a_point_gets_a_name_and_is_found_by_it(desktop: Desktop, opened_history: Opening, qtbot: QtBot) -> None:
    desktop.keyboard.press("Space")
    dialog = opened_history()
    desktop.keyboard.press("N")
    desktop.keyboard.type("до второго прохода")
    desktop.keyboard.press("Enter")
    assert shown(dialog)[0].startswith("“до второго прохода” · accept")
    assert desktop.session.history.undo_title() is not None and "accept" in str(desktop.session.history.undo_title())


def test_an_undo_says_where_all_steps_are(desktop: Desktop) -> None:
    notices: list[str] = []

    def hear(message: Message) -> None:
        notices.append(str(message))

    desktop.session.notified.connect(hear)
    desktop.keyboard.press("Space", "U")
    assert notices[-1].endswith(" · History: Ctrl+H")


def test_keys_of_the_history_go_by_their_place(desktop: Desktop, opened_history: Opening, qtbot: QtBot) -> None:
    desktop.keyboard.press("Space")
    desktop.keyboard.layout = "ru"
    dialog = opened_history()
    desktop.keyboard.press("End")
    ask(dialog, desktop, qtbot, "R")
    desktop.keyboard.press("Escape")


def test_hostile_titles_are_shown_as_they_are(desktop: Desktop, opened_history: Opening) -> None:
    title = '<img src="file:///etc/passwd"> & <b>x</b>'
    add_article(desktop.session, "Текст.", title=title)
    dialog = opened_history()
    assert shown(dialog, ARTICLE)[0] == title
    desktop.keyboard.press("Enter")
    assert dialog.is_in_the_past and dialog.rows.index(0, ARTICLE).data(3) is None, "no tooltip"


def test_only_the_pages_that_are_seen_are_read(
    desktop: Desktop, opened_history: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = desktop.session.project
    assert project is not None
    number = desktop.session.articles.shown[0]
    for _ in range(1_000):
        row = Note(project.next_id(), "заметка", number)
        project.apply(Step(Message("note"), (Change(None, row),)))
    asked: list[int] = []
    read = History.records

    def noted(history: History, units: Sequence[Unit]) -> list[Record]:
        asked.append(len(units))
        return read(history, units)

    monkeypatch.setattr(History, "records", noted)
    dialog = opened_history()
    assert dialog.rows.rowCount() == 1_001 and sum(asked) <= 200
    desktop.keyboard.press("End")
    assert dialog.record is not None and dialog.record.unit.last == 1 and sum(asked) <= 400


def test_the_mouse_does_what_the_keys_do(desktop: Desktop, opened_history: Opening) -> None:
    desktop.keyboard.press("Space")
    dialog = opened_history()
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = dialog.findChild(QMenu)
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions()]
    assert titles[0].startswith("Enter: ") and [title[:2] for title in titles[1:]] == ["R:", "U:", "N:", "A:"]
    menu.actions()[0].trigger()
    menu.close()
    assert dialog.is_in_the_past


@pytest.mark.parametrize("width", [1_160, 780])
def test_every_column_has_room_and_what_was_done_the_most(
    desktop: Desktop, opened_history: Opening, qtbot: QtBot, width: int
) -> None:
    dialog = opened_history()
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    dialog.resize(width, 600)
    qtbot.waitUntil(lambda: width - 100 < table.viewport().width() < width)
    widths = [table.columnWidth(column) for column in range(5)]
    assert min(widths) > 40 and max(widths) == widths[WHAT]
