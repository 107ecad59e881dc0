"""Keys that stand twice in an object are found.

It does not matter what the text looks like.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formats.jsonl.repeated_keys import find_repeated_keys

KEYS = st.sampled_from(("a", "b", 'c":', "text", "\\"))
SCALARS = st.none() | st.integers() | st.sampled_from(("", '":', '" :', '"a": 1', "\\", '\\":'))
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
ENDS = st.sampled_from((('": ', ", "), ('":', ","), ('" :', " ,"), ('"\t\r:', ",")))


class Pairs(list[tuple[str, Any]]):
    """The pairs of an object, in which keys may come again."""


OBJECTS = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(KEYS, inner), max_size=4).map(Pairs)
)


def written(value: Any, ends: tuple[str, str]) -> str:
    if isinstance(value, Pairs):
        value_of = (json.dumps(key)[:-1] + ends[0] + written(part, ends) for key, part in value)
        return "{" + ends[1].join(value_of) + "}"
    if isinstance(value, list):
        return "[" + ends[1].join(written(part, ends) for part in value) + "]"
    if isinstance(value, dict):
        return written(Pairs(value.items()), ends)
    return json.dumps(value)


def repeats(value: Any) -> set[str]:
    if isinstance(value, Pairs):
        keys = [key for key, _ in value]
        return {key for key in keys if keys.count(key) > 1}.union(*(repeats(part) for _, part in value))
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set().union(*map(repeats, parts))


@given(OBJECTS, ENDS)
def test_exactly_the_keys_that_come_again_are_found(value: Any, ends: tuple[str, str]) -> None:
    text = written(value, ends)
    assert set(find_repeated_keys(text, json.loads(text))) == repeats(value)


@pytest.mark.parametrize(
    "text", ['{"a": 1, "a": 2}', '{"x": [{"a": 1, "a": 2}]}', '{"x":{"a" : 1, "b": "\\":", "a":2}}']
)
def test_a_key_that_comes_again_is_found(text: str) -> None:
    assert find_repeated_keys(text, json.loads(text)) == ["a"]
