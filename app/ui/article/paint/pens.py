"""Pens, brushes and set captions of one look and scheme, made once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from app.core.model import Annotation, Kind, Status
from app.core.scheme import Scheme
from app.ui.theme.label_colours import Look, Tint, tints_of

_DASHES = (3.0, 2.4)
_FINE_DASHES = (4.0, 3.2)
_DOTS = (1.0, 2.2)


@dataclass(frozen=True, slots=True)
class LabelInks:
    """What one label is drawn with; the pens are lines in its colour."""

    fill: QColor
    soft: QColor
    edge: QColor
    ink: QColor
    solid: QPen
    dashed: QPen
    fine_dashed: QPen
    dotted: QPen


class Inks:
    """Everything that is drawn with, for a look and the labels of a scheme."""

    def __init__(self, look: Look, scheme: Scheme) -> None:
        self.look = look
        self.paper = QColor(look.paper)
        self.ink = QColor(look.ink)
        self.muted = QColor(look.muted)
        self.accent = QColor(look.accent)
        self.ghost = QColor(look.ghost)
        self.badge = QColor(look.badge)
        self.badge_ink = QColor(look.badge_ink)
        self.on_screen = _see_through(look.rule, 0.55)
        self.selection = _see_through(look.selection, look.selection_alpha)
        self.find = _see_through(look.find, look.find_alpha)
        self.strong_find = QColor(look.find)
        self.find_line = pen(QColor(look.muted), 1.0)
        self.find_now = pen(self.accent, 1.6)
        self.ring = pen(self.accent, 2.2)
        self.halo = pen(self.paper, 4.6)
        self.companion = pen(_see_through(look.accent, 0.62), 1.3)
        self.distant_companion = pen(_see_through(look.accent, 0.62), 1.3, _DOTS)
        self.caret = pen(QColor(look.caret), 2.6, cap=Qt.PenCapStyle.FlatCap)
        self.ghost_dots = pen(self.ghost, 1.2, _DOTS)
        self.no_pen = QPen(Qt.PenStyle.NoPen)
        self._labels = {key: _label_inks(tint) for key, tint in tints_of(look, scheme).items()}
        self._unknown = _label_inks(look.tint(None))

    def of(self, row: Annotation) -> LabelInks:
        """Return the inks of an annotation's label."""
        return self._labels.get((row.kind, row.label), self._unknown)

    def line(self, row: Annotation) -> QPen:
        """Return the pen of an annotation's line: dashed while proposed, dotted grey when rejected, else solid."""
        if row.status is Status.REJECTED:
            return self.ghost_dots
        inks = self.of(row)
        if row.status is not Status.PROPOSED:
            return inks.solid
        return inks.dashed if row.kind is Kind.ENTITY else inks.fine_dashed


def pen(
    colour: QColor,
    width: float,
    dashes: tuple[float, ...] = (),
    cap: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap,
) -> QPen:
    """Return a pen of a colour and width, dashed by `dashes` (in pen widths) where given."""
    made = QPen(colour, width)
    made.setCapStyle(cap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        made.setDashPattern(list(dashes))
    return made


def _label_inks(tint: Tint) -> LabelInks:
    edge = QColor(tint.edge)
    return LabelInks(
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
