"""Who and what stands behind a position: place, organisation, person.

Example: "Аким Сарани Болат Ержанов", "аким области Абай Нурлан Беков", "заявил аким Сейтказиев".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.letters import CAPITALS, SMALL
from app.core.text.word_lists import read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import GENITIVE, NounPhrases
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.known.lexicon import Lexicon, LexiconHit
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.names.persons.position_words import PositionWords
from app.nlp.text.tokens import Token

_PLACE_TYPES = read_words("names/place_types") | read_words("names/inner_place_types")
_WORD = re.compile(rf"[{CAPITALS}][{SMALL}]+(?:-[{CAPITALS}]?[{SMALL}]+)*|[{CAPITALS}]{{1,4}}")
_INITIAL = re.compile(f"[{CAPITALS}]")
_SURNAME = re.compile(
    r"\w+(?:[оеё]в|[иы]н|[сц]кий|ұлы|улы)(?:а|у|ым|е|ой)?|\w+(?:[сц]к(?:ая|ой|ую|ого|ому|им)|қызы|кызы|енко|швили|дзе|ян)"
)
_PLAIN_SURNAME = re.compile(r"\w+(?:[оеё]в|[иы]н|ұлы|улы)(?:а|у|ым|е|ой)?|\w+(?:қызы|кызы|енко)")
_PATRONYMIC = re.compile(r"\w+(?:[оеё]вич|[оеи]вн|ичн|ұлы|улы|қызы|кызы|оглы)\w{0,2}")
_OPENING = frozenset('"«“„')
_STARTS = frozenset('"«“„:—–-([')
_MAX_PERSON_WORDS = 3
_MAX_PARTS = 4
_RULE = "post/1"


class PositionNames:
    """Reads anew what stands behind the positions of a sentence.

    `lexicon` knows places, which can open the name of a person for the tagger.
    """

    def __init__(self, words: PositionWords, forms: WordForms, phrases: NounPhrases, lexicon: Lexicon) -> None:
        self._words = words
        self._forms = forms
        self._phrases = phrases
        self._lexicon = lexicon

    def apply(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with those behind its positions read anew."""
        positions = [index for index, token in enumerate(tokens) if self._words.is_position(token.text)]
        if not positions:
            return list(names)
        settled = [self._cut_position(name, tokens) for name in names]
        settled = [self._cut_occupation(name, tokens) for name in settled]
        settled = [name for name in settled if name.rule != _RULE or _has_capital(name, tokens)]
        settled = [name for name in settled if not self._is_position(name, tokens)]
        for index in positions:
            if index == 0 or tokens[index - 1].text not in _OPENING:
                found = list(self._read_behind(index, settled, tokens))
                settled = sort_names([*drop_overlapping(settled, found), *found])
        return settled

    def _is_position(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a name is a position with its adjectives.

        Capitals misled the tagger: «Чрезвычайному и Полномочному Послу».
        """
        office, last = tokens[name.stop - 1].text, name.stop - 1
        if (
            last == name.first
            or (name.first and tokens[name.first - 1].text in _OPENING)
            or not self._words.find_office(office)
        ):
            return False
        words = [token.text for token in tokens[name.first : last]]
        return all(word == "и" or self._phrases.adjective_agrees(word, office) for word in words)

    def _cut_position(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return a name without the positions that open it."""
        first = name.first
        while first < name.stop and self._opens_name(first, name, tokens):
            first += 1
        return name.with_bounds(first, name.stop, _RULE)

    def _cut_occupation(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return a person without the occupation behind it: «Динара Ахметова | Корреспондент»."""
        last = name.stop - 1
        is_whole = name.label == EntityLabel.PER and last > name.first + 1 and _SURNAME.fullmatch(tokens[last - 1].text)
        is_occupation = (
            is_whole and not _SURNAME.fullmatch(tokens[last].text) and self._words.is_position(tokens[last].text)
        )
        return name.with_bounds(name.first, last, _RULE) if is_occupation else name

    def _opens_name(self, index: int, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a token is a position before a name.

        It is not the name itself: «Мельник» can be either.
        """
        word = tokens[index].text
        before = tokens[index - 1].text if index else ""
        if before in _OPENING or not self._words.is_position(word):
            return False
        if word[0].islower() or word.isascii() or self._words.find_office(word):
            return True
        follows = tokens[index + 1].text if index + 1 < name.stop else ""
        starts = not index or before in _STARTS
        return starts and follows[:1].isupper() and (name.stop - index > 2 or name.label != EntityLabel.PER)

    def _read_behind(self, index: int, names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
        """Yield the names in capitalised words behind a position.

        The tagger did not part these words.
        """
        starts = {name.first: name for name in names}
        first = index + 1
        rest: list[Name] = []
        for _ in range(_MAX_PARTS):
            first = self._skip_common(first, tokens)
            if first < len(tokens) and self._words.find_office(tokens[first].text):
                break  # «помощник Президента …»: the other position is read by itself
            stop = _find_run_stop(first, tokens)
            if stop == first:
                break
            name = starts.get(first)
            place = self._find_place(index, first, stop, name, tokens)
            if place is not None:
                yield place
                rest = _cut_behind(place, name)
                names = [*drop_overlapping(names, [place]), *rest]
                starts = {one.first: one for one in names}
                first = place.stop
            elif self._words.is_of_superior([token.text for token in tokens[first:stop]]):
                yield Name(first, first + 1, EntityLabel.PER, _RULE)
                yield Name(first + 1, stop, EntityLabel.PER, _RULE)
                return
            elif name is not None and name.label != EntityLabel.PER and name.stop != stop:
                first = name.stop
            else:
                if not _reaches_out(first, stop, names) and self._is_person(index, first, stop, name, tokens):
                    yield Name(first, stop, EntityLabel.PER, _RULE)
                else:
                    yield from rest
                return
        yield from rest

    def _skip_common(self, first: int, tokens: Sequence[Token]) -> int:
        """Return where the common words that a position governs stop: "управления культуры"."""
        if first + 1 < len(tokens) and tokens[first].text == "из":
            return first + 1
        return self._phrases.find_stop(tokens, first, GENITIVE) if first < len(tokens) else first

    def _find_place(
        self, position: int, first: int, stop: int, name: Name | None, tokens: Sequence[Token]
    ) -> Name | None:
        """Return the place that heads a run of capitalised words.

        A person must follow it, or nothing.
        """
        is_typed = first - 1 > position and self._is_place_type(tokens[first - 1].text)
        hit = (self._lexicon.find_at(tokens, first - 1) if is_typed else None) or self._lexicon.find_at(tokens, first)
        if hit is not None and hit.stop <= stop and self._parts_run(hit, stop, tokens, is_typed=is_typed):
            return Name(first, hit.stop, hit.known.label, _RULE)
        words = [token.text for token in tokens[first:stop]]
        is_parted = name is not None and (name.label == EntityLabel.ORG or name.stop == first + 1)
        if is_parted or len(words) < _MAX_PERSON_WORDS or "." in words or any(map(str.isupper, words)):
            return None
        if _PATRONYMIC.fullmatch(words[1]) or _reaches_out(first, stop, [name] if name else []):
            return None
        if self._is_given_name(words[0]) and not (self._is_given_name(words[1]) and _SURNAME.fullmatch(words[2])):
            return None
        if is_typed or (not _PATRONYMIC.fullmatch(words[2]) and self._is_unlike(words)):
            return Name(first, first + 1, EntityLabel.LOC, _RULE)
        return None

    def _parts_run(self, hit: LexiconHit, stop: int, tokens: Sequence[Token], *, is_typed: bool) -> bool:
        """Say whether a known name heads a run before a person.

        The known name is a name of its own.
        """
        rest = [token.text for token in tokens[hit.stop : stop]]
        if not rest:
            return is_typed
        if len(rest) > 1:
            return not _PATRONYMIC.fullmatch(rest[0])
        return hit.known.is_sure and not self._is_given_name(tokens[hit.first].text)

    def _is_place_type(self, word: str) -> bool:
        return self._phrases.match_lemma(word, _PLACE_TYPES) != ""

    def _is_unlike(self, words: Sequence[str]) -> bool:
        """Say whether the first of three words is not the person's.

        It has another case, or it is no name for a person.
        """
        first, second = words[0], words[1]
        is_genitive = self._phrases.has_case(first, GENITIVE)
        if is_genitive and self._phrases.is_inflected(first) and not self._phrases.is_inflected(second):
            return True
        return is_genitive and self._is_given_name(second) and not self._is_given_name(first)

    def _is_given_name(self, word: str) -> bool:
        return any("Name" in marks for marks in self._forms.grammemes_of(word))

    def _is_person(self, position: int, first: int, stop: int, name: Name | None, tokens: Sequence[Token]) -> bool:
        """Say whether a run of capitalised words is a person's name.

        The run stands behind a position.
        """
        words = [token.text for token in tokens[first:stop] if token.text != "."]
        if any(len(word) > 1 and word.isupper() for word in words) or tokens[first - 1].text in _OPENING:
            return False
        whole = [word for word in words if len(word) > 1]
        if len(words) == 1:
            is_near = first == position + 1 and name is not None and name.stop == stop
            return is_near and bool(_PLAIN_SURNAME.fullmatch(words[0])) and not self._is_known_place(words[0])
        return (
            bool(whole)
            and len(words) <= _MAX_PERSON_WORDS
            and (self._is_given_name(words[0]) or bool(_SURNAME.fullmatch(whole[-1])) or len(whole) < len(words))
        )

    def _is_known_place(self, word: str) -> bool:
        return any("Geox" in marks for marks in self._forms.grammemes_of(word))


def _has_capital(name: Name, tokens: Sequence[Token]) -> bool:
    return any(token.text[0].isupper() for token in tokens[name.first : name.stop])


def _cut_behind(place: Name, name: Name | None) -> list[Name]:
    """Return what is left of the name that a place opens."""
    if name is None or name.label != EntityLabel.PER or name.stop <= place.stop:
        return []
    return [Name(place.stop, name.stop, name.label, _RULE)]


def _reaches_out(first: int, stop: int, names: Sequence[Name]) -> bool:
    """Say whether a name lies partly in these tokens, and partly outside."""
    touched = (name for name in names if name.first < stop and first < name.stop)
    return any(name.first < first or stop < name.stop for name in touched)


def _find_run_stop(first: int, tokens: Sequence[Token]) -> int:
    """Return where the capitalised words from `first` stop.

    Initials are with their full stops.
    """
    stop = first
    while stop < len(tokens):
        word = tokens[stop].text
        is_dot = word == "." and stop > first and bool(_INITIAL.fullmatch(tokens[stop - 1].text))
        if not is_dot and not _WORD.fullmatch(word):
            break
        stop += 1
    return stop
