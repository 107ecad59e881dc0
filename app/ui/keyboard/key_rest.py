"""Tell when no key has come for a while.

What is not the answer to a key waits for that: the collector of reference cycles, modules, the index.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_REST_MS = 250
_MOST_OBJECTS = 200_000
"""With so many new objects the collector runs between keys too, as where one is held for minutes."""


class KeyRest(QObject):
    """Know whether keys rest; the collector waits until they do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(_collect)
        self.destroyed.connect(gc.enable)
        self.key_count = 0
        """How many keys have come, repeats too."""

    @property
    def is_now(self) -> bool:
        """Whether no key has come for a while."""
        return not self._timer.isActive()

    def note_key(self) -> None:
        """Let what can wait wait for another while."""
        self.key_count += 1
        if gc.get_count()[0] < _MOST_OBJECTS:
            gc.disable()
        else:
            gc.enable()
        self._timer.start()


def _collect() -> None:
    """Look through what was made since the keys began."""
    gc.enable()
    gc.collect(1)
