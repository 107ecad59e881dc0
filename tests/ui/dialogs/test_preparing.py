"""An older project is brought up to date beside the window."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.message import UserError
from app.store.files.opening import inspect_project
from app.store.files.preparing import prepare_for_writing
from app.store.files.watching import Watch
from app.store.schema.definition import REVISIONS
from app.ui.dialogs.file_work import FileWorkDialog
from tests.ui.desktop import Desktop, started, wait_until

RELEASED = Path(__file__).parents[2] / "data" / "projects"
PATIENCE_S = 60.0
Act = Callable[[Path, Watch], None]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "старый.pometka"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((RELEASED / f"{REVISIONS[-2]}.sql").read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return path


@pytest.fixture
def desktop(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    desktop = started(tmp_path / "новый.pometka")
    yield desktop
    desktop.close()


@pytest.fixture
def preparing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Act], None]:
    """Have the preparation of a project do something first."""

    def replace(act: Act) -> None:
        def prepare(path: Path, watch: Watch) -> None:
            act(path, watch)
            prepare_for_writing(path, watch)

        monkeypatch.setattr("app.store.project_file.prepare_for_writing", prepare)

    return replace


def dialog() -> FileWorkDialog | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, FileWorkDialog) else None


def is_open(desktop: Desktop, path: Path) -> bool:
    return desktop.session.project is not None and desktop.session.project.path == path


def test_an_older_project_is_prepared_beside_the_window_which_says_how_far(
    desktop: Desktop, older: Path, preparing: Callable[[Act], None]
) -> None:
    seen, threads = threading.Event(), list[threading.Thread]()

    def wait(_: Path, watch: Watch) -> None:
        threads.append(threading.current_thread())
        if len(threads) == 1:
            watch.advance(0.5)
            assert seen.wait(PATIENCE_S), "the window shows nothing meanwhile"

    preparing(wait)
    before = desktop.session.project
    desktop.program.files.open_path(older)
    wait_until(lambda: (shown := dialog()) is not None and shown.bar.value() == shown.bar.maximum() // 2)
    assert desktop.session.project is before, "what was open stays until the other one is ready"
    seen.set()
    wait_until(lambda: is_open(desktop, older))
    assert threads[0] is not threading.main_thread() and dialog() is None
    assert inspect_project(older) == REVISIONS[-1]


def test_the_program_starts_on_an_older_project(older: Path, qtbot: QtBot) -> None:
    desktop = started(older)
    try:
        wait_until(lambda: is_open(desktop, older))
        assert desktop.session.open_article is not None
    finally:
        desktop.close()


def test_cancelling_leaves_both_projects_as_they_were(
    desktop: Desktop, older: Path, preparing: Callable[[Act], None]
) -> None:
    def wait(_: Path, watch: Watch) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            watch.refuse_cancelled()
            time.sleep(0.01)  # as a check that looks now and then

    preparing(wait)
    told: list[str] = []
    desktop.session.notified.connect(lambda message: told.append(str(message)))
    before = desktop.session.project
    desktop.program.files.open_path(older)
    wait_until(lambda: dialog() is not None)
    shown = dialog()
    assert shown is not None
    shown.reject()  # as Escape does
    wait_until(lambda: bool(told))
    assert told == ["Opening “старый” was cancelled. The file is as it was."]
    assert desktop.session.project is before and dialog() is None
    assert inspect_project(older) == REVISIONS[-2]


def test_a_preparation_that_fails_says_why_and_what_was_open_stays(
    desktop: Desktop, older: Path, preparing: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path, __: Watch) -> None:
        raise UserError("No room.", hint="Make some.")

    preparing(fail)
    shown: list[Exception] = []
    monkeypatch.setattr(desktop.program.problems, "show", shown.append)
    before = desktop.session.project
    desktop.program.files.open_path(older)
    wait_until(lambda: bool(shown))
    assert str(shown[0]).startswith("No room.") and desktop.session.project is before


def test_a_project_that_is_up_to_date_opens_at_once(desktop: Desktop, tmp_path: Path) -> None:
    other = tmp_path / "другой.pometka"
    started(other).close()
    desktop.program.files.open_path(other)
    assert is_open(desktop, other) and dialog() is None
