"""Which face the program shows, and the main job without one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app import __main__ as faces
from app.cli.imports import headless

from .conftest import Pometka


def draw(project: Path, picture: Path) -> None:
    """Stand in for the window's picture."""
    assert project.exists()
    picture.write_bytes(b"PNG")


def test_without_a_display_the_whole_job_is_done_and_three_paths_are_printed(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert headless.run([str(articles)], draw, tmp_path / "out") == 0
    paths = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.suffix for path in paths] == [".pometka", ".xlsx", ".png"]
    assert all(path.stat().st_size for path in paths)
    assert headless.run([str(articles)], draw, tmp_path / "out") == 0, "a second time it goes as well"


def test_without_a_display_a_project_is_exported_and_drawn(
    articles: Path, tmp_path: Path, pometka: Pometka, capsys: pytest.CaptureFixture[str]
) -> None:
    pometka("import", tmp_path / "a.pometka", articles, "--no-pretag")
    capsys.readouterr()
    assert headless.run([str(tmp_path / "a.pometka")], draw) == 0
    assert capsys.readouterr().out.split() == [
        str(tmp_path.resolve() / f"a{end}") for end in (".pometka", ".xlsx", ".png")
    ]


def test_a_word_that_is_no_command_and_no_file_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert headless.run(["frobnicate"], draw, tmp_path / "out") == 1
    said = capsys.readouterr().err
    assert "frobnicate" in said and "--help" in said


@pytest.mark.parametrize(
    ("platform", "environment", "is_there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_is_shown_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], is_there: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert faces.has_display() is is_there


@pytest.mark.parametrize("words", [["stats", "nobody.pometka"], ["--version"], ["check", "--help"]])
def test_a_command_never_asks_for_a_display(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setattr(faces, "has_display", lambda: pytest.fail("a display was asked for"))
    assert faces.main(words) in {0, 1}
