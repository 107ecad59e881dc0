"""Look a project over for what should not be: for `check`, and for the user's peace of mind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.core.message import Message
from app.store.connecting import Mode, connect
from app.store.schema import strangers

_LIMIT = 20

_TEXTLESS = """
    SELECT article.id FROM article LEFT JOIN body USING (id)
    WHERE text IS NULL OR length(text) <> length LIMIT ?"""
_OUTSIDE = """
    SELECT annotation.id, annotation.article_id FROM annotation JOIN article ON article.id = article_id
    WHERE start < 0 OR stop <= start OR stop > length LIMIT ?"""


def problems(path: Path, mode: Mode) -> list[Message]:
    """Return what is wrong with a project, at most some twenty of each kind; nothing where it is sound."""
    try:
        with closing(connect(path, mode)) as connection:
            return [*_in_pages(connection), *_in_schema(connection), *_in_rows(connection)]
    except sqlite3.DatabaseError as fault:
        return [Message("The file is damaged: {reason}.", {"reason": str(fault)})]


def _in_pages(connection: sqlite3.Connection) -> Iterator[Message]:
    for (finding,) in connection.execute(f"PRAGMA integrity_check({_LIMIT})"):
        if finding != "ok":
            yield Message("The file is damaged: {reason}.", {"reason": finding})


def _in_schema(connection: sqlite3.Connection) -> Iterator[Message]:
    for stranger in strangers(connection):
        yield Message("“{what}” is not as Pometka makes it.", {"what": stranger})


def _in_rows(connection: sqlite3.Connection) -> Iterator[Message]:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(_LIMIT)
    for table, row, parent, _ in orphans:
        args = {"table": table, "row": str(row), "parent": parent}
        yield Message("Row {row} of {table} refers to no {parent}.", args)
    for (article,) in connection.execute(_TEXTLESS, (_LIMIT,)):
        yield Message("The text of article {article} is not the one it came with.", {"article": str(article)})
    for annotation, article in connection.execute(_OUTSIDE, (_LIMIT,)):
        args = {"annotation": str(annotation), "article": str(article)}
        yield Message("Annotation {annotation} lies outside the text of article {article}.", args)
