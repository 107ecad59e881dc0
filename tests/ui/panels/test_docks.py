"""Each pane runs alone, with sample data."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.ui.base.overlay import Overlay
from app.ui.panels import __main__ as alone
from tests.waiting import PATIENCE_S

LOOK_AGAIN_MS = 20
SHOWN = {
    "annotations": "WordyTable",
    "articles": "LongList",
    "inspector": "QComboBox",
    "notes": "QListWidget",
}


@pytest.mark.parametrize("name", sorted(alone.PANES))
def test_pane_runs_alone(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    seen: list[QWidget] = []

    def look_around() -> None:
        seen.clear()
        panes = [widget for widget in QApplication.topLevelWidgets() if widget.windowTitle() == f"Pometka · {name}"]
        seen.extend(child for pane in panes for child in pane.findChildren(QWidget) if child.isVisible())
        if SHOWN[name] in names_of(seen) or time.monotonic() > deadline:
            QApplication.exit(7)
        else:
            QTimer.singleShot(LOOK_AGAIN_MS, look_around)

    deadline = time.monotonic() + PATIENCE_S
    monkeypatch.setattr(sys, "argv", ["docks", name, "--language", "ru"])
    QTimer.singleShot(LOOK_AGAIN_MS, look_around)
    assert alone.main() == 7
    assert SHOWN[name] in names_of(seen)


def names_of(widgets: list[QWidget]) -> set[str]:
    """Return the names of the classes of widgets."""
    return {widget.metaObject().className() for widget in widgets}


def test_notes_alone_can_be_written(qapp: QApplication, tmp_path: Path) -> None:
    session = alone.sample_session(tmp_path)
    prompts = alone.SamplePrompts(session)
    prompts.pane = QWidget()
    prompts.pane.show()
    prompts.edit_article_note()
    editor = next(child for child in prompts.pane.findChildren(Overlay) if child.isVisible())
    text = editor.findChild(QPlainTextEdit)
    assert text is not None
    text.setPlainText("заметка")
    editor.close_panel()
    assert session.open_article is not None
    assert [note.text for note in session.open_article.notes_on(None)] == ["заметка"]
    prompts.pane.close()
    session.projects.close()
