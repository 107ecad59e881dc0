"""Rows above the articles go with a project to another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Kind, Note, Origin, text_digest
from app.core.records import (
    ClaimPlace,
    ClaimRecord,
    Evidence,
    Judgement,
    JudgementKind,
    JudgementValue,
    RegisterRecord,
    Sample,
    SampleUnit,
    SavedQuery,
    Verdict,
)
from app.core.row_types import ABOVE_ARTICLES, DECLARED
from app.core.rows.row import Row
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.service.jobs.exporting.export_task import Export
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.jobs.importing.project_merge import ProjectMerge, complete_scheme
from app.service.project.schemes import default_scheme
from app.store import Project
from tests import row_strategies

TEXT = "Аким обещал школу. Министр обещал дорогу."
PLAIN = ImportOptions(pretag=False)
NOW = datetime(2026, 1, 2, tzinfo=UTC)
OTHER = JudgementValue.DIFFERENT

VALUES = row_strategies.row_values(
    st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8),
    st.just(Span(0, 1)),
    of_field={(Judgement, "kind"): st.just(JudgementKind.ENTITY)},
)


def fill(path: Path, *rows: Row, texts: tuple[str, ...] = (TEXT,), scheme: Scheme | None = None) -> Project:
    """Return a project with articles, each with two claims, and rows.

    Article ids are 1, 2 …; the claims of the first are 11 and 12.
    """
    project = Project.create(path, scheme or default_scheme())
    changes: list[Row] = []
    for number, text in enumerate(texts, start=1):
        title = f"Статья {number}"
        changes += [
            Article(number, title, key=f"a{number}", digest=text_digest(title, text), length=len(text)),
            Body(number, text),
            Annotation(10 * number + 1, number, Kind.CLAIM, "promise", (Span(0, 18),), origin=Origin.PRETAG),
            Annotation(10 * number + 2, number, Kind.CLAIM, "promise", (Span(19, 41),), origin=Origin.PRETAG),
        ]
    project.apply(Step(Message("fill"), tuple(Change(None, row) for row in (*changes, *rows))))
    project.flush()
    return project


def whole() -> list[Row]:
    """Return rows of every type that refer to one another."""
    return [
        RegisterRecord(101, "PER иванов", "И. Иванов", "PER", "заметка", (("wikidata", "Q1"),)),
        ClaimRecord(102, "promise", "школа", "аким", "2026", watched=NOW),
        ClaimRecord(103, "promise", "дорога", "министр"),
        Judgement(104, JudgementKind.ENTITY, "PER иванов", "PER иванов и", JudgementValue.SAME, 0.5, "r", "Ая", NOW),
        Judgement(105, JudgementKind.CLAIM, "102", "103", JudgementValue.DIFFERENT, made=NOW),
        Judgement(106, JudgementKind.ENTITY, "PER нет", "PER такого", JudgementValue.SAME, made=NOW, ended=NOW),
        Verdict(107, 102, "kept", "promises", made=NOW),
        Verdict(108, 103, "broken", "promises", made=NOW),
        Evidence(109, 108, "https://example.kz", "слова"),
        SavedQuery(110, "очередь", "kind:promise"),
        Note(111, "о проекте"),
        ClaimPlace(112, 11, 102),
        ClaimPlace(113, 12, 103),
        Sample(114, SampleUnit.ARTICLES, is_hidden=True, seed=7, population=1, members="1", author="Ая", made=NOW),
        Sample(115, SampleUnit.ANNOTATIONS, seed=8, query="date:2025", population=9, members="12 11", made=NOW),
    ]


def exported(project: Project, path: Path) -> Path:
    Export(project, path).run()
    return path


def imported(project: Project, *paths: Path, options: ImportOptions = PLAIN) -> Any:
    task = Import(project, paths, options)
    task.run()
    project.flush()
    return task.report


def described(project: Project) -> list[str]:
    """Return all rows above the articles, and places, without ids.

    A reference is said by what it leads to.
    """
    known: dict[tuple[type[Row], int], str] = {}
    for article in project.articles():
        known[Article, article.id] = article.title
        for row in project.annotations(article.id):
            known[Annotation, row.id] = f"{article.title} {row.span}"
    classes: list[type[Any]] = [*ABOVE_ARTICLES.values(), ClaimPlace]
    for row_class in classes:
        for row in project.rows(row_class):
            known[row_class, row.id] = _describe(row, known)
    notes = [note.text for note in project.notes(None)]
    return sorted([*(words for (kind, _), words in known.items() if kind not in (Annotation, Article)), *notes])


def _describe(row: Any, known: dict[tuple[type[Row], int], str]) -> str:
    declared, said = DECLARED[type(row)], {"id": 0}
    owners = {one.field: one.to for one in (*declared.references, *declared.weak)}
    said |= {field: known.get((to, getattr(row, field)), "gone") for field, to in owners.items()}
    worded = declared.worded
    if worded is not None and getattr(row, worded.where) == worded.value:
        both = sorted(known[worded.to, int(getattr(row, field))] for field in worded.fields)
        said |= dict(zip(worded.fields, both, strict=True))
    if isinstance(row, Sample):
        member = Article if row.unit is SampleUnit.ARTICLES else Annotation
        said["members"] = " ".join(known.get((member, number), "gone") for number in row.member_ids)
    return repr(replace(row, **said))


def test_a_project_exported_and_imported_elsewhere_loses_nothing(tmp_path: Path) -> None:
    scheme = default_scheme().with_option("scales", "своё").with_label(Label("SHIP"))
    with fill(tmp_path / "a.pometka", *whole(), scheme=scheme) as source:
        file, before = exported(source, tmp_path / "a.jsonl"), described(source)
    with Project.create(tmp_path / "b.pometka", default_scheme()) as target:
        report = imported(target, file)
        assert (report.skipped, described(target), target.scheme()) == ([], before, scheme)


def test_an_import_that_comes_again_brings_no_row_twice(tmp_path: Path) -> None:
    with fill(tmp_path / "a.pometka", *whole()) as source:
        file, before = exported(source, tmp_path / "a.jsonl"), described(source)
    with Project.create(tmp_path / "b.pometka", default_scheme()) as target:
        imported(target, file)
        report = imported(target, file)
        assert (described(target), report.left_out) == (before, [])


def test_places_of_new_articles_find_the_records_that_known_articles_brought(tmp_path: Path) -> None:
    second = ClaimPlace(114, 21, 102)
    with fill(tmp_path / "a.pometka", *whole(), second, texts=(TEXT, TEXT + " Да.")) as source:
        file, before = exported(source, tmp_path / "a.jsonl"), described(source)
    first, other = file.read_text("utf-8").splitlines()
    with Project.create(tmp_path / "b.pometka", default_scheme()) as target:
        (tmp_path / "first.jsonl").write_text(first + "\n", "utf-8")
        imported(target, tmp_path / "first.jsonl")
        (tmp_path / "both.jsonl").write_text(f"{first}\n{other}\n", "utf-8")
        imported(target, tmp_path / "both.jsonl")
        assert described(target) == before


@pytest.mark.parametrize("unit", list(SampleUnit))
def test_a_sample_keeps_its_order_where_members_are_missing(tmp_path: Path, unit: SampleUnit) -> None:
    members = "2 1 2" if unit is SampleUnit.ARTICLES else "22 11 21 12"
    sample = Sample(114, unit, seed=7, members=members, made=NOW)
    with fill(tmp_path / "a.pometka", sample, texts=(TEXT, TEXT + " Да.")) as source:
        file = exported(source, tmp_path / "a.jsonl")
    (tmp_path / "first.jsonl").write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    with fill(tmp_path / "b.pometka", texts=("Другая статья.",)) as target:
        report = imported(target, tmp_path / "first.jsonl")
        (found,) = target.rows(Sample)
        is_there = [bool(number) for number in found.member_ids]
        assert is_there == ([False, True, False] if unit is SampleUnit.ARTICLES else [False, True, False, True])
        assert sum("random sample" in str(message) for message in report.skipped) == 1
        rows = {row.id: row.span for row in target.found_annotations(found.member_ids)}
        if unit is SampleUnit.ANNOTATIONS:
            assert [rows[number] for number in found.member_ids if number] == [Span(0, 18), Span(19, 41)]


def test_one_undo_takes_the_rows_back_with_the_import(tmp_path: Path) -> None:
    with fill(tmp_path / "a.pometka", *whole()) as source:
        file = exported(source, tmp_path / "a.jsonl")
    with Project.create(tmp_path / "b.pometka", default_scheme()) as target:
        imported(target, file)
        target.undo()
        assert (described(target), target.articles()) == ([], [])


def test_what_the_project_has_stays_and_the_difference_is_said(tmp_path: Path) -> None:
    with fill(tmp_path / "a.pometka", *whole()) as source:
        file = exported(source, tmp_path / "a.jsonl")
    own = [
        RegisterRecord(501, "PER иванов", "Пётр"),
        Judgement(502, JudgementKind.ENTITY, "PER иванов", "PER иванов и", OTHER, made=NOW),
        SavedQuery(503, "очередь", "kind:forecast"),
    ]
    with fill(tmp_path / "b.pometka", *own, texts=("Другая статья.",)) as target:
        report = imported(target, file)
        assert target.rows(RegisterRecord) == own[:1]
        assert target.rows(SavedQuery) == own[2:]
        live = [row for row in target.rows(Judgement) if row.is_live and row.kind is JudgementKind.ENTITY]
        assert live == own[1:2]
        assert sum("other values" in str(message) for message in report.skipped) == 3
        assert len(target.rows(Verdict)) == 2


def test_a_proposal_that_is_a_place_survives_tagging_on_the_way_in(tmp_path: Path) -> None:
    with fill(tmp_path / "a.pometka", *whole()) as source:
        file, before = exported(source, tmp_path / "a.jsonl"), described(source)
    with Project.create(tmp_path / "b.pometka", default_scheme()) as target:
        imported(target, file, options=ImportOptions())
        assert described(target) == before


def test_a_place_and_a_row_whose_record_is_not_in_the_file_are_said(tmp_path: Path) -> None:
    lines = (
        '{"id":"a","text":"слово","title":"т","entities":[],'
        '"claims":[{"start":0,"end":5,"kind":"promise","places":[{"record_id":7}]}],'
        '"project":{"verdict":[{"id":1,"record_id":7}],"judgement":[{"id":2,"kind":"claim","left":"7","right":"x"}]}}\n'
    )
    (tmp_path / "a.jsonl").write_text(lines, "utf-8")
    with Project.create(tmp_path / "b.pometka", default_scheme()) as target:
        report = imported(target, tmp_path / "a.jsonl")
        assert (report.articles, described(target), len(report.skipped)) == (1, [], 3)


def test_labels_that_a_project_lacks_are_added_without_keys_that_are_taken() -> None:
    own = Scheme((Label("PER", key="1"),), (("a", "1"),))
    brought = Scheme((Label("PER", key="2"), Label("SHIP", key="1"), Label("CAR", key="3")), (("a", "2"), ("b", "3")))
    found = complete_scheme(own, brought)
    assert [(label.name, label.key) for label in found.labels] == [("PER", "1"), ("SHIP", ""), ("CAR", "3")]
    assert found.options == (("a", "1"), ("b", "3"))


def strangers(row_class: type[Any]) -> st.SearchStrategy[list[Row]]:
    """Return rows of a type, with ids from 1, without references."""
    rows = VALUES.rows(row_class)
    return st.lists(rows, max_size=4).map(
        lambda found: [replace(row, id=number) for number, row in enumerate(found, start=1)]
    )


ROOTS = [row_class for row_class in ABOVE_ARTICLES.values() if not DECLARED[row_class].references]


@pytest.mark.parametrize("row_class", ROOTS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_merging_twice_is_merging_once_and_loses_no_row(row_class: Any, data: Any, tmp_path_factory: Any) -> None:
    rows = data.draw(strangers(row_class))
    folder = tmp_path_factory.mktemp("merge")
    with Project.create(folder / "a.pometka", default_scheme()) as project:
        once = list(_merge_twice(project, rows))
        stored = project.rows(row_class)
    assert [replace(row, id=0) for row in stored] == [replace(row, id=0) for row in rows]
    assert once == [len(rows), 0]


def _merge_twice(project: Project, rows: list[Row]) -> Iterator[int]:
    for _ in range(2):
        changes = ProjectMerge(project).merge_rows(rows, 0, is_empty=False)
        project.apply(Step(Message("merge"), tuple(changes)))
        yield len(changes)
