"""The page of an export for statuses and labels."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.model import Status
from app.core.scheme import Scheme
from app.formats.export_options import ExportOptions
from app.ui.base.i18n import tr
from app.ui.base.texts.status_words import status_name
from app.ui.base.widgets import check_box, label
from app.ui.dialogs.export.choice_lists import LabelList

_USUAL_STATUSES = tuple(status for status in Status if status.is_live)


class AnnotationsPage(QWidget):
    """Which annotations are written, by status and label.

    `changed` comes with each choice.
    """

    changed = Signal()

    def __init__(self, scheme: Scheme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._statuses = {status: check_box(status_name(status), self) for status in Status}
        self._labels = LabelList(scheme, language, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(label(tr("Status"), self, "heading"))
        for box in self._statuses.values():
            column.addWidget(box)
            box.toggled.connect(self.changed)
        column.addWidget(label(tr("Labels"), self, "heading"))
        column.addWidget(self._labels, 1)
        self._labels.itemChanged.connect(self.changed)

    def add_choices(self, options: ExportOptions) -> ExportOptions:
        """Return `options` with what was chosen here."""
        ticked = tuple(status for status, box in self._statuses.items() if box.isChecked())
        return replace(options, labels=self._labels.chosen, statuses=() if ticked == _USUAL_STATUSES else ticked)

    def show_choices(self, options: ExportOptions) -> None:
        """Tick what was chosen."""
        statuses = options.statuses or (tuple(Status) if options.include_rejected else _USUAL_STATUSES)
        for status, box in self._statuses.items():
            box.setChecked(status in statuses)
        self._labels.choose(options.labels)

    def find_error(self) -> str:
        """Say what is wrong with the choices, "" for nothing."""
        if not any(box.isChecked() for box in self._statuses.values()):
            return tr("Choose a status.")
        return tr("Choose a label.") if self._labels.is_empty else ""
