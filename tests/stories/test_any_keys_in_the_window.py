"""Any keys in any order in the real window.

Nothing breaks, the keyboard is never lost, the view shows the session.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.core.model import Annotation
from app.core.text.boundary import words as words_of
from tests.service.samples import PROPOSED, TEXT, add_article, entity, memory, opened
from tests.stories.keyboard import LAYOUTS
from tests.ui.desktop import Desktop, started

MOVING = ("Left", "Right", "Up", "Down", "Home", "End", "PageDown", "PageUp")
CARET = tuple(held + key for key in MOVING for held in ("", "Shift+", "Ctrl+", "Ctrl+Shift+"))
EDGES = tuple(held + key for key in ("Left", "Right") for held in ("Alt+", "Alt+Shift+", "Ctrl+Alt+"))
NAVIGATION = ("Tab", "Shift+Tab", ".", ",", "C", "Shift+C", ";", "F", "D", "G", "]", "[")
DECIDING = ("Space", "Ctrl+Space", "Backspace", "Ctrl+Delete", "1", "2", "9", "0", "Ctrl+3", "Shift+1", "Shift+9", "P")
ASKING = ("L", "S", "E", "N", "M", "Shift+N", "Shift+P", "/", "Ctrl+K", "F1", "Ctrl+Shift+F", "Alt+2", "F6", "H")
OTHERS = ("X", "J", "T", "Shift+S", "Ctrl+A", "Ctrl+Enter", "Ctrl+D", "F3", "Ctrl+=", "Alt+0", "A", "Я", "Enter")
KEYS = (*CARET, *EDGES, *NAVIGATION * 3, *DECIDING * 3, *ASKING, *OTHERS, *("Escape",) * 12, *("Ctrl+Z", "Ctrl+Y") * 3)
PRESSES = 250


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """Start the program on an article with proposals.

    There are also an article of a word, one without any, and one without annotations.
    """
    path = tmp_path / "p.pometka"
    session = opened(path, TEXT, PROPOSED)
    others: tuple[tuple[str, tuple[Annotation, ...]], ...] = (
        ("Tesla", (entity("Tesla", "Tesla", "ORG"),)),
        (" \n\u00a0\n", ()),
        ("", ()),
        (TEXT * 8, ()),
    )
    for number, (text, rows) in enumerate(others):
        add_article(session, text, rows, f"Статья {number}")
    session.projects.close()
    desktop = started(path)
    yield desktop
    desktop.close()


def stands(desktop: Desktop) -> None:
    """Hold the window against its session."""
    session, view = desktop.session, desktop.program.components.article.view
    assert desktop.program.problems.shown is None, "no error came up"
    assert desktop.focused() is not None, "the keyboard leads somewhere"
    assert session.open_article is not None
    words, caret, marks = list(words_of(session.open_article.text)), session.cursor.caret, view.canvas.marks
    assert (caret in words) if words else caret is None
    assert (marks.caret, marks.selection) == (caret, session.cursor.selection)
    assert marks.current == session.navigation.current_id
    assert marks.group == set(session.navigation.group)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_keys_in_any_order_leave_the_window_sound(desktop: Desktop, layout: str) -> None:
    desktop.keyboard.layout, chance = layout, Random(layout)
    imported = desktop.session.history.undo_title()
    for _ in range(PRESSES):
        key = chance.choice(KEYS)
        if key == "Ctrl+Z" and desktop.session.history.undo_title() == imported:
            continue
        if key == "Я":
            desktop.keyboard.type(key)
        else:
            desktop.keyboard.press(key)
        QApplication.processEvents()
        if QGuiApplication.focusWindow() is None:  # no window manager gives it back when a box's list has closed
            desktop.program.window.activateWindow()
        stands(desktop)
    session = desktop.session
    assert session.project is not None
    assert session.open_article is not None
    assert memory(session)[0] == session.project.annotations(session.open_article.article.id)
