"""Qt's dialog for files, with our words in it; it never blocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from app.ui.i18n import tr
from app.ui.widgets import press_by_enter


def file_dialog(title: str, folder: Path, kinds: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks for a file to open; `kinds` are Qt's name filters."""
    dialog = QFileDialog(parent, title, str(folder), kinds)
    # Qt's own dialog leaves these two in English, whatever the language.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind of file:"))
    for button in dialog.findChildren(QToolButton):
        press_by_enter(button)
    return dialog


def propose_name(dialog: QFileDialog, proposed: Path) -> None:
    """Have a dialog ask for a file to write, with a name to begin with."""
    dialog.setDirectory(str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
    dialog.selectFile(proposed.name)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind.partition("*.")[2].partition(")")[0]))


def open_file_dialog(dialog: QFileDialog, act: Callable[[list[Path]], object]) -> None:
    """Open a file dialog; `act` gets what was chosen."""
    dialog.filesSelected.connect(lambda names: act([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
