from __future__ import annotations

import pytest

from app.core.stem import stem
from app.service.mentions import mention_key, occurrences


@pytest.mark.parametrize(
    "cases",
    [
        "Токаев Токаева Токаеву Токаевым Токаеве",
        "Москва Москвы Москве Москву Москвой",
        "Россия России Россию Россией",
        "Сергей Сергея Сергею Сергеем Сергее",
        "Казахстан Казахстана Казахстану Казахстаном Казахстане",
        "Алматинская Алматинской Алматинскую",
        "Семёнов Семенова СЕМЁНОВУ",
        "область области областью областям",
    ],
)
def test_the_cases_of_a_name_have_one_stem(cases: str) -> None:
    assert len({stem(word) for word in cases.split()}) == 1


@pytest.mark.parametrize("pair", ["Казахстан казахстанский", "Москва московский", "Алматы Алматинская", "2025 2026"])
def test_other_words_have_other_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_signs_and_blanks_do_not_tell_names_apart() -> None:
    assert mention_key("Касым-Жомарта\u00a0Токаева") == mention_key("касым-жомарт  «Токаев»") != ""
    assert mention_key("— …") == ""


def test_occurrences_are_whole_words_in_any_case_with_the_capital_kept() -> None:
    text = "Роза, розой и Розалия: Розу видел РОЗА. Прозе — Розе!"
    found = [text[start:stop] for start, stop in occurrences(text, "Роза", {mention_key("Роза")})]
    assert found == ["Роза", "Розу", "РОЗА", "Розе"]


def test_occurrences_of_several_words_stay_within_a_line_and_cross_no_comma() -> None:
    text = "Новый Город. В Новом\u00a0Городе. Новый\nГород. Новый «Город». Новый, Город. Новый 👩‍🚀 Город"
    found = [text[start:stop] for start, stop in occurrences(text, "Новый Город", {mention_key("Новый Город")})]
    assert found == ["Новый Город", "Новом\u00a0Городе", "Новый «Город"]


def test_words_that_are_only_signs_occur_nowhere() -> None:
    assert list(occurrences("— — —", "—", {""})) == []
