"""No key opens an editor in a read-only project.

Nothing is written to such a project: the status bar says why at once.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.core.message import Message
from app.store.files.damage import DamagedError
from app.ui.base.overlay import Overlay
from tests.ui.desktop import Desktop


def open_for_reading(desktop: Desktop) -> None:
    project = desktop.session.project
    assert project is not None
    desktop.session.projects.close()
    desktop.session.projects.open(project.path, read_only=True)


def damage(desktop: Desktop) -> None:
    project = desktop.session.project
    assert project is not None
    project.end_writing(DamagedError(project.path, Message("a page is torn")))


def panels(desktop: Desktop) -> list[Overlay]:
    return [one for one in desktop.program.window.findChildren(Overlay) if one.isVisible()]


@pytest.mark.parametrize("make", [open_for_reading, damage])
@pytest.mark.parametrize("key", ["N", "Shift+N", "Ctrl+Shift+N", "E", "M", "L", "Shift+P", "Ctrl+I"])
def test_no_editor_opens_where_nothing_can_be_saved(
    desktop: Desktop, make: Callable[[Desktop], None], key: str
) -> None:
    make(desktop)
    notices: list[str] = []
    desktop.session.notified.connect(lambda message: notices.append(str(message)))
    desktop.keyboard.press(key)
    QApplication.processEvents()
    assert panels(desktop) == [] and not isinstance(desktop.focused(), QLineEdit)
    assert QApplication.activeModalWidget() is None
    (words,) = notices
    assert "open for reading only" in words or "is damaged" in words
    desktop.keyboard.press("Ctrl+W")
    QApplication.processEvents()
    assert desktop.session.project is None


def test_a_note_that_is_shown_in_the_pane_is_not_edited_there_either(desktop: Desktop) -> None:
    open_for_reading(desktop)
    notices: list[Message] = []
    desktop.session.notified.connect(notices.append)
    desktop.program.problems.catch_errors(desktop.program.host.prompts.edit_article_note)
    assert panels(desktop) == [] and len(notices) == 1
