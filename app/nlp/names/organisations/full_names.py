"""Names of organisations at their full length, in one of two conventions.

The narrow one is the name alone. The wide one takes what the organisation belongs to with it (a country, region, person
or larger organisation), and organisations that have no name of their own ("полиция", "парламент").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.letters import CAPITALS, SMALL
from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_table, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import NounPhrases
from app.nlp.names.name import Name, sort_names
from app.nlp.names.organisations.abbreviated_names import find_abbreviated, find_other_acronyms
from app.nlp.names.organisations.organisation_extent import (
    NameExtent,
    OrganisationWords,
    drop_number,
    find_namesake,
)
from app.nlp.text.tokens import Token

_RELATIONAL = re.compile(
    r"(?:\w+(?:ск|цк)|\w+-\w+н|"
    rf"(?!(?:{read_alternatives('names/unrelational_stems')})альн)\w+альн|{read_alternatives('names/relational_adjectives')})"
    r"(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими|ый|ым|ые|ых|ыми|его|ему|ем|ее|ей)|\d+-(?:й|го|я|му|м|ой|ю)",
    re.IGNORECASE,
)
"""Adjectives that tell whose or which one: they belong to the name ("японский МИД", "1-й Украинский фронт")."""

_TITLE_ADJECTIVES = read_words("names/title_adjectives")
"""Adjectives that open the names of organisations, where a sentence begins too."""

BARE_SURNAME = re.compile(rf"[{CAPITALS}][{SMALL}]+(?:[еоё]в|[иы]н)")
_BORNE = frozenset(("place", "named"))
"""Powers of words for schools, institutes and hospitals, which bear names."""
_MANAGEMENT = stem("управление")
_MAX_WORDS_TO_NAMESAKE = 6
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
        self._speaking = frozenset(("own", "local", "whose", "alone") if wide else ("own", "local"))

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
                found.append(self._extend_to_bearer(self._extend_left(organisation, tokens, reached), tokens, reached))
                reached = organisation.stop
        rest = [part for name in names for part in _cut_behind(name, found)]
        return find_abbreviated(sort_names([*found, *rest]), tokens, self._heads)

    def find_other_acronyms(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Yield the acronyms that a sentence spells out as no organisation."""
        return find_other_acronyms(tokens, self._heads)

    def _find_at(self, index: int, starts: dict[int, Name], tokens: Sequence[Token]) -> Name | None:
        """Return the organisation that starts at this token.

        It has its full length to the right.
        """
        name = starts.get(index)
        if name is not None:
            return self._extend_name(name, starts, tokens)
        before = tokens[index - 1].text if index else ""
        if before == "под" or (before == "по" and stem(tokens[index].text) == _MANAGEMENT):
            return None  # «под управлением Гергиева», «совет по управлению фондом»
        powers = self._heads.find_powers(tokens[index].text)
        if not powers:
            return None
        return self._find_titled(index, starts, tokens) or self._find_plain(index, powers, starts, tokens)

    def _find_plain(
        self, index: int, powers: frozenset[str], starts: dict[int, Name], tokens: Sequence[Token]
    ) -> Name | None:
        """Return the organisation that a word in lower case heads.

        It must say of what, whose or after whom it is.
        """
        speaking = powers & self._speaking
        number = "plur" if "plural" in powers else "sing"
        is_asked = speaking or _names_somebody(index, tokens)
        if not is_asked or not self._phrases.has_number(drop_number(tokens[index].text), number):
            return None
        grown = self._extend_right(Name(index, index + 1, EntityLabel.ORG, _RULE), starts, tokens)
        if not speaking:
            return grown if find_namesake(index, grown.stop, tokens) < grown.stop else None
        says_whose = grown.stop > index + 1 or self._is_relational(index - 1, index, tokens)
        return grown if says_whose or "alone" in speaking else None

    def _extend_name(self, name: Name, starts: dict[int, Name], tokens: Sequence[Token]) -> Name | None:
        """Return the organisation that a name is of, or None.

        A word for one that governs something is one, whatever the tagger took it for: «Союз | мукомолов».
        """
        last = tokens[name.stop - 1].text
        if name.label == EntityLabel.LOC and last[:3].isupper() and self._heads.find_powers(last):
            name = name.with_label(EntityLabel.ORG, _RULE)  # «Петропавловская ТЭЦ-2»
        if name.label == EntityLabel.ORG:
            return self._extend_right(_end_at_namesake(name, tokens), starts, tokens)
        powers = self._heads.find_powers(tokens[name.first].text) if name.stop == name.first + 1 else frozenset()
        if name.label != EntityLabel.LOC or "of" not in powers:
            return None
        whole = self._extend_right(Name(name.first, name.stop, EntityLabel.ORG, _RULE), starts, tokens)
        return whole if whole.stop > name.stop else None

    def _find_titled(self, head: int, starts: dict[int, Name], tokens: Sequence[Token]) -> Name | None:
        """Return the organisation whose first adjective has a capital.

        Example: «Единый накопительный пенсионный фонд». Where a sentence begins, a capital tells nothing: the adjective
        must be one of titles, and more must follow than a noun.
        """
        first = head
        while first and self._phrases.adjective_agrees(tokens[first - 1].text, tokens[head].text):
            first -= 1
            if tokens[first].text[0].isupper():
                break
        if first == head or not tokens[first].text[0].isupper() or tokens[head].text[0].isupper():
            return None
        whole = self._extend_right(Name(first, head + 1, EntityLabel.ORG, _RULE), starts, tokens)
        if first and tokens[first - 1].text[-1].isalnum():
            return whole
        is_long = whole.stop - whole.first > 2
        return whole if is_long and self._phrases.match_lemma(tokens[first].text.lower(), _TITLE_ADJECTIVES) else None

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

    def _extend_to_bearer(self, organisation: Name, tokens: Sequence[Token], low: int) -> Name:
        """Return an organisation with the surname that it bears undeclined.

        Example: «в Назарбаев | Интеллектуальной школе». A given name before it makes a person.
        """
        bearer = organisation.first - 1
        if bearer < low or not BARE_SURNAME.fullmatch(tokens[bearer].text):
            return organisation
        is_person = bearer > 0 and tokens[bearer - 1].text[0].isupper()
        powers = self._heads.all_powers(tokens[organisation.first : organisation.stop])
        is_titled = tokens[organisation.first].text[0].isupper() and not powers.isdisjoint(_BORNE)
        return (
            organisation.with_bounds(bearer, organisation.stop, _RULE) if is_titled and not is_person else organisation
        )

    def _is_relational(self, adjective: int, noun: int, tokens: Sequence[Token]) -> bool:
        if adjective < 0 or not _RELATIONAL.fullmatch(tokens[adjective].text):
            return False
        word = tokens[noun].text
        return word[:3].isupper() or self._phrases.adjective_agrees(tokens[adjective].text, word)


def _names_somebody(index: int, tokens: Sequence[Token]) -> bool:
    """Say whether «имени» or «им» follows a word for an organisation soon."""
    stop = min(len(tokens), index + _MAX_WORDS_TO_NAMESAKE)
    return find_namesake(index + 1, stop, tokens) < stop


def _end_at_namesake(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a name without lower case words behind its namesake.

    It stops before «имени» where nobody is named inside.
    """
    at = find_namesake(name.first + 1, name.stop, tokens)
    if at == name.stop:
        return name
    capitals = (index for index in range(name.stop - 1, at, -1) if tokens[index].text[0].isupper())
    return name.with_bounds(name.first, next(capitals, at - 1) + 1, _RULE)


def _cut_behind(name: Name, found: Sequence[Name]) -> Iterator[Name]:
    """Yield what of a name lies outside the organisations.

    It is all of it, or what of a person stands behind one.
    """
    touched = next((one for one in found if one.first < name.stop and name.first < one.stop), None)
    if touched is None:
        yield name
    elif name.label == EntityLabel.PER and touched.first < name.first < touched.stop < name.stop:
        yield Name(touched.stop, name.stop, name.label, _RULE)
