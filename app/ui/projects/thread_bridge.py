"""Hand the news of the project's threads over to the window's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.service.session.session import Session


class Courier(QObject):
    """Emit what the session tells in the thread of the window, whichever thread it comes from."""

    saving = Signal(int)
    failed = Signal(object)
    damaged = Signal(object)
    uncopied = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        session.saving.connect(self._tell_saving)
        session.failed.connect(self._tell_failed)
        session.damaged.connect(self._tell_damaged)
        session.uncopied.connect(self._tell_uncopied)

    def _tell_saving(self, pending: int) -> None:
        self.saving.emit(pending)

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _tell_damaged(self, error: Exception) -> None:
        self.damaged.emit(error)

    def _tell_uncopied(self, error: Exception) -> None:
        self.uncopied.emit(error)
