"""The article list as a table, where the pane is wide enough."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.service.article_list.article_orders import ArticleOrder
from app.ui.base.i18n import tr
from app.ui.base.lists.column_widths import share_width
from app.ui.base.texts.empty_words import WordyTable
from app.ui.base.widgets import is_enter, prepare_table
from app.ui.panels.articles.article_columns import COLUMNS, TITLE, WIDEST
from app.ui.panels.articles.article_rows import ArticleRows

_GAP_PX = 20
_LEAST_TITLE_PX = 240


class ArticleTable(WordyTable):
    """Whole rows under headers that sort.

    `sort_wanted` comes with the order of a header that was clicked. The title takes the room that the others leave.
    """

    sort_wanted = Signal(object)

    def __init__(self, rows: ArticleRows, parent: QWidget) -> None:
        super().__init__(parent)
        prepare_table(self, rows, tr("Articles"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._columns: tuple[ArticleOrder, ...] = COLUMNS
        self._prepare_header()

    def show_columns(self, columns: tuple[ArticleOrder, ...]) -> None:
        """Show these columns and the title."""
        self._columns = columns
        self.fit_columns()

    def show_order(self, order: ArticleOrder, *, is_reversed: bool) -> None:
        """Show by which column the rows are sorted."""
        header = self.horizontalHeader()
        is_there = order in COLUMNS
        header.setSortIndicatorShown(is_there)
        if is_there:
            direction = Qt.SortOrder.DescendingOrder if is_reversed else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(COLUMNS.index(order), direction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the columns their width, and the title the rest."""
        advance = self.fontMetrics().horizontalAdvance
        widths = {COLUMNS.index(column): advance(words) + _GAP_PX for column, words in WIDEST.items()}
        shown = [COLUMNS.index(column) for column in self._columns if column is not TITLE]
        for place in widths.keys() - set(shown):
            self.hideColumn(place)
        left = share_width(self, {place: widths[place] for place in shown}, shown[::-1], _LEAST_TITLE_PX)
        self.setColumnWidth(COLUMNS.index(TITLE), max(left, _LEAST_TITLE_PX))

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionClicked.connect(lambda section: self.sort_wanted.emit(COLUMNS[section]))
