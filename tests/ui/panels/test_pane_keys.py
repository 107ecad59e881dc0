"""Panes are shown, focused and hidden by keys.

Filters are cleared by their keys.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit

from app.core.model import Progress
from app.service.commands.registry import by_id
from app.ui.base.widgets import FilterLine
from app.ui.dialogs.creating import CreateDialog
from app.ui.prompts.cheatsheet import CheatSheet
from tests.stories.keyboard import LAYOUTS
from tests.ui.desktop import Desktop, started, wait_until

PANES = {"Alt+1": "articles", "Alt+2": "annotations", "Alt+3": "inspector", "Alt+4": "notes"}


def has_focus(desktop: Desktop, name: str) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and desktop.program.components.panes[name].isAncestorOf(focused)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("key", PANES)
def test_the_key_of_a_pane_focuses_it_hides_it_and_shows_it_again(desktop: Desktop, key: str, layout: str) -> None:
    desktop.keyboard.layout = layout
    pane, view = desktop.program.components.panes[PANES[key]], desktop.program.components.article.view
    desktop.keyboard.press(key)
    assert has_focus(desktop, PANES[key])
    desktop.keyboard.press(key)
    assert pane.isHidden()
    assert desktop.focused() is view
    desktop.keyboard.press(key)
    assert pane.isVisible()
    assert has_focus(desktop, PANES[key])
    desktop.keyboard.press("Escape")
    assert desktop.focused() is view
    assert pane.isVisible()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_key_shows_only_open_articles_and_one_shows_all(desktop: Desktop, layout: str) -> None:
    desktop.keyboard.layout = layout
    articles = desktop.session.articles
    desktop.keyboard.press("Ctrl+D", "O")
    assert articles.shown == []
    desktop.keyboard.press("Shift+O")
    assert len(articles.shown) == 1
    assert articles.filter_progress is None


def test_clearing_all_filters_empties_their_fields(desktop: Desktop) -> None:
    panes = desktop.program.components.panes
    desktop.keyboard.press("Ctrl+P")
    desktop.keyboard.type("нет такой")
    panes.annotations.findChildren(QComboBox)[0].setCurrentIndex(1)
    desktop.keyboard.press("Escape", "Escape", "Shift+O")
    wait_until(lambda: all(not line.text() for line in desktop.program.window.findChildren(FilterLine)))
    assert all(box.currentIndex() == 0 for box in panes.annotations.findChildren(QComboBox))


def test_esc_clears_a_filled_filter_and_then_goes_back_to_the_text(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+P")
    desktop.keyboard.type("нет")
    desktop.keyboard.press("Escape")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    assert desktop.session.articles.filter_text == ""
    desktop.keyboard.press("Escape")
    assert desktop.focused() is desktop.program.components.article.view


def test_esc_clears_what_is_typed_in_the_cheat_sheet_before_it_closes(desktop: Desktop) -> None:
    desktop.keyboard.press("Shift+/")
    desktop.keyboard.type("accept")
    sheet = desktop.program.window.findChild(CheatSheet)
    assert sheet is not None
    desktop.keyboard.press("Escape")
    assert sheet.isVisible()
    desktop.keyboard.press("Escape")
    assert not sheet.isVisible()


def test_enter_in_the_filter_keeps_the_open_article_where_it_is_still_shown(qapp: QApplication, tmp_path: Path) -> None:
    desktop = started(tmp_path / "p.pometka", articles=3)
    desktop.keyboard.press("]", "]")
    assert desktop.session.open_article is not None
    third = desktop.session.open_article.article
    desktop.keyboard.press("Ctrl+P")
    desktop.keyboard.type("стат")
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article.article.id == third.id
    assert desktop.focused() is desktop.program.components.article.view
    desktop.keyboard.press("Ctrl+P")
    desktop.keyboard.type("статья 2")
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article.article.id != third.id
    desktop.close()


@pytest.mark.parametrize("width", [640, 853, 1280])
def test_progress_is_visible_at_every_width(desktop: Desktop, width: int) -> None:
    window, status = desktop.program.window, desktop.program.components.status
    window.resize(width, 500)
    for _ in range(4):
        QApplication.processEvents()
    left = desktop.session.navigation.left
    texts = {one.text() for one in status.findChildren(QLabel) if one.isVisible()}
    assert texts & {f"0 of 1 done · {left} left here", f"0/1 · {left}"}
    (progress,) = (one for one in status.findChildren(QLabel) if one.accessibleName().startswith("0 of 1"))
    assert "pace" in progress.toolTip()


def test_progress_counts_what_is_done(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+Enter")
    status = desktop.program.components.status
    wait_until(lambda: any("1 of 1 done · 0 left here" in one.text() for one in status.findChildren(QLabel)))
    (progress,) = (one for one in status.findChildren(QLabel) if one.accessibleName().startswith("1 of 1"))
    assert "s an article" in progress.toolTip()
    assert desktop.session.articles.open_count == 0
    assert desktop.session.open_article is not None
    assert desktop.session.open_article.article.progress is Progress.DONE


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_project_that_is_not_there_is_made_only_when_that_is_wanted(
    desktop: Desktop, tmp_path: Path, is_wanted: bool
) -> None:
    missing, before = tmp_path / "опечатка.pometka", desktop.session.project
    desktop.program.files.open_path(missing)
    dialog = desktop.program.window.findChild(CreateDialog)
    assert dialog is not None
    assert not missing.exists()
    assert any("опечатка.pometka" in one.text() for one in dialog.findChildren(QLabel))
    if is_wanted:
        dialog.accept()
    else:
        dialog.reject()
    assert missing.exists() == is_wanted
    assert (desktop.session.project is before) != is_wanted


def test_a_command_widens_the_article_list_to_a_table_and_narrows_it_again(desktop: Desktop) -> None:
    desktop.program.window.resize(1280, 720)
    QApplication.processEvents()
    articles, text = desktop.program.components.panes.articles, desktop.program.components.article.view
    before, press = articles.width(), lambda: desktop.program.run(by_id("articles.wide"))
    assert not articles.is_table
    for _ in range(2):
        press()
        wait_until(lambda: articles.is_table)
        desktop.program.window.resize(1270, 720)
        QApplication.processEvents()
        assert articles.is_table and text.isVisible()
        desktop.program.window.resize(1280, 720)
        press()
        wait_until(lambda: not articles.is_table)
        assert abs(articles.width() - before) <= 1


@pytest.mark.parametrize("name", ["articles", "annotations"])
def test_down_leads_from_the_filter_of_a_pane_to_its_rows(desktop: Desktop, name: str) -> None:
    pane = desktop.program.components.panes[name]
    (line,) = pane.findChildren(FilterLine)
    line.begin()
    desktop.keyboard.press("Down")
    focused = desktop.focused()
    assert isinstance(focused, QAbstractItemView) and pane.isAncestorOf(focused)
    assert focused.currentIndex().isValid()
