"""Positions and who holds them in an article.

Example: "глава государства" beside a name is that person, wherever it comes again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from app.core.text.stem import stem
from app.core.text.word_lists import read_entries
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name
from app.nlp.text.tokens import Token

PositionKey = tuple[str, ...]

_HEAD_OF_STATE: PositionKey = (stem("глава"), stem("государство"))
_PRESIDENT: PositionKey = (stem("президент"),)
_COUNTRY_WORDS = frozenset(map(stem, read_entries("entities/country_words")))


class PositionHolders:
    """The positions and persons of one article.

    `names` are in order, with their normal forms.
    """

    def __init__(
        self, names: Sequence[Name], normals: Sequence[str], tokens: Sequence[Token], countries: frozenset[str]
    ) -> None:
        self._countries = countries
        self._names = names
        self._normals = normals
        self._tokens = tokens

    def link_positions(self, linked: Sequence[str]) -> list[str]:
        """Return `linked` with positions set to who holds them.

        The article must say who.
        """
        holders = self._find_holders(linked)
        return [
            holders.get(self._make_key(index, linked), entity) if name.label == EntityLabel.ROLE else entity
            for index, (name, entity) in enumerate(zip(self._names, linked, strict=True))
        ]

    def _make_key(self, index: int, linked: Sequence[str]) -> PositionKey:
        """Return what two mentions of one position have in common.

        The president of its country is the head of state.
        """
        words = tuple(stem(word) for word in self._normals[index].split())
        if words[:1] == _PRESIDENT:
            country = words[1:]
            if not country or set(country) <= _COUNTRY_WORDS | self._find_country_stems(linked):
                return _HEAD_OF_STATE
        return words

    def _find_country_stems(self, linked: Sequence[str]) -> set[str]:
        """Return the stems of the country that the article names most often."""
        named = Counter(entity for entity in linked if entity in self._countries)
        return {stem(word) for word in named.most_common(1)[0][0].split()} if named else set()

    def _find_holders(self, linked: Sequence[str]) -> dict[PositionKey, str]:
        """Return position → holder.

        The position must stand beside one person alone.
        """
        found: dict[PositionKey, set[str]] = defaultdict(set)
        persons = {name.first: index for index, name in enumerate(self._names) if name.label == EntityLabel.PER}
        ends = {name.stop: index for index, name in enumerate(self._names) if name.label == EntityLabel.PER}
        for index, position in enumerate(self._names):
            if position.label == EntityLabel.ROLE:
                person = persons.get(position.stop)
                if person is None and position.first and self._tokens[position.first - 1].text in (",", "—", "–", "-"):
                    person = ends.get(position.first - 1)
                if person is not None:
                    found[self._make_key(index, linked)].add(linked[person])
        return {position: people.pop() for position, people in found.items() if len(people) == 1}
