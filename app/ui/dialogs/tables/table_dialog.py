"""Ask which column of a table holds what, over a preview."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QGridLayout, QTableView, QWidget

from app.core.message import Message
from app.formats.table_choices import ArticleField, Mapping, TableChoices, TablePreview
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import caption_text, one_line
from app.ui.base.widgets import check_box, label, prepare_rows
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.tables.preview_rows import PreviewRows
from app.ui.theme.theme import Theme

FIELD_TITLES = {
    ArticleField.TITLE: Message("Title"),
    ArticleField.TEXT: Message("Text"),
    ArticleField.LEAD: Message("Lead"),
    ArticleField.DATE: Message("Date"),
    ArticleField.SOURCE: Message("Source"),
    ArticleField.URL: Message("Address (URL)"),
    ArticleField.ID: Message("Id"),
    ArticleField.AUTHOR: Message("Author (as a note)"),
    ArticleField.LANGUAGE: Message("Language"),
    ArticleField.NOTE: Message("Note"),
}
_SEPARATORS = {",": Message("Comma"), ";": Message("Semicolon"), "\t": Message("Tab"), "|": Message("Bar |")}
_ENCODINGS = ("utf-8", "utf-8-sig", "cp1251", "koi8-r", "utf-16", "utf-16-le", "cp866", "kz1048", "mac-cyrillic")
_FIELD_COLUMNS = 2


class TableDialog(FramedDialog):
    """Ask for the column of each field.

    `reading_wanted` asks for the preview by other choices of reading.
    """

    reading_wanted = Signal(object)

    def __init__(self, path: Path, preview: TablePreview, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(tr("Which column holds what?"), parent, width_px=640)
        self._path, self._preview = path, preview
        self._boxes: dict[ArticleField, QComboBox] = {}
        self._rows = PreviewRows(self.font(), QColor(theme.muted), self)
        self.sentence(one_line(path.name), "muted")
        self._grid = self._add_grid()
        self._readings = self._add_readings()
        self._add_fields()
        self._table = self._add_table()
        self._remember = check_box(tr("Remember for tables with these columns"), self)
        self._remember.setChecked(True)
        self.body.addWidget(self._remember)
        box = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Import"))
        self._import = box.button(Standard.Ok)
        self.prefer(960, 620)
        self.show_preview(preview)
        (self._import if self._import.isEnabled() else self._boxes[ArticleField.TEXT]).setFocus()

    @property
    def mapping(self) -> Mapping:
        """The columns that were chosen."""
        chosen = ((field, str(box.currentData())) for field, box in self._boxes.items() if box.currentIndex() > 0)
        return tuple(chosen)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table as it is read now."""
        return self._preview.columns

    @property
    def choices(self) -> TableChoices:
        """How the table is read now."""
        return TableChoices(
            separator=self._preview.separator, encoding=self._preview.encoding, sheet=self._preview.sheet
        )

    @property
    def is_remembered(self) -> bool:
        """Whether the mapping is kept for later tables."""
        return self._remember.isChecked()

    def show_preview(self, preview: TablePreview) -> None:
        """Show a table by the chosen settings, with its likeliest mapping."""
        self._preview = preview
        self._rows.show_preview(preview)
        mapping = dict(preview.mapping)
        for field, box in self._boxes.items():
            _fill(box, preview.columns, mapping.get(field, ""))
        self._show_chosen()

    def _add_readings(self) -> dict[str, QComboBox]:
        """Add the reading choices that this kind of file has."""
        preview = self._preview
        found: dict[str, QComboBox] = {}
        if preview.separator:
            found["separator"] = _choice(
                tr("Separator"), [(shown(words), sign) for sign, words in _SEPARATORS.items()], preview.separator, self
            )
            names = dict.fromkeys((preview.encoding, *_ENCODINGS))
            found["encoding"] = _choice(
                tr("Encoding"), [(name.upper(), name) for name in names], preview.encoding, self
            )
        if len(preview.sheets) > 1:
            found["sheet"] = _choice(
                tr("Sheet"), [(one_line(name), name) for name in preview.sheets], preview.sheet, self
            )
        self._add_boxes(list(found.values()))
        for box in found.values():
            box.activated.connect(lambda _: self._ask_reading())
        return found

    def _add_fields(self) -> None:
        for field, title in FIELD_TITLES.items():
            box = _choice(shown(title), [], "", self)
            box.currentIndexChanged.connect(lambda _: self._show_chosen())
            self._boxes[field] = box
        self._add_boxes(list(self._boxes.values()))

    def _add_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for pair in range(_FIELD_COLUMNS):
            grid.setColumnStretch(2 * pair + 1, 1)
        self.body.addLayout(grid)
        return grid

    def _add_boxes(self, boxes: Sequence[QComboBox]) -> None:
        """Add choices with their captions below what is there, two a row."""
        first = self._grid.rowCount()
        for place, box in enumerate(boxes):
            row, pair = divmod(place, _FIELD_COLUMNS)
            caption = label(caption_text(box.accessibleName()), self)
            caption.setBuddy(box)
            self._grid.addWidget(caption, first + row, 2 * pair)
            self._grid.addWidget(box, first + row, 2 * pair + 1)

    def _add_table(self) -> QTableView:
        made = QTableView(self)
        made.setModel(self._rows)
        prepare_rows(made, tr("First rows"))
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setMinimumHeight(5 * (self.fontMetrics().height() + 10))
        self.body.addWidget(made, 1)
        return made

    def _fit_columns(self) -> None:
        """Fit the columns to header and values; the text gets the rest."""
        advance, header = self.fontMetrics().averageCharWidth(), self._table.horizontalHeader()
        text = dict(self.mapping).get(ArticleField.TEXT)
        for column, name in enumerate(self.columns):
            needed = max(self._table.sizeHintForColumn(column), header.sectionSizeHint(column), 14 * advance)
            self._table.setColumnWidth(column, min(needed, 34 * advance))
            mode = header.ResizeMode.Stretch if name == text else header.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)

    def _show_chosen(self) -> None:
        """Show in the preview what the columns are taken for.

        Without a text there is nothing to import.
        """
        self._rows.show_fields({column: shown(FIELD_TITLES[field]) for field, column in self.mapping})
        self._fit_columns()
        self._import.setEnabled(self._boxes[ArticleField.TEXT].currentIndex() > 0)

    def _ask_reading(self) -> None:
        named = {name: str(box.currentData()) for name, box in self._readings.items()}
        separator, encoding, sheet = (named.get(name, "") for name in ("separator", "encoding", "sheet"))
        self.reading_wanted.emit(TableChoices(separator=separator, encoding=encoding, sheet=sheet))


def _choice(caption: str, items: Sequence[tuple[str, str]], chosen: str, parent: QWidget) -> QComboBox:
    """Return a box with the words and values of `items`."""
    box = QComboBox(parent)
    box.setAccessibleName(caption)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for words, value in items:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _fill(box: QComboBox, columns: Sequence[str], chosen: str) -> None:
    """Offer columns in a box, after the offer of none."""
    box.blockSignals(True)  # what Qt calls it
    box.clear()
    box.addItem("—", "")
    for column in columns:
        box.addItem(one_line(column), column)
    box.setCurrentIndex(max(0, box.findData(chosen) if chosen else 0))
    box.blockSignals(False)  # as above
