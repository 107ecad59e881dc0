"""The header of an article: the link, the edited fields, the flag."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QFontMetricsF
from PySide6.QtTest import QTest

from app.core.model import Progress
from app.ui.article.layout.header import PartRole, remark_words
from tests.ui.desktop import Desktop
from tests.ui.mouse import Mouse

ADDRESS = "https://example.kz/statya"


@pytest.fixture
def opened_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    pages: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pages.append(url.toString()))
    return pages


def give_address(desktop: Desktop) -> None:
    assert desktop.session.open_article is not None
    desktop.session.editor.articles.edit(replace(desktop.session.open_article.article, url=ADDRESS))


def link_point(desktop: Desktop) -> QPoint:
    canvas = desktop.program.components.article.view.canvas
    assert canvas.sheet is not None
    metrics = QFontMetricsF(canvas.typeset.dateline)
    box = canvas.sheet.header.link_box(metrics.ascent(), metrics.descent())
    return box.translated(canvas.left, canvas.sheet.header_top + canvas.sheet.y_of(0)).center().toPoint()


def test_the_source_opens_by_ctrl_and_a_click_or_a_key_and_never_otherwise(
    desktop: Desktop, opened_pages: list[str]
) -> None:
    give_address(desktop)
    mouse, point = Mouse(desktop), link_point(desktop)
    mouse.click(point)
    assert opened_pages == []
    mouse.click(point, held=Qt.KeyboardModifier.ControlModifier)
    assert opened_pages == [ADDRESS]
    desktop.keyboard.press("Shift+I")
    assert opened_pages == [ADDRESS, ADDRESS]


def test_without_an_address_nothing_is_opened(desktop: Desktop, opened_pages: list[str]) -> None:
    desktop.keyboard.press("Shift+I")
    assert opened_pages == []
    canvas = desktop.program.components.article.view.canvas
    assert canvas.sheet is not None
    assert PartRole.LINK not in {part.role for part in canvas.sheet.header.parts}


def test_a_wrong_day_keeps_the_form_open_and_changes_nothing(desktop: Desktop) -> None:
    assert desktop.session.open_article is not None
    before = desktop.session.open_article.article
    desktop.keyboard.press("I", "Tab")
    desktop.keyboard.type("31.02.2025")
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article.article == before
    desktop.keyboard.press("Ctrl+A")
    desktop.keyboard.type("28.02.2025")
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article.article == replace(before, date=date(2025, 2, 28))


def test_an_edited_title_stands_over_the_text_and_the_text_stays(desktop: Desktop) -> None:
    assert desktop.session.open_article is not None
    text = desktop.session.open_article.text
    desktop.keyboard.press("I")
    desktop.keyboard.type("Новый заголовок")
    desktop.keyboard.press("Enter")
    sheet = desktop.program.components.article.view.canvas.sheet
    assert sheet is not None
    assert [words for words, _ in sheet.header.title] == ["Новый заголовок"]
    assert desktop.session.open_article.text == text
    desktop.keyboard.press("U")
    assert desktop.session.open_article.article.title == "Статья"


def test_escape_leaves_the_article_as_it_was(desktop: Desktop) -> None:
    assert desktop.session.open_article is not None
    before = desktop.session.open_article.article
    for key in ("I", "B", "K"):
        desktop.keyboard.press(key)
        desktop.keyboard.type("слово")
        desktop.keyboard.press("Escape")
        assert desktop.session.open_article.article == before


def test_a_flag_with_its_reason_takes_two_presses_and_typing_and_one_undo(desktop: Desktop) -> None:
    assert desktop.session.open_article is not None
    before = desktop.session.open_article.article
    desktop.keyboard.press("B")
    desktop.keyboard.type("уточнить дату")
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article.article == replace(before, is_flagged=True, remark="уточнить дату")
    assert "уточнить дату" in remark_words(desktop.session.open_article.article)
    desktop.keyboard.press("B")
    assert not desktop.session.open_article.article.is_flagged
    desktop.keyboard.press("U", "U")
    assert desktop.session.open_article.article == before


def test_a_skipped_article_is_taken_up_again_by_the_same_key(desktop: Desktop) -> None:
    assert desktop.session.open_article is not None
    desktop.keyboard.press("K", "Enter")
    assert desktop.session.open_article.article.progress is Progress.SKIPPED
    desktop.keyboard.press("K")
    assert desktop.session.open_article.article.progress is Progress.OPEN


def test_the_pointer_tells_that_the_source_is_a_link(desktop: Desktop) -> None:
    give_address(desktop)
    port = desktop.program.components.article.view.viewport()
    QTest.mouseMove(port, link_point(desktop))
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
