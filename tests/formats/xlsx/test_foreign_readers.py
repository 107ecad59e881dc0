"""Other programs read the workbook.

Calamine every row, LibreOffice all of it without repair.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from app.core.model import Note
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions

from .books import keys, letter, rows
from .test_workbook import SCHEME, annotated

TABLES = ("Articles", "Entities", "Claims", "Register", "Notes", "Labels")
ODD = "=cmd|' /C calc'!A0\n\t«00123» _x0041_ 🇰🇿 e\u0301 \u00a0 \u2028 <b>&amp;"


def write(tmp_path: Path) -> Path:
    notes = tuple(Note(number, text, 7) for number, text in enumerate((ODD, "+1", "#N/A", "12E5", "9" * 30), start=1))
    context = ExportContext(SCHEME, "Проект", notes, ExportOptions(include_rejected=True))
    return registry.write_file([annotated()], tmp_path / "книга.xlsx", context)


def test_calamine_reads_every_row_and_table(tmp_path: Path) -> None:
    path = write(tmp_path)
    found = python_calamine.load_workbook(str(path), load_tables=True)
    book = openpyxl.load_workbook(path)
    assert sorted(found.table_names) == sorted(TABLES)
    for name in TABLES:
        lines = found.get_sheet_by_name(name).to_python()
        assert len(lines) == max(2, len(rows(book[name])) + 1) or not rows(book[name])
    notes = found.get_table_by_name("Notes")
    assert notes.columns[: len(keys(book["Notes"]))] == [cell.value for cell in book["Notes"][1]]


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    """The workbook after LibreOffice has opened and saved it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    path = write(folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "again"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", target, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return openpyxl.load_workbook(target / path.name, rich_text=True)


def test_libreoffice_keeps_tables_lists_names_keys_and_links(resaved: openpyxl.Workbook) -> None:
    assert {name for worksheet in resaved for name in worksheet.tables} == set(TABLES)
    assert {"claims_text", "entities_label", "list_status"} <= set(resaved.defined_names)
    claims = resaved["Claims"]
    assert keys(claims)[:4] == ["speaker", "text", "kind", "due"]
    lists = {found.formula1 for found in claims.data_validations.dataValidation}
    assert {"list_kind", "list_status", "list_form"} <= lists
    assert claims[f"{letter(claims, 'url')}2"].hyperlink.target.startswith("https://www.nur.kz/")


def test_libreoffice_keeps_the_mention_bold_in_its_font(resaved: openpyxl.Workbook) -> None:
    claims = resaved["Claims"]
    value = claims[f"{letter(claims, 'context')}2"].value
    assert [str(run) for run in value if run.font.b] == ["Рынок вырастет на 30 процентов"]
    assert {run.font.rFont for run in value if not isinstance(run, str)} == {"Calibri"}


def test_libreoffice_takes_no_text_for_a_formula_or_a_number(resaved: openpyxl.Workbook) -> None:
    found = [row["note"] for row in rows(resaved["Notes"])]
    assert [text for text in found if text in {"+1", "#N/A", "12E5", "9" * 30}] == ["+1", "#N/A", "12E5", "9" * 30]
    assert any(str(text).startswith("=cmd|' /C calc'!A0") and "_x0041_" in str(text) for text in found)


def test_libreoffice_keeps_the_charts(resaved: openpyxl.Workbook) -> None:
    assert len(resaved["Summary"]._charts) == 6  # noqa: SLF001  # openpyxl has no other name for them
