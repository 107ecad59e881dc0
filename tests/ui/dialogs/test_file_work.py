"""Work on a project file beside the window, short and long."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.core.message import UserError
from app.service.commands.registry import by_id
from app.store.files.backups import Reason, backup, list_backups
from app.store.files.watching import Watch
from app.ui.dialogs.file_work import FileWorkDialog
from app.ui.dialogs.history.window import HistoryDialog
from tests.ui.desktop import Desktop, started, wait_for_file_work, wait_until

PATIENCE_S = 60.0
Copy = Callable[[Watch], None]


@pytest.fixture
def desktop(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    desktop = started(tmp_path / "п.pometka")
    qtbot.waitUntil(lambda: bool(list_backups(tmp_path / "п.pometka")))  # the one at opening
    yield desktop
    desktop.close()


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> Callable[[Copy], None]:
    """Have the copying of a project do something first."""

    def replace(act: Copy) -> None:
        def copy(project: Path, *, watch: Watch) -> Path:
            act(watch)
            return backup(project, reason=Reason.NONE, watch=watch)

        monkeypatch.setattr("app.store.project_file.backup", copy)

    return replace


def shown() -> FileWorkDialog | None:
    widget = QApplication.activeModalWidget()
    return widget if isinstance(widget, FileWorkDialog) else None


def test_work_of_a_moment_shows_no_dialog_and_the_keys_of_that_moment_follow_it(
    desktop: Desktop, copying: Callable[[Copy], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, threads, told = threading.Event(), list[threading.Thread](), list[str]()

    def wait(_: Watch) -> None:
        threads.append(threading.current_thread())
        assert seen.wait(PATIENCE_S), "the window waits for the copy"

    copying(wait)
    monkeypatch.setattr("app.ui.dialogs.file_work.APPEARS_MS", 1_000 * int(PATIENCE_S))
    desktop.session.notified.connect(lambda message: told.append(str(message)))
    left = desktop.session.navigation.left
    desktop.program.run(by_id("project.back_up"))
    desktop.keyboard.press("Space")
    wait_until(lambda: bool(threads))
    assert shown() is None
    assert desktop.session.navigation.left == left, "the key waits"
    seen.set()
    wait_for_file_work()
    wait_until(lambda: desktop.session.navigation.left < left)
    assert threads[0] is not threading.main_thread()
    assert told[0].startswith("A copy lies at ")


def test_work_that_takes_long_says_how_far_it_is_and_is_cancelled_by_a_key(
    desktop: Desktop, copying: Callable[[Copy], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def copy(watch: Watch) -> None:
        watch.advance(0.5)
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            watch.refuse_cancelled()
            time.sleep(0.01)  # as a copy that looks after each megabyte

    copying(copy)
    monkeypatch.setattr("app.ui.dialogs.file_work.APPEARS_MS", 50)
    told = list[str]()
    desktop.session.notified.connect(lambda message: told.append(str(message)))
    assert desktop.session.project is not None
    desktop.session.project.flush()
    before, left = list_backups(desktop.session.project.path), desktop.session.navigation.left
    desktop.program.run(by_id("project.back_up"))
    desktop.keyboard.press("Space")
    wait_until(lambda: (dialog := shown()) is not None and dialog.bar.value() == dialog.bar.maximum() // 2)
    dialog = shown()
    assert dialog is not None and dialog.words == "The project is copied into its backups…"
    dialog.reject()  # as Escape does
    wait_for_file_work()
    assert told == ["The backup was cancelled. Nothing was written."]
    wait_until(lambda: desktop.session.navigation.left < left)  # the key from before the dialog was not lost
    assert list_backups(desktop.session.project.path) == before


def test_keys_from_before_an_error_do_nothing_and_that_is_said(
    desktop: Desktop, copying: Callable[[Copy], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Watch) -> None:
        time.sleep(0.2)
        raise UserError("No room is left.")

    copying(refuse)
    monkeypatch.setattr("app.ui.dialogs.file_work.APPEARS_MS", 50)
    told = list[str]()
    desktop.session.notified.connect(lambda message: told.append(str(message)))
    left = desktop.session.navigation.left
    desktop.program.run(by_id("project.back_up"))
    desktop.keyboard.press("Space", "Enter")
    wait_for_file_work()
    QApplication.processEvents()
    error = QApplication.activeModalWidget()
    assert isinstance(error, QDialog) and error.isVisible(), "no key closed it unread"
    assert desktop.session.navigation.left == left
    assert told == ["2 keys were pressed meanwhile and did nothing."]
    error.reject()


def test_the_history_waits_for_steps_that_are_being_saved_and_takes_the_keys_of_that_time(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = desktop.session.project
    assert project is not None
    desktop.keyboard.press("Space", "2")
    project.flush()
    goes_on, flush = threading.Event(), project.flush

    def flush_late(timeout: float | None = None) -> None:
        if not goes_on.wait(timeout):
            raise TimeoutError
        flush(timeout)

    monkeypatch.setattr("app.ui.dialogs.file_work.APPEARS_MS", 50)
    monkeypatch.setattr(type(project), "pending", property(lambda _: 0 if goes_on.is_set() else 3))
    monkeypatch.setattr(project, "flush", flush_late)
    desktop.keyboard.press("Ctrl+H", "Down", "Down")
    wait_until(lambda: shown() is not None)
    dialog = shown()
    assert dialog is not None and dialog.words == "Waiting until everything is saved…"
    goes_on.set()
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), HistoryDialog))
    history = QApplication.activeModalWidget()
    assert isinstance(history, HistoryDialog)
    wait_until(lambda: history.record is not None and str(history.record.title).startswith("accept"))
    history.reject()


def test_waiting_for_steps_is_left_by_a_key_and_opens_nothing(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = desktop.session.project
    assert project is not None

    def never(timeout: float | None = None) -> None:
        raise TimeoutError

    with monkeypatch.context() as patched:
        patched.setattr("app.ui.dialogs.file_work.APPEARS_MS", 50)
        patched.setattr(type(project), "pending", 3)
        patched.setattr(project, "flush", never)
        told = list[str]()
        desktop.session.notified.connect(lambda message: told.append(str(message)))
        left = desktop.session.navigation.left
        desktop.keyboard.press("Ctrl+H", "Space", "Backspace")
        wait_until(lambda: shown() is not None)
        desktop.keyboard.press("Space", "Enter")
        QApplication.processEvents()
        assert (dialog := shown()) is not None and dialog.words == "Waiting until everything is saved…"
        desktop.keyboard.press("Escape")
        wait_for_file_work()
        assert QApplication.activeModalWidget() is None
        assert told == ["2 keys were pressed meanwhile and did nothing."]
        QApplication.processEvents()
        assert desktop.session.navigation.left == left, "keys for the history decide nothing in the text"
