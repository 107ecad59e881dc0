"""No cell of our CSV is a formula; reading gives the texts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.model import Article, Document
from app.core.scheme import Scheme
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.tables.guarded_cells import guard_cell, unguard_cell

FORMULAS = ["=cmd|' /C calc'!A0", "+7 (727) 250-00-00 — телефон акимата", "- Алло, - сказал он.", "@SUM(A1)", "\t=1+1"]


def write(document: Document, path: Path) -> None:
    registry.write_file([document], path, ExportContext(Scheme(()), "проект", options=ExportOptions("csv")))


@pytest.mark.parametrize("ending", ["csv", "tsv"])
@pytest.mark.parametrize("text", FORMULAS)
def test_formula_is_written_as_text_and_read_back_exactly(text: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    write(Document(Article(0, text, source=text, length=len(text)), text), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.reader(file, delimiter="," if ending == "csv" else "\t"))[1]
    assert [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@")] == []
    (found,) = registry.read_file(path, mends=False)
    assert (found.article.title, found.article.source, found.text) == (text, text.strip(), text)


@pytest.mark.parametrize("number", ["-5", "+3,2", "12.5%", "-7%", "0"])
def test_number_stays_a_number(number: str) -> None:
    assert guard_cell(number) == number


@given(st.text(alphabet="'=+-@\t аб1", max_size=6))
def test_reading_takes_away_what_writing_put_there(text: str) -> None:
    assert unguard_cell(guard_cell(text)) == text


def test_apostrophe_in_the_table_of_others_stays(tmp_path: Path) -> None:
    path = tmp_path / "their.csv"
    path.write_text("title,text\nМост,'-5 градусов' ждут утром\n", "utf-8")
    (found,) = registry.read_file(path, mends=False)
    assert "'-5 градусов' ждут утром" in found.text


BLANKS = st.text(alphabet="\n \u00a0\u2028\t", max_size=4)


@pytest.mark.parametrize("ending", ["csv", "tsv"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=BLANKS, middle=BLANKS, after=BLANKS)
def test_text_and_title_come_back_with_every_blank_line(
    ending: str, before: str, middle: str, after: str, tmp_path: Path
) -> None:
    text = f"{before}Мост открыли.{middle}Поезда пойдут в мае.{after}"
    path = tmp_path / f"a.{ending}"
    write(Document(Article(0, f"Другое{middle}имя", length=len(text)), text), path)
    (found,) = registry.read_file(path, mends=False)
    assert (found.article.title, found.text) == (f"Другое{middle}имя", text)
