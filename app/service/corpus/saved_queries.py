"""Queries that are saved under a name."""

from __future__ import annotations

from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.records import SavedQuery
from app.service.edits.edit_helpers import edited_project
from app.service.session.session import Session


def saved_queries(session: Session) -> list[SavedQuery]:
    """Return the saved queries of the open project by name."""
    rows = session.project.rows(SavedQuery) if session.project is not None else []
    return sorted(rows, key=lambda row: row.name.casefold())


def save_query(session: Session, name: str, query: str) -> SavedQuery:
    """Save a query under a name, and return its row.

    It replaces one of the same name.
    """
    session.projects.refuse_reading_only()
    before = next((row for row in saved_queries(session) if row.name == name), None)
    if before is not None and before.query == query:
        return before
    number = before.id if before is not None else edited_project(session).next_id()
    row = SavedQuery(number, name, query) if before is None else replace(before, query=query)
    session.apply(Step(Message("save the query “{name}”", {"name": name}), (Change(before, row),)))
    return row


def remove_query(session: Session, row: SavedQuery) -> None:
    """Remove a saved query."""
    session.projects.refuse_reading_only()
    session.apply(Step(Message("remove the query “{name}”", {"name": row.name}), (Change(row, None),)))
