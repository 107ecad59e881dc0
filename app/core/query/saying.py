"""Say a query in the language of the window.

What the program writes is English; people read and go on typing it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from app.core.query.field_words import (
    FIELD_WORDS,
    ORDER_WORDS,
    RANDOM_WORDS,
    READ_FIELD_WORDS,
    READ_VALUE_WORDS,
    SORT_WORDS,
    VALUE_WORDS,
)
from app.core.query.parsing import find_steps
from app.core.query.terms import FieldName

_FIELD = re.compile(r"(?P<sign>-?)(?P<name>[^\W\d]\w*):(?P<values>.*)", re.DOTALL)
"""A field with its values, as it is typed: «-label:PER,LOC»."""
_VALUE = re.compile(r'"([^"]*)"|([^,"]+)')


def say_query(query: str, titles: Mapping[str, str], *, in_russian: bool) -> str:
    """Return a query with its fields and their values in a language.

    It asks for the same. `titles` gives what labels are called in that language; other words stay as they are.
    """

    def say(step: str) -> str:
        found = _FIELD.fullmatch(step)
        name = _say_name(found["name"].casefold(), in_russian=in_russian) if found is not None else ""
        if found is None or not name:
            return step
        say_value = _value_sayer(found["name"].casefold(), titles, in_russian=in_russian)
        values = _VALUE.sub(lambda value: quote_value(say_value(value[1] or value[2])), found["values"])
        return f"{found['sign']}{name}:{values}"

    return " ".join(say(query[span.start : span.stop]) for span in find_steps(query))


def quote_value(value: str) -> str:
    """Return a value of a field as a query holds it."""
    return value if value and all(sign.isalnum() or sign in "_.-=<>/" for sign in value) else f'"{value}"'


def _say_name(name: str, *, in_russian: bool) -> str:
    """Return what a field or step is called, "" if none."""
    for words in (SORT_WORDS, RANDOM_WORDS):
        if name in words:
            return words[in_russian]
    field = READ_FIELD_WORDS.get(name)
    return _say_meaning(FIELD_WORDS, field, in_russian=in_russian) if field is not None else ""


def _value_sayer(name: str, titles: Mapping[str, str], *, in_russian: bool) -> Callable[[str], str]:
    """Return what says the values of a field."""
    field = READ_FIELD_WORDS.get(name)
    meanings: Mapping[str, object] = ORDER_WORDS if name in SORT_WORDS else {}
    words: Mapping[str, object] = meanings
    if field is not None:
        meanings, words = READ_VALUE_WORDS.get(field, {}), VALUE_WORDS.get(field, {})
    has_labels = field in (FieldName.LABEL, FieldName.KIND)

    def say(value: str) -> str:
        meant = meanings.get(value.casefold())
        said = _say_meaning(words, meant, in_russian=in_russian) if meant is not None else ""
        return said or (titles.get(value, value) if has_labels else value)

    return say


def _say_meaning(words: Mapping[str, object], meant: object, *, in_russian: bool) -> str:
    said: Iterable[str] = (word for word, other in words.items() if other == meant)
    return next((word for word in said if word.isascii() is not in_russian), "")
