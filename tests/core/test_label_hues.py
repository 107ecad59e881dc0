"""Labels that the program knows have hues of their own.

Others get spare ones by their place.
"""

from __future__ import annotations

import re
from itertools import chain

from app.core.colours.hues import UNKNOWN_HUE, find_hue
from app.core.model import Kind
from app.core.scheme import Label
from app.core.vocabulary import ClaimLabel, EntityLabel

KNOWN = [Label(name, kind) for kind, names in ((Kind.ENTITY, EntityLabel), (Kind.CLAIM, ClaimLabel)) for name in names]


def test_a_known_label_has_one_hue_wherever_it_stands() -> None:
    for label in KNOWN:
        assert find_hue(label, 0) == find_hue(label, 3)


def test_labels_of_one_kind_differ_in_hue() -> None:
    for kind in Kind:
        hues = [find_hue(label, 0) for label in KNOWN if label.kind is kind]
        assert len(set(hues)) == len(hues)


def test_eight_unknown_labels_in_a_row_differ_and_then_the_hues_come_again() -> None:
    hues = [find_hue(Label(f"X{place}"), place) for place in range(16)]
    assert len(set(hues[:8])) == 8
    assert hues[8:] == hues[:8]


def test_every_hue_is_a_colour() -> None:
    hues = chain((find_hue(label, 0) for label in KNOWN), (find_hue(Label("X"), place) for place in range(8)))
    assert all(re.fullmatch("#[0-9a-f]{6}", hue) for hue in (*hues, find_hue(None, 0)))


def test_the_colour_of_the_scheme_goes_before_the_known_one() -> None:
    assert find_hue(Label(EntityLabel.PER, colour="#123456"), 0) == "#123456"
    assert find_hue(None, 5) == UNKNOWN_HUE
