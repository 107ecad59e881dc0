"""The list of articles: filter, order, and a click or Enter opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from app.core.change import Changed
from app.core.model import Progress
from app.service.article_list.article_orders import ArticleOrder
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.base.lists.long_list import LongList
from app.ui.base.pane import column
from app.ui.base.plain_text import caption_text
from app.ui.base.signal_helpers import follow, gathered, soon
from app.ui.base.texts.empty_words import filter_words
from app.ui.base.widgets import filter_line, label, named, tool
from app.ui.panels.articles.article_columns import COLUMNS, USUAL, column_title
from app.ui.panels.articles.article_rows import ID_ROLE, ArticleDelegate, ArticleRows
from app.ui.panels.articles.article_table import ArticleTable
from app.ui.theme.icons import Icons
from app.ui.theme.theme import Theme

_READ_MS, _WORDS_AT_ONCE, _COUNTS_AT_ONCE = 10, 300, 150
"""So many articles are read and prepared for the filter, and counted, at a time: some milliseconds."""
_TABLE_CHARS = 76
"""From so many average characters on the list is a table."""


def _keep_nothing(_: str) -> None:
    """Forget the order with the pane."""


@dataclass(frozen=True, slots=True)
class KeptView:
    """What is kept of the list from one time to the next.

    `columns` are shown where there is room for a table; those that the user chooses are written into them. `order` is
    what the list is sorted by, and `keep_order` gets each new one.
    """

    columns: list[str] = field(default_factory=list)
    order: str = ""
    keep_order: Callable[[str], None] = _keep_nothing


def _no_key() -> str:
    """Name no key."""
    return ""


class ArticlesPane(QWidget):
    """Show the session's articles; it holds no state but the widgets'."""

    left = Signal()
    """The keyboard is to go back to the text."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        icons: Icons,
        kept: KeptView | None = None,
        *,
        clearing_key: Callable[[], str] = _no_key,
    ) -> None:
        """Show the list as it was `kept`; `clearing_key` clears all filters."""
        super().__init__()
        kept = kept or KeptView()
        named(self, "pane")
        self._session = session
        self._rows = ArticleRows(session.articles, lambda: session.near_pairs, self)
        self._chosen, self._keep_order, self._clearing_key = kept.columns, kept.keep_order, clearing_key
        session.articles.sort_by_words(kept.order)
        self._views = QStackedWidget(self)
        self._list = self._make_list(theme)
        self._table = self._make_table()
        self._reading = QTimer(self, interval=_READ_MS)
        self._reading.timeout.connect(self._read_on)
        self._filter = filter_line(tr("Filter articles"), self)
        self._filter.setPlaceholderText(tr("Filter"))  # beside the button there is room for no more
        self._filter.setText(session.articles.filter_text)
        self._filter.textChanged.connect(lambda text: session.articles.show_with(text=text))
        self._filter.returnPressed.connect(self._open_first)
        self._filter.down.connect(self._views.setFocus)
        self._count = label("", self, "caption", wraps=True)
        self._lay_out(icons)
        self._views.setFocusProxy(self._list)
        self.setFocusProxy(self._views)
        # An import brings an article a moment: one look at the list is enough for many of them.
        follow(self, session.articles.reordered, soon(self, self.reload, turn=4))
        follow(self, session.project_changed, self.reload)
        follow(self, session.opened, self.select_open)
        follow(self, session.changed, gathered(self, self.refresh, turn=4))
        self.reload()

    def reload(self) -> None:
        """Show the rows anew after another order, filter or project."""
        self._show_columns()
        self._rows.reload()
        self.select_open()
        self._reading.start()
        articles = self._session.articles
        self._keep_order(articles.order_words)
        if self._filter.text() != articles.filter_text:
            self._filter.setText(articles.filter_text)
        is_filtered = len(articles.shown) < len(articles)
        if is_filtered:
            words = tr("{shown} of {n} articles", shown=len(articles.shown), n=len(articles))
        else:
            words = tr("{n} articles", n=len(articles))
        self._count.setText(" · ".join([words, *self._order_words()]))
        for view in (self._list, self._table):
            view.say_empty(self._empty_words() if is_filtered else "")

    def _order_words(self) -> list[str]:
        """Say how the rows are sorted, whether or not a heading can."""
        articles = self._session.articles
        words = [] if articles.order is ArticleOrder.ADDED else [dict(_order_choices())[articles.order]]
        words += [tr("The other way round")] if articles.is_reversed else []
        return [one[:1].lower() + one[1:] for one in words]

    def _empty_words(self) -> str:
        """Say why a filter shows nothing."""
        return tr("Searching …") if self._session.articles.is_filtering else filter_words(self._clearing_key())

    def refresh(self, changed: Changed) -> None:
        """Repaint what a step touched; new and removed articles come by `reordered`."""
        self._rows.refresh(changed)

    def select_open(self) -> None:
        """Mark the open article, without opening it again."""
        open_article = self._session.open_article
        index = self._rows.index_of(open_article.article.id) if open_article else QModelIndex()
        # A view's own command follows the keys that are held: with Ctrl it would add the row to those selected.
        flags = QItemSelectionModel.SelectionFlag
        self._view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if index.isValid():
            self._view.scrollTo(index)

    def selected_ids(self) -> list[int]:
        """Return the articles that are selected, in the order shown."""
        rows = sorted({index.row() for index in self._list.selectionModel().selectedIndexes()})
        return [self._rows.index(row, 0).data(ID_ROLE) for row in rows]

    def focus_filter(self) -> None:
        """Put the typing cursor into the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def open_menu(self) -> None:
        """Offer the filters, orders and columns by the keyboard."""
        self._menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A picture of the window resizes hidden panes with painting switched off: a page that is turned then stays so.
        if self.isVisible():
            self._choose_view()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose_view()

    @property
    def table_px(self) -> int:
        """The width from which the list is a table."""
        return self.fontMetrics().averageCharWidth() * _TABLE_CHARS

    @property
    def is_table(self) -> bool:
        """Whether the list is a table now."""
        return self._view is self._table

    @property
    def _view(self) -> QAbstractItemView:
        """The list, or the table where the pane is wide."""
        return self._table if self._views.currentWidget() is self._table else self._list

    def _choose_view(self) -> None:
        """Show a table where there is room for one, else the list."""
        wanted = self._table if self.width() >= self.table_px else self._list
        before = self._view
        if wanted is before:
            return
        has_focus = before.hasFocus()
        self._views.setCurrentWidget(wanted)
        self._views.setFocusProxy(wanted)
        self._show_columns()
        self.select_open()
        if has_focus:
            wanted.setFocus()

    @property
    def _columns(self) -> tuple[ArticleOrder, ...]:
        chosen = tuple(column for column in COLUMNS if column.value in self._chosen)
        return chosen or USUAL

    def _show_columns(self) -> None:
        articles = self._session.articles
        if ArticleOrder.UNCERTAINTY in self._columns and self.is_table:
            articles.refresh_uncertainties()
        self._table.show_columns(self._columns)
        self._table.show_order(articles.order, is_reversed=articles.is_reversed)

    def toggle_column(self, column: ArticleOrder) -> None:
        """Show a column, or hide it; the last one stays."""
        shown = set(self._columns) ^ {column}
        self._chosen[:] = [one.value for one in COLUMNS if one in (shown or {column})]
        self._show_columns()
        self._table.viewport().update()

    def _sort_by(self, order: ArticleOrder) -> None:
        """Sort by a column; the second time the other way round."""
        articles = self._session.articles
        articles.show_with(order=order, is_reversed=order == articles.order and not articles.is_reversed)

    def _read_on(self) -> None:
        """Prepare the filter, then the counts, beside the work.

        What is seen is counted when it is painted; a key in the filter looks at all articles.
        """
        articles = self._session.articles
        if not (articles.read_words(_WORDS_AT_ONCE) or articles.read_more_counts(_COUNTS_AT_ONCE)):
            self._reading.stop()

    def _make_table(self) -> ArticleTable:
        made = ArticleTable(self._rows, self._views)
        made.setSelectionModel(self._list.selectionModel())
        made.clicked.connect(self._click)
        made.activated.connect(self._open)
        made.sort_wanted.connect(self._sort_by)
        header = made.horizontalHeader()
        header.customContextMenuRequested.connect(lambda point: self._menu.popup(header.mapToGlobal(point)))
        return made

    def _make_list(self, theme: Theme) -> LongList:
        made = LongList(self._rows, ArticleDelegate(self._rows, theme, self._views), self._views)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setAccessibleName(tr("Articles"))
        made.setMouseTracking(True)
        made.clicked.connect(self._click)
        made.activated.connect(self._open)
        return made

    def _lay_out(self, icons: Icons) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 8)
        top.setSpacing(4)
        top.addWidget(self._filter, 1)
        self._menu_button = self._make_menu_button(icons)
        top.addWidget(self._menu_button)
        layout = column(self)
        layout.addLayout(top)
        for view in (self._list, self._table):
            self._views.addWidget(view)
        layout.addWidget(self._views, 1)
        self._count.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._count)

    def _make_menu_button(self, icons: Icons) -> QToolButton:
        button = tool(icons, "mdi6.sort-variant", tr("Order and filter"), self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = self._menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        self._fill_menu(menu)
        button.setMenu(menu)
        return button

    def _fill_menu(self, menu: QMenu) -> None:
        """Offer the filters and orders, with a mark at those of now."""
        menu.clear()
        articles = self._session.articles
        self._add_choices(menu, "progress", articles.filter_progress, _progress_choices())
        menu.addSeparator()
        flagged = menu.addAction(tr("Only flagged articles"))
        flagged.setCheckable(True)
        flagged.setChecked(articles.filter_flagged)
        flagged.triggered.connect(lambda checked: articles.show_with(flagged=checked))
        menu.addSeparator()
        self._add_choices(menu, "order", articles.order, _order_choices())
        reversing = menu.addAction(tr("The other way round"))
        reversing.setCheckable(True)
        reversing.setChecked(articles.is_reversed)
        reversing.triggered.connect(lambda checked: articles.show_with(is_reversed=checked))
        columns = menu.addMenu(tr("Columns (in a wide list)"))
        for one in COLUMNS[1:]:
            action = columns.addAction(caption_text(column_title(one)))
            action.setCheckable(True)
            action.setChecked(one in self._columns)
            action.triggered.connect(lambda _=False, one=one: self.toggle_column(one))

    def _add_choices(self, menu: QMenu, field: str, current: object, choices: Sequence[tuple[object, str]]) -> None:
        group = QActionGroup(menu)
        for value, title in choices:
            action = QAction(title, group)
            action.setCheckable(True)
            action.setChecked(value == current)
            action.triggered.connect(lambda _=False, value=value: self._session.articles.show_with(**{field: value}))
            menu.addAction(action)

    def _open_first(self) -> None:
        """Go to the open article.

        Go to the first one if the open one is hidden.
        """
        open_article, articles = self._session.open_article, self._session.articles
        if open_article is not None and articles.row(open_article.article.id) is not None:
            self.left.emit()
            return
        for article_id in articles.shown[:1]:  # the rows may still be on their way
            self._open_article(article_id)

    def _click(self, index: QModelIndex) -> None:
        """Open the article of a plain click."""
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        self._open_article(index.data(ID_ROLE))

    def _open_article(self, article_id: int | None) -> None:
        open_article = self._session.open_article
        if article_id is not None and (open_article is None or open_article.article.id != article_id):
            self._session.reader.go_to(article_id)


def _progress_choices() -> list[tuple[object, str]]:
    return [
        (None, tr("All articles")),
        (Progress.OPEN, tr("Not done")),
        (Progress.DONE, tr("Done")),
        (Progress.SKIPPED, tr("Skipped ones")),
    ]


def _order_choices() -> list[tuple[ArticleOrder, str]]:
    return [
        (ArticleOrder.ADDED, tr("In order of import")),
        (ArticleOrder.DATE, tr("By date")),
        (ArticleOrder.TITLE, tr("By title")),
        (ArticleOrder.LEFT, tr("Most left to decide first")),
        (ArticleOrder.SOURCE, tr("By source")),
        (ArticleOrder.STATUS, tr("Open ones first")),
        (ArticleOrder.UNCERTAINTY, tr("Most doubtful first")),
        (ArticleOrder.NOTES, tr("Most notes first")),
        (ArticleOrder.FLAG, tr("Flagged ones first")),
        (ArticleOrder.TAGS, tr("By tags")),
        (ArticleOrder.PRIORITY, tr("Most urgent first")),
    ]
