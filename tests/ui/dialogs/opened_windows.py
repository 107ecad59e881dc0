"""Open the windows over a project that holds something."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog

from app.service.commands.registry import by_id
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.ledger.window import LedgerDialog
from app.ui.dialogs.register.window import RegisterDialog
from tests.ui.desktop import Desktop, wait_until
from tests.ui.dialogs.corpus_samples import add_claims, add_named

WINDOWS = {"ledger": "Ctrl+Shift+L", "register": "Ctrl+Shift+E", "history": "Ctrl+H"}


def opened(desktop: Desktop, window: str) -> FramedDialog:
    """Open a window by its key, and wait for the index."""
    desktop.keyboard.press(WINDOWS[window])
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), FramedDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FramedDialog)
    wait_until(dialog.isActiveWindow)
    if isinstance(dialog, LedgerDialog | RegisterDialog):
        wait_until(lambda: dialog.is_current)
    return dialog


def filled(desktop: Desktop) -> None:
    add_claims(desktop)
    add_named(desktop.session)


def open_dialog(desktop: Desktop, action_id: str) -> QDialog:
    """Open a dialog by its command."""
    desktop.program.run(by_id(action_id))
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog
