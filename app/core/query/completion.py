"""Complete a query that is being typed.

Fields, labels, and values of fields can follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.query.field_words import FIELD_WORDS, ORDER_WORDS, RANDOM_WORDS, READ_FIELD_WORDS, SORT_WORDS, VALUE_WORDS
from app.core.query.terms import FieldName
from app.core.text.comparing import comparable

_LAST = re.compile(r"""(?P<minus>-?)(?P<said>[^\s"]*(?:"[^"]*)?)\Z""")
"""The field or word at the end of a query, which is being typed."""
_OPEN_VALUE = re.compile(r'(?:.*,)?"?(?P<value>[^,"]*)\Z', re.DOTALL)
"""The last of a field's values, with or without its opening quote."""

ValuesOf = Callable[[FieldName, str], Iterable[str]]
"""Returns values of a field that begin with what is typed, of those that are not listed here."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A word that can stand at the end of a query.

    It holds the word as it is shown, and the query with it.
    """

    shown: str
    query: str


def complete_query(
    query: str, labels: Mapping[str, str], values_of: ValuesOf, *, in_russian: bool, most: int = 8
) -> list[Completion]:
    """Return what can complete the last word of a query.

    The likeliest come first. `labels` gives the labels of the project by what they are called.
    """
    found = _LAST.search(query)
    assert found is not None, "the pattern fits at the end of any text"
    said, begin = found["said"], query[: found.start("said")]
    name, colon, rest = said.partition(":")
    if not colon:
        words = _beginning_with(_field_names(labels, in_russian=in_russian), said) if said else []
        return [Completion(f"{word}:", f"{begin}{word}:") for word in words[:most]]
    if name.casefold() in SORT_WORDS:
        orders = _beginning_with(_own_language_first(ORDER_WORDS, in_russian=in_russian), rest)
        return [Completion(word, f"{begin}{found['minus']}{name}:{word} ") for word in orders[:most]]
    field = READ_FIELD_WORDS.get(name.casefold(), FieldName.NAME if name in labels.values() else None)
    value = _OPEN_VALUE.match(rest)
    if field is None or value is None:
        return []
    before = begin + name + ":" + rest[: value.start("value")].removesuffix('"')
    words = _beginning_with(_values(field, value["value"], labels, values_of, in_russian=in_russian), value["value"])
    return [Completion(word, before + _quoted(word) + " ") for word in words[:most]]


def _field_names(labels: Mapping[str, str], *, in_russian: bool) -> list[str]:
    words = (*FIELD_WORDS, *SORT_WORDS, *RANDOM_WORDS)
    return [*_own_language_first(words, in_russian=in_russian), *dict.fromkeys(labels.values())]


def _values(
    field: FieldName, typed: str, labels: Mapping[str, str], values_of: ValuesOf, *, in_russian: bool
) -> Iterator[str]:
    yield from _own_language_first(VALUE_WORDS.get(field, ()), in_russian=in_russian)
    if field is FieldName.LABEL:
        yield from dict.fromkeys(labels.values())
    yield from values_of(field, typed)


def _own_language_first(words: Iterable[str], *, in_russian: bool) -> list[str]:
    return sorted(words, key=lambda word: word.isascii() is in_russian)


def _beginning_with(words: Iterable[str], said: str) -> Sequence[str]:
    """Return the words that begin with what was said.

    One word of them may begin so. What is complete is left out.
    """
    start = comparable(said)
    folded = [(comparable(word), word) for word in dict.fromkeys(words)]
    first = [word for key, word in folded if key.startswith(start) and key != start]
    return [*first, *(word for key, word in folded if start and f" {start}" in key)]


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word or "," in word else word
