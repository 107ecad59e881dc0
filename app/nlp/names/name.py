"""A name: a run of tokens with a label."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.core.span import Span
from app.core.text.stem import stem
from app.nlp.mention import Mention
from app.nlp.text.tokens import Token

StemKey = tuple[str, ...]

TAGGED = "ner/1"
"""The rule of a name that is as the tagger gave it."""


@dataclass(frozen=True, slots=True)
class Name:
    """The tokens `[first, stop)`, their label, and the last rule.

    The label is PER, LOC or ORG.
    """

    first: int
    stop: int
    label: str
    rule: str = TAGGED

    def with_bounds(self, first: int, stop: int, rule: str) -> Name:
        """Return the name with other bounds, set by `rule`.

        It is the name itself if they are the same.
        """
        return self if (first, stop) == (self.first, self.stop) else Name(first, stop, self.label, rule)

    def with_label(self, label: str, rule: str) -> Name:
        """Return the name with another label, given by `rule`.

        It is the name itself if it is the same.
        """
        return self if label == self.label else Name(self.first, self.stop, label, rule)

    def shifted_by(self, by: int) -> Name:
        """Return the name with `by` more tokens before it."""
        return Name(self.first + by, self.stop + by, self.label, self.rule)

    def lies_in(self, other: Name) -> bool:
        """Say whether all its tokens are the other's too."""
        return other.first <= self.first and self.stop <= other.stop

    def to_mention(self, tokens: tuple[Token, ...]) -> Mention:
        """Return the name as a span of the text."""
        return Mention(Span(tokens[self.first].start, tokens[self.stop - 1].stop), self.label, self.rule)


def sort_names(names: Iterable[Name]) -> list[Name]:
    """Sort names by their place in the text, the longer first."""
    return sorted(names, key=lambda name: (name.first, -name.stop))


def drop_overlapping(names: Iterable[Name], taken: Iterable[Name]) -> list[Name]:
    """Return those of `names` that touch none of `taken`."""
    asked = list(names)
    if not asked:
        return asked
    held = {index for name in taken for index in range(name.first, name.stop)}
    return [name for name in asked if held.isdisjoint(range(name.first, name.stop))]


def stem_key(name: Name, tokens: Sequence[Token]) -> StemKey:
    """Return the stems of a name, equal for its mentions."""
    return tuple(stem(token.text) for token in tokens[name.first : name.stop])


def group_by_sentence(names: Iterable[Name], cuts: Sequence[int]) -> Iterator[tuple[int, int, list[Name]]]:
    """Yield each sentence's bounds in tokens, with its names.

    The names have the indices that they have in the sentence alone.
    """
    rest = deque(names)
    for start, stop in pairwise(cuts):
        here = []
        while rest and rest[0].first < stop:
            here.append(rest.popleft().shifted_by(-start))
        yield start, stop, here
