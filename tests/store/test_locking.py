"""One writer per project."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.message import UserError
from app.store import Project
from tests.store.samples import SCHEME, article_step

ROOT = Path(__file__).parents[2]

HOLD = """
import sys
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
