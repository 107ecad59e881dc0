"""Tables of articles by command.

Columns are found, named or refused with what there is.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.store import Project

from .conftest import Pometka

Out = pytest.CaptureFixture[str]
ROWS = "headline;body;seen\nПервая новость;Аким заявил о дороге.;2\nВторая новость;Сенат принял закон.;3\n"


def test_a_table_becomes_articles_by_command(tmp_path: Path, pometka: Pometka, capsys: Out) -> None:
    (tmp_path / "a.csv").write_text(ROWS, "cp1251")
    assert pometka("import", tmp_path / "p", tmp_path / "a.csv", "--no-pretag") == 0
    said = capsys.readouterr()
    assert "2 new" in said.out and "seen" in said.err
    with Project.open(tmp_path / "p.pometka") as project:
        assert [article.title for article in project.articles()] == ["Первая новость", "Вторая новость"]


@pytest.mark.parametrize("command", ["import", "pretag"])
def test_columns_are_named_by_command(tmp_path: Path, pometka: Pometka, capsys: Out, command: str) -> None:
    (tmp_path / "a.csv").write_text("x;y\nЗаголовок;Аким заявил о дороге.\n", "utf-8")
    place: list[object] = [tmp_path / "p", tmp_path / "a.csv", "--no-pretag"]
    if command == "pretag":
        place = [tmp_path / "a.csv", "-o", "-"]
    assert pometka(command, *place) == 1
    said = capsys.readouterr()
    assert "x, y" in said.err and "--map title=headline,text=body.text" in said.err
    assert pometka(command, *place, "--map", "title=x", "--map", "text=y") == 0
    if command == "import":
        with Project.open(tmp_path / "p.pometka") as project:
            assert project.text(project.articles()[0].id) == "Заголовок\nАким заявил о дороге."
    else:
        assert "Заголовок\\nАким заявил о дороге." in capsys.readouterr().out


@pytest.mark.parametrize(
    "option",
    [("--map", "colour=x"), ("--map", ""), ("--separator", "ab"), ("--encoding", "utf-99"), ("--sheet", "нет")],
)
def test_a_wrong_option_is_named_and_nothing_is_made(
    tmp_path: Path, pometka: Pometka, capsys: Out, option: tuple[str, str]
) -> None:
    (tmp_path / "a.csv").write_text(ROWS, "utf-8")
    code = pometka("import", tmp_path / "p", tmp_path / "a.csv", "--no-pretag", *option)
    if option[0] == "--sheet":
        assert code == 0, "a CSV file has no sheets"
        return
    assert code == 1 and option[1].partition("=")[0] in capsys.readouterr().err
    assert not (tmp_path / "p.pometka").exists()


def test_an_import_that_brings_nothing_leaves_no_new_project(tmp_path: Path, pometka: Pometka, capsys: Out) -> None:
    (tmp_path / "a.csv").write_text("x;y\n1;2\n", "utf-8")
    assert pometka("import", tmp_path / "p", tmp_path / "a.csv", "--no-pretag") == 1
    assert "no project made" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_project_that_was_there_stays_where_an_import_brings_nothing(tmp_path: Path, pometka: Pometka) -> None:
    (tmp_path / "a.txt").write_text("Аким заявил о дороге.", "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    assert pometka("import", tmp_path / "p", tmp_path / "a.txt", "--no-pretag") == 0
    assert pometka("import", tmp_path / "p", tmp_path / "b.txt", "--no-pretag") == 1
    assert pometka("check", tmp_path / "p.pometka") == 0


@pytest.mark.parametrize("name", ["report.json", "report.txt"])
def test_a_report_of_an_import_is_written_to_a_file(tmp_path: Path, pometka: Pometka, name: str) -> None:
    text = "\n".join(f"Абзац номер {number} говорит о дороге, мосте и школе." for number in range(15))
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.txt").write_text(text.replace("номер 7", "номер семь"), "utf-8")
    files = (tmp_path / "a.txt", tmp_path / "b.txt")
    assert pometka("import", tmp_path / "p", *files, "--no-pretag", "--report", tmp_path / name) == 0
    written = (tmp_path / name).read_text("utf-8")
    if name.endswith("json"):
        assert [len(json.loads(written)[kind]) for kind in ("taken", "near", "known", "left_out")] == [2, 1, 0, 0]
    else:
        assert "Nearly the same: 1" in written and "Taken in: 2" in written
    assert pometka("import", tmp_path / "q", *files, "--no-pretag", "--near", "skip") == 0
    with Project.open(tmp_path / "q.pometka") as project:
        assert len(project.articles()) == 1
