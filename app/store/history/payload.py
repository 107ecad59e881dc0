"""The changes of a step as the journal holds them.

Deflated JSON, `{"changes": …, "fields": …}`. `changes` is a list of `[table, before, after]`, the rows as lists of
plain values. The text of an article is named by its mark, `[id, [mark]]`: see `removed_texts.py`; steps made before
schema 0010 hold it. A new step names a row that it brings by its id alone, `[table, null, id]`: see `brought_rows.py`.
`fields` names these values once for each table, so that a program that knows other fields reads the step too. Steps
made before schema 0004 are the list alone: `unnamed_fields.py` names their values.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from app.core.change import Change
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Body
from app.core.row_types import DECLARED, Key
from app.core.rows.row import Row
from app.store.history.named_values import Restore, make_restore, newer_step
from app.store.history.unnamed_fields import UNNAMED_FIELDS
from app.store.rows.forms import FORM_OF, FORM_OF_TABLE, FORMS, Form
from app.store.rows.odd_values import UnexpectedValueError
from app.store.rows.plain_values import compact
from app.store.rows.removed_texts import text_mark
from app.store.rows.value_codecs import Plain

FindText = Callable[[int, str], str]
"""Returns the text of an article by its id and mark; raises UnexpectedValueError where there is none."""
Ids = Mapping[str, Collection[int]]
"""Ids of rows, by table."""
FindRows = Callable[[Ids], Mapping[str, Mapping[int, Row]]]
"""Returns rows by table and id, as they were when they came; raises UnexpectedValueError for damaged ones."""

_PORTION = 200
"""How many changes are turned into JSON at a time: in between, the window's thread gets its turn."""

_DICTIONARY = (
    b'"label_scheme":["id","content"]"body":["id","text"]"note":["id","text","article_id","annotation_id","author",'
    b'"hint":["id","article_id","start","stop","label","score"]"article":["id","title","date","source","url","key",'
    b'"progress","digest","length","language"]"open","done","ru","kk","import","manual","spread","rejected","corrected",'
    b'T00:00:00+00:00","demand","promise","forecast","DATE","MONEY","reported","direct",'
    b'{"changes":[["annotation",[[]],"entity","claim","statement","speaker","cue","form","indirect","PER","ORG","LOC",'
    b'"proposed","accepted","pretag","ner/1",null,"",[],[]],"fields":{"annotation":["id","article_id","kind","label",'
    b'"pieces","status","origin","rule","confidence","normal","attributes","roles","author","created","changed"],'
    b'"claim_role":["name","start","stop","normal"]}}'
)
"""What deflate knows beforehand, so that a small step takes no more than its values.

Never change it: without it no stored step can be read."""

_LEVEL = 4
"""A tenth less than level 1 at half as much time again; level 6 takes four times as long for as much again."""


def pack_changes(changes: Sequence[Change], *, names_new: bool = False) -> bytes:
    """Write changes as a payload.

    With `names_new`, rows of articles that come and stay as they came are named alone.
    """
    deflate = zlib.compressobj(level=_LEVEL, zdict=_DICTIONARY)
    make_item = _make_naming_item(changes) if names_new else _make_item
    parts = [deflate.compress(text.encode()) for text in _make_portions(changes, make_item)]
    return b"".join([*parts, deflate.flush()])


@gc_paused()
def unpack_changes(payload: bytes, find_text: FindText, find_rows: FindRows) -> tuple[Change, ...]:
    """Read the changes of a payload.

    `find_text` and `find_rows` give the texts and rows that it names. Raise UnexpectedValueError where it holds none,
    and NewerStepError for what only a newer program knows.
    """
    with _reported_as_damage():
        listed, fields = _read_items(payload)
        restores = _find_restores(listed, fields, find_text)
        named = _find_named(listed)
        rows = find_rows(named) if named else {}
        return tuple([_make_change(restores[table], before, after, rows.get(table)) for table, before, after in listed])


@gc_paused()
def unpack_held_changes(payload: bytes, find_text: FindText) -> tuple[list[Change], Ids]:
    """Read the changes that a payload holds by their values.

    Return the rows that it names with them. Errors are those of `unpack_changes`.
    """
    with _reported_as_damage():
        listed, fields = _read_items(payload)
        restores = _find_restores(listed, fields, find_text)
        held = [(restores[table], before, after) for table, before, after in listed if type(after) is not int]
        return [_make_change(*values, None) for values in held], _find_named(listed)


@gc_paused()
def unpack_former_rows(payload: bytes) -> list[Row]:
    """Return rows as they were before the changes of a payload.

    Those alone that a step may name. Errors are those of `unpack_changes`.
    """
    with _reported_as_damage():
        listed, fields = _read_items(payload)
        nameable = set(_NAMED.values())
        changed = [(table, before) for table, before, _ in listed if before is not None and table in nameable]
        restores = {table: _restore_plain(table, fields) for table in {table for table, _ in changed}}
        return [restores[table](before) for table, before in changed]


def unpack_keys(payload: bytes) -> set[Key]:
    """Return which rows a payload brings, changes or removes.

    Errors are those of `unpack_changes`.
    """
    with _reported_as_damage():
        listed, fields = _read_items(payload)
        found = set[Key]()
        for table, before, after in listed:
            values = after if before is None else before
            number = values if type(values) is int else values[fields[table].index("id")]
            found.add((_find_form(table, fields).row_class, number))
        return found


def inflate_payload(payload: bytes) -> bytes:
    """Return the JSON of a payload.

    Raise ValueError where it is cut off, and zlib.error where it is none.
    """
    inflate_payload = zlib.decompressobj(zdict=_DICTIONARY)
    text = inflate_payload.decompress(payload)
    if not inflate_payload.eof:
        raise ValueError
    return text


@contextmanager
def _reported_as_damage() -> Iterator[None]:
    try:
        yield
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnexpectedValueError(Message("its history is damaged")) from fault


def _read_items(payload: bytes) -> tuple[list[Any], Mapping[str, Sequence[str]]]:
    """Return the items of a payload, and what their values are called."""
    tree = json.loads(inflate_payload(payload))
    return (tree["changes"], tree["fields"]) if isinstance(tree, dict) else (tree, UNNAMED_FIELDS)


def _make_portions(changes: Sequence[Change], make_item: Callable[[Change], tuple[Any, ...]]) -> Iterator[str]:
    opening, used = '{"changes":[', dict[type[Row], None]()
    for start in range(0, len(changes), _PORTION):
        portion = changes[start : start + _PORTION]
        used.update(dict.fromkeys([type(change.row) for change in portion]))
        yield opening + compact(list(map(make_item, portion)))[1:-1]
        opening = ","
    yield ("" if changes else opening) + '],"fields":' + compact(_field_names(used)) + "}"


def _field_names(row_classes: Iterable[type[Row]]) -> dict[str, tuple[str, ...]]:
    """Return what the values of rows, and of their parts, are called."""
    forms = [FORM_OF[row_class] for row_class in row_classes]
    return {named.table: named.names for form in forms for named in form.with_parts}


def _make_item(change: Change) -> tuple[Any, ...]:
    before, after = change.before, change.after
    table, plain = _PLAIN[type(before if after is None else after)]  # type: ignore[index]  # one is a row
    return (table, None if before is None else plain(before), None if after is None else plain(after))


def _make_naming_item(changes: Sequence[Change]) -> Callable[[Change], tuple[Any, ...]]:
    """Return what makes items that name new rows.

    A row that the same changes touch again is held by its values.
    """
    touched = {change.id for change in changes if change.before is not None}

    def make_item(change: Change) -> tuple[Any, ...]:
        after = change.after
        if change.before is None and after is not None and type(after) in _NAMED and after.id not in touched:
            return (_NAMED[type(after)], None, after.id)
        return _make_item(change)

    return make_item


def _name_text(body: Body) -> tuple[int, list[str]]:
    return body.id, [text_mark(body.text)]


_PLAIN: dict[type[Row], tuple[str, Plain]] = {
    form.row_class: (form.table, _name_text if form.row_class is Body else form.plain) for form in FORMS
}
"""For each type of rows its table, and what makes their values."""
_NAMED = {
    form.row_class: form.table
    for form in FORMS
    if DECLARED[form.row_class].is_in_article and form.row_class is not Body
}
"""The types whose new rows are named alone, with their tables.

Later steps that touch such a row are found by its article. A body is named by the mark of its text, which tells damage.
"""


def _find_restores(
    listed: Iterable[Sequence[Any]], fields: Mapping[str, Sequence[str]], find_text: FindText
) -> dict[str, Restore]:
    return {table: _find_restore(table, fields, find_text) for table in {table for table, *_ in listed}}


def _find_restore(table: str, fields: Mapping[str, Sequence[str]], find_text: FindText) -> Restore:
    restore = _restore_plain(table, fields)
    return restore if FORM_OF_TABLE[table].row_class is not Body else _with_texts(restore, fields[table], find_text)


def _restore_plain(table: str, fields: Mapping[str, Sequence[str]]) -> Restore:
    return make_restore(_find_form(table, fields), {table: fields[table], **fields})


def _find_form(table: str, fields: Mapping[str, Sequence[str]]) -> Form[Any]:
    if table in fields and table not in FORM_OF_TABLE:
        raise newer_step(table)
    return FORM_OF_TABLE[table]


def _find_named(listed: Iterable[Sequence[Any]]) -> Ids:
    named = defaultdict[str, list[int]](list)
    for table, _, after in listed:
        if type(after) is int:
            named[table].append(after)
    return named


def _with_texts(restore: Restore, names: Sequence[str], find_text: FindText) -> Restore:
    """Return what restores bodies whose texts are named by their marks."""
    number, place = names.index("id"), names.index("text")

    def restore_named(values: Sequence[Any]) -> Row:
        if not isinstance(values[place], list):
            return restore(values)
        (mark,) = values[place]
        full = list(values)
        full[place] = find_text(values[number], mark)
        return restore(full)

    return restore_named


def _make_change(restore: Restore, before: Any, after: Any, named: Mapping[int, Row] | None) -> Change:
    if before is None and after is None:
        raise ValueError
    if type(after) is int and named is not None:
        return Change(None, named[after])
    return Change(None if before is None else restore(before), None if after is None else restore(after))
