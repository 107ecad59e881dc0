"""Figures that someone types become their code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Annotation, Kind
from app.core.values.attribute_words import read_value
from app.core.values.figure_words import say_exactly, say_figures
from app.core.values.typed_figures import read_typed_figures

WHOLE = st.integers(0, 10**15).map(str)
ROUND = st.builds(lambda number, power: str(number * 10**power), st.integers(1, 999), st.integers(0, 12))
DECIMAL = st.builds("{}.{}".format, st.integers(0, 9_999), st.sampled_from(["5", "25", "05"]))
NUMBERS = st.one_of(WHOLE, ROUND, DECIMAL)
UNITS = st.sampled_from(["USD", "EUR", "KZT", "RUB", "GBP", "UAH", "CNY"])
SHARES = st.builds("{} %".format, st.one_of(st.integers(0, 9_999), st.sampled_from(["0.5", "4.25", "30/40"])))
"""Of thousands of per cent a comma may be either sign."""
ENDS = st.lists(ROUND, min_size=2, max_size=2, unique=True).map("/".join)
RANGES = st.builds("{} {}".format, ENDS, UNITS)
"""A range whose ends are the same is said as one number."""
FIGURES = st.one_of(NUMBERS, st.builds("{} {}".format, NUMBERS, UNITS), RANGES, SHARES)
LISTS = st.lists(FIGURES, min_size=1, max_size=3).map("; ".join)


@given(value=LISTS, language=st.sampled_from(["ru", "en"]))
def test_figures_that_are_said_come_back_from_their_words(value: str, language: str) -> None:
    assert read_typed_figures(say_exactly(value, language)) == value
    assert read_typed_figures(say_figures(value, language)) == value


@given(value=LISTS)
def test_a_code_that_is_typed_stays_as_it_is(value: str) -> None:
    assert read_typed_figures(value) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12 млрд тенге", "12000000000 KZT"),
        ("4,6 %", "4.6 %"),
        ("4,6%", "4.6 %"),
        ("12,345 %", "12.345 %"),
        ("4.60 процента", "4.6 %"),
        ("1,25 млн долларов США", "1250000 USD"),
        ("1,250 млн тенге", "1250000 KZT"),
        ("$5 million", "5000000 USD"),
        ("5 трлн $", "5000000000000 USD"),
        ("30–40 %", "30/40 %"),
        ("30-40 процентов", "30/40 %"),
        ("1 200 000 руб.", "1200000 RUB"),
        ("1,200,000 USD", "1200000 USD"),
        ("−3 %", "-3 %"),
        ("60 тыс.", "60000"),
        ("100 CHF", "100 CHF"),
    ],
)
def test_figures_are_read_as_people_write_them(typed: str, code: str) -> None:
    assert read_typed_figures(typed) == code


@pytest.mark.parametrize("typed", ["", ";", "около миллиона", "5 яблок", "1.2.3", "12 млрд или 13", "5; много", "%"])
def test_what_is_no_figure_is_not_read(typed: str) -> None:
    assert read_typed_figures(typed) is None


@pytest.mark.parametrize(
    ("label", "typed", "value"),
    [
        ("MONEY", "12 млрд тенге", "12000000000 KZT"),
        ("PERCENT", "4,6 %", "4.6 %"),
        ("DATE", "осень 2027", "2027-23"),
        ("MONEY", "много денег", "много денег"),
        ("PER", "2027 год", "2027 год"),
        ("ORG", "60 тыс.", "60 тыс."),
    ],
)
def test_a_value_is_read_as_what_its_label_holds(label: str, typed: str, value: str) -> None:
    assert read_value(Annotation(0, 0, Kind.ENTITY, label, ()), typed) == value
