"""Running tasks: progress in the status bar, and a cancel button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.service.jobs.progress import JobProgress
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.base.plain_text import tip
from app.ui.base.widgets import label, tool
from app.ui.theme.icons import Icons

if TYPE_CHECKING:
    from app.service.jobs.task import Report, Task

POLL_MS = 5
_GAP_PX = 8


class TaskStrip(QWidget):
    """Show one task at a time while `Tasks` runs it."""

    def __init__(self, icons: Icons, cancel: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        row = QHBoxLayout(self)
        row.setContentsMargins(_GAP_PX, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        self._cancel = tool(icons, "mdi6.close", tr("Cancel"), self, cancel)
        for widget in (self._words, self._bar, self._cancel):
            row.addWidget(widget)
        self.hide()

    def show_words(self, is_shown: bool) -> None:
        """Show the words beside the bar, or in the tooltip.

        In the tooltip where the room is narrow.
        """
        self._words.setVisible(is_shown)

    def needed(self, *, is_compact: bool) -> int:
        """Return the width of the strip, without words where compact."""
        bare = self._bar.width() + self._cancel.sizeHint().width() + 2 * _GAP_PX
        return bare if is_compact else bare + self._words.sizeHint().width() + _GAP_PX

    def show_progress(self, title: str, progress: JobProgress, *, is_paused: bool = False) -> None:
        """Show how far a task is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        count = tr("{done} of {total}", done=progress.done, total=progress.total) if progress.total else ""
        left = "" if is_paused else _time_left(progress.seconds_left)
        words = "  ·  ".join(filter(None, (title, count, left)))
        self._words.setText(words)
        self.setToolTip(tip("  ·  ".join(filter(None, (words, _rate(progress.per_second))))))
        self.setAccessibleName(words)
        self.show()


class Tasks:
    """Run one task at a time, a moment at each timer tick."""

    def __init__(self, parent: QWidget, catch_errors: ErrorBoundary, count_keys: Callable[[], int]) -> None:
        """`count_keys` returns how many keys have been pressed."""
        self._count_keys, self._keys_before = count_keys, 0
        self._task: Task | None = None
        self._title = ""
        self._done: Callable[[Report], None] = lambda report: None
        self.strip: TaskStrip | None = None
        self._timer = QTimer(parent)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(lambda: catch_errors(self._poll))

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    @property
    def is_awaited(self) -> bool:
        """Whether no key came since the task began, or was steered last."""
        return self._count_keys() == self._keys_before

    @property
    def running(self) -> Task | None:
        """The task that runs, if one does."""
        return self._task

    def run(self, task: Task, title: str, done: Callable[[Report], None]) -> None:
        """Start a task.

        `done` gets its report when it ends, cancelled or not.
        """
        assert self._task is None, "one task at a time"
        self._task, self._title, self._done = task, title, done
        self._keys_before = self._count_keys()
        task.start()
        self._show()
        self._timer.start()

    def pause_or_resume(self) -> None:
        """Pause the running task, or let it go on."""
        if self._task is not None:
            self._keys_before = self._count_keys()
            if self._task.is_paused:
                self._task.resume()
                self._timer.start()
            else:
                self._task.pause()
                self._timer.stop()
            self._show()

    def cancel(self) -> None:
        """End the running task; what it has brought stays."""
        if self._task is not None:
            self._keys_before = self._count_keys()
            self._task.cancel()
            self._end()

    def _poll(self) -> None:
        """Go on with the task for a moment; an error ends it."""
        is_running = False
        try:
            is_running = self._task is not None and self._task.poll()
        finally:
            if is_running:
                self._show()
            else:
                self._end()

    def _end(self) -> None:
        self._timer.stop()
        if self.strip is not None:
            self.strip.hide()
        task, self._task = self._task, None
        if task is not None:
            self._done(task.report)

    def _show(self) -> None:
        if self.strip is not None and self._task is not None:
            title = tr("{what}: paused", what=self._title) if self._task.is_paused else self._title
            self.strip.show_progress(title, self._task.progress, is_paused=self._task.is_paused)


def _rate(per_second: float) -> str:
    """Return the rate in words, "" where it is not known yet."""
    return tr("{rate} a second", rate=f"{per_second:.3g}") if per_second > 0 else ""


def _time_left(seconds: float | None) -> str:
    if seconds is None or seconds < 2:
        return ""
    if seconds < 90:
        return tr("about {n} seconds left", n=round(seconds))
    return tr("about {n} minutes left", n=round(seconds / 60))
