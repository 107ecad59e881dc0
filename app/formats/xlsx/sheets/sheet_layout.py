"""What stands around the rows of a table.

Header, names, filter, lists, colours, paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from app.core.colours.hues import find_hue, mix_with_white
from app.core.model import Kind, Status
from app.core.scheme import Scheme
from app.formats.xlsx.columns.column import NUMERIC_LOOKS, ChoiceList, Column
from app.formats.xlsx.parts.styles import HEADER, NUMBER_HEADER, set_cell
from app.formats.xlsx.values.words import Vocabulary

_HEADER_HEIGHT_POINTS = 32
_COMMENT_WIDTH_PX, _COMMENT_HEIGHT_PX = 130, 26
_PRINTED_COLUMNS = 10
_TINT = 0.26
"""The part of a label's hue in the colour of its cells."""
_STATUS_HUES = {Status.ACCEPTED: "#009e73", Status.CORRECTED: "#0072b2", Status.REJECTED: "#c44f00"}

Colours = Mapping[ChoiceList, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class TableLook:
    """The language of a table, and the look of its cells.

    It also says how the cells are chosen. `lists` are those on the sheet of labels, `colours` the (word, "#rrggbb") of
    a list's words.
    """

    language: str
    lists: frozenset[ChoiceList]
    colours: Colours


def make_colours(scheme: Scheme, words: Vocabulary) -> Colours:
    """Return the colours of labels and statuses, those of the program's window."""
    return {
        ChoiceList.ENTITY_LABELS: _label_colours(scheme, Kind.ENTITY, words.entity_labels),
        ChoiceList.CLAIM_LABELS: _label_colours(scheme, Kind.CLAIM, words.claim_labels),
        ChoiceList.STATUSES: [(words.statuses[status], _tint(hue)) for status, hue in _STATUS_HUES.items()],
    }


def _label_colours(scheme: Scheme, kind: str, titles: dict[str, str]) -> list[tuple[str, str]]:
    places = {label.name: index for index, label in enumerate(scheme.labels)}
    return [(titles[label.name], _tint(find_hue(label, places[label.name]))) for label in scheme.of_kind(kind)]


def _tint(hue: str) -> str:
    return mix_with_white(hue, _TINT)[1:].upper()


def lay_out_table(sheet: Worksheet, key: str, columns: Sequence[Column[Any]], language: str) -> None:
    """Write the header of a table and lay out its sheet.

    The header has its names and keys and is frozen; widths and paper are set.

    `key` is the name of the table.
    """
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.outlinePr = Outline(summaryRight=False)
    sheet.row_dimensions[1].height = _HEADER_HEIGHT_POINTS
    for index, column in enumerate(columns, start=1):
        letter = get_column_letter(index)
        dimension = sheet.column_dimensions[letter]
        dimension.width = column.width
        if column.is_folded:
            dimension.outlineLevel, dimension.hidden = 1, True
        look = NUMBER_HEADER if column.look in NUMERIC_LOOKS else HEADER
        cell = set_cell(sheet, (1, index), column.title.say(language), look)
        cell.comment = Comment(column.key, "Pometka", height=_COMMENT_HEIGHT_PX, width=_COMMENT_WIDTH_PX)
        name_cells(sheet, f"{key}_{column.key}", f"${letter}$1")
    sheet.print_title_rows = "1:1"
    set_paper(sheet, "landscape")


def name_cells(sheet: Worksheet, name: str, cells: str) -> None:
    """Give cells of a sheet a name in the workbook.

    What no name may hold becomes "_".
    """
    safe = "".join(char if char.isalnum() or char in "_." else "_" for char in name)
    book = sheet.parent
    assert book is not None, "a sheet is in a workbook"
    book.defined_names[safe] = DefinedName(safe, attr_text=f"{quote_sheetname(sheet.title)}!{cells}")


def set_paper(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Print on A4, all columns on one page's width, with page numbers."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None, "each sheet has one"
    assert footer is not None, "each sheet has one"
    header.left.text, footer.right.text = "&A", "&P / &N"


def finish_table(sheet: Worksheet, key: str, columns: Sequence[Column[Any]], last_row: int, look: TableLook) -> None:
    """Finish a table when its last row is known.

    Make the table with its filter, lists, colours and printed area.
    """
    last_row = max(last_row, 2)  # a table has one row at least
    add_table(sheet, key, [column.title.say(look.language) for column in columns], last_row)
    shown = sum(not column.is_folded for column in columns)
    sheet.print_area = f"A1:{get_column_letter(min(shown, _PRINTED_COLUMNS))}{last_row}"
    for index, column in enumerate(columns, start=1):
        letter = get_column_letter(index)
        cells = f"{letter}2:{letter}{last_row}"
        if column.choices is None:
            continue
        if column.choices in look.lists:
            sheet.add_data_validation(_make_drop_down(column.choices, cells))
        add_colours(sheet, letter, cells, look.colours.get(column.choices, ()))


def add_table(sheet: Worksheet, key: str, titles: Sequence[str], last_row: int) -> None:
    """Make the rows of a sheet an Excel table with filter."""
    cells = f"A1:{get_column_letter(len(titles))}{last_row}"
    table = Table(displayName=key.capitalize(), ref=cells, autoFilter=AutoFilter(ref=cells))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    # openpyxl would look at every cell of the table for them
    table.tableColumns = [TableColumn(id=number, name=title) for number, title in enumerate(titles, start=1)]
    sheet.add_table(table)


def add_colours(sheet: Worksheet, letter: str, cells: str, colours: Iterable[tuple[str, str]]) -> None:
    """Colour the cells that hold one of the words.

    They are also coloured after a change.
    """
    for word, colour in colours:
        quoted = word.replace('"', '""')
        pale = DifferentialStyle(fill=PatternFill("solid", bgColor=f"FF{colour}"))
        sheet.conditional_formatting.add(cells, Rule("expression", dxf=pale, formula=[f'${letter}2="{quoted}"']))


def list_name(choices: ChoiceList) -> str:
    """Return the name of the cells that hold a list."""
    return f"list_{choices}"


def _make_drop_down(choices: ChoiceList, cells: str) -> DataValidation:
    validation = DataValidation(type="list", formula1=list_name(choices), allow_blank=True, showErrorMessage=False)
    validation.add(cells)
    return validation
