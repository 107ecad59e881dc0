"""A figure rule: an object with an id, triggers and pattern."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.core.span import Span
from app.core.text.tokens import lines
from app.nlp.mention import Mention

_REACH = 8
"""How many characters behind a full stop tell whether it ends a sentence."""

CountedLength = Callable[[str, bool], int]
"""From the words after a number, and whether they are in the singular, to how many characters are what is counted."""

FigureReader = Callable[[re.Match[str], CountedLength], tuple[Span, str] | None]
"""From a match to the span and the value of a figure; None where the match is none."""


def count_nothing(_words: str, _is_single: bool) -> int:
    """Say that nothing is counted: sums and shares do not ask."""
    return 0


def require_first_letters(words: Iterable[str], signs: str = "") -> str:
    """Return a condition for the first letters of a match.

    It holds where one of `words`, a digit or one of `signs` can begin, in any case. A word may be a single letter.

    It looks at two letters, which is far cheaper for `re` than to try the words one by one.
    """
    seconds: dict[str, set[str]] = defaultdict(set)
    for word in words:
        seconds[word[0]].add(word[1:2])
    pairs = (
        f"[{_in_any_case(first)}]" + (f"[{_in_any_case(*followers)}]" if "" not in followers else "")
        for first, followers in sorted(seconds.items())
    )
    return rf"(?-i:(?=[\d{re.escape(signs)}]|{'|'.join(pairs)}))"


def _in_any_case(*letters: str) -> str:
    every = {*letters, *("ё" for letter in letters if letter == "е")}
    return "".join(sorted(every | {letter.upper() for letter in every}))


def ends_sentence(text: str, stop: int) -> bool:
    """Say whether nothing, or a capital, follows a full stop."""
    following = text[stop : stop + _REACH].lstrip(" \u00a0")
    return not following or following[0].isupper() or following[0] in '\n«"'


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule:
    """One pattern of figures.

    It is searched in lines that hold one of its `triggers`, in any case; in all if it has none.
    """

    name: str
    label: str
    pattern: re.Pattern[str]
    read: FigureReader
    triggers: tuple[str, ...] = ()
    version: int = 1

    @property
    def id(self) -> str:
        """The id that a project stores with a figure: "money/1"."""
        return f"{self.name}/{self.version}"

    def find(self, text: str, span: Span, counted_length: CountedLength = count_nothing) -> Iterator[Mention]:
        """Yield the figures in `text[span]`, in order, with their values."""
        for line in lines(text, span.start, span.stop):
            if self._may_match(text[line.start : line.stop]):
                for match in self.pattern.finditer(text, line.start, line.stop):
                    figure = self.read(match, counted_length)
                    if figure is not None:
                        yield Mention(figure[0], self.label, self.id, value=figure[1])

    def _may_match(self, line: str) -> bool:
        """Say whether a trigger is in a line.

        That is far cheaper than the pattern.
        """
        low = line.lower()
        return not self.triggers or any(trigger in low for trigger in self.triggers)
