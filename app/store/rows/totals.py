"""Totals of a project, counted by SQL.

No article is read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from sqlite3 import Connection

from app.core.message import Message
from app.core.model import Kind, Progress, Status
from app.core.vocabulary import AttributeName, RoleName
from app.store.rows.meanings import IS_LIVE, READING_ORDER
from app.store.rows.odd_values import UnexpectedValueError

_ARTICLES = f"SELECT count(*), coalesce(sum(progress = '{Progress.DONE}'), 0), min(date), max(date) FROM article"  # noqa: S608
_COUNT = "SELECT count(*) FROM annotation"
_SOURCES = "SELECT source, count(*) FROM article GROUP BY source ORDER BY min(id)"
_ENTITIES = f"SELECT label, status, count(*) FROM annotation NOT INDEXED WHERE kind = '{Kind.ENTITY}' GROUP BY 1, 2"  # noqa: S608
_CLAIMS = f"""
    SELECT label, status, attributes, count(*)
    FROM annotation NOT INDEXED WHERE kind = '{Kind.CLAIM}' GROUP BY 1, 2, 3"""  # noqa: S608
"""SQLite sorts the rows that it groups: one question for both kinds would sort twice as many values."""
_SPOKEN = f"""
    FROM annotation JOIN claim_role AS role ON role.annotation_id = annotation.id AND role.name = '{RoleName.SPEAKER}'
    WHERE kind = '{Kind.CLAIM}' AND {IS_LIVE}"""
_SPEAKERS = f"""
    SELECT article_id, annotation.id, role.normal, role.start, role.stop {_SPOKEN}
    ORDER BY article_id, {READING_ORDER}, role.position"""
_TEXT = "SELECT text FROM body WHERE id = ?"


@dataclass
class Totals:
    """The totals of a project.

    Articles, sources, entities and claims by label and status, claims by form, speakers. Forms and speakers are those
    of claims that are not rejected; `notes` are all notes.
    """

    articles: int = 0
    done: int = 0
    first: date | None = None
    last: date | None = None
    notes: int = 0
    sources: Counter[str] = field(default_factory=Counter)
    entities: Counter[tuple[str, str]] = field(default_factory=Counter)
    claims: Counter[tuple[str, str]] = field(default_factory=Counter)
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)


def read_totals(connection: Connection) -> Totals:
    """Count what a project holds.

    Raise UnexpectedValueError for values that no project does.
    """
    try:
        return _count_totals(connection)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UnexpectedValueError(Message("it holds a value that no project has")) from fault


def _count_totals(connection: Connection) -> Totals:
    totals = Totals()
    totals.articles, totals.done, *days = connection.execute(_ARTICLES).fetchone()
    totals.first, totals.last = (date.fromisoformat(day) if day else None for day in days)
    (totals.notes,) = connection.execute("SELECT count(*) FROM note").fetchone()
    totals.sources.update(dict(connection.execute(_SOURCES).fetchall()))
    for label, status, count in connection.execute(_ENTITIES):
        totals.entities[label, status] += count
    for label, status, attributes, count in connection.execute(_CLAIMS):
        totals.claims[label, status] += count
        if Status(status).is_live:
            totals.forms[label, _form_of(attributes)] += count
    if totals.entities.total() + totals.claims.total() != connection.execute(_COUNT).fetchone()[0]:
        raise ValueError  # one of another kind
    totals.speakers.update(_read_speakers(connection))
    return totals


@cache
def _form_of(attributes: str) -> str:
    return str(dict(json.loads(attributes)).get(AttributeName.FORM, "")) if attributes else ""


def _read_speakers(connection: Connection) -> Iterator[str]:
    """Yield the first speaker of each claim.

    The resolved name, else the words of the text.
    """
    read, text, last = 0, "", 0
    for article, claim, normal, start, stop in connection.execute(_SPEAKERS):
        if claim == last:
            continue
        last = claim
        if not normal and read != article:
            read, (text,) = article, connection.execute(_TEXT, (article,)).fetchone() or ("",)
        yield normal or text[start:stop]
