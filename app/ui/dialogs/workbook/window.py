"""Show the preview of a workbook that comes back.

The whole window can be used by keys.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTableView, QWidget

from app.service.workbook.items import Comparison, Item, ItemKind, Taken
from app.service.workbook.saying import COLUMN_TITLES, NOT_TAKEN_TITLE, ValueNames, report_text
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import button, label, prepare_table
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.workbook.details import RowDetails
from app.ui.dialogs.workbook.rows import FIELD, PLACE, PRESENT, WANTED, WHAT, WORDS, Entry, ReturnRows, kind_word
from app.ui.keyboard.keys import pressed_key
from app.ui.theme.theme import Theme

_SHARES = {WHAT: 0.15, WORDS: 0.16, FIELD: 0.13, PRESENT: 0.17, PLACE: 0.22}
"""The part of the width that a column has; the value of the workbook has the rest."""


class ReturnDialog(FramedDialog):
    """List every change with a tick.

    `items` are those that are ticked when it is accepted.
    """

    def __init__(
        self, name: str, comparison: Comparison, names: ValueNames, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Changes in “{name}”", name=name), parent, width_px=640)
        self._comparison, self._names = comparison, names
        self.rows = ReturnRows(comparison, names, theme, self)
        if not comparison.has_base:
            self.sentence(
                tr(
                    "The project does not know what this workbook held at its export: it is compared with what is "
                    "there now."
                )
            )
        self._filters = self._list_filters()
        self.filter = self._make_filter()
        self.table = self._make_table()
        self.details = RowDetails(names, has_base=comparison.has_base, parent=self)
        self._lay_out()
        self.prefer(1180, 680)
        self._show_count()
        self._span_sentences()
        self._mark(0)

    @property
    def items(self) -> list[Item]:
        """The items that are accepted."""
        return self.rows.accepted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_columns()
        key = pressed_key(event)
        if key is None:
            return False
        act = self._acts().get(key)
        if act is not None:
            act()
        return act is not None

    def toggle(self) -> None:
        """Accept or refuse the marked row, and go on.

        The next row becomes the marked one.
        """
        row = self.table.currentIndex().row()
        self.rows.toggle(row)
        self._show_count()
        self._mark(min(row + 1, self.rows.rowCount() - 1))

    def tick_shown(self, is_ticked: bool) -> None:
        """Accept or refuse every row that is shown."""
        self.rows.tick_shown(is_ticked)
        self._show_count()

    def copy(self) -> None:
        """Copy the whole preview as text."""
        accepted = set(map(id, self.items))
        left = [item for item in self._comparison.items if id(item) not in accepted]
        text = report_text(self._comparison, Taken(self.items, left), self._names, shown)
        QGuiApplication.clipboard().setText(text)

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "Space": self.toggle,
            "Ctrl+A": lambda: self.tick_shown(True),
            "Ctrl+Shift+A": lambda: self.tick_shown(False),
            "Ctrl+C": self.copy,
            "Ctrl+F": self.filter.showPopup,
            "Home": lambda: self._mark(0),
            "End": lambda: self._mark(self.rows.rowCount() - 1),
            "Enter": self.accept,
        }

    def _fit_columns(self) -> None:
        """Give each column its share, and no less than its heading needs."""
        width = self.table.width() - self.table.verticalScrollBar().sizeHint().width()
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(header.sectionSizeHint(WANTED))
        for section, share in _SHARES.items():
            self.table.setColumnWidth(section, max(int(width * share), header.sectionSizeHint(section)))

    def _mark(self, row: int) -> None:
        if 0 <= row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, WHAT))
        self.details.show_entry(self.rows.entry(row))

    def _list_filters(self) -> list[tuple[str, Sequence[Entry]]]:
        """Return the titles and the entries of all filters.

        All, kinds of items, fields, what is not taken.
        """
        items, not_taken = self._comparison.items, self._comparison.not_taken
        filters: list[tuple[str, Sequence[Entry]]] = [(tr("Everything"), (*items, *not_taken))]
        filters += [(kind_word(kind), self._comparison.of_kind(kind)) for kind in ItemKind]
        filters += [
            (tr("Field: {name}", name=shown(title)), [item for item in items if column in item.columns])
            for column, title in COLUMN_TITLES.items()
        ]
        filters.append((shown(NOT_TAKEN_TITLE), not_taken))
        return [(title, entries) for title, entries in filters if entries]

    def _make_filter(self) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(tr("Show only"))
        for title, entries in self._filters:
            made.addItem(one_line(f"{title} · {len(entries)}"))
        made.currentIndexChanged.connect(self._filter)
        return made

    def _filter(self, place: int) -> None:
        self.rows.show_only(self._filters[place][1])
        self._span_sentences()
        self._mark(0)
        self.table.setFocus()

    def _span_sentences(self) -> None:
        """Give the columns of values to the rows that say a sentence."""
        self.table.clearSpans()
        for row in self.rows.sentence_rows():
            self.table.setSpan(row, FIELD, 1, WANTED - FIELD + 1)

    def _make_table(self) -> QTableView:
        made = QTableView(self)
        prepare_table(made, self.rows, tr("Changes in the workbook"))
        made.horizontalHeader().setSectionResizeMode(WANTED, QHeaderView.ResizeMode.Stretch)
        made.installEventFilter(self)
        made.clicked.connect(self._click)
        made.selectionModel().currentRowChanged.connect(
            lambda now, _: self.details.show_entry(self.rows.entry(now.row()))
        )
        return made

    def _click(self, index: QModelIndex) -> None:
        """Tick by a click on the first column."""
        if index.column() == WHAT:
            self.rows.toggle(index.row())
            self._show_count()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(label(tr("Show"), self, "muted"))
        above.addWidget(self.filter)
        above.addStretch(1)
        above.addWidget(button(tr("Accept all shown"), self, lambda: self.tick_shown(True)))
        above.addWidget(button(tr("Refuse all shown"), self, lambda: self.tick_shown(False)))
        self.body.addLayout(above)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.details)
        hints = (tr("Space: accept or refuse"), tr("Ctrl+A: accept all shown"), tr("Ctrl+Shift+A: refuse all shown"))
        more = (tr("Ctrl+F: show only one kind"), tr("Ctrl+C: copy the list"))
        self.sentence(" · ".join([*hints, *more]), "muted")
        box = self.buttons(Standard.Ok | Standard.Cancel)
        self._take = box.button(Standard.Ok)
        self.table.setFocus()

    def _show_count(self) -> None:
        """Say on the button how much is taken in."""
        count = len(self.items)
        self._take.setText(tr("Take in {n} rows", n=count))
        self._take.setEnabled(bool(count))
