from __future__ import annotations

import pytest

from app.core.text.stem import stem


@pytest.mark.parametrize(
    "cases",
    [
        "Токаев Токаева Токаеву Токаевым Токаеве",
        "Москва Москвы Москве Москву Москвой",
        "Россия России Россию Россией",
        "Сергей Сергея Сергею Сергеем Сергее",
        "Абай Абая Абаю Абаем Абае",
        "Карим Карима Кариму Каримом Кариме",
        "Крым Крыма Крыму Крымом Крыме",
        "Казахстан Казахстана Казахстану Казахстаном Казахстане",
        "Алматинская Алматинской Алматинскую",
        "Семёнов Семенова СЕМЁНОВУ",
        "область области областью областям",
        "Жан-Мари Жана-Мари Жану-Мари",
    ],
)
def test_the_cases_of_a_name_have_one_stem(cases: str) -> None:
    assert len({stem(word) for word in cases.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["Казахстан казахстанский", "Москва московский", "Алматы Алматинская", "2025 2026", "Иван Иванов", "Ли Лев"]
)
def test_other_words_have_other_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)
