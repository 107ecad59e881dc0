"""Making, opening, copying and closing the project of a session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import Message
from app.core.scheme import Scheme
from app.service.article_list.listed_articles import ListedArticles
from app.service.project.schemes import default_scheme
from app.service.session.article_reader import ArticleReader
from app.service.session.background_file_work import BackgroundFileWork
from app.service.session.state import SessionState
from app.service.session.storage import ProjectStorage
from app.store.files.watching import Watch

if TYPE_CHECKING:
    from app.store import Project
    from app.store.files.saving_copy import SavedCopy

Remembered = Callable[[Path], tuple[int, int] | None]
"""Where a project was left the last time: an article, and a code point of its text."""


class _BusyWatch(Watch):
    """Reports what keeps the program busy."""

    def __init__(self, state: SessionState) -> None:
        self._state = state

    def begin_part(self, part: Message) -> None:
        self._state.busy.emit(part)


class ProjectOpening:
    """Opens one project after another.

    The project that was open stays where another cannot be opened.
    """

    def __init__(
        self, state: SessionState, reader: ArticleReader, storage: ProjectStorage, remembered: Remembered
    ) -> None:
        self._state, self._reader, self._storage, self._remembered = state, reader, storage, remembered

    def create(self, path: Path, scheme: Scheme | None = None) -> None:
        """Make a new project and open it."""
        from app.store import Project  # noqa: PLC0415  # loaded when the window has been painted

        self._storage.flush()
        self._enter_project(Project.create(path, scheme or default_scheme()))

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project where it was left.

        Else at its first article that is not done.
        """
        from app.store import Project  # noqa: PLC0415  # as above

        if self._state.project is not None and self._state.project.is_at(path):
            return
        self._storage.flush()
        try:
            self._enter_project(Project.open(path, read_only=read_only, watch=_BusyWatch(self._state)))
        finally:
            self._state.busy.emit(None)

    def refuse_own_file(self, path: Path) -> None:
        """Raise UserError where a path leads to the open project.

        See `Project.refuse_own_file`.
        """
        if self._state.project is not None:
            self._state.project.refuse_own_file(path)

    def refuse_reading_only(self) -> None:
        """Raise ReadOnlyError where nothing can be saved in the open project."""
        if self._state.project is not None:
            self._state.project.refuse_reading_only()

    def replace_by_backup(self, copy: Path, path: Path) -> BackgroundFileWork[bool]:
        """Return the work that replaces a project by a backup.

        The open project is closed. The one that is replaced is backed up first, and opened at the end. Where it cannot
        be done, the project that was open is open again.
        """
        from app.store.files.backup_restoring import replace_by_copy  # noqa: PLC0415  # as above

        project = self._state.project
        was_open = None if project is None else (project.path, project.read_only)
        self.close()

        def replace(watch: Watch) -> bool:
            replace_by_copy(path, copy, watch)
            return True

        def go_on(is_replaced: bool | None) -> None:
            if is_replaced:
                self.open(path)
            elif was_open is not None:
                self.open(was_open[0], read_only=was_open[1])

        return BackgroundFileWork(Message("Restoring “{name}”", {"name": path.stem}), replace, go_on)

    def back_up(self) -> BackgroundFileWork[Path]:
        """Return the work that copies the open project into its backups."""
        project = self._state.project
        assert project is not None, "a project is open"

        def go_on(copy: Path | None) -> None:
            if copy is not None:
                self._state.notified.emit(Message("A copy lies at {path}", {"path": str(copy)}))

        return BackgroundFileWork(Message("Backing up “{name}”", {"name": project.path.stem}), project.backup, go_on)

    def save_as(self, path: Path) -> BackgroundFileWork[SavedCopy]:
        """Return the work that saves the open project as another file.

        What is not saved yet goes along, and the session goes on there. Where it cannot be done, the project that was
        open still is.
        """
        project = self._state.project
        assert project is not None, "a project is open"

        def go_on(saved: SavedCopy | None) -> None:
            if saved is not None:
                project.refuse_later_steps(saved)
                self._go_on_in(saved)

        title = Message("Saving as “{name}”", {"name": path.stem})
        return BackgroundFileWork(title, lambda watch: project.save_copy(path, watch), go_on)

    def _go_on_in(self, saved: SavedCopy) -> None:
        place = self._reader.place
        self.close(give_up=True)
        self.open(saved.path)
        if place is not None:
            self._reader.open_anew(*place)
        if saved.left_out:
            message = Message("{n} steps can never be saved and were left out.", {"n": str(saved.left_out)})
            self._state.notified.emit(message)

    def discard_unused(self) -> bool:
        """Close and remove a project without any step.

        Return whether it had none.
        """
        from app.store.files.creating import remove_file  # noqa: PLC0415  # the store is loaded with a project

        project = self._state.project
        if project is None or not project.is_unused():
            return False
        self.close()
        remove_file(project.path)
        return True

    def close(self, *, give_up: bool = False) -> None:
        """Wait until everything is on disk and close the project.

        Raise NotSavedError where it cannot be saved. What cannot be saved can be given up.
        """
        state = self._state
        if state.project is None:
            return
        if give_up:
            with self._storage.waiting():  # for a writer that is in the middle of something
                state.project.close(give_up=True)
        else:
            self._storage.flush()
            state.project.close()
        if self._reader.place is not None:
            state.left.emit(state.project.path, *self._reader.place)
        state.set_project(None)
        state.articles.load(ListedArticles())
        self._reader.close()
        state.project_changed.emit()

    def _enter_project(self, project: Project) -> None:
        state = self._state
        try:
            articles, scheme = ListedArticles(project), project.scheme()
            self.close()
        except Exception:
            project.close()
            raise
        state.set_project(project, scheme)
        self._storage.follow(project)
        state.articles.load(articles, state.read_counts)
        state.articles.hide_pretags(lambda: state.hidden_articles)
        state.project_changed.emit()
        damage = self._reader.open_first(self._remembered(project.path))
        if damage is not None and state.open_article is None:
            self.close()
            raise damage
        if damage is not None:
            state.damaged.emit(damage)


def prepare_project(path: Path, *, read_only: bool = False) -> BackgroundFileWork[bool]:
    """Return the work that brings a project up to date.

    It is checked first. It is closed again then, and opens at once.
    """

    def prepare(watch: Watch) -> bool:
        from app.store import Project  # noqa: PLC0415  # loaded when the window has been painted

        Project.open(path, read_only=read_only, watch=watch).close()
        return True

    return BackgroundFileWork(Message("Opening “{name}”", {"name": path.stem}), prepare)
