"""The caret on a word and the selection that Shift grows."""

from __future__ import annotations

from psygnal import Signal

from app.core.span import Span
from app.core.text.boundary import fitted, snapped, word_after, word_at, word_before
from app.core.text.sentences import sentence_at
from app.core.text.tokens import line_at


class Cursor:
    """Where the analyst is in the text.

    A caret on a word, a selection from an anchor to it, and the column that vertical moves keep. Punctuation is passed
    over, so that it costs no press; a text without words has no caret.

    `goal_x` is where line moves want to be: the face gives it with such a move, every other move forgets it.
    """

    moved = Signal(bool)
    """The caret or the selection moved; True while the selection grows."""

    def __init__(self) -> None:
        self._text = ""
        self.caret: Span | None = None
        self.selection: Span | None = None
        self.goal_x: float | None = None
        self._anchor: Span | None = None

    def set_text(self, text: str, position: int = 0) -> None:
        """Stand in another text, on the word at `position`, without a signal."""
        self._text = text
        self.caret = word_at(text, min(position, len(text))) if text else None
        self.selection = self._anchor = self.goal_x = None

    def move_to(self, token: Span | None, *, grow: bool = False, goal_x: float | None = None) -> None:
        """Put the caret on the word at `token`.

        With `grow`, the selection reaches from where it began to it.
        """
        word = None if token is None else word_at(self._text, token.start)
        if word is None:
            return
        if grow:
            self._anchor = self._anchor or self.caret or word
            reached = Span(min(self._anchor.start, word.start), max(self._anchor.stop, word.stop))
            self.selection = fitted(self._text, reached)
        else:
            self.selection = self._anchor = None
        self.caret = word
        self.goal_x = goal_x
        self.moved.emit(grow)

    def by_token(self, by: int, *, grow: bool = False) -> None:
        """Go `by` words on, or back."""
        word = self.caret
        for _ in range(abs(by)):
            if word is None:
                return
            following = word_after(self._text, word.stop) if by > 0 else word_before(self._text, word.start)
            word = following or word
        self.move_to(word, grow=grow)

    def by_sentence(self, by: int, *, grow: bool = False) -> None:
        """Go to the next, this or the previous start of a sentence.

        Growing forwards, the caret goes to the end of this sentence instead, so that whole sentences are selected.
        """
        if self.caret is not None:
            self.move_to(self._sentence_end() if by > 0 and grow else self._sentence_start(by), grow=grow)

    def to_start(self, *, grow: bool = False) -> None:
        """Go to the first word of the text."""
        self.move_to(word_after(self._text, 0), grow=grow)

    def to_end(self, *, grow: bool = False) -> None:
        """Go to the last word of the text."""
        self.move_to(word_before(self._text, len(self._text)), grow=grow)

    def place_at(self, position: int, *, grow: bool = False) -> None:
        """Go to the word at a position of the text.

        Where the mouse was clicked.
        """
        self.move_to(word_at(self._text, max(0, min(position, len(self._text)))), grow=grow)

    def select(self, span: Span, *, snap: bool = True) -> None:
        """Select a span, grown to whole words unless `snap` is off.

        The caret stands at its end.
        """
        chosen = snapped(self._text, span) if snap else Span(max(0, span.start), min(span.stop, len(self._text)))
        if chosen.length <= 0:
            return
        self.caret = word_at(self._text, chosen.stop - 1) or self.caret
        self._anchor = word_at(self._text, chosen.start)
        self.selection = chosen
        self.goal_x = None
        self.moved.emit(True)

    def drop(self) -> bool:
        """Drop the selection; return whether there was one."""
        if self.selection is None:
            return False
        self.selection = self._anchor = None
        self.moved.emit(True)
        return True

    def _sentence_start(self, by: int) -> Span | None:
        assert self.caret is not None, "asked only with a caret"
        sentence = sentence_at(self._text, self.caret.start)
        if by > 0:
            following = word_after(self._text, max(sentence.stop, self.caret.stop))
            return following or word_before(self._text, len(self._text))
        first = word_after(self._text, sentence.start)
        if first is not None and first.start < self.caret.start:
            return first
        before = word_before(self._text, self.caret.start)
        if before is None:
            return self.caret
        return word_after(self._text, sentence_at(self._text, before.start).start)

    def _sentence_end(self) -> Span | None:
        assert self.caret is not None, "asked only with a caret"
        last = self._last_word_of_sentence(self.caret)
        if last == self.caret and self.selection is not None:
            following = word_after(self._text, self.caret.stop)
            return self._last_word_of_sentence(following) if following else last
        return last

    def _last_word_of_sentence(self, word: Span) -> Span:
        sentence = sentence_at(self._text, word.start)
        stop = max(sentence.stop, word.stop)
        return word_before(self._text, min(stop, line_at(self._text, word.start).stop)) or word
