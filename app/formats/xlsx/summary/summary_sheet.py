"""The sheet "Summary".

What the workbook is, how far the work is, and the main counts with their charts.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.xlsx.columns.column import Look
from app.formats.xlsx.parts.styles import COUNT, HEADER, HEADING, NUMBER_HEADER, TITLE, set_cell
from app.formats.xlsx.sheets.sheet_layout import set_paper
from app.formats.xlsx.summary.charts import add_charts, count_chart_rows
from app.formats.xlsx.summary.summary_tables import SummaryTable, is_date
from app.formats.xlsx.values.cells import Value, to_cell_value
from app.formats.xlsx.values.words import Vocabulary, Words

_WIDTHS = (46, 18, *(13 for _ in range(14)))
_LINK_COLUMN = 3
_HEADER_MARGIN = 2
"""Bold letters of a header need more room, by so many characters."""
_MAX_LINES, _LINE_CHARS = 3, 40
_LINE_POINTS = 15


def write_summary(sheet: Worksheet, project: str, tables: Sequence[SummaryTable], words: Vocabulary) -> None:
    """Fill the sheet.

    The title, tables one below the other, charts at their right.
    """
    for index, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.sheet_view.showGridLines = False
    set_paper(sheet, "landscape")
    set_cell(sheet, (1, 1), to_cell_value(project) or "Pometka", TITLE)
    sheet.row_dimensions[1].height = 28
    row, places, after_charts = 3, {}, 3 + count_chart_rows(tables)
    for table in tables:
        if table.is_wide:
            row = max(row, after_charts)
        places[table.key] = row + 1
        row = _write_table(sheet, table, row, words.language) + 1
    add_charts(sheet, tables, places, words.language)


def _write_table(sheet: Worksheet, table: SummaryTable, row: int, language: str) -> int:
    """Write a table from a row on; return the row after it."""
    set_cell(sheet, (row, 1), table.title.say(language), HEADING)
    sheet.row_dimensions[row].height = 22
    row += 1
    for index, title in enumerate(table.header, start=1):
        text = title.say(language) if isinstance(title, Words) else title
        set_cell(sheet, (row, index), text, HEADER if _is_text_column(table, index) else NUMBER_HEADER)
        if len(text) > _WIDTHS[index - 1] - _HEADER_MARGIN and " " in text:
            sheet.row_dimensions[row].height = 2 * _LINE_POINTS
    row += bool(table.header)
    for number, values in enumerate(table.rows):
        for index, value in enumerate(values, start=1):
            _write_value(sheet, (row, index), value, table)
        if table.places:
            _link(sheet, row, table.places[number])
        row += 1
    return row


def _is_text_column(table: SummaryTable, index: int) -> bool:
    return index == 1 or any(isinstance(values[index - 1], str) for values in table.rows if len(values) >= index)


def _write_value(sheet: Worksheet, place: tuple[int, int], value: Value, table: SummaryTable) -> None:
    kept, (row, index) = to_cell_value(value), place
    if isinstance(kept, str):
        is_long = index == 1 and len(kept) > _LINE_CHARS
        set_cell(sheet, place, kept, Look.WRAPPED if is_long else Look.TEXT)
        if is_long:
            sheet.row_dimensions[row].height = _LINE_POINTS * min(_MAX_LINES, len(kept) // _LINE_CHARS + 1)
        return
    if isinstance(kept, int):
        set_cell(sheet, place, kept, COUNT if table.header else Look.NUMBER)
    elif isinstance(kept, float):
        set_cell(sheet, place, kept, Look.SHARE)
    elif kept is not None:
        cell = set_cell(sheet, place, kept, Look.DATE if is_date(kept) else Look.TIME)
        side = "left" if _is_text_column(table, index) else "right"
        cell.alignment = Alignment(horizontal=side, vertical="top", indent=int(side == "left"))


def _link(sheet: Worksheet, row: int, place: str) -> None:
    """Make the kind of a claim lead to its place.

    LibreOffice shows a link in one line, so the long words of the claim are none.
    """
    cell = set_cell(sheet, (row, _LINK_COLUMN), str(sheet.cell(row, _LINK_COLUMN).value), Look.LINK)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
