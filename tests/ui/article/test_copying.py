"""Copying with the source, by keys, from text and list alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from app.core.span import Span
from tests.ui.desktop import Desktop, started


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def copied(desktop: Desktop, key: str) -> str:
    QGuiApplication.clipboard().setText("")
    desktop.keyboard.press(key)
    return QGuiApplication.clipboard().text()


def test_the_current_annotation_and_the_selection_are_copied_with_their_source(tmp_path: Path) -> None:
    desktop = started(tmp_path / "p.pometka")
    current, open_article = desktop.session.navigation.current, desktop.session.open_article
    assert current is not None and open_article is not None
    words = " ".join(current.words(open_article.text).split())
    assert copied(desktop, "Ctrl+Shift+C").startswith(f"«{words}»")
    assert QGuiApplication.clipboard().mimeData().hasHtml()
    desktop.session.cursor.select(Span(0, 6), snap=False)
    assert copied(desktop, "Ctrl+Shift+C").startswith(f"«{open_article.text[:6].strip()}»")
    desktop.close()


def test_the_list_is_copied_as_the_table_that_is_shown(tmp_path: Path) -> None:
    desktop = started(tmp_path / "p.pometka")
    desktop.rest()
    open_article = desktop.session.open_article
    assert open_article is not None
    rows = copied(desktop, "Ctrl+Alt+C").splitlines()
    assert len(rows) == 1 + len(desktop.program.components.panes.annotations.shown) > 1
    desktop.close()
