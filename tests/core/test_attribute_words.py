"""The values of annotations are said in words."""

from __future__ import annotations

from app.core.model import Annotation, Kind
from app.core.span import Span
from app.core.values.attribute_words import list_values, say_normal

DATE = Annotation(
    1,
    1,
    Kind.ENTITY,
    "DATE",
    (Span(0, 5),),
    normal="2027-23",
    attributes=(("precision", "season"), ("value", "2027-23")),
)
CLAIM = Annotation(
    2, 1, Kind.CLAIM, "promise", (Span(0, 5),), attributes=(("due", "2027-06"), ("figures", "5000000000 USD; 5.5 %"))
)
NAME = Annotation(3, 1, Kind.ENTITY, "PER", (Span(0, 5),), normal="2027-23", attributes=(("referent", "2027-23"),))


def test_figures_and_periods_are_listed_in_words() -> None:
    assert list_values(DATE, "ru") == ["осень 2027"]
    assert [said.replace("\u00a0", " ") for said in list_values(CLAIM, "ru")] == [
        "июнь 2027",
        "5 млрд $; 5,5 %",
        "5 000 000 000 USD; 5,5 %",
    ]
    assert list_values(NAME, "ru") == []


def test_only_the_normal_form_of_a_value_is_said_in_words() -> None:
    assert (say_normal(DATE, "ru"), say_normal(DATE, "en"), say_normal(NAME, "ru")) == (
        "осень 2027",
        "autumn 2027",
        "2027-23",
    )
