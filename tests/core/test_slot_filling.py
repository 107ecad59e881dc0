"""Dataclasses that fill their slots are as others are."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from app.core.rows.slot_filling import fill_slots


@fill_slots
@dataclass(frozen=True, slots=True)
class Place:
    name: str
    start: int = 3
    ends: tuple[int, ...] = ()


def test_fields_are_filled_by_place_by_name_and_by_default() -> None:
    place = Place("x", ends=(5,))
    assert (place.name, place.start, place.ends) == ("x", 3, (5,))
    assert replace(place, start=4) == Place("x", 4, (5,))


def test_a_field_without_a_default_is_asked_for() -> None:
    with pytest.raises(TypeError, match="name"):
        Place()  # type: ignore[call-arg]


def test_nothing_can_be_set_afterwards() -> None:
    with pytest.raises(FrozenInstanceError):
        Place("x").start = 4  # type: ignore[misc]
