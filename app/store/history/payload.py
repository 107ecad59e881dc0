"""The changes of a step as the journal holds them: deflated JSON, a list of `[table, before, after]`.

The rows are the plain values of `codec.py`. New fields come last, so that a journal written before they existed still
reads.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from app.core.change import Change
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.row import Row
from app.store.rows.codec import FORM_OF_TABLE, FORM_OF_TYPE, Form, OddValueError, compact

_PORTION = 200
"""How many changes are turned into JSON at a time: in between, the window's thread gets its turn."""


def pack(changes: Sequence[Change]) -> bytes:
    """Write changes as a payload."""
    deflate = zlib.compressobj(level=1)
    parts = [deflate.compress(text.encode()) for text in _portions(changes)]
    return b"".join([*parts, deflate.flush()])


@gc_paused()
def unpack(payload: bytes) -> tuple[Change, ...]:
    """Read the changes of a payload; raise OddValueError where it holds none."""
    try:
        return tuple([_change(*item) for item in json.loads(zlib.decompress(payload))])
    except (zlib.error, ValueError, KeyError, TypeError, RecursionError) as fault:
        raise OddValueError(Message("its history is damaged")) from fault


def _portions(changes: Sequence[Change]) -> Iterator[str]:
    opening = "["
    for start in range(0, len(changes), _PORTION):
        yield opening + compact([_item(change) for change in changes[start : start + _PORTION]])[1:-1]
        opening = ","
    yield "]" if changes else "[]"


def _item(change: Change) -> tuple[Any, ...]:
    before, after = change.before, change.after
    form = FORM_OF_TYPE[type(before if after is None else after)]  # type: ignore[index]  # one of them is a row
    plain = form.plain
    return (form.table, None if before is None else plain(before), None if after is None else plain(after))


def _change(table: str, before: Sequence[Any] | None, after: Sequence[Any] | None) -> Change:
    form = FORM_OF_TABLE[table]
    if before is None and after is None:
        raise ValueError
    return Change(_row(form, before), _row(form, after))


def _row(form: Form[Any], plain: Sequence[Any] | None) -> Row | None:
    return None if plain is None else form.restore(plain)
