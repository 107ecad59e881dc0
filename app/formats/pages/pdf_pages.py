"""Write blocks as a PDF with bookmarks, links and page numbers.

Its fonts are in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from app.core.message import Message
from app.formats.atomic_file import replace_file
from app.formats.pages import page_words as words
from app.formats.pages.blocks import Block, Counts, Facts, Heading, Paragraph, Run, Style
from app.formats.pages.pdf_fonts import BOLD, MISSING, REGULAR, PdfFonts, register_fonts
from app.formats.source.own_files import PROGRAM

_INK, _MUTED, _LINK, _RULE = "#1b1e23", "#4a515a", "#1a4fb4", "#d9dce0"
_SIZES = {Style.INTRO: 10, Style.TEXT: 10.5, Style.QUOTE: 10.5, Style.DETAIL: 8.5, Style.NOTE: 8.5, Style.LEGEND: 8.5}
_BEFORE = {Style.QUOTE: 9, Style.TEXT: 3}
_AFTER = {Style.QUOTE: 1, Style.DETAIL: 5, Style.NOTE: 5}
_HEADING_SIZES = (20, 13.5, 11)
_LEADING = 1.42
_MARGIN, _BAR_INDENT = 56, 9
_PAGE = (595.28, 841.89)
_NAME_SHARE, _NUMBER_SHARE = 0.28, 0.16
_MAX_PARAGRAPH_CHARS = 4_000
"""The library is slow to wrap longer ones: they go on in another paragraph."""
_MAX_CELL_CHARS = 160


def write_pdf(blocks: Iterable[Block], path: Path, title: str, author: str, language: str) -> tuple[Path, int]:
    """Write the file.

    Return its path and how many characters the fonts do not have.

    An old file stays until the new one is whole.
    """
    from app.formats.pages.pdf_canvas import make_template  # noqa: PLC0415  # an optional library

    fonts = register_fonts()
    with replace_file(path) as pending:
        template = make_template(pending.draft, _PAGE, _MARGIN, words.PAGE.say(language))
        template.title, template.author, template.creator = fonts.show(title), fonts.show(author), PROGRAM
        template.lang = language or "en"
        template.build(list(_Flow(fonts).make(blocks)))
    return pending.written, fonts.missing


def missing_message(count: int) -> Message:
    """Return what says how many characters could not be shown."""
    return Message("{n} characters have no letter in the fonts of the PDF: {sign} stands for them.", {
        "n": str(count), "sign": MISSING,
    })  # fmt: skip


class _Flow:
    """Make the library's flowables of blocks."""

    def __init__(self, fonts: PdfFonts) -> None:
        self._fonts = fonts
        self._looks = _Looks()

    def make(self, blocks: Iterable[Block]) -> Iterator[Any]:
        """Yield the flowables of each block."""
        for block in blocks:
            if isinstance(block, Heading):
                yield from self._make_heading(block)
            elif isinstance(block, Paragraph):
                yield from self._make_paragraphs(block)
            elif isinstance(block, Facts):
                yield from self._make_table((), block.rows, (), is_numeric=False)
            elif isinstance(block, Counts):
                yield from self._make_table(block.header, block.rows, block.anchors, is_numeric=True)

    def _make_heading(self, block: Heading) -> Iterator[Any]:
        from reportlab.platypus import PageBreak  # noqa: PLC0415

        from app.formats.pages.pdf_canvas import HeadingLine  # noqa: PLC0415

        if block.starts_page:
            yield PageBreak()
        text = self._fonts.show(block.text)
        yield HeadingLine(escape(text), self._looks.heading(block.level), text, block.level, block.anchor)

    def _make_paragraphs(self, block: Paragraph) -> Iterator[Any]:
        from app.formats.pages.pdf_canvas import BarParagraph  # noqa: PLC0415

        if block.runs:
            look = self._looks.paragraph(block.style, block.bar)
            for part in _split_runs(block.runs):
                yield BarParagraph("".join(self._write_run(run, block.style) for run in part), look)

    def _write_run(self, run: Run, style: Style) -> str:
        """Return a run in the library's markup.

        Every text in it is escaped.
        """
        text = escape(self._fonts.show(run.text)).replace("\n", "<br/>")
        if run.is_mark:
            size, rise = _SIZES[style] * 0.62, _SIZES[style] * 0.32
            mark = f'<font face="{BOLD}" color="{_MUTED}">{text}</font>'
            return f'<super size="{size:.1f}" rise="{rise:.1f}">{mark}</super>'
        if run.fill:
            text = f'<font backColor="{run.fill}">{text}</font>'
        if run.line:
            text = f'<u color="{run.line}" width="1.1" offset="-0.16*F">{text}</u>'
        if run.is_bold:
            text = f"<b>{text}</b>"
        if run.is_italic:
            text = f"<i>{text}</i>"
        return f'<a href="{escape(run.link)}" color="{_LINK}">{text}</a>' if run.link else text

    def _make_table(
        self,
        header: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        anchors: tuple[str, ...],
        *,
        is_numeric: bool,
    ) -> Iterator[Any]:
        from app.formats.pages.pdf_canvas import make_table  # noqa: PLC0415

        cells = [[self._make_cell(text, place, is_numeric, is_head=True) for place, text in enumerate(header)]]
        for number, values in enumerate(rows):
            anchor = anchors[number] if anchors else ""
            made = [self._make_cell(text, place, is_numeric) for place, text in enumerate(values)]
            cells.append([self._make_cell(values[0], 0, is_numeric, anchor=anchor), *made[1:]])
        cells = [row for row in cells if row]
        if not cells:
            return
        width = _PAGE[0] - 2 * _MARGIN
        first = width * max(_NAME_SHARE, 1 - _NUMBER_SHARE * (len(cells[0]) - 1) if header else 0)
        rest = (width - first) / max(1, len(cells[0]) - 1)
        if is_numeric and not header:
            rest = min(rest, 150)
        yield make_table(cells, [first, *([rest] * (len(cells[0]) - 1))], _RULE, has_header=bool(header))

    def _make_cell(self, text: str, place: int, is_numeric: bool, *, is_head: bool = False, anchor: str = "") -> Any:
        from app.formats.pages.pdf_canvas import BarParagraph  # noqa: PLC0415

        shown = escape(self._fonts.show(text[:_MAX_CELL_CHARS].rstrip())).replace("    ", "&nbsp;" * 4)
        if anchor:
            shown = f'<a href="#{escape(anchor)}" color="{_LINK}">{shown}</a>'
        return BarParagraph(
            f"<b>{shown}</b>" if is_head else shown, self._looks.cell(is_right=is_numeric and place > 0)
        )


class _Looks:
    """The looks of paragraphs, each made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Any] = {}

    def paragraph(self, style: Style, bar: str) -> Any:
        """Return the look of a paragraph."""
        colour = _INK if style in {Style.TEXT, Style.QUOTE} else _MUTED
        return self._make(
            (style, bar),
            size=_SIZES[style],
            textColor=colour,
            spaceBefore=_BEFORE.get(style, 0),
            spaceAfter=_AFTER.get(style, 6),
            leftIndent=_BAR_INDENT if bar else 0,
            keepWithNext=style is Style.QUOTE,
            bar=bar,
        )

    def heading(self, level: int) -> Any:
        """Return the look of a heading."""
        size = _HEADING_SIZES[min(level, 2)]
        before = 0 if level == 0 else 16
        return self._make(
            ("heading", str(level)),
            size=size,
            fontName=BOLD,
            textColor=_INK,
            spaceBefore=before,
            spaceAfter=6,
            keepWithNext=True,
        )

    def cell(self, *, is_right: bool) -> Any:
        """Return the look of a cell."""
        return self._make(("cell", str(is_right)), size=9, textColor=_INK, alignment=2 if is_right else 0)

    def _make(self, key: tuple[str, str], size: float, **look: Any) -> Any:
        from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415

        if key not in self._made:
            more = {"fontName": REGULAR, "bar": "", "splitLongWords": 1, **look}
            self._made[key] = ParagraphStyle("-".join(key), fontSize=size, leading=size * _LEADING, **more)
        return self._made[key]


def _split_runs(runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    """Yield runs in parts of limited length.

    A run is cut at a blank if there is one.
    """
    part: list[Run] = []
    room = _MAX_PARAGRAPH_CHARS
    for run in runs:
        left = run
        while len(left.text) > room:
            blank = left.text.rfind(" ", 0, room)
            cut = blank + 1 if blank > 0 else room
            part.append(left._replace(text=left.text[:cut]))
            yield part
            part, room, left = [], _MAX_PARAGRAPH_CHARS, left._replace(text=left.text[cut:])
        part.append(left)
        room -= len(left.text)
    yield part
