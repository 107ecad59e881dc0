"""Load modules in idle time, one at a time."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_MODULES = (
    "app.formats.registry",
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
    """Import one module at each tick, then be gone.

    So that opening a dialog does not wait for it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(_PAUSE_MS)
        self._left = list(reversed(_MODULES))
        self.timeout.connect(self._load_next)

    def _load_next(self) -> None:
        import_module(self._left.pop())
        if not self._left:
            self.stop()
            self.deleteLater()
