"""Row types are declared once.

What hangs on what follows from the declaration.
"""

from __future__ import annotations

from dataclasses import fields

import pytest

from app.core.change import Change, Changed
from app.core.model import Annotation, Article, Body, Candidate, Kind, Note
from app.core.row_types import PLACES, ROW_TYPES, needed_rows, owner_of, referred_rows
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.core.span import Span

ROWS = (
    Scheme(),
    Article(2),
    Body(2, ""),
    Annotation(3, 2, Kind.ENTITY, "PER", (Span(0, 1),)),
    Note(4, "", 2, 3),
    Note(5, "", None),
    Candidate(6, 2, Span(0, 1)),
)


def test_every_class_of_rows_is_declared() -> None:
    # By name: a class with slots is made twice.
    made = {row_class.__name__ for row_class in Row.__subclasses__() if row_class.__module__.startswith("app.")}
    assert {declared.row_class.__name__ for declared in ROW_TYPES} == made


def test_each_type_comes_after_those_it_refers_to() -> None:
    for declared in ROW_TYPES:
        assert all(PLACES[reference.to] < PLACES[declared.row_class] for reference in declared.references)


def test_declared_fields_are_fields_of_the_class() -> None:
    for declared in ROW_TYPES:
        names = {field.name for field in fields(declared.row_class)}
        used = {reference.field for reference in declared.references} | {parts.field for parts in declared.parts}
        assert used <= names == set(declared.fields)
        assert all(declared.fields[field] is str for field in declared.repeated)


def test_a_row_belongs_to_the_article_that_it_refers_to() -> None:
    assert [owner_of(row) for row in ROWS] == [None, 2, 2, 2, 2, None, 2]


def test_a_row_needs_the_rows_that_it_refers_to_and_an_article_its_text() -> None:
    assert [list(needed_rows(row)) for row in ROWS] == [
        [],
        [(Body, 2)],
        [(Article, 2)],
        [(Article, 2)],
        [(Article, 2), (Annotation, 3)],
        [],
        [(Article, 2)],
    ]
    assert list(referred_rows(Article(2))) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_a_change_names_its_article_or_the_project(row: Row) -> None:
    changed = Changed((Change(None, row), Change(row, None)))
    owner = owner_of(row)
    assert changed.articles == (frozenset() if owner is None else {owner})
    assert changed.touches_project is (owner is None)
    assert list(changed.of(type(row))) == [(None, row), (row, None)]


def test_changes_of_one_article_are_told_from_those_of_another_and_of_the_project() -> None:
    rows = (Note(4, "a", 2), Note(5, "b", 3), Note(6, "c", None))
    changed = Changed(tuple(Change(None, row) for row in rows))
    assert list(changed.in_article(Note, 3)) == [(None, rows[1])]
    assert list(Changed((Change(None, rows[0]), Change(None, rows[2]))).in_article(Note, 2)) == [(None, rows[0])]
