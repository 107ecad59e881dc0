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
from collections.abc import Iterable, Iterator

from app.core.span import Span
from app.core.text.hyphenation import find_joint
from app.core.text.line_wraps import blank_ends, find_wrapped_ends
from app.core.text.look_alikes import unify_alphabets
from app.core.text.marks import unify_apostrophes, unify_dashes, unify_quotes
from app.core.text.tokens import line_at
from app.core.text.unseen import BLANK, MARK, ODD_BLANK, UNSEEN

_UNUSUAL = re.compile(
    rf"""
      (?P<broken>\u00ad[{UNSEEN}]*[{BLANK}]*\n[{BLANK}]*)         # a word that a soft hyphen breaks over two lines
    | (?P<marked>[^\W\d_][{UNSEEN}]*[{MARK}][{MARK}{UNSEEN}]*)    # a letter with what hangs on it
    | (?P<edge>(?:\A|(?<=\n))(?:[{BLANK}{UNSEEN}]+[{BLANK}{UNSEEN}>]*|[{BLANK}{UNSEEN}>]+)|[{BLANK}{UNSEEN}]+(?=\n|\Z))
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
    rf"[{_ODD} \n.<>-](?:(?<=[{_ODD}])|(?<= )(?:[ \n]|\Z)|(?<=\n) |(?<=\A )"
    r"|(?<=\n>)|(?<=\A>)|(?<=\.)\.\.|(?<=<)<|(?<=>)>|(?<=-)-)"
)
"""Nothing of `_UNUSUAL` begins before the character in front of this."""
_HIDDEN = re.compile(f"[{UNSEEN}{MARK}]")
_PARTED = re.compile(rf"[-\u2010](?<=\w.)[{BLANK}]*\n")
"""A hyphen at a line end may part a word. It is looked for first: there are far more letters."""
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
_Replacement = tuple[int, int, str]
"""Where a sequence starts and stops, and what stands for it: one character or none."""

_STRESS = re.compile("(?<=[\u0400-\u052f])[\u0300\u0301\u030b\u0341]+|\u034f")


class PlainView:
    """A text as it reads, and the way back to the source.

    `to_source` maps spans of `plain` to spans of `text`; they are the same where `is_text_plain`.
    """

    def __init__(self, text: str) -> None:
        self._steps: list[_Shortened] = []
        if _NEAR_UNUSUAL.search(text):
            text = self._shorten(text, _find_replacements(text))
        text = unify_alphabets(unify_quotes(unify_dashes(text)))
        ends = find_wrapped_ends(text)
        if ends:
            joints = list(_find_joints(text, ends))
            text = blank_ends(text, ends)
            text = self._shorten(text, joints) if joints else text
        self.plain = text

    @property
    def is_text_plain(self) -> bool:
        """Whether every character of the text has its place in the view."""
        return not self._steps

    def to_source(self, span: Span) -> Span:
        """Return where a span of the view stands in the text."""
        for step in reversed(self._steps):
            span = step.to_source(span)
        return span

    def _shorten(self, text: str, replacements: Iterable[_Replacement]) -> str:
        self._steps.append(_Shortened(text, replacements))
        return self._steps[-1].text


class _Shortened:
    """A text with some sequences replaced, in order, and the way back."""

    def __init__(self, text: str, replacements: Iterable[_Replacement]) -> None:
        self._length = len(text)
        # Runs of characters that follow one another in both: where a run begins in the new text and in the old one, and
        # where its first character ends in the old one.
        self._new_starts, self._starts, self._first_stops = array("l", [0]), array("l", [0]), array("l", [1])
        parts: list[str] = []
        length = reached = 0
        for start, stop, new in replacements:
            parts += (text[reached:start], new)
            length += start - reached
            if new:
                self._add_run(length, start, stop)
            length += len(new)
            self._add_run(length, stop, stop + 1)
            reached = stop
        self.text = "".join((*parts, text[reached:]))

    def to_source(self, span: Span) -> Span:
        """Return where a span stands in the old text."""
        start = self._start_of(span.start)
        return Span(start, self._stop_of(span.stop - 1) if span.length > 0 else start)

    def _start_of(self, position: int) -> int:
        run = bisect_right(self._new_starts, position) - 1
        return min(self._starts[run] + position - self._new_starts[run], self._length)

    def _stop_of(self, position: int) -> int:
        run = bisect_right(self._new_starts, position) - 1
        return self._first_stops[run] + position - self._new_starts[run]

    def _add_run(self, new_start: int, start: int, first_stop: int) -> None:
        if self._new_starts[-1] == new_start:
            self._starts[-1], self._first_stops[-1] = start, first_stop
            return
        self._new_starts.append(new_start)
        self._starts.append(start)
        self._first_stops.append(first_stop)


def plain_words(words: str) -> str:
    """Return words as they read: see `PlainView`."""
    if not words or _USUAL.match(words):
        return words
    return PlainView(words).plain


def hides_in_words(text: str) -> bool:
    """Say whether something may stand between the letters of a word.

    Something that is not seen, or a line end.
    """
    return _HIDDEN.search(text) is not None or ("\n" in text and _PARTED.search(text) is not None)


def plain_letters(text: str) -> str:
    """Return `text` with the words of its plain view.

    It takes a fraction of the time. What stands between the words may differ.
    """
    if hides_in_words(text):
        return plain_words(text)
    return unify_alphabets(unify_apostrophes(text))


def _find_replacements(text: str) -> Iterator[_Replacement]:
    """Yield the sequences that read as one character or none.

    `_UNUSUAL` is tried only near what a quick pattern finds.
    """
    reached = 0
    while (near := _NEAR_UNUSUAL.search(text, reached)) is not None:
        match = _UNUSUAL.search(text, max(reached, near.start() - 1))
        if match is None:
            return
        kind = match.lastgroup or ""
        yield *match.span(), _compose_letter(match[0]) if kind == "marked" else _PLAIN[kind]
        reached = match.end()


def _find_joints(text: str, ends: Iterable[int]) -> Iterator[_Replacement]:
    """Yield the line ends inside words, ranges and addresses."""
    for end in ends:
        cut, glue = find_joint(text[line_at(text, end).start : end], text[slice(*line_at(text, end + 1))])
        if glue != " ":
            yield end - cut, end + 1, glue


def _compose_letter(letter: str) -> str:
    """Return a letter with the marks on it as one letter.

    Stress, and marks that no letter has, go.
    """
    seen = re.sub(f"[{UNSEEN}]", "", letter)
    return unicodedata.normalize("NFC", _STRESS.sub("", seen))[0]
