"""The list of all annotations of the open article.

Sorts, filters, follows the caret.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QHeaderView, QWidget

from app.core.change import Changed
from app.core.model import Annotation, Status
from app.core.scheme import Label, Scheme
from app.core.text.comparing import comparable_forms
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line, tip
from app.ui.base.signal_helpers import follow, gathered, soon
from app.ui.base.texts.elided import WholeNumbersDelegate
from app.ui.base.texts.empty_words import WordyTable, filter_words
from app.ui.base.texts.status_words import status_name
from app.ui.base.widgets import filter_line, named, prepare_rows
from app.ui.panels.annotations.annotation_rows import CONFIDENCE, LABEL, STATUS, WORDS, AnnotationRows, Wish
from app.ui.panels.annotations.chips import CHIP_PADDING_PX, ChipDelegate
from app.ui.theme.label_colours import ColourScheme

_MOST_FOR_LABELS = 0.4
"""Of the width of the list."""
_LEAST_LETTERS = 16
"""Where words and status have room for fewer, the heading of the confidence is its sign alone."""
_STATUS_PX, _COLUMN_PADDING_PX, _SORT_SIGN_PX = 24, 20, 12
_LEAST_LABEL_PX = 56


def _no_key() -> str:
    """Name no key."""
    return ""


class AnnotationsPane(QWidget):
    """Show the annotations of the open article."""

    def __init__(
        self,
        session: Session,
        colour_scheme: ColourScheme,
        language: str,
        parent: QWidget | None = None,
        *,
        clearing_key: Callable[[], str] = _no_key,
    ) -> None:
        """Show the rows; `clearing_key` names the key that clears all filters."""
        super().__init__(parent)
        self._clearing_key = clearing_key
        named(self, "pane")
        self._session, self._colour_scheme, self._language = session, colour_scheme, language
        self._following = self._is_stale = False
        self._by_uncertainty = session.navigation.by_uncertainty
        self._follow_soon = soon(self, self.follow_caret, turn=2)
        self._reload_soon = soon(self, self.reload, turn=3)
        self._has_short_labels = False
        self._rows = AnnotationRows(self._label_title, self)
        self._table = self._make_table()
        self._words = filter_line(tr("Filter annotations"), self)
        self._words.down.connect(self._table.setFocus)
        self._label, self._status = self._make_choice(tr("Label")), self._make_choice(tr("Status"))
        self._fill_choices()
        self._connect_signals()
        self._lay_out()
        self.setFocusProxy(self._table)
        self.reload()

    @property
    def chosen(self) -> int | None:
        """The id of the row that is marked."""
        row = self._table.currentIndex().row()
        return self._rows.annotation(row).id if row >= 0 else None

    @property
    def shown(self) -> list[Annotation]:
        """The annotations of the rows, as they are shown."""
        if self._is_stale:
            self.reload()
        return [self._rows.annotation(row) for row in range(self._rows.rowCount())]

    @property
    def statuses(self) -> list[Status]:
        """The statuses of the rows, as they are shown."""
        return [self._rows.annotation(row).status for row in range(self._rows.rowCount())]

    def reload(self) -> None:
        """Show the rows anew."""
        open_article = self._session.open_article
        self._is_stale = False
        rows, text = (open_article.annotations, open_article.text) if open_article else ((), "")
        for wish in self._read_wishes():
            self._rows.show(rows, text, wish)
            if self._rows.rowCount():
                break
        self._table.say_empty(filter_words(self._clearing_key()) if rows and not self._rows.rowCount() else "")
        self.follow_caret()

    def clear_filters(self) -> None:
        """Show all annotations of the article."""
        self._words.clear()
        for box in (self._label, self._status):
            box.setCurrentIndex(0)

    def refresh(self, changed: Changed) -> None:
        """Move the rows of changed annotations."""
        if changed.touches(Scheme):
            self._fill_choices()
            self._paint_chips()
        open_article = self._session.open_article
        if open_article is None:
            return
        own = changed.in_article(Annotation, open_article.article.id)
        if self._session.reader.is_partial:
            return
        if self._is_stale or not self._follow_rows(own):
            # Sorting a long list anew takes longer than a frame: after the article has shown the change.
            self._is_stale = True
            self._reload_soon()
        self._follow_soon()

    def _follow_rows(self, own: Sequence[tuple[Annotation | None, Annotation | None]]) -> bool:
        """Let rows move.

        The mark that a moving row leaves to its neighbour is nobody's wish to go there.
        """
        self._following = True
        is_taken = self._rows.follow_changes(own)
        self._following = False
        return is_taken

    def follow_caret(self) -> None:
        """Select the current annotation's row.

        Scroll only where it is out of sight.
        """
        if self._is_stale:
            return
        current = self._session.navigation.current
        row = self._rows.row_of(current) if current is not None else -1
        self._following = True
        if row < 0:
            self._table.clearSelection()
            self._table.setCurrentIndex(QModelIndex())
        elif row != self._table.currentIndex().row():
            self._table.setCurrentIndex(self._rows.index(row, WORDS))
        self._following = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Fit labels and confidence; the words keep the most room.

        At least that of their heading.
        """
        self._has_short_labels = False
        advance = self.fontMetrics().horizontalAdvance
        label = self._label_width()
        confidence = advance(tr("Confidence")) + _COLUMN_PADDING_PX
        most = self.width() - advance("M") * _LEAST_LETTERS
        is_narrow = label + confidence > most
        self._rows.shorten_heading(is_narrow)
        if is_narrow:
            confidence = advance("100%") + _COLUMN_PADDING_PX
        self._table.setColumnWidth(CONFIDENCE, confidence)
        heading = advance(tr("Words")) + _COLUMN_PADDING_PX + _SORT_SIGN_PX
        rest = self.width() - _STATUS_PX - confidence - heading - self._table.verticalScrollBar().sizeHint().width()
        room = min(rest, int(self.width() * _MOST_FOR_LABELS))
        self._has_short_labels = is_narrow or label > room
        if self._has_short_labels:
            label = self._label_width()
        self._table.setColumnWidth(LABEL, max(_LEAST_LABEL_PX, min(label, room)))

    def _label_width(self) -> int:
        """Return what the labels need as they are called."""
        titles = map(self._shown_label, self._session.scheme.labels)
        return max(map(self.fontMetrics().horizontalAdvance, titles), default=0) + CHIP_PADDING_PX

    def _connect_signals(self) -> None:
        self._words.textChanged.connect(self.reload)
        self._label.currentIndexChanged.connect(self.reload)
        self._status.currentIndexChanged.connect(self.reload)
        self._table.selectionModel().currentRowChanged.connect(self._go_to)
        session = self._session
        follow(self, session.opened, self._show_article)
        follow(self, session.completed, self._reload_soon)
        follow(self, session.project_changed, self._start_over)
        follow(self, session.changed, gathered(self, self.refresh, turn=2))
        follow(self, session.moved, self._follow_order)
        follow(self, session.moved, self._follow_soon)

    def _follow_order(self) -> None:
        """Sort the rows as they are reviewed, when the review order changes."""
        by_uncertainty = self._session.navigation.by_uncertainty
        if by_uncertainty != self._by_uncertainty:
            self._by_uncertainty = by_uncertainty
            column = CONFIDENCE if by_uncertainty else WORDS
            self._table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)

    def _show_article(self) -> None:
        """Show the rows of another article.

        Those of a long one when all of it has been read.
        """
        self._is_stale = self._session.reader.is_partial
        if not self._is_stale:
            self.reload()

    def _start_over(self) -> None:
        self._fill_choices()
        self._paint_chips()
        self.reload()

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self._session.navigation.go_to(self._rows.annotation(index.row()).id)

    def _read_wishes(self) -> list[Wish]:
        """Return what the boxes ask for; their first entry asks for nothing.

        Then with what the same keys type on the other layout.
        """
        return [self._make_wish(words) for words in comparable_forms(self._words.text())]

    def _make_wish(self, words: str) -> Wish:
        labels = self._session.scheme.labels
        label, status = self._label.currentIndex() - 1, self._status.currentIndex() - 1
        return Wish(
            label=(labels[label].kind, labels[label].name) if 0 <= label < len(labels) else None,
            status=list(Status)[status] if status >= 0 else None,
            words=words,
        )

    def _label_title(self, annotation: Annotation) -> str:
        label = self._session.scheme.find(annotation.kind, annotation.label)
        return self._shown_label(label) if label else one_line(annotation.label)

    def _shown_label(self, label: Label) -> str:
        """Return a label's title, short where the list is narrow."""
        title = label.short_title if self._has_short_labels else label.title
        return one_line(title(self._language))

    def _fill_choices(self) -> None:
        for box in (self._label, self._status):
            box.blockSignals(True)
            box.clear()
        labels = (one_line(label.title(self._language)) for label in self._session.scheme.labels)
        self._label.addItems([tr("All labels"), *labels])
        self._status.addItems([tr("Any status"), *map(status_name, Status)])
        for box in (self._label, self._status):
            box.blockSignals(False)

    def _paint_chips(self) -> None:
        self._fit_columns()
        self._table.setItemDelegateForColumn(
            LABEL, ChipDelegate(self._session.scheme, self._colour_scheme, self._rows, self)
        )

    def _make_choice(self, title: str) -> QComboBox:
        """Return a box to filter by.

        On Linux its name is what is chosen, and its tooltip describes it.
        """
        box = QComboBox(self)
        box.setAccessibleName(title)
        box.setToolTip(tip(title))
        return box

    def _make_table(self) -> WordyTable:
        table = WordyTable(self)
        table.setModel(self._rows)
        prepare_rows(table, tr("Annotations"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._shape_header(table)
        self._table = table
        table.setItemDelegateForColumn(WORDS, WholeNumbersDelegate(self))
        self._paint_chips()
        return table

    def _shape_header(self, table: WordyTable) -> None:
        header = table.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(STATUS, _STATUS_PX)
        table.setSortingEnabled(True)
        header.setSortIndicator(WORDS, Qt.SortOrder.AscendingOrder)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for box, share in ((self._label, 4), (self._status, 5)):
            box.setMinimumContentsLength(5)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            filters.addWidget(box, share)
        top = QWidget(self)
        rows = column(top, margin=8, spacing=8)
        rows.addWidget(self._words)
        rows.addLayout(filters)
        layout = column(self)
        layout.addWidget(top)
        layout.addWidget(self._table, 1)
