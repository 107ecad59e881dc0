"""A new article is made from the clipboard.

It is text with a frame, plain text, or a piece of a web page.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tests.ui.desktop import Desktop, wait_until

TAGGED_S = 60.0
"""The models of the tagger are loaded in so long."""

FRAMED = " date 2025-09-02 Дорогу откроют весной\nОпубликовано:\nАким заявил о дороге.\nОригинал статьи: https://e.kz/1"
PLAIN = "Дорогу откроют весной\n\nАким заявил, что дорогу откроют."
HTML = "<h1>Дорогу откроют</h1><p>Аким <b>заявил</b> &laquo;скоро&raquo;.</p><p>Второй.</p><script>x()</script>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that temporary files are made in."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def paste(desktop: Desktop, *, text: str = "", html: str = "") -> None:
    content = QMimeData()
    if text:
        content.setText(text)
    if html:
        content.setHtml(html)
    QGuiApplication.clipboard().setMimeData(content)
    desktop.keyboard.press("Ctrl+Shift+V")
    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy, TAGGED_S)


def opened_text(desktop: Desktop) -> str:
    assert desktop.session.open_article is not None
    return desktop.session.open_article.text


def test_a_framed_text_becomes_an_article_with_its_fields_and_is_opened(desktop: Desktop, folder: Path) -> None:
    paste(desktop, text=FRAMED, html="<p>другое</p>")
    assert opened_text(desktop) == "Дорогу откроют весной\nАким заявил о дороге."
    article = desktop.session.open_article.article  # type: ignore[union-attr]
    assert (article.title, str(article.date), article.url) == ("Дорогу откроют весной", "2025-09-02", "https://e.kz/1")
    assert not list(folder.glob("pometka-*"))


def test_the_first_line_is_the_title_of_a_plain_text(desktop: Desktop, folder: Path) -> None:
    paste(desktop, text=PLAIN)
    assert opened_text(desktop) == PLAIN
    paste(desktop, text=FRAMED)
    paste(desktop, text=PLAIN)  # it is there: it is opened, not made again
    assert opened_text(desktop) == PLAIN and len(desktop.session.articles.shown) == 3


def test_a_piece_of_a_web_page_becomes_text(desktop: Desktop, folder: Path) -> None:
    paste(desktop, html=HTML)
    assert opened_text(desktop).split("\n") == ["Дорогу откроют", "Аким заявил «скоро».", "Второй."]


def test_an_empty_clipboard_is_reported(desktop: Desktop, folder: Path) -> None:
    notices: list[object] = []
    desktop.session.notified.connect(notices.append)
    paste(desktop, text=" \n")
    assert [str(one) for one in notices] == ["There is no text on the clipboard."]
