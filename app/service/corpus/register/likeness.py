"""Measure how like two names are, and why.

Rules suggest what may be the same, the least often wrong first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import zip_longest

from app.core.query.words import split_words
from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_table, read_words
from app.core.vocabulary import EntityLabel
from app.service.corpus.register.name_sounds import count_shared_letters, is_declined_alike, sound_key, sound_word
from app.store.index.name_reader import NameEntry


class Reason(StrEnum):
    """Why two names may stand for the same."""

    OTHER_ORDER = "other order"
    OTHER_ALPHABET = "other alphabet"
    LEGAL_FORM = "legal form"
    MORE_WORDS = "more words"
    FAMILY_NAME = "family name"
    ABBREVIATION = "abbreviation"
    SYLLABLES = "syllables"
    ONE_LETTER = "one letter"


SCORES = {
    Reason.OTHER_ORDER: 0.95,
    Reason.OTHER_ALPHABET: 0.9,
    Reason.LEGAL_FORM: 0.9,
    Reason.MORE_WORDS: 0.8,
    Reason.FAMILY_NAME: 0.7,
    Reason.ABBREVIATION: 0.6,
    Reason.SYLLABLES: 0.6,
    Reason.ONE_LETTER: 0.5,
}
_MAX_OF_KEY = 12
"""A key that more names share tells nothing: a family name that a dozen people have."""
_MAX_INITIALS = 2
"""So few initials of first names are those of few persons, in however many forms."""
_MAX_FORMS = 60
_MIN_LETTERS = 6
"""In shorter words one letter makes another word."""
_MIN_NAME_END = 5
"""Names that differ in one letter begin or end with so many equal ones."""
_MIN_SYLLABLE, _MAX_OTHER_ENDING = 3, 2
"""Letters that a syllable shares with its word, and those that end it otherwise (Минэнерго)."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names that may stand for the same.

    `left` is the better known one.
    """

    left: NameEntry
    right: NameEntry
    reason: Reason

    @property
    def score(self) -> float:
        return SCORES[self.reason]


def suggest(names: Sequence[NameEntry], are_apart: Callable[[str, str], bool]) -> list[Suggestion]:
    """Return pairs of names that may be the same.

    They have one label. The surest and best known come first.

    Each pair comes once, with its best reason; pairs that were judged, themselves or through their clusters, are left
    out.
    """
    found: dict[frozenset[str], Suggestion] = {}
    for suggestion in _pairs(names):
        pair = frozenset((suggestion.left.record_key, suggestion.right.record_key))
        known = found.get(pair)
        if (known is None or suggestion.score > known.score) and not are_apart(*pair):
            found[pair] = suggestion
    return sorted(found.values(), key=lambda one: (-one.score, -one.left.mentions, one.left.key, one.right.key))


def _pairs(names: Sequence[NameEntry]) -> Iterator[Suggestion]:
    for reason, keys_of in _KEYS.items():
        shared: dict[str, list[NameEntry]] = defaultdict(list)
        for name in names:
            for key in keys_of(name):
                shared[key].append(name)
        for group in shared.values():
            if _is_telling(group, reason):
                yield from _pairs_in(group, reason)


def _is_telling(group: Sequence[NameEntry], reason: Reason) -> bool:
    """Say whether few enough names share a key."""
    if len(group) <= _MAX_OF_KEY or reason is not Reason.FAMILY_NAME:
        return 1 < len(group) <= _MAX_OF_KEY
    initials = {given[0][0] for _, given in map(_person, group) if given}
    return len(initials) <= _MAX_INITIALS and len(group) <= _MAX_FORMS


def _pairs_in(group: Sequence[NameEntry], reason: Reason) -> Iterator[Suggestion]:
    ordered = sorted(group, key=lambda name: (-name.mentions, name.key))
    for place, left in enumerate(ordered):
        for right in ordered[place + 1 :]:
            if left.key != right.key and left.label == right.label and _fits(left, right, reason):
                yield Suggestion(left, right, reason)


def _fits(left: NameEntry, right: NameEntry, reason: Reason) -> bool:
    """Say whether nothing speaks against two names that share a key.

    Numbers must agree. Two first names, or initials that differ, are two persons.
    """
    if (
        _numbers(left.key) != _numbers(right.key)
        or _have_other_countries(left, right)
        or not _are_shared_words_alike(left, right)
    ):
        return False
    if reason is Reason.FAMILY_NAME:
        given = sorted((_person(left)[1], _person(right)[1]), key=lambda words: (len(words), len("".join(words))))
        return _are_initials_of(*given)
    if reason is Reason.ABBREVIATION:
        return (len(left.key.split()) == 1) != (len(right.key.split()) == 1)
    if reason is Reason.SYLLABLES:
        short, long = sorted((left.key.split(), right.key.split()), key=len)
        return len(short) == 1 < len(long) and _is_made_of_syllables(short[0], long)
    if reason is Reason.ONE_LETTER:
        return _differ_in_one_letter(sound_key(left.key), sound_key(right.key))
    return True


def _are_shared_words_alike(left: NameEntry, right: NameEntry) -> bool:
    """Say whether words that share a sound are forms of one."""
    ours, theirs = ({sound_word(word): word for word in split_words(name.shown)} for name in (left, right))
    return all(is_declined_alike(ours[sound], theirs[sound]) for sound in ours.keys() & theirs.keys())


def _is_made_of_syllables(word: str, words: Sequence[str]) -> bool:
    """Say whether a word is made of the beginnings of two words.

    The second one may end otherwise: Минэнерго is of энергетики.
    """
    for cut in range(_MIN_SYLLABLE, len(word) - _MIN_SYLLABLE + 1):
        rest = word[cut:]
        for other in words[1:]:
            shared = count_shared_letters(rest, other)
            if shared >= _MIN_SYLLABLE and len(rest) - shared <= _MAX_OTHER_ENDING and words[0].startswith(word[:cut]):
                return True
    return False


def _are_initials_of(given: Sequence[str], longer: Sequence[str]) -> bool:
    """Say whether each given name stands in a longer name.

    Its initial may stand there in its place.

    A stem is no more than the beginning of a name, and an initial one letter of it.
    """
    return all(any(word.startswith(part) or part.startswith(word) for word in longer) for part in given)


def _differ_in_one_letter(left: str, right: str) -> bool:
    """Say whether one long word has one letter other, missing or added."""
    words = [pair for pair in zip_longest(left.split(), right.split(), fillvalue="") if pair[0] != pair[1]]
    return len(words) == 1 and min(map(len, words[0])) >= _MIN_LETTERS and _is_one_letter_other(*words[0])


def _is_one_letter_other(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1:
        return False
    start = count_shared_letters(left, right)
    return left[start + 1 :] in {right[start:], right[start + 1 :]} or left[start:] == right[start + 1 :]


def _have_other_countries(left: NameEntry, right: NameEntry) -> bool:
    """Say whether both names say a country, each another one."""
    countries = _split_off_country(left)[1], _split_off_country(right)[1]
    return all(countries) and countries[0] != countries[1]


def _numbers(key: str) -> list[str]:
    return re.findall(r"\d+", key)


def _order_keys(name: NameEntry) -> Iterable[str]:
    words = sorted(name.key.split())
    return (" ".join(words),) if len(words) > 1 else ()


def _alphabet_keys(name: NameEntry) -> Iterable[str]:
    return (" ".join(sorted(sound_key(name.key).split())),)


def _legal_keys(name: NameEntry) -> Iterable[str]:
    if name.label != EntityLabel.ORG:
        return ()
    words = [word for word in split_words(name.shown) if not _legal_form().match(word)]
    return (" ".join(map(stem, words)),) if words else ()


def _more_keys(name: NameEntry) -> Iterable[str]:
    """Return a name without its kind and its country."""
    bare = _split_off_country(name)[0]
    return (bare,) if bare and name.label != EntityLabel.PER else ()


def _split_off_country(name: NameEntry) -> tuple[str, str]:
    """Return a name without kind and country, and that country.

    A place is what it is called: its country is its name.
    """
    words = [word for word in split_words(name.shown) if word not in _kind_words() and not _legal_form().match(word)]
    bare, country = f" {' '.join(map(stem, words))} ", ""
    for said, meant in _countries() if name.label == EntityLabel.ORG else ():
        if f" {said} " in bare:
            bare, country = bare.replace(f" {said} ", " "), meant
    return bare.strip(), country


@cache
def _kind_words() -> frozenset[str]:
    """Words that say what is named, and may be left out."""
    return read_words("register/kind_words")


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    """Return how countries are called, and which they are; long ones first."""
    table = read_table("register/country_words")
    said = {" ".join(map(stem, words.split())): country for words, country in table.items()}
    return tuple(sorted(said.items(), key=lambda pair: -len(pair[0])))


def _family_keys(name: NameEntry) -> Iterable[str]:
    """Return the family name, alone and with the first initial.

    Where too many people have the family name, those with one initial are still few.
    """
    if name.label != EntityLabel.PER:
        return ()
    family, given = _person(name)
    return (family, *(f"{family} {word[0]}" for word in given[:1]))


def _person(name: NameEntry) -> tuple[str, list[str]]:
    """Return a person's family name and given names, as they sound.

    The family name comes last, or before nothing but initials.
    """
    words = sound_key(name.key).split()
    if len(words) > 1 and all(len(word) == 1 for word in words[1:]):
        return words[0], words[1:]
    return words[-1], words[:-1]


def _abbreviation_keys(name: NameEntry) -> Iterable[str]:
    if name.label == EntityLabel.PER:
        return ()
    words = split_words(name.shown)
    if len(words) == 1:
        return (words[0],) if name.shown.isupper() and len(words[0]) > 1 else ()
    return ("".join(word[0] for word in words), "".join(word[0] for word in words if len(word) > 2))


def _syllable_keys(name: NameEntry) -> Iterable[str]:
    """Return how two words begin, or how one is cut in two."""
    if name.label == EntityLabel.PER:
        return ()
    first, *others = name.key.split()
    if others:
        return {f"{first[:_MIN_SYLLABLE]} {word[:_MIN_SYLLABLE]}" for word in others}
    cuts = range(_MIN_SYLLABLE, len(first) - _MIN_SYLLABLE + 1)
    return {f"{first[:_MIN_SYLLABLE]} {first[cut : cut + _MIN_SYLLABLE]}" for cut in cuts}


def _letter_keys(name: NameEntry) -> Iterable[str]:
    """Return the halves of a name as keys.

    One of them is the same in a name that differs in one letter.
    """
    sounded = sound_key(name.key)
    if len(sounded) < 2 * _MIN_NAME_END:
        return ()
    return (f"<{sounded[:_MIN_NAME_END]}", f"{sounded[-_MIN_NAME_END:]}>")


@cache
def _legal_form() -> re.Pattern[str]:
    """A word that is the legal form of an organisation."""
    return re.compile(f"(?:{read_alternatives('names/legal_forms')}|{read_alternatives('names/foreign_forms')})\\Z")


_KEYS: dict[Reason, Callable[[NameEntry], Iterable[str]]] = {
    Reason.OTHER_ORDER: _order_keys,
    Reason.OTHER_ALPHABET: _alphabet_keys,
    Reason.LEGAL_FORM: _legal_keys,
    Reason.MORE_WORDS: _more_keys,
    Reason.FAMILY_NAME: _family_keys,
    Reason.ABBREVIATION: _abbreviation_keys,
    Reason.SYLLABLES: _syllable_keys,
    Reason.ONE_LETTER: _letter_keys,
}
