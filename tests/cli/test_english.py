"""A command says one row, two rows."""

from __future__ import annotations

import pytest

from app.cli.console import say_message
from app.cli.english import count_words
from app.core.message import Message


@pytest.mark.parametrize(("number", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (21, "21 rows")])
def test_one_thing_has_the_singular(number: int, words: str) -> None:
    assert count_words(number, "row") == words


def test_a_message_about_one_is_in_the_singular_with_what_it_holds() -> None:
    said = Message("{n} rows without a text are left out: {rows}.", {"n": "1", "rows": "7"})
    outer = Message("“{name}”: {what}", {"name": "a.csv", "what": said})
    assert say_message(outer) == "“a.csv”: 1 row without a text is left out: 7."
    assert "2 rows" in say_message(Message(said.template, {"n": "2", "rows": "7, 8"}))
