"""The session: what a face shows and sends keys to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.core.change import Change, Changed, Step
from app.core.model import Article, Progress
from app.core.records import ClaimPlace
from app.service.edits.editor import Editor
from app.service.edits.repeats.offers import Offers
from app.service.edits.steps.blind_comparison import compare_hidden
from app.service.edits.steps.finishing import with_finish_times
from app.service.edits.steps.move_origins import MoveOrigins
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
        self.move_origins = MoveOrigins()
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
        changed = self.writer.apply(self._with_comparisons(with_finish_times(step, self._clock())), self.author)
        self.offers.count(correction)
        return changed

    def _with_comparisons(self, step: Step) -> Step:
        """Return a step that decides hidden pre-tags.

        They are those of the articles that it finishes.
        """
        if self.project is None or not self.hidden_articles:
            return step
        compared: list[Change] = []
        for change in step.changes:
            before, after = change.before, change.after
            is_done = isinstance(after, Article) and after.progress is Progress.DONE
            if is_done and isinstance(before, Article) and self.hides_pretags(before):
                rows, notes = self.project.annotations(before.id), self.project.notes(before.id)
                compared += compare_hidden(self.edit_context, rows, notes, self.project.rows(ClaimPlace))
        return replace(step, changes=(*compared, *step.changes)) if compared else step
