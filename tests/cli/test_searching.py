"""`pometka search` finds words in all articles.

It says why if it finds nothing.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Pometka

Out = pytest.CaptureFixture[str]


@pytest.fixture
def project(articles: Path, tmp_path: Path, pometka: Pometka, capsys: Out, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of three articles."""
    monkeypatch.setenv("POMETKA_CONFIG_DIR", str(tmp_path / "settings"))
    assert pometka("import", tmp_path / "news.pometka", articles, "--no-pretag") == 0
    capsys.readouterr()
    return tmp_path / "news.pometka"


def test_any_form_of_a_word_is_found(project: Path, pometka: Pometka, capsys: Out) -> None:
    assert pometka("search", project, "строить тенге", "--json") == 1
    assert pometka("search", project, "построить тенге", "--json") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(hit["date"], hit["words"]) for hit in found] == [
        (f"2025-09-0{day}", words) for day in (3, 2, 1) for words in ("построят", "тенге")
    ]
    assert found[0]["before"].endswith("что метро ")


def test_new_articles_are_found_at_the_next_search(
    project: Path, tmp_path: Path, pometka: Pometka, capsys: Out
) -> None:
    assert pometka("search", project, "дамба") == 1
    (tmp_path / "new.txt").write_text(" date 2025-10-01 Дамба\nДамбу укрепят.\n", "utf-8")
    assert pometka("import", project, tmp_path / "new.txt", "--no-pretag") == 0
    capsys.readouterr()
    assert pometka("search", project, "дамба") == 0
    assert "Дамбу укрепят" in capsys.readouterr().out


def test_a_query_that_cannot_be_read_is_refused_with_the_reason(project: Path, pometka: Pometka, capsys: Out) -> None:
    assert pometka("search", project, "due:скоро") == 1
    said = capsys.readouterr().err
    assert "скоро" in said
    assert "2025-06" in said
