"""Each command works, reports, and ends with the right code.

It does its work, says what it did, and ends with the code that its help promises.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
import typer.main

from app.cli import COMMANDS
from app.cli.program import program
from app.formats import registry
from app.formats.xlsx.values.row_keys import make_project_tag
from app.service.commands.keymap import markdown_table
from app.service.commands.registry import ACTIONS
from app.store import Project
from tests.waiting import until

from .conftest import Pometka, Start

Out = pytest.CaptureFixture[str]


def test_an_import_makes_the_project_and_says_what_it_took(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out
) -> None:
    assert pometka("import", tmp_path / "news", articles, "--no-pretag") == 0
    assert "3 new" in capsys.readouterr().out
    project = Project.open(tmp_path / "news.pometka")
    assert [article.title for article in project.articles()] == [f"Заголовок номер {number}" for number in (1, 2, 3)]
    project.close()


def test_a_second_import_adds_nothing(articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out) -> None:
    for _ in range(2):
        assert pometka("import", tmp_path / "a.pometka", articles, "--no-pretag") == 0
    said = capsys.readouterr()
    assert "0 new, 0 annotations, 3 known already" in said.out
    assert said.err == ""


def test_bad_files_are_named_and_the_others_go_on(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out
) -> None:
    (articles / "0.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (articles / "9.jsonl").write_text('{"id": "a", "text": "Хорошо."}\n{"id": "b"}\n', "utf-8")
    (articles / "8.txt").write_text("", "utf-8")
    assert pometka("import", tmp_path / "a.pometka", articles, tmp_path / "missing.txt", "--no-pretag") == 3
    said = capsys.readouterr()
    for words in ("“0.txt” is a picture", "“8.txt” is empty", "“9.jsonl”, line 2", "“missing.txt” was not found"):
        assert words in said.err
    assert "4 new" in said.out and "4 files failed" in said.out


@pytest.mark.skipif(os.name != "posix", reason="such files cannot be made elsewhere")
def test_what_no_file_should_be_harms_nothing_else(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out
) -> None:
    os.mkfifo(articles / "0.txt")
    (articles / "loop").symlink_to(".")
    (articles / "self.txt").symlink_to("self.txt")
    (articles / os.fsdecode(b"no text\xff.txt")).write_text("Имя файла — не текст.", "utf-8")
    (articles / "utf16 😀.txt").write_bytes("Глава государства выступил в Астане".encode("utf-16-le"))
    (articles / "медь.txt").write_bytes(next(articles.glob("1*.txt")).read_bytes())
    before = len(list(articles.glob("[1-9]*")))
    assert pometka("import", tmp_path / "a.pometka", articles, "--no-pretag") == 3
    said = capsys.readouterr()
    for words in ("“0.txt” is left out: it is a pipe", "“self.txt”", "“медь.txt”: “"):
        assert words in said.err
    assert f"{before + 2} new" in said.out and "2 files failed" in said.out and "1 known" in said.out
    assert pometka("check", tmp_path / "a.pometka") == 0


@pytest.mark.parametrize("command", ["import", "pretag"])
def test_where_there_is_nothing_to_read_nothing_is_made(tmp_path: Path, pometka: Pometka, command: str) -> None:
    (tmp_path / "empty").mkdir()
    place = ["a.pometka"] if command == "import" else []
    end = [] if command == "import" else ["-o", tmp_path / "a.jsonl"]
    place = [tmp_path / name for name in place]
    assert pometka(command, *place, tmp_path / "empty", tmp_path / "missing.txt", *end) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_an_unknown_format_is_refused_before_a_project_is_made(
    articles: Path, tmp_path: Path, pometka: Pometka
) -> None:
    assert pometka("import", tmp_path / "a.pometka", articles, "--format", "docy") == 1
    assert not (tmp_path / "a.pometka").exists()


def test_a_project_goes_through_jsonl_without_loss(articles: Path, tmp_path: Path, pometka: Pometka) -> None:
    assert pometka("import", tmp_path / "a.pometka", articles) == 0
    assert pometka("export", tmp_path / "a.pometka", tmp_path / "a.jsonl") == 0
    assert pometka("import", tmp_path / "b.pometka", tmp_path / "a.jsonl", "--no-pretag") == 0
    assert pometka("export", tmp_path / "b.pometka", tmp_path / "b.jsonl") == 0
    rows = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert all(row["entities"] for row in rows) and any(row["claims"] for row in rows)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_pretags_keep_text_and_id_and_leave_out_what_came_along(tmp_path: Path, pometka: Pometka) -> None:
    text = "Токаев прибыл в Астану.\r\n«Это важно», - заявил Токаев.\x00 😀 Он выделил 5 млрд тенге.\n"
    row = {"id": "x-1", "text": text, "entities": [{"start": 0, "end": 3, "label": "GOLD"}]}
    (tmp_path / "in.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    assert pometka("pretag", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl") == 0
    (line,) = (tmp_path / "out.jsonl").read_text("utf-8").split("\n")[:-1]
    found = json.loads(line)
    assert (found["id"], found["text"]) == ("x-1", text)
    words = {(text[item["start"] : item["end"]], item["label"]) for item in found["entities"]}
    assert {("Токаев", "PER"), ("Астану", "LOC"), ("5 млрд тенге", "MONEY")} <= words
    assert all(label != "GOLD" for _, label in words)
    assert all(item["origin"] == "pretag" and item["status"] == "proposed" for item in found["entities"])
    assert {"start", "end", "type", "kind", "speaker_start", "speaker_end", "cue_start", "cue_end"} <= found["claims"][
        0
    ].keys()


def test_pretags_of_many_files_come_in_order_with_the_files_names(
    articles: Path, pometka: Pometka, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (articles / "2.txt").write_bytes(b"\x00\x01\x02" * 99)
    assert pometka("pretag", articles, "-o", "-", "--workers", "2") == 3
    said = capfdbinary.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["1", "3"]
    assert "2.txt" in said.err.decode()


def test_stats_count_what_is_there(articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out) -> None:
    pometka("import", tmp_path / "a.pometka", articles)
    capsys.readouterr()
    assert pometka("stats", tmp_path / "a", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["articles"], found["first"], found["last"]) == (3, "2025-09-01", "2025-09-03")
    assert found["entities"]["MONEY"] == {"proposed": 3}
    assert found["sources"] == {"nur.kz": 3}
    assert pometka("stats", tmp_path / "a") == 0
    assert "MONEY" in capsys.readouterr().out


def test_stats_show_the_pictures_that_are_asked_for(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out
) -> None:
    pometka("import", tmp_path / "a.pometka", articles)
    capsys.readouterr()
    assert pometka("stats", tmp_path / "a", "--json", "--show", "labels,sources", "--filter", "date:2025-09-01") == 0
    labels, sources = map(json.loads, capsys.readouterr().out.splitlines())
    assert dict(zip(labels["rows"], labels["counts"], strict=True))["MONEY"] == [1]
    assert (sources["columns"], sources["counts"]) == (["nur.kz"], [[1], [0], [0]])
    assert pometka("stats", tmp_path / "a", "--show", "progress,names,precision") == 0
    assert "progress" in capsys.readouterr().out
    assert pometka("stats", tmp_path / "a", "--show", "weather") == 1


def test_a_sound_project_is_said_to_be_sound_and_a_damaged_one_not(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out
) -> None:
    path = tmp_path / "a.pometka"
    pometka("import", path, articles, "--no-pretag")
    assert pometka("check", path) == 0
    assert "sound" in capsys.readouterr().out
    path.write_bytes(path.read_bytes()[:5000])
    assert pometka("check", path) == 1


@pytest.mark.parametrize("command", [("stats",), ("check",), ("export", "out.xlsx")])
def test_a_project_that_is_not_there_is_named(
    tmp_path: Path, pometka: Pometka, capsys: Out, command: tuple[str, ...]
) -> None:
    name, *rest = command
    assert pometka(name, tmp_path / "nobody", *(tmp_path / word for word in rest)) == 1
    said = capsys.readouterr().err
    assert "nobody.pometka" in said and "Traceback" not in said


def test_an_export_into_an_unknown_format_names_the_known_ones(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out
) -> None:
    pometka("import", tmp_path / "a.pometka", articles, "--no-pretag")
    assert pometka("export", tmp_path / "a.pometka", tmp_path / "a.odt") == 1
    assert ".xlsx" in capsys.readouterr().err


def test_names_with_brackets_are_shown_as_they_are(tmp_path: Path, pometka: Pometka, capsys: Out) -> None:
    assert pometka("stats", tmp_path / "[red]x[bold].pometka") == 1
    assert "[red]x[bold].pometka" in capsys.readouterr().err


def test_actions_come_from_the_registry(pometka: Pometka, capsys: Out) -> None:
    assert pometka("actions", "--json") == 0
    assert [item["id"] for item in json.loads(capsys.readouterr().out)] == [action.id for action in ACTIONS]
    assert pometka("actions", "--markdown") == 0
    assert capsys.readouterr().out == markdown_table()
    assert pometka("actions") == 0
    assert "annotation.accept" in capsys.readouterr().out


def test_every_command_is_known_to_the_program_and_has_a_help(pometka: Pometka, capsys: Out) -> None:
    assert set(COMMANDS) == set(typer.main.get_command(program).commands)  # type: ignore[attr-defined]
    for command in COMMANDS:
        assert pometka(command, "--help") == 0
        assert command in capsys.readouterr().out


def test_a_wrong_command_line_ends_with_2(pometka: Pometka) -> None:
    assert pometka("export") == 2
    assert pometka("import", "--nonsense") == 2


def test_a_child_process_speaks_without_a_terminals_signs(start: Start) -> None:
    done = start("actions", "--help")
    out, err = done.communicate(timeout=60)
    assert done.returncode == 0 and not err
    assert b"\x1b" not in out and "--markdown" in out.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_import_that_was_killed_goes_on_without_doubles_or_halves(
    tmp_path: Path, start: Start, pometka: Pometka
) -> None:
    source, path = tmp_path / "many.jsonl", tmp_path / "a.pometka"
    rows = [{"id": str(number), "text": f"Статья {number}. " + "Слово " * 200} for number in range(400)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    for count in (1, 100, 250):
        child = start("import", path, source, "--no-pretag")
        until(lambda: _count_articles(path) >= count, f"there are no {count} articles")  # noqa: B023  # waited for here
        _kill_group(child.pid)
        child.communicate()
    assert pometka("import", path, source, "--no-pretag") == 0
    project = Project.open(path)
    keys = [article.key for article in project.articles()]
    assert sorted(keys, key=int) == [row["id"] for row in rows]
    assert all(project.text(article.id) == rows[int(article.key)]["text"] for article in project.articles())
    assert project.check() == []
    project.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_export_that_is_killed_before_the_end_leaves_the_old_file(
    tmp_path: Path, start: Start, pometka: Pometka
) -> None:
    source, path, out = tmp_path / "many.jsonl", tmp_path / "a.pometka", tmp_path / "o.xlsx"
    entities = [{"start": place, "end": place + 5, "label": "PER"} for place in range(0, 3000, 6)]
    row = json.dumps({"text": "Слово " * 500, "entities": entities})
    source.write_text("".join(row.replace("Слово", f"Сло{number:02}", 1) + "\n" for number in range(60)), "utf-8")
    assert pometka("import", path, source, "--no-pretag") == 0
    out.write_bytes(b"old")
    child = start("export", path, out)
    until(lambda: any(tmp_path.glob(".o.xlsx.*.part")), "no export began")
    assert child.poll() is None, child.communicate()
    _kill_group(child.pid)
    child.communicate()
    assert out.read_bytes() == b"old"
    assert pometka("export", path, out) == 0
    assert out.read_bytes()[:2] == b"PK"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_breaking_off_ends_all_processes_and_leaves_the_old_file(tmp_path: Path, start: Start) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("".join(f'{{"text": "Токаев заявил {number} раз."}}\n' for number in range(50_000)), "utf-8")
    (tmp_path / "out.jsonl").write_text("old", "utf-8")
    child = start("pretag", source, "-o", tmp_path / "out.jsonl")
    until(lambda: any(tmp_path.glob(".out.jsonl.*.unfinished")), "no tagging began")
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"Traceback" not in out + err
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "old"
    assert not list(tmp_path.glob("*.part")), "what is written stays for the next run alone"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_tagging_that_was_killed_goes_on_where_it_stopped(tmp_path: Path, start: Start, pometka: Pometka) -> None:
    source, whole, out = tmp_path / "many.jsonl", tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": str(number), "text": f"Токаев посетил Астану {number} раз. " * 40} for number in range(60)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert pometka("pretag", source, "-o", whole) == 0
    child = start("pretag", source, "-o", out)
    until(lambda: sum(path.stat().st_size for path in tmp_path.glob(".out.jsonl.*")) > 0, "no article was tagged")
    _kill_group(child.pid)
    child.communicate()
    (unfinished,) = tmp_path.glob(".out.jsonl.*.unfinished")
    with unfinished.open("ab") as file:
        file.write(b'{"id": "cut')
    assert pometka("pretag", source, "-o", out) == 0
    assert out.read_bytes() == whole.read_bytes() and not unfinished.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_tagging_goes_on_with_the_same_files_alone(tmp_path: Path, start: Start, pometka: Pometka) -> None:
    source, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": str(number), "text": f"Токаев посетил Астану {number} раз. " * 40} for number in range(60)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    child = start("pretag", source, "-o", out)
    until(lambda: sum(path.stat().st_size for path in tmp_path.glob(".out.jsonl.*")) > 0, "no article was tagged")
    _kill_group(child.pid)
    child.communicate()
    source.write_text(json.dumps({"text": "Другой текст."}) + "\n", "utf-8")
    assert pometka("pretag", source, "-o", out) == 1 and not out.exists()
    (unfinished,) = tmp_path.glob(".out.jsonl.*.unfinished")
    unfinished.unlink()
    assert pometka("pretag", source, "-o", out) == 0


def test_an_export_of_done_articles_leaves_out_the_others(articles: Path, tmp_path: Path, pometka: Pometka) -> None:
    pometka("import", tmp_path / "a.pometka", articles, "--no-pretag")
    assert pometka("export", tmp_path / "a.pometka", tmp_path / "o.jsonl", "--done-only") == 0
    assert (tmp_path / "o.jsonl").read_bytes() == b""


def test_a_finished_export_can_be_read_as_what_it_is(articles: Path, tmp_path: Path, pometka: Pometka) -> None:
    pometka("import", tmp_path / "a.pometka", articles, "--no-pretag")
    assert pometka("export", tmp_path / "a.pometka", tmp_path / "table", "--format", "jsonl") == 0
    titles = [document.article.title for document in registry.read_file(tmp_path / "table", "jsonl")]
    assert len(titles) == 3


def test_every_choice_of_a_workbook_has_an_option(articles: Path, tmp_path: Path, pometka: Pometka) -> None:
    pometka("import", tmp_path / "a.pometka", articles)
    out = tmp_path / "книга.xlsx"
    wanted = ["--language", "ru", "--sheets", "articles,claims,changes", "--columns", "articles.title,articles.date"]
    more = ["--labels", "PER,statement", "--statuses", "proposed", "--since", "2025-01-01", "--until", "2025-12-31"]
    assert pometka("export", tmp_path / "a.pometka", out, *wanted, *more, "--no-authors", "--no-label-columns") == 0
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Статьи", "Утверждения", "Правки"]
    assert [cell.value for cell in book["Статьи"][1]] == ["Заголовок", "Дата", "Ключ"]
    what = [row[1] for row in book["Правки"].iter_rows(min_row=2, values_only=True)]
    assert any(str(title).startswith("импорт") for title in what)


def test_a_report_of_chosen_articles_is_written_by_options(articles: Path, tmp_path: Path, pometka: Pometka) -> None:
    pometka("import", tmp_path / "a.pometka", articles)
    with closing(Project.open(tmp_path / "a.pometka")) as project:
        key = f"P-{make_project_tag('a')}-{max(article.id for article in project.articles())}"
    out = tmp_path / "o.html"
    assert pometka("export", tmp_path / "a.pometka", out, "--content", "claims", "--articles", key) == 0
    page = out.read_text("utf-8")
    assert "Claims by speaker" in page or "Утверждения по говорящим" in page
    assert pometka("export", tmp_path / "a.pometka", tmp_path / "one", "--format", "html", "--articles", key) == 0
    assert (tmp_path / "one").read_text("utf-8").count("<h1") == 1


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--content", "pages"), "Unknown content “pages”"),
        (("--articles", "A-1"), "“A-1” is no key of an article"),
        (("--articles", "P-BCDF-987654"), "no article with the number 987654"),
        (("--language", "kk"), "no workbook in “kk”"),
        (("--sheets", "pages"), "no sheet “pages”"),
        (("--columns", "claims.words"), "no column “claims.words”"),
        (("--labels", "PERSON"), "no label “PERSON”"),
        (("--statuses", "done"), "Unknown status in “done”"),
        (("--since", "завтра"), "“завтра” is not a date"),
    ],
)
def test_a_choice_that_cannot_be_meant_is_named(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out, option: tuple[str, str], words: str
) -> None:
    pometka("import", tmp_path / "a.pometka", articles, "--no-pretag")
    assert pometka("export", tmp_path / "a.pometka", tmp_path / "o.xlsx", *option) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "o.xlsx").exists()


def _count_articles(path: Path) -> int:
    if not path.exists():
        return 0
    with Project.open(path, read_only=True) as project:
        return len(project.articles())


def _kill_group(leader: int) -> None:
    """Kill a process that leads a group, and all of the group."""
    os.killpg(leader, signal.SIGKILL)


def test_a_watched_folder_gives_each_article_once(pometka: Pometka, tmp_path: Path, capsys: Out) -> None:
    folder, project = tmp_path / "in", tmp_path / "w.pometka"
    folder.mkdir()
    (folder / "a.txt").write_text("Новость\n\nТекст статьи.", "utf-8")
    for count in (1, 0):
        assert pometka("watch", str(project), str(folder), "--no-pretag", "--once") == 0
        assert ("1 new" in capsys.readouterr().out) is bool(count)
    assert pometka("watch", str(project), str(tmp_path / "none")) == 1


def test_a_watched_folder_that_goes_and_comes_back_is_told_once_each(
    pometka: Pometka, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    between_looks = iter((folder.rmdir, lambda: None, folder.mkdir, lambda: None))

    class Looks(threading.Event):
        """Does something after each look, and stops behind the last."""

        def wait(self, timeout: float | None = None) -> bool:
            next(between_looks, self.set)()
            return self.is_set()

    monkeypatch.setattr("app.cli.imports.watching.threading", SimpleNamespace(Event=Looks))
    assert pometka("watch", str(tmp_path / "w.pometka"), str(folder), "--no-pretag") == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "watched folder" in line]
    assert (
        len(said) == 2 and "is gone" in said[0] and "is back" in said[1] and all(str(folder) in line for line in said)
    )


def test_near_articles_of_a_project_are_counted_and_listed(
    pometka: Pometka, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"Абзац {number} говорит о дороге, мосте и школе номер {number}." for number in range(15)]
    for name, text in (("a", lines), ("b", [*lines[:-1], "Последний абзац другой."]), ("c", ["Совсем другое."])):
        (tmp_path / f"{name}.txt").write_text("\n".join(text), "utf-8")
    project, report = tmp_path / "p.pometka", tmp_path / "near.json"
    pometka("import", project, tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt", "--no-pretag")
    capsys.readouterr()
    assert pometka("near", project, "--report", report) == 0
    assert "3 articles compared, 1 nearly the same as others" in capsys.readouterr().out
    assert len(json.loads(report.read_text("utf-8"))["near"]) == 1
