"""Backups and damage in the window.

They are reached by keys, from the banner, from the list.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from app.service.commands.registry import by_id
from app.store.files.backups import Backup, Reason, list_backups
from app.store.files.watching import Watch
from app.ui.base.notice import Notice
from app.ui.dialogs.backups import BackupsDialog, ReplaceDialog
from app.ui.dialogs.damage import DamageDialog
from app.ui.dialogs.file_work import FileWorkDialog
from app.ui.shell.welcome import Welcome
from tests.service.samples import TEXT, opened
from tests.ui.desktop import Desktop, started, wait_for_file_work, wait_until


@pytest.fixture
def starting(qapp: QApplication) -> Iterator[Callable[[Path], Desktop]]:
    made: list[Desktop] = []

    def start(path: Path) -> Desktop:
        made.append(started(path))
        return made[-1]

    yield start
    for desktop in made:
        desktop.close()


def words(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def button(widget: QWidget, title: str) -> QPushButton:
    found = {one.text().replace("&", ""): one for one in widget.findChildren(QPushButton)}
    return next(one for name, one in found.items() if name.startswith(title))


def dialog_of(kind: type[QDialog]) -> QDialog:
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def harm(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def made(path: Path) -> Path:
    """Return a closed project with a backup that lacks the last decision."""
    session = opened(path, TEXT)
    assert session.project is not None
    session.project.backup()
    session.editor.decisions.accept()
    session.projects.close()
    return path


def test_a_project_is_backed_up_by_itself_once_it_can_be_seen(
    starting: Callable[[Path], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    starting(tmp_path / "p.pometka")
    qtbot.waitUntil(lambda: len(list_backups(tmp_path / "p.pometka")) == 1)
    assert list_backups(tmp_path / "p.pometka")[0].reason is Reason.OPENING


def test_damage_is_shown_over_the_article_and_nothing_is_written_until_one_decides(
    starting: Callable[[Path], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    path = made(tmp_path / "p.pometka")
    harm(path, "UPDATE step SET last_id = 3")
    before = path.read_bytes()
    desktop = starting(path)
    notice = desktop.program.components.article.notice
    qtbot.waitUntil(notice.isVisible)
    assert "“p.pometka” is damaged" in words(notice)
    for key in ("Space", "1", "U"):
        desktop.keyboard.press(key)
        assert QApplication.activeModalWidget() is None
        assert "nothing is written to it. Open its newest backup" in desktop.program.components.status.currentMessage()
    assert path.read_bytes() == before
    assert not path.with_name(path.name + "-wal").exists() or not path.with_name(path.name + "-wal").stat().st_size
    desktop.keyboard.press("F6", "Tab", "Tab")
    assert button(notice, "Edit anyway").hasFocus(), "the keyboard alone reaches it"
    desktop.keyboard.press("Enter")
    assert not notice.isVisible()
    desktop.keyboard.press("Space")
    assert desktop.session.history.undo_title() is not None


def test_the_newest_backup_opens_from_the_banner_and_the_project_from_there(
    starting: Callable[[Path], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    path = made(tmp_path / "p.pometka")
    harm(path, "UPDATE step SET last_id = 3")
    desktop = starting(path)
    notice = desktop.program.components.article.notice
    qtbot.waitUntil(notice.isVisible)
    button(notice, "Open the backup of").click()
    project = desktop.session.project
    assert project is not None and project.read_only and project.path == list_backups(path)[0].path
    assert "A backup of “p”" in words(notice)
    assert desktop.program.store.settings.recent == [str(path)]
    button(notice, "Restore this backup").click()
    dialog_of(ReplaceDialog).accept()
    wait_for_file_work()
    assert desktop.session.project is not None and desktop.session.project.path == path
    assert not desktop.session.project.read_only
    assert not notice.isVisible()


@pytest.mark.parametrize("harmed", ["DELETE FROM label_scheme", "DELETE FROM alembic_version", "DELETE FROM body"])
def test_a_project_that_cannot_be_opened_leaves_the_welcome_page_with_the_error_said(
    starting: Callable[[Path], Desktop], tmp_path: Path, harmed: str
) -> None:
    path = made(tmp_path / "p.pometka")
    starting(path).close()
    harm(path, harmed)
    desktop = starting(path)
    dialog = dialog_of(DamageDialog)
    assert "“p.pometka” is damaged" in words(dialog)
    assert isinstance(desktop.program.components.stack.currentWidget(), Welcome)
    assert desktop.program.store.settings.recent == [str(path)]
    first = button(dialog, "Open the backup of")
    assert first.isDefault()
    first.click()
    assert desktop.session.project is not None and desktop.session.project.path == list_backups(path)[0].path


def test_one_article_that_cannot_be_read_keeps_no_other_from_being_read(
    starting: Callable[[Path], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "p.pometka"
    started(path, articles=3).close()
    harm(path, "UPDATE annotation SET stop = 90000 WHERE article_id = (SELECT min(id) FROM article)")
    desktop = starting(path)
    assert desktop.session.open_article is not None
    assert desktop.session.open_article.article.title == "Статья 2"
    assert desktop.program.components.article.notice.isVisible()
    desktop.keyboard.press("[")
    assert desktop.session.open_article.article.title == "Статья 2"


def test_the_list_shows_each_backup_with_its_counts_and_enter_opens_one(
    starting: Callable[[Path], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    path = made(tmp_path / "p.pometka")
    desktop = starting(path)
    desktop.program.run(by_id("project.backups"))
    dialog = dialog_of(BackupsDialog)
    (rows,) = dialog.findChildren(QTreeWidget)
    item = rows.topLevelItem(0)
    assert item is not None
    qtbot.waitUntil(lambda: [item.text(column) for column in (3, 4, 5)] == ["1", "7", "0"])
    assert item.text(1) == "by hand"
    assert str(tmp_path / "p backups") in words(dialog)
    desktop.keyboard.press("Enter")
    assert not dialog.isVisible()
    assert desktop.session.project is not None and desktop.session.project.read_only
    button(desktop.program.components.article.notice, "Back to").click()
    assert desktop.session.project.path == path


def test_a_backup_takes_the_place_of_the_project_after_a_question(
    starting: Callable[[Path], Desktop], tmp_path: Path
) -> None:
    path = made(tmp_path / "p.pometka")
    desktop = starting(path)
    left = desktop.session.navigation.left
    desktop.program.run(by_id("project.backups"))
    button(dialog_of(BackupsDialog), "Restore this backup").click()
    question = dialog_of(ReplaceDialog)
    assert "The project now: 1 article, 7 annotations, 0 notes" in words(question)
    desktop.keyboard.press("Escape")
    assert desktop.session.navigation.left == left
    desktop.program.run(by_id("project.backups"))
    button(dialog_of(BackupsDialog), "Restore this backup").click()
    dialog_of(ReplaceDialog).accept()
    wait_for_file_work()
    assert desktop.session.navigation.left > left
    assert list_backups(path)[0].reason is Reason.REPLACING


def test_a_backup_is_restored_beside_the_window_and_a_cancel_leaves_the_project_as_it_was(
    starting: Callable[[Path], Desktop], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "p.pometka")
    desktop = starting(path)
    copied = desktop.session.project.backup() if desktop.session.project is not None else None
    threads, told = list[threading.Thread](), list[str]()

    def wait(_source: object, _reason: Reason, *, watch: Watch) -> None:
        threads.append(threading.current_thread())
        watch.advance(0.5)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            watch.refuse_cancelled()
            time.sleep(0.01)  # as a copy that looks after each megabyte

    monkeypatch.setattr("app.store.files.backup_restoring.copy_state", wait)
    desktop.session.notified.connect(lambda message: told.append(str(message)))
    desktop.keyboard.press("Space")
    left = desktop.session.navigation.left
    desktop.program.backups.ask_in_place(path, next(one for one in list_backups(path) if one.path == copied))
    dialog_of(ReplaceDialog).accept()
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), FileWorkDialog))
    shown = dialog_of(FileWorkDialog)
    assert isinstance(shown, FileWorkDialog)
    wait_until(lambda: shown.words == "The project is backed up first…" and shown.bar.value() > 0)
    shown.reject()  # as Escape does
    wait_for_file_work()
    assert threads[0] is not threading.main_thread()
    assert told[-1] == "Restoring was cancelled. The project is as it was."
    assert desktop.session.project is not None and desktop.session.project.path == path
    assert desktop.session.navigation.left == left


def test_without_backups_the_list_says_when_they_are_made(
    starting: Callable[[Path], Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "new.pometka"
    desktop = starting(path)
    qtbot.waitUntil(lambda: bool(list_backups(path)))  # the one at opening comes from a thread, and comes once
    for copy in list_backups(path):
        copy.path.unlink()
    desktop.program.run(by_id("project.backups"))
    assert "No backups yet" in words(dialog_of(BackupsDialog))
    desktop.keyboard.press("Escape")


def test_a_backup_that_cannot_be_made_is_said_in_the_status_bar_and_work_goes_on(
    starting: Callable[[Path], Desktop], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "p.pometka"
    opened(path, TEXT).projects.close()
    path.with_name("p backups").write_bytes(b"a file where the folder should be")
    desktop = starting(path)
    qtbot.waitUntil(lambda: "No backup of" in desktop.program.components.status.currentMessage())
    desktop.keyboard.press("Space")
    assert desktop.session.history.undo_title() is not None


def test_a_backup_that_goes_while_the_list_opens_is_called_removed_there(
    starting: Callable[[Path], Desktop], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "p.pometka")
    desktop = starting(path)

    def thinned(project: Path) -> list[Backup]:
        found = list_backups(project)
        found[0].path.unlink()
        return found

    monkeypatch.setattr("app.ui.dialogs.backups.list_backups", thinned)
    desktop.program.run(by_id("project.backups"))
    dialog = dialog_of(BackupsDialog)
    (rows,) = dialog.findChildren(QTreeWidget)
    item = rows.topLevelItem(0)
    assert item is not None
    qtbot.waitUntil(lambda: item.text(3) == "removed")
    button(dialog, "Restore this backup").click()
    dialog_of(ReplaceDialog).accept()
    wait_for_file_work()
    assert "was not found" in words(dialog_of(QDialog))
    assert desktop.session.project is not None and desktop.session.project.path == path
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize("width", [500, 900])
def test_buttons_of_a_notice_lie_inside_it_uncut_and_begin_at_its_left(qtbot: QtBot, width: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = Notice(parent)
    for _ in range(2):
        notice.show_notice("Title", "Words", [(word * 30, lambda: None) for word in "abc"])
    notice.resize(width, 300)
    parent.show()
    QApplication.processEvents()
    buttons = [one for one in notice.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == 3
    assert all(one.width() >= one.sizeHint().width() for one in buttons)
    assert all(notice.rect().contains(one.geometry()) for one in buttons)
    assert min(one.x() for one in buttons) == 16
    assert (len({one.y() for one in buttons}) > 1) == (width == 500)
