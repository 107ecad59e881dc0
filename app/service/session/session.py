"""The session: what a face shows and sends keys to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.core.change import Changed, Step
from app.service.edits.editor import Editor
from app.service.edits.repeats.offers import Offers
from app.service.edits.steps.finishing import with_finish_times
from app.service.edits.steps.step_builders import EditContext
from app.service.session.article_reader import ArticleReader
from app.service.session.entity_register import EntityRegister
from app.service.session.project_opening import ProjectOpening, Remembered
from app.service.session.state import SessionState
from app.service.session.step_writer import StepWriter
from app.service.session.storage import ProjectStorage
from app.service.session.undo_history import UndoHistory


def utc_now() -> datetime:
    """Return the time, aware, in UTC."""
    return datetime.now(UTC)


def _go_nowhere(_: Path) -> None:
    return None


class Session(SessionState):
    """What is open, and the parts that change it.

    Each is in a module of its own.
    """

    def __init__(
        self, *, author: str = "", clock: Callable[[], datetime] = utc_now, remembered: Remembered = _go_nowhere
    ) -> None:
        super().__init__()
        self.author = author
        self._clock = clock
        self.reader = ArticleReader(self)
        self.storage = ProjectStorage(self)
        self.projects = ProjectOpening(self, self.reader, self.storage, remembered)
        self.writer = StepWriter(self, self.reader)
        self.history = UndoHistory(self, self.writer, self.reader)
        self.register = EntityRegister(self)
        self.offers = Offers(self)
        self.editor = Editor(self)
        self.changed.connect(self.offers.follow)
        self.project_changed.connect(self.offers.forget)

    @property
    def edit_context(self) -> EditContext:
        """Who edits now."""
        return EditContext(self.author, self._clock())

    def apply(self, step: Step) -> Changed:
        """Write a step of this author.

        Equal corrections among them are counted, and articles that it finishes know when.
        """
        correction = self.offers.read(step)
        changed = self.writer.apply(with_finish_times(step, self._clock()), self.author)
        self.offers.count(correction)
        return changed
