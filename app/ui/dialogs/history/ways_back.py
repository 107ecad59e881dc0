"""Going back by a new step.

What it would change is counted first, then it is asked, then done.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from app.service.history.restoring import Plan, Way, plan_restoring
from app.service.session.session import Session
from app.store import Project, Record
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.dialogs.history import questions
from app.ui.dialogs.history.bar import Foot
from app.ui.dialogs.history.steps_list import MOMENT_S


class WaysBack(QObject):
    """Plan a way back in portions, and ask below the rows.

    `refused` says that it cannot be gone, `done` that it has become a step.
    """

    refused = Signal()
    done = Signal()

    def __init__(
        self, session: Session, project: Project, foot: Foot, catch_errors: ErrorBoundary, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._project, self._foot, self._catch_errors = session, project, foot, catch_errors
        self._planning: Iterator[Plan | None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._catch_errors(self._plan_on))

    def start(self, record: Record, way: Way) -> None:
        """Find out in portions what a way back does, then ask."""
        if way is not Way.RESTORE and record.is_applied != (way is Way.UNDO_ALONE):
            self._foot.show_words(_wrong_way(way))
            return
        self._planning = plan_restoring(self._project, record, way)
        self._foot.ask(tr("Counting what would change…"), "", None)
        self._timer.start()

    def cancel(self) -> None:
        """Give up what is being planned."""
        self._planning = iter(())

    def stop(self) -> None:
        """Stop for good."""
        self._timer.stop()

    def _plan_on(self) -> None:
        """Plan on for a moment; ask when the plan is there."""
        end = time.monotonic() + MOMENT_S
        found: Plan | None = None
        while found is None and time.monotonic() < end:
            try:
                found = next(self._planning)
            except StopIteration:
                self._timer.stop()
                return
        if found is not None:
            self._timer.stop()
            self._ask_user(found)

    def _ask_user(self, found: Plan) -> None:
        if not found.is_possible:
            self.refused.emit()
            self._foot.show_words(questions.refusal(found))
            return
        question, answer = questions.question(found), questions.answer(found.way)
        self._foot.ask(question, answer, lambda: self._catch_errors(self._make_act(found)))

    def _make_act(self, found: Plan) -> Callable[[], None]:
        def do() -> None:
            if self._project.history().newest() != found.newest:
                self.refused.emit()
                self._foot.show_words(tr("The project has changed meanwhile: ask once more."))
                return
            self._session.apply(found.step())
            self.done.emit()
            self._foot.show_words(tr("Done as a new step: one undo takes it back."))

        return do


def _wrong_way(way: Way) -> str:
    """Return why a row cannot be gone back by in this way."""
    if way is Way.UNDO_ALONE:
        return tr("This step does not count now: B brings it back.")
    return tr("This step counts: R goes back to it, U undoes it alone.")
