"""Every sheet has its columns in order, each with its header, its value and its look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.core.model import Annotation, Article, Document, Kind, Note, Origin, Progress, Role, Status
from app.core.scheme import Attribute, Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext

TEXT = "Доходы выросли на 5–7 тенге. Токаев сказал: рост продолжится."
CREATED, CHANGED = datetime(2025, 3, 1, 8, 0, tzinfo=UTC), datetime(2025, 3, 2, 9, 30, tzinfo=UTC)
SCHEME = Scheme(
    (
        Label("MONEY", attributes=(Attribute("counted"), Attribute("value"))),
        Label("DATE", attributes=(Attribute("counted"),)),
        Label("forecast", "claim", attributes=(Attribute("due"), Attribute("form"))),
    )
)
ARTICLE = Article(
    71, "Заголовок", date(2025, 9, 2), "nur.kz", "https://nur.kz/1", "ключ", Progress.DONE, length=64, language="ru"
)
MONEY = Annotation(
    id=81,
    article_id=71,
    kind=Kind.ENTITY,
    label="MONEY",
    pieces=(Span(18, 27),),
    status=Status.CORRECTED,
    origin=Origin.PRETAG,
    rule="money/1",
    confidence=0.123456,
    normal="5-7 KZT",
    attributes=(("counted", "доход"), ("referent", "Запись"), ("value", "5/7 KZT")),
    author="Ая",
    created=CREATED,
    changed=CHANGED,
)
DAY = replace(
    MONEY, id=82, label="DATE", attributes=(("value", "2025-01-31"),), status=Status.PROPOSED, changed=None, normal=""
)
CLAIM = Annotation(
    id=91,
    article_id=71,
    kind=Kind.CLAIM,
    label="forecast",
    pieces=(Span(44, 60),),
    status=Status.ACCEPTED,
    origin=Origin.MANUAL,
    rule="claim/2",
    confidence=0.5,
    attributes=(("due", "2026"), ("form", "indirect")),
    roles=(Role("speaker", Span(29, 35), "Касым-Жомарт Токаев"), Role("cue", Span(36, 42), "сказать")),
    author="Айгуль",
    created=CREATED,
)
DOCUMENT = Document(
    ARTICLE,
    TEXT,
    (MONEY, DAY, replace(DAY, id=83), CLAIM),
    (
        Note(1, "к сумме", 71, 81, "Б", CREATED, CHANGED),
        Note(2, "к статье", 71, None, "В"),
        Note(3, "к утверждению", 71, 91),
    ),
)
SENTENCE, SPEECH = "Доходы выросли на 5–7 тенге.", "Токаев сказал: рост продолжится."
OF_ARTICLE = (
    ("article", 71),
    ("title", "Заголовок"),
    ("date", datetime.fromisoformat("2025-09-02")),
    ("source", "nur.kz"),
    ("url", "https://nur.kz/1"),
)


def local(time: datetime) -> datetime:
    return time.astimezone().replace(tzinfo=None)


EXPECTED: dict[str, list[tuple[tuple[str, Any], ...]]] = {
    "Articles": [
        (
            *OF_ARTICLE,
            ("key", "ключ"),
            ("progress", "done"),
            ("language", "ru"),
            ("length", 64),
            ("entities", 3),
            ("claims", 1),
            ("proposed", 2),
            ("note", "к статье"),
        )
    ],
    "Entities": [
        (
            *OF_ARTICLE,
            ("start", 18),
            ("stop", 27),
            ("text", "5–7 тенге"),
            ("label", "MONEY"),
            ("normal", "5-7 KZT"),
            ("value", "5/7 KZT"),
            ("day", None),
            ("amount", 5),
            ("amount_to", 7),
            ("unit", "KZT"),
            ("referent", "Запись"),
            ("counted", "доход"),
            ("status", "corrected"),
            ("origin", "pretag"),
            ("confidence", 0.1235),
            ("context", SENTENCE),
            ("note", "к сумме"),
            ("author", "Ая"),
            ("changed", local(CHANGED)),
            ("rule", "money/1"),
            ("id", 81),
        ),
        (
            *OF_ARTICLE,
            ("start", 18),
            ("stop", 27),
            ("text", "5–7 тенге"),
            ("label", "DATE"),
            ("normal", "5–7 тенге"),
            ("value", "2025-01-31"),
            ("day", datetime.fromisoformat("2025-01-31")),
            ("amount", None),
            ("amount_to", None),
            ("unit", None),
            ("referent", None),
            ("counted", None),
            ("status", "proposed"),
            ("origin", "pretag"),
            ("confidence", 0.1235),
            ("context", SENTENCE),
            ("note", None),
            ("author", "Ая"),
            ("changed", local(CREATED)),
            ("rule", "money/1"),
            ("id", 82),
        ),
    ],
    "Claims": [
        (
            *OF_ARTICLE,
            ("start", 44),
            ("stop", 60),
            ("claim", "рост продолжится"),
            ("kind", "forecast"),
            ("form", "indirect"),
            ("speaker", "Токаев"),
            ("speaker_normal", "Касым-Жомарт Токаев"),
            ("cue", "сказал"),
            ("due", "2026"),
            ("status", "accepted"),
            ("origin", "manual"),
            ("confidence", 0.5),
            ("context", SPEECH),
            ("note", "к утверждению"),
            ("author", "Айгуль"),
            ("changed", local(CREATED)),
            ("rule", "claim/2"),
            ("id", 91),
        )
    ],
    "Notes": [
        (
            ("article", None),
            ("title", None),
            ("on", "project"),
            ("annotation", None),
            ("label", None),
            ("text", None),
            ("note", "к проекту"),
            ("author", None),
            ("created", None),
            ("changed", None),
            ("id", 9),
        ),
        (
            ("article", 71),
            ("title", "Заголовок"),
            ("on", "entity"),
            ("annotation", 81),
            ("label", "MONEY"),
            ("text", "5–7 тенге"),
            ("note", "к сумме"),
            ("author", "Б"),
            ("created", local(CREATED)),
            ("changed", local(CHANGED)),
            ("id", 1),
        ),
        (
            ("article", 71),
            ("title", "Заголовок"),
            ("on", "article"),
            ("annotation", None),
            ("label", None),
            ("text", None),
            ("note", "к статье"),
            ("author", "В"),
            ("created", None),
            ("changed", None),
            ("id", 2),
        ),
        (
            ("article", 71),
            ("title", "Заголовок"),
            ("on", "claim"),
            ("annotation", 91),
            ("label", "forecast"),
            ("text", "рост продолжится"),
            ("note", "к утверждению"),
            ("author", None),
            ("created", None),
            ("changed", None),
            ("id", 3),
        ),
    ],
}
EXPECTED["Entities"].append((*EXPECTED["Entities"][1][:-1], ("id", 83)))
LOOKS = {
    "date": {"date", "day"},
    "time": {"created", "changed"},
    "number": {"article", "start", "stop", "id", "length", "entities", "claims", "proposed", "annotation"},
    "amount": {"amount", "amount_to"},
    "share": {"confidence"},
    "link": {"url"},
    "wrapped": {"text", "normal", "context", "note", "claim", "speaker", "speaker_normal"},
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path: Path = tmp_path_factory.mktemp("columns") / "книга.xlsx"
    registry.write_file([DOCUMENT], path, ExportContext(SCHEME, project_notes=(Note(9, "к проекту"),)))
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("sheet", EXPECTED)
def test_a_sheet_has_its_columns_in_order_with_their_values(book: openpyxl.Workbook, sheet: str) -> None:
    headers, *rows = book[sheet].iter_rows(values_only=True)
    assert [list(zip(headers, row, strict=True)) for row in rows] == [list(row) for row in EXPECTED[sheet]]


@pytest.mark.parametrize("sheet", EXPECTED)
def test_no_two_columns_could_be_swapped_unseen(sheet: str) -> None:
    columns = [tuple(values) for values in zip(*([value for _, value in row] for row in EXPECTED[sheet]), strict=True)]
    assert len({tuple(map(str, column)) for column in columns}) == len(columns)


@pytest.mark.parametrize("sheet", EXPECTED)
def test_a_column_has_the_look_of_its_values(book: openpyxl.Workbook, sheet: str) -> None:
    for header, cell in zip(book[sheet][1], book[sheet][2], strict=True):
        look = next((name for name, columns in LOOKS.items() if header.value in columns), "text")
        if cell.value is not None:
            assert cell.style == f"Pometka {look}", header.value
