"""An article for files of pages, and their readers.

It has claims, notes and overlapping mentions. The readers read files of pages back.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from app.core.message import Message
from app.core.model import Annotation, Article, Document, Kind, Note, Role, Status
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions

docx = pytest.importorskip("docx")
pypdfium2 = pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

TEXT = "Алатау ждёт\nСерик Ахметов из Алматы заявил: «Мост откроют в 2026 году».\n\nКөпір салынады, – деді әкім."
URL = "https://example.kz/мост?a=1&b=2"
WHEN = datetime(2025, 9, 3, 12, 30, tzinfo=UTC)
SCHEME = Scheme(
    (
        Label("PER", titles=(("en", "Person"), ("ru", "Человек"))),
        Label("LOC", titles=(("en", "Place"), ("ru", "Место"))),
        Label("statement", "claim", titles=(("en", "Statement"), ("ru", "Заявление"))),
        Label("promise", "claim", titles=(("en", "Promise"), ("ru", "Обещание"))),
    )
)
FILE_ENDS = ("html", "docx", "pdf")


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_sample() -> Document:
    article = Article(7, "Мост & <дорога>", date(2025, 9, 2), "example.kz", URL, length=len(TEXT))
    mention = Annotation(1, 7, Kind.ENTITY, "PER", (span("Серик Ахметов"),), Status.ACCEPTED, author="Разметчик")
    promise = replace(
        mention,
        id=3,
        kind=Kind.CLAIM,
        label="promise",
        pieces=(span("Мост откроют в 2026 году"),),
        attributes=(("due", "2026"), ("form", "direct")),
        roles=(Role("speaker", span("Серик Ахметов"), "Серик Ахметов"),),
    )
    nameless = replace(
        promise, id=4, label="statement", pieces=(span("Көпір салынады"),), roles=(), status=Status.PROPOSED
    )
    wrong = replace(promise, id=5, pieces=(span("Алатау ждёт"),), status=Status.REJECTED)
    place = replace(mention, id=2, label="LOC", pieces=(span("Алматы"),))
    notes = (Note(1, "Срок сверить", 7, 3, "Корректор", WHEN), Note(2, "О статье", 7, None, "Корректор", WHEN))
    return Document(article, TEXT, (mention, place, promise, nameless, wrong), notes)


def write(path: Path, *found: Document, told: list[Message] | None = None, **options: Any) -> Path:
    """Write documents in the format that the name says."""
    chosen = ExportOptions(**{"language": "ru", "author": "Редактор", **options})
    report = told.append if told is not None else None
    return registry.write_file(found, path, ExportContext(SCHEME, "Мосты", options=chosen, report=report))


def read_words(path: Path) -> str:
    """Return the text of a file.

    The library of its format reads it. Blanks are folded.
    """
    readers = {".html": read_html_text, ".docx": _read_word_text, ".pdf": lambda one: "\n".join(read_pdf_pages(one))}
    return " ".join(readers[path.suffix](path).split())


def read_pdf_pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def _read_word_text(path: Path) -> str:
    document = docx.Document(str(path))
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter() if node.tag.endswith("}t"))
        for paragraph in document.element.body.iter()
        if paragraph.tag.endswith("}p")
    )


class Page(HTMLParser):
    """The tags, attributes and texts of a page.

    `texts` are those of the article's paragraphs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.words: list[str] = []
        self._is_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "p":
            self._is_text = ("class", "text") in attrs
            if self._is_text:
                self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_text = self._is_text and tag != "p"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._is_text:
            self.texts[-1] += data


def read_html(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text("utf-8"))
    page.close()
    return page


def read_html_text(path: Path) -> str:
    body = re.sub("(?s).*<main>", "", path.read_text("utf-8"))
    page = Page()
    page.feed(re.sub("<(p|dt|dd|td|th|h1|h2|h3|blockquote)[ >]", r"\n\g<0>", body))
    return "".join(page.words)
