"""What is exported, in which format, and how.

Asked in one dialog, with the first rows as they would be.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

from app.formats.export_options import ExportOptions
from app.formats.file_format import FileFormat
from app.formats.xlsx.sheets.sheet_preview import SheetPreview
from app.ui.base.i18n import shown, tr
from app.ui.base.widgets import check_box
from app.ui.dialogs.export.annotations_page import AnnotationsPage
from app.ui.dialogs.export.export_preview import ExportPreview
from app.ui.dialogs.export.export_scope import ExportOffer
from app.ui.dialogs.export.file_page import FilePage
from app.ui.dialogs.export.preset_row import PresetRow
from app.ui.dialogs.export.sheets_page import SheetsPage
from app.ui.dialogs.frame import FramedDialog, Standard

_PREVIEW_DELAY_MS = 120

AskPreview = Callable[[ExportOptions, str], None]
"""Asks for the first rows of a sheet, by its key, under the choices; `show_preview` takes them."""


class ExportDialog(FramedDialog):
    """Ask for format, articles, labels, sheets and columns.

    `options` are what was chosen.
    """

    preset_saved = Signal(str, object)
    preset_removed = Signal(str)

    def __init__(self, offer: ExportOffer, ask_preview: AskPreview, parent: QWidget) -> None:
        super().__init__(tr("Export"), parent, width_px=760)
        self._ask_preview = ask_preview
        self._timer = QTimer(self, interval=_PREVIEW_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._ask_for_rows)
        self._make_parts(offer)
        self._lay_out()
        self._box = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Export…"))
        self._connect()
        self.prefer(1080, 660)
        self.show_options(ExportOptions())
        self._file.begin()

    @property
    def format(self) -> FileFormat:
        """The chosen format."""
        return self._file.format

    @property
    def options(self) -> ExportOptions:
        """What was chosen."""
        chosen = self._annotations.add_choices(self._file.add_choices(ExportOptions()))
        return self._sheets.add_choices(chosen, is_workbook=self._file.is_workbook)

    @property
    def opens_file(self) -> bool:
        """Whether the file is opened after the export."""
        return self._opens.isChecked()

    def show_options(self, options: ExportOptions) -> None:
        """Show choices, those of a preset or of the last time.

        Articles that they name are chosen too.
        """
        for page in (self._file, self._annotations, self._sheets):
            page.show_choices(options)
        self._follow()

    def show_preview(self, preview: SheetPreview) -> None:
        """Show the first rows."""
        self._preview.show_rows(preview)

    def set_opens_file(self, *, opens: bool) -> None:
        """Tick whether the file is opened."""
        self._opens.setChecked(opens)

    def _make_parts(self, offer: ExportOffer) -> None:
        """Make the parts in the order in which Tab goes through them."""
        self._presets = PresetRow(offer.presets, lambda: self.options, self)
        self._tabs = QTabWidget(self)
        self._tabs.setAccessibleName(tr("Choices"))
        self._tabs.setUsesScrollButtons(False)  # they take the focus, and no Enter
        self._file = FilePage(offer.scopes, offer.language, self)
        self._annotations = AnnotationsPage(offer.scheme, offer.language, self)
        self._sheets = SheetsPage(offer.sheets, self)
        self._preview = ExportPreview(self)
        self._opens = check_box(tr("Open the file after the export"), self)

    def _lay_out(self) -> None:
        self._tabs.addTab(self._file, tr("File and articles"))
        self._tabs.addTab(self._annotations, tr("Annotations"))
        self._tabs.addTab(self._sheets, tr("Sheets and columns"))
        self.body.addWidget(self._presets)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._tabs, 2)
        middle.addWidget(self._preview, 3)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._opens)

    def _connect(self) -> None:
        self._presets.chosen.connect(self.show_options)
        self._presets.saved.connect(self.preset_saved)
        self._presets.removed.connect(self.preset_removed)
        for page in (self._file, self._annotations, self._sheets):
            page.changed.connect(self._follow)

    def _follow(self) -> None:
        """Update the dialog after a choice.

        Offer what the format has, name what is wrong, and show the first rows a moment later.
        """
        self._file.offer_fields()
        self._tabs.setTabVisible(self._tabs.indexOf(self._sheets), self._file.is_workbook)
        error = self._find_error()
        self._box.button(Standard.Ok).setEnabled(not error)
        if error:
            self._preview.say_error(error)
        else:
            self._preview.say_losses(self._losses())
        self._timer.start()

    def _find_error(self) -> str:
        error = self._file.find_error() or self._annotations.find_error()
        return error or (self._sheets.find_error() if self._file.is_workbook else "")

    def _losses(self) -> str:
        """Return what the format cannot hold."""
        losses = "; ".join(shown(loss) for loss in self.format.losses)
        return tr("Not in the file: {losses}.", losses=losses) if losses else ""

    def _ask_for_rows(self) -> None:
        if self._box.button(Standard.Ok).isEnabled():
            self._preview.show_reading()
            self._ask_preview(self.options, self._sheets.sheet if self._file.is_workbook else "")
