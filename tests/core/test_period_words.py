"""Dates and periods are said in words, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.values.period_words import say_period, say_precision, say_short_month
from app.core.values.typed_periods import read_typed_due, read_typed_period
from app.core.vocabulary import DatePrecision

YEARS = st.integers(1900, 2199).map(str)
PERIODS = st.one_of(
    st.dates().filter(lambda day: 1900 <= day.year < 2200).map(lambda day: day.isoformat()),
    st.builds("{}-{:02}".format, YEARS, st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 37)])),
    st.builds("{}-W{:02}".format, YEARS, st.integers(1, 52)),
    YEARS,
    st.integers(190, 219).map("{}X".format),
    st.builds(
        "P{}{}".format, st.one_of(st.integers(1, 500), st.sampled_from(["1.5", "3.25"])), st.sampled_from("DWMY")
    ),
)
OPEN = st.just("..")
ENDS = PERIODS.filter(lambda value: not value.startswith("P"))
VALUES = st.one_of(
    PERIODS,
    st.builds("{}/{}".format, ENDS, ENDS),
    st.builds("{}/{}".format, OPEN, ENDS),
    st.builds("{}/{}".format, ENDS, OPEN),
)
LANGUAGES = st.sampled_from(["ru", "en"])


@given(value=VALUES, language=LANGUAGES)
def test_a_period_that_is_said_comes_back_from_its_words(value: str, language: str) -> None:
    assert read_typed_period(say_period(value, language)) == value


@given(value=VALUES)
def test_a_code_that_is_typed_stays_as_it_is(value: str) -> None:
    assert read_typed_period(value) == value


@given(value=VALUES, language=LANGUAGES)
def test_a_due_date_is_typed_in_words_or_as_its_code(value: str, language: str) -> None:
    falls_due = not value.startswith("P") and not value.endswith("..")
    assert read_typed_due(say_period(value, language)) == read_typed_due(value) == (value if falls_due else None)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("31 марта 2027 года", "2027-03-31"),
        ("1-го мая 2027", "2027-05-01"),
        ("March 31, 2027", "2027-03-31"),
        ("31 March 2027", "2027-03-31"),
        ("31/03/2027", "2027-03-31"),
        ("2027-3", "2027-03"),
        ("2027-3-5", "2027-03-05"),
        ("202x", "202X"),
        ("2027-w15", "2027-W15"),
        ("31.02.2027", None),
        ("31 февраля 2027", None),
        ("2027-13", None),
        ("20 июня", None),
    ],
)
def test_days_and_codes_are_read_as_people_type_them(typed: str, code: str | None) -> None:
    assert read_typed_period(typed) == code


@given(value=VALUES.filter(lambda value: not value.isdecimal()))
def test_no_code_is_left_in_the_words_of_a_period(value: str) -> None:
    said = say_period(value, "ru")
    assert value != said and "-2" not in said and "-3" not in said and "P" not in said and "W" not in said


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("2027-23", "осень 2027", "autumn 2027"),
        ("2025-34", "II кв. 2025", "Q2 2025"),
        ("2025-06", "июнь 2025", "June 2025"),
        ("2025-06-03", "03.06.2025", "2025-06-03"),
        ("2025-W15", "неделя с 07.04.2025", "week of 2025-04-07"),
        ("198X", "1980-е", "1980s"),
        ("2010-06-03/2010-06-04", "03.06.2010 – 04.06.2010", "2010-06-03 – 2010-06-04"),
        ("2025-09/..", "сентябрь 2025 – …", "September 2025 – …"),
        ("../2025", "… – 2025", "… – 2025"),
        ("P10Y", "10 лет", "10 years"),
        ("P1D", "1 день", "1 day"),
        ("P21D", "21 день", "21 days"),
        ("P3M", "3 месяца", "3 months"),
        ("P12W", "12 недель", "12 weeks"),
        ("P3.5Y", "3,5 года", "3.5 years"),
        ("XXXX-06-20", "20 июня", "20 June"),
        ("XXXX-08-20", "20 августа", "20 August"),
        ("XXXX-22", "лето", "summer"),
    ],
)
def test_a_period_is_said_as_people_write_it(value: str, russian: str, english: str) -> None:
    assert (say_period(value, "ru"), say_period(value, "en")) == (russian, english)


@pytest.mark.parametrize(
    "text", ["", "к осени", "2025-02-31", "2025-77", "2025-W60", "P", "2025/", "/", "1/2/3", "../.."]
)
def test_what_is_no_period_stays_as_it_is(text: str) -> None:
    assert say_period(text, "ru") == say_period(text, "en") == text


def test_what_a_date_names_is_said_in_russian() -> None:
    said = [say_precision(name, "ru") for name in DatePrecision]
    assert len(set(said)) == len(said) and all(word.isascii() is False for word in said)
    assert say_precision("season", "en") == "season" and say_precision("odd", "ru") == "odd"


def test_a_month_is_said_in_few_letters() -> None:
    assert (say_short_month("2025-01", "ru"), say_short_month("2025-09", "en")) == ("янв 2025", "Sep 2025")
