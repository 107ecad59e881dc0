"""Hand the writer thread's news over to the window's own thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.service.session import Session


class Courier(QObject):
    """Emit `saving` and `failed` in the thread of the window, whichever thread they come from."""

    saving = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        session.saving.connect(self._tell_saving)
        session.failed.connect(self._tell_failed)

    def _tell_saving(self, pending: int) -> None:
        self.saving.emit(pending)

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(error)
