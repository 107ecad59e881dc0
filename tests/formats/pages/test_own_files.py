"""Own files for people are known when they come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Article, Document
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions, PageContent
from tests.formats.pages.samples import SCHEME, make_sample

ODD = " Первая  строка\n\n&amp; <b>вторая</b>\u00a0👩‍🚀\n\tтретья 𝐀\u2028конец\nдлинная строка, которая\nперенесена "


def write(documents: list[Document], path: Path, content: PageContent) -> None:
    options = ExportOptions(path.suffix[1:], content=content)
    registry.write_file(documents, path, ExportContext(SCHEME, "проект", options=options))


def test_articles_of_an_own_page_come_back_exactly(tmp_path: Path) -> None:
    first = make_sample()
    second = Document(Article(8, "", source="", length=len(ODD), key="k2", language="kk"), ODD)
    path = tmp_path / "Статьи.html"
    write([first, second], path, PageContent.ARTICLES)
    found = list(registry.read_file(path))
    fields = ("title", "date", "source", "url", "key", "language")
    for was, now in zip([first, second], found, strict=True):
        assert now.text == was.text
        assert [getattr(now.article, name) for name in fields] == [getattr(was.article, name) for name in fields]


def test_own_page_says_that_marks_stay_behind(tmp_path: Path) -> None:
    path = tmp_path / "Статьи.html"
    write([make_sample()], path, PageContent.ARTICLES)
    (found,) = registry.read_file(path)
    assert any("JSONL" in str(message) and "Статьи.html" in str(message) for message in found.lost)
    assert not found.annotations


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("html", PageContent.CLAIMS),
        *[(ending, content) for ending in ("docx", "pdf") for content in (PageContent.CLAIMS, PageContent.ARTICLES)],
    ],
)
@pytest.mark.parametrize("is_named", [False, True])
def test_own_report_is_refused_with_what_to_import(
    ending: str, content: PageContent, is_named: bool, tmp_path: Path
) -> None:
    path = tmp_path / f"Отчёт.{ending}"
    write([make_sample()], path, content)
    with pytest.raises(UserError) as error:
        list(registry.read_file(path, ending if is_named else None))
    assert "“Отчёт." in str(error.value.message) and "Pometka wrote" in str(error.value.message)
    assert "JSONL" in str(error.value.hint)


def test_article_that_names_the_program_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "Новость.html"
    page = "<html><head><title>Pometka</title></head><body><h1>Программа Pometka</h1><p>Вышла новая версия.</p>"
    path.write_text(page + "<p>Её показали в Алматы, она читает новости.</p></body></html>", "utf-8")
    (found,) = registry.read_file(path)
    assert replace(found.article, digest="").title == "Программа Pometka"
