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
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection

from app.core.message import Message
from app.core.model import Kind, Progress, Status
from app.core.vocabulary import AttributeName, RoleName
from app.store.rows.meanings import IS_LIVE, READING_ORDER
from app.store.rows.odd_values import UnexpectedValueError

_ARTICLES = f"SELECT count(*), coalesce(sum(progress = '{Progress.DONE}'), 0), min(date), max(date) FROM article"  # noqa: S608
_SOURCES = "SELECT source, count(*) FROM article GROUP BY source ORDER BY min(id)"
_ANNOTATIONS = f"""
    SELECT kind, label, status, CASE kind WHEN '{Kind.CLAIM}' THEN attributes ELSE '' END, count(*)
    FROM annotation GROUP BY 1, 2, 3, 4"""  # noqa: S608
_SPOKEN = f"""
    FROM annotation JOIN claim_role AS role ON role.annotation_id = annotation.id AND role.name = '{RoleName.SPEAKER}'
    WHERE kind = '{Kind.CLAIM}' AND {IS_LIVE}"""
_SPEAKERS = f"""
    SELECT article_id, annotation.id, role.normal, role.start, role.stop {_SPOKEN}
    ORDER BY article_id, {READING_ORDER}, role.position"""
_TEXTS = f"""
    SELECT id, text FROM body
    WHERE id IN (SELECT article_id {_SPOKEN} AND role.normal = '') ORDER BY id"""  # noqa: S608


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
    for kind, label, status, attributes, count in connection.execute(_ANNOTATIONS):
        by_status = {Kind.ENTITY: totals.entities, Kind.CLAIM: totals.claims}[kind]
        by_status[label, status] += count
        if kind == Kind.CLAIM and Status(status).is_live:
            totals.forms[label, _form_of(attributes)] += count
    totals.speakers.update(_read_speakers(connection))
    return totals


@cache
def _form_of(attributes: str) -> str:
    return str(dict(json.loads(attributes)).get(AttributeName.FORM, "")) if attributes else ""


def _read_speakers(connection: Connection) -> Iterator[str]:
    """Yield the first speaker of each claim.

    The resolved name, else the words of the text.
    """
    texts: Iterator[tuple[int, str]] = iter(connection.execute(_TEXTS))
    read, text = 0, ""
    for (article, _), roles in groupby(connection.execute(_SPEAKERS), key=itemgetter(0, 1)):
        *_, normal, start, stop = next(roles)
        while not normal and read < article:
            read, text = next(texts, (article, ""))
        yield normal or text[start:stop]
