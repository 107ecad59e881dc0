"""Print an article, or a part of it.

A task that lays out and paints a few pages at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QGuiApplication, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from app.core.message import Message, UserError
from app.core.model import Annotation, Article, Document
from app.core.records import Sample
from app.core.span import Span
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions, PageContent
from app.formats.pages.blocks import Block, Paragraph, Run
from app.formats.pages.excerpt import cut_document
from app.formats.pages.page_formats import make_blocks
from app.service.article.hidden_pretags import hidden_members, seen_annotations
from app.service.jobs.progress import JobProgress
from app.service.jobs.task import Task
from app.ui.printing.block_text import UNITS_PER_INCH, BlockText, clear_margins

if TYPE_CHECKING:
    from app.store import Project

_READ_CHARS = 50_000
"""Annotations are read for so much of the text at a time."""
_LAYOUT_CHARS = 12_000
"""So much text is laid out at a time: some four pages."""
_MAX_PARAGRAPH_CHARS = 6_000
_FOOT_POINTS, _FOOT_SIZE = 22, 8
_POINTS_PER_INCH = 72
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom


class Printing(Task):
    """Prints an article of a project.

    It prints all of it or `part`, on the pages that the printer was asked for.

    Raise UserError where the printer refuses. What was sent to it when the task is cancelled is aborted.
    """

    def __init__(
        self, project: Project, article: Article, printer: QPrinter, language: str, part: Span | None = None
    ) -> None:
        self.pages, self.title = 0, article.title
        self._article, self._printer, self._language, self._part = article, printer, language, part
        super().__init__(project, None)

    def unfinished(self) -> Message:
        return Message("Printing “{title}” is not finished.", {"title": self.title})

    def _work(self) -> Iterator[bool]:
        annotations: list[Annotation] = []
        article = self._article
        for start in range(0, article.length + 1, _READ_CHARS):
            annotations += self.project.annotations(article.id, since=start, before=start + _READ_CHARS)
            yield True
        annotations = seen_annotations(annotations, article, hidden_members(self.project.rows(Sample)))
        notes = tuple(self.project.notes(article.id))
        document = Document(article, self.project.text(article.id), tuple(annotations), notes)
        document = document if self._part is None else cut_document(document, self._part)
        options = ExportOptions(article_ids=(article.id,), language=self._language)
        context = ExportContext(self.project.scheme(), self.project.path.stem, options=options)
        yield from self._paint(make_blocks([document], context, PageContent.ARTICLES), len(document.text))
        self.report.articles = 1

    def _paint(self, blocks: Iterable[Block], length: int) -> Iterator[bool]:
        painter = QPainter()
        if not painter.begin(self._printer):
            raise UserError(
                "“{name}” does not print.",
                hint="Check the printer, or export the article as PDF: File → Export….",
                name=self._printer.outputFileName() or self._printer.printerName(),
            )
        is_whole = False
        try:
            pages = _Pages(painter, self._printer)
            done = 0
            for part in _split_blocks(chain.from_iterable(map(_split_block, blocks))):
                pages.add(part)
                done += sum(map(_count_chars, part))
                self.progress = JobProgress(min(done, length), length)
                self.pages = pages.painted
                yield True
            is_whole = True
        finally:
            if not is_whole:
                self._printer.abort()
            painter.end()


class _Pages:
    """Paints blocks page by page.

    What is added later goes on where the last page ended.
    """

    def __init__(self, painter: QPainter, printer: QPrinter) -> None:
        self.painted = 0
        self._painter, self._printer = painter, printer
        self._number, self._used = 0, 0.0
        self._dots = printer.logicalDpiY() / _POINTS_PER_INCH
        page = printer.pageLayout().paintRectPixels(printer.resolution())
        self._width, self._foot = float(page.width()), _FOOT_POINTS * self._dots
        self._height = page.height() - self._foot

    def add(self, blocks: list[Block]) -> None:
        """Lay blocks out and paint them."""
        document = QTextDocument()
        document.documentLayout().setPaintDevice(self._printer)
        document.setDefaultFont(_find_font())
        clear_margins(document)
        document.setPageSize(QSizeF(self._width, self._height))
        inches = self._used / self._printer.logicalDpiY()
        BlockText(document, _find_font().family()).write(blocks, top_inches=inches)
        for place in range(document.pageCount()):
            begins = place > 0 or self._used == 0
            self._number += begins
            if self._is_wanted():
                self._paint_page(document, place, begins=begins)
        self._used = self._find_end(document)

    def _paint_page(self, document: QTextDocument, place: int, *, begins: bool) -> None:
        """Paint a page of a document.

        It goes on a new page, or on what is left of the last one.
        """
        if begins:
            if self.painted:
                self._printer.newPage()
            self.painted += 1
            self._paint_number()
        self._painter.save()
        self._painter.translate(0, -place * self._height)
        context = QAbstractTextDocumentLayout.PaintContext()
        sheet = QRectF(0, place * self._height, self._width, self._height)
        self._painter.setClipRect(sheet)
        context.clip = sheet.adjusted(0, 1, 0, -1)  # else lines that touch the edge are written on both pages
        document.documentLayout().draw(self._painter, context)
        self._painter.restore()

    def _is_wanted(self) -> bool:
        if self._printer.printRange() is not QPrinter.PrintRange.PageRange:
            return True
        return self._printer.fromPage() <= self._number <= (self._printer.toPage() or self._number)

    def _find_end(self, document: QTextDocument) -> float:
        """Return how much of the last page is used, in dots."""
        last = document.lastBlock()
        layout = last.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        after = last.blockFormat().bottomMargin() / UNITS_PER_INCH * self._printer.logicalDpiY()
        bottom = layout.position().y() + line.y() + line.height() + after
        used = bottom - (document.pageCount() - 1) * self._height
        return used if used < self._height - self._foot else 0.0

    def _paint_number(self) -> None:
        font = _find_font()
        font.setPointSizeF(_FOOT_SIZE)
        self._painter.setFont(font)
        self._painter.setPen("#4a515a")
        self._painter.drawText(QRectF(0, self._height, self._width, self._foot), _AT_THE_RIGHT, str(self._number))


def _find_font() -> QFont:
    return QFont(QGuiApplication.font().family())


def _split_block(block: Block) -> Iterator[Block]:
    """Yield a paragraph in parts of limited length.

    One of a million characters would stop the window.
    """
    if not isinstance(block, Paragraph) or _count_chars(block) <= _MAX_PARAGRAPH_CHARS:
        yield block
        return
    part: list[Run] = []
    room = _MAX_PARAGRAPH_CHARS
    for run in block.runs:
        left = run
        while len(left.text) > room:
            cut = left.text.rfind(" ", 0, room) + 1 or room
            yield replace(block, runs=(*part, left._replace(text=left.text[:cut])))
            part, room, left = [], _MAX_PARAGRAPH_CHARS, left._replace(text=left.text[cut:])
        part.append(left)
        room -= len(left.text)
    yield replace(block, runs=tuple(part))


def _split_blocks(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield blocks in lists of limited length."""
    part: list[Block] = []
    length = 0
    for block in blocks:
        if part and length + _count_chars(block) > _LAYOUT_CHARS:
            yield part
            part, length = [], 0
        part.append(block)
        length += _count_chars(block)
    yield part


def _count_chars(block: Block) -> int:
    return sum(len(run.text) for run in block.runs) if isinstance(block, Paragraph) else 0
