"""The article list is a table where it is wide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Priority, Progress
from app.service.article_list.article_orders import ArticleOrder
from app.service.session.session import Session
from app.ui.base.lists.long_list import LongList
from app.ui.panels.articles.article_columns import COLUMNS
from app.ui.panels.articles.article_list import ArticlesPane, KeptView
from app.ui.panels.articles.article_table import ArticleTable
from app.ui.theme.icons import Icons
from app.ui.theme.theme import LIGHT
from tests.service.samples import PROPOSED, TEXT, add_article, opened

WIDE, NARROW = 1_400, 220


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Return a session over three articles with marks."""
    made = opened(tmp_path_factory.mktemp("p") / "p.pometka")
    for number in (1, 2):
        add_article(made, f"{TEXT}{number}", PROPOSED[:number], f"Статья {number}")
    assert made.project is not None
    rows = made.project.articles()
    marked = (
        replace(rows[1], tags=("выборы",), priority=Priority.URGENT, date=date(2025, 9, 2)),
        replace(rows[2], progress=Progress.DONE, is_flagged=True, remark="даты"),
    )
    made.apply(Step(Message("edit"), tuple(Change(old, new) for old, new in zip(rows[1:], marked, strict=True))))
    return made


def test_the_order_is_remembered(session: Session, qtbot: QtBot) -> None:
    kept: list[str] = []
    pane = ArticlesPane(session, LIGHT, Icons(LIGHT), KeptView([], "-title", kept.append))
    qtbot.addWidget(pane)
    assert (session.articles.order, session.articles.is_reversed) == (ArticleOrder.TITLE, True)
    session.articles.show_with(order=ArticleOrder.DATE, is_reversed=False)
    qtbot.waitUntil(lambda: kept[-1:] == ["date"])
    again = ArticlesPane(session, LIGHT, Icons(LIGHT), KeptView([], "nosuchorder", kept.append))
    qtbot.addWidget(again)
    assert session.articles.order is ArticleOrder.DATE, "what is no order changes nothing"
    session.projects.close()


def test_the_order_by_uncertainty_waits_for_the_index(session: Session) -> None:
    second = session.articles.shown[1]
    session.articles.sort_by_words("uncertainty")
    assert session.articles.shown[0] != second
    session.articles.read_uncertainties = lambda: {second: 421}
    session.articles.sort_by_first_uncertainties()
    assert session.articles.shown[0] == second
    session.projects.close()


def shown_pane(session: Session, qtbot: QtBot, width: int, columns: list[str] | None = None) -> ArticlesPane:
    pane = ArticlesPane(session, LIGHT, Icons(LIGHT), KeptView() if columns is None else KeptView(columns))
    qtbot.addWidget(pane)
    pane.resize(width, 400)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def table_of(pane: ArticlesPane) -> QTableView:
    return pane.findChildren(ArticleTable)[0]


def headings(table: QTableView) -> list[ArticleOrder]:
    return [column for place, column in enumerate(COLUMNS) if not table.isColumnHidden(place)]


def test_a_wide_pane_is_a_table_and_a_narrow_one_the_list(session: Session, qtbot: QtBot) -> None:
    pane = shown_pane(session, qtbot, NARROW)
    table, narrow = table_of(pane), pane.findChildren(LongList)[0]
    assert narrow.isVisible() and not table.isVisible()
    pane.resize(WIDE, 400)
    assert table.isVisible() and not narrow.isVisible()
    pane.resize(NARROW, 400)
    assert narrow.isVisible()
    session.projects.close()


def test_a_pane_paints_its_rows_after_its_window_was_drawn_without_it(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    pane = ArticlesPane(session, LIGHT, Icons(LIGHT))
    pane.setParent(window)
    qtbot.addWidget(window)
    pane.resize(WIDE, 400)
    pane.hide()
    window.show()
    qtbot.waitExposed(window)
    window.grab()
    pane.resize(NARROW, 400)
    pane.show()
    narrow = pane.findChildren(LongList)[0]
    assert narrow.isVisible() and narrow.updatesEnabled()
    session.projects.close()


def test_each_column_says_what_it_is_called_for(session: Session, qtbot: QtBot) -> None:
    pane = shown_pane(session, qtbot, WIDE, [column.value for column in COLUMNS])
    second = session.articles.shown[1]
    session.articles.read_uncertainties = lambda: {second: 421}
    pane.reload()
    model = table_of(pane).model()
    assert headings(table_of(pane)) == list(COLUMNS)
    words = [str(model.index(1, place).data()) for place in range(len(COLUMNS))]
    assert words == ["Статья 1", "2 Sep 2025", "", "open", "1", "42 %", "", "", "выборы", "! urgent"]
    words = [str(model.index(2, place).data()) for place in range(len(COLUMNS))]
    assert words == ["Статья 2", "", "", "✓ done", "2", "", "", "⚑ даты", "", ""]
    session.projects.close()


def test_a_header_sorts_and_sorts_the_other_way_round(session: Session, qtbot: QtBot) -> None:
    pane = shown_pane(session, qtbot, WIDE)
    header = table_of(pane).horizontalHeader()
    place = COLUMNS.index(ArticleOrder.LEFT)
    point = QPoint(header.sectionViewportPosition(place) + 10, header.height() // 2)
    orders = []
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        orders.append((session.articles.order, session.articles.is_reversed, list(session.articles.shown)))
    assert orders[0][:2] == (ArticleOrder.LEFT, False) and orders[1][:2] == (ArticleOrder.LEFT, True)
    assert orders[0][2] == orders[1][2][::-1]
    session.projects.close()


def test_chosen_columns_are_remembered_and_the_last_one_stays(session: Session, qtbot: QtBot) -> None:
    chosen = [ArticleOrder.DATE.value]
    pane = shown_pane(session, qtbot, WIDE, chosen)
    assert headings(table_of(pane)) == [ArticleOrder.TITLE, ArticleOrder.DATE]
    pane.toggle_column(ArticleOrder.TAGS)
    assert chosen == ["date", "tags"]
    pane.toggle_column(ArticleOrder.DATE)
    pane.toggle_column(ArticleOrder.TAGS)
    assert chosen == ["tags"]
    assert headings(table_of(shown_pane(session, qtbot, WIDE, chosen))) == [ArticleOrder.TITLE, ArticleOrder.TAGS]
    session.projects.close()


def test_both_views_share_what_is_selected(session: Session, qtbot: QtBot) -> None:
    pane = shown_pane(session, qtbot, NARROW)
    pane.findChildren(LongList)[0].selectAll()
    pane.resize(WIDE, 400)
    assert len(pane.selected_ids()) in (1, 3)
    table_of(pane).selectAll()
    assert pane.selected_ids() == list(session.articles.shown)
    session.projects.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_an_order_is_said_though_its_column_is_not_shown(session: Session, qtbot: QtBot, width: int) -> None:
    pane = shown_pane(session, qtbot, width, [ArticleOrder.DATE.value])
    count = next(one for one in pane.findChildren(QLabel) if one.objectName() == "caption")
    assert count.text() == "3 articles"
    session.articles.show_with(order=ArticleOrder.PRIORITY, is_reversed=True)
    qtbot.waitUntil(lambda: count.text() == "3 articles · most urgent first · the other way round")
    session.articles.show_with(order=ArticleOrder.ADDED, is_reversed=False)
    qtbot.waitUntil(lambda: count.text() == "3 articles")
    session.projects.close()
