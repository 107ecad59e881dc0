from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.colours.distances import colour_circle
from app.core.scheme import Label
from app.service.project.schemes import default_scheme
from app.ui.article.sample import SCHEME
from app.ui.theme import theme as themes
from app.ui.theme.label_colours import (
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    TEXT_CONTRAST,
    ColourScheme,
    colour_scheme_for,
    contrast,
    mixed,
    tints_of,
)

COLOUR_SCHEMES = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)

# Viénot, Brettel & Mollon 1999: what a person without one kind of cone sees, linear RGB.
_PROTAN = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))
_DEUTAN = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))
_PLAIN = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


@pytest.mark.parametrize("colour_scheme", COLOUR_SCHEMES, ids=lambda colour_scheme: colour_scheme.name)
def test_text_stands_out_over_every_fill_selected_found_or_not(colour_scheme: ColourScheme) -> None:
    for tint in tints_of(colour_scheme, SCHEME).values():
        for under in (colour_scheme.paper, tint.fill, tint.soft):
            assert contrast(colour_scheme.ink, under) >= TEXT_CONTRAST
            assert (
                contrast(colour_scheme.ink, mixed(under, colour_scheme.selection, colour_scheme.selection_alpha))
                >= TEXT_CONTRAST
            )
            assert (
                contrast(colour_scheme.ink, mixed(under, colour_scheme.find, colour_scheme.find_alpha)) >= TEXT_CONTRAST
            )


@pytest.mark.parametrize("colour_scheme", COLOUR_SCHEMES, ids=lambda colour_scheme: colour_scheme.name)
def test_captions_and_small_words_stand_out_from_the_paper(colour_scheme: ColourScheme) -> None:
    for tint in tints_of(colour_scheme, SCHEME).values():
        assert contrast(tint.ink, colour_scheme.paper) >= TEXT_CONTRAST
        assert contrast(tint.edge, colour_scheme.paper) >= 3.0
    assert contrast(colour_scheme.muted, colour_scheme.paper) >= TEXT_CONTRAST
    assert contrast(colour_scheme.badge_ink, colour_scheme.badge) >= TEXT_CONTRAST
    assert contrast(colour_scheme.accent, colour_scheme.paper) >= TEXT_CONTRAST
    assert contrast(colour_scheme.ghost, colour_scheme.paper) >= 3.0


@pytest.mark.parametrize("colour_scheme", COLOUR_SCHEMES, ids=lambda colour_scheme: colour_scheme.name)
@given(colour=st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}"))
def test_any_colour_that_a_user_picks_keeps_text_readable(colour_scheme: ColourScheme, colour: str) -> None:
    tint = colour_scheme.tint(Label("X", colour=colour))
    assert contrast(colour_scheme.ink, tint.fill) >= TEXT_CONTRAST
    assert (
        contrast(colour_scheme.ink, mixed(tint.fill, colour_scheme.selection, colour_scheme.selection_alpha))
        >= TEXT_CONTRAST
    )
    assert contrast(colour_scheme.ink, mixed(tint.fill, colour_scheme.find, colour_scheme.find_alpha)) >= TEXT_CONTRAST
    assert contrast(tint.ink, colour_scheme.paper) >= TEXT_CONTRAST


def test_a_colour_of_the_scheme_overrides_the_palettes_own() -> None:
    assert LIGHT.tint(Label("PER", colour="#ff0000")) != LIGHT.tint(Label("PER"))
    assert LIGHT.tint(Label("PER", colour="#ff0000")) == LIGHT.tint(Label("ANY", colour="#ff0000"))


def test_labels_without_a_hue_get_different_ones_by_their_place() -> None:
    assert len({LIGHT.tint(Label(f"NEW{index}"), index).fill for index in range(8)}) == 8


@pytest.mark.parametrize("sight", [_PLAIN, _PROTAN, _DEUTAN], ids=["full", "protan", "deutan"])
@pytest.mark.parametrize("colour_scheme", [LIGHT, DARK], ids=lambda colour_scheme: colour_scheme.name)
def test_the_commonest_labels_are_told_apart_by_any_colour_vision(
    colour_scheme: ColourScheme, sight: tuple[tuple[float, ...]]
) -> None:
    seen = [_seen(colour_scheme.tint(Label(name)).fill, sight) for name in ("PER", "ORG", "LOC", "DATE")]
    for one, other in combinations(seen, 2):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 0.04


def test_look_follows_darkness_and_contrast() -> None:
    assert colour_scheme_for(dark=False) is LIGHT
    assert colour_scheme_for(dark=True) is DARK
    assert colour_scheme_for(dark=True, contrast=True) is DARK_CONTRAST
    assert colour_scheme_for(dark=False, contrast=True) is LIGHT_CONTRAST


def _seen(colour: str, sight: tuple[tuple[float, ...]]) -> list[float]:
    linear = [(int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    return [max(0.0, sum(part * value for part, value in zip(row, linear, strict=True))) ** (1 / 2.2) for row in sight]


@pytest.mark.parametrize(
    ("colour_scheme", "theme"),
    [
        (LIGHT, themes.LIGHT),
        (DARK, themes.DARK),
        (LIGHT_CONTRAST, themes.contrasted(themes.LIGHT)),
        (DARK_CONTRAST, themes.contrasted(themes.DARK)),
    ],
    ids=lambda one: one.name,
)
def test_every_small_label_stands_out_in_every_theme_and_colour(
    colour_scheme: ColourScheme, theme: themes.Theme
) -> None:
    scheme = default_scheme()
    labels = [*scheme.labels, *(Label("NEW", colour=colour) for colour in colour_circle())]
    for place, label in enumerate(labels):
        tint = colour_scheme.tint(label, place)
        assert contrast(tint.ink, colour_scheme.paper) >= TEXT_CONTRAST, "the caption above a word"
        assert contrast(theme.text, tint.fill) >= TEXT_CONTRAST, "the chip in the list"
    for words in (colour_scheme.link, colour_scheme.remark, colour_scheme.muted):
        assert contrast(words, colour_scheme.paper) >= TEXT_CONTRAST, "the dateline, and who says a claim"
    assert contrast(colour_scheme.paper, colour_scheme.accent) >= TEXT_CONTRAST, "the plate of the current one"
    for ground in (theme.surface, theme.selection, theme.hover):
        assert contrast(theme.warning, ground) >= TEXT_CONTRAST, "the remark in the list of articles"
