"""The sheet "Labels".

The scheme with its guideline, and the lists that cells are chosen from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.core.model import Kind
from app.core.scheme import Label, Scheme
from app.formats.xlsx.columns.column import ChoiceList, Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.parts.styles import HEADER, set_cell
from app.formats.xlsx.sheets.sheet_layout import TableLook, finish_table, lay_out_table, list_name, name_cells
from app.formats.xlsx.values.cells import Value, to_cell_value
from app.formats.xlsx.values.guidelines import say_guideline
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import KINDS, Vocabulary, Words

_GAP = 1
_LINE_POINTS = 15


def make_lists(scheme: Scheme, words: Vocabulary) -> dict[ChoiceList, list[str]]:
    """Return the allowed words of each list; empty lists are left out."""
    lists = {
        ChoiceList.ENTITY_LABELS: list(words.entity_labels.values()),
        ChoiceList.CLAIM_LABELS: list(words.claim_labels.values()),
        ChoiceList.STATUSES: list(words.statuses.values()),
        ChoiceList.FORMS: list(words.forms.values()),
        ChoiceList.PROGRESS: list(words.progress.values()),
    }
    return {choices: found for choices, found in lists.items() if found}


def write_labels(sheet: Worksheet, naming: Naming, look: TableLook, lists: Mapping[ChoiceList, Sequence[str]]) -> None:
    """Fill the sheet.

    One row a label, then the lists, folded, at the right.
    """
    columns, language = _label_columns(naming), naming.words.language
    lay_out_table(sheet, "labels", columns, language)
    for row, label in enumerate(naming.scheme.labels, start=2):
        most = 1
        for index, column in enumerate(columns, start=1):
            value = to_cell_value(column.value(label))
            set_cell(sheet, (row, index), value, column.look)
            if column.look is Look.WRAPPED and isinstance(value, str):
                most = max(most, sum(len(line) // column.width + 1 for line in value.split("\n")))
        sheet.row_dimensions[row].height = _LINE_POINTS * min(most, 10)
        choices = ChoiceList.ENTITY_LABELS if label.kind == Kind.ENTITY else ChoiceList.CLAIM_LABELS
        colour = dict(look.colours.get(choices, ())).get(str(columns[0].value(label)))
        if colour:
            sheet.cell(row, 1).fill = PatternFill("solid", fgColor=f"FF{colour}")
    finish_table(sheet, "labels", columns, len(naming.scheme.labels) + 1, TableLook(language, frozenset(), {}))
    _write_lists(sheet, len(columns) + 1 + _GAP, lists, language)


def _label_columns(naming: Naming) -> list[Column[Label]]:
    words, make_key = naming.words, naming.key_of(RowKind.LABEL)
    places = {(label.kind, label.name): number for number, label in enumerate(naming.scheme.labels, start=1)}

    def say(label: Label) -> str:
        return say_guideline(label.guideline, words.language)

    titles = {Kind.ENTITY.value: words.entity_labels, Kind.CLAIM.value: words.claim_labels}
    return [
        Column("label", Words("Label", "Метка"), 24, value=lambda row: titles[row.kind].get(row.name, row.name)),
        Column("kind", Words("Kind", "Вид"), 16, value=lambda row: KINDS[row.kind].say(words.language)),
        Column("name", Words("Name in files", "Имя в файлах"), 16, value=lambda row: row.name),
        Column("digit", Words("Key on the keyboard", "Клавиша"), 13, value=_digit),
        Column("guideline", Words("Guideline", "Указания"), 70, Look.WRAPPED, value=say),
        Column("examples", Words("Examples", "Примеры"), 50, Look.WRAPPED, value=lambda row: "\n".join(row.examples)),
        Column("key", Words("Key", "Ключ"), 14, value=lambda row: make_key(places[row.kind, row.name])),
    ]


def _digit(label: Label) -> Value:
    return f"Shift+{label.key}" if label.key and label.kind == Kind.CLAIM else label.key


def _write_lists(sheet: Worksheet, first: int, lists: Mapping[ChoiceList, Sequence[str]], language: str) -> None:
    """Write each list in a column, and name its cells."""
    for index, (choices, words) in enumerate(lists.items(), start=first):
        letter = get_column_letter(index)
        set_cell(sheet, (1, index), _LIST_TITLES[choices].say(language), HEADER)
        for row, word in enumerate(words, start=2):
            set_cell(sheet, (row, index), to_cell_value(word), Look.TEXT)
        dimension = sheet.column_dimensions[letter]
        dimension.width, dimension.outlineLevel, dimension.hidden = 18, 1, True
        name_cells(sheet, list_name(choices), f"${letter}$2:${letter}${len(words) + 1}")


_LIST_TITLES = {
    ChoiceList.ENTITY_LABELS: Words("List: label", "Список: метка"),
    ChoiceList.CLAIM_LABELS: Words("List: kind", "Список: вид"),
    ChoiceList.STATUSES: Words("List: status", "Список: решение"),
    ChoiceList.FORMS: Words("List: form", "Список: вид речи"),
    ChoiceList.PROGRESS: Words("List: progress", "Список: готовность"),
}
