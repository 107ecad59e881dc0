"""What is stored is read back as it was.

Every way of reading gives it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Body, Kind, Note
from app.core.rows.row import Row
from app.store import Project
from app.store.history.payload import pack_changes, unpack_changes
from app.store.rows.removed_texts import text_mark
from tests.store import samples
from tests.store.samples import SCHEME, no_rows

ARTICLE, CLAIM = 2, 3
ANY_ROW = st.one_of(
    samples.articles(ARTICLE),
    st.builds(Body, st.just(ARTICLE), samples.odd_text),
    samples.annotations(CLAIM, ARTICLE),
    samples.notes(4, ARTICLE, CLAIM),
    samples.candidates(5, ARTICLE),
    samples.schemes,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("round") / "trip.pometka"
    Project.create(path, SCHEME).close()
    return path


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_row_type_is_read_as_it_was_stored(path: Path, data: st.DataObject) -> None:
    text = data.draw(samples.odd_text).ljust(samples.LONGEST)
    article = data.draw(samples.articles(ARTICLE, length=len(text)))
    annotation = data.draw(samples.annotations(CLAIM, ARTICLE))
    notes = [data.draw(samples.notes(4, ARTICLE, CLAIM)), data.draw(samples.notes(5, ARTICLE, None))]
    on_project = data.draw(samples.notes(6, None, None))
    candidate = data.draw(samples.candidates(7, ARTICLE))
    scheme = data.draw(samples.schemes)
    rows = [article, Body(ARTICLE, text), annotation, *notes, on_project, candidate]
    with Project.open(path) as project:
        project.undo()
        changes = [*(Change(None, row) for row in rows), Change(SCHEME, scheme)]
        project.apply(Step(Message("All"), tuple(changes))).wait()
        document = next(project.documents())
        assert project.articles() == [article] == [project.article(ARTICLE)]
        assert project.text(ARTICLE) == text
        assert project.annotations(ARTICLE) == [annotation]
        assert project.notes(ARTICLE) == notes
        assert project.notes() == [on_project]
        assert project.rows(Note) == [*notes, on_project]
        assert project.candidates(ARTICLE) == [candidate]
        assert project.rows_of(ARTICLE) == [article, Body(ARTICLE, text), annotation, *notes, candidate]
        assert project.rows_of(None) == [scheme, on_project]
        assert project.scheme() == scheme
        assert (document.article, document.text, document.annotations) == (article, text, (annotation,))
        assert (document.notes, document.candidates) == (tuple(notes), (candidate,))


@given(st.lists(st.tuples(st.none() | ANY_ROW, ANY_ROW), max_size=5))
@settings(deadline=None)
def test_the_journal_gives_back_the_changes_it_was_given(pairs: list[tuple[Row | None, Row]]) -> None:
    same = [(before if type(before) is type(after) else None, after) for before, after in pairs]
    changes = tuple(Change(before, after) for before, after in same)
    changes += tuple(change.inverse() for change in changes)
    texts = {
        (row.id, text_mark(row.text)): row.text
        for change in changes
        for row in (change.before, change.after)
        if isinstance(row, Body)
    }
    assert unpack_changes(pack_changes(changes), lambda *named: texts[named], no_rows) == changes


def test_a_payload_of_many_portions_is_whole() -> None:
    changes = tuple(Change(None, Article(number, f"Т {number}")) for number in range(1, 1_002))
    assert unpack_changes(pack_changes(changes), lambda *_: "", no_rows) == changes


def test_annotations_come_in_reading_order(path: Path) -> None:
    with Project.open(path) as project:
        short = samples.entity(11, 10, 3)
        long = samples.entity(12, 10, 3, pieces=(samples.Span(3, 20),))
        first = samples.entity(13, 10, 0)
        project.apply(samples.article_step(10))
        project.apply(samples.step(short, long, first))
        queued = project.annotations(10)
        project.flush()
        assert [row.id for row in queued] == [13, 12, 11] == [row.id for row in project.annotations(10)]
        project.undo()
        project.undo()


def test_hints_come_the_likeliest_first(path: Path) -> None:
    with Project.open(path) as project:
        project.apply(samples.article_step(10))
        scores = {21: 0.2, 22: 0.9, 23: 0.5}
        project.apply(
            samples.step(
                *(samples.Candidate(number, 10, samples.Span(0, 4), "", score) for number, score in scores.items())
            )
        )
        assert [candidate.id for candidate in project.candidates(10)] == [22, 23, 21]
        project.undo()
        project.undo()


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_an_article_read_in_parts_or_in_outline_is_the_article(path: Path, data: st.DataObject) -> None:
    article, border = data.draw(samples.articles(ARTICLE)), data.draw(st.integers(1, 500))
    counts = st.integers(0, 4)
    stored = [data.draw(samples.annotations(number, ARTICLE)) for number in range(3, 3 + data.draw(counts))]
    queued = [data.draw(samples.annotations(number, ARTICLE)) for number in range(13, 13 + data.draw(counts))]
    with Project.open(path) as project:
        project.undo()
        changes = [Change(None, row) for row in (article, *stored)]
        project.apply(Step(Message("All"), tuple(changes))).wait()
        moved = [(row, data.draw(samples.annotations(row.id, ARTICLE))) for row in stored[:2]]
        late = [Change(None, row) for row in queued] + [Change(*pair) for pair in moved]
        project.apply(Step(Message("Late"), tuple(late)))
        first, rest = project.annotations(ARTICLE, before=border), project.annotations(ARTICLE, since=border)
        assert first + rest == project.annotations(ARTICLE)
        mentions = [row for row in project.annotations(ARTICLE) if row.kind is Kind.ENTITY]
        with project.open_snapshot() as snapshot:
            outlines = snapshot.mention_outlines(ARTICLE)
        assert sorted(outlines) == sorted(
            (row.start, row.span.stop, row.normal, len(row.pieces) == 1) for row in mentions
        )
        assert all(row.start < border for row in first) and all(row.start >= border for row in rest)
        project.undo()
