"""Pass signals of the project's threads to the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from app.service.session.session import Session
from app.store import Project
from app.ui.base.signal_helpers import follow


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
        follow(self, session.saving, self._emit_saving)
        follow(self, session.failed, self._emit_failed)
        follow(self, session.damaged, self._emit_damaged)
        follow(self, session.uncopied, self._emit_uncopied)

    def _emit_saving(self, pending: int) -> None:
        self._emit_here(lambda: self._came.emit(self.saving, pending, self._session.project))

    def _emit_failed(self, error: Exception) -> None:
        self._emit_here(lambda: self._came.emit(self.failed, error, self._session.project))

    def _emit_damaged(self, error: Exception) -> None:
        self._emit_here(lambda: self.damaged.emit(error))

    def _emit_uncopied(self, error: Exception) -> None:
        self._emit_here(lambda: self.uncopied.emit(error))

    def _emit_here(self, emit: Callable[[], None]) -> None:
        """Emit, unless the window is gone.

        It may go at any moment of another thread: a look before would come too early.
        """
        try:
            emit()
        except RuntimeError:
            if isValid(self):
                raise

    def _pass_on(self, signal: SignalInstance, news: object, project: Project | None) -> None:
        if project is self._session.project:
            signal.emit(news)
