"""Files of different programs give the same article.

They give the same fields and the same text.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.model import Document
from tests.formats.documents.samples import MAKERS, read

SEEDS = Path(__file__).resolve().parents[3] / "seeds"


def fields(document: Document) -> tuple[object, ...]:
    article = document.article
    return article.title, article.date, article.url, article.source, article.digest


@pytest.mark.parametrize("seed", ["001_naberezhnaya", "004_sud", "006_zhana-mektep", "008_startap"])
@pytest.mark.parametrize("name", MAKERS)
def test_a_sample_article_is_the_same_from_every_file(tmp_path: Path, name: str, seed: str) -> None:
    wanted = read(SEEDS / f"{seed}.txt")
    MAKERS[name](tmp_path / name, wanted)
    found = read(tmp_path / name)
    assert found.text == "\n".join(line.strip() for line in wanted.text.split("\n") if line.strip())
    assert fields(found)[:4] == fields(wanted)[:4]
    assert found.lost == ()


@pytest.mark.parametrize("name", MAKERS)
def test_the_analysts_own_article_is_the_same_from_every_file(shared: Path, tmp_path: Path, name: str) -> None:
    wanted = read(next((shared / "seeds").glob("*.txt")))
    MAKERS[name](tmp_path / name, wanted)
    found = read(tmp_path / name)
    assert (found.text, *fields(found)) == (wanted.text, *fields(wanted))


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("called", ["статья", "статья.txt", "статья.doc", "статья.pdf"])
def test_a_file_is_known_by_its_content_whatever_it_is_called(tmp_path: Path, name: str, called: str) -> None:
    wanted = read(SEEDS / "001_naberezhnaya.txt")
    MAKERS[name](tmp_path / called, wanted)
    assert read(tmp_path / called).article.title == wanted.article.title
