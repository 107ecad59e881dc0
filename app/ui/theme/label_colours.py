"""The colours of the article view as pure data.

Four colour schemes, and the tints of labels derived from one hue each. Every tint is derived so that text keeps a
contrast of 4.5:1 or more (WCAG 2.1, 1.4.3) over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.core.colours.hues import find_hue
from app.core.scheme import Label, Scheme

TEXT_CONTRAST = 4.5
"""The least contrast of text to what lies under it (WCAG 2.1 AA)."""

_MOST = 0.6
"""The most of a hue that goes into a fill."""


@dataclass(frozen=True, slots=True)
class ColourScheme:
    """The colours of one theme, each "#rrggbb".

    `fill` and `soft` say how far a label's fills stand out from the paper. `selection_alpha` and `find_alpha` are the
    opacities, 0.0 to 1.0, with which the two are laid over the fills.
    """

    name: str
    is_dark: bool
    paper: str
    ink: str
    muted: str
    rule: str
    accent: str
    link: str
    remark: str
    selection: str
    selection_alpha: float
    find: str
    find_alpha: float
    caret: str
    badge: str
    badge_ink: str
    ghost: str
    fill: float
    soft: float

    def tint(self, label: Label | None, index: int = 0) -> Tint:
        """Return the colours of a label.

        `index`, its place in the scheme, chooses a hue where it has none.
        """
        return self.tint_of(find_hue(label, index))

    def tint_of(self, hue: str) -> Tint:
        """Return the colours made of a hue, "#rrggbb"."""
        return _make_tint(self, hue)


@dataclass(frozen=True, slots=True)
class Tint:
    """The colours of one label: fills, lines and caption.

    One fill once decided, a softer one while proposed.
    """

    fill: str
    soft: str
    edge: str
    ink: str


LIGHT = ColourScheme(
    name="light",
    is_dark=False,
    paper="#fdfdfb",
    ink="#1b1e23",
    muted="#666d76",
    rule="#d9dce0",
    accent="#10151c",
    link="#2a5bd7",
    remark="#855400",
    selection="#4a90e2",
    selection_alpha=0.28,
    find="#ffd60a",
    find_alpha=0.55,
    caret="#10151c",
    badge="#1f2630",
    badge_ink="#ffffff",
    ghost="#8a9099",
    fill=1.42,
    soft=1.14,
)

DARK = ColourScheme(
    name="dark",
    is_dark=True,
    paper="#1a1d21",
    ink="#e8e6e1",
    muted="#9aa1aa",
    rule="#363b42",
    accent="#ffffff",
    link="#82aaff",
    remark="#efc264",
    selection="#5aa2ff",
    selection_alpha=0.30,
    find="#8a6a00",
    find_alpha=0.60,
    caret="#ffffff",
    badge="#f2efe6",
    badge_ink="#14161a",
    ghost="#7b828b",
    fill=2.0,
    soft=1.3,
)

LIGHT_CONTRAST = ColourScheme(
    name="light contrast",
    is_dark=False,
    paper="#ffffff",
    ink="#000000",
    muted="#3d434b",
    rule="#6b727b",
    accent="#000000",
    link="#0b3cb0",
    remark="#6b4300",
    selection="#2f7de1",
    selection_alpha=0.30,
    find="#ffd000",
    find_alpha=0.70,
    caret="#000000",
    badge="#000000",
    badge_ink="#ffffff",
    ghost="#5b626b",
    fill=1.5,
    soft=1.16,
)

DARK_CONTRAST = ColourScheme(
    name="dark contrast",
    is_dark=True,
    paper="#000000",
    ink="#ffffff",
    muted="#c9ced5",
    rule="#8a9099",
    accent="#ffffff",
    link="#9cc0ff",
    remark="#ffd680",
    selection="#4a90ff",
    selection_alpha=0.35,
    find="#8a6600",
    find_alpha=0.60,
    caret="#ffffff",
    badge="#ffffff",
    badge_ink="#000000",
    ghost="#a3aab3",
    fill=2.1,
    soft=1.35,
)


def colour_scheme_for(*, dark: bool, contrast: bool = False) -> ColourScheme:
    """Return the colour scheme for dark or light, high contrast or not."""
    if contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def tints_of(colour_scheme: ColourScheme, scheme: Scheme) -> dict[tuple[str, str], Tint]:
    """Return the tint of every label of `scheme` by (kind, name)."""
    return {(label.kind, label.name): colour_scheme.tint(label, index) for index, label in enumerate(scheme.labels)}


def mixed(under: str, over: str, share: float) -> str:
    """Lay `over` on `under` with an opacity of `share`."""
    pairs = zip(_read_channels(under), _read_channels(over), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1.0 to 21.0.

    By the formula of WCAG 2.1.
    """
    light, dark = sorted((_relative_luminance(one), _relative_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=512)
def _make_tint(colour_scheme: ColourScheme, hue: str) -> Tint:
    fill = _readable_fill(colour_scheme, hue, colour_scheme.fill)
    soft = _readable_fill(colour_scheme, hue, colour_scheme.soft)
    return Tint(
        fill=fill,
        soft=soft,
        edge=_make_visible(colour_scheme, hue, 3.0),
        ink=_make_visible(colour_scheme, hue, TEXT_CONTRAST + 0.3),
    )


def _readable_fill(colour_scheme: ColourScheme, hue: str, weight: float) -> str:
    """Mix `hue` into the paper so that all hues weigh the same.

    Less of it where text would not stand out.
    """
    share = _MOST
    while share > 0 and contrast(mixed(colour_scheme.paper, hue, share), colour_scheme.paper) > weight:
        share -= 0.01
    while share > 0:
        fill = mixed(colour_scheme.paper, hue, share)
        selected = mixed(fill, colour_scheme.selection, colour_scheme.selection_alpha)
        found = mixed(fill, colour_scheme.find, colour_scheme.find_alpha)
        if min(contrast(colour_scheme.ink, under) for under in (fill, selected, found)) >= TEXT_CONTRAST:
            return fill
        share -= 0.02
    return colour_scheme.paper


def _make_visible(colour_scheme: ColourScheme, hue: str, least: float) -> str:
    """Move `hue` towards the ink until its contrast is `least`."""
    share = 0.0
    while share < 1.0 and contrast(mixed(hue, colour_scheme.ink, share), colour_scheme.paper) < least:
        share += 0.04
    return mixed(hue, colour_scheme.ink, min(share, 1.0))


def _read_channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _relative_luminance(colour: str) -> float:
    parts = [part / 255 for part in _read_channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
