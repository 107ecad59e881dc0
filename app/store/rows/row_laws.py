"""What holds for the rows of every project, as queries for the rows that break it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.message import Message
from app.core.model import Kind, Origin, Progress, Status
from app.store.rows.codec import MAX_ID

_STORED_AS = {"INTEGER": "integer", "VARCHAR": "text", "FLOAT": "real", "BLOB": "blob"}
_DAMAGED = Message("row {row} of “{table}” is damaged")
_OUTSIDE = Message("row {row} of “{table}” lies outside the text of its article")


@dataclass(frozen=True, slots=True)
class Law:
    """A law of a table: `broken_by` selects the rows that break it, at most as many as its one value says."""

    table: str
    message: Message
    broken_by: str


def _rows(table: str, condition: str, *, message: Message = _DAMAGED, joined: str = "") -> Law:
    number = f"{table}.annotation_id" if table == "claim_role" else f"{table}.id"
    return Law(table, message, f"SELECT {number} FROM {table} {joined} WHERE {condition} LIMIT ?")  # noqa: S608


def _one_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({', '.join(repr(str(value)) for value in values)})"


def _listed(column: str, kind: str) -> str:
    """Return the condition that a column holds "" or a JSON list of pairs of `kind`."""
    ends = " OR ".join(f"json_type(value, '$[{place}]') IS NOT '{kind}'" for place in (0, 1))
    odd = f"SELECT 1 FROM json_each({column}) WHERE type <> 'array' OR json_array_length(value) <> 2 OR {ends}"  # noqa: S608
    is_listed = f"json_type({column}) = 'array' AND NOT EXISTS ({odd})"
    return f"({column} = '' OR CASE WHEN json_valid({column}) THEN {is_listed} END)"


def _typed(connection: sqlite3.Connection, table: str) -> Law:
    """Return the law that each value of a table has the type that its column says."""
    columns = connection.execute('SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,)).fetchall()
    return _rows(table, " OR ".join(_mistyped(f'{table}."{name}"', *kind) for name, *kind in columns))


def _mistyped(column: str, kind: str, required: int) -> str:
    stored = _STORED_AS.get(kind, kind)
    admitted = f"'{stored}'" if required else f"'{stored}', 'null'"
    return f"typeof({column}) NOT IN ({admitted})"


_WORDS: dict[str, Iterable[str]] = {"kind": Kind, "status": Status, "origin": Origin}
_TABLES = ("article", "body", "annotation", "claim_role", "note", "hint", "label_scheme", "step")
_IN_ARTICLE = "JOIN article ON article.id = {table}.article_id"
_HIGHEST = "max(coalesce((SELECT max(id) FROM article), 0), coalesce((SELECT max(id) FROM annotation), 0))"

_UNKNOWN = f"SELECT {_HIGHEST} AS highest WHERE highest > coalesce((SELECT max(last_id) FROM step), 1) LIMIT ?"  # noqa: S608

_LAWS = (
    _rows("article", f"NOT {_one_of('progress', Progress)} OR id NOT BETWEEN 1 AND {MAX_ID}"),
    _rows("article", "date IS NOT NULL AND date(date) IS NOT date"),
    Law(
        "body",
        Message("the text of article {row} is not the one it came with"),
        "SELECT article.id FROM article LEFT JOIN body USING (id) WHERE text IS NULL OR length(text) <> length LIMIT ?",
    ),
    _rows(
        "annotation",
        f"NOT ({' AND '.join((_one_of('kind', Kind), _one_of('status', Status), _one_of('origin', Origin)))})",
    ),
    _rows(
        "annotation", f"id NOT BETWEEN 1 AND {MAX_ID} OR start < 0 OR stop <= start OR confidence NOT BETWEEN 0 AND 1"
    ),
    _rows("annotation", f"NOT coalesce({_listed('pieces', 'integer')} AND {_listed('attributes', 'text')}, 0)"),
    _rows("annotation", "stop > length", message=_OUTSIDE, joined=_IN_ARTICLE.format(table="annotation")),
    _rows("claim_role", "start < 0 OR stop <= start"),
    _rows(
        "claim_role",
        "claim_role.stop > length",
        message=_OUTSIDE,
        joined="JOIN annotation ON annotation.id = annotation_id JOIN article ON article.id = article_id",
    ),
    _rows("hint", "start < 0 OR stop <= start OR score NOT BETWEEN 0 AND 1"),
    _rows("hint", "stop > article.length", message=_OUTSIDE, joined=_IN_ARTICLE.format(table="hint")),
    _rows("step", f"NOT json_valid(args) OR last_id NOT BETWEEN 1 AND {MAX_ID}"),
    Law("step", Message("its history does not know of row {row}"), _UNKNOWN),
)


def laws_of(connection: sqlite3.Connection) -> list[Law]:
    """Return the laws of a project, also of one of an older revision."""
    return [*(_typed(connection, table) for table in _TABLES), *_LAWS]
