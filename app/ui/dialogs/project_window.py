"""What windows over a whole project share.

They have pages, words, keys, and the place where they were left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import label
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.frame import FramedDialog
from app.ui.keyboard.keys import pressed_key
from app.ui.keyboard.presses import Presses

_MIN_WIDTH_PX = 760
_DECIDES_NOTHING = frozenset({"Escape", "Tab", "Shift+Tab"})
"""Keys that may come before there is something for them."""
EARLY_PAUSE_MS = 600
"""Who waits for so long behind a key that did nothing has seen that it did nothing."""


@dataclass
class WindowPlace:
    """What a window showed last: it opens there again.

    `typed` is what stood in its filter.
    """

    project: Path
    typed: str = ""


class ProjectWindow(FramedDialog):
    """A window over all articles, worked by keys alone.

    It shows one of its pages, below it what was done, and the keys that go now. It closes with its project.
    """

    repeats_acts: ClassVar[bool] = True
    """Whether a key that is held acts again and again."""

    def __init__(self, title: str, context: WindowContext, index_keeper: IndexKeeper) -> None:
        super().__init__(title, context.window, width_px=_MIN_WIDTH_PX)
        assert context.session.project is not None, "the window is over an open project"
        self._session, self._project = context.session, context.session.project
        self._index_keeper, self._catch_errors = index_keeper, context.catch_errors
        self._presses, self._is_held = Presses(), False
        self._early = QElapsedTimer()
        """Runs since the last key that came before there was something for it."""
        self._pages = QStackedWidget(self)
        self._message = label("", self, wraps=True)
        self._message.setMinimumHeight(self.fontMetrics().height() + 2)  # so that the page stays where it is
        self._hints = label("", self, "caption", wraps=True)

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    @property
    def wants_early_keys(self) -> bool:
        return True

    def take_early_keys(self, early: Sequence[QKeyEvent]) -> None:
        """Take what was pressed while the window was being made.

        It goes where it was meant to go: words into the filter. Nothing acts on what nobody saw yet.
        """
        if any(event.type() == QEvent.Type.KeyPress for event in early):
            self._early.start()
        for event in early:
            QApplication.sendEvent(self.focusWidget() or self, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._presses.release(event)
        key = pressed_key(event)
        if key is None:
            return False
        self._is_held = self._presses.is_repeat(event, QGuiApplication.platformName())
        if not isinstance(watched, QLineEdit) and key not in _DECIDES_NOTHING and self._is_early():
            return True
        return self._press(watched, key)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close()
        event.accept()

    @property
    def is_read(self) -> bool:
        """Whether there is something for keys to act on."""
        return True

    def _is_early(self) -> bool:
        """Say whether a key came before there was something for it.

        It does nothing then, and neither do those that follow without a pause: they would act on what nobody saw.
        """
        follows = self._early.isValid() and not self._early.hasExpired(EARLY_PAUSE_MS)
        if self.is_read and not follows:
            self._early.invalidate()
            return False
        self._early.start()
        self._say(tr("All was still being read: what was pressed meanwhile did nothing."))
        return True

    def _press(self, watched: QObject, key: str) -> bool:
        """Do what a key does on a widget; say whether it did.

        A window without keys of its own leaves each to the widget.
        """
        return False

    def _stop(self) -> None:
        """End what goes on beside the window, before it closes."""

    def _close(self) -> None:
        self._stop()
        super().reject()

    def _watch(self, *widgets: QWidget) -> None:
        """Get the keys of widgets, and close when the project does."""
        for widget in widgets:
            widget.installEventFilter(self)
        follow(self, self._session.project_changed, self._close)

    def _perform(self, act: Callable[[], object] | None) -> bool:
        """Do what a key stands for; say whether that is anything."""
        if act is None:
            return False
        if self.repeats_acts or not self._is_held:
            self._say("")
            self._catch_errors(act)
        return True

    def _say(self, words: str) -> None:
        self._message.setText(words)
        if words:
            announce(self, words)

    def _is_read_only(self) -> bool:
        """Say whether the project is read-only, and tell the user."""
        if self._project.read_only:
            self._say(tr("This project is open for reading only."))
        return self._project.read_only

    def _add_foot(self) -> None:
        """Add the lines below the pages: what was done, and the keys."""
        self.body.addWidget(self._message)
        self.body.addWidget(self._hints)

    def _show_page(self, page: QWidget, *hints: str) -> None:
        """Show a page, and the keys over it."""
        self._pages.setCurrentWidget(page)
        self._show_hints(*hints)

    def _show_hints(self, *hints: str) -> None:
        self._hints.setText(" · ".join(hints))
