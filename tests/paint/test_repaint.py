"""What a key repaints is all that it changed.

The window on screen is the one that would be painted from nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.article.sample import ARTICLE, TEXT, many, sample_annotations
from tests.benchmarks.keys import EDITS
from tests.service.samples import add_article
from tests.ui.article.conftest import ROUNDED, unlike
from tests.ui.desktop import Desktop, started

CLAIMS = ("C", "C", "Space", "C", "Backspace", "U", "Shift+C", "Shift+2", "Alt+Left", "Alt+Shift+Right", "U", "H", "C")
MARKS = ("Shift+Right", "Shift+Down", "Escape", "Down", "F", "Escape", "P", "U", "PageDown", "Ctrl+End", "Ctrl+Home")
ROUNDS = {
    "edits": tuple(chain.from_iterable(repeat(EDITS, 6))),
    "claims": (*CLAIMS, *CLAIMS),
    "marks": ("G", "Space", *MARKS, "Tab", *MARKS),
}


@pytest.fixture(params=["dense", "sample"])
def desktop(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """A window over an article.

    One that is dense and scrolls, or the sample with everything that can be drawn.
    """
    desktop = started(tmp_path / "p.pometka", articles=0)
    dense = request.param == "dense"
    add_article(desktop.session, *(many(20_000, 1_000)[1:] if dense else (TEXT, sample_annotations(), ARTICLE.title)))
    desktop.session.reader.go_to(desktop.session.articles.shown[0])
    desktop.program.window.resize(1000, 700)
    desktop.program.components.article.view.set_reduced_motion(True)
    desktop.keyboard.press("G")
    QApplication.processEvents()
    yield desktop
    desktop.close()


def paint_all() -> None:
    """Let everything be painted.

    What a timer changes in one round is painted in the next.
    """
    for _ in range(3):
        QApplication.processEvents()


def on_screen(window: QWidget, area: QRect) -> QImage:
    """Return what has been painted, as it is."""
    shown = window.screen().grabWindow(window.winId(), area.x(), area.y(), area.width(), area.height())
    return shown.toImage().convertToFormat(QImage.Format.Format_RGB32)


def stale(window: QWidget, part: QWidget) -> int:
    """Return how many pixels on screen are out of date.

    They differ from those that would be painted from nothing, in a part of the window.
    """
    area = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    anew = window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return unlike(on_screen(window, area), anew)


def is_painted(window: QWidget, part: QWidget) -> bool:
    """Say whether a part of the window is as painted anew.

    Looked at again where a timer came in between.
    """
    for _ in range(3):
        if stale(window, part) <= ROUNDED:
            return True
        paint_all()
    return False


@pytest.mark.parametrize("keys", ROUNDS.values(), ids=ROUNDS.keys())
def test_after_a_key_the_article_on_screen_is_as_painted_anew(desktop: Desktop, keys: tuple[str, ...]) -> None:
    window, view = desktop.program.window, desktop.program.components.article.view
    for number, key in enumerate(keys):
        desktop.keyboard.press(key)
        paint_all()
        assert is_painted(window, view), (number, key)


@pytest.mark.parametrize("keys", [("Tab",), ("C", "S", "Escape"), ("C", "C", "F")], ids=["entity", "claim", "hints"])
def test_after_scrolling_the_article_on_screen_is_as_painted_anew(desktop: Desktop, keys: tuple[str, ...]) -> None:
    window, view = desktop.program.window, desktop.program.components.article.view
    window.resize(1000, 400)
    desktop.keyboard.press(*keys)
    paint_all()
    for by in (1, 37, 150, -60, 700, -1, -300, 2_000, -900, 5):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + by)
        paint_all()
        assert is_painted(window, view), by


@pytest.mark.parametrize("name", ["articles", "annotations"])
def test_a_moment_after_keys_the_lists_on_screen_are_as_painted_anew(desktop: Desktop, qtbot: QtBot, name: str) -> None:
    window, pane = desktop.program.window, desktop.program.components.panes[name]
    for number, key in enumerate(EDITS):
        desktop.keyboard.press(key)
        if number % 3 == 0:
            qtbot.waitUntil(lambda: stale(window, pane) <= ROUNDED)
