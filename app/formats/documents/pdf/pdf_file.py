"""PDF files: one article a file. Scanned pages are named as such."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.documents.article_lines import FoundFields, choose_title, make_article
from app.formats.documents.libraries import damaged_error, loading_for
from app.formats.documents.pdf.page_lines import Page, read_page
from app.formats.documents.pdf.paragraphs import find_heading, join_paragraphs
from app.formats.documents.pdf.running_heads import find_issue_day, find_printed_address, remove_running_lines
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes
from app.formats.source.own_files import PROGRAM, own_report_error

_MARK = b"%PDF-"
_MARK_REACH = 1024
"""The mark may stand so far from the start of the file."""
_MIN_PAGE_CHARS = 20
_MAX_PAGES = 2_000
_MADE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read_pdf_file(path: Path) -> Iterator[Document]:
    """Yield the one article of a PDF."""
    pages, facts = _read_pages(read_bytes(path), path)
    if facts.get("Creator") == PROGRAM:
        raise own_report_error(path.name)
    lost = _check_text(pages, path)
    paragraphs = join_paragraphs(remove_running_lines(pages))
    lines = [paragraph.text for paragraph in paragraphs]
    title = choose_title(lines, find_heading(paragraphs), facts.get("Title", ""))
    url, made = find_printed_address(pages), _file_date(facts.get("CreationDate", ""))
    found = FoundFields(title, find_issue_day(pages), url, file_date=made)
    yield make_article(lines, found, path.name, path.stem, lost)


def is_pdf_file(sample: FileSample) -> bool:
    """Say whether a file is a PDF."""
    return _MARK in sample.head[:_MARK_REACH]


def _read_pages(raw: bytes, path: Path) -> tuple[list[Page], dict[str, str]]:
    with loading_for(path):
        import pypdfium2  # noqa: PLC0415  # an optional library
        from pypdfium2 import raw as functions  # noqa: PLC0415
    try:
        with contextlib.closing(pypdfium2.PdfDocument(raw)) as pdf:
            if len(pdf) > _MAX_PAGES:
                raise _too_long(path, len(pdf))
            return [_read_one(pdf, index, functions) for index in range(len(pdf))], pdf.get_metadata_dict()
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise UserError(
                "“{name}” is protected by a password.",
                hint="Open it, save it without the password and import it again.",
                name=path.name,
            ) from fault
        raise damaged_error(path, "PDF", fault) from fault


def _read_one(pdf: Any, index: int, functions: Any) -> Page:
    with contextlib.closing(pdf[index]) as page:
        return read_page(page, functions)


def _check_text(pages: Sequence[Page], path: Path) -> list[Message]:
    """Return a message about pages without text.

    Raise UserError where no page has some.
    """
    bare = [number for number, page in enumerate(pages, start=1) if _count_letters(page) < _MIN_PAGE_CHARS]
    if len(bare) == len(pages) and any(page.has_images for page in pages):
        raise UserError(
            "“{name}” is scanned: its pages are pictures without text.",
            hint="Recognise its text with an OCR program, save that and import it.",
            name=path.name,
        )
    scanned = [str(number) for number in bare if pages[number - 1].has_images]
    if not scanned:
        return []
    return [Message("Pages that are pictures without text are left out: {pages}.", {"pages": ", ".join(scanned)})]


def _count_letters(page: Page) -> int:
    return sum(sign.isalnum() for line in page.lines for sign in line.text)


def _too_long(path: Path, count: int) -> UserError:
    return UserError(
        "“{name}” has {pages} pages, too many for one article.",
        hint="Save the pages of the article as a file of their own.",
        name=path.name,
        pages=count,
    )


def _file_date(made: str) -> dt.date | None:
    found = _MADE.match(made)
    with contextlib.suppress(ValueError):  # a day that no calendar has is none
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    return None


FORMAT = FileFormat("pdf", Message("PDF"), (".pdf",), read=read_pdf_file, matches=is_pdf_file, is_mended=True)
