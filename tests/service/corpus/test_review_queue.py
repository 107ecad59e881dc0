"""A queue holds the least certain annotations, and some at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Origin, Progress, Status
from app.core.span import Span
from app.service.corpus.indexing import IndexRequest, refresh_index
from app.service.corpus.review.queue_edits import QueueEdits
from app.service.corpus.review.queue_plan import QUEUE_SIZE, QueuePlan, QueuePlanner
from app.service.corpus.review.review_queue import Outcome, ReviewQueue
from app.service.session.session import Session
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from tests.service.samples import add_article, entity

NAMES = ("Токаев", "Алимов", "Петров", "Иванов", "Ахметов")


class Review:
    """A session over many articles, and the index of their project."""

    def __init__(self, folder: Path) -> None:
        self.session = Session(author="Ая")
        self.session.projects.create(folder / "p.pometka")
        self.index = folder / "p.index"
        self.readers: list[IndexReader] = []

    def add(self, *doubts: float, name: str = "Токаев") -> list[int]:
        """Add an article with a mention for each doubt."""
        project = self.session.project
        assert project is not None
        text = "\n".join(f"Вчера {name} выступил, сказано в строке {at}." for at in range(len(doubts)))
        rows = [entity(text, name, "PER", at, confidence=1 - doubt) for at, doubt in enumerate(doubts)]
        number = add_article(self.session, text, rows, f"Статья {project.next_id()}")
        return [row.id for row in project.annotations(number)]

    def planner(self) -> QueuePlanner:
        """Return what plans queues."""
        project = self.session.project
        assert project is not None
        project.flush()
        list(refresh_index(IndexRequest(project.place, self.index)))
        connection = open_for_reading(self.index)
        assert connection is not None
        self.readers.append(IndexReader(connection))
        return QueuePlanner(project, self.readers[-1], self.session.articles)

    def queue(self, size: int = QUEUE_SIZE) -> ReviewQueue:
        assert self.session.project is not None
        return ReviewQueue(self.session.project, self.planner().plan(size=size), self.session.articles)

    def row(self, number: int) -> Annotation:
        assert self.session.project is not None
        return self.session.project.found_annotations([number])[0]


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = Review(tmp_path)
    yield made
    for reader in made.readers:
        reader.close()
    made.session.projects.close()


def ids(plan: QueuePlan, *, is_random: bool = False) -> list[int]:
    return [item.annotation_id for item in plan.items if item.is_random is is_random]


def test_the_least_certain_of_all_articles_come_and_one_in_ten_at_random(review: Review) -> None:
    doubts = {}
    for place, name in enumerate(NAMES):
        values = [(place * 20 + at) / 100 for at in range(20)]
        doubts |= dict(zip(review.add(*values, name=name), values, strict=True))
    plan = review.planner().plan(size=20)
    worst = sorted(doubts, key=lambda number: -doubts[number])[:18]
    assert sorted(ids(plan)) == sorted(worst)
    assert plan.random_count == 2 and not set(ids(plan, is_random=True)) & set(worst)
    assert plan.left_out == 100 - 20 and plan.in_skipped == 0
    assert [at for at, item in enumerate(plan.items) if item.is_random][-1] == 19, "after every nine others"


def test_the_same_seed_draws_the_same_and_another_seed_others(review: Review) -> None:
    for name in NAMES:
        review.add(*[0.5] * 40, name=name)
    planner = review.planner()
    assert planner.plan(seed=7) == planner.plan(seed=7)
    drawn = {tuple(ids(planner.plan(size=50, seed=seed), is_random=True)) for seed in range(4)}
    assert len(drawn) == 4


def test_equal_names_stand_in_a_row_in_whatever_article_and_case(review: Review) -> None:
    for doubt in (0.9, 0.7, 0.5):
        for name in ("Токаев", "Алимов", "Токаева"):
            review.add(doubt, doubt - 0.05, name=name)
    plan = review.planner().plan(size=30)
    groups = [group for group, _ in groupby(plan.items, key=lambda item: item.group)]
    assert len(groups) == len(set(groups)) == 2
    first = review.row(plan.items[0].annotation_id)
    assert first.confidence == pytest.approx(0.1), "the group with the most doubtful mention comes first"


def test_what_was_decided_since_the_index_was_written_is_left_out(review: Review) -> None:
    numbers = review.add(*[at / 50 for at in range(40)])
    planner = review.planner()
    decided = [Change(row, row.decided("PER", Status.ACCEPTED, "", None)) for row in map(review.row, numbers[20:])]
    review.session.apply(Step(Message("accept"), tuple(decided)))
    plan = planner.plan(size=10)
    assert set(ids(plan)) == set(numbers[11:20]) and plan.left_out == 10
    assert set(ids(plan, is_random=True)) <= set(numbers[:11])


def test_skipped_articles_are_left_out_and_counted(review: Review) -> None:
    kept, skipped = review.add(0.1, 0.2), review.add(0.8, 0.9)
    article_id = review.row(skipped[0]).article_id
    planner = review.planner()
    review.session.editor.articles.set_progress(article_id, Progress.SKIPPED)
    for current in (planner, review.planner()):
        plan = current.plan(size=10)
        assert sorted(ids(plan)) == kept and not plan.random_count
        assert plan.left_out == 0 and plan.in_skipped == 2


def test_many_proposals_are_drawn_evenly_and_rare_ones_are_found(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.service.corpus.review.queue_plan.FEW_PROPOSALS", 5)
    numbers = review.add(*[0.5] * 100)
    assert len(set(ids(review.planner().plan(size=100), is_random=True))) == 10
    decided = [Change(row, row.decided("PER", Status.ACCEPTED, "", None)) for row in map(review.row, numbers[:88])]
    review.session.apply(Step(Message("accept"), tuple(decided)))
    monkeypatch.setattr("app.service.corpus.review.queue_plan.MAX_DRAWS", 0)
    plan = review.planner().plan(size=10)
    assert set(ids(plan, is_random=True)) <= set(numbers[88:]) and plan.random_count == 1


def test_each_decision_is_a_step_and_undo_returns_to_it(review: Review) -> None:
    review.add(0.9, 0.8, 0.7, 0.6)
    queue, edits = review.queue(), QueueEdits(review.session)
    seen = []
    for decide, outcome in ((edits.accept, Outcome.ACCEPTED), (edits.reject, Outcome.REJECTED)):
        view = queue.current()
        assert view is not None
        seen.append(view.row)
        assert decide(view)
        queue.remember_step(review.session.history.newest_step)
        queue.note(outcome)
        queue.go_on()
    assert [review.row(row.id).status for row in seen] == [Status.ACCEPTED, Status.REJECTED]
    for row in reversed(seen):
        review.session.history.undo(stays=True)
        queue.return_to_step()
        view = queue.current()
        assert view is not None and view.row == row
    assert not queue.newest_step and not queue.counts()


def test_what_is_decided_elsewhere_is_passed_over_and_counted(review: Review) -> None:
    review.add(0.9, 0.8, 0.7)
    queue, edits = review.queue(), QueueEdits(review.session)
    first = queue.current()
    assert first is not None and edits.accept(first)
    second = queue.current()
    assert second is not None and second.row.id != first.row.id
    assert queue.counts() == {Outcome.GONE: 1}


def test_a_moved_boundary_is_no_decision_to_leave_and_stays_corrected(review: Review) -> None:
    review.add(0.9, 0.8)
    queue, edits = review.queue(), QueueEdits(review.session)
    view = queue.current()
    assert view is not None
    longer = Span(view.row.start, view.row.stop + len(" выступил"))
    assert edits.move(view, (longer,))
    queue.remember_step(review.session.history.newest_step)
    queue.note(Outcome.CORRECTED)
    again = queue.current()
    assert again is not None and again.row.span == longer and again.row.status is Status.CORRECTED
    review.session.history.undo(stays=True)
    queue.return_to_step()
    assert queue.current() == view


def test_a_note_is_written_changed_and_removed(review: Review) -> None:
    review.add(0.9)
    queue, edits = review.queue(), QueueEdits(review.session)
    view = queue.current()
    assert view is not None
    for text, kept in (("проверить", ["проверить"]), ("готово", ["готово"]), ("", [])):
        assert edits.write_note(view, text)
        assert [note.text for note in edits.notes_on(view)] == kept


def test_a_manual_annotation_that_is_rejected_is_removed(review: Review) -> None:
    numbers = review.add(0.9)
    row = review.row(numbers[0])
    review.session.apply(Step(Message("edit"), (Change(row, replace(row, origin=Origin.MANUAL)),)))
    queue, edits = review.queue(), QueueEdits(review.session)
    view = queue.current()
    assert view is not None and edits.reject(view)
    assert review.session.project is not None and not review.session.project.found_annotations(numbers)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Токаев\n\nОн выступил вчера в столице.\n" + "Дальше речь шла о другом. " * 9, "Он выступил вчера"),
        ("Длинное начало статьи о столице и её людях. " * 3 + "\nТокаев", "Длинное начало"),
        ("Токаев", "Токаев"),
    ],
)
def test_a_name_alone_in_its_paragraph_is_shown_with_the_next_ones(review: Review, text: str, shown: str) -> None:
    add_article(review.session, text, [entity(text, "Токаев", "PER", confidence=0.1)])
    view = review.queue().current()
    assert view is not None and shown in view.shown_text and "Токаев" in view.shown_text
    assert view.around.length < 600


def test_the_sentence_holds_the_mention_and_the_words_around_stay_in_the_paragraph(review: Review) -> None:
    text = "Первое предложение. " * 30 + "Вчера Токаев выступил. " + "Третье предложение. " * 30 + "\nДругой абзац."
    number = add_article(review.session, text, [entity(text, "Токаев", "PER", confidence=0.1)])
    view = review.queue().current()
    assert view is not None and view.article.id == number
    assert text[slice(*view.sentence)] == "Вчера Токаев выступил."
    assert view.around.contains(view.sentence) and view.around.length < 600
    assert text[view.around.start - 1] == " " and text[view.around.stop] == " "
