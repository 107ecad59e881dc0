"""The project file: SQLite, its one writer, its journal.

Names are looked up when first used, so that a window can be painted before any of this is loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.store.counts import Counts
    from app.store.history import History, Record, Unit, Units
    from app.store.journal import Reach
    from app.store.project import Project
    from app.store.writer import Ticket

__all__ = ["Counts", "History", "Project", "Reach", "Record", "Ticket", "Unit", "Units"]

_HOMES = {
    "Counts": "app.store.counts",
    "History": "app.store.history",
    "Project": "app.store.project",
    "Reach": "app.store.journal",
    "Record": "app.store.history",
    "Ticket": "app.store.writer",
    "Unit": "app.store.history",
    "Units": "app.store.history",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
