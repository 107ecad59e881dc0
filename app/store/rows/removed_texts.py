"""The texts that left their table, for the steps that name them.

A step names a text by the id of its article and a mark, and does not hold it: an import would store each text twice. A
text that a change takes away moves into the table `removed_text` in the same transaction, and back where it returns.
So each text that a step names is in one of the two tables.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from hashlib import blake2b
from sqlite3 import Connection

from app.core.change import Change
from app.core.message import Message
from app.core.model import Body
from app.store.rows.odd_values import UnexpectedValueError

_MARK_BYTES = 12
_HAS_SOME = "SELECT 1 FROM removed_text LIMIT 1"
_ADD = "INSERT OR IGNORE INTO removed_text VALUES (?, ?, ?)"
_DROP = "DELETE FROM removed_text WHERE body_id = ? AND mark = ?"
_FIND = "SELECT text FROM removed_text WHERE body_id = ? AND mark = ?"
_STANDING = "SELECT text FROM body WHERE id = ?"


def text_mark(text: str) -> str:
    """Return what tells a text from all others."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_MARK_BYTES).hexdigest()


def move_texts(connection: Connection, changes: Sequence[Change]) -> None:
    """Keep the texts that changes take away, and drop those that return."""
    pairs = [
        (change.before, change.after) for change in changes if type(change.before) is Body or type(change.after) is Body
    ]
    gone = [before for before, _ in pairs if isinstance(before, Body)]
    if gone:
        rows = ((body.id, text_mark(body.text), zlib.compress(body.text.encode(), 1)) for body in gone)
        connection.executemany(_ADD, rows)
    if pairs and connection.execute(_HAS_SOME).fetchone():
        last = {(after or before).id: after for before, after in pairs}  # type: ignore[union-attr]  # one is a row
        standing = ((body.id, text_mark(body.text)) for body in last.values() if isinstance(body, Body))
        connection.executemany(_DROP, standing)


def find_text(connection: Connection, body_id: int, mark: str) -> str:
    """Return the text that a step names.

    Raise UnexpectedValueError where it is in neither table.
    """
    standing = connection.execute(_STANDING, (body_id,)).fetchone()
    if standing is not None and isinstance(standing[0], str) and text_mark(standing[0]) == mark:
        return standing[0]
    removed = connection.execute(_FIND, (body_id, mark)).fetchone()
    try:
        text = zlib.decompress(removed[0]).decode()  # None raises TypeError
    except (TypeError, ValueError, zlib.error) as fault:
        raise UnexpectedValueError(Message("its history is damaged")) from fault
    if text_mark(text) != mark:
        raise UnexpectedValueError(Message("its history is damaged"))
    return text
