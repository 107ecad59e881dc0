"""The marked row of a workbook in full.

What stood at the export, stands in the program, and in the workbook.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from app.formats.xlsx.reading.book_reader import NotTaken
from app.service.wording import shorten_text
from app.service.workbook.items import Item, ItemKind
from app.service.workbook.saying import COLUMN_TITLES, ValueNames
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import plain
from app.ui.base.widgets import label
from app.ui.dialogs.workbook.rows import Entry
from app.ui.theme.theme import strong

_LINES = 8
_WORDS_LENGTH = 60
"""Longer words stand in full below the values, which are seen without scrolling."""


class RowDetails(QScrollArea):
    """Show one entry side by side.

    It scrolls where the texts are long.
    """

    def __init__(self, names: ValueNames, *, has_base: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._names, self._has_base = names, has_base
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("The marked row in full"))

    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry."""
        content = QWidget(self)
        content.setObjectName("details")
        grid = QGridLayout(content)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        if isinstance(entry, NotTaken):
            self._add_row(grid, 0, [shown(entry.reason)])
        elif entry is not None:
            self._add_item(grid, entry)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(content)

    def _add_item(self, grid: QGridLayout, item: Item) -> None:
        title = " · ".join(filter(None, [item.article, shorten_text(item.words, _WORDS_LENGTH)]))
        head = label(plain(title), self, wraps=True)
        head.setFont(strong(head.font()))
        grid.addWidget(head, 0, 0, 1, 4)
        if item.fields:
            captions = ["", tr("At the export"), tr("In the program now"), tr("In the workbook")]
            self._add_row(grid, 1, captions, "muted")
        for row, change in enumerate(item.fields, start=2):
            exported = self._names.say(change, change.exported) if self._has_base else tr("not known")
            sides = [exported, self._names.say(change, change.present)]
            if item.kind is ItemKind.NEW:
                sides = ["—", "—"]
            self._add_row(
                grid, row, [shown(COLUMN_TITLES[change.column]), *sides, self._names.say(change, change.wanted)]
            )
        remarks = [] if item.remark is None else [shown(item.remark)]
        if len(item.words) > _WORDS_LENGTH:
            remarks.append(item.words)
        for row, text in enumerate(remarks, start=len(item.fields) + 2):
            grid.addWidget(label(plain(text), self, "muted", wraps=True), row, 0, 1, 4)
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)

    def _add_row(self, grid: QGridLayout, row: int, texts: list[str], name: str = "") -> None:
        for column, text in enumerate(texts):
            made = label(plain(text), self, name or ("muted" if column == 0 and len(texts) > 1 else ""), wraps=True)
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
