"""Entity linking: mentions of one entity share one name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from app.core.text.stem import folded
from app.core.vocabulary import EntityLabel
from app.nlp.entities.transliteration import is_latin, latin_key
from app.nlp.names.corrections.place_rules import is_of_street
from app.nlp.names.known.lexicon import Lexicon
from app.nlp.names.name import Name
from app.nlp.text.tokens import Token

_GLUED_INITIAL = re.compile(r"(?<=\.)(?=\w)")
_SMALL = frozenset(["и", "в", "на", "по", "при", "с", "о", "об", "от", "для", "им", "имени"])


class EntityLinker:
    """Links the names of an article to entities.

    `lexicon` knows that «ЕС» is the Европейский союз; `is_town` tells names that are a town's in the genitive.
    """

    def __init__(self, lexicon: Lexicon, is_town: Callable[[str], bool]) -> None:
        self._lexicon = lexicon
        self._is_town = is_town

    def link_names(self, names: Sequence[Name], normals: Sequence[str], tokens: Sequence[Token]) -> list[str]:
        """Return the entity of each name.

        It is the fullest name in the article; `normals` are the normal forms.
        """
        persons = _link_persons(
            [normal for name, normal in zip(names, normals, strict=True) if name.label == EntityLabel.PER]
        )
        organisations = self._link_organisations(names, normals, tokens)
        persons |= _link_spellings(names, normals, persons, tokens)
        return [
            persons[normal] if name.label == EntityLabel.PER else organisations[normal]
            for name, normal in zip(names, normals, strict=True)
        ]

    def _link_organisations(
        self, names: Sequence[Name], normals: Sequence[str], tokens: Sequence[Token]
    ) -> dict[str, str]:
        """Return normal form → main name for places and organisations."""
        main: dict[str, str] = {}
        for name, normal in zip(names, normals, strict=True):
            is_place = name.label == EntityLabel.LOC
            if is_of_street(name, tokens, self._is_town):
                main.setdefault(normal, normal)  # «проспект Сатпаева» is not the town of Сатпаев
                continue
            known = self._lexicon.find_known(tokens[name.first : name.stop])
            if known is None and is_place and name.first:
                known = self._lexicon.find_known(tokens[name.first - 1 : name.stop])
            main[normal] = known.main if known is not None else main.get(normal, normal)
        for acronym, full in _find_acronyms(names, normals, tokens).items():
            if main.get(acronym) == acronym:
                main[acronym] = main[full]
        return main


def _link_persons(normals: Sequence[str]) -> dict[str, str]:
    """Return normal form → fullest name for persons.

    Example: «Токаев» is Касым-Жомарт Токаев if no other Токаев is named.
    """
    counts = Counter(normals)
    by_word: dict[str, list[str]] = defaultdict(list)
    for normal in counts:
        for word in {_fold_word(word) for word in _split_name(normal)}:
            by_word[word].append(normal)
    return {normal: _find_fullest(normal, by_word, counts) for normal in counts}


def _link_spellings(
    names: Sequence[Name], normals: Sequence[str], persons: Mapping[str, str], tokens: Sequence[Token]
) -> dict[str, str]:
    """Map Latin normal forms to persons named in Cyrillic.

    The result is Latin normal form → entity, for persons who are named in Cyrillic as well.

    They sound alike, or one stands in brackets behind the other.
    """
    people = [(name, normal) for name, normal in zip(names, normals, strict=True) if name.label == EntityLabel.PER]
    cyrillic = {_sound_key(normal): persons[normal] for _, normal in people if not is_latin(normal)}
    found = {normal: cyrillic[_sound_key(normal)] for _, normal in people if _sound_key(normal) in cyrillic}
    for (first, one), (second, other) in pairwise(people):
        is_bracketed = second.first == first.stop + 1 and tokens[first.stop].text == "("
        if is_bracketed and is_latin(one) != is_latin(other):
            latin, plain = (one, other) if is_latin(one) else (other, one)
            found[latin] = persons[plain]
    return {normal: entity for normal, entity in found.items() if is_latin(normal)}


def _sound_key(normal: str) -> frozenset[str]:
    return frozenset(map(latin_key, normal.split()))


def _find_fullest(normal: str, by_word: Mapping[str, Sequence[str]], counts: Mapping[str, int]) -> str:
    """Return the longest name that a name is short for.

    Of several it is the most frequent, then the first in the text.
    """
    words = _split_name(normal)
    parts = {other: _split_name(other) for other in by_word[_fold_word(_find_surname(words))]}
    longer = [other for other, full in parts.items() if _size(full) > _size(words) and _is_short_for(words, full)]
    if not longer:
        return normal
    # «Касым-Жомарт Токаев» and «Касым-Жомарт Кемелевич Токаев» are one: the longest stands for both
    longest = max(longer, key=lambda other: (_size(parts[other]), counts[other]))
    others = [other for other in longer if not _is_short_for(parts[other], parts[longest])]
    return longest if not others else max(longer, key=lambda other: counts[other])


def _split_name(normal: str) -> list[str]:
    """Return the words of a name, with «Е.Сапаров» as two."""
    return _GLUED_INITIAL.sub(" ", normal).split()


def _size(words: Sequence[str]) -> tuple[int, int]:
    """Return how much a name says.

    It is (words, words written out): «Ерлан Сапаров» says more than «Е. Сапаров».
    """
    return len(words), sum(not _is_initial(word) for word in words)


def _is_initial(word: str) -> bool:
    return word.endswith(".") or len(word) == 1


def _find_surname(words: Sequence[str]) -> str:
    """Return the last word that is no initial."""
    return next((word for word in reversed(words) if not _is_initial(word)), words[-1])


def _is_short_for(words: Sequence[str], full: Sequence[str]) -> bool:
    """Say whether each word of a name is in a longer one.

    Initials of its words count.
    """
    is_within = all(any(_words_match(word, other) for other in full) for word in words)
    return is_within and _fold_word(_find_surname(words)) in map(_fold_word, full)


def _words_match(word: str, other: str) -> bool:
    if _is_initial(word):
        parts = [part for part in word.split(".") if part]
        return bool(parts) and all(len(part) <= 2 for part in parts) and other.startswith(parts[0])
    return _fold_word(word) == _fold_word(other)


def _fold_word(word: str) -> str:
    return folded(word).rstrip(".")


def _find_acronyms(names: Sequence[Name], normals: Sequence[str], tokens: Sequence[Token]) -> dict[str, str]:
    """Return acronym → full name.

    The acronym follows the name in brackets or is spelt by its first letters.
    """
    found: dict[str, str] = {}
    full = [(name, normal) for name, normal in zip(names, normals, strict=True) if name.stop - name.first > 1]
    initials = {_read_initials(normal): normal for _, normal in full}
    by_stop = {name.stop: normal for name, normal in full}
    for name, normal in zip(names, normals, strict=True):
        if name.stop - name.first == 1 and normal.isupper() and len(normal) > 1:
            bracketed = name.first > 1 and tokens[name.first - 1].text == "("
            meant = by_stop.get(name.first - 1) if bracketed else None
            meant = meant or initials.get(normal.lower())
            if meant is not None:
                found.setdefault(normal, meant)
    return found


def _read_initials(normal: str) -> str:
    return "".join(word[0] for word in normal.replace("-", " ").split() if word.lower() not in _SMALL).lower()
