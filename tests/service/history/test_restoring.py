"""Going back in the history.

What each way leads to, for any work, and that nothing is ever cut off.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from app.core.change import Change, Step
from app.core.message import Message, UserError
from app.core.model import Annotation, Article, Body, Note
from app.core.row_types import owner_of
from app.core.rows.row import Row
from app.core.scheme import Label, Scheme
from app.service.history.past_article import read_past
from app.service.history.restoring import Plan, Way, plan_restoring
from app.store import Project, Record
from app.store.files.backups import Reason, list_backups
from tests.store.samples import SCHEME, article_step, change, entity, step

TEXT = "Глава государства сказал"
SCHEMES = (SCHEME, Scheme((Label("LOC", key="2"),)), Scheme((Label("PER", key="1"), Label("ORG", key="3"))))
MANY = 101
State = dict[tuple[type[Row], int], Row]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "п.pometka", SCHEME) as project:
        project.apply(article_step(2, TEXT))
        yield project


def records(project: Project) -> list[Record]:
    """Return all rows of the history, newest first."""
    history = project.history()
    return history.records(history.units())


def record_of(project: Project, number: int) -> Record:
    return next(record for record in records(project) if record.unit.first <= number <= record.unit.last)


def planned(project: Project, number: int, way: Way) -> Plan:
    """Return the plan for a step."""
    *_, last = plan_restoring(project, record_of(project, number), way)
    assert last is not None
    return last


def state_of(project: Project) -> State:
    """Return every row of a project."""
    rows: list[Row] = [project.scheme(), *project.rows(Note)]
    for article in project.articles():
        rows += [article, Body(article.id, project.text(article.id))]
        rows += [*project.annotations(article.id), *project.candidates(article.id)]
    return {(type(row), row.id): row for row in rows}


def follow(state: State, changes: tuple[Change, ...]) -> State:
    """Return the rows after changes."""
    then = dict(state)
    for one in changes:
        then.pop((type(one.row), one.id), None)
        if one.after is not None:
            then[type(one.row), one.id] = one.after
    return then


class Wandering(RuleBasedStateMachine):
    """Somebody works, undoes, redoes and goes back.

    Every state that there was can be had again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = Project.create(self.folder / "p.pometka", SCHEME)
        self.state: State = {(Scheme, 1): SCHEME}
        self.start = self.state
        self.chain: list[int] = []
        self.undone: list[int] = []
        self.made: dict[int, tuple[Change, ...]] = {}
        self.groups: dict[int, str] = {}
        self.then: dict[int, State] = {}

    @initialize()
    def import_one(self) -> None:
        self.import_article("")

    @rule(group=st.sampled_from(["", "one"]))
    def import_article(self, group: str) -> None:
        number = self.project.next_id()
        self.apply((Change(None, Article(number, length=len(TEXT))), Change(None, Body(number, TEXT))), group)

    @rule(data=st.data(), group=st.sampled_from(["", "one"]))
    @precondition(lambda self: self.ids(Article))
    def tag(self, data: st.DataObject, group: str) -> None:
        article = data.draw(st.sampled_from(self.ids(Article)))
        row = entity(self.project.next_id(), article)
        note = Note(self.project.next_id(), "заметка", article, row.id)
        self.apply((Change(None, row), Change(None, note)), group)

    @rule(data=st.data(), label=st.sampled_from(["PER", "LOC", "ORG"]))
    @precondition(lambda self: self.ids(Annotation))
    def relabel(self, data: st.DataObject, label: str) -> None:
        old = self.state[Annotation, data.draw(st.sampled_from(self.ids(Annotation)))]
        assert isinstance(old, Annotation)
        if old.label != label:
            self.apply((Change(old, replace(old, label=label)),))

    @rule(data=st.data())
    @precondition(lambda self: self.ids(Article))
    def remove_article(self, data: st.DataObject) -> None:
        article = data.draw(st.sampled_from(self.ids(Article)))
        own = [row for row in self.state.values() if owner_of(row) == article]
        order = [Note, Annotation, Body, Article]
        self.apply(tuple(Change(row, None) for row in sorted(own, key=lambda row: order.index(type(row)))))

    @rule(scheme=st.sampled_from(SCHEMES))
    def change_the_scheme(self, scheme: Scheme) -> None:
        if scheme != self.state[Scheme, 1]:
            self.apply((Change(self.state[Scheme, 1], scheme),))

    @rule()
    @precondition(lambda self: self.chain)
    def undo(self) -> None:
        group = self.groups[self.chain[-1]]
        self.project.undo()
        self.undone.append(self.chain.pop())
        while group and self.chain and self.groups[self.chain[-1]] == group:
            self.undone.append(self.chain.pop())
        self.state = self.then[self.chain[-1]] if self.chain else self.start

    @rule()
    @precondition(lambda self: self.undone)
    def redo(self) -> None:
        group = self.groups[self.undone[-1]]
        self.project.redo()
        self.chain.append(self.undone.pop())
        while group and self.undone and self.groups[self.undone[-1]] == group:
            self.chain.append(self.undone.pop())
        self.state = self.then[self.chain[-1]]

    @rule(data=st.data())
    @precondition(lambda self: self.made)
    def restore(self, data: st.DataObject) -> None:
        record = record_of(self.project, data.draw(st.sampled_from(sorted(self.made))))
        found = planned(self.project, record.unit.last, Way.RESTORE)
        assert follow(self.state, found.changes) == self.then[record.unit.last]
        if found.is_possible:
            self.apply(found.changes)

    @rule(data=st.data())
    @precondition(lambda self: self.chain)
    def undo_alone(self, data: st.DataObject) -> None:
        record = record_of(self.project, data.draw(st.sampled_from(self.chain)))
        own = {(type(one.row), one.id) for number in self.steps(record) for one in self.made[number]}
        later = [number for number in self.chain if number > record.unit.last]
        touched = {(type(one.row), one.id) for number in later for one in self.made[number]}
        found = planned(self.project, record.unit.last, Way.UNDO_ALONE)
        assert found.is_possible or found.left, "what cannot be undone says why"
        if found.is_possible and not own & touched:
            never = self.start
            for number in self.chain:
                never = never if number in self.steps(record) else follow(never, self.made[number])
            assert follow(self.state, found.changes) == never
        if found.is_possible:
            self.apply(found.changes)

    @rule(data=st.data())
    @precondition(lambda self: set(self.made) - set(self.chain))
    def bring_back(self, data: st.DataObject) -> None:
        record = record_of(self.project, data.draw(st.sampled_from(sorted(set(self.made) - set(self.chain)))))
        found = planned(self.project, record.unit.last, Way.BRING_BACK)
        assert all(self.state.get((type(one.row), one.id)) == one.before for one in found.changes)
        if found.is_possible:
            self.apply(found.changes)

    @rule(data=st.data())
    @precondition(lambda self: self.made)
    def look_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.made)))
        for article in {row.id for state in self.then.values() for row in state.values() if isinstance(row, Article)}:
            past = read_past(self.project, article, number)
            own = {key: row for key, row in self.then[number].items() if owner_of(row) == article}
            assert (past is None) == (not own)
            if past is not None:
                document = past.document
                rows: list[Row] = [document.article, Body(article, document.text), *document.annotations]
                assert {(type(row), row.id): row for row in [*rows, *document.notes, *document.candidates]} == own
                assert past.scheme == self.then[number][Scheme, 1]

    def teardown(self) -> None:
        try:
            assert state_of(self.project) == self.state
            assert self.project.check() == []
        finally:
            self.project.close()
            shutil.rmtree(self.folder)

    def apply(self, changes: tuple[Change, ...], group: str = "") -> None:
        before = self.state
        number = max(self.made, default=0) + 1
        self.project.apply(Step(Message("Work"), changes, group))
        self.state = follow(self.state, changes)
        self.made[number], self.groups[number], self.then[number] = changes, group, self.state
        self.chain.append(number)
        self.undone.clear()
        assert state_of(self.project) == self.state
        self.project.undo() if not group else None
        assert group or state_of(self.project) == before
        self.project.redo() if not group else None

    def steps(self, record: Record) -> list[int]:
        return list(range(record.unit.first, record.unit.last + 1))

    def ids(self, kind: type[Row]) -> list[int]:
        return sorted(row.id for row in self.state.values() if isinstance(row, kind))


TestWandering = Wandering.TestCase
TestWandering.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


def test_restoring_is_a_step_of_its_own_and_cuts_nothing_off(project: Project) -> None:
    rows = [entity(number, 2, number) for number in range(10, 14)]
    for row in rows:
        project.apply(step(row))
    found = planned(project, 2, Way.RESTORE)
    assert (found.annotations.gone, found.annotations.came, found.touched_articles) == (3, 0, 1)
    project.apply(found.step())
    assert project.annotations(2) == rows[:1]
    assert all(record.is_applied for record in records(project)) and len(records(project)) == 6
    project.undo()
    assert project.annotations(2) == rows


def test_the_state_of_the_newest_step_is_the_present_one(project: Project) -> None:
    assert not planned(project, 1, Way.RESTORE).is_possible


def test_one_step_is_undone_alone_and_what_came_later_stays(project: Project) -> None:
    first, second = entity(10, 2), entity(11, 2, 6)
    project.apply(step(first))
    project.apply(step(second))
    project.apply(planned(project, 2, Way.UNDO_ALONE).step())
    assert project.annotations(2) == [second]


def test_a_step_that_a_later_one_builds_on_names_that_one(project: Project) -> None:
    row = entity(10, 2)
    project.apply(step(row))
    project.apply(step(entity(11, 2, 6)))
    project.apply(change(row, replace(row, label="LOC"), title="Relabel"))
    found = planned(project, 2, Way.UNDO_ALONE)
    assert not found.is_possible and found.obstacle is not None and str(found.obstacle.title) == "Relabel"


def test_an_annotation_with_a_later_note_is_not_undone_alone(project: Project) -> None:
    project.apply(step(entity(10, 2)))
    project.apply(step(Note(11, "важно", 2, 10), title="Note"))
    found = planned(project, 2, Way.UNDO_ALONE)
    assert not found.is_possible and found.obstacle is not None and str(found.obstacle.title) == "Note"


def test_an_import_with_later_work_is_not_undone_alone(project: Project) -> None:
    project.apply(step(entity(10, 2), title="Tag"))
    found = planned(project, 1, Way.UNDO_ALONE)
    assert not found.is_possible and found.obstacle is not None and str(found.obstacle.title) == "Tag"


def test_what_hangs_on_a_row_that_is_gone_does_not_come_back(project: Project) -> None:
    row, note = entity(10, 2), Note(11, "важно", 2, 10)
    project.apply(step(row))
    project.apply(step(note))
    project.apply(change(note, None, title="Remove the note"))
    project.apply(change(row, None, title="Remove"))
    found = planned(project, 4, Way.UNDO_ALONE)
    assert not found.is_possible and found.obstacle is not None and str(found.obstacle.title) == "Remove"


def test_a_label_that_was_renamed_later_does_not_come_back(project: Project) -> None:
    row = entity(10, 2)
    project.apply(step(row))
    project.apply(change(row, None, title="Remove"))
    project.apply(change(SCHEME, Scheme((Label("HUMAN", key="1"),)), title="Rename"))
    found = planned(project, 3, Way.UNDO_ALONE)
    assert not found.is_possible and found.obstacle is not None and str(found.obstacle.title) == "Rename"


def test_an_overtaken_branch_comes_back_whole_up_to_the_step_chosen(project: Project) -> None:
    rows = [entity(number, 2, number) for number in range(10, 14)]
    for row in rows:
        project.apply(step(row))
    for _ in rows:
        project.undo()
    other = entity(20, 2, 17)
    project.apply(step(other))
    assert [record.state for record in records(project)] == ["applied", *["discarded"] * 4, "applied"]
    project.apply(planned(project, 4, Way.BRING_BACK).step())
    assert project.annotations(2) == [*rows[:3], other]


def test_of_a_branch_what_a_later_step_changed_is_left_and_that_step_named(project: Project) -> None:
    row = entity(10, 2)
    project.apply(step(row))
    project.apply(step(entity(11, 2, 6)))
    project.apply(change(row, replace(row, label="LOC")))
    project.undo()
    project.undo()
    project.apply(change(row, replace(row, label="ORG"), title="Relabel"))
    found = planned(project, 4, Way.BRING_BACK)
    assert found.left == 1 and found.obstacle is not None and str(found.obstacle.title) == "Relabel"
    project.apply(found.step())
    assert [one.label for one in project.annotations(2)] == ["ORG", "PER"]


def test_a_branch_within_a_branch_has_its_own_past(project: Project) -> None:
    rows = [entity(number, 2, number) for number in range(10, 13)]
    for row in rows[:2]:
        project.apply(step(row))
    project.undo()
    project.apply(step(rows[2]))
    for _ in range(2):
        project.undo()
    project.apply(step(entity(20, 2, 17)))
    assert _annotations_after(project, 3) == rows[:2]
    assert _annotations_after(project, 4) == [rows[0], rows[2]]


def _annotations_after(project: Project, number: int) -> list[Annotation]:
    past = read_past(project, 2, number)
    assert past is not None
    return list(past.document.annotations)


def test_an_import_of_many_is_one_row(project: Project) -> None:
    for number in (10, 11, 12):
        project.apply(article_step(number, group="import 1"))
    first, second = records(project)
    assert (first.count, first.articles, first.article) == (3, 3, None)
    assert (second.count, second.article) == (1, 2)


def test_a_point_keeps_its_name_across_a_restart_and_naming_is_no_step(project: Project) -> None:
    project.name_step(1, "до второго прохода")
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert records(again)[0].name == "до второго прохода"
        assert str(again.undo_title()) == "Import"


def test_a_step_says_who_made_it_and_when(project: Project) -> None:
    project.apply(replace(step(entity(10, 2)), author="Ая"))
    newest, first = records(project)
    assert (newest.author, first.author) == ("Ая", "")
    assert newest.time >= first.time and newest.time.tzinfo is not None


def test_the_steps_of_an_article_are_reported_by_it(project: Project) -> None:
    project.apply(article_step(3, TEXT))
    project.apply(step(entity(10, 3)))
    history = project.history()
    assert history.touching(3) == [3, 2] and history.touching(2) == [1]
    assert [unit.last for unit in history.units().holding(history.touching(3))] == [3, 2]


def test_what_is_not_on_disk_yet_is_in_the_history(project: Project) -> None:
    project.apply(step(entity(10, 2), title="Tag"))
    assert str(records(project)[0].title) == "Tag"


@pytest.mark.parametrize(
    "damage", ["args = '[1]'", "args = 'x'", "time = 'never'", "time = x'00'", "author = x'00'", "articles = 'x'"]
)
def test_odd_values_in_the_history_are_damage_and_no_bug(project: Project, damage: str) -> None:
    path = project.path
    project.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"UPDATE step SET {damage}")
        connection.commit()
    with Project.open(path) as again, pytest.raises(UserError, match="damaged"):
        records(again)


def test_changes_that_cannot_be_read_are_damage(project: Project) -> None:
    path = project.path
    project.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE step SET payload = x'00'")
        connection.commit()
    with Project.open(path) as again, pytest.raises(UserError, match="damaged"):
        planned(again, 1, Way.UNDO_ALONE)


def test_a_state_more_than_a_hundred_articles_away_is_restored_behind_a_copy_of_the_present_one(
    project: Project,
) -> None:
    for number in range(3, 3 + MANY):
        project.apply(article_step(number, TEXT))
    newest = records(project)[0].unit.last
    for number in range(3, 3 + MANY):
        project.apply(step(entity(1_000 + number, number)))
    found = planned(project, newest, Way.RESTORE)
    assert found.touched_articles == MANY and list_backups(project.path) == []
    project.apply(found.step())
    project.close()
    (copy,) = list_backups(project.path)
    assert copy.reason is Reason.EDIT
    with Project.open(copy.path, read_only=True) as before:
        assert all(before.annotations(number) for number in range(3, 3 + MANY))
