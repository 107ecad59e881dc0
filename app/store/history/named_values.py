"""Restore rows of named values.

Steps of older and newer programs name them too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.message import UserError
from app.core.rows.row import Row
from app.store.rows.forms import Form, PartForm

Restore = Callable[[Sequence[Any]], Row]
_EMPTY: tuple[Any, ...] = (None, "", 0, [], {})
"""What a field that is not known may hold: it says nothing that would be lost."""


class NewerStepError(UserError):
    """Tell that a step holds what this program does not know."""


def newer_step(what: str) -> NewerStepError:
    """Return the error for an unknown field ("hint.reason") or table."""
    return NewerStepError(
        "A step of the history holds “{what}”, which this Pometka does not know: a newer one made it.",
        hint="Update the program to read this step. Nothing was changed.",
        what=what,
    )


def make_restore(form: Form[Any], fields: Mapping[str, Sequence[str]]) -> Restore:
    """Return the function that makes a row of its values.

    A step names the values in `fields`, by table. It raises UnexpectedValueError where they are none of a row's, and
    NewerStepError where one says what is not known.
    """
    names = {named.table: tuple(fields.get(named.table, named.names)) for named in form.with_parts}
    is_ours = all(names[named.table] == named.names for named in form.with_parts)
    count = len(form.names)

    def restore(values: Sequence[Any]) -> Row:
        row: Row = form.restore(values if is_ours and len(values) == count else _arrange_values(form, names, values))
        return row

    return restore


def _arrange_values(form: Form[Any], names: Mapping[str, Sequence[str]], values: Sequence[Any]) -> list[Any]:
    """Return values in the order of a form.

    Missing ones get the default.
    """
    arranged = _arrange_own(form, names[form.table], values)
    for parts in form.parts:
        place = form.names.index(parts.field)
        arranged[place] = [_arrange_own(parts, names[parts.table], part) for part in arranged[place]]
    return arranged


def _arrange_own(form: Form[Any] | PartForm, names: Sequence[str], values: Sequence[Any]) -> list[Any]:
    if len(values) > len(names):
        raise ValueError(names)
    given = dict(zip(names, values, strict=False))  # those of the last fields may be missing
    for name in given.keys() - set(form.names):
        if given[name] not in _EMPTY:
            raise newer_step(f"{form.table}.{name}")
    return [given[name] if name in given else form.defaults[name] for name in form.names]
