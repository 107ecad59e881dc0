"""Pens, brushes and captions of a colour scheme, made once.

They follow the label scheme too.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from app.core.model import Annotation, Kind, Status
from app.core.scheme import Scheme
from app.ui.theme.label_colours import ColourScheme, Tint, tints_of

_DASHES = (3.0, 2.4)
_FINE_DASHES = (4.0, 3.2)
_DOTS = (1.0, 2.2)


@dataclass(frozen=True, slots=True)
class LabelPens:
    """What one label is drawn with.

    The pens are lines in its colour.
    """

    fill: QColor
    soft: QColor
    edge: QColor
    ink: QColor
    solid: QPen
    dashed: QPen
    fine_dashed: QPen
    dotted: QPen


class Pens:
    """All drawing tools for a colour scheme and a label scheme."""

    def __init__(self, colour_scheme: ColourScheme, scheme: Scheme) -> None:
        self.colour_scheme = colour_scheme
        self.paper = QColor(colour_scheme.paper)
        self.ink = QColor(colour_scheme.ink)
        self.muted = QColor(colour_scheme.muted)
        self.accent = QColor(colour_scheme.accent)
        self.link = QColor(colour_scheme.link)
        self.remark = QColor(colour_scheme.remark)
        self.ghost = QColor(colour_scheme.ghost)
        self.badge = QColor(colour_scheme.badge)
        self.badge_ink = QColor(colour_scheme.badge_ink)
        self.on_screen = _see_through(colour_scheme.rule, 0.55)
        self.selection = _see_through(colour_scheme.selection, colour_scheme.selection_alpha)
        self.find = _see_through(colour_scheme.find, colour_scheme.find_alpha)
        self.strong_find = QColor(colour_scheme.find)
        self.find_now = pen(self.accent, 1.6)
        self.ring = pen(self.accent, 2.2)
        self.halo = pen(self.paper, 4.6)
        self.companion = pen(_see_through(colour_scheme.accent, 0.62), 1.3)
        self.distant_companion = pen(_see_through(colour_scheme.accent, 0.62), 1.3, _DOTS)
        self.caret = pen(QColor(colour_scheme.caret), 2.6, cap=Qt.PenCapStyle.FlatCap)
        self.ghost_dots = pen(self.ghost, 1.2, _DOTS)
        self.no_pen = QPen(Qt.PenStyle.NoPen)
        self._labels = {key: _label_pens(tint) for key, tint in tints_of(colour_scheme, scheme).items()}
        self._unknown = _label_pens(colour_scheme.tint(None))

    def of(self, row: Annotation) -> LabelPens:
        """Return the pens of an annotation's label."""
        return self._labels.get((row.kind, row.label), self._unknown)

    def line(self, row: Annotation) -> QPen:
        """Return the pen of an annotation's line.

        Dashed while proposed, dotted grey when rejected, else solid.
        """
        if row.status is Status.REJECTED:
            return self.ghost_dots
        pens = self.of(row)
        if row.status is not Status.PROPOSED:
            return pens.solid
        return pens.dashed if row.kind is Kind.ENTITY else pens.fine_dashed


def pen(
    colour: QColor,
    width: float,
    dashes: tuple[float, ...] = (),
    cap: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap,
) -> QPen:
    """Return a pen of a colour and width.

    Dashed by `dashes` (in pen widths) where given.
    """
    made = QPen(colour, width)
    made.setCapStyle(cap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        made.setDashPattern(list(dashes))
    return made


def _label_pens(tint: Tint) -> LabelPens:
    edge = QColor(tint.edge)
    return LabelPens(
        fill=QColor(tint.fill),
        soft=QColor(tint.soft),
        edge=edge,
        ink=QColor(tint.ink),
        solid=pen(edge, 1.6),
        dashed=pen(edge, 1.4, _DASHES),
        fine_dashed=pen(edge, 1.1, _FINE_DASHES),
        dotted=pen(edge, 1.4, _DOTS),
    )


def _see_through(colour: str, alpha: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made
