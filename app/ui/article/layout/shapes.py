"""The shapes of annotations in a laid paragraph, as values.

Boxes, underlines, brackets and where captions stand. Coordinates are pixels from the left of the text column and the
top of the paragraph; the gutter is left of zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from app.core.model import Annotation
from app.service.article.uncertain_ends import CERTAIN_ENDS


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line from `x0` to `x1`.

    A foot stands where the claim begins or ends.
    """

    x0: float
    x1: float
    y: float
    begins: bool = False
    ends: bool = False


@dataclass(slots=True)
class Caption:
    """A short text: its horizontal end and its baseline.

    The left end, for a claim the right end.
    """

    text: str
    x: float
    baseline: float
    width: float


@dataclass(slots=True)
class EntityShape:
    """An entity: boxes, dotted links and a caption.

    A box for each line, and links between its pieces. `uncertain_ends` says of its start and its end whether each is.
    """

    row: Annotation
    boxes: list[QRectF]
    links: list[Stroke] = field(default_factory=list)
    caption: Caption | None = None
    uncertain_ends: tuple[bool, bool] = CERTAIN_ENDS

    def top(self, em: float) -> float:
        """Return where its looks begin: at its caption, if it has one."""
        return self.boxes[0].top() if self.caption is None else self.caption.baseline - 0.5 * em

    def bottom(self, _em: float) -> float:
        """Return where its looks end."""
        return self.boxes[-1].bottom()


@dataclass(slots=True)
class ClaimShape:
    """A claim: underlines, dotted links, a bracket and a caption.

    The bracket and the caption are in the gutter. `boxes` cover its words, for the ring. `begins` and `ends` say
    whether its bracket does so in this paragraph.
    """

    row: Annotation
    strokes: list[Stroke]
    links: list[Stroke]
    boxes: list[QRectF]
    bracket_x: float
    bracket_top: float
    bracket_bottom: float
    begins: bool
    ends: bool
    caption: Caption | None = None

    def top(self, em: float) -> float:
        """Return where its looks begin."""
        return self.bracket_top - em

    def bottom(self, em: float) -> float:
        """Return where its looks end, a caption that was moved down included."""
        end = max(self.bracket_bottom, self.strokes[-1].y if self.strokes else 0.0)
        return max(end, self.caption.baseline if self.caption is not None else 0.0) + em


@dataclass(slots=True)
class Shapes:
    """All shapes of one paragraph; entities with the outer ones first."""

    entities: list[EntityShape]
    claims: list[ClaimShape]


def differences(before: Shapes, after: Shapes, em: float) -> list[tuple[float, float]]:
    """Return the upper and lower ends of the shapes that differ."""
    found: list[tuple[float, float]] = []
    for was, now in ((before.entities, after.entities), (before.claims, after.claims)):
        left = {shape.row.id: shape for shape in was}
        for shape in now:
            old = left.pop(shape.row.id, None)
            if old != shape:
                found += [(one.top(em), one.bottom(em)) for one in (old, shape) if one is not None]
        found += [(shape.top(em), shape.bottom(em)) for shape in left.values()]
    return found
