"""A folder is watched in the window."""

from __future__ import annotations

from pathlib import Path

from app.service.jobs.importing.folder_watch import load_watch
from app.ui.shell.host import WindowHost
from tests.ui.desktop import Desktop, wait_until


def host_of(desktop: Desktop) -> WindowHost:
    return desktop.program.host


def test_what_comes_into_the_folder_comes_into_the_project_and_is_said(
    desktop: Desktop, tmp_path: Path, notices: list[str]
) -> None:
    folder = tmp_path / "входящие"
    folder.mkdir()
    watching, host = desktop.program.background_tasks.watching, host_of(desktop)
    before = len(list(desktop.session.articles.ids()))
    watching.start(folder)
    assert host.tasks.is_watching()
    (folder / "a.txt").write_text("Новость\n\nТокаев прибыл в Алматы.", "utf-8")
    wait_until(lambda: any("1 article" in notice for notice in notices))
    assert len(list(desktop.session.articles.ids())) == before + 1
    project = desktop.session.project
    assert project is not None
    saved = load_watch(project.path)
    assert saved is not None and list(saved.taken) == [str(folder / "a.txt")]
    host.tasks.watch_folder()
    assert not host.tasks.is_watching() and load_watch(project.path) is None


def test_a_watch_goes_on_when_the_project_is_opened_again(desktop: Desktop, tmp_path: Path) -> None:
    folder, project = tmp_path / "входящие", desktop.session.project
    folder.mkdir()
    assert project is not None
    path = project.path
    desktop.program.background_tasks.watching.start(folder)
    desktop.session.projects.close()
    desktop.program.background_tasks.watching.follow_project()
    assert not host_of(desktop).tasks.is_watching()
    desktop.session.projects.open(path)
    wait_until(host_of(desktop).tasks.is_watching)
    assert desktop.program.background_tasks.watching.folder == folder


def test_a_watched_folder_that_vanishes_is_said_once_and_so_is_its_return(
    desktop: Desktop, tmp_path: Path, notices: list[str]
) -> None:
    folder = tmp_path / "входящие"
    folder.mkdir()
    watching = desktop.program.background_tasks.watching
    watching.start(folder)
    folder.rename(tmp_path / "другое")
    notices.clear()
    for _ in range(3):
        watching.look()
    assert len(notices) == 1 and str(folder) in notices[0] and "gone" in notices[0]
    folder.mkdir()
    for _ in range(3):
        watching.look()
    assert len(notices) == 2 and "is back" in notices[1]
