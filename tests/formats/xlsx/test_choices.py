"""What is chosen for a workbook is what stands in it.

Language, sheets, columns, authors.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from app.core.message import UserError
from app.core.model import Article, Document, Note, Progress, Status
from app.core.scheme import Label, Scheme
from app.formats import registry
from app.formats.export_context import ExportContext, ExportedStep
from app.formats.export_options import ExportOptions
from app.formats.xlsx.values.words import SHEETS

from .books import keys, rows, sheet
from .test_workbook import annotated

SCHEME = Scheme(
    (
        Label("LOC", titles=(("en", "Place"), ("ru", "Место"))),
        Label("PERCENT", titles=(("en", "Share"), ("ru", "Место"))),
        Label("forecast", "claim", titles=(("en", "Forecast"), ("ru", "Прогноз"))),
    )
)
STEP = ExportedStep(5, datetime(2025, 9, 2, 12, tzinfo=UTC), "Ая", "accept “Алатау”", "Статья", 1, "undone")


def export(tmp_path: Path, *found: Document, **choices: object) -> openpyxl.Workbook:
    options = ExportOptions(author="Ая", **choices)  # type: ignore[arg-type]
    context = ExportContext(SCHEME, "Проект", (), options, steps=(STEP,))
    return openpyxl.load_workbook(registry.write_file(found or [annotated()], tmp_path / "книга.xlsx", context))


def test_a_workbook_is_in_its_language(tmp_path: Path) -> None:
    book = export(tmp_path, language="ru")
    assert book.sheetnames == ["Сводка", "Статьи", "Имена", "Утверждения", "Реестр", "Заметки", "Метки"]
    assert [cell.value for cell in sheet(book, "claims")[1]][:4] == ["Говорящий", "Утверждение", "Вид", "Срок"]
    place, share = rows(sheet(book, "entities"))
    assert (place["label"], place["status"], place["origin"]) == ("Место (LOC)", "принято", "автоматически")
    assert share["label"] == "Место (PERCENT)"
    (claim,) = rows(sheet(book, "claims"))
    assert (claim["kind"], claim["form"]) == ("Прогноз", "прямая речь")
    assert {row["on"] for row in rows(sheet(book, "notes"))} == {"утверждение", "статья"}


def test_keys_and_tables_are_the_same_in_every_language(tmp_path: Path) -> None:
    books = [export(tmp_path, language=language) for language in ("en", "ru")]
    for key in ("articles", "entities", "claims", "register", "notes", "labels"):
        english, russian = (sheet(book, key) for book in books)
        assert keys(english) == keys(russian)
        assert list(english.tables) == list(russian.tables) == [key.capitalize()]
    assert books[0].defined_names.keys() == books[1].defined_names.keys()


def test_no_sheet_is_wanted_by_name_means_all_but_the_changes(tmp_path: Path) -> None:
    assert export(tmp_path).sheetnames == [words.en for key, words in SHEETS.items() if key != "changes"]


@pytest.mark.parametrize("key", SHEETS)
def test_each_sheet_can_stand_alone(tmp_path: Path, key: str) -> None:
    assert export(tmp_path, sheets=(key,)).sheetnames == [SHEETS[key].en]


def test_a_sheet_that_is_not_known_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="“pages”"):
        export(tmp_path, sheets=("pages",))


def test_changes_tell_who_changed_what_and_when(tmp_path: Path) -> None:
    (row,) = rows(sheet(export(tmp_path, sheets=("changes",)), "changes"))
    assert (row["author"], row["what"], row["title"], row["state"]) == ("Ая", STEP.title, "Статья", "undone")
    assert row["time"] == STEP.time.astimezone().replace(tzinfo=None)


def test_chosen_columns_stand_alone_with_the_key(tmp_path: Path) -> None:
    book = export(tmp_path, columns=("claims.text", "claims.speaker"))
    assert keys(sheet(book, "claims")) == ["speaker", "text", "key"]
    assert len(keys(sheet(book, "entities"))) > 20


def test_a_column_that_is_not_known_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"claims\.words"):
        export(tmp_path, columns=("claims.words",))


def test_without_authors_no_name_of_a_person_who_annotated_is_written(tmp_path: Path) -> None:
    document = replace(annotated(), notes=(Note(1, "заметка", 7, author="Айгуль"),))
    export(tmp_path, document, with_authors=False, sheets=tuple(SHEETS))
    texts = openpyxl.load_workbook(tmp_path / "книга.xlsx")
    words = {str(cell) for one in texts for row in one.iter_rows(values_only=True) for cell in row}
    assert not words & {"Айгуль", "Ая"}
    assert texts.properties.creator == "Pometka"


def test_labels_and_statuses_choose_annotations(tmp_path: Path) -> None:
    assert [row["text"] for row in rows(sheet(export(tmp_path, labels=("LOC",)), "entities"))] == ["Алатау"]
    book = export(tmp_path, statuses=(Status.REJECTED, Status.CORRECTED))
    assert [row["status"] for row in rows(sheet(book, "entities"))] == ["rejected"]
    assert [row["status"] for row in rows(sheet(book, "claims"))] == ["corrected"]


@pytest.mark.parametrize(
    ("choices", "taken"),
    [
        ({}, "abc"),
        ({"done_only": True}, "b"),
        ({"since": date(2025, 9, 2)}, "b"),
        ({"until": date(2025, 9, 1)}, "a"),
        ({"since": date(2025, 9, 1), "until": date(2025, 9, 2)}, "ab"),
    ],
)
def test_articles_are_chosen_by_progress_and_period(choices: dict[str, object], taken: str) -> None:
    articles = [
        Article(1, "a", date(2025, 9, 1)),
        Article(2, "b", date(2025, 9, 2), progress=Progress.DONE),
        Article(3, "c"),
    ]
    options = ExportOptions(**choices)  # type: ignore[arg-type]
    assert "".join(article.title for article in articles if options.includes_article(article)) == taken
