"""Leaving a project waits for the disk, but not forever.

It says so.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.core.message import NotSavedError
from app.core.model import Status
from app.service.session.session import Session
from app.store import Project
from tests.service.samples import opened


def busy_words(session: Session) -> list[tuple[float, str | None]]:
    """Return what the session is busy with, and when.

    It is said as it comes.
    """
    came: list[tuple[float, str | None]] = []
    session.busy.connect(lambda words: came.append((time.monotonic(), None if words is None else str(words))))
    return came


@contextmanager
def held_by_another_program(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def open_another(session: Session, other: Path) -> None:
    session.projects.open(other)


def create_another(session: Session, other: Path) -> None:
    session.projects.create(other.with_name("third.pometka"))


@pytest.mark.parametrize("leave", [lambda session, _: session.projects.close(), open_another, create_another])
def test_leaving_a_project_that_another_program_holds_says_so_and_ends(
    session: Session, tmp_path: Path, leave: Callable[[Session, Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = session.project
    assert project is not None
    opened(tmp_path / "other.pometka").projects.close()
    session.storage.patience_s = 0.7
    came, asked = busy_words(session), list[float | None]()
    flush = Project.flush
    monkeypatch.setattr(
        Project, "flush", lambda project, timeout=None: (asked.append(timeout), flush(project, timeout))
    )
    with held_by_another_program(project.path):
        session.editor.decisions.accept()
        with pytest.raises(NotSavedError, match="still being saved"):
            leave(session, tmp_path / "other.pometka")
        assert [words for _, words in came] == ["Waiting until everything is saved…", None]
        assert asked[0] is not None and asked[0] < 0.5 and asked[1:] == [0.7], "so long are the waits"
        assert came[1][0] - came[0][0] >= 0.7, "it is said before the wait"
        assert session.project is project and project.pending
    session.projects.close()
    with Project.open(project.path, read_only=True) as saved:
        assert Status.ACCEPTED in {row.status for row in saved.annotations(saved.articles()[0].id)}


def test_leaving_a_project_that_is_saved_at_once_says_nothing(session: Session) -> None:
    came = busy_words(session)
    session.editor.decisions.accept()
    session.projects.close()
    assert came == []
