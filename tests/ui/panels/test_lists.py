"""The lists: right at every change, and quick at every size."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from app.core.change import Change, Changed
from app.core.model import Annotation, Article, Kind, Status
from app.core.span import Span
from app.service.article.annotation_index import AnnotationIndex
from app.service.similarity.near_pairs import NearPairs
from app.ui.base.texts.elided import text_room
from app.ui.panels.annotations.annotation_list import AnnotationsPane
from app.ui.panels.annotations.annotation_rows import CONFIDENCE, LABEL, STATUS, WORDS, AnnotationRows, Wish
from app.ui.panels.articles.article_rows import ArticleRows, fitting
from tests.service.samples import add_article, listed
from tests.ui.desktop import Desktop, started

TEXT = "слово 𝐀 " * 40


def annotation(number: int, start: int, **fields: object) -> Annotation:
    made = Annotation(number, 1, Kind.ENTITY, "PER", (Span(start, start + 3),))
    return replace(made, **fields)  # type: ignore[arg-type]


def shown(rows: AnnotationRows) -> list[int]:
    return [rows.annotation(row).id for row in range(rows.rowCount())]


annotations = st.builds(
    annotation,
    number=st.integers(1, 30),
    start=st.integers(0, 50),
    label=st.sampled_from(["PER", "ORG", "LOC"]),
    status=st.sampled_from(Status),
    confidence=st.none() | st.floats(0, 1),
)
orders = st.sampled_from([LABEL, WORDS, STATUS, CONFIDENCE])
ways = st.sampled_from(list(Qt.SortOrder))
wishes = st.builds(
    Wish, label=st.none() | st.just(("entity", "ORG")), status=st.none() | st.just(Status.PROPOSED), words=st.just("")
)


@given(
    before=st.lists(annotations, unique_by=lambda row: row.id), after=annotations, column=orders, way=ways, wish=wishes
)
def test_a_change_leads_to_what_showing_anew_would(
    before: list[Annotation], after: Annotation, column: int, way: Qt.SortOrder, wish: Wish
) -> None:
    owner = QObject()
    rows, fresh = AnnotationRows(lambda row: row.label, owner), AnnotationRows(lambda row: row.label, owner)
    for model in (rows, fresh):
        model.sort(column, way)
    rows.show(AnnotationIndex(before), TEXT, wish)
    old = next((row for row in before if row.id == after.id), None)
    assert rows.follow_changes([(old, after)])
    rest = [row for row in before if row.id != after.id]
    fresh.show(AnnotationIndex([*rest, after]), TEXT, wish)
    assert shown(rows) == shown(fresh)
    assert rows.row_of(after) == (shown(fresh).index(after.id) if after.id in shown(fresh) else -1)


@given(before=st.lists(annotations, unique_by=lambda row: row.id), after=annotations, column=orders, way=ways)
def test_changes_that_the_list_has_seen_already_change_nothing(
    before: list[Annotation], after: Annotation, column: int, way: Qt.SortOrder
) -> None:
    owner = QObject()
    rows = AnnotationRows(lambda row: row.label, owner)
    rows.sort(column, way)
    old = next((row for row in before if row.id == after.id), None)
    between = replace(after, pieces=(Span(60, 63),), label="LOC")
    rest = [row for row in before if row.id != after.id]
    rows.show(AnnotationIndex([*rest, after]), TEXT, Wish())
    seen = shown(rows)
    assert rows.follow_changes([(old, between), (between, after)])
    assert shown(rows) == seen


def test_downwards_order_is_the_other_way_round_and_reading_order_within() -> None:
    owner = QObject()
    rows = AnnotationRows(lambda row: row.label, owner)
    rows.show([annotation(1, 0), annotation(2, 5), annotation(3, 9, label="ORG")], TEXT, Wish())
    rows.sort(LABEL, Qt.SortOrder.DescendingOrder)
    assert shown(rows) == [1, 2, 3]
    rows.sort(LABEL, Qt.SortOrder.AscendingOrder)
    assert shown(rows) == [3, 1, 2]


def test_filters_admit_by_label_status_and_words() -> None:
    owner = QObject()
    rows = AnnotationRows(lambda row: row.label, owner)
    all_rows = [annotation(1, 0), annotation(2, 6, label="ORG"), annotation(3, 0, status=Status.ACCEPTED)]
    rows.show(all_rows, TEXT, Wish(label=("entity", "ORG")))
    assert shown(rows) == [2]
    rows.show(all_rows, TEXT, Wish(status=Status.ACCEPTED))
    assert shown(rows) == [3]
    rows.show(all_rows, TEXT, Wish(words="сло"))
    assert shown(rows) == [1, 3]


def test_one_change_among_fifty_thousand_takes_less_than_a_frame() -> None:
    owner = QObject()
    rows = AnnotationRows(lambda row: row.label, owner)
    many = [annotation(number, number * 7) for number in range(50_000)]
    rows.show(many, "я" * 350_010, Wish())
    start = time.thread_time()
    rows.follow_changes([(many[25_000], replace(many[25_000], status=Status.ACCEPTED))])
    assert rows.row_of(many[25_001]) == 25_001
    assert time.thread_time() - start < 0.016


def test_list_of_a_hundred_thousand_articles_opens_and_filters_quickly() -> None:
    owner = QObject()
    articles = listed([Article(number, f"Статья {number}") for number in range(1, 100_001)])
    start = time.thread_time()
    rows = ArticleRows(articles, NearPairs, owner)
    assert rows.rowCount() == 100_000
    assert rows.data(rows.index_of(99_999)) == "Статья 99999"
    assert time.thread_time() - start < 0.016
    start = time.thread_time()
    articles.show(text="99999")
    rows.reload()
    assert time.thread_time() - start < 0.1  # the key waits for some of them alone
    articles.read_words()
    rows.reload()
    assert rows.rowCount() == 1


def test_article_row_repaints_when_its_annotations_change() -> None:
    owner = QObject()
    articles = listed([Article(1, "Раз"), Article(2, "Два")])
    rows = ArticleRows(articles, NearPairs, owner)
    touched: list[int] = []
    rows.dataChanged.connect(lambda first, last: touched.append(first.row()))
    rows.refresh(Changed((Change(None, replace(annotation(9, 0), article_id=2)),)))
    assert touched == [1]


def test_many_changed_articles_are_one_repaint_of_all_rows() -> None:
    owner = QObject()
    articles = listed([Article(number, "Раз") for number in range(1, 1_001)])
    rows = ArticleRows(articles, NearPairs, owner)
    touched: list[tuple[int, int]] = []
    rows.dataChanged.connect(lambda first, last: touched.append((first.row(), last.row())))
    rows.refresh(Changed(tuple(Change(None, replace(annotation(one, 0), article_id=one)) for one in range(1, 900))))
    assert touched == [(0, 999)]


def test_list_of_annotations_follows_navigation_and_leads_it(desktop: Desktop, qtbot: QtBot) -> None:
    pane = desktop.program.components.panes["annotations"].widget()
    assert isinstance(pane, AnnotationsPane)
    desktop.keyboard.press("Tab")
    qtbot.waitUntil(lambda: pane.chosen == desktop.session.navigation.current_id)
    pane.setFocus()
    desktop.keyboard.press("Down")
    assert pane.chosen == desktop.session.navigation.current_id


@pytest.mark.parametrize("key", ["Space", "Backspace", "3"])
def test_list_shows_decisions(desktop: Desktop, key: str, qtbot: QtBot) -> None:
    pane, open_article = desktop.program.components.panes["annotations"].widget(), desktop.session.open_article
    assert isinstance(pane, AnnotationsPane) and open_article is not None
    before = pane.statuses
    desktop.keyboard.press(key)
    decided = [row.status for row in open_article.annotations]
    assert decided != before
    qtbot.waitUntil(lambda: pane.statuses == decided)


@pytest.mark.parametrize("width", [250, 300, 372, 600])
def test_columns_of_the_list_fit_without_scrolling_and_leave_the_words_room(desktop: Desktop, width: int) -> None:
    pane = desktop.program.components.panes["annotations"].widget()
    assert isinstance(pane, AnnotationsPane)
    pane.setParent(None)
    pane.resize(width, 400)
    pane.show()
    table = pane.findChild(QTableView)
    assert table is not None
    widths = [table.columnWidth(column) for column in (LABEL, WORDS, STATUS, CONFIDENCE)]
    assert sum(widths) <= table.viewport().width()
    assert widths[1] >= 0.25 * width
    assert not table.horizontalScrollBar().isVisible()
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(table.model().index(0, CONFIDENCE))
    assert text_room(option) >= table.fontMetrics().horizontalAdvance("100%"), "a figure is never cut"
    pane.deleteLater()


@pytest.mark.parametrize("count", [1, 2, 3])
def test_details_of_an_article_are_shown_whole_or_not_at_all(qapp: QApplication, count: int) -> None:
    metrics = QFontMetrics(QApplication.font())
    parts = ["14 мар. 2025", "35 сущ.", "13 утв."]
    wanted = " · ".join(parts[:count])
    assert fitting(parts, metrics, metrics.horizontalAdvance(wanted) + 4) == wanted


def test_a_row_that_moves_in_the_list_leaves_the_current_annotation_current(desktop: Desktop) -> None:
    desktop.keyboard.press("C")
    claim = desktop.session.navigation.current_id
    desktop.keyboard.press("Alt+Left")
    desktop.rest()
    assert desktop.session.navigation.current_id == claim
    desktop.keyboard.press("U")
    desktop.rest()
    assert desktop.session.navigation.current_id == claim


def test_in_a_narrow_window_no_heading_and_no_filter_is_cut(qapp: QApplication, tmp_path: Path) -> None:
    """A screen of 1280 px at 150 % leaves so much room."""
    desktop = started(tmp_path / "p.pometka", language="ru")
    desktop.program.window.resize(803, 420)
    QApplication.processEvents()
    parts = desktop.program.components
    pane, articles = parts.panes["annotations"].widget(), parts.panes["articles"].widget()
    (table,), (field,) = pane.findChildren(QTableView), articles.findChildren(QLineEdit)
    header, metrics = table.horizontalHeader(), QFontMetrics(table.horizontalHeader().font())
    for section in (LABEL, WORDS, CONFIDENCE):
        sign = 12 if header.sortIndicatorSection() == section else 0
        title = str(header.model().headerData(section, Qt.Orientation.Horizontal))
        assert header.sectionSize(section) >= metrics.horizontalAdvance(title) + sign, title
    for box in pane.findChildren(QComboBox):
        assert box.width() - 36 >= box.fontMetrics().horizontalAdvance(box.currentText()), box.currentText()
    assert field.width() - 32 >= field.fontMetrics().horizontalAdvance(field.placeholderText())
    desktop.close()


def test_next_article_is_selected_alone_though_ctrl_is_held(desktop: Desktop) -> None:
    add_article(desktop.session, "Вторая.", title="Вторая")
    desktop.rest()
    handle = desktop.program.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened = desktop.session.open_article
    assert opened is not None
    assert opened.article.title == "Вторая"
    assert desktop.program.components.panes.articles.selected_ids() == [opened.article.id]
