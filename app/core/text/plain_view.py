"""A plain view of a text.

As it reads, without what is not seen, with a map back to the text as it is. Two texts that read the same have the same
view, but for marks that say nothing: it has no characters without a shape, no stress marks, composed letters, one
alphabet a word, one kind of blanks, dashes and quotation marks, and no line end inside a paragraph. A span of the view
stands for whole characters of the text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.line_wraps import blank_wrapped_ends
from app.core.text.look_alikes import unify_alphabets
from app.core.text.marks import unify_apostrophes, unify_dashes, unify_quotes
from app.core.text.unseen import BLANK, MARK, ODD_BLANK, UNSEEN

_UNUSUAL = re.compile(
    rf"""
      (?P<broken>\u00ad[{UNSEEN}]*[{BLANK}]*\n[{BLANK}]*)         # a word that a soft hyphen breaks over two lines
    | (?P<marked>[^\W\d_][{UNSEEN}]*[{MARK}][{MARK}{UNSEEN}]*)    # a letter with what hangs on it
    | (?P<edge>\A[{BLANK}{UNSEEN}]+|(?<=\n)[{BLANK}{UNSEEN}]+|[{BLANK}{UNSEEN}]+(?=\n|\Z))
    | (?P<blank>[{UNSEEN}]*[{ODD_BLANK}][{BLANK}{UNSEEN}]*|[{UNSEEN}]*[ ][{BLANK}{UNSEEN}]+|[{UNSEEN}]+[ ])
    | (?P<unseen>[{UNSEEN}{MARK}]+)
    | (?P<line>[\x0b\x0c\x85\u2028\u2029])
    | (?P<dashes>(?<=\s)--+(?=\s))
    | (?P<dots>\.\.\.)
    | (?P<open><<)
    | (?P<close>>>)
    """,
    re.VERBOSE,
)
_ODD = rf"{UNSEEN}{MARK}{ODD_BLANK}\x0b\x0c\x85\u2028\u2029"
_NEAR_UNUSUAL = re.compile(
    rf"[{_ODD} \n.<>-](?:(?<=[{_ODD}])|(?<= )(?:[ \n]|\Z)|(?<=\n) |(?<=\A )|(?<=\.)\.\.|(?<=<)<|(?<=>)>|(?<=-)-)"
)
"""Nothing of `_UNUSUAL` begins before the character in front of this."""
_INSIDE_WORDS = re.compile(f"[{UNSEEN}{MARK}]")
"""What may stand between the letters of a word."""
_PLAIN = {
    **dict.fromkeys(("broken", "edge", "unseen"), ""),
    "blank": " ",
    "line": "\n",
    "dashes": "—",
    "dots": "…",
    "open": "«",
    "close": "»",
}
_USUAL = re.compile(
    r"(?! )(?!.*(?:  |\.\.\.| -|- |\w—\w))(?:[А-Яа-яЁё0-9 .,;:!?()«»—-]+|[A-Za-z0-9 .,;:!?()«»/_—-]+)(?<! )\Z"
)
"""One line in one alphabet and with usual signs reads as it stands."""
_STRESS = re.compile("(?<=[\u0400-\u052f])[\u0300\u0301\u030b\u0341]+|\u034f")


class PlainView:
    """A text as it reads, and the way back to the source.

    `to_source` maps spans of `plain` to spans of `text`; they are the same where `is_text_plain`.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self.is_text_plain = not _NEAR_UNUSUAL.search(text)
        # Runs of characters that follow one another in both: where a run begins in the view and in the text, and where
        # its first character ends in the text.
        self._plain_starts, self._starts, self._first_stops = array("l", [0]), array("l", [0]), array("l", [1])
        shortened = text if self.is_text_plain else self._make_plain(text)
        self.plain = blank_wrapped_ends(unify_alphabets(unify_quotes(unify_dashes(shortened))))

    def to_source(self, span: Span) -> Span:
        """Return where a span of the view stands in the text."""
        if self.is_text_plain:
            return span
        start = self._start_of(span.start)
        return Span(start, self._stop_of(span.stop - 1) if span.length > 0 else start)

    def _start_of(self, position: int) -> int:
        run = bisect_right(self._plain_starts, position) - 1
        return min(self._starts[run] + position - self._plain_starts[run], self._length)

    def _stop_of(self, position: int) -> int:
        run = bisect_right(self._plain_starts, position) - 1
        return self._first_stops[run] + position - self._plain_starts[run]

    def _make_plain(self, text: str) -> str:
        """Return `text` as it reads.

        Sequences that read as one character, or as none, are replaced.
        """
        parts: list[str] = []
        length = reached = 0
        for match in _find_unusual(text):
            kind = match.lastgroup or ""
            plain = _compose_letter(match[0]) if kind == "marked" else _PLAIN[kind]
            start, stop = match.span()
            parts += (text[reached:start], plain)
            length += start - reached
            if plain:
                self._add_run(length, start, stop)
            length += len(plain)
            self._add_run(length, stop, stop + 1)
            reached = stop
        return "".join((*parts, text[reached:]))

    def _add_run(self, plain_start: int, start: int, first_stop: int) -> None:
        if self._plain_starts[-1] == plain_start:
            self._starts[-1], self._first_stops[-1] = start, first_stop
            return
        self._plain_starts.append(plain_start)
        self._starts.append(start)
        self._first_stops.append(first_stop)


def plain_words(words: str) -> str:
    """Return words as they read: see `PlainView`."""
    if not words or _USUAL.match(words):
        return words
    return PlainView(words).plain


def plain_letters(text: str) -> str:
    """Return `text` with the words of its plain view.

    It takes a fraction of the time. What stands between the words may differ.
    """
    if _INSIDE_WORDS.search(text):
        return plain_words(text)
    return unify_alphabets(unify_apostrophes(text))


def _find_unusual(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `_UNUSUAL`.

    It is tried only near what a quick pattern finds.
    """
    reached = 0
    while (near := _NEAR_UNUSUAL.search(text, reached)) is not None:
        match = _UNUSUAL.search(text, max(reached, near.start() - 1))
        if match is None:
            return
        yield match
        reached = match.end()


def _compose_letter(letter: str) -> str:
    """Return a letter with the marks on it as one letter.

    Stress, and marks that no letter has, go.
    """
    seen = re.sub(f"[{UNSEEN}]", "", letter)
    return unicodedata.normalize("NFC", _STRESS.sub("", seen))[0]
