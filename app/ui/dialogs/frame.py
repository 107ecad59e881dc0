"""What dialogs share: margins, a heading, sentences, a row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.ui.base.plain_text import caption_text, one_line, plain, window_title
from app.ui.base.texts.full_texts import show_full_texts
from app.ui.base.widgets import label
from app.ui.keyboard.early_keys import collect_early_keys, type_early_keys
from app.ui.keyboard.fields import types_text
from app.ui.theme.theme import strong

Standard = QDialogButtonBox.StandardButton

_MOST_OF_THE_SCREEN, _MOST_OF_THE_WIDTH = 0.92, 0.97
_LOW_SHARE = 2 / 3
"""A window that gets less of its height is one on a low screen."""
_TIGHT_MARGINS, _TIGHT_SPACING, _TIGHT_ROWS = (16, 8, 16, 8), 4, 3


class FramedDialog(QDialog):
    """A dialog with a heading.

    `body` takes its widgets, and the buttons come last. A heading that is a sentence `wraps`, and can be copied.
    """

    def __init__(self, title: str, parent: QWidget | None, *, width_px: int = 520, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setMinimumWidth(min(width_px, int(self.screen().availableSize().width() * _MOST_OF_THE_SCREEN)))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(12)
        head = label(one_line(title), self, wraps=wraps)
        head.setFont(strong(head.font(), 1.1 if wraps else 1.25))
        if wraps:
            head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(head)

    def open(self) -> None:
        """Open over its parent, to be deleted when it closes.

        What was pressed while it was being made is for it, where it wants that.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        early = collect_early_keys() if self.wants_early_keys else []
        super().open()
        self.take_early_keys(early)

    @property
    def wants_early_keys(self) -> bool:
        """Whether keys are meant for it: it begins in a field.

        A question that comes unasked does not: what is pressed then was meant for something else.
        """
        return types_text(self.focusWidget())

    def take_early_keys(self, early: Sequence[QKeyEvent]) -> None:
        """Take what was pressed while the dialog was being made."""
        field = self.focusWidget()
        if field is not None:
            type_early_keys(field, early)

    def showEvent(self, event: QShowEvent) -> None:
        show_full_texts(self)
        self.fit_into(self.screen().availableSize() * _MOST_OF_THE_SCREEN)
        super().showEvent(event)

    def fit_into(self, room: QSize) -> None:
        """Take less room between things where a low screen has no more.

        Buttons below the screen cannot be pressed.
        """
        if self.body.totalMinimumSize().height() > room.height():
            self._tighten()
            self.resize(self.size().boundedTo(room))

    def _tighten(self) -> None:
        """Leave little room between things."""
        self.body.setContentsMargins(*_TIGHT_MARGINS)
        self.body.setSpacing(_TIGHT_SPACING)
        forms: list[QFormLayout | QGridLayout] = [*self.findChildren(QFormLayout), *self.findChildren(QGridLayout)]
        for form in forms:
            form.setVerticalSpacing(_TIGHT_SPACING)
        for view in self.findChildren(QAbstractItemView):
            view.setMinimumHeight(min(view.minimumHeight(), _TIGHT_ROWS * (self.fontMetrics().height() + 10)))
        self.body.activate()

    def prefer(self, width_px: int, height_px: int) -> None:
        """Open in this size where the screen has room for it.

        What is read has less of a low screen than it should: it gets the room between things.
        """
        screen = self.screen().availableSize()
        room = QSize(int(screen.width() * _MOST_OF_THE_WIDTH), int(screen.height() * _MOST_OF_THE_SCREEN))
        if room.height() < height_px * _LOW_SHARE:
            self._tighten()
        self.resize(QSize(width_px, height_px).boundedTo(room))

    def fit_height(self, width_px: int) -> None:
        """Open as high as the sentences need at this width.

        Qt assumes narrower ones.
        """
        self.ensurePolished()
        for child in self.findChildren(QLabel):
            child.ensurePolished()
        self.resize(width_px, self.body.totalHeightForWidth(width_px))

    def sentence(self, words: str, name: str = "") -> QLabel:
        """Add a line of words that wraps and can be copied."""
        made = label(plain(words), self, name, wraps=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(made)
        return made

    def form(self) -> QFormLayout:
        """Add a form of captions and fields."""
        made = QFormLayout()
        made.setHorizontalSpacing(16)
        made.setVerticalSpacing(8)
        made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(made)
        return made

    def buttons(self, standard: Standard, *, accept: str = "") -> QDialogButtonBox:
        """Add the row of buttons; `accept` renames OK."""
        box = QDialogButtonBox(standard, self)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        ok = box.button(Standard.Ok)
        if ok is not None:
            ok.setDefault(True)
            if accept:
                ok.setText(caption_text(accept))
        self.body.addSpacing(4)
        self.body.addWidget(box)
        return box
