from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.scheme import Label
from app.ui.article.sample import SCHEME
from app.ui.theme.label_colours import (
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    TEXT_CONTRAST,
    Look,
    contrast,
    look_for,
    mixed,
    tints_of,
)

LOOKS = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)

# Viénot, Brettel & Mollon 1999: what a person without one kind of cone sees, linear RGB.
_PROTAN = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))
_DEUTAN = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))
_PLAIN = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_text_stands_out_over_every_fill_selected_found_or_not(look: Look) -> None:
    for tint in tints_of(look, SCHEME).values():
        for under in (look.paper, tint.fill, tint.soft):
            assert contrast(look.ink, under) >= TEXT_CONTRAST
            assert contrast(look.ink, mixed(under, look.selection, look.selection_alpha)) >= TEXT_CONTRAST
            assert contrast(look.ink, mixed(under, look.find, look.find_alpha)) >= TEXT_CONTRAST


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_captions_and_small_words_stand_out_from_the_paper(look: Look) -> None:
    for tint in tints_of(look, SCHEME).values():
        assert contrast(tint.ink, look.paper) >= TEXT_CONTRAST
        assert contrast(tint.edge, look.paper) >= 3.0
    assert contrast(look.muted, look.paper) >= TEXT_CONTRAST
    assert contrast(look.badge_ink, look.badge) >= TEXT_CONTRAST
    assert contrast(look.accent, look.paper) >= TEXT_CONTRAST
    assert contrast(look.ghost, look.paper) >= 3.0


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@given(colour=st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}"))
def test_any_colour_that_a_user_picks_keeps_text_readable(look: Look, colour: str) -> None:
    tint = look.tint(Label("X", colour=colour))
    assert contrast(look.ink, tint.fill) >= TEXT_CONTRAST
    assert contrast(look.ink, mixed(tint.fill, look.selection, look.selection_alpha)) >= TEXT_CONTRAST
    assert contrast(look.ink, mixed(tint.fill, look.find, look.find_alpha)) >= TEXT_CONTRAST
    assert contrast(tint.ink, look.paper) >= TEXT_CONTRAST


def test_a_colour_of_the_scheme_overrides_the_palettes_own() -> None:
    assert LIGHT.tint(Label("PER", colour="#ff0000")) != LIGHT.tint(Label("PER"))
    assert LIGHT.tint(Label("PER", colour="#ff0000")) == LIGHT.tint(Label("ANY", colour="#ff0000"))


def test_labels_without_a_hue_get_different_ones_by_their_place() -> None:
    assert len({LIGHT.tint(Label(f"NEW{index}"), index).fill for index in range(8)}) == 8


@pytest.mark.parametrize("sight", [_PLAIN, _PROTAN, _DEUTAN], ids=["full", "protan", "deutan"])
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_the_commonest_labels_are_told_apart_by_any_colour_vision(look: Look, sight: tuple[tuple[float, ...]]) -> None:
    seen = [_seen(look.tint(Label(name)).fill, sight) for name in ("PER", "ORG", "LOC", "DATE")]
    for one, other in combinations(seen, 2):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 0.04


def test_look_follows_darkness_and_contrast() -> None:
    assert look_for(dark=False) is LIGHT
    assert look_for(dark=True) is DARK
    assert look_for(dark=True, contrast=True) is DARK_CONTRAST
    assert look_for(dark=False, contrast=True) is LIGHT_CONTRAST


def _seen(colour: str, sight: tuple[tuple[float, ...]]) -> list[float]:
    linear = [(int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    return [max(0.0, sum(part * value for part, value in zip(row, linear, strict=True))) ** (1 / 2.2) for row in sight]
