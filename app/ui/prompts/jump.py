"""Short letters over places on screen: type them and be there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.span import Span
from app.ui.article.view import ArticleView
from app.ui.keyboard.dispatcher import Dispatcher

LETTERS = "FJDKSLAGHRUEIWOVMCNTYBPQXZ"
"""The keys under the fingers first, by their place."""


def marks(count: int) -> list[str]:
    """Return `count` marks of one or two letters, free of prefixes."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    doubled = -(-(count - len(LETTERS)) // (len(LETTERS) - 1))
    doubled = min(doubled, len(LETTERS))
    singles = list(LETTERS[: len(LETTERS) - doubled])
    pairs = [first + second for first in LETTERS[len(singles) :] for second in LETTERS]
    return (singles + pairs)[:count]


class Jump:
    """Show marks in the article view, and take keys for them.

    Until one is typed in full or Esc is pressed.
    """

    def __init__(self, view: ArticleView, dispatcher: Dispatcher) -> None:
        self._view = view
        self._dispatcher = dispatcher
        self._spans: dict[str, Span] = {}
        self._typed = ""
        self._arrive: Callable[[int], None] = lambda index: None

    def start(self, spans: Sequence[Span], arrive: Callable[[int], None]) -> None:
        """Mark the spans, the first with the easiest letters.

        `arrive` gets the index of the one typed.
        """
        self._spans = dict(zip(marks(len(spans)), spans, strict=False))
        self._typed = ""
        self._arrive = arrive
        self._show_marks()
        self._dispatcher.capture(self._handle_key)

    def stop(self) -> None:
        """Take the marks away."""
        self._dispatcher.capture(None)
        self._view.set_hints([])
        self._view.set_candidates([])

    def _show_marks(self) -> None:
        self._view.set_hints([(span, mark) for mark, span in self._spans.items()], self._typed)

    def _handle_key(self, key: str) -> bool:
        if key == "Backspace":
            self._typed = self._typed[:-1]
        elif len(key) == 1 and any(mark.startswith(self._typed + key) for mark in self._spans):
            self._typed += key
        else:
            self.stop()
            return key in ("Escape", "Enter", "Space") or len(key) == 1
        if self._typed in self._spans:
            index = list(self._spans).index(self._typed)
            self.stop()
            self._arrive(index)
        else:
            self._show_marks()
        return True
