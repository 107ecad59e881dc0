"""A long import is paused, stopped and resumed by keys."""

from __future__ import annotations

from pathlib import Path

from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.work_log import find_unfinished
from tests.ui.desktop import Desktop, wait_until

ARTICLES = 1_500


def begin(desktop: Desktop, folder: Path) -> None:
    """Start an import, and wait for its first articles."""
    path = folder / "many.jsonl"
    path.write_text("".join(f'{{"title":"Т{n}","text":"Текст номер {n}."}}\n' for n in range(ARTICLES)), "utf-8")
    tasks = desktop.program.background_tasks
    tasks.start_import([path], ImportOptions(pretag=False))
    task = tasks.tasks.running
    assert task is not None
    wait_until(lambda: task.report.articles > 0)


def test_a_key_pauses_an_import_and_lets_it_go_on(desktop: Desktop, tmp_path: Path) -> None:
    before = len(list(desktop.session.articles.ids()))
    begin(desktop, tmp_path)
    tasks = desktop.program.background_tasks.tasks
    desktop.keyboard.press("Ctrl+Alt+W")
    task = tasks.running
    assert task is not None and task.is_paused and tasks.strip is not None
    assert "paused" in tasks.strip.accessibleName()
    desktop.keyboard.press("Ctrl+Alt+W")
    assert not task.is_paused
    wait_until(lambda: not tasks.is_busy)
    assert len(list(desktop.session.articles.ids())) == before + ARTICLES


def test_a_stopped_import_keeps_what_is_whole_and_is_resumed_by_a_key(
    desktop: Desktop, tmp_path: Path, notices: list[str]
) -> None:
    before = len(list(desktop.session.articles.ids()))
    begin(desktop, tmp_path)
    tasks, project = desktop.program.background_tasks.tasks, desktop.session.project
    assert project is not None
    desktop.keyboard.press("Ctrl+Alt+X")
    assert not tasks.is_busy and find_unfinished(project.path) is not None
    wait_until(lambda: any("Resume the unfinished work: Ctrl+Alt+R" in notice for notice in notices))
    desktop.program.background_tasks.report_unfinished()
    assert notices[-1].endswith("did not come to its end · Resume the unfinished work: Ctrl+Alt+R")
    assert before < len(list(desktop.session.articles.ids())) < before + ARTICLES
    desktop.keyboard.press("Ctrl+Alt+R")
    wait_until(lambda: not tasks.is_busy)
    assert len(list(desktop.session.articles.ids())) == before + ARTICLES
    assert find_unfinished(project.path) is None
