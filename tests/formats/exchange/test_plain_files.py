"""Articles survive text files and tables.

They come back with the same title, date, address and text.
"""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Article, Document
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions

TEXT = "Школу откроют осенью\nАким Серик Алимов 👩‍🚀 сказал: «Да́!»\u2028\n\nЦена — 3,5 млрд тенге; «x, y»."
ARTICLE = Article(0, "Школу откроют осенью", date(2025, 9, 2), "", "https://example.kz/school?a=1", "k1", language="ru")
DOCUMENT = Document(ARTICLE, TEXT)
OTHER = Document(Article(0, "Вторая", None, "", "", "k2", language="ru"), "Вторая\nбез даты")


def written(path: Path, name: str, *documents: Document) -> Path:
    context = ExportContext(options=ExportOptions(format_name=name))
    return registry.write_file(documents, path, context)


def fields(document: Document) -> tuple[object, ...]:
    article = document.article
    return article.title, article.date, article.url, document.text


@pytest.mark.parametrize("name", ["article", "csv"])
def test_an_article_comes_back_with_its_fields(name: str, tmp_path: Path) -> None:
    path = written(tmp_path / ("a.csv" if name == "csv" else "a.txt"), name, DOCUMENT)
    (document,) = registry.read_file(path, name, mends=False)
    assert fields(document) == fields(DOCUMENT)


def test_a_text_comes_back_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "text", DOCUMENT)
    (document,) = registry.read_file(path, "text", mends=False)
    assert document.text == TEXT


@pytest.mark.parametrize("name", ["article", "text"])
def test_many_articles_make_a_folder_or_a_zip_and_one_file_is_refused(name: str, tmp_path: Path) -> None:
    folder = written(tmp_path / "out", name, DOCUMENT, OTHER)
    assert sorted(path.name for path in folder.iterdir()) == ["0001-k1.txt", "0002-k2.txt"]
    with zipfile.ZipFile(written(tmp_path / "out.zip", name, DOCUMENT, OTHER)) as archive:
        assert archive.namelist() == ["0001-k1.txt", "0002-k2.txt"]
    with pytest.raises(UserError, match="folder"):
        written(tmp_path / "one.txt", name, DOCUMENT, OTHER)
    assert not (tmp_path / "one.txt").exists()


@pytest.mark.parametrize("text", ["Вторая", "Вторая\n", "\nВторая\n\n", "Вторая\n\nтретья"])
def test_a_text_without_date_and_address_comes_back_as_it_is(text: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "article", Document(Article(0, "Вторая", None, "", "", "k"), text))
    (document,) = registry.read_file(path, mends=False)
    assert document.text == text


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("name", ["article", "text"])
def test_a_zip_of_texts_comes_back(name: str, named: bool, tmp_path: Path) -> None:
    path = written(tmp_path / "out.zip", name, DOCUMENT, OTHER)
    read = list(registry.read_file(path, name if named else None, mends=False))
    assert [document.text for document in read] == [TEXT, OTHER.text]
    assert [document.article.key for document in read] == ["0001-k1", "0002-k2"]
    if name == "article":
        assert [fields(document)[:3] for document in read] == [fields(DOCUMENT)[:3], fields(OTHER)[:3]]


def test_a_file_of_a_zip_that_is_no_text_is_named_after_the_others_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "out.zip", "w") as archive:
        for name, content in {
            "a.txt": b"\x00\x01\x02",
            "b/b.txt": "Вторая".encode(),
            "c.txt": b"",
            "d.png": b"x",
        }.items():
            archive.writestr(name, content)
    reading = registry.read_file(tmp_path / "out.zip")
    assert next(reading).text == "Вторая"
    with pytest.raises(UserError, match=r"3 files .*out\.zip/a\.txt"):
        next(reading)


def test_files_of_a_zip_that_are_no_texts_are_named_with_what_to_do(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "out.zip", "w") as archive:
        archive.writestr("a.txt", "Первая")
        archive.writestr("отчёт.docx", b"PK")
        archive.writestr("__MACOSX/a.txt", b"x")
    reading = registry.read_file(tmp_path / "out.zip")
    assert next(reading).text == "Первая"
    with pytest.raises(UserError, match=r"out\.zip/отчёт\.docx.* left out.*Unpack"):
        next(reading)


def test_zip_without_texts_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "out.zip", "w") as archive:
        archive.writestr("a.html", "<p>Первая</p>")
    with pytest.raises(UserError, match=r"zip without text files.*Unpack"):
        list(registry.read_file(tmp_path / "out.zip"))


def test_a_table_holds_one_article_a_row(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "csv", DOCUMENT, OTHER)
    assert [fields(one) for one in registry.read_file(path, mends=False)] == [fields(DOCUMENT), fields(OTHER)]
    path = written(tmp_path / "a.tsv", "csv", DOCUMENT, OTHER)
    assert [fields(one) for one in registry.read_file(path, mends=False)] == [fields(DOCUMENT), fields(OTHER)]
