"""Pass signals of the project's threads to the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.service.session.session import Session


class ThreadBridge(QObject):
    """Emit the session's signals in the thread of the window.

    Whichever thread they come from.
    """

    saving = Signal(int)
    failed = Signal(object)
    damaged = Signal(object)
    uncopied = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        session.saving.connect(self._emit_saving)
        session.failed.connect(self._emit_failed)
        session.damaged.connect(self._emit_damaged)
        session.uncopied.connect(self._emit_uncopied)

    def _emit_saving(self, pending: int) -> None:
        self.saving.emit(pending)

    def _emit_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _emit_damaged(self, error: Exception) -> None:
        self.damaged.emit(error)

    def _emit_uncopied(self, error: Exception) -> None:
        self.uncopied.emit(error)
