"""Apply a window's steps to the project; take them back."""

from __future__ import annotations

from collections.abc import Callable

from app.core.change import Step
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.base.texts.label_words import shown_with_titles


class OwnSteps:
    """Applies steps that are made in one window.

    Undo and redo stay within them: what was done elsewhere is never taken back here. `refresh` is called after each,
    `say` gets what was done.
    """

    def __init__(self, session: Session, refresh: Callable[[], object], say: Callable[[str], object]) -> None:
        self._session, self._refresh, self._say = session, refresh, say
        self._made: list[int] = []
        self._undone: list[int] = []

    def apply(self, step: Step, words: str) -> None:
        """Write a step, and say what it changed."""
        self._session.apply(step)
        self._made.append(self._session.history.newest_step)
        self._undone.clear()
        self._refresh()
        self._say(f"{words}{'' if words.endswith('.') else '.'} {tr('U: undo')}")

    def undo(self) -> None:
        """Take back the last step that was made here."""
        if not self._made:
            self._say(tr("Nothing was changed here yet."))
            return
        if self._session.history.newest_step != self._made[-1]:
            self._say(later_step_words(self._session))
            return
        title = self._session.history.undo()
        self._undone.append(self._made.pop())
        self._refresh()
        if title is not None:
            self._say(tr("Undone: {what}", what=shown_with_titles(title, self._session.scheme)))

    def redo(self) -> None:
        """Do again what was taken back here last."""
        if not self._undone or self._session.history.redo_title() is None:
            self._say(tr("There is nothing to redo."))
            return
        title = self._session.history.redo()
        self._made.append(self._undone.pop())
        self._refresh()
        if title is not None:
            self._say(tr("Redone: {what}", what=shown_with_titles(title, self._session.scheme)))


def later_step_words(session: Session) -> str:
    """Return what came after the own step of a window."""
    title = session.history.undo_title()
    what = shown_with_titles(title, session.scheme) if title is not None else ""
    return tr("After it came: {what}. Ctrl+H takes back a single step.", what=what)
