"""A workbook comes back by command.

There is a preview and a question, or none for scripts.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.core.model import Document
from app.formats.export_options import ExportOptions
from app.store import Project
from tests.service.workbook.books import Editing, annotation, edited, export, make_project

from .conftest import Pometka

Out = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with make_project(tmp_path / "новости.pometka") as made:
        export(made, tmp_path / "книга.xlsx", ExportOptions(language="ru"))
    return tmp_path / "новости.pometka"


@pytest.fixture
def book(project: Path) -> Path:
    return project.with_name("книга.xlsx")


def documents(path: Path) -> list[Document]:
    with Project.open(path, read_only=True) as project:
        return list(project.documents())


def relabel(editing: Editing) -> None:
    editing.set("entities", editing.row("entities", "text", "Tesla"), label="Человек")


def remove(editing: Editing) -> None:
    editing.sheet("entities").delete_rows(editing.row("entities", "text", "Алматы"))


def test_an_unchanged_workbook_exits_with_0_and_writes_nothing(
    project: Path, book: Path, pometka: Pometka, capsys: Out
) -> None:
    before = documents(project)
    assert pometka("import", project, book, "--accept", "all") == 0
    assert "0 rows taken in, 0 left" in capsys.readouterr().out
    assert documents(project) == before


def test_all_takes_changes_and_new_rows_and_exits_with_0_where_nothing_is_left(
    project: Path, book: Path, pometka: Pometka, tmp_path: Path
) -> None:
    def edit(editing: Editing) -> None:
        relabel(editing)
        editing.add("entities", text="Глава ведомства", label="Должность", title="Завод и дорога")

    assert pometka("import", project, edited(book, edit), "--accept", "all", "--report", tmp_path / "r.json") == 0
    with Project.open(project) as opened:
        assert annotation(opened, "Tesla").label == "PER" and annotation(opened, "Глава ведомства").label == "ROLE"
        opened.undo()
        assert annotation(opened, "Tesla").label == "ORG"
    report = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert [item["kind"] for item in report["taken"]] == ["change", "new"]
    assert report["left"] == report["not_taken"] == []


def test_missing_rows_are_left_and_named_unless_they_are_to_be_deleted(
    project: Path, book: Path, pometka: Pometka, tmp_path: Path, capsys: Out
) -> None:
    def edit(editing: Editing) -> None:
        relabel(editing)
        remove(editing)

    assert pometka("import", project, edited(book, edit), "--accept", "all", "--report", tmp_path / "r.txt") == 3
    said = capsys.readouterr()
    assert "Алматы" in said.err and "1 row taken in, 1 left" in said.out
    assert "Алматы" in (tmp_path / "r.txt").read_text("utf-8")
    assert pometka("import", project, book, "--accept", "all", "--delete-missing") == 0
    with Project.open(project) as opened:
        assert "Алматы" not in [row.words(one.text) for one in opened.documents() for row in one.annotations]


def test_a_conflict_is_left_and_what_is_not_understood_is_named(
    project: Path, book: Path, pometka: Pometka, capsys: Out
) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from app.core.change import Change, Step  # noqa: PLC0415
    from app.core.message import Message  # noqa: PLC0415

    with Project.open(project) as opened:
        row = annotation(opened, "Tesla")
        opened.apply(Step(Message("edit"), (Change(row, replace(row, label="LOC")),)))
    path = edited(book, lambda one: (relabel(one), one.set("entities", 3, label="Зверь")))
    assert pometka("import", project, path, "--accept", "all") == 1
    said = capsys.readouterr().err
    assert "conflict" in said and "Tesla" in said and "Зверь" in said
    with Project.open(project) as opened:
        assert annotation(opened, "Tesla").label == "LOC"


def test_none_shows_the_preview_and_writes_nothing(project: Path, book: Path, pometka: Pometka, capsys: Out) -> None:
    before = documents(project)
    assert pometka("import", project, edited(book, relabel), "--accept", "none") == 1
    said = capsys.readouterr().out
    assert "Changed in the sheet: 1" in said and "Organisation → Person" in said
    assert documents(project) == before


@pytest.mark.parametrize(("answer", "label"), [("y\n", "PER"), ("n\n", "ORG"), ("e\ny\n", "PER"), ("", "ORG")])
def test_without_an_answer_for_scripts_it_asks(
    project: Path, book: Path, pometka: Pometka, monkeypatch: pytest.MonkeyPatch, answer: str, label: str
) -> None:
    import io  # noqa: PLC0415

    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    code = pometka("import", project, edited(book, relabel))
    assert (code == 0) == (label == "PER")
    with Project.open(project) as opened:
        assert annotation(opened, "Tesla").label == label


def test_emptied_cells_are_taken_when_they_are_asked_for(project: Path, book: Path, pometka: Pometka) -> None:
    path = edited(book, lambda one: one.set("entities", one.row("entities", "text", "Таразе"), normal=None))
    assert pometka("import", project, path, "--accept", "all") == 0
    with Project.open(project) as opened:
        assert annotation(opened, "Таразе").normal == "Тараз"
    assert pometka("import", project, path, "--accept", "all", "--clear-empty") == 0
    with Project.open(project) as opened:
        assert not annotation(opened, "Таразе").normal


def test_a_workbook_needs_its_project_and_makes_none(tmp_path: Path, book: Path, pometka: Pometka, capsys: Out) -> None:
    assert pometka("import", tmp_path / "новый.pometka", book, "--accept", "all") == 1
    assert not (tmp_path / "новый.pometka").exists() and "exported from" in capsys.readouterr().err


def test_a_project_that_is_for_reading_only_still_exports_with_its_base(
    project: Path, pometka: Pometka, tmp_path: Path
) -> None:
    from app.service.jobs.exporting.export_task import Export  # noqa: PLC0415

    with Project.open(project, read_only=True) as opened:
        Export(opened, tmp_path / "чтение.xlsx", ExportOptions(language="ru")).run()
    assert pometka("import", project, edited(tmp_path / "чтение.xlsx", relabel), "--accept", "all") == 0
    with Project.open(project) as opened:
        assert annotation(opened, "Tesla").label == "PER"


@pytest.mark.parametrize("options", [("--accept", "all"), ("--delete-missing",), ("--clear-empty",)])
def test_a_file_that_is_no_workbook_of_ours_is_refused_by_name(
    project: Path, pometka: Pometka, tmp_path: Path, capsys: Out, options: tuple[str, ...]
) -> None:
    import openpyxl  # noqa: PLC0415

    before = documents(project)
    foreign, text = tmp_path / "чужая.xlsx", tmp_path / "статья.txt"
    openpyxl.Workbook().save(foreign)
    text.write_text("2025-09-02 Заголовок\n\nТекст статьи.\n", "utf-8")
    locked = tmp_path / "закрытая.xlsx"
    locked.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"))
    for path, reason in (
        (foreign, "no workbook that Pometka wrote"),
        (text, "no workbook that Pometka wrote"),
        (locked, "protected by a password"),
        (tmp_path / "нет.xlsx", "not found"),
    ):
        assert pometka("import", project, path, *options) == 1
        said = " ".join(capsys.readouterr().err.split())
        assert path.name in said and reason in said
    assert documents(project) == before


def test_several_files_are_not_taken_in_as_one_workbook(
    project: Path, book: Path, pometka: Pometka, capsys: Out
) -> None:
    assert pometka("import", project, book, book, "--accept", "all") == 1
    assert "Only one workbook" in capsys.readouterr().err


def test_options_for_articles_are_refused_with_a_workbook_of_ours(
    project: Path, book: Path, pometka: Pometka, capsys: Out
) -> None:
    assert pometka("import", project, book, "--accept", "all", "--sheet", "Имена") == 1
    assert "for articles" in " ".join(capsys.readouterr().err.split())


def test_changes_that_are_not_taken_are_named_and_make_the_exit_code_3(
    project: Path, book: Path, pometka: Pometka, capsys: Out, tmp_path: Path
) -> None:
    path = edited(book, lambda one: (relabel(one), one.book["Реестр"].cell(2, 4).__setattr__("value", 77)))
    assert pometka("import", project, path, "--accept", "all", "--report", tmp_path / "отчёт.json") == 3
    assert "Реестр" in capsys.readouterr().err
    (left,) = json.loads((tmp_path / "отчёт.json").read_text("utf-8"))["not_taken"]
    assert (left["sheet"], left["row"]) == ("Реестр", 2)


def test_a_workbook_comes_back_with_no_mend_as_without_it(
    project: Path, book: Path, pometka: Pometka, capsys: Out
) -> None:
    assert pometka("import", project, edited(book, relabel), "--no-mend", "--accept", "all") == 0
    said = capsys.readouterr()
    assert "taken as they are" in said.err and "1 row taken in" in said.out
