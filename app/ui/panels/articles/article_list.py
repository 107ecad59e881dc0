"""The list of articles: filter, order, and a click or Enter opens."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QToolButton,
    QWidget,
)

from app.core.change import Changed
from app.core.model import Progress
from app.service.article.article_list import ArticleOrder
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.signal_helpers import follow, gathered, soon
from app.ui.base.widgets import filter_line, label, named, tool
from app.ui.panels.articles.article_rows import ID_ROLE, ArticleDelegate, ArticleRows
from app.ui.theme.icons import Icons
from app.ui.theme.theme import Theme


class ArticlesPane(QWidget):
    """Show the session's articles; it holds no state but the widgets'."""

    left = Signal()
    """The keyboard is to go back to the text."""

    def __init__(self, session: Session, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "pane")
        self._session = session
        self._rows = ArticleRows(session.articles, self)
        self._list = self._made_list(theme)
        self._filter = filter_line(tr("Filter articles"), self)
        self._filter.setPlaceholderText(tr("Filter"))  # beside the button there is room for no more
        self._filter.setText(session.articles.filter_text)
        self._filter.textChanged.connect(lambda text: session.articles.show_with(text=text))
        self._filter.returnPressed.connect(self._open_first)
        self._count = label("", self, "caption")
        self._lay_out(icons)
        self.setFocusProxy(self._list)
        # An import brings an article a moment: one look at the list is enough for many of them.
        follow(self, session.articles.reordered, soon(self, self.reload))
        follow(self, session.project_changed, self.reload)
        follow(self, session.opened, self.select_open)
        follow(self, session.changed, gathered(self, self.refresh))
        self.reload()

    def reload(self) -> None:
        """Show the rows anew after another order, filter or project."""
        self._rows.reload()
        self.select_open()
        articles = self._session.articles
        if self._filter.text() != articles.filter_text:
            self._filter.setText(articles.filter_text)
        if len(articles.shown) == len(articles):
            self._count.setText(tr("{n} articles", n=len(articles)))
        else:
            self._count.setText(tr("{shown} of {n} articles", shown=len(articles.shown), n=len(articles)))

    def refresh(self, changed: Changed) -> None:
        """Repaint what a step touched; new and removed articles come by `reordered`."""
        self._rows.refresh(changed)

    def select_open(self) -> None:
        """Mark the open article, without opening it again."""
        open_article = self._session.open_article
        index = self._rows.index_of(open_article.article.id) if open_article else QModelIndex()
        self._list.setCurrentIndex(index)
        if index.isValid():
            self._list.scrollTo(index)

    def selected_ids(self) -> list[int]:
        """Return the articles that are selected, in the order shown."""
        rows = sorted(self._list.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(ID_ROLE) for index in rows]

    def focus_filter(self) -> None:
        """Put the typing cursor into the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _made_list(self, theme: Theme) -> QListView:
        made = QListView(self)
        made.setUniformItemSizes(True)
        made.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        made.setModel(self._rows)
        made.setItemDelegate(ArticleDelegate(self._rows, theme, made))
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        top.addWidget(self._made_menu_button(icons))
        layout = column(self)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        self._count.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._count)

    def _made_menu_button(self, icons: Icons) -> QToolButton:
        button = tool(icons, "mdi6.sort-variant", tr("Order and filter"), self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(button)
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

    def _add_choices(self, menu: QMenu, field: str, current: object, choices: list[tuple[object, str]]) -> None:
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


def _order_choices() -> list[tuple[object, str]]:
    return [
        (ArticleOrder.ADDED, tr("In order of import")),
        (ArticleOrder.DATE, tr("By date")),
        (ArticleOrder.TITLE, tr("By title")),
        (ArticleOrder.LEFT, tr("Most left to decide first")),
    ]
