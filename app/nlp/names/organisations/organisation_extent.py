"""How far to the right the name of an organisation reaches.

Example: "Комитет ООН против пыток", "Верховный суд Испании".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import GENITIVE, NounPhrases
from app.nlp.names.name import Name
from app.nlp.text.tokens import Token

_TAILS = (
    (("по",), frozenset({"datv"})),
    (("против",), GENITIVE),
    (("при",), frozenset({"loct", "loc2"})),
    (("в", "защиту"), GENITIVE),
    (("в", "сфере"), GENITIVE),
)
_NOT_A_FIELD = re.compile(read_alternatives("names/no_fields"))
"""What comes after «по» in a sentence rather than in a name."""

_ANY_COUNTRY = frozenset(map(stem, read_entries("names/area_nouns")))
_UNIT = re.compile(read_alternatives("names/unit_acronyms"), re.IGNORECASE)
_POSITION = re.compile(read_alternatives("names/position_stems"), re.IGNORECASE)
"""Words for positions: the person after "начальника Управления …" is the position's, not the organisation's."""

_SURNAME_IN_GENITIVE = re.compile(r"\w+(?:[оеё]ва|[иы]на|[сц]кого|[сц]кой|ұлы|улы|қызы|кызы)", re.IGNORECASE)
_MAX_NAMESAKE_TOKENS = 6
_NUMBER = re.compile(r"-\d{1,2}$")
NAMESAKE_WORDS = frozenset(("имени", "им"))
_OPENING = frozenset('"«“„')
_BARRIERS = frozenset("»“”(),;:—–•")
_RULE = "body/1"


def drop_number(word: str) -> str:
    """Return a word without the number that tells one of several: «ГРЭС-2»."""
    return _NUMBER.sub("", word) if word[-1].isdigit() else word


class OrganisationWords:
    """The words for organisations with their powers (see `resources/lexicons/names/organisation_words.txt`)."""

    def __init__(self, powers: Mapping[str, frozenset[str]], phrases: NounPhrases) -> None:
        self._powers = powers
        self._words = frozenset(powers)
        self._stems = {stem(word) for word in powers}
        self._phrases = phrases

    def find_powers(self, word: str) -> frozenset[str]:
        """Return what a word may do.

        Most words fail at the stem, which is far cheaper than the dictionary.
        """
        word = drop_number(word)
        if stem(word) not in self._stems:
            return frozenset()
        return self._powers.get(self._phrases.match_lemma(word, self._words), frozenset())

    def all_powers(self, tokens: Sequence[Token]) -> frozenset[str]:
        """Return what the words of a name may do together."""
        return frozenset().union(*(self.find_powers(token.text) for token in tokens))


def find_namesake(first: int, stop: int, tokens: Sequence[Token]) -> int:
    """Return where «имени» stands in a row of tokens, or its stop."""
    return next((index for index in range(first, stop) if tokens[index].text in NAMESAKE_WORDS), stop)


@dataclass(slots=True)
class NameExtent:
    """One organisation that is extended to its full length.

    It holds the tokens up to `stop` and takes what follows, part by part.

    `tokens` are those of its sentence, `sentence_starts` the sentence's names by their first token.
    """

    name: Name
    tokens: Sequence[Token]
    starts: Mapping[int, Name]
    heads: OrganisationWords
    phrases: NounPhrases
    wide: bool
    stop: int = 0
    powers: frozenset[str] = frozenset()

    def extend(self) -> Name:
        """Return the name with all that belongs to it on the right."""
        self.stop = self.name.stop
        has_namesake = find_namesake(self.name.first, self.stop, self.tokens) < self.stop
        self.powers = frozenset() if has_namesake else self.heads.all_powers(self.tokens[self.name.first : self.stop])
        following = self._find_next_stop()
        while following > self.stop:
            self.stop = following
            following = self._find_next_stop()
        return self.name.with_bounds(self.name.first, self.stop, _RULE)

    def _find_next_stop(self) -> int:
        """Return where the name stops with one more part.

        It is where it stops now if there is none.
        """
        word = self.tokens[self.stop].text if self.stop < len(self.tokens) else ","
        if word in _BARRIERS:
            return self.stop
        if word in _OPENING:
            return self._find_quoted_stop()
        after = self.starts.get(self.stop)
        if after is not None:
            return after.stop if self._includes_name(after) else self.stop
        if word in NAMESAKE_WORDS and self.powers:
            stop = self._find_namesake_stop()
            self.powers = frozenset() if stop > self.stop else self.powers  # nothing is governed behind a person
            return stop
        return max(self._find_governed_stop(word), self._find_tail_stop(self.stop))

    def _find_governed_stop(self, word: str) -> int:
        """Return where a genitive phrase of the name stops.

        Example: "защиты журналистов".
        """
        if self.wide and self.powers and self.heads.find_powers(word) and self.phrases.has_case(word, GENITIVE):
            return replace(self, name=Name(self.stop, self.stop + 1, EntityLabel.ORG)).extend().stop
        if "of" in self.powers and stem(word) not in _ANY_COUNTRY:
            stop = self.phrases.find_stop(self.tokens, self.stop, GENITIVE)
            return find_namesake(self.stop, stop, self.tokens)
        return self.stop

    def _find_quoted_stop(self) -> int:
        """Return where "совет директоров «Башинформа»" stops.

        It ends inside the quotation, in the wide convention.
        """
        quoted = self.starts.get(self.stop + 1)
        belongs = self.wide and "inner" in self.powers and quoted is not None and quoted.label == EntityLabel.ORG
        return quoted.stop if quoted is not None and belongs else self.stop

    def _includes_name(self, after: Name) -> bool:
        """Say whether the name that follows belongs to it.

        Example: "суд | Испании", "ГУ | МВД", "правительство | Медведева".
        """
        first = self.tokens[after.first].text
        has_phrase = self.stop > self.name.stop and bool(self.powers)
        if after.label == EntityLabel.LOC:
            is_joined = (
                self.wide
                or (has_phrase and "local" not in self.powers)
                or "place" in self.powers
                or self._find_tail_stop(after.stop) > after.stop
            )
            return is_joined and self.phrases.may_be_genitive(first)
        if after.label == EntityLabel.ORG:
            is_unit = _UNIT.fullmatch(self.tokens[self.name.stop - 1].text)
            is_inner = bool(self.powers) and (self.wide or self._find_tail_stop(after.stop) > after.stop)
            return bool(is_unit or is_inner) and self.phrases.may_be_genitive(first)
        return (
            bool(self.powers)
            and (self.wide or has_phrase)
            and self._can_own_person()
            and self._is_genitive_person(after)
        )

    def _can_own_person(self) -> bool:
        """Say whether the person that follows can be its own.

        No position leads it, no place comes between.
        """
        before = self.name.first - 1
        if self.stop > self.name.stop:
            return self.tokens[self.stop - 1].text[0].islower()
        return before < 0 or not _POSITION.match(self.tokens[before].text)

    def _is_genitive_person(self, person: Name) -> bool:
        """Say whether a person's name stands in the genitive.

        Its first whole word tells.
        """
        words = (token.text for token in self.tokens[person.first : person.stop])
        return self.phrases.is_person_in_genitive(next((word for word in words if len(word) > 1), ""))

    def _find_namesake_stop(self) -> int:
        """Return where «имени» and whom it names stop.

        The tagger may join who stands behind: «театра им. Абая | Ерлан Бектенов». A namesake is in the genitive.
        """
        first = self.stop + 1
        if first < len(self.tokens) and self.tokens[first].text == ".":
            first += 1
        after = self.starts.get(first)
        if after is not None and after.label == EntityLabel.PER and self._is_namesake(self.tokens[after.stop - 1].text):
            return after.stop
        stop = first
        while stop < min(first + _MAX_NAMESAKE_TOKENS, len(self.tokens)):
            word = self.tokens[stop].text
            is_initial = len(word) == 1 and (word[0].isupper() or (word == "." and stop > first))
            if not is_initial and not (word[0].isupper() and (stop == first or self._is_namesake(word))):
                break
            stop += 1
            if _SURNAME_IN_GENITIVE.fullmatch(word):
                break
        return stop if stop > first else self.stop

    def _is_namesake(self, word: str) -> bool:
        return bool(_SURNAME_IN_GENITIVE.fullmatch(word)) or self.phrases.is_person_in_genitive(word)

    def _find_tail_stop(self, start: int) -> int:
        """Return where "по борьбе с …", "против пыток" stops.

        It is `start` if there is no such tail.
        """
        for words, cases in _TAILS:
            first = start + len(words)
            if [token.text for token in self.tokens[start:first]] == list(words) and first < len(self.tokens):
                place = self.starts.get(first)
                if place is not None:
                    return (
                        self._find_places_stop(place) if words == ("по",) and place.label == EntityLabel.LOC else start
                    )
                if "field" in self.powers and not _NOT_A_FIELD.match(self.tokens[first].text.lower()):
                    end = (
                        self.phrases.find_field_stop(self.tokens, first)
                        if words == ("по",)
                        else self.phrases.find_stop(self.tokens, first, cases)
                    )
                    return end if end > first else start
        return start

    def _find_places_stop(self, place: Name) -> int:
        """Return where a row of places stops: "по Санкт-Петербургу и Ленобласти"."""
        joined = place.stop < len(self.tokens) and self.tokens[place.stop].text == "и"
        other = self.starts.get(place.stop + 1) if joined else None
        return other.stop if other is not None and other.label == EntityLabel.LOC else place.stop
