"""A list that a filter leaves empty names the clearing key."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.model import Progress
from app.service.article_list.pace import Pace
from app.ui.base.texts.empty_words import WordyTable, filter_words
from app.ui.shell.status.status_bar import pace_words
from tests.stories.keyboard import LAYOUTS
from tests.ui.desktop import Desktop, wait_until


def empty_words(pane: QWidget) -> set[str]:
    """Return what the tables of a pane show in place of rows."""
    QApplication.processEvents()
    return {table.empty_words for table in pane.findChildren(WordyTable) if table.isVisible()}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_list_says_which_key_clears_its_filter(desktop: Desktop, layout: str) -> None:
    desktop.keyboard.layout = layout
    pane = desktop.program.components.panes.articles
    assert empty_words(pane) == {""}
    desktop.keyboard.press("Ctrl+P", "Q", "Q", "Q", "Q")
    wait_until(lambda: empty_words(pane) == {filter_words("Shift+O")})
    desktop.keyboard.press("Escape")
    wait_until(lambda: empty_words(pane) == {""})


def test_a_filter_by_progress_is_said_too_and_its_key_clears_it(desktop: Desktop) -> None:
    pane = desktop.program.components.panes.articles
    desktop.session.articles.show_with(progress=Progress.DONE)
    wait_until(lambda: empty_words(pane) == {filter_words("Shift+O")})
    desktop.keyboard.press("Shift+O")
    wait_until(lambda: empty_words(pane) == {""})


def test_the_annotation_list_says_which_key_clears_its_filter(desktop: Desktop) -> None:
    pane = desktop.program.components.panes.annotations
    desktop.keyboard.press("Alt+2")
    desktop.keyboard.press("Tab", "Q", "Q", "Q")
    wait_until(lambda: empty_words(pane) == {filter_words("Shift+O")})
    desktop.keyboard.press("Escape")
    wait_until(lambda: empty_words(pane) == {""})


@pytest.mark.parametrize(
    ("open_count", "words"),
    [(0, "less than a minute left"), (12, "about 2 min left"), (360, "about 1 h left"), (400, "about 1 h 7 min left")],
)
def test_the_time_left_names_no_hours_or_minutes_that_are_none(open_count: int, words: str) -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    for _ in range(2):
        now[0] += 10
        pace.note(finished=1)
    assert pace_words(pace, open_count) == f"10 s an article · {words}"
