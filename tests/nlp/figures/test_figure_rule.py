"""What a figure can begin with."""

from __future__ import annotations

import re

import pytest

from app.nlp.figures.figure_rule import require_first_letters


@pytest.mark.parametrize(
    ("words", "text", "holds"),
    [
        (("май", "июнь"), "Маю", True),
        (("май", "июнь"), "мыло", False),
        (("первый",), "пёрышко", True),
        (("x", "iv"), "X век", True),
        (("x", "iv"), "ix", False),
        (("май",), "12", True),
    ],
)
def test_two_letters_tell_what_can_begin_in_any_case(words: tuple[str, ...], text: str, *, holds: bool) -> None:
    assert (re.match(require_first_letters(words), text) is not None) == holds
