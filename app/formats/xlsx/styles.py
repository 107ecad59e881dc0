"""The styles of the workbook and the layout of sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.core.model import Kind, Status
from app.core.scheme import Scheme
from app.formats.xlsx.columns import Column, Look

HEADER, NUMBER_HEADER, TITLE, MUTED, COUNT = "header", "number header", "title", "muted", "count"
_HEADER_HEIGHT_POINTS = 20

_INK, _PAPER, _LINK, _GREY = "FF1F3A5F", "FFFFFFFF", "FF1A5FB4", "FF6B7280"
_NUMBER_FORMATS = {
    Look.DATE: "yyyy-mm-dd",
    Look.TIME: "yyyy-mm-dd hh:mm",
    Look.NUMBER: "0",
    Look.AMOUNT: "[<1000]General;#,##0",
    Look.SHARE: "0%",
}
_STATUS_FILLS = {Status.ACCEPTED: "FFDCEFE0", Status.CORRECTED: "FFDCE8F7", Status.REJECTED: "FFF1E0E0"}
_MAX_DROP_DOWN_CHARS = 255


def add_styles(workbook: Workbook) -> None:
    """Add the named styles of cells, headers and the summary."""
    for style in (*_cell_styles(), *_heading_styles()):
        workbook.add_named_style(style)


def _cell_styles() -> Iterator[NamedStyle]:
    for look in Look:
        is_text = look in {Look.TEXT, Look.WRAPPED, Look.LINK}
        yield NamedStyle(
            _style_name(look),
            font=Font(name="Calibri", size=11, color=_LINK if look is Look.LINK else None),
            alignment=Alignment(
                vertical="top",
                horizontal="left" if is_text else None,
                indent=int(is_text),
                wrap_text=look is Look.WRAPPED,
            ),
            number_format=_NUMBER_FORMATS.get(look, "General"),
        )
    yield NamedStyle(_style_name(COUNT), font=Font(name="Calibri", size=11), number_format='#,##0;-#,##0;"–"')


def _heading_styles() -> Iterator[NamedStyle]:
    white, ink = Font(name="Calibri", size=11, bold=True, color=_PAPER), PatternFill("solid", fgColor=_INK)
    left, right = (
        Alignment(vertical="center", horizontal="left", indent=1),
        Alignment(vertical="center", horizontal="right"),
    )
    yield NamedStyle(_style_name(HEADER), font=white, fill=ink, alignment=left)
    yield NamedStyle(_style_name(NUMBER_HEADER), font=white, fill=ink, alignment=right)
    yield NamedStyle(
        _style_name(TITLE),
        font=Font(name="Calibri", size=16, bold=True, color=_INK),
        alignment=Alignment(horizontal="left", indent=1),
    )
    yield NamedStyle(
        _style_name(MUTED),
        font=Font(name="Calibri", size=11, color=_GREY),
        alignment=Alignment(horizontal="left", indent=1),
    )


def make_cell(sheet: Worksheet, value: str | float | date | None, look: str) -> Cell:
    """Return a cell with a look; a text always stays text."""
    cell = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    cell.style = _style_name(look)
    return cell


def find_style_id(sheet: Worksheet, look: str) -> int:
    """Return the number of a look in the styles of `sheet`."""
    number: int = make_cell(sheet, None, look).style_id
    return number


def set_layout(sheet: Worksheet, columns: Sequence[Column[Any]]) -> None:
    """Freeze the header and set widths and paper.

    Call it before the first row.
    """
    sheet.freeze_panes = "B2" if columns[0].name == "article" else "A2"
    for index, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.print_title_rows = "1:1"
    fit_to_paper(sheet, "landscape")


def fit_to_paper(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Print all columns on one page's width."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def add_header(sheet: Worksheet, columns: Sequence[Column[Any]]) -> None:
    """Write the row of headers, those of numbers to the right."""
    sheet.row_dimensions[1].height = _HEADER_HEIGHT_POINTS
    numbers = {Look.NUMBER, Look.AMOUNT, Look.SHARE, Look.DATE, Look.TIME}
    sheet.append(
        [make_cell(sheet, column.name, NUMBER_HEADER if column.look in numbers else HEADER) for column in columns]
    )


def finish_table(sheet: Worksheet, columns: Sequence[Column[Any]], last_row: int, scheme: Scheme) -> None:
    """Add the filter, drop-downs and colours to a table."""
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last_row}"
    if last_row < 2:
        return
    for index, column in enumerate(columns, start=1):
        letter = get_column_letter(index)
        cells = f"{letter}2:{letter}{last_row}"
        if _fits_drop_down(column.choices):
            sheet.data_validations.append(_make_drop_down(column.choices, cells))
        for word, fill in _find_fills(column, scheme):
            pale = DifferentialStyle(fill=PatternFill("solid", bgColor=fill))
            sheet.conditional_formatting.add(cells, Rule("expression", dxf=pale, formula=[f'${letter}2="{word}"']))


def _style_name(look: str) -> str:
    return f"Pometka {look}"


def _fits_drop_down(choices: Sequence[str]) -> bool:
    """Say whether Excel takes the words as a drop-down."""
    text = ",".join(choices)
    return bool(choices) and len(text) <= _MAX_DROP_DOWN_CHARS and text.count(",") < len(choices) and '"' not in text


def _make_drop_down(choices: Sequence[str], cells: str) -> DataValidation:
    listed = ",".join(choices)
    validation = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
    validation.add(cells)
    return validation


def _find_fills(column: Column[Any], scheme: Scheme) -> list[tuple[str, str]]:
    """Return the words of a column that have a colour."""
    if column.name == "status":
        return list(_STATUS_FILLS.items())
    kind = {"label": Kind.ENTITY, "kind": Kind.CLAIM}.get(column.name)
    labels = scheme.of_kind(kind) if kind else ()
    return [(label.name, _lighten_colour(label.colour)) for label in labels if label.colour and '"' not in label.name]


def _lighten_colour(colour: str) -> str:
    """Return "#rrggbb" mixed with four parts of white, as "FFRRGGBB"."""
    channels = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "FF" + "".join(f"{255 - (255 - channel) // 5:02X}" for channel in channels)
