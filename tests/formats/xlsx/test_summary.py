"""The sheet Summary, row by row: every table with its headers, its rows and their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.core.model import Annotation, Article, Document, Kind, Note, Progress, Role, Status
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions

TEXT = "Токаев и Бектенов сказали"
SCHEME = Scheme((Label("PER"), Label("ORG"), Label("promise", "claim"), Label("forecast", "claim")))
STATUSES = ["proposed", "accepted", "corrected", "rejected", "total"]
FORMS = ["direct", "indirect", "reported", "other", "total"]
PERSON = Annotation(1, 1, Kind.ENTITY, "PER", (Span(0, 6),), Status.ACCEPTED, normal="Токаев")
CLAIM = Annotation(11, 1, Kind.CLAIM, "forecast", (Span(0, 25),), roles=(Role("speaker", Span(0, 6), "Токаев"),))


def entities() -> Iterator[Annotation]:
    statuses = [Status.ACCEPTED] * 3 + [Status.CORRECTED] * 2 + [Status.PROPOSED, *[Status.REJECTED] * 4]
    for number, status in enumerate(statuses, start=1):
        yield replace(PERSON, id=number, status=status)
    yield replace(PERSON, id=21, label="ZZZ", normal="", pieces=(Span(9, 17),))
    yield replace(PERSON, id=22, label="ORG", attributes=(("referent", "Правительство"),))
    yield replace(PERSON, id=23, label="AAA", attributes=(("value", "5 %"),))


def claims() -> Iterator[Annotation]:
    for number, form in enumerate(("direct", "indirect", "indirect", "reported", "reported", "reported", ""), start=31):
        yield replace(CLAIM, id=number, attributes=(("form", form),) if form else ())
    unnamed = (Role("speaker", Span(9, 17)),)
    yield replace(
        CLAIM, id=41, label="promise", roles=unnamed, status=Status.CORRECTED, attributes=(("form", "direct"),)
    )
    yield replace(CLAIM, id=42, status=Status.REJECTED)


def summary(tmp_path: Path, **choices: object) -> list[list[object]]:
    first = Article(1, "А", date(2025, 9, 2), "nur.kz", progress=Progress.DONE)
    documents = [
        Document(first, TEXT, (*entities(), *claims()), (Note(1, "?", 1), Note(2, "!", 1, 1))),
        Document(Article(2, "Б", date(2024, 1, 5), "nur.kz"), TEXT),
        Document(Article(3, "В"), TEXT),
    ]
    options = ExportOptions(author="Ая", **choices)  # type: ignore[arg-type]
    context = ExportContext(SCHEME, "Проект", (Note(9, "о проекте"),), options)
    sheet = openpyxl.load_workbook(registry.write_file(documents, tmp_path / "книга.xlsx", context))["Summary"]
    rows = [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]
    return [*rows[:1], [rows[1][0], rows[1][2]], *rows[2:]]  # without the time


def test_the_summary_has_its_tables_in_order_with_headers_and_rows(tmp_path: Path) -> None:
    assert summary(tmp_path) == [
        ["Проект"],
        ["exported", "by Ая"],
        [],
        ["articles", 3],
        ["articles done", 1],
        ["dates", "2024-01-05", "2025-09-02"],
        ["entities", 9],
        ["claims", 8],
        ["notes", 3],
        ["rejected", 5, "left out"],
        [],
        ["entities by label", *STATUSES],
        ["PER", 1, 3, 2, 4, 10],
        ["ORG", 0, 1, 0, 0, 1],
        ["AAA", 0, 1, 0, 0, 1],
        ["ZZZ", 0, 1, 0, 0, 1],
        [],
        ["claims by kind", *STATUSES],
        ["promise", 0, 0, 1, 0, 1],
        ["forecast", 7, 0, 0, 1, 8],
        [],
        ["claims by form", *FORMS],
        ["promise", 1, 0, 0, 0, 1],
        ["forecast", 1, 2, 3, 1, 7],
        [],
        ["who speaks most", "claims"],
        ["Токаев", 7],
        ["Бектенов", 1],
        [],
        ["named most", "label", "mentions"],
        ["Токаев", "PER", 6],
        ["Бектенов", "ZZZ", 1],
        ["Правительство", "ORG", 1],
        [],
        ["sources", "articles"],
        ["nur.kz", 2],
        ["(none)", 1],
    ]


@pytest.mark.parametrize("wanted", [False, True])
def test_rejected_tags_are_called_left_out_where_they_are(tmp_path: Path, wanted: bool) -> None:
    (row,) = (row for row in summary(tmp_path, include_rejected=wanted) if row[:1] == ["rejected"])
    assert row == ["rejected", 5, *([] if wanted else ["left out"])]
