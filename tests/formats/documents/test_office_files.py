"""The analyst's article in files of other programs.

LibreOffice and a spreadsheet wrote them, not our own writers.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import odfdo
import pytest
from openpyxl import Workbook

from app.core.model import Document
from app.formats import registry
from app.nlp.pipeline import Tagger
from tests.formats.documents.samples import make_framed_docx

SEED = Path(__file__).resolve().parents[3] / "seeds" / "001_naberezhnaya.txt"
KINDS = ("html", "odt", "pdf", "rtf", "xlsx", "ods")
HEADERS = ["Заголовок", "Дата", "Ссылка", "Текст"]


def read(path: Path) -> Document:
    (document,) = registry.read_file(path)
    return document


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the article in LibreOffice's formats.

    There is every kind of file that LibreOffice writes.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder, wanted = tmp_path_factory.mktemp("office"), read(SEED)
    make_framed_docx(folder / "article.docx", wanted)
    write_row(folder / "article.csv", wanted)
    start = [office, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--infilter=CSV:44,34,76"]
    for kind in KINDS:
        source = "article.csv" if kind in ("xlsx", "ods") else "article.docx"
        order = [*start, "--convert-to", kind, "--outdir", str(folder), str(folder / source)]
        if source == "article.docx":
            order.remove("--infilter=CSV:44,34,76")
        subprocess.run(order, check=True, capture_output=True, timeout=120)
    return folder


def write_row(path: Path, wanted: Document) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS, row_of(wanted)])


def row_of(wanted: Document) -> list[str]:
    article = wanted.article
    assert article.date is not None
    return [article.title, article.date.strftime("%d.%m.%Y"), article.url, wanted.text.partition("\n")[2]]


def facts(document: Document) -> tuple[object, ...]:
    article = document.article
    return article.title, article.date, article.url, article.source, document.text


@pytest.mark.parametrize("kind", ["docx", "csv", *KINDS])
def test_the_article_is_the_same_from_every_file_of_an_office(converted: Path, kind: str) -> None:
    found, wanted = read(converted / f"article.{kind}"), read(SEED)
    assert facts(found) == (
        *facts(wanted)[:4],
        "\n".join(line.strip() for line in wanted.text.split("\n") if line.strip()),
    )
    assert found.lost == ()


def test_the_tags_are_the_same_from_every_file_of_an_office(converted: Path) -> None:
    tagger, wanted = Tagger(), read(SEED)
    tags = tagger.tag(wanted.text, wanted.article.date, wanted.article.title).annotations
    assert len(tags) > 10
    for kind in ("html", "docx", "pdf", "csv", "xlsx"):
        found = read(converted / f"article.{kind}")
        same = tagger.tag(found.text, found.article.date, found.article.title).annotations
        assert [one.words(found.text) for one in same] == [one.words(wanted.text) for one in tags], kind
        assert [(one.kind, one.label, one.normal) for one in same] == [
            (one.kind, one.label, one.normal) for one in tags
        ]


def test_a_word_that_leads_to_the_article_gives_its_address(tmp_path: Path) -> None:
    wanted = read(SEED)
    title, _, url, text = row_of(wanted)
    assert wanted.article.date is not None
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    day = datetime.combine(wanted.article.date, datetime.min.time())
    for row in (["Мониторинг"], [], ["№", *HEADERS], [1, title, day, "читать", text]):
        sheet.append(row)
    sheet["D4"].hyperlink = url
    book.save(tmp_path / "a.xlsx")
    assert facts(read(tmp_path / "a.xlsx")) == facts(wanted)


def test_hidden_words_of_an_open_document_stay_out(tmp_path: Path) -> None:
    text = odfdo.Document("text")
    text.body.clear()
    style = odfdo.Element.from_tag('<style:style style:name="H" style:family="text"/>')
    style.append(odfdo.Element.from_tag('<style:text-properties text:display="none"/>'))
    text.get_part("content.xml").root.get_element("//office:automatic-styles").append(style)
    paragraph = odfdo.Paragraph("Школы отремонтируют")
    paragraph.append(odfdo.Span(" тайно", style="H"))
    text.body.append(paragraph)
    text.save(str(tmp_path / "a.odt"))
    assert read(tmp_path / "a.odt").text == "Школы отремонтируют"
