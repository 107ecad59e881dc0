from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Body, Document, Kind, Origin, Status
from app.core.scheme import Scheme
from app.core.span import Span
from app.service.jobs.tag_task import Pretag
from app.service.jobs.tagging.tag_stream import tag_documents
from app.service.jobs.task import Task
from app.service.jobs.workers.idle_workers import IdleWorkers
from app.service.session.session import Session
from app.store import Project
from tests.service.conftest import Opening
from tests.service.samples import add_article, found, memory, state

TEXT = "Ерлан Сатпаев приехал в Алматы.\nВ Астане его ждал Болат Оспанов.\n"


@pytest.fixture
def tagged_session(opening: Opening) -> Session:
    session = opening(TEXT, [])
    assert session.project is not None
    Pretag(session.project, session.articles.ids(), session=session).run()
    return session


def test_a_run_over_several_articles_is_one_undo_and_running_again_touches_nothing_decided(
    tagged_session: Session,
) -> None:
    session = tagged_session
    assert session.project is not None and session.open_article is not None
    labels = {row.words(TEXT): row.label for row in session.open_article.annotations}
    assert labels["Ерлан Сатпаев"] == "PER" and labels["Алматы"] == labels["Астане"] == "LOC"
    first = session.open_article.article.id
    add_article(session, "Ерлан Сатпаев уехал из Алматы.", title="Вторая")

    session.navigation.go_to(found(session, "Ерлан Сатпаев").id)
    session.editor.boundaries.move_start(1)
    session.navigation.go_to(found(session, "Алматы").id)
    session.editor.decisions.reject()
    session.navigation.go_to(found(session, "Астане").id)
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    session.navigation.go_to(found(session, "Болат Оспанов").id)
    own = session.navigation.current
    before = state(session)
    decided = [row for row in session.open_article.annotations if row.status is not Status.PROPOSED]

    report = Pretag(session.project, session.articles.ids(), session=session).run()
    assert report.articles == 2 and report.skipped == []
    assert [row for row in session.open_article.annotations if row.status is not Status.PROPOSED] == decided
    assert session.navigation.current == own, "what is still proposed comes again under its id"
    assert not any(
        row.span.overlaps(found(session, "Сатпаев").span)
        for row in session.open_article.annotations
        if row.status is Status.PROPOSED and row.kind is Kind.ENTITY
    )
    assert memory(session)[0] == session.project.annotations(first)
    assert session.articles.counts(session.articles.shown[1]).proposed >= 2
    assert str(session.history.undo_title()) == "tag 2 articles"
    session.history.undo()
    assert state(session) == before


def test_a_task_ends_where_its_project_is_closed_and_the_next_one_gets_nothing(
    opening: Opening, tmp_path: Path
) -> None:
    session = opening(TEXT, [])
    first = session.project
    assert first is not None
    session.projects.create(tmp_path / "b.pometka")
    add_article(session, TEXT)
    session.projects.open(first.path)
    assert session.project is not None
    task = Pretag(session.project, session.articles.ids(), session=session)
    task.start()
    assert task.poll()
    session.projects.open(tmp_path / "b.pometka")
    assert not task.is_running and not task.poll() and task.report.is_stopped
    assert [document.annotations for document in state(session)] == [()]


def test_a_task_writes_to_its_own_project_whatever_is_open(opening: Opening, tmp_path: Path) -> None:
    session = opening(TEXT, [])
    with Project.create(tmp_path / "b.pometka", Scheme()) as other:
        article = Article(other.next_id(), "Другая", length=len(TEXT))
        other.apply(Step(Message("import"), (Change(None, article), Change(None, Body(article.id, TEXT)))))
        report = Pretag(other, [article.id], session=session).run()
        assert not report.is_stopped and report.annotations == len(other.annotations(article.id)) > 3
    assert [document.annotations for document in state(session)] == [()]


def poll_until(task: Task, holds: Callable[[], bool]) -> None:
    """Go on with a task until something holds."""
    while not holds():
        assert task.poll(), "the task ended before"


def test_undoing_what_a_task_brought_cancels_it_and_counts_the_articles(opening: Opening) -> None:
    session = opening(TEXT, [])
    assert session.project is not None
    for number in range(200):
        add_article(session, f"{TEXT}{number}", title=f"{number}")
    task = Pretag(session.project, session.articles.ids(), session=session)
    task.start()
    poll_until(task, lambda: task.report.articles > 0)
    brought = task.report.articles
    session.history.undo()
    assert not task.poll() and task.report.is_stopped and task.report.undone == brought
    assert all(document.annotations == () for document in state(session))


def test_undoing_the_articles_that_a_task_works_on_cancels_it(opening: Opening) -> None:
    session = opening(TEXT, [])
    assert session.project is not None
    second = add_article(session, TEXT, title="Вторая")
    task = Pretag(session.project, [second], session=session)
    task.start()
    session.history.undo()
    assert not task.poll() and task.report.undone == 1 and task.report.articles == 0


def test_undoing_or_deleting_something_else_lets_a_task_go_on(opening: Opening) -> None:
    session = opening(TEXT, [])
    assert session.project is not None and session.open_article is not None
    first = session.open_article.article.id
    others = [add_article(session, f"{TEXT}{number}", title=f"{number}") for number in range(3)]
    task = Pretag(session.project, [first, *others], session=session)
    task.start()
    session.editor.notes.set_on_project("заметка")
    session.history.undo()
    session.editor.articles.remove([others[-1]])
    while task.poll():
        pass
    assert (task.report.articles, task.report.undone, task.report.is_stopped) == (3, 0, False)


def test_the_second_task_takes_up_the_workers_of_the_first(opening: Opening) -> None:
    session, idle = opening(TEXT, []), IdleWorkers()
    assert session.project is not None
    try:
        pids: list[int | None] = []
        for _ in range(2):
            task = Pretag(session.project, session.articles.ids(), session=session, idle=idle)
            task.start()
            while task.poll():
                pass
            pids += [process.pid for process in multiprocessing.active_children()]
            assert task.report.articles == 1
        assert len(pids) == 2 and pids[0] == pids[1]
    finally:
        idle.close()


def test_documents_stream_through_in_order_with_what_they_brought(caplog: pytest.LogCaptureFixture) -> None:
    taken = 0

    def documents() -> Iterator[Document]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield Document(Article(0, f"{number}", key=f"{number}"), f"Ерлан Сатпаев приехал в Алматы {number} раз.")

    stream = tag_documents(documents())
    first = next(stream)
    assert taken < 20, "what was not asked for is not read"
    rest = list(stream)
    assert [document.article.key for document in (first, *rest)] == [str(number) for number in range(40)]
    for document in (first, *rest):
        assert {row.words(document.text) for row in document.annotations} >= {"Ерлан Сатпаев", "Алматы"}
        assert {row.origin for row in document.annotations} == {Origin.PRETAG}
        ids = [row.id for row in document.annotations]
        assert len(set(ids)) == len(ids) and document.article.language == "ru"


def test_an_annotation_that_came_along_keeps_its_place() -> None:
    text = "Ерлан Сатпаев приехал."
    from_elsewhere = replace(
        next(iter(tag_documents([Document(Article(0), text)]))).annotations[0],
        id=1,
        label="ORG",
        status=Status.ACCEPTED,
        origin=Origin.IMPORT,
    )
    document = next(iter(tag_documents([Document(Article(0), text, (from_elsewhere,))])))
    assert document.annotations == (from_elsewhere,) and from_elsewhere.span == Span(0, 13)
