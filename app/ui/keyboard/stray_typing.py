"""Keep words typed into no field from acting as commands.

Who presses a key that asks for words, and types on at once, may not see that nothing was opened.
"""

from __future__ import annotations

import time
from collections.abc import Callable

_PAUSE_S = 0.6
"""Whoever waits for so long has seen that there is no field, and means the next key as a command."""
_EDITING = frozenset({"Space", "Backspace", "Enter"})
"""Keys that belong to typed words behind their first letter."""


class StrayTyping:
    """Take what is typed for a question that did not come.

    `clock` returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until = 0.0
        self.keys = 0
        """How many keys were taken since the question."""

    def begin(self) -> None:
        """Note a key that opened no field, though it should."""
        self.keys = 0
        self._until = self._clock() + _PAUSE_S

    def end(self) -> None:
        """Let the next key be a command."""
        self._until = 0.0

    def takes(self, key: str) -> bool:
        """Say whether a key belongs to such words.

        Any other key ends them.
        """
        if self._clock() >= self._until or not self._belongs(key):
            self.end()
            return False
        self.keys += 1
        self._until = self._clock() + _PAUSE_S
        return True

    def _belongs(self, key: str) -> bool:
        """Say whether a key types; a word begins with a letter."""
        plain = key.removeprefix("Shift+")
        return (len(plain) == 1 and (plain.isalpha() or self.keys > 0)) or (self.keys > 0 and plain in _EDITING)
