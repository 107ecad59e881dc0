"""Smooth scrolling that ends at once when something else happens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

_DURATION_MS = 110


class Glide(QObject):
    """Move by a number of pixels over some frames, through `move`."""

    def __init__(self, move: Callable[[float], None], parent: QObject) -> None:
        super().__init__(parent)
        self.is_reduced = False
        self._move = move
        self._done = 0.0
        self._animation = QVariantAnimation(self, duration=_DURATION_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._make_step)

    def by(self, dy: float) -> None:
        """Glide by `dy`, at once where motion is reduced."""
        self.finish()
        if self.is_reduced:
            self._move(dy)
            return
        self._done = 0.0
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(float(dy))  # between a float and an int Qt finds no values
        self._animation.start()

    def finish(self) -> None:
        """Be where the glide was going to."""
        if self._animation.state() == QVariantAnimation.State.Running:
            self._animation.stop()
            self._make_step(self._animation.endValue())

    def _make_step(self, value: object) -> None:
        assert isinstance(value, float), "both ends are floats"
        reached = float(round(value))
        self._move(reached - self._done)
        self._done = reached
