"""Keep words typed into no field from acting as commands.

Who presses a key that asks for words, and types on at once, may not see that nothing was opened.
"""

from __future__ import annotations

import time
from collections.abc import Callable

_PAUSE_S = 0.6
"""Whoever waits for so long has seen that there is no field, and means the next key as a command."""
UNDECIDED_MS = 400
"""A letter that no other follows for so long is a command: whoever types words is faster."""
_WORD_LETTERS = 2
"""So many letters are a word; fewer may be commands."""
_EDITING = frozenset({"Space", "Backspace", "Enter"})
"""Keys that belong to typed words behind their first letter."""


class StrayTyping:
    """Take what is typed for a question that did not come.

    `clock` returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until = 0.0
        self._letters = 0
        self._undecided: list[str] = []

    def begin(self) -> None:
        """Note a key that opened no field, though it should."""
        self._letters, self._undecided = 0, []
        self._until = self._clock() + _PAUSE_S

    @property
    def is_word(self) -> bool:
        """Whether what was typed since the question is a word."""
        return self._letters >= _WORD_LETTERS

    @property
    def is_undecided(self) -> bool:
        """Whether keys wait that are a word or commands."""
        return bool(self._undecided)

    def takes(self, key: str) -> bool:
        """Say whether a key belongs to such words, or may.

        Any other key ends them.
        """
        if self._clock() >= self._until or not self._belongs(key):
            self._until = 0.0
            return False
        self._letters += _is_letter(key)
        self._undecided = [] if self.is_word else [*self._undecided, key]
        self._until = self._clock() + _PAUSE_S
        return True

    def release(self) -> list[str]:
        """End the words, and return the keys that came out as commands."""
        commands, self._undecided, self._until = self._undecided, [], 0.0
        return commands

    def _belongs(self, key: str) -> bool:
        """Say whether a key types; a word begins with a letter."""
        plain = key.removeprefix("Shift+")
        return _is_letter(key) or (self._letters > 0 and (len(plain) == 1 or plain in _EDITING))


def _is_letter(key: str) -> bool:
    plain = key.removeprefix("Shift+")
    return len(plain) == 1 and plain.isalpha()
