"""The changes of a step as the journal holds them: a line of JSON a change, deflated.

A line is `[table, before, after]`, the rows as the plain values of `rows.py`. New fields come last, so that a journal
written before they existed still reads.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator

from app.core.change import Change, Row
from app.store.rows import FORM_OF_TABLE, Form, compact, form_of


def pack(changes: Iterable[Change]) -> bytes:
    """Write changes as a payload; line by line, so that the window's thread gets its turn in between."""
    deflate = zlib.compressobj(level=1)
    parts = [deflate.compress(line) for line in _lines(changes)]
    parts.append(deflate.flush())
    return b"".join(parts)


def unpack(payload: bytes) -> tuple[Change, ...]:
    """Read the changes of a payload."""
    return tuple(_change(line) for line in zlib.decompress(payload).split(b"\n") if line)


def _lines(changes: Iterable[Change]) -> Iterator[bytes]:
    for change in changes:
        form = form_of(change.row)
        yield compact((form.table, _plain(form, change.before), _plain(form, change.after))).encode() + b"\n"


def _plain(form: Form[Row], row: Row | None) -> tuple[object, ...] | None:
    return None if row is None else form.plain(row)


def _change(line: bytes) -> Change:
    table, before, after = json.loads(line)
    form = FORM_OF_TABLE[table]
    return Change(before and form.restore(before), after and form.restore(after))
