"""Undo and redo steps, at the place that they changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.change import Changed
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.service.session.article_reader import ArticleReader
from app.service.session.state import SessionState
from app.service.session.step_writer import StepWriter
from app.service.session.undo_guard import UndoGuard
from app.service.session.undo_place import changed_article, first_changed, first_gone

if TYPE_CHECKING:
    from app.store import Reach


class UndoHistory:
    """Takes steps back and does them again.

    `guard` holds a large step back until its undo is asked for twice.
    """

    def __init__(self, state: SessionState, writer: StepWriter, reader: ArticleReader) -> None:
        self._state, self._writer, self._reader = state, writer, reader
        self.guard = UndoGuard()
        for happened in (state.changed, state.moved, state.opened, state.project_changed):
            happened.connect(self.guard.disarm)

    @gc_paused()
    def undo(self, *, stays: bool = False) -> Message | None:
        """Take back the last step, and go to where it was.

        A window that shows the place itself `stays` where the article is. Return its title.
        """
        project = self._state.project
        return None if project is None else self._move_in_history(project.undo, project.undo_weight(), stays=stays)

    @gc_paused()
    def redo(self) -> Message | None:
        """Do again what was taken back last, and go there.

        Return its title.
        """
        project = self._state.project
        return None if project is None else self._move_in_history(project.redo, project.redo_weight())

    def reach(self) -> Reach | None:
        """Return what `undo` would take back, with counts.

        None if there is nothing.
        """
        return self._state.project.undo_reach() if self._state.project is not None else None

    @property
    def newest_step(self) -> int:
        """The step that `undo` would take back first, 0 for none."""
        reach = self.reach()
        return reach.step if reach is not None else 0

    def undo_title(self) -> Message | None:
        """Return the title of what `undo` would take back."""
        return self._state.project.undo_title() if self._state.project is not None else None

    def redo_title(self) -> Message | None:
        """Return the title of what `redo` would do again."""
        return self._state.project.redo_title() if self._state.project is not None else None

    def undo_refused(self) -> list[Message]:
        """Withdraw a step that can never be saved, and dependent ones.

        Return their titles, the last one first.
        """
        withdrawn = [] if self._state.project is None else self._state.project.withdraw()
        for _, changed in withdrawn:
            self._writer.follow_written(changed)
        self._state.navigation.refresh()
        return [title for title, _ in withdrawn]

    def _move_in_history(
        self, go: Callable[[], tuple[Message, Changed] | None], weight: int, *, stays: bool = False
    ) -> Message | None:
        project = self._state.project
        assert project is not None, "only an open project has a history"
        with self._writer.busy_with(weight), project.held():
            travelled = go()
            if travelled is None:
                return None
            title, changed = travelled
            self._writer.follow_written(changed)
            if stays:
                self._state.navigation.refresh()
            else:
                self._go_to(changed)
            self._state.saving.emit(project.pending)
        return title

    def _go_to(self, changed: Changed) -> None:
        """Go to the changed article and its first changed annotation.

        Else to where that was.
        """
        state, article_id = self._state, changed_article(changed)
        if article_id is not None and state.open_article is not None and state.open_article.article.id != article_id:
            self._reader.go_to(article_id)
        open_article = state.open_article
        first = first_changed(changed, open_article) if open_article is not None else None
        place = first_gone(changed, open_article) if open_article is not None else None
        if first is not None:
            state.navigation.go_to(first)
        elif place is not None and state.cursor.caret is not None:
            state.cursor.place_at(place)
        else:
            state.navigation.refresh()
