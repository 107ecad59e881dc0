"""Poll the worker that gives marked mentions their normal forms."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.service.jobs.mention_forms import MentionForms
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.signal_helpers import follow

_POLL_MS, _WARM_UP_MS = 15, 3_000


class MentionFormsWatch(QObject):
    """Poll while answers are awaited.

    Load the models a while after a project was opened.
    """

    def __init__(self, forms: MentionForms, catch_errors: ErrorBoundary, parent: QObject) -> None:
        super().__init__(parent)
        self.forms, self._catch_errors = forms, catch_errors
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(lambda: catch_errors(self._poll))
        follow(self, forms.asked, self._start)

    def warm_up_soon(self) -> None:
        """Load the models when the window has come to rest."""
        QTimer.singleShot(_WARM_UP_MS, self, lambda: self._catch_errors(self.forms.warm_up))

    def _start(self) -> None:
        self._timer.start()

    def _poll(self) -> None:
        self.forms.poll()
        if not self.forms.is_waiting:
            self._timer.stop()
