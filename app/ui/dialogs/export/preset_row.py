"""The row of presets above the choices of an export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.formats.export_options import ExportOptions
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import button, label


class PresetRow(QWidget):
    """Choose, save and delete a preset.

    `chosen` comes with its options, `saved` with its name and options, `removed` with its name.
    """

    chosen = Signal(object)
    saved = Signal(str, object)
    removed = Signal(str)

    def __init__(
        self, presets: Mapping[str, ExportOptions], read_options: Callable[[], ExportOptions], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._presets, self._read_options = dict(presets), read_options
        self._list = QComboBox(self)
        self._fill_list()
        save = button(tr("Save preset…"), self, self._ask_name)
        remove = button(tr("Delete preset"), self, self._remove_current)
        remove.setEnabled(False)
        self._list.activated.connect(self._choose_current)
        self._list.currentIndexChanged.connect(lambda row: remove.setEnabled(row > 0))
        title = label(tr("Preset"), self)
        title.setBuddy(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(title)
        row.addWidget(self._list, 1)
        row.addWidget(save)
        row.addWidget(remove)

    def _fill_list(self, current: str = "") -> None:
        self._list.clear()
        self._list.addItem(tr("None"), "")
        for name in sorted(self._presets):
            if name:
                self._list.addItem(one_line(name), name)
        self._list.setCurrentIndex(max(0, self._list.findData(current)))

    def _choose_current(self) -> None:
        self.chosen.emit(self._presets.get(str(self._list.currentData()), ExportOptions()))

    def _ask_name(self) -> None:
        from app.ui.dialogs.name_dialog import NameDialog  # noqa: PLC0415  # for those who save one

        words = tr("The choices are kept under this name, for this dialog and for --preset.")
        NameDialog(tr("Save preset"), words, str(self._list.currentData()), self._save, self.window()).open()

    def _save(self, name: str) -> None:
        kept = replace(self._read_options(), article_ids=None, part=None)
        self._presets[name] = kept
        self._fill_list(name)
        self.saved.emit(name, kept)

    def _remove_current(self) -> None:
        name = str(self._list.currentData())
        if name and self._presets.pop(name, None) is not None:
            self._fill_list()
            self.removed.emit(name)
