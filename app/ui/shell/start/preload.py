"""Load modules in idle time, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from app.ui.shell.start.freed_memory import return_large_blocks

_MODULES = (
    "app.formats.registry",
    "app.service.corpus.project_index",
    "app.service.jobs.workers.pool",
    "app.service.jobs.importing.import_task",
    "app.service.jobs.tag_task",
    "app.service.jobs.exporting.export_task",
    "app.ui.dialogs.importing",
    "app.ui.dialogs.report",
    "app.ui.dialogs.settings.settings_dialog",
    "app.ui.dialogs.scheme.scheme_editor",
)
_PAUSE_MS = 150


class Preload(QTimer):
    """Import one module at each tick without keys, then be gone.

    So that opening a dialog does not wait for it.
    """

    def __init__(self, parent: QObject, is_at_rest: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_at_rest = is_at_rest
        self.setInterval(_PAUSE_MS)
        self.left = list(reversed(_MODULES))
        """What is still to be loaded, the next one last."""
        self.timeout.connect(self._load_next)

    def _load_next(self) -> None:
        if not self._is_at_rest():
            return
        import_module(self.left.pop())
        if not self.left:
            return_large_blocks()
            self.stop()
            self.deleteLater()
