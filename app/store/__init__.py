"""The project file: SQLite, its one writer, its journal.

Names are looked up when first used, so that a window can be painted before any of this is loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.store.history.history_pages import History, Record, Unit, Units
    from app.store.history.journal import Reach
    from app.store.project import Project
    from app.store.rows.counts import Counts
    from app.store.writer import Ticket

__all__ = ["Counts", "History", "Project", "Reach", "Record", "Ticket", "Unit", "Units"]

_HOMES = {
    "Counts": "app.store.rows.counts",
    "History": "app.store.history.history_pages",
    "Project": "app.store.project",
    "Reach": "app.store.history.journal",
    "Record": "app.store.history.history_pages",
    "Ticket": "app.store.writer",
    "Unit": "app.store.history.history_pages",
    "Units": "app.store.history.history_pages",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
