"""Undo and redo, from the stored steps."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Candidate, Note, Role
from app.core.row_types import key_of
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.core.span import Span
from app.store import Project
from app.store.history import history_pages, journal, stored_steps
from tests.store import samples
from tests.store.samples import SCHEME, article_step, change, content, entity, stalled, step

LONG = samples.NEWS * 20
State = dict[tuple[type[Row], int], Row]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "новости 😀.pometka", SCHEME) as project:
        project.apply(article_step(2))
        yield project


@dataclass
class Past:
    group: str
    before: State
    after: State


class Working(RuleBasedStateMachine):
    """A person works in a project.

    A model in memory says what it must hold.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "p.pometka"
        self.project = Project.create(self.path, SCHEME)
        self.empty = content(self.path)
        self.past: list[Past] = []
        self.future: list[Past] = []
        self.state: State = {(Scheme, 1): SCHEME}
        self.given: list[tuple[Change, ...]] = []

    @initialize()
    def import_one(self) -> None:
        self.import_article("")

    @rule(group=st.sampled_from(["", "one", "two"]))
    def import_article(self, group: str) -> None:
        number = self.project.next_id()
        article = Article(number, digest=str(number), length=len(LONG))
        self.apply([Change(None, article), Change(None, Body(number, LONG))], group)

    @rule(data=st.data(), group=st.sampled_from(["", "one", "two"]))
    @precondition(lambda self: self.ids(Article))
    def tag(self, data: st.DataObject, group: str) -> None:
        article = data.draw(st.sampled_from(sorted(self.ids(Article))))
        rows: list[Row] = [data.draw(samples.annotations(self.project.next_id(), article)) for _ in range(3)]
        rows.append(data.draw(samples.candidates(self.project.next_id(), article)))
        rows.append(data.draw(samples.notes(self.project.next_id(), article, rows[0].id)))
        self.apply([Change(None, row) for row in rows], group)

    @rule(data=st.data())
    @precondition(lambda self: self.ids(Annotation))
    def edit_twice_in_one_step(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.ids(Annotation))))
        old = self.state[Annotation, number]
        assert isinstance(old, Annotation)
        new = data.draw(samples.annotations(number, old.article_id))
        self.apply([Change(old, new), Change(new, replace(new, label="LOC"))])

    @rule(data=st.data())
    @precondition(lambda self: self.ids(Annotation))
    def delete_with_what_hangs_on_it(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.ids(Annotation))))
        notes = [row for row in self.state.values() if isinstance(row, Note) and row.annotation_id == number]
        self.apply([Change(row, None) for row in [*notes, self.state[Annotation, number]]])

    @rule(data=st.data())
    @precondition(lambda self: self.ids(Article))
    def remove_article(self, data: st.DataObject) -> None:
        article = data.draw(st.sampled_from(sorted(self.ids(Article))))
        self.apply([Change(row, None) for row in self.project.rows_of(article)[::-1]])

    @rule(scheme=samples.schemes)
    def change_the_scheme(self, scheme: Scheme) -> None:
        self.apply([Change(self.state[Scheme, 1], scheme)])

    @rule()
    def undo(self) -> None:
        assert (self.project.undo() is not None) == bool(self.past)
        if self.past:
            group = self.take_back()
            while group and self.past and self.past[-1].group == group:
                self.take_back()

    @rule()
    def redo(self) -> None:
        assert (self.project.redo() is not None) == bool(self.future)
        if self.future:
            group = self.do_again()
            while group and self.future and self.future[-1].group == group:
                self.do_again()

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)
        self.expect_history()

    @rule()
    def wait(self) -> None:
        self.project.flush()

    @invariant()
    def reads_see_every_step(self) -> None:
        articles = self.ids(Article)
        assert {row.id for row in self.project.articles()} == articles
        assert self.project.scheme() == self.state[Scheme, 1]
        assert set(self.project.rows(Note)) == set(self.rows(Note))
        assert {row for number in articles for row in self.project.annotations(number)} == set(self.rows(Annotation))
        assert {row for number in articles for row in self.project.candidates(number)} == set(self.rows(Candidate))
        counts = self.project.counts()
        assert set(counts) == articles
        assert sum(count.notes for count in counts.values()) == len(self.rows(Note))
        assert sum(count.entities + count.claims for count in counts.values()) == sum(
            row.status.value != "rejected" for row in self.rows(Annotation)
        )

    def teardown(self) -> None:
        try:
            assert self.project.check() == []
            self.expect_history()
            done = content(self.path)
            while self.project.undo():
                pass
            self.project.flush()
            assert content(self.path) == self.empty
            self.expect_history()
            while self.project.redo():
                pass
            self.project.flush()
            assert self.future or content(self.path) == done
            self.expect_history()
        finally:
            self.project.close()
            shutil.rmtree(self.folder)

    def expect_history(self) -> None:
        """Check that each step tells what it was given."""
        history, steps = self.project.history(), range(1, len(self.given) + 1)
        with patch.object(history_pages, "PORTION", 2):
            assert list(history.changes(steps)) == self.given
            assert list(history.changes(steps[::-1])) == self.given[::-1]
            keys = [{key_of(one.row) for one in made} for made in self.given]
            assert list(history.changed_rows(steps)) == keys

    def apply(self, changes: list[Change], group: str = "") -> None:
        before = dict(self.state)
        for one in changes:
            key = (type(one.row), one.id)
            self.state.pop(key, None)
            if one.after is not None:
                self.state[key] = one.after
        self.past.append(Past(group, before, dict(self.state)))
        self.given.append(tuple(changes))
        self.future.clear()
        self.project.apply(Step(Message("Work"), tuple(changes), group))

    def take_back(self) -> str:
        past = self.past.pop()
        self.future.append(past)
        self.state = dict(past.before)
        return past.group

    def do_again(self) -> str:
        past = self.future.pop()
        self.past.append(past)
        self.state = dict(past.after)
        return past.group

    def rows(self, kind: type[Row]) -> list[Row]:
        return [row for row in self.state.values() if isinstance(row, kind)]

    def ids(self, kind: type[Row]) -> set[int]:
        return {row.id for row in self.rows(kind)}


TestWorking = Working.TestCase
TestWorking.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


def test_a_group_is_one_undo_and_one_redo(project: Project) -> None:
    before = {row.id for row in project.articles()}
    for number in (10, 11, 12):
        project.apply(article_step(number, group="import 1"))
    undone = project.undo()
    assert undone is not None
    assert str(undone[0]) == "Import"
    assert {row.id for row in project.articles()} == before
    assert sum(change.before is not None for change in undone[1].changes) == 6
    redone = project.redo()
    assert redone is not None
    assert {row.id for row in project.articles()} == before | {10, 11, 12}


def test_groups_of_two_names_are_two_undos(project: Project) -> None:
    project.apply(article_step(10, group="import 1"))
    project.apply(article_step(11, group="import 2"))
    project.undo()
    assert project.article(10) is not None
    assert project.article(11) is None


def test_steps_without_a_group_are_undone_one_by_one(project: Project) -> None:
    project.apply(article_step(10))
    project.apply(article_step(11))
    project.undo()
    assert project.article(10) is not None


def test_a_new_step_discards_what_was_undone_but_the_journal_keeps_it(project: Project) -> None:
    project.apply(step(entity(10, 2), title="Tag"))
    project.undo()
    assert str(project.redo_title()) == "Tag"
    project.apply(step(entity(11, 2), title="Annotate"))
    assert project.redo_title() is None
    assert project.redo() is None
    project.flush()
    states = [row[5] for row in sorted(content(project.path, with_steps=True)["step"])]
    assert states == ["applied", "discarded", "applied"]


def test_undo_goes_past_a_restart_and_past_what_memory_keeps(project: Project) -> None:
    path = project.path
    rows = [entity(number, 2, number % 40) for number in range(10, 460)]
    for row in rows:
        project.apply(step(row, title=f"Annotate {row.id}"))
    project.close()
    with Project.open(path) as again:
        for row in reversed(rows):
            assert str(again.undo_title()) == f"Annotate {row.id}"
            again.undo()
        assert again.annotations(2) == []
    with Project.open(path) as third:
        for row in rows:
            assert str(third.redo_title()) == f"Annotate {row.id}"
            third.redo()
        assert sorted(third.annotations(2), key=lambda row: row.id) == rows


def test_undo_reads_from_the_file_what_memory_no_longer_keeps(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MAX_CACHED_CHANGES", 3)
    rows = [entity(number, 2, number) for number in range(10, 30)]
    for row in rows:
        project.apply(step(row))
    for left in range(19, -1, -1):
        assert project.undo() is not None
        assert project.annotations(2) == rows[:left]
    for count in range(1, 21):
        assert project.redo() is not None
        assert project.annotations(2) == rows[:count]


def test_undo_restores_a_claim_with_its_roles_and_the_note_on_it(project: Project) -> None:
    claim = entity(10, 2, roles=(Role("speaker", Span(0, 4), "Токаев"), Role("cue", Span(6, 9))))
    note = Note(11, "🙂 <b>не HTML</b>", 2, 10)
    project.apply(step(claim, note))
    project.apply(Step(Message("Delete"), (Change(note, None), Change(claim, None))))
    assert project.annotations(2) == []
    project.flush()
    project.undo()
    project.flush()
    assert project.annotations(2) == [claim]
    assert project.notes(2) == [note]


def test_what_was_done_again_after_a_restart_is_undone_once(project: Project) -> None:
    project.undo()
    project.close()
    with Project.open(project.path) as again:
        again.redo()
        again.flush()
        with stalled(again.path):
            assert again.undo() is not None
            assert again.undo() is None


def test_undo_sees_a_step_that_is_still_queued(project: Project) -> None:
    project.flush()
    with stalled(project.path):
        row = entity(10, 2)
        tickets = [project.apply(step(row)), project.apply(change(row, replace(row, label="LOC")))]
        assert project.annotations(2)[0].label == "LOC"
        project.undo()
        assert project.annotations(2) == [row]
        assert not any(ticket.is_saved for ticket in tickets)
        assert project.pending == 3
    project.flush()
    assert project.annotations(2) == [row]


def test_ids_are_given_out_once_even_where_their_rows_were_undone(project: Project) -> None:
    number = project.next_id()
    project.apply(step(entity(number, 2)))
    project.undo()
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert again.next_id() > number


def test_the_clock_may_go_back_and_the_order_of_steps_stays(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    class Yesterday(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return super().now(tz) - timedelta(days=1)

    monkeypatch.setattr(stored_steps, "datetime", Yesterday)
    project.apply(step(entity(10, 2), title="Later"))
    assert str(project.undo_title()) == "Later"
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert str(again.undo_title()) == "Later"


def test_nothing_to_undo_is_said_by_none(project: Project) -> None:
    assert project.undo() is not None
    assert project.undo() is None
    assert project.undo_title() is None


def test_titles_keep_their_arguments(project: Project) -> None:
    title = Message("relabel “{words}” to {label}", {"words": "Алатау {label}", "label": "LOC"})
    project.apply(Step(title, (Change(None, entity(10, 2)),)))
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert again.undo_title() == title


def test_how_much_an_undo_takes_back_is_known_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "p.pometka"
    with Project.create(path, SCHEME) as project:
        assert project.undo_weight() == 0
        project.apply(article_step(2))
        project.apply(step(*(entity(number, 2, start=number * 7) for number in range(10, 5_010))))
        assert project.undo_weight() == 5_000 and project.redo_weight() == 0
    with Project.open(path) as again:
        assert 4_000 < again.undo_weight() < 6_000, "about as many, by what the step counted"
        again.undo()
        assert again.redo_weight() == 5_000 and again.undo_weight() < 100
