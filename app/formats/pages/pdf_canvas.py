"""What the PDF library lacks.

Page numbers with their total, bookmarks, and a coloured line beside a paragraph.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate, Paragraph, TableStyle

from app.formats.pages.pdf_fonts import REGULAR

_NUMBER_SIZE, _NUMBER_BOTTOM = 8, 30
_BAR_WIDTH = 2


class BarParagraph(Paragraph):  # type: ignore[misc]  # the library has no types
    """A paragraph with a coloured line at its left.

    There is a line where its look has a `bar`, also when it is split.
    """

    def draw(self) -> None:
        """Draw the line over the height with its spaces, then the words."""
        if self.style.bar:
            canvas = self.canv
            canvas.saveState()
            canvas.setFillColor(self.style.bar)
            canvas.rect(0, -self.style.spaceAfter / 2, _BAR_WIDTH, self.height + self.style.spaceAfter / 2, 0, 1)
            canvas.restoreState()
        super().draw()


class HeadingLine(Paragraph):  # type: ignore[misc]
    """A heading with its bookmark and its entry in the outline."""

    def __init__(self, markup: str, style: Any, text: str = "", level: int = 0, anchor: str = "") -> None:
        super().__init__(markup, style)
        self._text, self._level, self._anchor = text, level, anchor

    def draw(self) -> None:
        """Draw the heading, and let bookmarks lead to it."""
        if self._level <= 1:
            name = self._anchor or f"heading-{id(self)}"
            self.canv.bookmarkHorizontal(name, 0, self.height + 8)
            self.canv.addOutlineEntry(self._text or "–", name, 0)
        super().draw()


class NumberedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that numbers its pages at the end.

    Their total is known only then.
    """

    number_words = "{page} / {total}"
    right_edge = 0.0

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  # the library's name
        """Keep the page until all are there."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Number the pages and write the file."""
        pages = self._pages
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self.setFont(REGULAR, _NUMBER_SIZE)
            self.setFillGray(0.4)
            self.drawRightString(
                self.right_edge, _NUMBER_BOTTOM, self.number_words.format(page=number, total=len(pages))
            )
            super().showPage()
        super().save()


def make_template(path: Path, page: tuple[float, float], margin: float, number_words: str) -> Any:
    """Return the template that flowables are built into, with numbered pages."""
    numbered = type("NumberedPages", (NumberedCanvas,), {"number_words": number_words, "right_edge": page[0] - margin})
    frame = Frame(margin, margin, page[0] - 2 * margin, page[1] - 2 * margin, 0, 0, 0, 0)
    template = BaseDocTemplate(
        str(path), pagesize=page, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin
    )
    template.addPageTemplates(PageTemplate("page", [frame]))
    build = template.build
    template.build = lambda flowables: build(flowables, canvasmaker=numbered)
    return template


def make_table(cells: list[list[Any]], widths: list[float], rule: str, *, has_header: bool) -> Any:
    """Return a table with a line below each row.

    Its header is repeated on each page.
    """
    table = LongTable(cells, widths, repeatRows=int(has_header), hAlign="LEFT", spaceAfter=10, spaceBefore=4)
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, rule),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return table
