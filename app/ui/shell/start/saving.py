"""Show how the saving of the project goes: pending, failed, damaged."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.message import RefusedStepError
from app.store.files.damage import DamagedError
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.projects.thread_bridge import ThreadBridge
from app.ui.projects.unsaved import Unsaved
from app.ui.shell.host import WindowHost


class SavingDisplay(QObject):
    """Show the news of the writer thread in status bar and banner."""

    def __init__(self, host: WindowHost, news: ThreadBridge, unsaved: Unsaved, catch_errors: ErrorBoundary) -> None:
        super().__init__(news)
        self._host, self._unsaved, self._catch_errors = host, unsaved, catch_errors
        news.saving.connect(self.show_pending)
        news.failed.connect(self._show_failure)
        news.damaged.connect(self._show_damage)
        news.uncopied.connect(host.backups.notify_uncopied)

    def show_pending(self, pending: int) -> None:
        """Show how many steps wait to be saved."""
        self._host.components.status.show_pending(pending)
        if not pending:
            self._host.components.article.banner.hide()

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, RefusedStepError):
            self._catch_errors(lambda: self._unsaved.undo_refused(error))
            return
        self._host.components.status.show_failure()
        self._host.components.article.banner.show_failure(error)

    def _show_damage(self, error: Exception) -> None:
        """Show found damage, unless its project was closed meanwhile."""
        project = self._host.session.project
        if isinstance(error, DamagedError) and project is not None and project.path == error.path:
            self._host.backups.show_damage(error)
            self._host.components.status.show_pending(project.pending)
