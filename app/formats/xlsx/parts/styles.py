"""The styles of the workbook's cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from app.core.vocabulary import LanguageCode
from app.formats.xlsx.columns.column import NUMERIC_LOOKS, WRAPPED_LOOKS, Look
from app.formats.xlsx.parts.row_encoder import FONT_NAME, FONT_SIZE
from app.formats.xlsx.values.cells import CellValue

HEADER, NUMBER_HEADER, TITLE, HEADING, MUTED, COUNT = "header", "number header", "title", "heading", "muted", "count"
INK, PAPER, LINK_BLUE, GREY = "FF1F3A5F", "FFFFFFFF", "FF1A5FB4", "FF6B7280"
_LINKS = frozenset({Look.LINK, Look.WRAPPED_LINK, Look.NUMBER_LINK})
_NUMBER_FORMATS = {
    Look.NUMBER: "#,##0",
    Look.NUMBER_LINK: "#,##0",
    Look.AMOUNT: "[<1000]General;#,##0",
    Look.SHARE: "0%",
    Look.FLAG: "0",
    Look.FIGURES: "[<1000]General;#,##0",
}


def add_styles(workbook: Workbook, language: str) -> None:
    """Add the named styles of cells, headers and the summary.

    Days are written as the language does.
    """
    for style in (*_cell_styles(language), *_heading_styles()):
        workbook.add_named_style(style)


def style_name(look: str) -> str:
    """Return the name of a look's style."""
    return f"Pometka {look}"


def find_style_numbers(workbook: Workbook, looks: Sequence[str]) -> list[int]:
    """Return the numbers of looks in the styles of the workbook."""
    cell = Cell(Worksheet(workbook), 1, 1)  # of a sheet that is not in the workbook
    numbers = []
    for look in looks:
        cell.style = style_name(look)
        numbers.append(int(cell.style_id))
    return numbers


def set_cell(sheet: Worksheet, place: tuple[int, int], value: CellValue, look: str) -> Cell:
    """Put a value with a look into a cell.

    Its row and column are given. A text always stays text.
    """
    cell = sheet.cell(*place)
    assert isinstance(cell, Cell), "no cells are merged"
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    cell.style = style_name(look)
    return cell


def _cell_styles(language: str) -> Iterator[NamedStyle]:
    day = "dd.mm.yyyy" if language == LanguageCode.RU else "yyyy-mm-dd"
    formats = {**_NUMBER_FORMATS, Look.DATE: day, Look.DUE: day, Look.TIME: f"{day} hh:mm"}
    for look in Look:
        is_text = look not in NUMERIC_LOOKS
        yield NamedStyle(
            style_name(look),
            font=_font(color=LINK_BLUE if look in _LINKS else None),
            alignment=Alignment(
                vertical="top",
                horizontal="left" if is_text else None,
                indent=int(is_text),
                wrap_text=look in WRAPPED_LOOKS or look is Look.LINK,  # a long address would run over the next cell
            ),
            number_format=formats.get(look, "General"),
        )
    yield NamedStyle(style_name(COUNT), font=_font(), number_format='#,##0;-#,##0;"–"')


def _heading_styles() -> Iterator[NamedStyle]:
    white, ink = _font(bold=True, color=PAPER), PatternFill("solid", fgColor=INK)
    for name, side in ((HEADER, "left"), (NUMBER_HEADER, "right")):
        alignment = Alignment(vertical="center", horizontal=side, indent=int(side == "left"), wrap_text=True)
        yield NamedStyle(style_name(name), font=white, fill=ink, alignment=alignment)
    left = Alignment(horizontal="left", vertical="center", indent=1)
    yield NamedStyle(style_name(TITLE), font=Font(name=FONT_NAME, size=18, bold=True, color=INK), alignment=left)
    yield NamedStyle(style_name(HEADING), font=Font(name=FONT_NAME, size=13, bold=True, color=INK), alignment=left)
    yield NamedStyle(style_name(MUTED), font=_font(color=GREY), alignment=left)


def _font(*, bold: bool = False, color: str | None = None) -> Font:
    return Font(name=FONT_NAME, size=FONT_SIZE, bold=bold, color=color)
