"""Damaged projects on the command line.

Named with the reason, left as they are.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.store.files.backups import Reason, count_rows, list_backups
from tests.cli.conftest import Pometka

CASES = {
    "dmg-hostile_ann_pieces_nan": "“annotation” is damaged",
    "dmg-hostile_body_empty": "the text of article",
    "dmg-hostile_scheme_none": "label scheme is missing",
    "dmg-hostile_version_none": "revision of its format is missing",
}


@pytest.mark.parametrize("command", ["stats", "export", "check", "import"])
@pytest.mark.parametrize(("case", "reason"), CASES.items())
def test_a_damaged_project_is_named_and_left_as_it_is(
    shared: Path,
    tmp_path: Path,
    articles: Path,
    pometka: Pometka,
    capsys: pytest.CaptureFixture[str],
    command: str,
    case: str,
    reason: str,
) -> None:
    path = tmp_path / f"{case}.pometka"
    path.write_bytes((shared / "cases" / "faults" / path.name).read_bytes())
    before = path.read_bytes()
    arguments = {"export": [tmp_path / "out.xlsx"], "import": [articles]}.get(command, [])
    assert pometka(command, path, *arguments) == 1
    said = capsys.readouterr()
    assert reason in said.err + said.out
    assert path.name in said.err + said.out
    assert path.read_bytes() == before
    assert not (tmp_path / "out.xlsx").exists()


def test_check_finds_a_damaged_free_list(
    shared: Path, tmp_path: Path, pometka: Pometka, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(shutil.copyfile(shared / "cases" / "faults" / "freelist.pometka", tmp_path / "freelist.pometka"))
    before = path.read_bytes()
    assert pometka("check", path) == 1
    assert "its pages are damaged: Main freelist" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_an_import_is_preceded_by_a_backup_of_what_is_there(tmp_path: Path, articles: Path, pometka: Pometka) -> None:
    project = tmp_path / "p.pometka"
    assert pometka("import", project, articles / "1.txt", "--no-pretag") == 0
    assert list_backups(project) == []
    assert pometka("import", project, articles / "2.txt", "--no-pretag") == 0
    (copy,) = list_backups(project)
    assert (copy.reason, count_rows(copy.path).articles) == (Reason.IMPORT, 1)


def test_a_backup_that_cannot_be_made_is_said_and_the_import_goes_on(
    tmp_path: Path, articles: Path, pometka: Pometka, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "p.pometka"
    pometka("import", project, articles / "1.txt", "--no-pretag")
    (tmp_path / "p backups").write_bytes(b"a file where the folder should be")
    assert pometka("import", project, articles / "2.txt", "--no-pretag") == 0
    assert "No backup of “p.pometka” could be made" in capsys.readouterr().err
