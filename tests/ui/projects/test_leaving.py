"""A project is left safely while a job runs.

Another one is opened, or this one is closed: it asks first, and nothing is lost.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.model import Document
from app.formats.export_options import ExportOptions
from app.service.commands.registry import by_id
from app.service.jobs.importing.import_plan import ImportOptions
from app.store import Project
from app.ui.dialogs.stopping import StopDialog
from tests.ui.desktop import Desktop, started

MANY = 8_000


def documents(path: Path) -> list[Document]:
    with Project.open(path, read_only=True) as project:
        return list(project.documents())


def question() -> StopDialog | None:
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, StopDialog) else None


def answer(words: str) -> None:
    dialog = question()
    assert dialog is not None
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    QApplication.processEvents()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return a copy of a project, which has the same ids."""
    desktop = started(tmp_path / "a.pometka", articles=3)
    desktop.close()
    return shutil.copy(tmp_path / "a.pometka", tmp_path / "b.pometka")


@pytest.fixture
def importing(tmp_path: Path, other: Path, qtbot: QtBot) -> Iterator[Desktop]:
    """Return a window in which an import has begun.

    It has so many articles that it takes a while.
    """
    lines = [json.dumps({"id": str(number), "text": f"Статья {number}. Конец."}) for number in range(MANY)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), "utf-8")
    desktop = started(tmp_path / "a.pometka")
    desktop.program.background_tasks.start_import([tmp_path / "many.jsonl"], ImportOptions(pretag=False))
    qtbot.waitUntil(lambda: len(desktop.session.articles) > 20, timeout=20_000)
    yield desktop
    if desktop.program.background_tasks.tasks.is_busy:
        desktop.program.background_tasks.tasks.cancel()
    desktop.close()


WAYS: dict[str, tuple[Callable[[Desktop, Path], object], str]] = {
    "key of closing": (lambda desktop, other: desktop.keyboard.press("Ctrl+W"), "Stop and close"),
    "key of quitting": (lambda desktop, other: desktop.keyboard.press("Ctrl+Q"), "Stop and quit"),
    "the window's cross": (lambda desktop, other: desktop.program.window.close(), "Stop and quit"),
    "recent": (lambda desktop, other: desktop.program.host.projects.try_to_open(other), "Stop and open"),
    "drop": (lambda desktop, other: desktop.program.window.dropped.emit([other]), "Stop and open"),
    "open": (lambda desktop, other: desktop.program.files.open_path(other), "Stop and open"),
    "new": (lambda desktop, other: desktop.program.files.create(other.with_name("new.pometka")), "Stop and create"),
}


@pytest.mark.parametrize("way", WAYS)
def test_going_on_leaves_the_job_and_the_project_as_they_are(importing: Desktop, other: Path, way: str) -> None:
    project = importing.session.project
    WAYS[way][0](importing, other)
    assert question() is not None
    importing.keyboard.press("Escape")
    assert (
        question() is None and importing.session.project is project and importing.program.background_tasks.tasks.is_busy
    )
    assert importing.program.window.isVisible()


@pytest.mark.parametrize("way", WAYS)
def test_what_leaves_a_project_stops_its_import_and_what_came_stays_whole(
    importing: Desktop, other: Path, way: str
) -> None:
    before = documents(other)
    leave, words = WAYS[way]
    leave(importing, other)
    came = len(importing.session.articles)
    answer(words)
    assert not importing.program.background_tasks.tasks.is_busy
    session = importing.session
    assert session.project is None or session.project.path.stem != "a"
    session.projects.close()
    assert documents(other) == before
    with Project.open(other.with_name("a.pometka")) as project:
        assert project.check() == []
        articles = project.articles()
        assert came <= len(articles) < MANY
        assert all(project.text(article.id) for article in articles)


def test_the_question_says_how_far_the_job_is_and_going_on_is_the_default(importing: Desktop, other: Path) -> None:
    importing.program.files.open_path(other)
    dialog = question()
    assert dialog is not None
    words = " ".join(part for part in dialog.words.split())
    assert "Importing into “a” is not finished: " in words and f"of {MANY} articles. Stop it and open “b”?" in words
    importing.keyboard.press("Enter")
    assert question() is None and importing.program.background_tasks.tasks.is_busy


def test_the_open_project_is_opened_again_without_a_question(importing: Desktop, other: Path) -> None:
    importing.program.files.open_path(other.with_name("a.pometka"))
    assert question() is None and importing.program.background_tasks.tasks.is_busy


def test_what_came_is_said_where_an_import_is_stopped(importing: Desktop, other: Path) -> None:
    notices: list[str] = []
    importing.session.notified.connect(lambda message: notices.append(str(message)))
    importing.program.files.open_path(other)
    answer("Stop and open")
    assert any("Import into “a” stopped after" in words for words in notices)


@pytest.mark.parametrize("action", ["pretag.all", "project.export"])
def test_a_job_of_one_project_leaves_no_trace_in_another(tmp_path: Path, other: Path, action: str) -> None:
    before = documents(other)
    desktop = started(tmp_path / "a.pometka")
    if action == "pretag.all":
        desktop.program.run(by_id(action))
    else:
        desktop.program.background_tasks.exports.start(tmp_path / "a.xlsx", ExportOptions())
    assert desktop.program.background_tasks.tasks.is_busy
    desktop.program.files.open_path(other)
    answer("Stop and open")
    assert desktop.session.project is not None and desktop.session.project.path == other
    assert not desktop.program.background_tasks.tasks.is_busy
    desktop.close()
    assert documents(other) == documents(tmp_path / "a.pometka") == before
    assert list(tmp_path.glob("*.xlsx*")) == list(tmp_path.glob(".*.part")) == []
