"""The tagger's settings in this project: names and organisations.

The convention says where organisations end.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.core.scheme import Scheme
from app.service.project.taught_names import names_from_text, names_of, names_to_text, takes_country, with_names
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.base.widgets import check_box
from app.ui.dialogs.frame import FramedDialog, Standard


class NamesDialog(FramedDialog):
    """Edit the names as lines.

    `scheme` is the new one when the dialog is accepted, only with good lines.
    """

    def __init__(self, scheme: Scheme, catch_errors: ErrorBoundary, parent: QWidget) -> None:
        super().__init__(tr("What the tagger knows"), parent, width_px=560)
        self.scheme = scheme
        self._catch_errors = catch_errors
        self.sentence(tr("One name a line, its label first: “ORG Акорда”. All cases of the name are found."), "muted")
        self._names = QPlainTextEdit(names_to_text(names_of(scheme)), self)
        self._names.setAccessibleName(tr("Names of this project"))
        self._names.setTabChangesFocus(True)
        self._names.setMinimumHeight(80)
        self.body.addWidget(self._names, 1)
        self._country = check_box(tr("An organisation takes its country with it: “Верховный суд Испании”"), self)
        self._country.setChecked(takes_country(scheme))
        self.body.addWidget(self._country)
        self.sentence(tr("Used the next time that articles are tagged. What was decided stays."), "muted")
        self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Save"))
        self._names.setFocus()
        self.prefer(560, 460)

    def accept(self) -> None:
        self._catch_errors(self._accept_names)

    def _accept_names(self) -> None:
        names = names_from_text(self._names.toPlainText(), self.scheme)
        self.scheme = with_names(self.scheme, names, takes_country=self._country.isChecked())
        super().accept()
