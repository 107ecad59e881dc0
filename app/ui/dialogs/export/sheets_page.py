"""The page of an export for the sheets of a workbook."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.formats.export_options import ExportOptions
from app.ui.base.i18n import tr
from app.ui.base.widgets import check_box
from app.ui.dialogs.export.choice_lists import SheetTree
from app.ui.dialogs.export.export_scope import Sheets


class SheetsPage(QWidget):
    """Which sheets and columns are written.

    `changed` comes with each choice, and with another current sheet.
    """

    changed = Signal()

    def __init__(self, sheets: Sheets, parent: QWidget) -> None:
        super().__init__(parent)
        self._flags = check_box(tr("A column of 0 and 1 for each label"), self)  # Tab comes to it before the sheets
        self._sheets = SheetTree(sheets, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._sheets, 1)
        column.addWidget(self._flags)
        for changed in (self._flags.toggled, self._sheets.itemChanged, self._sheets.currentItemChanged):
            changed.connect(self.changed)

    @property
    def sheet(self) -> str:
        """The key of the current sheet."""
        return self._sheets.sheet

    def add_choices(self, options: ExportOptions, *, is_workbook: bool) -> ExportOptions:
        """Return `options` with what was chosen here.

        Only a workbook has sheets and columns.
        """
        if is_workbook:
            options = replace(options, sheets=self._sheets.sheets, columns=self._sheets.columns)
        return replace(options, with_label_columns=self._flags.isChecked())

    def show_choices(self, options: ExportOptions) -> None:
        """Tick what was chosen."""
        self._flags.setChecked(options.with_label_columns)
        self._sheets.choose(options.sheets, options.columns)

    def find_error(self) -> str:
        """Say what is wrong with the choices, "" for nothing."""
        return tr("Choose a sheet.") if self._sheets.is_empty else ""
