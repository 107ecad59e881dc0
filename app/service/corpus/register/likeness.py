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

from app.core.query.words import split_words
from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_table
from app.core.vocabulary import EntityLabel
from app.store.index.name_reader import NameEntry


class Reason(StrEnum):
    """Why two names may stand for the same."""

    OTHER_ORDER = "other order"
    OTHER_ALPHABET = "other alphabet"
    LEGAL_FORM = "legal form"
    FAMILY_NAME = "family name"
    ABBREVIATION = "abbreviation"
    ONE_LETTER = "one letter"


SCORES = {
    Reason.OTHER_ORDER: 0.95,
    Reason.OTHER_ALPHABET: 0.9,
    Reason.LEGAL_FORM: 0.9,
    Reason.FAMILY_NAME: 0.7,
    Reason.ABBREVIATION: 0.6,
    Reason.ONE_LETTER: 0.5,
}
_MAX_OF_KEY = 12
"""A key that more names share tells nothing: a family name that a dozen people have."""
_MIN_LETTERS = 6
"""In shorter words one letter makes another word."""

_SAME_SOUND = str.maketrans("йэыәқғңөүұіһё", "ииыакгноуиихе")


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
            if 1 < len(group) <= _MAX_OF_KEY:
                yield from _pairs_in(group, reason)


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
    if _numbers(left.key) != _numbers(right.key):
        return False
    if reason is Reason.FAMILY_NAME:
        shorter, longer = sorted((left.key.split(), right.key.split()), key=lambda words: (len(words), len(words[0])))
        return shorter != longer and _are_initials_of(shorter[:-1], longer[:-1])
    if reason is Reason.ABBREVIATION:
        return (len(left.key.split()) == 1) != (len(right.key.split()) == 1)
    if reason is Reason.ONE_LETTER:
        return _differ_in_one_letter(left.key, right.key)
    return True


def _are_initials_of(given: Sequence[str], longer: Sequence[str]) -> bool:
    """Say whether each given name stands in a longer name.

    Its initial may stand there in its place.

    A stem is no more than the beginning of a name, and an initial one letter of it.
    """
    return all(any(word.startswith(part) or part.startswith(word) for word in longer) for part in given)


def _differ_in_one_letter(left: str, right: str) -> bool:
    """Say whether one letter is another, missing or added."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = next((place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), None)
    if start is None:
        return True
    return left[start + 1 :] in {right[start:], right[start + 1 :]} or left[start:] == right[start + 1 :]


def _numbers(key: str) -> list[str]:
    return re.findall(r"\d+", key)


def _order_keys(name: NameEntry) -> Iterable[str]:
    words = sorted(name.key.split())
    return (" ".join(words),) if len(words) > 1 else ()


def _alphabet_keys(name: NameEntry) -> Iterable[str]:
    return (" ".join(sorted(to_cyrillic(word) for word in name.key.split())),)


def to_cyrillic(word: str) -> str:
    """Return a folded word as it sounds in Russian letters.

    Tokayev and Токаев give the same.
    """
    if word.isascii():
        for latin, cyrillic in _latin_letters().items():
            word = word.replace(latin, cyrillic)
        word = stem(word)
    return re.sub(r"(.)\1", r"\1", word.translate(_SAME_SOUND).replace("ье", "е").replace("ие", "е"))


def _legal_keys(name: NameEntry) -> Iterable[str]:
    if name.label != EntityLabel.ORG:
        return ()
    words = [word for word in split_words(name.shown) if not _legal_form().match(word)]
    return (" ".join(map(stem, words)),) if words else ()


def _family_keys(name: NameEntry) -> Iterable[str]:
    if name.label != EntityLabel.PER:
        return ()
    return (name.key.split()[-1],)


def _abbreviation_keys(name: NameEntry) -> Iterable[str]:
    if name.label == EntityLabel.PER:
        return ()
    words = split_words(name.shown)
    if len(words) == 1:
        return (words[0],) if name.shown.isupper() and len(words[0]) > 1 else ()
    return ("".join(word[0] for word in words), "".join(word[0] for word in words if len(word) > 2))


def _letter_keys(name: NameEntry) -> Iterable[str]:
    """Return the halves of a name as keys.

    One of them is the same in a name that differs in one letter.
    """
    if len(name.key) < 2 * _MIN_LETTERS:
        return ()
    half = len(name.key) // 2
    return (f"<{name.key[:_MIN_LETTERS]}", f"{name.key[-half:][-_MIN_LETTERS:]}>")


@cache
def _latin_letters() -> dict[str, str]:
    return read_table("register/latin_letters")


@cache
def _legal_form() -> re.Pattern[str]:
    """A word that is the legal form of an organisation."""
    return re.compile(f"(?:{read_alternatives('names/legal_forms')}|{read_alternatives('names/foreign_forms')})\\Z")


_KEYS: dict[Reason, Callable[[NameEntry], Iterable[str]]] = {
    Reason.OTHER_ORDER: _order_keys,
    Reason.OTHER_ALPHABET: _alphabet_keys,
    Reason.LEGAL_FORM: _legal_keys,
    Reason.FAMILY_NAME: _family_keys,
    Reason.ABBREVIATION: _abbreviation_keys,
    Reason.ONE_LETTER: _letter_keys,
}
