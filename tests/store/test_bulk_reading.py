"""Articles that are read together are what each is by itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message, UserError
from app.core.model import Annotation, Article, Body, Candidate, Kind, Note, Role
from app.core.rows.row import Row
from app.core.span import Span
from app.store import Project
from tests.store.samples import SCHEME

COUNT = 70


def rows_of(number: int) -> list[Row]:
    text = f"Статья {number}. " + "я" * (number % 7 + 40)
    claim = Annotation(number * 10, number, Kind.CLAIM, "statement", (Span(3, 30),), roles=(Role("cue", Span(0, 3)),))
    inside = Annotation(number * 10 + 1, number, Kind.ENTITY, "PER", (Span(3, 8),))
    rows: list[Row] = [Article(number, f"Статья {number}", digest=f"{number}", length=len(text)), Body(number, text)]
    rows += [inside, claim, Annotation(number * 10 + 2, number, Kind.ENTITY, "ORG", (Span(0, 2),))][: number % 4]
    rows += [
        Candidate(number * 10 + 3, number, Span(1, 2), "PER", 0.2),
        Candidate(number * 10 + 4, number, Span(5, 6), "PER", 0.9),
    ]
    return [*rows, *([Note(number * 10 + 5, "заметка", number)] if number % 3 == 0 else [])]


def add(project: Project, numbers: range) -> None:
    changes = tuple(Change(None, row) for number in numbers for row in rows_of(number))
    project.apply(Step(Message("Articles"), changes))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "many.pometka"
    with Project.create(path, SCHEME) as project:
        add(project, range(2, COUNT))
    return path


def test_many_articles_are_read_as_each_by_itself(path: Path) -> None:
    with Project.open(path) as project:
        ids = [5, 3, 1_000, *range(COUNT - 1, 6, -1), 2]
        alone = [document for number in ids for document in project.documents([number])]
        assert list(project.documents(ids)) == alone
        assert [document.article.id for document in alone] == [number for number in ids if number != 1_000]


def test_a_text_that_many_rows_have_is_in_memory_once(tmp_path: Path) -> None:
    path, words = tmp_path / "same.pometka", "Наша газета"
    with Project.create(path, SCHEME) as project:
        rows = [
            row
            for number in (2, 3)
            for row in (
                Article(number, source=words, digest=str(number), length=9),
                Body(number, "Заголовок"),
                Annotation(number * 10, number, Kind.ENTITY, "PER", (Span(0, 9),), rule=words, author=words),
            )
        ]
        project.apply(Step(Message("Add"), tuple(Change(None, row) for row in rows)))
        project.flush()
        articles, sources = project.articles(), {id(source) for _, source in project.article_fields("source")}
        assert {id(article.source) for article in articles} == sources and len(sources) == 1
        annotations = [row for number in (2, 3) for row in project.annotations(number)]
        assert len({id(row.rule) for row in annotations} | {id(row.author) for row in annotations}) == 1
    with Project.open(path) as again:
        undone = again.undo()
        assert undone is not None
        assert len({id(row.source) for row, _ in undone[1].of(Article) if isinstance(row, Article)}) == 1


def test_queued_changes_are_read_with_the_stored_rows(path: Path) -> None:
    with Project.open(path) as project:
        with project.held():
            add(project, range(COUNT, COUNT + 3))
            project.apply(Step(Message("Remove"), tuple(Change(row, None) for row in reversed(rows_of(4)))))
            queued = list(project.documents())
        project.flush()
        assert list(project.documents()) == queued
        assert 4 not in {document.article.id for document in queued}


@pytest.mark.parametrize("harm", ["annotation SET stop = 5000, pieces = ''", "body SET text = 'x'"])
def test_articles_before_a_damaged_one_are_read(path: Path, harm: str) -> None:
    where = "article_id = 7" if harm.startswith("annotation") else "id = 7"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE {harm} WHERE {where}")
        raw.commit()
    with Project.open(path) as project:
        read: list[int] = []
        with pytest.raises(UserError, match="damaged"):
            read.extend(document.article.id for document in project.documents())
        assert read == [2, 3, 4, 5, 6]
