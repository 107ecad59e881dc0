"""The analyst's own article goes through the command line.

It goes from the file to the workbook's cells.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.formats.xlsx.books import rows as keyed_rows

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def book(shared: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    """Return the workbook that two commands make of the analyst's article."""
    folder = tmp_path_factory.mktemp("analyst")
    for words in (
        ("import", "p.pometka", str(shared / "seeds")),
        ("export", "p.pometka", "o.xlsx", "--language", "en"),
    ):
        command = [sys.executable, "-P", "-m", "app", *words]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return openpyxl.load_workbook(folder / "o.xlsx")


def rows(book: openpyxl.Workbook, name: str) -> Rows:
    return keyed_rows(book[name])


def test_the_article_has_its_date_address_and_source(book: openpyxl.Workbook) -> None:
    (article,) = rows(book, "Articles")
    assert article["title"] == "Новый казахстанский город Алатау получит особый статус"
    assert article["date"] == datetime.fromisoformat("2025-09-02")
    assert article["source"] == "nur.kz"
    assert article["url"].startswith("https://www.nur.kz/politics/universe/2281341-")
    assert book["Articles"]["D2"].hyperlink.target == article["url"]
    assert book["Articles"]["B2"].is_date


def test_persons_and_places_stand_with_their_normal_forms(book: openpyxl.Workbook) -> None:
    found = {(row["label"], row["normal"]) for row in rows(book, "Entities")}
    assert {("Person", "Касым-Жомарт Токаев"), ("Place", "Казахстан"), ("Place", "Сингапур")} <= found


def test_the_sum_and_the_share_stand_with_their_values(book: openpyxl.Workbook) -> None:
    values = {row["text"]: (row["label"], row["value"]) for row in rows(book, "Entities")}
    assert values["5 триллионов долларов"] == ("Money", "5,000,000,000,000\u00a0USD")
    assert values["30 процентов"] == ("Percentage", "30\u00a0%")


def test_eight_claims_or_more_most_with_a_speaker(book: openpyxl.Workbook) -> None:
    claims = rows(book, "Claims")
    assert len(claims) >= 8
    assert sum(bool(row["speaker"]) for row in claims) >= 7
    assert {"kind", "form", "cue", "context"} <= {name for row in claims for name, value in row.items() if value}


def test_every_offset_finds_its_words(book: openpyxl.Workbook) -> None:
    length = rows(book, "Articles")[0]["length"]
    for row in rows(book, "Entities"):
        assert row["stop"] - row["start"] == len(row["text"])
        assert row["stop"] <= length
        assert row["text"] in row["context"]
