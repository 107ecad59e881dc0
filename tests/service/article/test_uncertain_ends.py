"""Doubt about a name's end differs from doubt about its label."""

from __future__ import annotations

import pytest

from app.core.model import Status
from app.service.article.uncertain_ends import CERTAIN_ENDS, find_uncertain_ends
from tests.service.samples import entity


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Встречу провёл Серик Бейсенов.", "Серик", (False, True)),
        ("Встречу провёл Серик Бейсенов.", "Бейсенов", (True, False)),
        ("Встречу провёл Серик Бейсенов.", "Серик Бейсенов", CERTAIN_ENDS),
        ("Вчера Бейсенов ответил.", "Бейсенов", CERTAIN_ENDS),
        ("Он в Алматы, Астана ждёт.", "Алматы", CERTAIN_ENDS),
        ("Компания «Северный ветер» растёт.", "«Северный ветер", (False, True)),
        ("Компания «Северный ветер» растёт.", "Северный ветер", CERTAIN_ENDS),
        ("Дом (бывший «Маяк)» снесли.", "Маяк)", (True, False)),
        ("Приехал Бейсенов.", "Бейсенов", CERTAIN_ENDS),
        ("Бейсенов", "Бейсенов", CERTAIN_ENDS),
    ],
)
def test_an_end_is_doubtful_beside_a_free_name_or_with_half_a_pair(
    text: str, words: str, expected: tuple[bool, bool]
) -> None:
    row = entity(text, words, "PER", id=1)
    assert find_uncertain_ends(text, row, [row]) == expected


def test_a_neighbour_that_is_marked_makes_no_doubt() -> None:
    text = "Встречу провёл аким Серик Бейсенов."
    first, second = entity(text, "Серик", "PER", id=1), entity(text, "Бейсенов", "PER", id=2)
    assert find_uncertain_ends(text, first, [first, second]) == CERTAIN_ENDS


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.CORRECTED, Status.REJECTED])
def test_what_is_decided_is_in_no_doubt(status: Status) -> None:
    text = "Встречу провёл Серик Бейсенов."
    row = entity(text, "Серик", "PER", id=1, status=status)
    assert find_uncertain_ends(text, row, [row]) == CERTAIN_ENDS
