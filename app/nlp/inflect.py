"""Words turned back to the nominative by natasha's dictionary, told their form by her morphology."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from app.nlp.models import Tag

_KEPT = 50_000
_CASES = {
    "Gen": ("gent", "gen1", "gen2"),
    "Dat": ("datv",),
    "Acc": ("accs",),
    "Ins": ("ablt",),
    "Loc": ("loct", "loc2"),
}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_PARTS = {
    "PROPN": ("NOUN",),
    "NOUN": ("NOUN",),
    "ADJ": ("ADJF",),
    "VERB": ("PRTF",),
    "DET": ("ADJF",),
    "NUM": ("ADJF",),
}


class Inflection:
    """Inflects single words; `vocabulary` is natasha's `MorphVocab`."""

    def __init__(self, vocabulary: Any) -> None:
        self._vocabulary = vocabulary
        self._known = lru_cache(_KEPT)(self._inflected)

    def nominative(self, word: str, tag: Tag) -> str:
        """Return a word in the nominative, in the number it has; as it stands where the dictionary cannot tell."""
        feats = tag.feats
        if tag.pos not in _PARTS or feats.get("Case", "Nom") not in _CASES:
            return word
        return self._known(word, tag.pos, feats["Case"], feats.get("Number", ""), feats.get("Gender", ""))

    def _inflected(self, word: str, pos: str, case: str, number: str, gender: str) -> str:
        readings = [
            form
            for form in self._vocabulary.parse(word.lower())
            if form.tag.POS in _PARTS[pos] and form.tag.case in _CASES[case]
        ]
        for form in self._by_agreement(readings, number, gender):
            inflected = form.inflect({"Nom"})
            if inflected is not None:
                return shaped(inflected.word, word)
        return word

    def _by_agreement(self, readings: Sequence[Any], number: str, gender: str) -> list[Any]:
        """Sort readings so that those in the right number and gender come first; natasha's gender can be wrong."""
        wanted = (_NUMBERS.get(number), _GENDERS.get(gender))
        return sorted(readings, key=lambda form: (form.tag.number != wanted[0], form.tag.gender != wanted[1]))


def shaped(word: str, like: str) -> str:
    """Return `word` with the capitals (and ё) of `like`, of which it is another form."""
    if len(like) > 1 and like.isupper():
        return word.upper()
    same = 0
    while same < min(len(word), len(like)) and _folded(word[same]) == _folded(like[same]):
        same += 1
    return like[:same] + word[same:]


def _folded(letter: str) -> str:
    return letter.lower().replace("ё", "е")
