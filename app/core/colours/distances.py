"""How different two colours look, to eyes of any colour vision.

The distance is Euclidean in Oklab (Ottosson 2020, "A perceptual color space for image processing"), in hundredths.
Eyes that lack one kind of cone are simulated by the matrices of Machado, Oliveira and Fernandes (2009, severity 1.0).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from math import cos, dist, pi, sin

MIN_DISTANCE = 5.0
"""Two hues of less are taken for one another in a line or a patch."""

_Vector = tuple[float, float, float]
_Matrix = tuple[_Vector, _Vector, _Vector]

_EYES: tuple[_Matrix, ...] = (
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
)
"""Of all cones, and of those without long, middle and short waves, for linear light."""

_CONES: _Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: _Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: _Matrix = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES: _Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def colour_distance(one: str, other: str) -> float:
    """Return how far apart two colours look.

    Colours are "#rrggbb". The distance is that for the kind of colour vision that tells them apart least.
    """
    return min(100 * dist(left, right) for left, right in zip(_seen(one), _seen(other), strict=True))


def least_distance(colour: str, used: Iterable[str]) -> float:
    """Return the distance of a colour from the nearest in use."""
    return min((colour_distance(colour, other) for other in used), default=float("inf"))


@cache
def colour_circle() -> tuple[str, ...]:
    """Return colours in even steps of hue and four of lightness.

    All of them can be shown on a screen.
    """
    steps = product((0.58, 0.46, 0.7, 0.36), range(0, 360, 15))
    made = (_make_colour(lightness, 0.12, angle * pi / 180) for lightness, angle in steps)
    return tuple(colour for colour in made if colour)


@cache
def _seen(colour: str) -> tuple[_Vector, ...]:
    linear = _read_linear(colour)
    return tuple(_make_lab(_times(eye, linear)) for eye in _EYES)


def _make_lab(linear: _Vector) -> _Vector:
    long, middle, short = (max(0.0, cone) ** (1 / 3) for cone in _times(_CONES, linear))
    return _times(_LAB, (long, middle, short))


def _make_colour(lightness: float, chroma: float, angle: float) -> str:
    """Return a colour of Oklab as "#rrggbb".

    Return "" if no screen can show it.
    """
    cones = _times(_FROM_LAB, (lightness, chroma * cos(angle), chroma * sin(angle)))
    linear = _times(_FROM_CONES, (cones[0] ** 3, cones[1] ** 3, cones[2] ** 3))
    if any(not -0.001 <= part <= 1.001 for part in linear):
        return ""
    return "#" + "".join(f"{round(255 * _encode(min(1.0, max(0.0, part)))):02x}" for part in linear)


def _read_linear(colour: str) -> _Vector:
    red, green, blue = (_decode(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return red, green, blue


def _decode(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encode(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _times(matrix: _Matrix, vector: _Vector) -> _Vector:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
