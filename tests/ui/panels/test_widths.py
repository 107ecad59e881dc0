"""Panes leave the text its line.

They share what a wide window has, and keep what the user gave them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from app.core.scheme import Label
from app.service.project.schemes import default_scheme
from app.ui.base.texts.elided import elide
from app.ui.panels.articles.article_rows import title_lines
from app.ui.panels.panes import column_widths
from tests.ui.desktop import Desktop, started


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


@pytest.mark.parametrize("width", [800, 853, 960, 1066, 1199, 1280])
@pytest.mark.parametrize("zoom", [100, 130])
def test_a_narrow_window_folds_panes_before_the_text_loses_its_line(desktop: Desktop, width: int, zoom: int) -> None:
    view = desktop.program.components.article.view
    view.set_zoom(zoom)
    desktop.program.window.resize(width, 720)
    lay_out()
    sheet = view.canvas.sheet
    assert sheet is not None and sheet.typeset is not None
    is_alone = not desktop.program.components.panes.shown
    assert sheet.column / sheet.typeset.character >= 60 or is_alone


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_pane_is_wider_than_its_share_for_what_stands_in_it(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    desktop = started(tmp_path / "p.pometka", language=language)
    panes = desktop.program.components.panes
    panes.fill()
    for width in (1203, 1280):
        desktop.program.window.resize(width, 720)
        lay_out()
        left, right = column_widths(width)
        assert panes["articles"].width() <= left + 2
        assert panes["inspector"].width() <= right + 2
    desktop.close()


def test_a_narrow_window_folds_panes_that_the_settings_bring_back(desktop: Desktop) -> None:
    panes, window = desktop.program.components.panes, desktop.program.window
    state = window.state_text()
    window.resize(860, 480)
    lay_out()
    assert window.restore_state(state)
    panes.fit_restored()
    lay_out()
    assert panes.shown == []
    window.resize(1400, 700)
    lay_out()
    assert len(panes.shown) == 4
    left, right = column_widths(1400)
    assert abs(panes["articles"].width() - left) <= 4 and abs(panes["inspector"].width() - right) <= 4


def test_folded_panes_come_back_with_the_room_and_by_their_keys(desktop: Desktop) -> None:
    panes, window = desktop.program.components.panes, desktop.program.window
    lay_out()
    assert len(panes.shown) == 4
    window.resize(900, 700)
    lay_out()
    assert panes.shown == []
    desktop.keyboard.press("Alt+3")
    lay_out()
    assert panes.shown == [panes["inspector"]], "what is asked for is shown, whatever the room"
    window.resize(960, 700)
    lay_out()
    assert panes.shown == [panes["inspector"]]
    window.resize(1400, 700)
    lay_out()
    assert len(panes.shown) == 4


def test_a_folded_pane_is_not_remembered_as_hidden(desktop: Desktop) -> None:
    desktop.program.window.resize(900, 700)
    lay_out()
    desktop.program.host.display.set_theme("dark")
    desktop.program.window.resize(1400, 700)
    lay_out()
    assert len(desktop.program.components.panes.shown) == 4


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
    assert title_lines("щ" * 200, metrics, width) == ["щ" * 200]


@pytest.mark.parametrize(
    "title", ["«Блуждающий» в небе над Астаной", "Электрификация идёт", "Ауылшаруашылығында өзгеріс"]
)
def test_a_first_word_without_room_is_broken_behind_a_vowel_and_loses_no_letter(qapp: QApplication, title: str) -> None:
    metrics = QFontMetrics(QApplication.font())
    word = title.split(" ", maxsplit=1)[0]
    for width in range(metrics.horizontalAdvance(word[:6]), metrics.horizontalAdvance(word)):
        first, rest = title_lines(title, metrics, width)
        assert first.endswith("-") and f"{first[:-1]}{rest}" == title
        assert elide(first, metrics, width) == first and first[-2] in "аеёиоуыэюяәіөұү"


def test_a_line_that_is_taken_for_fitting_is_painted_whole(qapp: QApplication) -> None:
    metrics = QFontMetrics(QApplication.font())
    title = "В Жанаталапе обновят набережную и пустят по ней трамвай"
    for width in range(metrics.horizontalAdvance("В Жанаталапе"), metrics.horizontalAdvance(title)):
        first = title_lines(title, metrics, width)[0]
        assert elide(first, metrics, width) == first


@pytest.mark.parametrize("language", ["ru", "en", "kk"])
def test_the_name_above_a_word_is_short_and_in_the_language(language: str) -> None:
    for label in default_scheme().of_kind("entity"):
        assert 0 < len(label.short_title(language)) <= 7
    assert default_scheme().label("entity", "PER").short_title("ru") == "Чел."
    assert default_scheme().label("entity", "ORG").short_title("ru") == "Орг."


def test_a_label_without_a_short_name_is_cut_with_a_dot() -> None:
    assert Label("X", titles=(("ru", "Происшествие"),)).short_title("ru") == "Проис."
    assert Label("X", titles=(("ru", "Обещание"),)).short_title("ru") == "Обещ."
    assert Label("X", titles=(("ru", "Требование"),)).short_title("ru") == "Треб."
    assert Label("X", titles=(("ru", "АЭС и ГЭС"),)).short_title("ru") == "АЭС."
    assert Label("X", titles=(("ru", "ааааааааа"),)).short_title("ru") == "ааааа."
    assert Label("X", titles=(("ru", "Место"),)).short_title("ru") == "Место"
    assert Label("ORG").short_title("ru") == "ORG"
