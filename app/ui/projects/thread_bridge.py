"""Pass signals of the project's threads to the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.service.session.session import Session
from app.store import Project


class ThreadBridge(QObject):
    """Emit the session's signals in the thread of the window.

    Whichever thread they come from. What a project said before it was left is dropped.
    """

    saving = Signal(int)
    failed = Signal(object)
    damaged = Signal(object)
    uncopied = Signal(object)
    _came = Signal(object, object, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._came.connect(self._pass_on)
        session.saving.connect(self._emit_saving)
        session.failed.connect(self._emit_failed)
        session.damaged.connect(self._emit_damaged)
        session.uncopied.connect(self._emit_uncopied)

    def _emit_saving(self, pending: int) -> None:
        self._came.emit(self.saving, pending, self._session.project)

    def _emit_failed(self, error: Exception) -> None:
        self._came.emit(self.failed, error, self._session.project)

    def _emit_damaged(self, error: Exception) -> None:
        self.damaged.emit(error)

    def _emit_uncopied(self, error: Exception) -> None:
        self.uncopied.emit(error)

    def _pass_on(self, signal: SignalInstance, news: object, project: Project | None) -> None:
        if project is self._session.project:
            signal.emit(news)
