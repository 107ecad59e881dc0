"""No name changes what stands on the terminal.

Names of files, projects or arguments move, colour or clear nothing there.
"""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.console import escaped, escaped_name

HOSTILE = "\x1b[2J\x1b]0;x\x07[red]\x9b31m[link=file:/x]а\nб\u202e\u2066.txt"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def said(root: Path, *arguments: str | bytes, folder: Path) -> tuple[int, str]:
    """Run a command outside a terminal.

    Return its exit code and all that it said.
    """
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "POMETKA_CONFIG_DIR": str(folder)},
        capture_output=True,
        check=False,
    )
    words = (done.stdout + done.stderr).decode()
    assert "Traceback" not in words
    return done.returncode, words


def said_on_a_terminal(root: Path, *arguments: str, folder: Path) -> str:
    """Run a command on a terminal of its own.

    Return all bytes that came to it, as text.
    """
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "POMETKA_CONFIG_DIR": str(folder)}
    process = subprocess.Popen(
        [sys.executable, "-m", "app", *arguments], cwd=root, env=environment, stdin=slave, stdout=slave, stderr=slave
    )
    os.close(slave)
    parts = []
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux tells so that the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(master)
    process.wait()
    return b"".join(parts).decode()


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a folder with files of hostile names.

    It has an article, one that is empty, and one that is broken.
    """
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / HOSTILE.replace("/", "")).write_text("Токаев приехал в Астану.", "utf-8")
    (folder / ("0" + HOSTILE.replace("/", ""))).write_bytes(b"")
    article = {"id": "1", "title": HOSTILE, "text": "Аким встретил Иванова.", "entities": [{"label": HOSTILE}]}
    (folder / "a\x1b[31m.jsonl").write_text(json.dumps(article) + "\n{", "utf-8")
    return folder


def test_no_command_says_control_characters(root: Path, hostile: Path, tmp_path: Path) -> None:
    project = str(tmp_path / "p\x1b[31m[red]\u202e.pometka")
    book = str(tmp_path / "o\x1b[31m.xlsx")
    code, words = said(root, "import", project, str(hostile), "--no-pretag", folder=tmp_path)
    assert code == 3 and "\\u001b[31m" in words and "[red]" in words
    for command in (
        ("stats", project),
        ("stats", project, "--json"),
        ("check", project),
        ("export", project, book),
        ("pretag", str(hostile), "-o", str(tmp_path / "o\x1b.jsonl")),
    ):
        words += said(root, *command, folder=tmp_path)[1]
    assert not OBEYED.search(words.replace("\t", ""))
    assert "[link=file:x]" in words


def test_json_of_a_hostile_project_is_json(root: Path, tmp_path: Path) -> None:
    project = tmp_path / "p\x9b\u202e.pometka"
    (tmp_path / "a.txt").write_text("Токаев приехал.", "utf-8")
    said(root, "import", str(project), str(tmp_path / "a.txt"), "--no-pretag", folder=tmp_path)
    _, words = said(root, "stats", str(project), "--json", folder=tmp_path)
    assert json.loads(words)["project"] == str(project)


@pytest.mark.parametrize(
    "arguments",
    [
        (f"--{HOSTILE}",),
        ("stats", HOSTILE),
        ("stats", HOSTILE, HOSTILE, HOSTILE),
        ("export", "p", "o", "--format", HOSTILE),
        ("export", "p", f"--{HOSTILE}"),
        ("import", "p", "x", "--workers", HOSTILE),
        ("import", "p", HOSTILE),
    ],
)
def test_a_wrong_command_line_is_echoed_without_control_characters(
    root: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    code, words = said(root, *arguments, folder=tmp_path)
    assert code in (1, 2)
    assert not OBEYED.search(words)
    assert len(words.splitlines()) <= 3, "a newline in a name makes no line"


def test_a_name_of_bytes_that_are_no_text_can_be_said(root: Path, tmp_path: Path) -> None:
    code, words = said(root, "stats", b"/nowhere/\xff\xfe.pometka", folder=tmp_path)
    assert code == 1 and "\\udcff\\udcfe.pometka" in words


def test_on_a_terminal_the_progress_and_the_articles_obey_nothing_of_the_names(
    root: Path, hostile: Path, tmp_path: Path
) -> None:
    project = str(tmp_path / "p\x1b[2J.pometka")
    words = said_on_a_terminal(root, "import", project, str(hostile), "--no-pretag", folder=tmp_path)
    words += said_on_a_terminal(root, "pretag", str(hostile), "-o", "-", folder=tmp_path)
    for own in ("\x1b[2J", "\x1b]0;", "\x1b]8;", "\x9b", "\x07", "\u202e", "\u2066"):
        assert own not in words, own.encode("unicode_escape")
    assert "\\u001b[2J" in words and "[red]" in words


@pytest.mark.parametrize("text", ["👨‍👩‍👧 “Қазақ” ё\n", "[bold]", "a b"])
def test_what_no_terminal_obeys_stays_as_it_is(text: str) -> None:
    assert escaped(text) == text


def test_a_name_is_one_line() -> None:
    assert escaped_name(Path("а\nб\x1b")) == "а\\u000aб\\u001b"
