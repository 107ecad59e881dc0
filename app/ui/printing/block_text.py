"""Lay out blocks of pages as rich text.

A cursor makes it: no text is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from app.formats.pages.blocks import Block, Heading, Paragraph, Run, Style

_INK, _MUTED, _LINK = "#1b1e23", "#4a515a", "#1a4fb4"
_SIZES = {Style.INTRO: 10.0, Style.TEXT: 10.5, Style.QUOTE: 10.5, Style.DETAIL: 8.5, Style.NOTE: 9, Style.LEGEND: 8.5}
_HEADING_SIZES = (18.0, 13.5, 11.0)
_AFTER_POINTS = {Style.QUOTE: 1.0, Style.TEXT: 5.0}
_HEADING_GAP_POINTS = 12
_BAR = "▎ "
_LEADING_PERCENT = 128.0
UNITS_PER_INCH = 96.0
_UNITS_PER_POINT = UNITS_PER_INCH / 72


class BlockText:
    """Writes headings and paragraphs into a document.

    Its layout takes 96 units of a margin for an inch.
    """

    def __init__(self, document: QTextDocument, family: str) -> None:
        self._family = family
        self._cursor = QTextCursor(document)
        self._is_empty = True

    def write(self, blocks: Iterable[Block], *, top_inches: float = 0.0) -> None:
        """Add blocks.

        The first one stands so far below the top of the page.
        """
        if top_inches:
            self._write_gap(top_inches * UNITS_PER_INCH)
        for block in blocks:
            if isinstance(block, Heading):
                self._write_heading(block)
            elif isinstance(block, Paragraph) and (block.style is Style.TEXT or any(run.text for run in block.runs)):
                self._write_paragraph(block)

    def _write_gap(self, height: float) -> None:
        """Keep the top of the page free.

        The layout takes no margin of the first paragraph.
        """
        form = QTextBlockFormat()
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._open_paragraph(form)

    def _write_heading(self, block: Heading) -> None:
        form = self._begin_paragraph(_HEADING_GAP_POINTS * _UNITS_PER_POINT, 5.0)
        if block.starts_page and not self._is_empty:
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        form.setHeadingLevel(block.level + 1)
        self._open_paragraph(form)
        self._cursor.insertText(block.text, self._make_look(_HEADING_SIZES[min(block.level, 2)], _INK, is_bold=True))

    def _write_paragraph(self, block: Paragraph) -> None:
        size = _SIZES[block.style]
        colour = _INK if block.style in {Style.TEXT, Style.QUOTE} else _MUTED
        self._open_paragraph(self._begin_paragraph(0.0, _AFTER_POINTS.get(block.style, 4.0)))
        if block.bar:
            self._cursor.insertText(_BAR, self._make_look(size, block.bar, is_bold=True))
        for run in block.runs:
            self._cursor.insertText(run.text.replace("\n", "\N{LINE SEPARATOR}"), self._look_of(run, size, colour))

    def _begin_paragraph(self, top: float, after_points: float) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setTopMargin(top)
        form.setBottomMargin(after_points * _UNITS_PER_POINT)
        form.setLineHeight(_LEADING_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return form

    def _open_paragraph(self, form: QTextBlockFormat) -> None:
        if self._is_empty:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form, QTextCharFormat())
        self._is_empty = False

    def _look_of(self, run: Run, size: float, colour: str) -> QTextCharFormat:
        if run.is_mark:
            look = self._make_look(size, _MUTED, is_bold=True)
            look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            return look
        look = self._make_look(size, _LINK if run.link else colour, is_bold=run.is_bold)
        look.setFontItalic(run.is_italic)
        if run.fill:
            look.setBackground(QColor(run.fill))
        if run.line:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(QColor(run.line))
        return look

    def _make_look(self, size: float, colour: str, *, is_bold: bool = False) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontFamilies([self._family])
        look.setFontPointSize(size)
        look.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
        look.setForeground(QColor(colour))
        return look


def clear_margins(document: QTextDocument) -> None:
    """Take away the margins of a document.

    The page of the printer has its own.
    """
    document.setDocumentMargin(0)
    form = document.rootFrame().frameFormat()
    form.setMargin(0)
    document.rootFrame().setFrameFormat(form)
