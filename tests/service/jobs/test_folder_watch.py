"""A folder is watched for new articles."""

from __future__ import annotations

import os
from pathlib import Path

from app.service.jobs.importing.folder_watch import (
    FolderWatch,
    Watched,
    forget_watch,
    load_watch,
    save_watch,
)
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.watched_import import WatchedImport
from app.service.jobs.work_log import find_unfinished
from app.service.project.schemes import default_scheme
from app.store import Project

OLD_NS = 10**18


def write(path: Path, text: str = "Новость.\n\nТекст.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def found(watch: FolderWatch) -> list[str]:
    """Return the names that one look finds, and note them as taken."""
    paths = watch.find_new()
    watch.note_taken(paths)
    return [path.name for path in paths]


def test_a_file_comes_once_it_stays_as_it_is_and_again_only_when_changed(tmp_path: Path) -> None:
    watch = FolderWatch(Watched(tmp_path))
    path = write(tmp_path / "a.txt", "Полови")
    assert found(watch) == []
    write(path, "Половина и ещё")
    assert found(watch) == []
    assert found(watch) == ["a.txt"]
    assert [found(watch) for _ in range(3)] == [[], [], []]


def test_a_file_that_is_changed_after_it_was_taken_comes_again_also_after_a_restart(tmp_path: Path) -> None:
    project, watch = tmp_path / "a.pometka", FolderWatch(Watched(tmp_path / "in"))
    path = write(tmp_path / "in" / "a.txt", "Полови")
    assert [found(watch) for _ in range(2)] == [[], ["a.txt"]]
    os.utime(tmp_path / "in", ns=(OLD_NS, OLD_NS))
    write(path, "Половина и ещё")
    save_watch(project, watch)
    again = load_watch(project)
    assert again is not None
    assert [found(again) for _ in range(3)] == [[], ["a.txt"], []]


def test_a_folder_that_vanishes_is_told_once_and_once_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    watch = FolderWatch(Watched(folder))
    said = watch.describe_change()
    assert said is not None and "is gone" in str(said) and watch.describe_change() is None
    write(folder / "a.txt")
    said = watch.describe_change()
    assert said is not None and "is back" in str(said) and watch.describe_change() is None
    assert [found(watch) for _ in range(2)] == [[], ["a.txt"]]


def test_an_empty_file_is_waited_for(tmp_path: Path) -> None:
    watch = FolderWatch(Watched(tmp_path))
    path = write(tmp_path / "a.txt", "")
    assert [found(watch) for _ in range(3)] == [[], [], []]
    write(path)
    assert [found(watch) for _ in range(2)] == [[], ["a.txt"]]


def test_files_in_folders_come_and_links_hidden_and_unknown_ones_do_not(tmp_path: Path) -> None:
    write(tmp_path / "secret" / "x.txt")
    folder = tmp_path / "watched"
    watch = FolderWatch(Watched(folder))
    write(folder / "day" / "b.txt")
    write(folder / ".tmp.txt")
    write(folder / "c.txt.part")
    (folder / "link.txt").symlink_to(tmp_path / "secret" / "x.txt")
    (folder / "linked").symlink_to(tmp_path / "secret")
    found(watch)
    assert found(watch) == ["b.txt"]
    write(folder / "day" / "later" / "d.txt")
    assert [found(watch) for _ in range(2)] == [[], ["d.txt"]]


def test_a_folder_that_stays_as_it_is_is_not_listed_again(tmp_path: Path, monkeypatch: object) -> None:
    write(tmp_path / "a.txt")
    os.utime(tmp_path, ns=(OLD_NS, OLD_NS))
    watch = FolderWatch(Watched(tmp_path))
    found(watch)
    found(watch)
    write(tmp_path / "b.txt")
    os.utime(tmp_path, ns=(OLD_NS, OLD_NS))
    assert [found(watch) for _ in range(2)] == [[], []], "the time of the folder says that nothing came"
    os.utime(tmp_path)
    assert [found(watch) for _ in range(2)] == [[], ["b.txt"]]


def test_a_folder_that_is_gone_for_a_while_is_watched_again(tmp_path: Path) -> None:
    folder = tmp_path / "watched"
    watch = FolderWatch(Watched(folder))
    assert found(watch) == []
    write(folder / "a.txt")
    assert [found(watch) for _ in range(2)] == [[], ["a.txt"]]


def test_a_watch_survives_a_restart_and_is_switched_off(tmp_path: Path) -> None:
    project, folder = tmp_path / "p.pometka", tmp_path / "watched"
    write(folder / "a.txt")
    watch = FolderWatch(Watched(folder, pretag=False))
    found(watch)
    assert found(watch) == ["a.txt"]
    save_watch(project, watch)
    write(folder / "b.txt")
    again = load_watch(project)
    assert again is not None and again.watched == watch.watched
    assert [found(again) for _ in range(2)] == [[], ["b.txt"]]
    assert load_watch(tmp_path / "other.pometka") is None
    forget_watch(project)
    assert load_watch(project) is None


def test_what_came_is_taken_in_without_a_backup_and_without_a_log(tmp_path: Path) -> None:
    path = write(tmp_path / "watched" / "a.txt")
    with Project.create(tmp_path / "p.pometka", default_scheme()) as project:
        report = WatchedImport(project, [path], ImportOptions(pretag=False)).run()
        assert report.articles == 1 and find_unfinished(project.path) is None
    assert not (tmp_path / "p backups").exists()
