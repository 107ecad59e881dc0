"""Notice that undo touches the articles of a running task.

Or takes back what it brought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from app.core.change import Change, Changed

if TYPE_CHECKING:
    from app.service.session.session import Session


class UndoWatch:
    """Call `stop` when undo touches articles of a running task.

    It gets their number. Rows that the user removes by hand do not count: then something can be undone, and nothing be
    redone.
    """

    def __init__(self, session: Session, article_ids: Iterable[int], stop: Callable[[int], None]) -> None:
        self._session = session
        self._ids = set(article_ids)
        self._stop = stop
        session.changed.connect(self._check_undo)

    def add_changes(self, changes: Iterable[Change]) -> None:
        """Watch the rows that the task creates."""
        self._ids.update(change.id for change in changes if change.before is None)

    def close(self) -> None:
        """Watch no longer."""
        self._session.changed.disconnect(self._check_undo, missing_ok=True)

    def _check_undo(self, changed: Changed) -> None:
        if self._session.history.redo_title() is None:
            return
        if any(change.after is None and change.id in self._ids for change in changed.changes):
            self._stop(len(changed.articles))
