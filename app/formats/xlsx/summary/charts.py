"""Draw the charts of the summary.

The spreadsheet draws them from the summary's own cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RichTextProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.xlsx.parts.styles import INK
from app.formats.xlsx.summary.summary_tables import SummaryTable

_CHARTS = ("claims", "entities", "claim_months", "entity_months", "speakers", "sources", "done_months", "precision")
"""The tables that have a chart, in its order: two beside each other."""
_BESIDE, _COLUMNS_PER_CHART = 2, 5
_FILTERS_SPAN = 4
"""The filters in words run over so many columns."""
_WIDTH_CM, _HEIGHT_CM = 12.4, 8.6
_ROWS_PER_CHART = 18
_MAX_BARS = 10
_POINT = 100
"""Sizes of letters in charts are in hundredths of a point."""
_SPARE_COLOUR = "#7f8a93"


def count_chart_rows(tables: Sequence[SummaryTable]) -> int:
    """Return how many rows of the sheet the charts take."""
    count = sum(table.key in _CHARTS for table in tables)
    return -(-count // _BESIDE) * _ROWS_PER_CHART


def add_charts(sheet: Worksheet, tables: Sequence[SummaryTable], places: Mapping[str, int], language: str) -> None:
    """Draw a chart for each table that has one.

    It stands at the right of the narrow tables.

    `places` are the rows of the tables' headers.
    """
    found = {table.key: table for table in tables}
    shown = [found[key] for key in _CHARTS if key in found]
    first = max(_FILTERS_SPAN, *(len(table.header) for table in tables if not table.is_wide)) + 1
    for number, table in enumerate(shown):
        down, across = divmod(number, _BESIDE)
        chart = _make_chart(sheet, table, places[table.key], language)
        sheet.add_chart(chart, f"{get_column_letter(first + across * _COLUMNS_PER_CHART)}{3 + down * _ROWS_PER_CHART}")


def _make_chart(sheet: Worksheet, table: SummaryTable, row: int, language: str) -> BarChart:
    """Return the stacked bars of a table whose header is in `row`."""
    chart: Any = BarChart(gapWidth=55)
    chart.grouping, chart.overlap = "stacked", 100
    chart.width, chart.height = _WIDTH_CM, _HEIGHT_CM
    chart.legend.position = "b"
    _add_series(chart, sheet, table, row)
    chart.title = _make_title(table.title.say(language))
    _set_axes(chart)
    if table.key == "precision":
        chart.y_axis.number_format, chart.y_axis.scaling.min, chart.y_axis.scaling.max = "0%", 0, 1
    for index, series in enumerate(chart.series):
        colour = table.colours[index] if index < len(table.colours) else _SPARE_COLOUR
        series.graphicalProperties = GraphicalProperties(solidFill=colour.removeprefix("#").upper())
        series.graphicalProperties.line = LineProperties(noFill=True)
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill="D9DCE0"))
    made: BarChart = chart
    return made


def _make_title(text: str) -> Title:
    title: Any = title_maker(text)
    title.overlay = False
    for run in title.tx.rich.p[0].r:
        run.rPr = _letters(12, bold=True)
    made: Title = title
    return made


def _add_series(chart: BarChart, sheet: Worksheet, table: SummaryTable, row: int) -> None:
    """Take the table's cells.

    Months along the axis with a series a label, else labels with a series a column.
    """
    if table.key.endswith("months"):
        chart.type, last = "col", len(table.header)
        for number in range(min(len(table.rows), _MAX_BARS)):
            chart.add_data(
                Reference(sheet, min_col=1, max_col=last, min_row=row + 1 + number),
                from_rows=True,
                titles_from_data=True,
            )
        chart.set_categories(Reference(sheet, min_col=2, max_col=last, min_row=row))
        return
    # the last of several columns is the total
    chart.type, last = "bar", 1 + table.charted if table.charted else max(2, len(table.header) - 1)
    stop = row + min(len(table.rows), _MAX_BARS)
    chart.add_data(Reference(sheet, min_col=2, max_col=last, min_row=row, max_row=stop), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=row + 1, max_row=stop))
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top


def _set_axes(chart: BarChart) -> None:
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.majorTickMark = "none"
        axis.txPr = RichText(
            bodyPr=RichTextProperties(),
            p=[Paragraph(pPr=ParagraphProperties(defRPr=_letters(9)), endParaRPr=_letters(9))],
        )
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill="D9DCE0"))
    chart.x_axis.tickLblSkip = 1
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="EDEFF2")))
    chart.y_axis.number_format = "0"
    if chart.type == "bar":
        chart.y_axis.crosses = "max"  # with the first row on top, the numbers would be there too


def _letters(points: int, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=points * _POINT, b=bold, solidFill=INK[2:])
