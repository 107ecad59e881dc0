"""Panels over the window.

Who has the keyboard before, while and after one is open.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.desktop import started


def test_closing_a_panel_gives_the_keyboard_straight_back(tmp_path: Path) -> None:
    """Check that no other field gets the keyboard in between.

    A field that has it for a moment selects its text, which stays to be seen.
    """
    desktop = started(tmp_path / "p.pometka")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    view = application.focusWidget()
    for key in ("N", "Escape", "C"):  # a claim has fields of its own, made after the panel: Qt takes them for its next
        desktop.keyboard.press(key)
    desktop.program.components.panes.inspector.refresh()
    application.processEvents()
    desktop.keyboard.press("N")
    desktop.keyboard.type("check")
    met: list[QWidget | None] = []
    application.focusChanged.connect(lambda _, now: met.append(now))
    desktop.keyboard.press("Enter")
    assert met == [view]
    desktop.close()
