"""Whole windows on small projects, with a keyboard.

Nothing of them may stay behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.core.message import Message
from tests.stories.keyboard import Keyboard
from tests.ui.desktop import Desktop, started


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """Start the program on a project with one article.

    Its window is gone afterwards, and so are its timers.
    """
    desktop = started(tmp_path / "p.pometka")
    yield desktop
    desktop.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not desktop.running_timers(), "timers run on after the window is closed"


@pytest.fixture
def keyboard(desktop: Desktop) -> Keyboard:
    """Return a US keyboard before the window."""
    return desktop.keyboard


@pytest.fixture
def notices(desktop: Desktop) -> list[str]:
    """Return a list that gets each notice of the window."""
    words: list[str] = []

    def hear(message: Message) -> None:
        words.append(str(message))

    desktop.session.notified.connect(hear)
    return words
