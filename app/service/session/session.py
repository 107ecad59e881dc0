"""The session: the open project, the open article, and where the analyst is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from psygnal import Signal

from app.core.change import Changed, Step
from app.core.gc_pause import gc_paused
from app.core.message import Message, NotSavedError, UserError
from app.core.scheme import Scheme
from app.service.article.article_list import ArticleList
from app.service.article.cursor import Cursor
from app.service.article.navigation import Navigation
from app.service.article.open_article import OpenArticle, read_open_article
from app.service.edits.editor import Editor
from app.service.edits.step_builders import EditContext
from app.service.project.schemes import default_scheme
from app.service.session.undo_guard import UndoGuard
from app.service.session.undo_place import changed_article, first_changed, first_gone

if TYPE_CHECKING:
    from app.store import Project, Reach


_UNTOLD_S = 0.3
"""A wait for the disk up to this needs no word."""


def utc_now() -> datetime:
    """Return the time, aware, in UTC."""
    return datetime.now(UTC)


Remembered = Callable[[Path], tuple[int, int] | None]
"""Where a project was left the last time: an article, and a code point of its text."""


def _nowhere(_: Path) -> None:
    return None


class Session:
    """What a face shows and sends keys to.

    Everything happens in the thread that made it, with exceptions: `saving` and `failed` come from the project's
    writer thread as well, `damaged` and `uncopied` from that of its upkeep. When a signal arrives, memory has already
    changed; disk follows.
    """

    project_changed = Signal()
    """A project was opened or closed."""
    opened = Signal()
    """Another article is open, or none."""
    completed = Signal()
    """All of the open article has been read; not sent where it was read at once."""
    moved = Signal()
    """Caret, selection, current annotation, its group, or the review order changed."""
    changed = Signal(Changed)
    """Rows changed."""
    saving = Signal(int)
    """So many steps are not on disk yet."""
    failed = Signal(Exception)
    """Saving failed; the steps are kept, and `retry_saving` tries again."""
    damaged = Signal(Exception)
    """The project is damaged; nothing is written to it until `edit_anyway`."""
    uncopied = Signal(Exception)
    """No backup of the project can be made; the work goes on."""
    left = Signal(Path, int, int)
    """The project of a path was closed, with the caret in an article at a code point."""
    busy = Signal(object)
    """A word for the status bar while very many changes are taken in, None when that is done: nothing else is."""
    overtaken = Signal()
    """An edit came after an undo: what was undone cannot be done again, and stays in the history."""
    notified = Signal(Message)
    """A light word for the status bar."""

    def __init__(
        self, *, author: str = "", clock: Callable[[], datetime] = utc_now, remembered: Remembered = _nowhere
    ) -> None:
        self.author = author
        self.slow_changes = 10_000
        """So many changes at once may take a tenth of a second or more: `busy` reports them."""
        self.patience_s = 5.0
        """So long leaving a project waits for the disk, or for another program that holds the file."""
        self._remembered = remembered
        self._clock = clock
        self.project: Project | None = None
        self.open_article: OpenArticle | None = None
        self.articles = ArticleList()
        self.cursor = Cursor()
        self.navigation = Navigation(self.cursor)
        self.editor = Editor(self)
        self._scheme: Scheme | None = None
        self.is_partial = False
        """Whether opening the article left something for `read_on`."""
        self._places: dict[int, int] = {}
        self.navigation.moved.connect(self._emit_moved)
        self.undo_guard = UndoGuard()
        for happened in (self.changed, self.moved, self.opened, self.project_changed):
            happened.connect(self.undo_guard.disarm)

    @property
    def scheme(self) -> Scheme:
        """The label scheme of the project, or the default one."""
        if self._scheme is None:
            self._scheme = self.project.scheme() if self.project is not None else default_scheme()
        return self._scheme

    @property
    def edit_context(self) -> EditContext:
        """Who edits now."""
        return EditContext(self.author, self._clock())

    def create_project(self, path: Path, scheme: Scheme | None = None) -> None:
        """Make a new project and open it."""
        from app.store import Project  # noqa: PLC0415  # loaded when the window has been painted

        self._flush()
        self._enter(Project.create(path, scheme or default_scheme()))

    def open_project(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project where it was left, else at its first article that is not done.

        The project that was open stays if this fails.
        """
        from app.store import Project  # noqa: PLC0415  # as above

        if self.project is not None and self.project.is_at(path):
            return
        self._flush()
        self._enter(Project.open(path, read_only=read_only))

    def refuse_open_project(self, path: Path) -> None:
        """Raise UserError where a path leads to the file of the open project: see `Project.refuse_own_file`."""
        if self.project is not None:
            self.project.refuse_own_file(path)

    def refuse_reading_only(self) -> None:
        """Raise ReadOnlyError where nothing can be saved in the open project."""
        if self.project is not None:
            self.project.refuse_reading_only()

    def put_in_place(self, copy: Path, project: Path) -> None:
        """Put a backup in the place of its project, which is backed up first, and open that.

        Where it cannot be done, the project that was open is open again.
        """
        from app.store.files.backup_restoring import replace_by_copy  # noqa: PLC0415  # as above

        was_open = None if self.project is None else (self.project.path, self.project.read_only)
        self.close_project()
        try:
            replace_by_copy(project, copy)
        except UserError:
            if was_open is not None:
                path, read_only = was_open
                self.open_project(path, read_only=read_only)
            raise
        self.open_project(project)

    def save_as(self, path: Path) -> None:
        """Save the open project as another file, with all that is not saved yet, and go on in that one.

        Raise UserError where that cannot be done: then the project that was open still is.
        """
        if self.project is None:
            return
        left_out = self.project.save_copy(path)
        place = self._here()
        self.close_project(give_up=True)
        self.open_project(path)
        if place is not None:
            self._places[place[0]] = place[1]
            self.open_article = None
            self.go_to_article(place[0])
        if left_out:
            self.notified.emit(Message("{n} steps can never be saved and were left out.", {"n": str(left_out)}))

    def take_back_refused(self) -> list[Message]:
        """Take back a step that can never be saved, and what rests on it, the last one first; return their titles."""
        withdrawn = [] if self.project is None else self.project.withdraw()
        for _, changed in withdrawn:
            self._take(changed)
        self.navigation.refresh()
        return [title for title, _ in withdrawn]

    def close_project(self, *, give_up: bool = False) -> None:
        """Wait until everything is on disk and close the project; raise NotSavedError where it cannot be saved.

        What cannot be saved can be given up.
        """
        if self.project is None:
            return
        if give_up:
            with self._waiting():  # for a writer that is in the middle of something
                self.project.close(give_up=True)
        else:
            self._flush()
            self.project.close()
        place = self._here()
        if place is not None:
            self.left.emit(self.project.path, *place)
        self.project = None
        self._scheme = None
        self._places.clear()
        self.articles.load((), {})
        self._show_article(None)
        self.project_changed.emit()

    def go_to_article(self, article_id: int) -> None:
        """Open an article, with the caret where it was the last time."""
        article = self.articles.get(article_id)
        if article is None or self.project is None:
            return
        self._remember_place()
        self._show_article(read_open_article(self.project, article))

    def read_on(self) -> bool:
        """Do a small piece of what opening a long article left for later; return whether there is more."""
        open_article = self.open_article
        if open_article is None or not self.is_partial:
            return False
        open_article.read_on()
        if open_article.is_ready:
            self.is_partial = False
            self.completed.emit()
        return self.is_partial

    def next_article(self) -> None:
        """Open the article shown next in the list."""
        self._open_neighbour(self.articles.after)

    def previous_article(self) -> None:
        """Open the article shown before in the list."""
        self._open_neighbour(self.articles.before)

    @gc_paused()
    def apply(self, step: Step) -> Changed:
        """Write a step: the project queues it, memory follows, and whoever listens learns of it."""
        assert self.project is not None, "a step is applied to an open project"
        with self._busy_with(len(step.changes)), self.project.held():
            is_overtaking = self.project.redo_title() is not None
            self.project.apply(replace(step, author=self.author))
            changed = Changed(step.changes)
            self._take(changed)
            self.saving.emit(self.project.pending)
            if is_overtaking:
                self.overtaken.emit()
        return changed

    @gc_paused()
    def undo(self) -> Message | None:
        """Take back the last step, and go to where it was; return its title."""
        return None if self.project is None else self._travel(self.project.undo, self.project.undo_weight())

    @gc_paused()
    def redo(self) -> Message | None:
        """Do again what was taken back last, and go there; return its title."""
        return None if self.project is None else self._travel(self.project.redo, self.project.redo_weight())

    def undo_reach(self) -> Reach | None:
        """Return what `undo` would take back, with counts; None if there is nothing."""
        return self.project.undo_reach() if self.project is not None else None

    def undo_title(self) -> Message | None:
        """Return the title of what `undo` would take back."""
        return self.project.undo_title() if self.project is not None else None

    def redo_title(self) -> Message | None:
        """Return the title of what `redo` would do again."""
        return self.project.redo_title() if self.project is not None else None

    def retry_saving(self) -> None:
        """Try to save again after a failure."""
        if self.project is not None:
            self.project.retry()

    def _flush(self) -> None:
        """Wait until everything is on disk, before the project is left; raise NotSavedError where that fails.

        Another program may hold the file: `busy` reports the wait once it takes long, and it has an end.
        """
        if self.project is None:
            return
        try:
            self.project.flush(_UNTOLD_S)
        except TimeoutError:
            with self._waiting():
                self._flush_patiently(self.project)

    def _flush_patiently(self, project: Project) -> None:
        try:
            project.flush(self.patience_s)
        except TimeoutError as error:
            raise NotSavedError(
                "“{name}” is still being saved.",
                hint="Another program may hold the file. Try again in a moment.",
                name=project.path.name,
            ) from error

    @contextmanager
    def _waiting(self) -> Iterator[None]:
        self.busy.emit(Message("Waiting until everything is saved…"))
        try:
            yield
        finally:
            self.busy.emit(None)

    def _here(self) -> tuple[int, int] | None:
        """Return the open article, and the place of the caret in it."""
        if self.open_article is None or self.cursor.caret is None:
            return None
        return self.open_article.article.id, self.cursor.caret.start

    def _enter(self, project: Project) -> None:
        try:
            articles, counts, scheme = project.articles(), project.counts(), project.scheme()
            self.close_project()
        except Exception:
            project.close()
            raise
        self.project, self._scheme = project, scheme
        project.saved.connect(self._emit_saving)
        project.failed.connect(self._emit_failed)
        project.upkeep.damaged.connect(self._emit_damaged)
        project.upkeep.failed.connect(self._emit_uncopied)
        self.articles.load(articles, counts)
        self.project_changed.emit()
        self._open_first(project)

    def _open_first(self, project: Project) -> None:
        """Open the article that the project was left in, else the first that is not done and can be read."""
        first = self._left_article(project.path) or self.articles.first_open() or self.articles.after(None)
        damage: UserError | None = None
        for article_id in dict.fromkeys([first, *self.articles.ids()] if first is not None else ()):
            try:
                self.go_to_article(article_id)
            except UserError as error:
                damage = damage or error
            else:
                break
        if damage is not None and self.open_article is None:
            self.close_project()
            raise damage
        if damage is not None:
            self.damaged.emit(damage)

    def look_after(self) -> None:
        """Check the project that was opened, and copy it where that is due: beside the work, once it can be seen."""
        if self.project is not None:
            self.project.upkeep.look_over()

    def edit_anyway(self) -> None:
        """Edit a damaged project."""
        if self.project is not None:
            self.project.write_anyway()
            self.saving.emit(self.project.pending)

    def _left_article(self, path: Path) -> int | None:
        """Return the article that a project was left in, if it is still there, and know the place in it."""
        place = self._remembered(path)
        if place is None or self.articles.get(place[0]) is None:
            return None
        self._places[place[0]] = place[1]
        return place[0]

    def _show_article(self, open_article: OpenArticle | None) -> None:
        self.open_article = open_article
        self.is_partial = open_article is not None and not open_article.annotations.is_whole
        place = None if open_article is None else self._places.get(open_article.article.id)
        self.cursor.set_text(open_article.text if open_article is not None else "", place or 0)
        self.navigation.set_open_article(open_article)
        self.opened.emit()
        # A new article is met at its first open question: arriving there costs no key.
        if place is not None or not self.navigation.first_proposed():
            self.moved.emit()

    def _remember_place(self) -> None:
        place = self._here()
        if place is not None:
            self._places[place[0]] = place[1]

    def _open_neighbour(self, neighbour: Callable[[int | None], int | None]) -> None:
        article_id = neighbour(self.open_article.article.id if self.open_article is not None else None)
        if article_id is not None:
            self.go_to_article(article_id)
        else:
            self.notified.emit(Message("There is no further article in the list."))

    def _take(self, changed: Changed) -> None:
        """Let memory follow, open another article where the open one is gone, and signal it."""
        if changed.touches(Scheme):
            self._scheme = None
        self.articles.take(changed)
        if self.open_article is not None:
            self.open_article.take(changed)
        self.changed.emit(changed)
        if self.open_article is None or self.articles.get(self.open_article.article.id) is None:
            self.open_article = None
            following = self.articles.first_open() or self.articles.after(None)
            if following is not None:
                self.go_to_article(following)
            else:
                self._show_article(None)

    def _travel(self, go: Callable[[], tuple[Message, Changed] | None], weight: int) -> Message | None:
        assert self.project is not None, "only an open project has a history"
        with self._busy_with(weight), self.project.held():
            travelled = go()
            if travelled is None:
                return None
            title, changed = travelled
            self._take(changed)
            self._go_to(changed)
            self.saving.emit(self.project.pending)
        return title

    @contextmanager
    def _busy_with(self, count: int) -> Iterator[None]:
        """Tell that so many changes are being taken in, where they are very many: before they are, and after."""
        if count < self.slow_changes:
            yield
            return
        self.busy.emit(Message("Making a great many changes…"))
        try:
            yield
        finally:
            self.busy.emit(None)

    def _go_to(self, changed: Changed) -> None:
        """Go to the article that changed, if it is one, and to its first annotation that did, or to where it was."""
        article_id = changed_article(changed)
        if article_id is not None and self.open_article is not None and self.open_article.article.id != article_id:
            self.go_to_article(article_id)
        first = first_changed(changed, self.open_article) if self.open_article is not None else None
        place = first_gone(changed, self.open_article) if self.open_article is not None else None
        if first is not None:
            self.navigation.go_to(first)
        elif place is not None and self.cursor.caret is not None:
            self.cursor.place_at(place)
        else:
            self.navigation.refresh()

    # psygnal takes `saving.emit` and `failed.emit` for one callback when both are connected: hence methods.
    def _emit_saving(self, pending: int) -> None:
        self.saving.emit(pending)

    def _emit_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _emit_damaged(self, error: Exception) -> None:
        self.damaged.emit(error)

    def _emit_uncopied(self, error: Exception) -> None:
        self.uncopied.emit(error)

    def _emit_moved(self) -> None:
        self.moved.emit()
