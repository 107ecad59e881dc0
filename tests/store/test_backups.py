"""Copies beside a project."""

from __future__ import annotations

import os
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.core.message import UserError
from app.store import Project
from app.store.files.backups import Backup, backup, list_backups, select_kept
from tests.store.samples import SCHEME, article_step, content, entity, step


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "новости 12.pometka"
    with Project.create(path, SCHEME) as project:
        project.apply(article_step(2))
    return path


def test_a_copy_is_a_project_with_the_same_content(path: Path) -> None:
    with Project.open(path) as project:
        project.apply(step(entity(10, 2)))
        copy = project.backup()
    assert content(copy, with_steps=True) == content(path, with_steps=True)
    with Project.open(copy) as opened:
        assert opened.check() == []
    assert [found.path for found in list_backups(path)] == [copy]


def test_a_file_named_by_no_day_of_the_calendar_is_no_backup(path: Path) -> None:
    copy = backup(path)
    copy.with_name("новости 12 00000009 2025-02-31.pometka").write_bytes(copy.read_bytes())
    assert [found.path for found in list_backups(path)] == [copy]


def test_a_copy_that_was_thinned_out_has_no_time_and_no_length(path: Path) -> None:
    backup(path)
    (found,) = list_backups(path)
    assert found.size_bytes() == found.path.stat().st_size and found.made() is not None
    os.utime(found.path, (1e11, 1e11))
    assert found.made() is None
    found.path.unlink()
    assert found.size_bytes() is None and found.made() is None


def test_nothing_done_since_the_last_copy_makes_no_second_one(path: Path) -> None:
    assert backup(path) == backup(path)
    assert len(list_backups(path)) == 1


def test_copies_made_while_the_writer_works_are_whole(path: Path) -> None:
    with Project.open(path) as project:
        done = threading.Event()

        def work() -> None:
            while not done.is_set():
                project.apply(step(entity(project.next_id(), 2))).wait()

        worker = threading.Thread(target=work)
        worker.start()
        copies = [project.backup() for _ in range(10)]
        done.set()
        worker.join()
    for copy in copies[-3:]:
        with Project.open(copy, read_only=True) as opened:
            assert opened.check() == []


def test_the_newest_is_the_one_with_most_operations_even_if_the_clock_went_back(path: Path) -> None:
    backup(path, date(2025, 6, 10))
    with Project.open(path) as project:
        project.apply(step(entity(10, 2)))
    newest = backup(path, date(2025, 6, 1))
    assert list_backups(path)[0].path == newest


def test_thinning_keeps_ten_recent_seven_days_and_four_weeks() -> None:
    start = date(2025, 1, 1)
    copies = [Backup(number, start + timedelta(days=number // 20), Path(str(number))) for number in range(20 * 60)]
    left = sorted(select_kept(copies), reverse=True)
    assert [copy.version for copy in left[:10]] == list(range(1199, 1189, -1))
    days = sorted({copy.day for copy in left}, reverse=True)
    assert days[:7] == [start + timedelta(days=59 - number) for number in range(7)]
    assert len({copy.day.isocalendar()[:2] for copy in left}) == 4
    assert len(left) == 10 + 6 + 2  # the last day, six more days, two weeks that end on none of those
    assert select_kept(left) == set(left)


def test_thinning_removes_the_files(path: Path) -> None:
    with Project.open(path) as project:
        for number in range(10, 25):
            project.apply(step(entity(number, 2)))
            project.backup()
    assert len(list_backups(path)) == 10


def test_other_files_in_the_folder_are_neither_copies_nor_removed(path: Path) -> None:
    copy = backup(path)
    own = copy.with_name("мой.pometka")
    own.write_bytes(b"mine")
    backup(path)
    assert own.exists()
    assert [found.path for found in list_backups(path)] == [copy]


def test_a_damaged_project_names_its_newest_sound_copy(path: Path) -> None:
    copy = backup(path)
    with Project.open(path) as project:
        project.apply(step(entity(10, 2)))
        later = project.backup()
    later.write_bytes(later.read_bytes()[:5000])
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(UserError, match="damaged") as error:
        Project.open(path)
    assert str(copy) in str(error.value.hint)


def test_a_copy_that_cannot_be_made_is_told(path: Path) -> None:
    path.with_name("новости 12 backups").write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError, match="No backup"):
        backup(path)


def test_reading_a_copy_leaves_nothing_beside_it(path: Path) -> None:
    copy = backup(path)
    with Project.open(copy, read_only=True) as opened:
        assert opened.check() == []
        assert len(opened.articles()) == 1
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
