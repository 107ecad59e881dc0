"""Every field of every row survives the program.

It survives whatever the program does with rows, also if it is declared tomorrow.

For each field there is a row that differs from a bare one in that field alone.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Document, Kind, Status
from app.core.records import ClaimRecord, Verdict
from app.core.row_types import ABOVE_ARTICLES, DECLARED, DOCUMENT_FIELDS, ROW_TYPES, Reference, RowType, key_of
from app.core.rows.row import Row
from app.core.scheme import Scheme, scheme_from_json, scheme_to_json
from app.core.span import Span
from app.formats.jsonl.jsonl_file import read_jsonl, write_jsonl
from app.service.jobs.importing.document_changes import place_document
from app.store import Project
from tests import row_strategies
from tests.store.samples import SCHEME

TEXT = "слово " * 10
TEXTS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
SPANS = st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda pair: Span(pair[0], sum(pair)))
FIRST, SECOND, MARKED = 2, 3, 4
"""Two articles, and an annotation in the first."""
RECORDS, VERDICTS = [5, 6], [9, 10]
GONE = 11
"""The id of no row."""
OWNERS: dict[type[Row], list[int]] = {
    Article: [FIRST, SECOND],
    Annotation: [MARKED],
    ClaimRecord: RECORDS,
    Verdict: VERDICTS,
}


def ids_of(declared: RowType[Any]) -> Iterator[tuple[str, st.SearchStrategy[Any]]]:
    """Yield the fields of a row type that hold ids.

    They come with what they can hold.
    """
    yield "id", st.sampled_from([7, 8])
    yield from ((weak.field, st.sampled_from([*OWNERS[weak.to], GONE])) for weak in declared.weak)
    for reference in declared.references:
        if reference.field != "id":
            owners = st.sampled_from(OWNERS[reference.to])
            yield reference.field, owners if declared.fields[reference.field] is int else st.none() | owners


IN_DOCUMENTS = (Article, Body, *DOCUMENT_FIELDS)
"""The types of rows that a document holds."""


def ids_in(row_class: type[Row]) -> tuple[str, ...]:
    """Return the fields of a row type that hold ids."""
    return tuple({"id": None} | {one.field: None for one in owners_in(row_class)})


def owners_in(row_class: type[Row]) -> tuple[Reference, ...]:
    """Return the references of a row type, weak ones too."""
    return (*DECLARED[row_class].references, *DECLARED[row_class].weak)


VALUES = row_strategies.row_values(
    TEXTS,
    SPANS,
    of_field={
        (declared.row_class, field): values
        for declared in ROW_TYPES
        if not declared.is_document
        for field, values in ids_of(declared)
    },
)


@dataclass(frozen=True)
class Case:
    """A field of a row type."""

    row_type: type[Any]
    path: row_strategies.Path

    @property
    def row(self) -> Any:
        """A row that differs from a bare one in this field alone."""
        return _row_of(self)

    def assert_kept(self, found: Any, row: Any) -> None:
        """Fail if the field in `found` differs from `row`."""
        name = self.path[0]
        assert getattr(found, name) == getattr(row, name)

    def __str__(self) -> str:
        return ".".join((self.row_type.__name__, *self.path))


@cache
def _row_of(case: Case) -> Any:
    return VALUES.differing(VALUES.bare(case.row_type), case.path)


CONSTANT = Case(Scheme, ("id",))
"""A project has one scheme: its id is always the same."""
ALL = (Case(declared.row_class, path) for declared in ROW_TYPES for path in row_strategies.paths(declared.row_class))
CASES = [case for case in ALL if case != CONSTANT]
every_field = pytest.mark.parametrize("case", CASES, ids=str)


def cases_of(*row_types: type[Any], without: dict[type[Any], tuple[str, ...]]) -> Any:
    """Parametrize over the fields of some row types.

    Those that are named are left out.
    """
    chosen = [case for case in CASES if case.row_type in row_types]
    return pytest.mark.parametrize(
        "case", [case for case in chosen if case.path[0] not in without.get(case.row_type, ())], ids=str
    )


DECIDED = {Annotation: ("label", "status", "author", "changed")}
"""What a decision is about, who takes it and when."""


@cases_of(Annotation, without=DECIDED)
def test_deciding_an_annotation_keeps_the_field(case: Case) -> None:
    row = case.row
    decided = row.decided("LOC", Status.ACCEPTED, "Ая", datetime(2025, 6, 1, tzinfo=UTC))
    case.assert_kept(decided, row)
    assert (decided.label, decided.status, decided.author) == ("LOC", Status.ACCEPTED, "Ая")


NUMBERED: dict[type[Row], tuple[str, ...]] = {row_class: ids_in(row_class) for row_class in IN_DOCUMENTS}
NUMBERED[Article] += ("length",)
"""Ids are local to a document and the project gives its own; an article's length is that of the text it has."""


@cases_of(*IN_DOCUMENTS, without=NUMBERED)
def test_a_document_that_is_placed_in_a_project_keeps_the_field(case: Case) -> None:
    row = case.row
    numbers = iter(range(100, 200))
    changes = place_document(document_of(row), None, lambda: next(numbers))
    case.assert_kept(next(change.after for change in changes if isinstance(change.after, case.row_type)), row)


@every_field
def test_a_row_goes_from_process_to_process_whole(case: Case) -> None:
    assert pickle.loads(pickle.dumps(case.row)) == case.row


@every_field
def test_a_stored_row_is_read_whole_when_the_project_is_opened_again(case: Case, tmp_path: Path) -> None:
    row = case.row
    with project_with(row, tmp_path) as project:
        queued = stored(project, row)
    with Project.open(tmp_path / "a.pometka") as again:
        assert queued == row == stored(again, row)


@every_field
def test_undo_and_redo_after_opening_again_give_the_whole_row(case: Case, tmp_path: Path) -> None:
    row = case.row
    path = tmp_path / "a.pometka"
    with project_with(row, tmp_path) as project:
        project.apply(step_of(Change(row, SCHEME if isinstance(row, Scheme) else None)))
    with Project.open(path) as project:
        project.undo()
        project.flush()
        assert stored(project, row) == row
        project.undo()
        assert stored(project, row) != row
    with Project.open(path) as project:
        project.redo()
        project.flush()
        assert stored(project, row) == row


@cases_of(*DOCUMENT_FIELDS, without=NUMBERED)
def test_the_document_of_an_article_lists_the_whole_row(case: Case, tmp_path: Path) -> None:
    owners = {one.field: FIRST for one in DECLARED[case.row_type].references if one.to is Article}
    row = replace(case.row, **owners)
    with project_with(row, tmp_path) as project:
        (document,) = project.documents([FIRST])
    assert row in getattr(document, DOCUMENT_FIELDS[case.row_type])


@every_field
@pytest.mark.parametrize("is_saved", [True, False])
def test_a_row_is_whole_in_the_file_that_a_project_is_saved_as(case: Case, tmp_path: Path, *, is_saved: bool) -> None:
    row, path = case.row, tmp_path / "copy.pometka"
    with project_with(row, tmp_path) as project:
        if is_saved:
            project.flush()
        project.save_copy(path)
    with Project.open(path) as copy:
        assert stored(copy, row) == row


LOCAL = NUMBERED | {Article: (*NUMBERED[Article], "digest")}
"""Not in JSONL: ids are local to a file, and what hangs on what is said by where it stands in the line; digest and
length are made from the text."""


@cases_of(*IN_DOCUMENTS, without=LOCAL)
def test_jsonl_out_and_in_keeps_the_field(case: Case, tmp_path: Path) -> None:
    row = case.row
    (document,) = read_jsonl(write_jsonl([document_of(row)], tmp_path / "a.jsonl"))
    assert document.lost == ()
    case.assert_kept(row_in(document, case.row_type), row)


@cases_of(Scheme, *ABOVE_ARTICLES.values(), without={})
def test_jsonl_out_and_in_keeps_the_field_of_a_row_above_articles(case: Case, tmp_path: Path) -> None:
    (document,) = read_jsonl(write_jsonl([Document(Article(0), TEXT)], tmp_path / "a.jsonl", project=[case.row]))
    assert (document.project, document.lost) == ((case.row,), ())


def test_jsonl_carries_every_row_type() -> None:
    above = {Scheme, *ABOVE_ARTICLES.values()}
    carried = {declared.row_class for declared in ROW_TYPES}
    assert carried == above | set(IN_DOCUMENTS)


@cases_of(Scheme, without={})
def test_a_scheme_file_keeps_the_field(case: Case) -> None:
    assert scheme_from_json(scheme_to_json(case.row)) == case.row


@every_field
def test_the_row_of_a_case_differs_from_a_bare_one_in_one_field(case: Case) -> None:
    bare = VALUES.bare(case.row_type)
    names = row_strategies.field_types(case.row_type)
    assert [name for name in names if getattr(bare, name) != getattr(case.row, name)] == [case.path[0]]


def document_of(row: Any) -> Document:
    """Return a document that holds a row, with local ids."""
    if isinstance(row, Article):
        return Document(replace(row, id=0), TEXT)
    if isinstance(row, Body):
        return Document(Article(0), row.text)
    declared = DECLARED[type(row)]
    owners = {one.field: 0 if one.to is Article else None for one in declared.references}
    return Document(Article(0), TEXT, **{DOCUMENT_FIELDS[type(row)]: (replace(row, id=1, **owners),)})


def row_in(document: Document, row_type: type[Any]) -> Any:
    """Return the one row of a type that a document holds."""
    if row_type is Body:
        return Body(0, document.text)
    (row,) = [document.article] if row_type is Article else getattr(document, DOCUMENT_FIELDS[row_type])
    return row


def project_with(row: Any, folder: Path) -> Project:
    """Return a new project that holds a row.

    It also holds what the row hangs on.
    """
    project = Project.create(folder / "a.pometka", SCHEME)
    project.apply(step_of(*(Change(None, owner) for owner in owners_of(row))))
    project.apply(step_of(Change(SCHEME if isinstance(row, Scheme) else None, row)))
    return project


def owners_of(row: Any) -> Iterator[Row]:
    for number in (FIRST, SECOND):
        yield Article(number, length=len(TEXT))
        yield Body(number, TEXT)
    yield Annotation(MARKED, FIRST, Kind.ENTITY, "PER", (Span(0, 5),))
    yield from map(ClaimRecord, RECORDS)
    yield from map(Verdict, VERDICTS, RECORDS)
    if isinstance(row, Body):
        yield Article(row.id, length=len(row.text))


def step_of(*changes: Change) -> Step:
    return Step(Message("Change"), changes)


def stored(project: Project, row: Row) -> Any:
    """Return the stored row with the type and id of `row`.

    It is one that a project holds. Return None if it holds none.
    """
    owners = {None, *(article.id for article in project.articles())}
    rows = (one for owner in owners for one in project.rows_of(owner))
    return next((one for one in rows if key_of(one) == key_of(row)), None)
