"""A running program as tests see it: window, session, keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.service.project.settings import Settings, SettingsFile
from app.service.session.session import Session
from app.ui.base.i18n import Language
from app.ui.base.signal_helpers import LAST_MS
from app.ui.dialogs.file_work import FileWorkDialog
from app.ui.dialogs.problems import Problems
from app.ui.shell.start.preload import Preload
from app.ui.shell.start.program import Program
from app.ui.shell.start.run import make_application, make_window
from tests.service.samples import PROPOSED, TEXT, add_article, opened
from tests.stories.keyboard import Keyboard

_PATIENCE_S, _LOOK_AGAIN_MS = 60.0, 5


@dataclass
class Desktop:
    """One program with its window open and active."""

    program: Program
    keyboard: Keyboard
    language: Language

    @property
    def session(self) -> Session:
        return self.program.session

    def focused(self) -> object:
        """Return the widget that has the focus."""
        return QApplication.focusWidget()

    def running_timers(self) -> list[QTimer]:
        """Return the timers of the window that still run."""
        if not isValid(self.program):
            return []
        return [timer for timer in self.program.window.findChildren(QTimer) if timer.isActive()]

    def rest(self) -> None:
        """Wait until all that follows a key is shown.

        It is shown a moment later.
        """
        wait_until(lambda: not any(timer.interval() <= LAST_MS for timer in self.running_timers()))

    def close(self) -> None:
        """Close the window, and its project, unless they are gone."""
        if not isValid(self.program):
            return
        self.program.window.close()
        self.program.session.projects.close()
        self.program.window.deleteLater()


def wait_until(holds: Callable[[], bool], patience_s: float = _PATIENCE_S) -> None:
    """Let events come until something holds.

    Each event is a reason to look again, and where none comes, a timer is. Fail where it does not come to that.
    """
    deadline = time.monotonic() + patience_s
    alarm = QTimer(interval=_LOOK_AGAIN_MS)
    alarm.start()
    while not holds() and time.monotonic() < deadline:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert holds()


def wait_for_file_work() -> None:
    """Let events come until the work on a project file is done."""
    wait_until(lambda: not any(isinstance(widget, FileWorkDialog) for widget in QApplication.topLevelWidgets()))


def started(
    path: Path, *, language: str = "en", text: str = TEXT, articles: int = 1, normalises: bool = False
) -> Desktop:
    """Start the program on a project.

    It is made with sample articles if it is not there yet.

    With no articles the program makes it itself. Only where it `normalises`, a worker is started for new mentions.
    """
    if not path.exists() and articles:
        session = opened(path, text)
        for number in range(1, articles):
            add_article(session, f"{text}\n{number}", PROPOSED, f"Статья {number + 1}")
        session.projects.close()
    app = make_application()
    file = SettingsFile()
    settings = file.load()
    settings = settings if settings != Settings() else Settings(language=language, theme="light", author="Ая")
    window = make_window(app, settings)
    speech = Language(app)
    speech.use(settings.language)
    window.resize(1280, 800)  # the screen of the tests has room for the text alone
    window.show()
    problems = Problems(file.path.with_name("pometka.log"))
    problems.window = window
    program = Program(window, file, settings, speech, problems)
    program.mention_forms.forms.is_on = normalises
    if not path.exists():
        program.files.create(path)
    program.begin(path)
    program.settle()
    window.activateWindow()
    wait_until(lambda: bool(program.findChildren(Preload)))  # it begins when the start has ended
    app.processEvents()
    handle = window.windowHandle()
    assert handle is not None, "the window is shown"
    return Desktop(program, Keyboard(handle), speech)
