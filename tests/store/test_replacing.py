"""A backup in the place of its project.

Nothing of either is lost, whenever the program is killed.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from app.core.message import UserError
from app.store import Project
from app.store.files.backup_restoring import replace_by_copy
from app.store.files.backups import Reason, list_backups
from app.store.files.damage import DamagedError
from app.store.files.watching import CancelledError, Watch
from tests.store.samples import SCHEME, article_step, content, entity, step


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a closed project with one annotation.

    A backup of it has no annotation.
    """
    path = tmp_path / "новости.pometka"
    with Project.create(path, SCHEME) as made:
        made.apply(article_step(2))
        made.backup()
        made.apply(step(entity(10, 2)))
    return path


def annotated(path: Path) -> set[int]:
    return {row[0] for row in content(path)["annotation"]}


def test_the_backup_takes_the_place_and_the_project_as_it_was_is_the_newest_backup(project: Path) -> None:
    (old,) = list_backups(project)
    replace_by_copy(project, old.path)
    assert annotated(project) == set()
    newest = list_backups(project)[0]
    assert newest.reason is Reason.REPLACING
    assert annotated(newest.path) == {10}
    replace_by_copy(project, newest.path)
    assert annotated(project) == {10}


def test_what_is_done_after_it_is_newer_than_all_backups_before(project: Path) -> None:
    (old,) = list_backups(project)
    replace_by_copy(project, old.path)
    with Project.open(project) as opened:
        opened.apply(step(entity(11, 2)))
        copy = opened.backup()
    assert list_backups(project)[0].path == copy
    assert annotated(copy) == {11}


def test_a_project_that_is_open_is_not_replaced(project: Path) -> None:
    (old,) = list_backups(project)
    with Project.open(project) as opened:
        with pytest.raises(UserError, match="already open"):
            replace_by_copy(project, old.path)
        opened.apply(step(entity(11, 2))).wait()
    assert annotated(project) == {10, 11}


def test_a_damaged_backup_takes_no_place(project: Path) -> None:
    (old,) = list_backups(project)
    old.path.write_bytes(old.path.read_bytes()[:20_000])
    with pytest.raises(DamagedError):
        replace_by_copy(project, old.path)
    assert annotated(project) == {10}


def test_a_damaged_project_is_kept_as_it_is_beside_the_backups(project: Path) -> None:
    (old,) = list_backups(project)
    with project.open("rb+") as file:
        file.seek(32)
        file.write((999_999).to_bytes(4, "big") + (1).to_bytes(4, "big"))
    before = project.read_bytes()
    replace_by_copy(project, old.path)
    (aside,) = old.path.parent.glob("* damaged *")
    assert aside.read_bytes() == before
    assert annotated(project) == set()
    assert [copy.path for copy in list_backups(project)] == [old.path]


def test_the_backup_chosen_is_put_in_place_though_it_is_thinned_out_meanwhile(project: Path) -> None:
    for number in range(9):
        with Project.open(project) as opened:
            opened.apply(step(entity(20 + number, 2)))
            opened.backup()
    oldest = list_backups(project)[-1]
    assert len(list_backups(project)) == 10 and annotated(oldest.path) == set()
    with Project.open(project) as opened:
        opened.apply(step(entity(40, 2)))
    replace_by_copy(project, oldest.path)
    assert annotated(project) == set() and not oldest.path.exists()


def test_a_backup_that_is_gone_is_named_and_the_project_stays(project: Path) -> None:
    (old,) = list_backups(project)
    old.path.unlink()
    with pytest.raises(UserError, match=f"“{old.path.name}” was not found"):
        replace_by_copy(project, old.path)
    assert annotated(project) == {10}


def test_a_project_that_is_gone_comes_back(project: Path) -> None:
    (old,) = list_backups(project)
    project.unlink()
    replace_by_copy(project, old.path)
    with Project.open(project) as opened:
        assert opened.check() == []


def test_nothing_is_lost_where_there_is_no_room(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (old,) = list_backups(project)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.files.backup_restoring.os.fsync", fail)
    with pytest.raises(UserError, match="the disk is full"):
        replace_by_copy(project, old.path)
    assert annotated(project) == {10}
    with Project.open(project) as opened:
        assert opened.check() == []


class CancelsAfter(Watch):
    """Cancels once it has been asked so often."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    @property
    def is_cancelled(self) -> bool:
        self.looks -= 1
        return self.looks < 0


def test_a_cancel_at_any_moment_leaves_the_project_as_it_was(project: Path) -> None:
    (old,) = list_backups(project)
    looks = 0
    while annotated(project) == {10}:
        with suppress(CancelledError):
            replace_by_copy(project, old.path, CancelsAfter(looks))
            assert annotated(project) == set()
        assert not list(project.parent.glob("**/*.new")) and not list(project.parent.glob("**/*.part"))
        looks += 1
    assert looks > 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child of the test is killed")
def test_killed_between_any_two_steps_it_leaves_one_whole_and_a_backup_of_the_other(project: Path) -> None:
    (old,) = list_backups(project)
    before = {file: file.read_bytes() for file in (project, old.path)}
    ends = []
    for moment in range(1, 400):
        for file, data in before.items():
            file.write_bytes(data)
        ends.append(killed_at(moment, project, old.path))
        found = annotated(project)
        with Project.open(project) as opened:
            assert opened.check() == []
        replaced = [copy for copy in list_backups(project) if copy.reason is Reason.REPLACING]
        assert found == {10} or (found == set() and annotated(replaced[0].path) == {10})
        for copy in replaced:
            copy.path.unlink()
        if not ends[-1]:
            break
    assert not ends[-1], "it came to its end"
    assert len(ends) > 20


def killed_at(moment: int, project: Path, copy: Path) -> bool:
    """Replace a project in a child that is killed.

    It is killed at so many calls of the system. Return whether it was killed.
    """
    child = os.fork()
    if not child:
        kill_after(moment)
        replace_by_copy(project, copy)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def kill_after(moment: int) -> None:
    """Kill this process at a system call.

    It is its next so many calls that open, rename, remove, copy or connect.
    """
    left = moment

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        if event.startswith(("open", "os.", "shutil.", "sqlite3.")):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
