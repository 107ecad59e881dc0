"""A step names the text of its article, which is stored once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Body
from app.store import Project
from app.store.files.checking import find_damage
from app.store.files.damage import DamagedError
from app.store.history.payload import inflate_payload
from tests.store.samples import SCHEME

TEXT = "Бюджет города вырос на пять процентов. " * 40
OTHER = "Совсем другой текст. " * 30


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "тексты.pometka", SCHEME) as made:
        yield made


def imported(number: int, text: str) -> Step:
    article = Article(number, f"Статья {number}", length=len(text))
    return Step(Message("import"), (Change(None, article), Change(None, Body(number, text))))


def removed(project: Project, number: int) -> Step:
    return Step(Message("remove"), tuple(Change(row, None) for row in project.rows_of(number)[::-1]))


def stored(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(question).fetchall()


def texts_in_steps(project: Project) -> list[str]:
    history = project.history()
    steps = sorted(unit.last for unit in history.units())
    rows = [change.row for changes in history.changes(steps) for change in changes]
    return [row.text for row in rows if isinstance(row, Body)]


def test_an_import_stores_a_text_once(project: Project) -> None:
    project.apply(imported(2, TEXT)).wait()
    ((payload,),) = stored(project.path, "SELECT payload FROM step")
    assert isinstance(payload, bytes)
    assert TEXT[:20] not in inflate_payload(payload).decode()
    assert not stored(project.path, "SELECT * FROM removed_text")
    assert texts_in_steps(project) == [TEXT]


def test_undone_and_opened_again_an_import_is_done_again(project: Project) -> None:
    project.apply(imported(2, TEXT))
    project.undo()
    project.close()
    assert len(stored(project.path, "SELECT * FROM removed_text")) == 1
    with Project.open(project.path) as again:
        assert texts_in_steps(again) == [TEXT]
        again.redo()
        again.flush()
        assert again.text(2) == TEXT
        assert not stored(again.path, "SELECT * FROM removed_text")


def test_the_steps_of_a_removed_article_still_tell_its_text(project: Project) -> None:
    project.apply(imported(2, TEXT))
    project.apply(imported(3, TEXT))
    project.apply(removed(project, 2))
    project.close()
    with Project.open(project.path) as again:
        assert texts_in_steps(again) == [TEXT, TEXT, TEXT]
        again.undo()
        again.undo()
        again.undo()
        again.flush()
        assert texts_in_steps(again) == [TEXT, TEXT, TEXT]
        assert not again.articles()


def test_each_text_that_an_article_had_is_told(project: Project) -> None:
    project.apply(imported(2, TEXT)).wait()
    for before, after in ((TEXT, OTHER), (OTHER, TEXT), (TEXT, OTHER)):
        changes = (
            Change(Article(2, "Статья 2", length=len(before)), Article(2, "Статья 2", length=len(after))),
            Change(Body(2, before), Body(2, after)),
        )
        project.apply(Step(Message("change"), changes))
    project.flush()
    project.close()
    with Project.open(project.path) as again:
        rows = [change for changes in again.history().changes([1, 2, 3, 4]) for change in changes]
        bodies = [(change.before, change.after) for change in rows if isinstance(change.row, Body)]
        assert bodies == [
            (None, Body(2, TEXT)),
            (Body(2, TEXT), Body(2, OTHER)),
            (Body(2, OTHER), Body(2, TEXT)),
            (Body(2, TEXT), Body(2, OTHER)),
        ]


def test_a_copy_holds_what_waited_with_its_texts(project: Project, tmp_path: Path) -> None:
    project.apply(imported(2, TEXT))
    project.apply(removed(project, 2))
    copy = tmp_path / "копия.pometka"
    project.save_copy(copy)
    with Project.open(copy) as other:
        assert texts_in_steps(other) == [TEXT, TEXT]


def test_a_text_that_is_lost_or_changed_is_damage(project: Project) -> None:
    project.apply(imported(2, TEXT))
    project.undo()
    project.close()
    with closing(sqlite3.connect(project.path)) as raw, raw:
        raw.execute("UPDATE removed_text SET text = x'00'")
    assert [str(found) for found in find_damage(project.path, "ro", thorough=True)]
    with Project.open(project.path) as again, pytest.raises(DamagedError, match="history"):
        again.redo()
    with closing(sqlite3.connect(project.path)) as raw, raw:
        raw.execute("DELETE FROM removed_text")
    assert [str(found) for found in find_damage(project.path, "ro", thorough=True)]


_CHILD = """
import sys
from pathlib import Path
from app.store import Project
from tests.store.test_removed_texts import TEXT, imported
with Project.open(Path(sys.argv[1])) as project:
    number = 2
    while True:
        project.apply(imported(number, TEXT + str(number))).wait()
        print(number, flush=True)
        project.undo(); project.flush()
        project.redo(); project.flush()
        number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_between_undo_and_redo_loses_no_text(project: Project) -> None:
    project.close()
    for kills in range(1, 6):
        child = subprocess.Popen(  # ours
            [sys.executable, "-c", _CHILD, str(project.path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        for _ in range(kills):
            child.stdout.readline()
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert not find_damage(project.path, "rw", thorough=True)
        with Project.open(project.path) as again:
            for article in again.articles():
                assert again.text(article.id) == TEXT + str(article.id)
            while again.undo():
                pass
            again.flush()
            assert texts_in_steps(again)
        project.path.unlink()
        Project.create(project.path, SCHEME).close()
