"""Write blocks as a Word document.

It uses Word's own headings, links and page numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.formats.atomic_file import replace_file
from app.formats.pages import page_words as words
from app.formats.pages.blocks import Block, Counts, Facts, Heading, Paragraph, Run, Style
from app.formats.source.own_files import REPORT_KEYWORD

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML does not allow."""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_INK, _MUTED, _LINK = "1B1E23", "4A515A", "1A4FB4"
_HEADING_SIZES = (22, 15, 12)
_SIZES = {Style.INTRO: 11, Style.TEXT: 11, Style.QUOTE: 11, Style.DETAIL: 9, Style.NOTE: 9, Style.LEGEND: 9}
_AFTER = {Style.QUOTE: 2, Style.DETAIL: 6, Style.NOTE: 6}
_MARGIN_CM = 2.2
_WIDTH_POINTS, _NAME_SHARE, _NUMBER_SHARE = 470, 0.3, 0.155


def write_word(blocks: Iterable[Block], path: Path, title: str, author: str, language: str) -> Path:
    """Write the document and return its path.

    An old file stays until the new one is whole.
    """
    with replace_file(path) as pending:
        document = _WordDocument(title, author, language)
        for block in blocks:
            document.add(block)
        document.save(pending.draft)
    return pending.written


class _WordDocument:
    """Build a document block by block."""

    def __init__(self, title: str, author: str, language: str) -> None:
        import docx  # noqa: PLC0415  # an optional library
        from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

        self._points: Callable[[float], Any] = Pt
        self._colour: Callable[[str], Any] = RGBColor.from_string
        self._document = docx.Document()
        self._bookmarks = 0
        self._language = language
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = _clean(title)[:255], _clean(author)[:255], ""
        properties.keywords = REPORT_KEYWORD
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
        self._styles = {style: self._make_style(style) for style in Style}
        self._set_headings()
        self._number_pages(section.footer.paragraphs[0])

    def add(self, block: Block) -> None:
        """Add a block at the end."""
        if isinstance(block, Heading):
            self._add_heading(block)
        elif isinstance(block, Paragraph):
            if block.runs:
                self._add_paragraph(block)
        elif isinstance(block, Facts):
            self._add_table((), [(name, value) for name, value in block.rows], (), is_numeric=False)
        else:
            self._add_counts(block)

    def save(self, path: Path) -> None:
        """Write the file."""
        with path.open("wb") as file:
            self._document.save(file)

    def _make_style(self, style: Style) -> Any:
        made = self._document.styles.add_style(f"Pometka {style}", 1)
        made.base_style = self._document.styles["Normal"]
        made.font.size, made.font.name = self._points(_SIZES[style]), "Calibri"
        made.font.color.rgb = self._colour(_INK if style in {Style.TEXT, Style.QUOTE} else _MUTED)
        spacing = made.paragraph_format
        spacing.space_after = self._points(_AFTER.get(style, 8))
        spacing.line_spacing = 1.2
        spacing.keep_with_next = style is Style.QUOTE
        spacing.keep_together = style in {Style.DETAIL, Style.NOTE}
        if style is Style.QUOTE:
            spacing.space_before = self._points(10)
        return made

    def _set_headings(self) -> None:
        normal = self._document.styles["Normal"]
        normal.font.name = "Calibri"
        normal.element.rPr.append(_element("w:lang", val="ru-RU" if self._language == "ru" else "en-US"))
        for level, size in enumerate(_HEADING_SIZES):
            style = self._document.styles["Title" if level == 0 else f"Heading {level}"]
            style.font.size, style.font.bold = self._points(size), True
            style.font.color.rgb = self._colour(_INK)
            fonts = style.element.rPr.rFonts
            for name in [*fonts.attrib]:
                del fonts.attrib[name]
            style.font.name = "Calibri"
            for border in style.element.findall(".//" + _qualify("w:pBdr")):
                border.getparent().remove(border)
            style.paragraph_format.space_before = self._points(0 if level == 0 else 18)
            style.paragraph_format.space_after = self._points(6)

    def _number_pages(self, paragraph: Any) -> None:
        """Write “3 of 12” in a footer, as fields that Word counts."""
        paragraph.style, paragraph.alignment = self._styles[Style.DETAIL], 2
        parts = re.split("({page}|{total})", words.PAGE.say(self._language))
        fields = {"{page}": "PAGE", "{total}": "NUMPAGES"}
        for part in filter(None, parts):
            if part in fields:
                field = _element("w:fldSimple", instr=fields[part])
                run = paragraph.add_run("1")
                field.append(run._r)  # noqa: SLF001  # the library has no fields
                paragraph._p.append(field)  # noqa: SLF001
            else:
                paragraph.add_run(part)

    def _add_heading(self, block: Heading) -> None:
        paragraph = self._document.add_paragraph(style="Title" if block.level == 0 else f"Heading {block.level}")
        paragraph.paragraph_format.page_break_before = block.starts_page
        paragraph.add_run(_clean(block.text))
        if block.anchor:
            self._bookmarks += 1
            number = str(self._bookmarks)
            name = _make_bookmark_name(block.anchor)
            paragraph._p.insert(1, _element("w:bookmarkStart", id=number, name=name))  # noqa: SLF001
            paragraph._p.append(_element("w:bookmarkEnd", id=number))  # noqa: SLF001

    def _add_paragraph(self, block: Paragraph) -> None:
        paragraph = self._document.add_paragraph(style=self._styles[block.style])
        if block.bar:
            edges = _element("w:pBdr")
            edges.append(_element("w:left", val="single", sz="18", space="8", color=block.bar.lstrip("#")))
            paragraph.paragraph_format.left_indent = self._points(10)
            paragraph._p.get_or_add_pPr().insert_element_before(edges, *_AFTER_BORDERS)  # noqa: SLF001
        for run in block.runs:
            self._add_run(paragraph, run)

    def _add_run(self, paragraph: Any, run: Run) -> None:
        made = paragraph.add_run(_clean(run.text))
        made.bold, made.italic = run.is_bold or None, run.is_italic or None
        if run.line:
            properties = made._r.get_or_add_rPr()  # noqa: SLF001  # the library knows no colour of a line
            properties.append(_element("w:u", val="thick", color=run.line.lstrip("#")))
        if run.fill:
            shade = _element("w:shd", val="clear", color="auto", fill=run.fill.lstrip("#"))
            made._r.get_or_add_rPr().append(shade)  # noqa: SLF001
        if run.is_mark:
            made.font.superscript = True
            made.font.color.rgb = self._colour(_MUTED)
        if run.link:
            self._link(paragraph, made, id=paragraph.part.relate_to(run.link, _RELATION, is_external=True))

    def _link(self, paragraph: Any, run: Any, **target: str) -> None:
        """Make a run a link, to a relation or to a bookmark."""
        from docx.oxml.ns import qn  # noqa: PLC0415

        link = _element("w:hyperlink")
        for name, value in target.items():
            link.set(qn("r:id" if name == "id" else f"w:{name}"), value)
        run.font.color.rgb = self._colour(_LINK)
        paragraph._p.append(link)  # noqa: SLF001
        link.append(run._r)  # noqa: SLF001

    def _add_counts(self, block: Counts) -> None:
        self._add_table(block.header, list(block.rows), block.anchors, is_numeric=True)

    def _add_table(
        self, header: tuple[str, ...], rows: list[tuple[str, ...]], anchors: tuple[str, ...], *, is_numeric: bool
    ) -> None:
        every = [*([header] if header else []), *rows]
        if not every:
            return
        table = self._document.add_table(len(every), len(every[0]))
        table.autofit = False
        if header:
            table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001  # repeat it on each page
        widths = [self._points(width) for width in _share_widths(len(every[0]), header)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        cells = table._cells  # noqa: SLF001  # one look-up for all cells
        for place, value in enumerate(text for values in every for text in values):
            row, column = divmod(place, len(every[0]))
            cells[place].width = widths[column]
            paragraph = cells[place].paragraphs[0]
            paragraph.style = self._styles[Style.DETAIL]
            paragraph.paragraph_format.space_after = self._points(2)
            paragraph.alignment = 2 if column and is_numeric else None
            run = paragraph.add_run(_clean(value))
            run.bold = bool(header) and row == 0
            number = row - bool(header)
            if anchors and column == 0 and number >= 0:
                self._link(paragraph, run, anchor=_make_bookmark_name(anchors[number]))
        self._document.add_paragraph(style=self._styles[Style.DETAIL])


_AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl",
    "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""The elements of a paragraph's properties that must follow its borders (ECMA-376, 17.3.1.26)."""


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _qualify(tag: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415

    return str(qn(tag))


def _share_widths(columns: int, header: tuple[str, ...]) -> list[float]:
    """Return the widths of a table's columns in points.

    The names first, the others by the longest words of their headers, so that no font breaks one.
    """
    first = (
        max(_NAME_SHARE, 1 - _NUMBER_SHARE * (columns - 1)) * _WIDTH_POINTS
        if columns > 2
        else _NAME_SHARE * _WIDTH_POINTS
    )
    lengths = [max(map(len, title.split()), default=1) for title in header[1:]] or [1] * (columns - 1)
    return [first, *((_WIDTH_POINTS - first) * length / sum(lengths) for length in lengths)]


def _make_bookmark_name(anchor: str) -> str:
    """Return a name that Word takes.

    Letters, digits and “_”, 40 at most.
    """
    return re.sub(r"\W", "_", anchor)[:40]


def _clean(text: str) -> str:
    """Return text with what XML forbids made visible."""
    return _FORBIDDEN.sub("\ufffd", text)
