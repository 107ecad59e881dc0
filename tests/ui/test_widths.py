"""Panes leave the text its line, share what a wide window has, and keep what the user gave them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from app.core.scheme import Label
from app.service.project.schemes import default_scheme
from app.ui.panels.articles.article_rows import title_lines
from app.ui.panels.panes import column_widths
from tests.ui.desktop import Desktop


def lay_out() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("width", [1204, 1280, 1360, 1600, 1920])
def test_the_text_keeps_sixty_letters_a_line(desktop: Desktop, width: int) -> None:
    desktop.program.window.resize(width, 720)
    lay_out()
    sheet = desktop.program.components.article.view.canvas.sheet
    assert sheet.typeset is not None
    assert sheet.column / sheet.typeset.character >= 60


def test_a_wide_window_gives_the_panes_more(desktop: Desktop) -> None:
    panes, seen = desktop.program.components.panes, []
    for width in (1280, 1920):
        desktop.program.window.resize(width, 800)
        lay_out()
        seen.append((panes["articles"].width(), panes["inspector"].width()))
    assert seen == [column_widths(1280), column_widths(1920)]
    assert seen[1][0] > seen[0][0] + 150


def test_a_pane_that_was_pulled_keeps_its_width(desktop: Desktop) -> None:
    window, pane = desktop.program.window, desktop.program.components.panes["articles"]
    window.resize(1400, 800)
    lay_out()
    window.resizeDocks([pane], [350], Qt.Orientation.Horizontal)
    lay_out()
    window.pulled.emit()
    window.resize(1800, 800)
    lay_out()
    assert abs(pane.width() - 350) <= 2


def test_a_title_wraps_between_words_and_loses_none(qapp: QApplication) -> None:
    metrics = QFontMetrics(QApplication.font())
    title = "В Жанаталапе обновят набережную и пустят по ней трамвай"
    width = metrics.horizontalAdvance(title) * 2 // 3
    lines = title_lines(title, metrics, width)
    assert len(lines) == 2
    assert " ".join(lines) == title
    assert metrics.horizontalAdvance(lines[0]) <= width
    assert title_lines("Раз", metrics, width) == ["Раз"]
    assert title_lines("безпробелов" * 20, metrics, width) == ["безпробелов" * 20]


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_the_name_above_a_word_is_short_and_in_the_language(language: str) -> None:
    for label in default_scheme().of_kind("entity"):
        assert 0 < len(label.short_title(language)) <= 7
    assert default_scheme().label("entity", "PER").short_title("ru") == "Чел."
    assert default_scheme().label("entity", "ORG").short_title("ru") == "Орг."


def test_a_label_without_a_short_name_is_cut_with_a_dot() -> None:
    assert Label("X", titles=(("ru", "Происшествие"),)).short_title("ru") == "Проис."
    assert Label("X", titles=(("ru", "Место"),)).short_title("ru") == "Место"
    assert Label("ORG").short_title("ru") == "ORG"
