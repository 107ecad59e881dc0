"""Normal forms that the mentions of one article tell each other.

The dictionary guesses at the forms of names that it lacks: «в Тоттенхэме» alone would be of «Тоттенхэма». Where the
article also has «Тоттенхэм» in the nominative, that is the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.core.text.stem import folded
from app.core.vocabulary import EntityLabel
from app.nlp.backend.inflection import Inflection

_SHARED_LETTERS = 2
"""Forms of one word share so many letters at least; only such names are compared."""


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A name's words as they stand, with its normal form.

    `is_nominative`: it stands in the nominative. `is_certain`: nothing else tells its normal form.
    """

    label: str
    words: str
    normal: str
    is_nominative: bool
    is_certain: bool


def agree_normal_forms(found: Sequence[FoundForm], inflection: Inflection) -> list[str]:
    """Return the normal form of each name of an article.

    A form that nowhere stands in the nominative yields to one that does, if the name's words may be a case of that.
    """
    attested: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in found:
        if one.is_nominative and one.words == one.normal:
            attested[_family(one)].add(one.normal)
            if one.label == EntityLabel.PER:
                surname = one.normal.split()[-1]
                attested[one.label, _beginning(surname)].add(surname)
    return [_find_attested(one, attested.get(_family(one), ()), inflection) for one in found]


def _family(one: FoundForm) -> tuple[str, str]:
    return one.label, _beginning(one.normal)


def _beginning(name: str) -> str:
    return folded(name[:_SHARED_LETTERS])


def _find_attested(one: FoundForm, attested: Collection[str], inflection: Inflection) -> str:
    """Return the attested form that a name may be of.

    The name keeps its own form where several may be. Where that is attested too, it yields to one that it is the
    instrumental of alone: «Окафором» beside «Окафор», but not «Иванова» beside «Иванов».
    """
    if one.is_certain:
        return one.normal
    if one.normal in attested:
        forms = [normal for normal in attested if normal != one.normal and _is_instrumental(one, normal, inflection)]
    else:
        forms = [normal for normal in attested if _may_be_of(one, normal, inflection)]
    return forms[0] if len(forms) == 1 else one.normal


def _is_instrumental(one: FoundForm, normal: str, inflection: Inflection) -> bool:
    words, parts = one.words.split(), normal.split()
    return len(words) == len(parts) and all(
        inflection.find_cases(word, part) == {"ablt"} for word, part in zip(words, parts, strict=True)
    )


def _may_be_of(one: FoundForm, normal: str, inflection: Inflection) -> bool:
    """Say whether a name may be a case of a normal form."""
    words, parts = one.words.split(), normal.split()
    if len(words) != len(parts):
        return False
    cases = set.intersection(*map(inflection.find_cases, words, parts))
    return bool(cases) if one.is_nominative else bool(cases - {"nomn"})
