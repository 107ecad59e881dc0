"""Sums, shares and numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.values.figure_words import say_briefly, say_exactly, say_figures

AMOUNTS = st.decimals(min_value=0, max_value=10**15, places=2, allow_nan=False)
SCALES = {"трлн": 12, "млрд": 9, "млн": 6, "тыс.": 3, "trillion": 12, "billion": 9, "million": 6}


def read_back(words: str, language: str) -> Decimal:
    """Read what people write, as they would."""
    number, *rest = words.split("\u00a0")
    while rest and rest[0][0].isdigit():
        number += rest.pop(0)
    number = number.replace(",", "." if language == "ru" else "")
    power = next((SCALES[word] for word in rest if word in SCALES), 0)
    return Decimal(number).scaleb(power)


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("5000000000000 USD", "5 трлн $", "5 trillion $"),
        ("3800000000 KZT", "3,8 млрд ₸", "3.8 billion ₸"),
        ("12000000/15000000 USD", "12–15 млн $", "12–15 million $"),
        ("30/40 %", "30–40 %", "30–40 %"),
        ("8.5 %", "8,5 %", "8.5 %"),
        ("60000", "60 тыс.", "60,000"),
        ("1986", "1986", "1986"),
        ("123456789 KZT", "123 456 789 ₸", "123,456,789 ₸"),
        ("1234567000 KZT", "1 234 567 000 ₸", "1,234,567,000 ₸"),
        ("65 UZS", "65 UZS", "65 UZS"),
        ("5000000 USD; 30 %", "5 млн $; 30 %", "5 million $; 30 %"),
        ("2025-10", "2025-10", "2025-10"),
        ("около сорока", "около сорока", "около сорока"),
        ("", "", ""),
    ],
)
def test_figures_are_written_as_people_write_them(value: str, russian: str, english: str) -> None:
    assert say_figures(value, "ru").replace("\u00a0", " ") == russian
    assert say_figures(value, "en").replace("\u00a0", " ") == english


@given(AMOUNTS, st.sampled_from(["ru", "en"]))
def test_nothing_of_an_amount_is_lost_in_words(amount: Decimal, language: str) -> None:
    value = f"{amount.normalize():f}"
    for say in (say_figures, say_exactly):
        assert read_back(say(f"{value} USD", language), language) == Decimal(value)


def test_the_exact_value_has_no_word_for_its_scale() -> None:
    assert say_exactly("5000000000000 USD", "ru").replace("\u00a0", " ") == "5 000 000 000 000 USD"


@pytest.mark.parametrize(
    ("value", "russian"),
    [
        ("87400000000 KZT", "87,4 млрд ₸"),
        ("1234567890 KZT", "≈ 1,23 млрд ₸"),
        ("1999999", "≈ 2 млн"),
        ("999999999 RUB", "≈ 1 млрд ₽"),
        ("1234567/1239999 USD", "≈ 1,23–1,24 млн $"),
        ("1234567/1234569 USD", "≈ 1,23 млн $"),
        ("-1234567 USD", "≈ −1,23 млн $"),
        ("123456 USD", "123 456 $"),
        ("2025", "2025"),
        ("7.125 %", "7,125 %"),
        ("1234567 USD; 30 %", "≈ 1,23 млн $; 30 %"),
        ("около сорока", "около сорока"),
        ("", ""),
    ],
)
def test_a_long_number_is_rounded_where_room_is_short(value: str, russian: str) -> None:
    assert say_briefly(value, "ru").replace("\u00a0", " ") == russian


@given(AMOUNTS, st.sampled_from(["ru", "en"]))
def test_a_brief_number_is_right_to_half_a_percent(amount: Decimal, language: str) -> None:
    said = say_briefly(f"{amount.normalize():f} USD", language)
    read = read_back(said.removeprefix("≈\u00a0"), language)
    assert abs(read - amount) <= amount / 200 if said.startswith("≈") else read == amount
