"""A question before a label is removed: what becomes of its annotations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.core.scheme import Label
from app.ui.base.i18n import tr
from app.ui.dialogs.frame import FramedDialog, Standard


class RemoveDialog(FramedDialog):
    """Ask which label takes the annotations over.

    `chosen` reports its name. It is "" for none: then they are removed too.
    """

    chosen = Signal(str)

    def __init__(
        self, label: Label, others: Sequence[Label], language: str, counts: tuple[int, int], parent: QWidget
    ) -> None:
        super().__init__(
            tr("Remove the label “{label}”", label=label.title(language)), parent, width_px=480, wraps=True
        )
        self._names = [*(one.name for one in others), ""]
        annotations, articles = counts
        of_articles = tr("in {n} articles", n=articles)
        self.sentence(tr("{n} annotations have it, {articles}.", n=annotations, articles=of_articles))
        self._choice = QComboBox(self)
        self._choice.addItems([tr("Merge into “{label}”", label=one.title(language)) for one in others])
        self._choice.addItem(tr("Remove the annotations too"))
        self._choice.setAccessibleName(tr("What becomes of them"))
        self.body.addWidget(self._choice)
        self.sentence(tr("It is done when the scheme is saved. One undo takes it back."), "muted")
        self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Remove"))
        self._choice.setFocus()

    def accept(self) -> None:
        super().accept()
        self.chosen.emit(self._names[self._choice.currentIndex()])
