"""Typed text is found as it reads.

It is found on the other layout if it stands nowhere.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text.comparing import comparable, comparable_forms, find_typed
from app.core.text.layouts import retyped

KEYS = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНqwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTY"
TEXT = "Орёл и Елка: премьер Ковалёв и ТЕКСТ о Tesla."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("орел", ["Орёл"]),
        ("ёлка", ["Елка"]),
        ("КОВАЛЕВ", ["Ковалёв"]),
        (unicodedata.normalize("NFD", "ковалёв"), ["Ковалёв"]),
        ("ко\u00adвалев", ["Ковалёв"]),
        ("кова\u0301лев", ["Ковалёв"]),
        ("ntrcn", ["ТЕКСТ"]),
        ("еуыдф", ["Tesla"]),
        ("Rjdfktd", ["Ковалёв"]),
        ("tesla", ["Tesla"]),
        ("нет такого", []),
    ],
)
def test_typed_words_are_found_as_mentions_are_compared(typed: str, found: list[str]) -> None:
    assert [TEXT[start:stop] for start, stop in find_typed(TEXT, typed)] == found
    assert [TEXT[start:stop] for start, stop in find_typed(unicodedata.normalize("NFC", TEXT), typed)] == found


def test_words_that_stand_there_are_not_taken_for_the_other_layout() -> None:
    text = "he said: руку"
    assert [text[start:stop] for start, stop in find_typed(text, "he")] == ["he"]


@given(st.text(alphabet=KEYS))
def test_every_key_has_its_place_on_the_other_layout(typed: str) -> None:
    assert retyped(retyped(typed)) == typed
    assert comparable(typed.strip()) in comparable_forms(typed)
