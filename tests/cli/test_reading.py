"""Commands that only read leave a project as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store import Project
from app.store.files.backups import list_backups
from tests.cli.conftest import Pometka

RELEASED = Path(__file__).parents[1] / "data" / "projects"
READING = {
    "stats": (),
    "stats --show": ("--show", "labels"),
    "check": (),
    "search": ("Алатау",),
    "export": (),
}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a project of the first release."""
    path = tmp_path / "проект" / "старый.pometka"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((RELEASED / "0001.sql").read_text(encoding="utf-8"))
    return path


def arguments(command: str, project: Path, tmp_path: Path) -> list[object]:
    name, *_ = command.split()
    return [name, project, *READING[command], *([tmp_path / "out.jsonl"] if name == "export" else [])]


def files_of(path: Path) -> dict[str, bytes]:
    """Return what lies in a project's folder, by name.

    What SQLite keeps for its readers is left out.
    """
    files = (file for file in path.parent.rglob("*") if file.is_file())
    return {file.name: file.read_bytes() for file in files if not file.name.endswith(("-shm", "-wal"))}


@pytest.mark.parametrize("command", READING)
def test_a_command_that_reads_refuses_an_older_project_and_leaves_it(
    old: Path, tmp_path: Path, pometka: Pometka, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    before = files_of(old)
    assert pometka(*arguments(command, old, tmp_path)) == 1
    assert "pometka upgrade" in capsys.readouterr().err
    assert files_of(old) == before


@pytest.mark.parametrize("command", READING)
def test_a_command_that_reads_writes_nothing_into_a_project(
    old: Path, tmp_path: Path, pometka: Pometka, command: str
) -> None:
    assert pometka("upgrade", old) == 0
    before = files_of(old)
    assert pometka(*arguments(command, old, tmp_path)) == 0
    assert files_of(old) == before
    assert [file.name for file in old.parent.glob("*-wal") if file.stat().st_size] == []


@pytest.mark.parametrize("command", READING)
def test_a_command_that_reads_goes_on_beside_an_open_window(
    old: Path, tmp_path: Path, pometka: Pometka, command: str
) -> None:
    with Project.open(old):
        assert pometka(*arguments(command, old, tmp_path)) == 0


def test_an_upgrade_keeps_a_copy_of_the_project(old: Path, pometka: Pometka) -> None:
    before = old.read_bytes()
    assert pometka("upgrade", old) == 0 and pometka("upgrade", old) == 0
    (copy,) = list_backups(old)
    with closing(sqlite3.connect(copy.path)) as one, closing(sqlite3.connect(":memory:")) as other:
        other.deserialize(before)
        assert list(one.iterdump()) == list(other.iterdump())
