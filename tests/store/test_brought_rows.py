"""A step names the rows that it brings, which are stored once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Note, Role
from app.core.rows.row import Row
from app.core.span import Span
from app.store import Project
from app.store.files.checking import find_damage
from app.store.files.damage import DamagedError
from app.store.history import history_pages, payload
from app.store.history.payload import inflate_payload
from tests.store.samples import NEWS, SCHEME, article_step, change, entity, step

PERSON = entity(10, 2, rule="ner/особое", roles=(Role("speaker", Span(0, 5), "Кто-то"),))
LATER = replace(PERSON, label="LOC", roles=())


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "строки.pometka", SCHEME) as made:
        made.apply(article_step(2))
        made.apply(step(PERSON))
        yield made


def payload_of(project: Project, number: int) -> str:
    project.flush()
    with closing(sqlite3.connect(project.path)) as raw:
        ((packed,),) = raw.execute("SELECT payload FROM step WHERE id = ?", (number,)).fetchall()
    return inflate_payload(packed).decode()


def told(project: Project, *steps: int) -> list[tuple[Row | None, Row | None]]:
    return [(one.before, one.after) for changes in project.history().changes(steps) for one in changes]


def test_a_step_holds_no_values_of_rows_that_stand(project: Project) -> None:
    assert "особое" not in payload_of(project, 2)
    assert told(project, 2) == [(None, PERSON)]


def test_an_undone_step_holds_the_values_of_its_rows(project: Project) -> None:
    project.undo()
    assert "особое" in payload_of(project, 2)
    project.apply(step(entity(11, 2)))
    assert told(project, 2) == [(None, PERSON)], "also once another step came in its place"


def test_a_step_tells_its_rows_as_they_came(project: Project) -> None:
    changes = (change(PERSON, LATER), change(LATER, replace(LATER, label="PER")))
    for made in changes:
        project.apply(made)
    project.apply(change(replace(LATER, label="PER"), None))
    for undone in range(4):
        assert told(project, 2) == [(None, PERSON)], f"with {undone} later steps undone"
        project.undo()
    assert told(project, 1, 2)[-1] == (None, PERSON)


def test_a_group_whose_steps_touch_the_same_rows_is_undone_and_done_again(project: Project) -> None:
    first = entity(20, 2)
    project.apply(Step(Message("Import"), (Change(None, first),), "import"))
    project.apply(Step(Message("Import"), (Change(first, replace(first, label="LOC")),), "import"))
    project.close()
    with Project.open(project.path) as again:
        again.undo()
        again.close()
    with Project.open(project.path) as third:
        assert third.annotations(2) == [PERSON]
        third.redo()
        assert sorted(third.annotations(2), key=lambda row: row.id) == [PERSON, replace(first, label="LOC")]
        assert told(third, 3, 4) == [(None, first), (first, replace(first, label="LOC"))]


def test_a_row_that_comes_goes_and_comes_in_one_step_is_told_both_times(project: Project) -> None:
    first, second = entity(20, 2), entity(20, 2, label="LOC")
    changes = (Change(None, first), Change(first, None), Change(None, second))
    project.apply(Step(Message("Work"), changes))
    assert told(project, 3) == [(None, first), (first, None), (None, second)]


def test_a_row_that_moves_to_another_article_is_told_where_it_came(project: Project) -> None:
    project.apply(article_step(3))
    project.apply(change(PERSON, replace(PERSON, article_id=3)))
    project.apply(change(replace(PERSON, article_id=3), replace(LATER, article_id=3)))
    assert told(project, 2) == [(None, PERSON)]


def test_a_row_that_changes_during_a_walk_is_told_as_it_came(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_pages, "PORTION", 1)
    project.apply(step(entity(11, 2)))
    walk = project.history().changes([3, 2])
    next(walk)
    project.apply(change(PERSON, LATER)).wait()
    assert next(walk) == (Change(None, PERSON),)


PORTIONS, EACH, SPREADS = 6, 3, 2


@pytest.fixture
def spread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """Return a project of an import in portions.

    Later steps change rows of all portions at once, and single ones.
    """
    monkeypatch.setattr(history_pages, "PORTION", 2)
    with Project.create(tmp_path / "импорт.pometka", SCHEME) as made:
        rows = []
        for portion in range(PORTIONS):
            numbers = [100 * portion + 10 * place + 10 for place in range(EACH)]
            new = [entity(number + 1, number) for number in numbers]
            articles = [one for number in numbers for one in article_step(number, f"{NEWS} {number}").changes]
            made.apply(Step(Message("Import"), (*articles, *(Change(None, row) for row in new)), "import 1"))
            rows += new
        for label in ("LOC", "PER")[:SPREADS]:
            changed = [replace(row, label=label, normal=label) for row in rows]
            made.apply(Step(Message("Spread"), tuple(map(Change, rows, changed))))
            rows = changed
        made.apply(step(*(entity(row.id + 1, row.article_id) for row in rows)))
        for row in rows:
            made.apply(change(row, replace(row, normal="имя")))
        yield made


@pytest.fixture
def inflated(spread: Project, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the payloads that are inflated from now on."""
    spread.flush()
    found: list[bytes] = []

    def inflate(payload_of_step: bytes) -> bytes:
        found.append(payload_of_step)
        return inflate_payload(payload_of_step)

    monkeypatch.setattr(payload, "inflate_payload", inflate)
    return found


def test_a_way_back_reads_each_step_once(spread: Project, inflated: list[bytes]) -> None:
    back, _ = spread.history().back_and_forward(0)
    assert len(list(spread.history().changes(back))) == len(inflated) == len(set(inflated))


def test_a_way_back_from_the_middle_reads_each_later_step_once(spread: Project, inflated: list[bytes]) -> None:
    told_rows = [one.after for made in spread.history().changes(range(PORTIONS, 0, -1)) for one in made]
    assert {row.normal for row in told_rows if isinstance(row, Annotation)} == {""}
    assert len(inflated) == len(set(inflated)) == spread.history().newest()


def test_a_way_forth_tells_a_row_that_came_twice_as_it_came_each_time(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_pages, "PORTION", 1)
    project.apply(change(PERSON, None))
    project.apply(step(LATER))
    assert told(project, 2, 3, 4) == [(None, PERSON), (PERSON, None), (None, LATER)]


def test_a_check_reads_each_step_once(spread: Project, inflated: list[bytes]) -> None:
    assert not find_damage(spread.path, "ro", thorough=True)
    assert len(inflated) == len(set(inflated)) == spread.history().newest()


def test_a_row_that_one_later_step_changes_twice_is_told_as_it_came(project: Project) -> None:
    last = replace(LATER, label="PER")
    project.apply(Step(Message("Work"), (Change(PERSON, LATER), Change(LATER, last))))
    assert told(project, 2) == [(None, PERSON)]


def test_a_discarded_step_tells_nothing_of_the_rows_that_stand(project: Project) -> None:
    project.apply(change(PERSON, LATER))
    project.apply(change(LATER, replace(LATER, label="PER")))
    project.undo()
    project.undo()
    project.apply(step(entity(11, 2)))
    assert told(project, 2, 4) == [(None, PERSON), (LATER, replace(LATER, label="PER"))]


def test_rows_of_the_project_are_held_by_their_values(project: Project) -> None:
    project.apply(step(Note(20, "заметка о проекте")))
    assert "заметка о проекте" in payload_of(project, 3)


def test_a_row_that_a_step_names_and_nobody_has_is_damage(project: Project) -> None:
    project.close()
    with closing(sqlite3.connect(project.path)) as raw, raw:
        raw.execute("DELETE FROM annotation")
    assert any("step" in str(found) for found in find_damage(project.path, "ro", thorough=True))
    with Project.open(project.path) as again, pytest.raises(DamagedError, match="history"):
        again.undo()


def test_a_copy_holds_an_undone_step_that_waited(project: Project, tmp_path: Path) -> None:
    project.undo()
    copy = tmp_path / "копия.pometka"
    project.save_copy(copy)
    with Project.open(copy) as other:
        other.redo()
        assert other.annotations(2) == [PERSON]


_CHILD = """
import sys
from pathlib import Path
from app.store import Project
from tests.store.test_brought_rows import imported
with Project.open(Path(sys.argv[1])) as project:
    for number in imported(project):
        print(number, flush=True)
"""


def imported(project: Project) -> Iterator[int]:
    """Import articles, change what came, take some back and do it again.

    Yield the article that stands then.
    """
    for number in count(100, 10):
        project.apply(article_step(number, NEWS + str(number)))
        row = entity(number + 1, number, normal=f"имя {number}")
        project.apply(step(row))
        project.apply(change(row, replace(row, label="LOC"))).wait()
        for move in (project.undo, project.undo, project.redo, project.redo):
            move()
            project.flush()
        yield number


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_between_undo_and_redo_loses_no_row(project: Project) -> None:
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
            history = again.history()
            steps = sorted(unit.last for unit in history.units())
            before = list(history.changes(steps))
            brought = [one.after for changes in before for one in changes if one.before is None]
            names = {row.id: row.normal for row in brought if isinstance(row, Annotation)}
            assert all(names[number] == f"имя {number - 1}" for number in names if number >= 100)
            while again.undo():
                pass
            assert list(history.changes(steps)) == before
            while again.redo():
                pass
            again.flush()
            assert list(history.changes(steps)) == before
        project.path.unlink()
        Project.create(project.path, SCHEME).close()
