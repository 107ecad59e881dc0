"""What was acknowledged is there, however the program or the machine ends."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.store import Project
from tests.store.samples import SCHEME, article_step, entity, step

ROOT = Path(__file__).parents[2]

WORK = """
import sys
from pathlib import Path
from app.store import Project
from tests.store.samples import entity, step

project = Project.open(Path(sys.argv[1]))
print("open", flush=True)
while True:
    number = project.next_id()
    project.apply(step(entity(number, 2))).wait()
    print(number, flush=True)
"""


def worked_until_killed(path: Path, delay_s: float) -> list[int]:
    """Annotate a project in a child, and kill it.

    It is killed after a while. Return the ids that it saw acknowledged.
    """
    child = subprocess.Popen([sys.executable, "-c", WORK, path], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        time.sleep(delay_s)  # the moment of the kill is what the test draws; there is nothing to wait for
        child.kill()
        told = child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    return [int(line) for line in told.splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
def test_every_acknowledged_step_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "killed.pometka"
    with Project.create(path, SCHEME) as project:
        project.apply(article_step(2))
    acknowledged: set[int] = set()
    for round_number in range(6):
        acknowledged.update(worked_until_killed(path, random.Random(round_number).uniform(0.05, 0.25)))
        with Project.open(path) as project:  # the lock of the killed one is no hindrance
            assert project.check() == []
            assert acknowledged <= {row.id for row in project.annotations(2)}
    assert len(acknowledged) > 6


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project as a power cut leaves it.

    It has forty steps, all of them in the WAL.
    """
    folder = tmp_path_factory.mktemp("power")
    path, left = folder / "p.pometka", folder / "left.pometka"
    with Project.create(path, SCHEME) as project:
        project.apply(article_step(2)).wait()
        for number in range(10, 50):
            project.apply(step(entity(number, 2))).wait()
        shutil.copy(path, left)
        shutil.copy(f"{path}-wal", f"{left}-wal")
    return left


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("harm", ["cut", "zero", "noise"])
def test_a_torn_wal_opens_with_the_steps_before_the_tear(cut_off: Path, tmp_path: Path, harm: str, seed: int) -> None:
    path = tmp_path / "p.pometka"
    shutil.copy(cut_off, path)
    wal = Path(f"{cut_off}-wal").read_bytes()
    place = random.Random(seed).randrange(len(wal))
    rest = len(wal) - place
    tail = {"cut": b"", "zero": bytes(rest), "noise": random.Random(seed).randbytes(rest)}[harm]
    Path(f"{path}-wal").write_bytes(wal[:place] + tail)
    with Project.open(path) as project:
        assert project.check() == []
        found = [row.id for row in project.annotations(2)]
        assert found == list(range(10, 10 + len(found)))
        undone = 0
        while project.undo():
            undone += 1
        assert undone == len(found) + (1 if found or undone else 0)


def test_the_whole_wal_gives_back_every_step(cut_off: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.pometka"
    shutil.copy(cut_off, path)
    shutil.copy(f"{cut_off}-wal", f"{path}-wal")
    with Project.open(path) as project:
        assert len(project.annotations(2)) == 40


def test_a_torn_create_leaves_no_project_and_can_be_repeated(tmp_path: Path) -> None:
    path = tmp_path / "p.pometka"
    path.with_name("p.pometka.new").write_bytes(b"half of a new project")
    path.with_name("p.pometka.lock").write_bytes(b"{")
    with Project.create(path, SCHEME) as project:
        assert project.scheme() == SCHEME
    assert [file.name for file in tmp_path.iterdir()] == ["p.pometka"]
