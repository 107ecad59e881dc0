"""The settings in use, and the file that they are kept in."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.service.project.settings import Settings, SettingsFile
from app.ui.base.error_boundary import ErrorBoundary


class SettingsStore(QObject):
    """Keep one `Settings`, which everybody who was given it sees change.

    `changed` asks for a window built anew.
    """

    changed = Signal()

    def __init__(self, file: SettingsFile, settings: Settings, catch_errors: ErrorBoundary, parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._catch_errors = file, catch_errors
        self.settings = settings

    @property
    def folder(self) -> Path:
        """Where settings and log are kept."""
        return self._file.path.parent

    def change(self, chosen: Settings) -> None:
        """Take other settings over, and write them."""
        for one in fields(chosen):
            setattr(self.settings, one.name, getattr(chosen, one.name))
        self.save()
        self.changed.emit()

    def save(self) -> None:
        """Write the settings.

        A disk that refuses them costs the settings, not the work.
        """
        self._catch_errors(lambda: self._file.save(self.settings))
