"""Start the window: paint it first, and load the rest afterwards."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import __version__
from app.core.files.resources import resource
from app.service.project.settings import Settings, SettingsFile
from app.ui.base.i18n import Language
from app.ui.shell.window import NAME, Window
from app.ui.theme.theme import apply_theme, theme_for


def run(arguments: Sequence[str]) -> int:
    """Show the window, on the project that is named if one is.

    Return the exit code when it is closed.
    """
    gc.disable()  # until the window is filled: loading makes a great many objects, and drops none
    app = make_application()
    file = SettingsFile()
    settings = file.load()
    window = make_window(app, settings)
    language = Language(app)
    language.use(settings.language)
    path = Path(arguments[0]) if arguments else None
    window.painted.connect(lambda: start(window, file, settings, language, path))
    window.show()
    return app.exec()


def make_application() -> QApplication:
    """Return the application, made where there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("pometka")
    return app


def make_window(app: QApplication, settings: Settings) -> Window:
    """Return the empty window, in the theme and place of the settings."""
    apply_theme(app, theme_for(settings.theme))
    window = Window()
    window.restore_geometry(settings.geometry)
    return window


def start(window: Window, file: SettingsFile, settings: Settings, language: Language, path: Path | None) -> None:
    """Fill the window.

    Everything that is slow to load is loaded here, after the first paint.
    """
    from app.ui.dialogs.problems import Problems  # noqa: PLC0415  # after the first paint
    from app.ui.shell.start.program import Program  # noqa: PLC0415

    icon = QIcon(str(resource("icons", "pometka.svg")))
    icon.addFile(str(resource("icons", "pometka.svg")), QSize(256, 256))
    window.setWindowIcon(icon)
    file.path.parent.mkdir(parents=True, exist_ok=True)
    problems = Problems(file.path.with_name("pometka.log"))
    problems.window = window
    problems.catch_all()
    program = Program(window, file, settings, language, problems)
    program.begin(path)
    program.report_settings(file.errors)
