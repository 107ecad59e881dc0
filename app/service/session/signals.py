"""What a session signals to the faces that show it."""

from __future__ import annotations

from pathlib import Path

from psygnal import Signal

from app.core.change import Changed
from app.core.message import Message


class SessionSignals:
    """The signals of a session.

    They come in the thread that made it, with exceptions: `saving` and `failed` come from the project's writer thread
    as well, `damaged` and `uncopied` from that of its upkeep. When a signal arrives, memory has already changed; disk
    follows.
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
    """Saving failed; the steps are kept, and `storage.retry` tries again."""
    damaged = Signal(Exception)
    """The project is damaged; nothing is written to it until `storage.edit_anyway`."""
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
