"""Every sheet has its columns in order.

Each has its header, its value and its look.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.core.model import Annotation, Article, Document, Kind, Note, Origin, Priority, Progress, Role, Status
from app.core.scheme import Attribute, Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.xlsx.columns.sheet_columns import make_sheet_columns
from app.formats.xlsx.values.row_keys import make_project_tag
from app.formats.xlsx.values.words import LANGUAGES
from app.formats.xlsx.workbook import make_naming
from app.service.project.schemes import default_scheme

from .books import keys, rows, sheet

TEXT = "Доходы выросли на 5–7 тенге. Токаев сказал: рост продолжится."
CREATED, CHANGED = datetime(2025, 3, 1, 8, 0, tzinfo=UTC), datetime(2025, 3, 2, 9, 30, tzinfo=UTC)
SCHEME = Scheme(
    (
        Label("MONEY", titles=(("en", "Sum of money"),), attributes=(Attribute("counted"), Attribute("value"))),
        Label("DATE", attributes=(Attribute("counted"), Attribute("value"))),
        Label("forecast", "claim", attributes=(Attribute("due"), Attribute("form"), Attribute("verdict"))),
    )
)
ARTICLE = Article(
    71,
    "Заголовок",
    date(2025, 9, 2),
    "nur.kz",
    "https://nur.kz/1",
    "ключ",
    Progress.DONE,
    length=64,
    language="ru",
    tags=("выборы", "срочное"),
    priority=Priority.HIGH,
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
    attributes=(("due", "2026"), ("figures", "5000000 KZT; 30 %"), ("form", "indirect"), ("verdict", "верно")),
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


def local(time: datetime) -> datetime:
    return time.astimezone().replace(tzinfo=None)


TAG = make_project_tag("Алатау")
MONEY_KEY = f"E-{TAG}-81"
DAY_OF_ARTICLE = datetime.fromisoformat("2025-09-02")
WHERE: tuple[tuple[str, Any], ...] = (("date", DAY_OF_ARTICLE), ("source", "nur.kz"), ("url", "https://nur.kz/1"))


def entity(number: int, label: str, **differing: Any) -> list[tuple[str, Any]]:
    columns = {
        "text": "5–7 тенге",
        "label": label,
        "normal": "5–7 тенге",
        "referent": None,
        "context": SENTENCE,
        **dict(WHERE),
        "note": None,
        "status": "proposed",
        "day": None,
        "amount": None,
        "amount_to": None,
        "unit": None,
        "title": "Заголовок",
        "key": f"E-{TAG}-{number}",
        "value": None,
        "counted": None,
        "article": f"P-{TAG}-71",
        "start": 18,
        "stop": 27,
        "origin": "tagged beforehand",
        "confidence": 0.1235,
        "rule": "money/1",
        "changed": local(CREATED),
        "author": "Ая",
        "is_MONEY": int(label == "Sum of money"),
        "is_DATE": int(label == "DATE"),
    }
    return list({**columns, **differing}.items())


def note_row(
    on: str, text: str | None, note: str, label: str | None, annotation: str | None, number: int, **differing: Any
) -> list[tuple[str, Any]]:
    columns = {
        "on": on,
        "text": text,
        "note": note,
        "label": label,
        "author": None,
        "changed": None,
        "key": f"R-{TAG}-{number}",
        "article": None if on == "project" else f"P-{TAG}-71",
        "annotation": annotation,
        "created": local(CREATED) if number == 1 else None,
    }
    return list({**columns, **differing}.items())


EXPECTED: dict[str, list[list[tuple[str, Any]]]] = {
    "articles": [
        [
            ("title", "Заголовок"),
            *WHERE,
            ("progress", "done"),
            ("remark", None),
            ("tags", "выборы, срочное"),
            ("priority", "high"),
            ("entities", 3),
            ("claims", 1),
            ("proposed", 2),
            ("note", "к статье"),
            ("key", f"P-{TAG}-71"),
            ("language", "ru"),
            ("length", 64),
            ("source_key", "ключ"),
        ]
    ],
    "entities": [
        entity(
            81,
            "Sum of money",
            normal="5-7 KZT",
            referent="Запись",
            note="к сумме",
            status="corrected",
            amount=5,
            amount_to=7,
            unit="KZT",
            value="5–7\N{NO-BREAK SPACE}KZT",
            counted="доход",
            changed=local(CHANGED),
        ),
        entity(82, "DATE", day=datetime.fromisoformat("2025-01-31"), value="2025-01-31"),
        entity(83, "DATE", day=datetime.fromisoformat("2025-01-31"), value="2025-01-31"),
    ],
    "claims": [
        [
            ("speaker", "Касым-Жомарт Токаев"),
            ("text", "рост продолжится"),
            ("kind", "forecast"),
            ("due", "2026"),
            ("figures", "5,000,000\N{NO-BREAK SPACE}KZT; 30\N{NO-BREAK SPACE}%"),
            *WHERE,
            ("note", "к утверждению"),
            ("status", "accepted"),
            ("form", "indirect"),
            ("cue", "сказал"),
            ("summary", None),
            ("verdict", "верно"),
            ("amount", 5_000_000),
            ("amount_to", None),
            ("unit", "KZT"),
            ("title", "Заголовок"),
            ("key", f"C-{TAG}-91"),
            ("context", SPEECH),
            ("speaker_words", "Токаев"),
            ("article", f"P-{TAG}-71"),
            ("start", 44),
            ("stop", 60),
            ("origin", "by hand"),
            ("confidence", 0.5),
            ("rule", "claim/2"),
            ("changed", local(CREATED)),
            ("author", "Айгуль"),
            ("is_forecast", 1),
        ]
    ],
    "register": [],
    "notes": [
        note_row("project", None, "к проекту", None, None, 9),
        note_row(
            "entity", "5–7 тенге", "к сумме", "Sum of money", f"E-{TAG}-81", 1, author="Б", changed=local(CHANGED)
        ),
        note_row("article", "Заголовок", "к статье", None, None, 2, author="В"),
        note_row("claim", "рост продолжится", "к утверждению", "forecast", f"C-{TAG}-91", 3),
    ],
}
LOOKS = {
    "date": {"date", "day"},
    "time": {"created", "changed"},
    "number": {"start", "stop", "length", "proposed"},
    "number link": {"entities", "claims"},
    "amount": {"amount", "amount_to"},
    "share": {"confidence"},
    "link": {"url", "on"},
    "rich": {"context"},
    "due": {"due"},
    "figures": {"figures"},
    "wrapped": {"text", "normal", "referent", "note", "speaker", "summary", "tags"},
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path: Path = tmp_path_factory.mktemp("columns") / "книга.xlsx"
    context = ExportContext(SCHEME, "Алатау", (Note(9, "к проекту"),))
    registry.write_file([DOCUMENT], path, context)
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("key", EXPECTED)
def test_a_sheet_has_its_columns_in_order_with_their_values(book: openpyxl.Workbook, key: str) -> None:
    assert [list(row.items()) for row in rows(sheet(book, key))] == EXPECTED[key]


@pytest.mark.parametrize("key", EXPECTED)
def test_a_column_has_the_look_of_its_values(book: openpyxl.Workbook, key: str) -> None:
    worksheet = sheet(book, key)
    for header, cell in zip(keys(worksheet), worksheet[2], strict=False):
        look = next((name for name, columns in LOOKS.items() if header in columns), "text")
        look = "wrapped" if (key, header) == ("notes", "text") else look
        look = "link" if header == "title" and key != "articles" else "wrapped" if header == "title" else look
        look = "flag" if header.startswith("is_") else look
        if cell.value is not None:
            assert cell.style == f"Pometka {look}", header


@pytest.mark.parametrize("key", EXPECTED)
def test_every_header_holds_its_key_in_a_comment_and_a_name(book: openpyxl.Workbook, key: str) -> None:
    worksheet = sheet(book, key)
    for cell, column in zip(worksheet[1], keys(worksheet), strict=True):
        assert cell.comment.text == column
        assert book.defined_names[f"{key}_{column}"].attr_text == f"'{worksheet.title}'!${cell.column_letter}$1"


def test_what_matters_comes_first_and_bookkeeping_is_folded_at_the_right(book: openpyxl.Workbook) -> None:
    claims, entities = sheet(book, "claims"), sheet(book, "entities")
    assert keys(claims)[:9] == ["speaker", "text", "kind", "due", "figures", "date", "source", "url", "note"]
    assert keys(entities)[:8] == ["text", "label", "normal", "referent", "context", "date", "source", "url"]
    for worksheet in (claims, entities, sheet(book, "articles"), sheet(book, "notes")):
        folded = [worksheet.column_dimensions[cell.column_letter].hidden for cell in worksheet[1]]
        assert folded == sorted(folded) and any(folded)
        shown = [cell.column_letter for cell, is_folded in zip(worksheet[1], folded, strict=True) if not is_folded]
        first = sum(worksheet.column_dimensions[column].width for column in shown[:9])
        assert first <= 255, "1920 pixels hold 255 digits"


def test_titles_of_columns_differ_in_each_language() -> None:
    naming = make_naming(ExportContext(SCHEME))
    for columns in make_sheet_columns(naming).values():
        for language in LANGUAGES:
            titles = [column.title.say(language) for column in columns.columns]
            assert len(set(titles)) == len(titles)


def test_an_english_title_has_latin_letters_and_a_russian_one_cyrillic() -> None:
    names = {label.name for label in SCHEME.labels}
    for columns in make_sheet_columns(make_naming(ExportContext(SCHEME))).values():
        for title in (column.title for column in columns.columns if column.title.say("ru") not in names):
            english, russian = title.say("en"), title.say("ru")
            assert english == russian or (english.isascii() and re.search("[а-яё]", russian, re.IGNORECASE)), title


def test_a_title_means_the_same_column_in_every_language() -> None:
    for columns in make_sheet_columns(make_naming(ExportContext(SCHEME))).values():
        found: dict[str, str] = {}
        for column in columns.columns:
            for language in LANGUAGES:
                assert found.setdefault(column.title.say(language), column.key) == column.key


def test_these_columns_come_back() -> None:
    columns = make_sheet_columns(make_naming(ExportContext(SCHEME)))
    back = {key: {column.key for column in found.columns if column.comes_back} for key, found in columns.items()}
    assert back["entities"] == {"text", "label", "normal", "referent", "note", "status"}
    assert back["claims"] == {"speaker", "text", "kind", "due", "note", "status", "cue"}
    assert back["notes"] == back["articles"] == {"note"}
    assert back["register"] == back["changes"] == set()


@pytest.mark.parametrize(("sheet_key", "last"), [("articles", "note"), ("entities", "status"), ("claims", "status")])
def test_what_matters_is_seen_on_a_screen_of_1920_pixels(sheet_key: str, last: str) -> None:
    naming = make_naming(ExportContext(default_scheme(), options=ExportOptions(language="ru")))
    columns = make_sheet_columns(naming)[sheet_key].columns
    shown = columns[: [column.key for column in columns].index(last) + 1]
    row_numbers, scroll_bar = 35, 20
    assert sum(int(column.width * 7 + 5) for column in shown) <= 1920 - row_numbers - scroll_bar
