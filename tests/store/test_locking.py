"""One writer per project."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.message import UserError
from app.store import Project
from tests.store.samples import SCHEME, article_step, entity, step

ROOT = Path(__file__).parents[2]

HOLD = """
import sys
from collections.abc import Callable
from pathlib import Path
from app.store import Project

project = Project.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
project.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.pometka"
    with Project.create(path, SCHEME) as project:
        project.apply(article_step(2))
    return path


def holder(path: Path) -> subprocess.Popen[str]:
    """Start another process that holds a project open until its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


def test_a_second_process_is_refused_with_the_holder_named_and_may_read(path: Path) -> None:
    with holder(path) as child:
        with pytest.raises(UserError, match="already open") as error:
            Project.open(path)
        assert getpass.getuser() in str(error.value)
        assert f"process {child.pid}" in str(error.value)
        with Project.open(path, read_only=True) as project:
            assert project.article(2) is not None
        child.communicate()
    Project.open(path).close()


def test_the_same_process_is_refused_too(path: Path) -> None:
    with Project.open(path), pytest.raises(UserError, match=f"process {os.getpid()}"):
        Project.open(path)


def test_creating_over_a_project_that_is_being_made_is_refused(path: Path) -> None:
    with Project.open(path), pytest.raises(UserError, match="already open"):
        Project.create(path, SCHEME)


def test_the_lock_of_a_killed_process_does_not_block(path: Path) -> None:
    with holder(path) as child:
        child.kill()
        child.communicate()
    assert path.with_name("p.pometka.lock").exists()
    Project.open(path).close()
    assert not path.with_name("p.pometka.lock").exists()


def test_a_refused_file_is_not_left_locked(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:5000])
    with pytest.raises(UserError, match="damaged"):
        Project.open(path)
    path.write_bytes(whole)
    Project.open(path).close()


def test_closing_twice_does_not_take_the_next_ones_lock(path: Path) -> None:
    first = Project.open(path)
    first.close()
    with Project.open(path):
        first.close()
        with pytest.raises(UserError, match="already open"):
            Project.open(path)


def symlink(path: Path) -> Path:
    link = path.with_name("link.pometka")
    link.symlink_to(path)
    return link


def hard_link(path: Path) -> Path:
    link = path.with_name("hard.pometka")
    link.hardlink_to(path)
    return link


def hard_link_in_another_folder(path: Path) -> Path:
    folder = path.with_name("other")
    folder.mkdir()
    link = folder / path.name
    link.hardlink_to(path)
    return link


def linked_folder(path: Path) -> Path:
    folder = path.with_name("linked folder")
    folder.symlink_to(path.parent)
    return folder / path.name


def relative(path: Path) -> Path:
    return Path(os.path.relpath(path))


def roundabout(path: Path) -> Path:
    (path.parent / "aside").mkdir()
    return path.parent / "aside" / ".." / path.name


SPELLINGS = [symlink, hard_link, hard_link_in_another_folder, linked_folder, relative, roundabout]


@pytest.mark.skipif(sys.platform != "linux", reason="hard links are told apart by locks of Linux")
@pytest.mark.parametrize("spell", SPELLINGS)
@pytest.mark.parametrize("is_first_by_link", [False, True])
def test_a_project_has_one_writer_whatever_its_path_is_spelled_like(
    path: Path, spell: Callable[[Path], Path], *, is_first_by_link: bool
) -> None:
    first, second = spell(path), path
    if not is_first_by_link:
        first, second = second, first
    with holder(first) as child:
        with pytest.raises(UserError, match=f"already open.*process {child.pid}"):
            Project.open(second)
        child.communicate()
    with Project.open(first) as project:
        with pytest.raises(UserError, match=f"already open.*process {os.getpid()}"):
            Project.open(second)
        project.apply(step(entity(10, 2))).wait()
    with Project.open(second) as project:
        assert [row.id for row in project.annotations(2)] == [10]


@pytest.mark.skipif(sys.platform != "linux", reason="bind mounts are of Linux")
def test_a_project_in_a_folder_that_is_mounted_twice_has_one_writer(path: Path) -> None:
    there = path.with_name("mounted")
    there.mkdir()
    mounted = subprocess.run(["mount", "--bind", path.parent, there], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip(f"cannot mount here: {mounted.stderr.decode().strip()}")
    try:
        with Project.open(path), pytest.raises(UserError, match="already open"):
            Project.open(there / path.name)
    finally:
        subprocess.run(["umount", there], check=True)


CLOSE_LAST = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1])
other.execute("SELECT count(*) FROM article").fetchone()
other.close()
"""


def refused(path: Path) -> None:
    with pytest.raises(UserError, match="already open"):
        Project.open(path)


def read(path: Path) -> None:
    Project.open(path, read_only=True).close()


@pytest.mark.parametrize("spell", [lambda path: path, *SPELLINGS])
@pytest.mark.parametrize("look", [refused, read])
def test_looking_at_an_open_project_by_any_path_leaves_it_the_locks_that_sqlite_took(
    path: Path, spell: Callable[[Path], Path], look: Callable[[Path], None]
) -> None:
    with Project.open(path) as project:
        project.apply(step(entity(10, 2))).wait()
        look(spell(path))
        subprocess.run([sys.executable, "-c", CLOSE_LAST, path], check=True)
        assert path.with_name("p.pometka-wal").exists(), "the other program took itself for the last one"
        project.apply(step(entity(11, 2))).wait()
    with Project.open(path) as project:
        assert [row.id for row in project.annotations(2)] == [10, 11]


def test_a_second_name_is_refused_while_work_of_a_cut_off_session_lies_beside_the_first(path: Path) -> None:
    with holder(path) as child:
        other = hard_link(path)
        child.kill()
        child.communicate()
    path.with_name("p.pometka-wal").write_bytes(b"frames")
    with pytest.raises(UserError, match="another name of “p"):
        Project.open(other)
    path.with_name("p.pometka-wal").unlink()
    Project.open(other).close()


def test_a_lock_that_somebody_else_put_there_meanwhile_is_not_removed(path: Path) -> None:
    lock = path.with_name("p.pometka.lock")
    with Project.open(path):
        lock.unlink()
        lock.write_text("theirs")
    assert lock.read_text() == "theirs"
