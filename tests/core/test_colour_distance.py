"""How different two colours look to eyes of any colour vision."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.core.colours.distances import MIN_DISTANCE, colour_circle, colour_distance, least_distance
from app.core.colours.hues import next_hue

COLOURS = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


@given(COLOURS, COLOURS)
def test_a_distance_is_the_same_both_ways_and_none_from_itself(one: str, other: str) -> None:
    assert colour_distance(one, other) == colour_distance(other, one) >= 0
    assert colour_distance(one, one) == 0


def test_red_and_green_are_near_for_those_who_cannot_tell_them() -> None:
    assert colour_distance("#b06000", "#6f7a00") < colour_distance("#0060c0", "#c0a000")
    assert colour_distance("#000000", "#ffffff") > 99


@given(st.lists(COLOURS, max_size=12))
def test_the_next_hue_is_as_far_from_all_in_use_as_any_can_be(used: list[str]) -> None:
    hue = next_hue(used)
    furthest = max(least_distance(colour, used) for colour in colour_circle())
    assert least_distance(hue, used) >= min(MIN_DISTANCE, furthest)
