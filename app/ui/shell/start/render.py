"""Render the window into a picture without a screen.

For machines that have none, and for looking at it.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from app.core.message import UserError
from app.service.project.settings import Settings, SettingsFile
from app.store.files.opening import refuse_project
from app.ui.base.i18n import Language
from app.ui.dialogs.problems import Problems
from app.ui.shell.start.program import Program
from app.ui.shell.start.run import make_application, make_window

SIZE = QSize(1360, 860)
_ROUNDS = 5
"""So often events are handled until nothing is to be laid out any more."""


def render(project: Path, picture: Path, *, size: QSize = SIZE, dark: bool = False, language: str = "") -> None:
    """Write a PNG of the window on a project.

    Raise UserError where it cannot be written. The settings of the user are neither read nor written. A project is
    never written over.
    """
    refuse_project(picture)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    settings = Settings(language=language, theme="dark" if dark else "light")
    window = make_window(app, settings)
    window.resize(size)
    window.show()
    speech = Language(app)
    speech.use(language)
    file = _Unwritten()
    program = Program(window, file, settings, speech, Problems(file.path.with_name("pometka.log")))
    program.components.settle()
    program.session.projects.open(project, read_only=True)
    program.session.navigation.next()
    _settle_layout(app)
    image = window.grab().toImage()
    window.close()
    if not image.save(str(picture), "PNG"):  # type: ignore[call-overload]  # the stub wants bytes
        raise UserError(
            "“{name}” cannot be written.", hint="Choose another folder, or make room on the disk.", name=picture
        )


class _Unwritten(SettingsFile):
    """Settings that stay in memory."""

    def save(self, settings: Settings) -> None:
        """Write nothing."""


def _settle_layout(app: QApplication) -> None:
    """Let timers and layouts come to rest."""
    for _ in range(_ROUNDS):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
