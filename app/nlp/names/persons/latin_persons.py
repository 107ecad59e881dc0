"""Persons in Latin letters, which natasha takes for organisations.

Example: "аналитик Andrew Collins", "Aidar Seitkaliyev".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

_CAPITALISED = re.compile(r"(?:(?![\u0400-\u052f])[^\W\d_])(?:[^\W\d_\u0400-\u052f]|['’-])*")
_SURNAME = re.compile(r"\w{3,}(?:ov|ova|ev|eva|uly|uli|kyzy|qyzy|enko|shvili|sson|dottir)")
"""Surnames that no organisation ends in, whatever stands before them."""

_BY_THING = re.compile(read_alternatives("names/thing_holders"), re.IGNORECASE)
_OPENING = frozenset('"«“„&')
_MAX_WORDS = 3
_RULE = "latin/1"


class LatinPersons:
    """Finds persons in Latin letters.

    The given name comes first, or a typical surname last.

    `given` are given names. `organisations` are words that end the name of an organisation though a given name begins
    it. `is_thing` tells words for works and the like, which can bear a person's name. `is_position` tells words for
    positions.
    """

    def __init__(
        self,
        given: frozenset[str],
        organisations: frozenset[str],
        is_thing: Callable[[str], bool],
        is_position: Callable[[str], bool],
    ) -> None:
        self._given = given
        self._is_position = is_position
        self._organisations = organisations
        self._is_thing = is_thing

    def apply(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with its persons in Latin letters."""
        found = list(self._find_names(tokens))
        starts = {person.stop: person.first for person in found if person.label == EntityLabel.PER}
        kept = [_adjust_name(name, starts.get(name.stop, -1)) for name in names]
        return sort_names([*kept, *drop_overlapping(found, kept)])

    def _find_names(self, tokens: Sequence[Token]) -> Iterator[Name]:
        """Yield the persons, and the firms behind a position.

        Example: «аналитики Kestrel Partners».
        """
        first = 0
        while first < len(tokens):
            if not _is_latin_capital(tokens[first].text[0]):
                first += 1
                continue
            stop = _find_run_stop(tokens, first)
            while first < stop - 1 and self._is_position(tokens[first].text):
                first += 1
            person = self._skip_organisation(tokens, first, stop)
            if person > first and self._follows_position(tokens, first):
                yield Name(first, person, EntityLabel.ORG, _RULE)
            first = person
            if 2 <= stop - first <= _MAX_WORDS + 1:
                if self._is_person(tokens, first, stop):
                    yield Name(first, stop, EntityLabel.PER, _RULE)
                elif self._follows_position(tokens, first) and not _BY_THING.match(tokens[first - 1].text):
                    yield Name(first, stop, EntityLabel.ORG, _RULE)
            first = max(stop, first + 1)

    def _skip_organisation(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """Return where a person behind an organisation starts.

        Example: "Blue Steppe Ventures Jonathan Reyes"; else `first`.
        """
        behind = range(first + 1, stop - 1)
        if self._follows_position(tokens, first):
            return next((place for place in behind if tokens[place].text in self._given), first)
        ends = (place for place in behind if tokens[place - 1].text.lower() in self._organisations)
        return next((place for place in ends if tokens[place].text in self._given), first)

    def _follows_position(self, tokens: Sequence[Token], first: int) -> bool:
        return first > 0 and self._is_position(tokens[first - 1].text) and tokens[first].text not in self._given

    def _is_person(self, tokens: Sequence[Token], first: int, stop: int) -> bool:
        words = [token.text for token in tokens[first:stop] if token.text != "."]
        before = tokens[first - 1].text if first else ""
        after = tokens[stop].text if stop < len(tokens) else ""
        if (
            not 2 <= len(words) <= _MAX_WORDS
            or before in _OPENING
            or after == "&"
            or words[-1].lower() in self._organisations
        ):
            return False
        if self._is_thing(before) or any(len(word) > 1 and word.isupper() for word in words):
            return False
        return words[0] in self._given or _SURNAME.fullmatch(words[-1]) is not None


def _adjust_name(name: Name, first: int) -> Name:
    """Return what a name is beside a person.

    The person starts at the token `first` and stops with the name.
    """
    if first < name.first:
        return name
    return (
        name.with_label(EntityLabel.PER, _RULE) if first == name.first else name.with_bounds(name.first, first, _RULE)
    )


def _is_latin_capital(letter: str) -> bool:
    """Say whether a run can start here.

    It is cheaper than the pattern, and few tokens can.
    """
    return letter.isupper() and not "\u0400" <= letter <= "\u052f"


def _find_run_stop(tokens: Sequence[Token], first: int) -> int:
    """Return where the capitalised Latin words from `first` stop.

    Initials are with their full stops.
    """
    stop = first
    while stop < len(tokens):
        word = tokens[stop].text
        is_initial = word == "." and stop > first and len(tokens[stop - 1].text) == 1
        if not is_initial and not (word[0].isupper() and _CAPITALISED.fullmatch(word)):
            break
        stop += 1
    return stop
