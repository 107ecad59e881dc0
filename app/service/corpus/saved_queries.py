"""Queries that are saved under a name."""

from __future__ import annotations

from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.query.field_words import YES
from app.core.query.terms import FieldName
from app.core.records import QueryPlace, SavedQuery
from app.service.article_list.article_list import ArticleList
from app.service.edits.edit_helpers import edited_project
from app.service.session.session import Session


def saved_queries(session: Session, place: QueryPlace = QueryPlace.SEARCH) -> list[SavedQuery]:
    """Return the saved queries of a place by name."""
    rows = session.project.rows(SavedQuery) if session.project is not None else []
    return sorted((row for row in rows if row.place is place), key=lambda row: row.name.casefold())


def save_query(session: Session, name: str, query: str, place: QueryPlace = QueryPlace.SEARCH) -> SavedQuery:
    """Save a query under a name, and return its row.

    It replaces one of the same name and place.
    """
    session.projects.refuse_reading_only()
    before = next((row for row in saved_queries(session, place) if row.name == name), None)
    if before is not None and before.query == query:
        return before
    number = before.id if before is not None else edited_project(session).next_id()
    row = SavedQuery(number, name, query, place) if before is None else replace(before, query=query)
    session.apply(Step(Message("save the query “{name}”", {"name": name}), (Change(before, row),)))
    return row


def remove_query(session: Session, row: SavedQuery) -> None:
    """Remove a saved query."""
    session.projects.refuse_reading_only()
    session.apply(Step(Message("remove the query “{name}”", {"name": row.name}), (Change(row, None),)))


def filter_query(articles: ArticleList) -> str:
    """Return the filter of the article list as one query."""
    parts = [" ".join(articles.filter_text.split())]
    if articles.filter_progress is not None:
        parts.append(f"{FieldName.PROGRESS}:{articles.filter_progress}")
    if articles.filter_flagged:
        parts.append(f"{FieldName.FLAG}:{YES}")
    return " ".join(filter(None, parts))
