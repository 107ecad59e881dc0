"""How far an index has followed its project, and what changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from app.store.history.stored_steps import DISCARDED, UNDONE

_NONE_UNDONE = 1 << 62
_NEWEST = "SELECT id, time FROM step ORDER BY id DESC LIMIT 1"
_TOUCHED = """
SELECT DISTINCT article_id FROM step_article WHERE step_id > ?1 OR step_id >= ?2 OR step_id IN (
    SELECT id FROM step WHERE state = ?3 UNION ALL SELECT id FROM step WHERE state = ?4 AND overtaken > ?1)
ORDER BY article_id
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state of a project.

    `version` counts what was written. `step` is the newest step and `time` when it was made; `undone` is the first of
    those that are undone.
    """

    version: int = 0
    step: int = 0
    time: str = ""
    undone: int = _NONE_UNDONE


def read_mark(project: Connection) -> Mark:
    """Return the state that a project is in."""
    version = int(project.execute("PRAGMA user_version").fetchone()[0])
    step, time = project.execute(_NEWEST).fetchone() or (0, "")
    undone = project.execute("SELECT min(id) FROM step WHERE state = ?", (UNDONE,)).fetchone()[0]
    return Mark(version, step, str(time), _NONE_UNDONE if undone is None else undone)


def has_followed(project: Connection, mark: Mark) -> bool:
    """Say whether a project once was in a state.

    It has the step, made at that time.
    """
    if not mark.step:
        return True
    found = project.execute("SELECT time FROM step WHERE id = ?", (mark.step,)).fetchone()
    return found is not None and found[0] == mark.time


def touched_articles(project: Connection, mark: Mark) -> Iterator[int]:
    """Yield the articles that may have changed since a state, in order.

    Those of new steps, of undone ones, and of those that were undone then.
    """
    found = project.execute(_TOUCHED, (mark.step, mark.undone, UNDONE, DISCARDED))
    return (number for (number,) in found if number)
