"""A file dialog shows the folder of the project.

It is the open project. None of the files in it is read.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel
from pytestqt.qtbot import QtBot

from app.ui.dialogs.export.export_dialog import ExportDialog
from tests.ui.desktop import started

CLOSE_LAST = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1])
other.execute("SELECT count(*) FROM article").fetchone()
other.close()
"""
FILES = ("p.pometka", "p.pometka-wal", "p.pometka-shm")


@pytest.mark.parametrize("key", ["Ctrl+O", "Ctrl+I", "Ctrl+E", "Ctrl+N"])
def test_a_dialog_for_files_leaves_the_open_project_the_locks_that_sqlite_took(
    tmp_path: Path, qtbot: QtBot, key: str
) -> None:
    # A descriptor that is closed by hand drops them; then another program truncates what we have mapped.
    desktop = started(tmp_path / "p.pometka")
    desktop.keyboard.press("Space")
    assert desktop.session.project is not None
    desktop.session.project.flush()
    desktop.keyboard.press(key)
    if isinstance(choices := QApplication.activeModalWidget(), ExportDialog):
        choices.accept()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert dialog.directory().absolutePath() == str(tmp_path) or key == "Ctrl+N"
    dialog.setDirectory(str(tmp_path))
    dialog.setNameFilter("*")
    (model,) = dialog.findChildren(QFileSystemModel)
    qtbot.waitUntil(lambda: all(model.type(model.index(str(tmp_path / name))) for name in FILES), timeout=20_000)
    subprocess.run([sys.executable, "-c", CLOSE_LAST, tmp_path / "p.pometka"], check=True)
    assert (tmp_path / "p.pometka-wal").exists(), "the other program took itself for the last one"
    dialog.reject()
    desktop.close()
