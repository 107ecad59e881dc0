"""Names of organisations at their full length, in one of two conventions.

The narrow one is the name alone. The wide one takes what the organisation belongs to with it (a country, region, person
or larger organisation), and organisations that have no name of their own ("полиция", "парламент").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.text.word_lists import read_alternatives, read_table
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import NounPhrases
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.names.organisations.abbreviated_names import find_abbreviated
from app.nlp.names.organisations.organisation_extent import NameExtent, OrganisationWords
from app.nlp.text.tokens import Token

_RELATIONAL = re.compile(
    r"(?:\w+(?:ск|цк)|\w+-\w+н|"
    rf"(?!(?:{read_alternatives('names/unrelational_stems')})альн)\w+альн|{read_alternatives('names/relational_adjectives')})"
    r"(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими|ый|ым|ые|ых|ыми|его|ему|ем|ее|ей)|\d+-(?:й|го|я|му|м|ой|ю)",
    re.IGNORECASE,
)
"""Adjectives that tell whose or which one: they belong to the name ("японский МИД", "1-й Украинский фронт")."""

_RULE = "body/1"


def read_organisation_words(name_list: str) -> dict[str, frozenset[str]]:
    """Read the words for organisations with what they may do.

    The head of the list explains the powers.
    """
    return {word: frozenset(powers.split()) for word, powers in read_table(name_list).items()}


class OrganisationRules:
    """The rules for organisations in one convention.

    `powers` are the words for organisations with what they may do.
    """

    def __init__(self, powers: dict[str, frozenset[str]], phrases: NounPhrases, *, wide: bool) -> None:
        self._heads = OrganisationWords(powers, phrases)
        self._phrases = phrases
        self._wide = wide
        self._speaking = frozenset(("own", "whose", "alone") if wide else ("own",))

    def extend(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with organisations at full length.

        Those that the tagger left out are added.
        """
        starts = {name.first: name for name in names}
        inside = {index for name in names for index in range(name.first + 1, name.stop)}
        found: list[Name] = []
        reached = 0
        for index in range(len(tokens)):
            organisation = self._find_at(index, starts, tokens) if index >= reached and index not in inside else None
            if organisation is not None:
                found.append(self._extend_left(organisation, tokens, reached))
                reached = organisation.stop
        return find_abbreviated(sort_names([*found, *drop_overlapping(names, found)]), tokens, self._heads)

    def _find_at(self, index: int, starts: dict[int, Name], tokens: Sequence[Token]) -> Name | None:
        """Return the organisation that starts at this token.

        It has its full length to the right.
        """
        name = starts.get(index)
        if name is not None:
            return self._extend_right(name, starts, tokens) if name.label == EntityLabel.ORG else None
        if index and tokens[index - 1].text == "под":
            return None  # «под управлением Гергиева»
        powers = self._heads.find_powers(tokens[index].text)
        number = "plur" if "plural" in powers else "sing"
        if not powers & self._speaking or not self._phrases.has_number(tokens[index].text, number):
            return None
        grown = self._extend_right(Name(index, index + 1, EntityLabel.ORG, _RULE), starts, tokens)
        says_whose = grown.stop > index + 1 or self._is_relational(index - 1, index, tokens)
        return grown if says_whose or "alone" in powers & self._speaking else None

    def _extend_right(self, name: Name, starts: dict[int, Name], tokens: Sequence[Token]) -> Name:
        return NameExtent(name, tokens, starts, self._heads, self._phrases, wide=self._wide).extend()

    def _extend_left(self, organisation: Name, tokens: Sequence[Token], low: int) -> Name:
        """Return the organisation with the adjectives before it, from token `low` on.

        Example: "японского | МИДа".
        """
        first = organisation.first
        if not self._heads.find_powers(tokens[first].text):
            return organisation
        while first > low and self._is_relational(first - 1, organisation.first, tokens):
            first -= 1
        return organisation.with_bounds(first, organisation.stop, _RULE)

    def _is_relational(self, adjective: int, noun: int, tokens: Sequence[Token]) -> bool:
        if adjective < 0 or not _RELATIONAL.fullmatch(tokens[adjective].text):
            return False
        word = tokens[noun].text
        return word[:3].isupper() or self._phrases.adjective_agrees(tokens[adjective].text, word)
