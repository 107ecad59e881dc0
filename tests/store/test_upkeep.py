"""Backups are made automatically, and an opened project is checked."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message, UserError
from app.core.scheme import Label
from app.store import Project
from app.store.files.backups import Reason, Source, backup, copy_state, list_backups
from app.store.files.damage import DamagedError
from app.store.files.watching import CancelledError, Watch
from tests.store.samples import SCHEME, article_step, content, entity, step

MANY = 101
A_DAY_S = 24 * 60 * 60
LONG_S = 60.0
WAITED_S = 4.0
"""Who waits until another program lets a file go waits longer."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed project of a hundred and one articles.

    Each has an annotation.
    """
    path = tmp_path / "новости.pometka"
    with Project.create(path, SCHEME) as project:
        for number in range(2, 2 + MANY):
            project.apply(article_step(number))
            project.apply(step(entity(number + 1_000, number)))
    return path


def wide_step(project: Project, count: int = MANY) -> Step:
    """Return a step that relabels the annotations of so many articles."""
    rows = [row for number in range(2, 2 + count) for row in project.annotations(number)]
    return Step(Message("Rename"), tuple(Change(row, replace(row, label="LOC")) for row in rows))


def labels(path: Path) -> set[str]:
    return {row[3] for row in content(path)["annotation"]}


def test_a_wide_edit_is_preceded_by_a_copy_of_the_state_before_it_and_of_all_that_was_queued(path: Path) -> None:
    with Project.open(path) as project:
        project.apply(step(entity(5_000, 2, label="ORG")))
        project.apply(wide_step(project))
    (copy,) = list_backups(path)
    assert copy.reason is Reason.EDIT
    assert labels(copy.path) == {"PER", "ORG"}
    assert labels(path) == {"LOC"}


def test_a_file_that_another_program_holds_does_not_keep_the_caller_waiting(path: Path) -> None:
    with Project.open(path) as project, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        project.apply(step(entity(5_000, 2, label="ORG")))
        start = time.monotonic()
        project.upkeep.copy_before(Reason.IMPORT)
        assert time.monotonic() - start < WAITED_S
        for act in (project.history, project.backup):
            start = time.monotonic()
            with pytest.raises(UserError, match="still being saved"):
                act()
            assert time.monotonic() - start < WAITED_S
        other.execute("ROLLBACK")
        project.flush()
    (copy,) = list_backups(path)
    assert labels(copy.path) == {"PER"}, "what was on disk is copied"
    assert labels(path) == {"PER", "ORG"}


class _CancelledLater(Watch):
    """Is cancelled once it was asked a few times."""

    looks = 0

    @property
    def is_cancelled(self) -> bool:
        self.looks += 1
        return self.looks > 3


def test_who_watches_a_backup_waits_for_the_file_and_cancels(path: Path) -> None:
    with Project.open(path) as project, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        project.apply(step(entity(5_000, 2, label="ORG")))
        with pytest.raises(CancelledError):
            project.backup(_CancelledLater())
        assert list_backups(path) == []
        other.execute("ROLLBACK")
        assert labels(project.backup(Watch())) == {"PER", "ORG"}


def test_an_edit_of_a_hundred_articles_makes_no_copy(path: Path) -> None:
    with Project.open(path) as project:
        project.apply(wide_step(project, MANY - 1))
    assert list_backups(path) == []


def test_a_step_that_brings_many_articles_makes_no_copy_of_its_own(path: Path) -> None:
    with Project.open(path) as project:
        steps = [article_step(number) for number in range(2_000, 2_000 + MANY)]
        project.apply(Step(Message("Import"), tuple(change for one in steps for change in one.changes)))
    assert list_backups(path) == []


def test_undo_of_a_wide_edit_is_preceded_by_a_copy(path: Path) -> None:
    with Project.open(path) as project:
        project.apply(wide_step(project))
    with Project.open(path) as project:
        project.undo()
    assert [labels(copy.path) for copy in list_backups(path)] == [{"LOC"}, {"PER"}]


def test_a_change_of_labels_is_preceded_by_a_copy_and_one_of_options_is_not(path: Path) -> None:
    with Project.open(path) as project:
        scheme = project.scheme().with_option("names", "ORG Акорда")
        project.apply(Step(Message("Teach"), (Change(project.scheme(), scheme),)))
        assert list_backups(path) == []
        project.apply(Step(Message("Labels"), (Change(scheme, scheme.with_label(Label("NEW"))),)))
    (copy,) = list_backups(path)
    assert copy.reason is Reason.SCHEME
    assert "NEW" not in str(content(copy.path)["label_scheme"])


def test_acts_of_one_kind_within_a_minute_share_a_copy_but_imports_do_not(path: Path) -> None:
    with Project.open(path) as project:
        for number in range(3):
            project.apply(step(entity(5_000 + number, 2)))
            project.upkeep.copy_before(Reason.TAGGING)
            project.upkeep.copy_before(Reason.IMPORT)
    assert sorted(copy.reason for copy in list_backups(path)) == [Reason.IMPORT] * 2 + [Reason.TAGGING]


def test_an_empty_project_and_one_that_was_just_copied_are_not_copied(path: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.pometka", SCHEME) as empty:
        empty.upkeep.copy_before(Reason.IMPORT)
    assert list_backups(tmp_path / "empty.pometka") == []
    with Project.open(path) as project:
        copy = project.backup()
        project.upkeep.copy_before(Reason.IMPORT)
    assert [found.path for found in list_backups(path)] == [copy]


def test_a_state_of_the_same_number_that_is_another_is_copied_beside(path: Path) -> None:
    with Project.open(path) as project:
        project.apply(step(entity(5_000, 2, label="ORG")))
    first = backup(path)
    path.write_bytes(first.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE step SET time = '2000-01-01T00:00:00+00:00'")
        connection.commit()
    second = backup(path)
    assert second != first
    assert {found.path for found in list_backups(path)} == {first, second}


@pytest.mark.parametrize(("age_s", "copies"), [(A_DAY_S - 60, 1), (A_DAY_S + 60, 2)])
def test_a_project_is_copied_when_it_is_opened_a_day_after_the_last_copy(path: Path, age_s: float, copies: int) -> None:
    with Project.open(path) as project:
        copy = project.backup()
        project.apply(step(entity(5_000, 2)))
    made = time.time() - age_s
    named = copy.with_name(copy.name.replace(copy.stem[-10:], time.strftime("%Y-%m-%d", time.localtime(made))))
    copy.rename(named)
    os.utime(named, (made, made))
    look_over(path)
    assert len(list_backups(path)) == copies


def look_over(path: Path, *, read_only: bool = False) -> list[Exception]:
    """Open a project, check it to the end, and return the damage."""
    told: list[Exception] = []
    with Project.open(path, read_only=read_only) as project:
        project.upkeep.damaged.connect(told.append)
        ended = threading.Event()
        project.upkeep.look_over()
        project.upkeep.call_later(ended.set)
        assert ended.wait(20)
    return told


def test_the_first_look_at_a_project_copies_it_and_nothing_new_makes_no_second_copy(path: Path) -> None:
    assert look_over(path) == []
    (copy,) = list_backups(path)
    assert copy.reason is Reason.OPENING
    os.utime(copy.path, (0, 0))
    assert look_over(path) == []
    assert len(list_backups(path)) == 1
    assert look_over(path, read_only=True) == []


def test_a_damaged_free_list_is_found_after_opening_and_the_file_is_left_as_it_is(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(32)
        file.write((999_999).to_bytes(4, "big") + (1).to_bytes(4, "big"))
    before = path.read_bytes()
    (error,) = look_over(path)
    assert "Main freelist" in str(error)
    assert path.read_bytes() == before


def test_an_old_damaged_project_is_refused_before_it_is_brought_up_to_date(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "freelist.pometka"
    path.write_bytes((shared / "cases" / "faults" / path.name).read_bytes())
    before = path.read_bytes()
    with pytest.raises(DamagedError, match="Main freelist"):
        Project.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path], "nothing is left beside it"


def test_damage_ends_writing_until_somebody_says_otherwise(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE annotation SET stop = 5000 WHERE id = 1002")
        connection.commit()
    backup(path)
    before = path.read_bytes()
    with Project.open(path) as project:
        ended = threading.Event()
        project.upkeep.look_over()
        project.upkeep.call_later(ended.set)
        assert ended.wait(20)
        assert project.read_only
        assert isinstance(project.damage, DamagedError)
        for write in (lambda: project.apply(step(entity(5_000, 3))), project.undo):
            with pytest.raises(UserError, match="damaged"):
                write()
        assert path.read_bytes() == before
        project.write_anyway()
        project.apply(step(entity(5_000, 3))).wait()
    assert len(list_backups(path)) == 1, "a damaged project pushes no sound copy out"


def test_a_copy_that_cannot_be_made_is_told_once_and_the_edit_goes_on(path: Path) -> None:
    path.with_name("новости backups").write_bytes(b"a file where the folder should be")
    told: list[Exception] = []
    with Project.open(path) as project:
        project.upkeep.failed.connect(told.append)
        project.upkeep.copy_before(Reason.IMPORT)
        project.upkeep.copy_before(Reason.IMPORT)
        project.apply(wide_step(project))
    assert ["No backup of" in str(error) for error in told] == [True]
    assert labels(path) == {"LOC"}


def test_a_damaged_project_makes_no_copy(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(32)
        file.write((999_999).to_bytes(4, "big") + (1).to_bytes(4, "big"))
    with pytest.raises(UserError, match="No backup"):
        backup(path)
    assert list_backups(path) == []
    assert list(path.with_name("новости backups").iterdir()) == []


def test_copying_a_state_neither_begins_anew_nor_sees_what_is_written_meanwhile(path: Path) -> None:
    done, written_one = threading.Event(), threading.Event()
    pauses = 0

    def work(project: Project) -> None:
        while not done.is_set():
            project.apply(step(entity(project.next_id(), 2, label="ORG"))).wait()
            written_one.set()

    class Pausing(Watch):
        def advance(self, share: float) -> None:
            nonlocal pauses
            pauses += 1
            written_one.clear()
            assert written_one.wait(LONG_S), "nothing is written while a copy is made"

    big = [entity(10_000 + number, 2, number % 40) for number in range(20_000)]
    with Project.open(path) as project:
        project.apply(step(*big)).wait()
        pages = path.stat().st_size // 4_096 + path.with_name(path.name + "-wal").stat().st_size // 4_096
        source = Source(path)
        writer = threading.Thread(target=work, args=(project,))
        writer.start()
        try:
            with closing(source):
                copy = copy_state(source, Reason.IMPORT, watch=Pausing())
        finally:
            done.set()
            writer.join()
        written = len(project.annotations(2)) - len(big) - 1
    assert written >= pauses > 1
    assert pauses <= pages // 256 + 2
    assert labels(copy) == {"PER"}


def test_closing_finishes_the_copy_that_is_due(path: Path) -> None:
    with Project.open(path) as project:
        project.upkeep.copy_before(Reason.IMPORT)
    assert len(list_backups(path)) == 1
