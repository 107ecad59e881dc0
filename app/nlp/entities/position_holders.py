"""Posts and who holds them in an article: "глава государства" beside a name is that person, wherever it comes again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from app.core.stem import stem
from app.nlp.names.name import Name
from app.nlp.text.tokens import Token

Office = tuple[str, ...]

_HEAD_OF_STATE: Office = (stem("глава"), stem("государство"))
_PRESIDENT: Office = (stem("президент"),)
_LAND_WORDS = frozenset(map(stem, ("республика", "страна", "РК", "РФ")))


class Offices:
    """The posts and persons of one article: `names` in order, with their normal forms; `lands` are the countries."""

    def __init__(
        self, names: Sequence[Name], normals: Sequence[str], tokens: Sequence[Token], lands: frozenset[str]
    ) -> None:
        self._lands = lands
        self._names = names
        self._normals = normals
        self._tokens = tokens

    def told(self, referents: Sequence[str]) -> list[str]:
        """Return `referents` with those of posts set to the person who holds them, where the article says who."""
        holders = self._holders(referents)
        return [
            holders.get(self._office(index, referents), referent) if name.label == "ROLE" else referent
            for index, (name, referent) in enumerate(zip(self._names, referents, strict=True))
        ]

    def _office(self, index: int, referents: Sequence[str]) -> Office:
        """Return what two mentions of one post have in common; the president of its land is the head of state."""
        words = tuple(stem(word) for word in self._normals[index].split())
        if words[:1] == _PRESIDENT:
            land = words[1:]
            if not land or set(land) <= _LAND_WORDS | self._land_words(referents):
                return _HEAD_OF_STATE
        return words

    def _land_words(self, referents: Sequence[str]) -> set[str]:
        """Return the stems of the country that the article names most often."""
        named = Counter(referent for referent in referents if referent in self._lands)
        return {stem(word) for word in named.most_common(1)[0][0].split()} if named else set()

    def _holders(self, referents: Sequence[str]) -> dict[Office, str]:
        """Return office → holder, for the offices that stand beside one person alone."""
        found: dict[Office, set[str]] = defaultdict(set)
        persons = {name.first: index for index, name in enumerate(self._names) if name.label == "PER"}
        ends = {name.stop: index for index, name in enumerate(self._names) if name.label == "PER"}
        for index, role in enumerate(self._names):
            if role.label == "ROLE":
                person = persons.get(role.stop)
                if person is None and role.first and self._tokens[role.first - 1].text in (",", "—", "–", "-"):
                    person = ends.get(role.first - 1)
                if person is not None:
                    found[self._office(index, referents)].add(referents[person])
        return {office: people.pop() for office, people in found.items() if len(people) == 1}
