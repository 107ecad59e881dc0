"""The one write path.

A step goes to the project, memory follows, and all who listen learn of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from app.core.change import Changed, Step
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.service.session.article_reader import ArticleReader
from app.service.session.state import SessionState


class StepWriter:
    """Applies steps, and takes in what a step changed."""

    def __init__(self, state: SessionState, reader: ArticleReader) -> None:
        self._state, self._reader = state, reader
        self.slow_changes = 10_000
        """So many changes at once may take a tenth of a second or more: `busy` reports them."""

    @gc_paused()
    def apply(self, step: Step, author: str) -> Changed:
        """Write a step: the project queues it, and memory follows."""
        project = self._state.project
        assert project is not None, "a step is applied to an open project"
        with self.busy_with(len(step.changes)), project.held():
            is_overtaking = project.redo_title() is not None
            project.apply(replace(step, author=author))
            changed = Changed(step.changes)
            self.follow_written(changed)
            self._state.saving.emit(project.pending)
            if is_overtaking:
                self._state.overtaken.emit()
        return changed

    def follow_written(self, changed: Changed) -> None:
        """Update memory, signal the changes, and replace a removed open article."""
        self._state.follow_changes(changed)
        self._state.changed.emit(changed)
        self._reader.replace_gone()
        self._reader.follow_hiding()

    @contextmanager
    def busy_with(self, count: int) -> Iterator[None]:
        """Report a very large number of changes before and after applying."""
        if count < self.slow_changes:
            yield
            return
        self._state.busy.emit(Message("Making a great many changes…"))
        try:
            yield
        finally:
            self._state.busy.emit(None)
