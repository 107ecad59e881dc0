"""The hue of each label, for the window and for written files.

The hues follow Okabe and Ito's set, which people with any colour vision can tell apart (Okabe & Ito 2008, "Color
Universal Design").
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core.colours.distances import MIN_DISTANCE, colour_circle, least_distance
from app.core.model import Kind
from app.core.scheme import Label
from app.core.vocabulary import ClaimLabel, EntityLabel

UNKNOWN_HUE = "#7f8a93"
"""Of an annotation whose label the scheme does not have."""

_HUES: dict[tuple[str, str], str] = {
    (Kind.ENTITY, EntityLabel.PER): "#0072b2",
    (Kind.ENTITY, EntityLabel.ORG): "#e69f00",
    (Kind.ENTITY, EntityLabel.LOC): "#009e73",
    (Kind.ENTITY, EntityLabel.DATE): "#cc79a7",
    (Kind.ENTITY, EntityLabel.MONEY): "#b8a200",
    (Kind.ENTITY, EntityLabel.PERCENT): "#8c9a1f",
    (Kind.ENTITY, EntityLabel.NUMBER): "#9a8c5a",
    (Kind.ENTITY, EntityLabel.EVENT): "#d55e00",
    (Kind.ENTITY, EntityLabel.ROLE): "#56b4e9",
    (Kind.ENTITY, EntityLabel.LAW): "#7a5fb5",
    (Kind.ENTITY, EntityLabel.OTHER): "#7f8a93",
    (Kind.CLAIM, ClaimLabel.STATEMENT): "#0072b2",
    (Kind.CLAIM, ClaimLabel.FORECAST): "#a4508b",
    (Kind.CLAIM, ClaimLabel.PROMISE): "#00805d",
    (Kind.CLAIM, ClaimLabel.DEMAND): "#c44f00",
}
_SPARE_HUES = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#7a5fb5", "#b8a200")


def find_hue(label: Label | None, index: int) -> str:
    """Return the hue of a label, "#rrggbb".

    `index` is its place in the scheme, which chooses where it has none.
    """
    if label is None:
        return UNKNOWN_HUE
    return label.colour or _HUES.get((label.kind, label.name)) or _SPARE_HUES[index % len(_SPARE_HUES)]


def next_hue(used: Iterable[str]) -> str:
    """Return the next hue that differs clearly from all in use.

    It is `MIN_DISTANCE` or more away from them for eyes of any colour vision. If there is none, return the hue that is
    furthest from them.
    """
    hues = tuple(used)
    candidates = (*_SPARE_HUES, *colour_circle())
    found = next((hue for hue in candidates if least_distance(hue, hues) >= MIN_DISTANCE), "")
    return found or max(candidates, key=lambda hue: least_distance(hue, hues))


def mix_with_white(hue: str, share: float) -> str:
    """Return `share`, 0.0 to 1.0, of a hue on white, "#rrggbb"."""
    channels = (int(hue[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02x}" for channel in channels)
