"""The endings by which Russian declines names that the dictionary lacks."""

from __future__ import annotations

import re

MASCULINE, FEMININE, PLURAL = "masc", "femn", "plur"

_Endings = dict[str, tuple[str, ...]]

_ADDED: dict[str, _Endings] = {
    MASCULINE: {"gent": ("а",), "accs": ("а",), "datv": ("у",), "ablt": ("ом",), "loct": ("е",)},
    FEMININE: {"gent": ("ы", "ой"), "accs": ("у",)},
}
"""What stands behind a consonant: «Тоттенхэма», «Гана», «Айнуры»."""

_REPLACING: _Endings = {"gent": ("я",), "accs": ("я",), "datv": ("ю",), "ablt": ("ем",), "loct": ("е",)}
"""What stands for the «й» of a man's name."""

_SOFT_NAME = re.compile(r"\w+[аеоұу](?:[яюе]|ем)", re.IGNORECASE)
_CONSONANT = re.compile(r"\w*[бвгджзйклмнпрстфхцчшщьқғңһ]", re.IGNORECASE)
_MIN_ROOT_LETTERS = 3


def ends_in_consonant(name: str) -> bool:
    """Say whether a name ends in a consonant, in either alphabet."""
    return _CONSONANT.fullmatch(name) is not None


def may_be_soft(name: str) -> bool:
    """Say whether a man's name in «-й» may be declined: «Сериктаю»."""
    return _SOFT_NAME.fullmatch(name) is not None


def cut_case_ending(name: str, case: str, gender: str) -> str:
    """Return a name without the ending of its case.

    It stays as it stands where it has no such ending.
    """
    for ending in _REPLACING.get(case, ()) if gender == MASCULINE and may_be_soft(name) else ():
        if name.endswith(ending):
            return name.removesuffix(ending) + "й"
    for ending in _ADDED[gender].get(case, ()) if gender in _ADDED else ():
        root = name[: -len(ending)]
        if name.lower().endswith(ending) and len(root) >= _MIN_ROOT_LETTERS and ends_in_consonant(root):
            return root + ("а" if gender == FEMININE else "")
    return name


def find_added_cases(name: str, nominative: str) -> set[str]:
    """Return the cases of a man's or thing's name."""
    root = nominative.removesuffix("й")
    endings = _REPLACING.items() if root != nominative else _ADDED[MASCULINE].items()
    return {case for case, added in endings if name in {root + ending for ending in added}}
