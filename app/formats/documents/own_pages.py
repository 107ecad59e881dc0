"""Web pages of articles that Pometka wrote.

Their articles come back with title, date, source, address and text as they were; highlights and notes do not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.core.message import Message
from app.core.model import Document
from app.formats.documents.web.html_tree import decode_page, parse_page
from app.formats.file_format import FileFormat
from app.formats.source.documents import make_document
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes
from app.formats.source.own_files import PAGE_MARK, own_report_error

_MARK = re.compile(PAGE_MARK.format(content=r"(\w+)"))
_HEAD_CHARS = 4_000
_ARTICLES = "articles"


def read_own_page(path: Path) -> Iterator[Document]:
    """Yield the articles of a page.

    Raise UserError for a report of claims.
    """
    text = decode_page(read_bytes(path), path)
    if _find_content(text) != _ARTICLES:
        raise own_report_error(path.name)
    heading: Any = None
    lines: list[str] = []
    said: tuple[Message, ...] = (_without_marks(path.name),)
    for element in parse_page(text, path).iter("h1", "h2", "p"):
        if element.get("data-title") is not None:
            if heading is not None:
                yield _make_article(heading, lines, said)
                said = ()
            heading, lines = element, []
        elif element.get("class") == "text":
            lines.append(element.text_content())
    if heading is not None:
        yield _make_article(heading, lines, said)


def is_own_page(sample: FileSample) -> bool:
    """Say whether Pometka wrote a page for people."""
    return bool(_find_content(sample.text))


def _find_content(text: str) -> str:
    found = _MARK.search(text[:_HEAD_CHARS])
    return found[1] if found else ""


def _make_article(heading: Any, lines: list[str], lost: tuple[Message, ...]) -> Document:
    fields = {name: heading.get(f"data-{name}") or "" for name in ("title", "date", "source", "url", "key", "language")}
    document = make_document(
        "\n".join(lines),
        title=fields["title"],
        date=_read_day(fields["date"]),
        source=fields["source"],
        url=fields["url"],
        key=fields["key"],
        lost=lost,
    )
    return replace(document, article=replace(document.article, language=fields["language"]))


def _read_day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:  # none, or one that was changed by hand
        return None


def _without_marks(name: str) -> Message:
    return Message(
        "“{name}” is a page that Pometka wrote: its articles are taken without highlights, claims and notes, "
        "which JSONL keeps.",
        {"name": name},
    )


FORMAT = FileFormat(
    "own-page",
    Message("Articles that Pometka wrote as a web page"),
    (".html",),
    read=read_own_page,
    matches=is_own_page,
)
