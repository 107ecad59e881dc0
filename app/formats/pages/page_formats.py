"""The formats html, docx and pdf.

What reads them, and writers of pages for people, which load their libraries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.documents import own_pages, word_file
from app.formats.documents.libraries import loading_for
from app.formats.documents.pdf import pdf_file
from app.formats.documents.web import web_page
from app.formats.export_context import ExportContext
from app.formats.export_options import PageContent
from app.formats.pages.blocks import Block
from app.formats.source.file_sample import read_sample
from app.formats.source.own_files import PROGRAM

_LOSSES = (
    Message("offsets and identifiers: a file for people is not read back"),
    Message("likely missed mentions"),
)


def make_blocks(documents: Iterable[Document], context: ExportContext, default: PageContent) -> Iterator[Block]:
    """Return the blocks of what the options choose, else of `default`."""
    from app.formats.pages.article_pages import make_article_pages  # noqa: PLC0415  # loaded where it is used
    from app.formats.pages.claim_report import make_claim_report  # noqa: PLC0415
    from app.formats.pages.excerpt import cut_document  # noqa: PLC0415

    part = context.options.part
    if part is not None:
        documents = (cut_document(document, part) for document in documents)
    if (context.options.content or default) == PageContent.CLAIMS:
        return make_claim_report(documents, context)
    return make_article_pages(documents, context)


def _read_html(path: Path) -> Iterator[Document]:
    is_own = own_pages.is_own_page(read_sample(path))
    return own_pages.read_own_page(path) if is_own else web_page.read_web_page(path)


def _write_html(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    from app.formats.pages.html_pages import write_html  # noqa: PLC0415

    blocks = make_blocks(documents, context, PageContent.ARTICLES)
    title, language = context.project or PROGRAM, context.options.language or "en"
    return write_html(blocks, path, title, language, context.options.content or PageContent.ARTICLES)


def _write_word(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    from app.formats.pages.word_pages import write_word  # noqa: PLC0415

    blocks = make_blocks(documents, context, PageContent.CLAIMS)
    with loading_for(path):
        return write_word(blocks, path, context.project or PROGRAM, _author(context), context.options.language)


def _write_pdf(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    from app.formats.pages.pdf_pages import missing_message, write_pdf  # noqa: PLC0415

    blocks = make_blocks(documents, context, PageContent.CLAIMS)
    with loading_for(path):
        title = context.project or PROGRAM
        written, missing = write_pdf(blocks, path, title, _author(context), context.options.language)
    if missing:
        context.report_loss(missing_message(missing))
    return written


def _author(context: ExportContext) -> str:
    return (context.options.author if context.options.with_authors else "") or PROGRAM


HTML = replace(web_page.FORMAT, read=_read_html, write=_write_html, loses=_LOSSES)
DOCX = replace(word_file.FORMAT, write=_write_word, loses=_LOSSES)
PDF = replace(pdf_file.FORMAT, write=_write_pdf, loses=_LOSSES)
