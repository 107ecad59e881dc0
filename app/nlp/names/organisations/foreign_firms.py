"""Firms in Latin letters with the legal form behind the name.

"Silver Oak Ltd.", "Noord Zee B.V.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.word_lists import read_words
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

FOREIGN_FORMS = read_words("names/foreign_forms")
_MAX_FORM_TOKENS = 6
"""Tokens of the longest form: "S.p.A." has six."""

_WORD = re.compile(r"[^\W\d_\u0400-\u052f][^\W_\u0400-\u052f]*(?:['’-]\w+)*")
_ADJECTIVE = re.compile(r"[А-Яа-яё-]+[сц]к(?:ая|ой|ую|ий|ого|ому|им|ом|ое)")
"""Where a firm is from: «китайская China Energy»."""
_ACRONYM = re.compile(r"[^\W\d_]{2,8}")
_SIGNS = frozenset(".,")
_JOINING_WORDS = read_words("names/latin_joining_words")
_JOINTS = frozenset(("&", "-"))
_RULE = "firm/1"


def settle_foreign_firms(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """Return a sentence's names with corrected foreign firms.

    Firms lose their foreign forms. Firms that the tagger missed are added.
    """
    if not any(token.text[0].isupper() and not "\u0400" <= token.text[0] <= "\u052f" for token in tokens):
        return list(names)
    cut = [_drop_form(name, tokens) for name in names]
    firms = [firm for firm in _find_firms(tokens) if not any(_covers(name, firm) for name in _at(firm, cut))]
    kept = [*drop_overlapping(cut, firms), *firms]
    return sort_names([*kept, *drop_overlapping(_find_acronyms(kept, tokens), kept)])


def _covers(name: Name, firm: Name) -> bool:
    """Say whether the tagger found the whole firm."""
    return (
        name.label == EntityLabel.ORG
        and not (firm.first <= name.first and name.stop < firm.stop)
        and not (firm.first < name.first and name.stop <= firm.stop)
    )


def _at(firm: Name, names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.first < firm.stop and firm.first < name.stop]


def _drop_form(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a firm's name without the legal forms behind it.

    "Co., Ltd." are two.
    """
    if name.label != EntityLabel.ORG:
        return name
    if name.stop > name.first + 1 and _ADJECTIVE.fullmatch(tokens[name.first].text):
        name = name.with_bounds(name.first + bool(_WORD.match(tokens[name.first + 1].text)), name.stop, _RULE)
    stop = name.stop
    while (form := _find_form_start(name.first + 1, stop, tokens)) < stop:
        stop = form
        while stop > name.first + 1 and tokens[stop - 1].text in _SIGNS:
            stop -= 1
    return name.with_bounds(name.first, stop, _RULE)


def _find_form_start(low: int, stop: int, tokens: Sequence[Token]) -> int:
    """Return where a legal form that ends at `stop` starts.

    It starts at `low` or later. Return `stop` if there is none.
    """
    for first in range(max(low, stop - _MAX_FORM_TOKENS), stop):
        words = [token.text for token in tokens[first:stop] if token.text not in _SIGNS]
        is_dotted = len(words) > 1 and all(len(word) == 1 for word in words)
        is_whole = words and tokens[first].text not in _SIGNS and tokens[first - 1].text not in _JOINTS
        if is_whole and (is_dotted or any(map(_has_capital, words))) and _is_form(words):
            return first
    return stop


def _is_form(words: Sequence[str]) -> bool:
    return "".join(words).lower() in FOREIGN_FORMS or " ".join(words).lower() in FOREIGN_FORMS


def _has_capital(word: str) -> bool:
    return word.lower() != word


def _find_firms(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the capitalised Latin words before each legal form."""
    first = 0
    while first < len(tokens):
        stop = first
        while stop < len(tokens) and _continues_run(first, stop, tokens):
            stop += 1
        form = _find_first_form(first + 1, min(stop, len(tokens)), tokens)
        if form > first:
            yield Name(first, form, EntityLabel.ORG, _RULE)
        first = max(stop, first + 1)


def _continues_run(first: int, index: int, tokens: Sequence[Token]) -> bool:
    word = tokens[index].text
    if word in _SIGNS or word == "&":
        return index > first
    if word in _JOINING_WORDS:
        return index > first and index + 1 < len(tokens) and _WORD.fullmatch(tokens[index + 1].text) is not None
    return bool(_WORD.fullmatch(word)) and (word[0].isupper() or (index > first and len(word) == 1))


def _find_first_form(low: int, stop: int, tokens: Sequence[Token]) -> int:
    """Return where the first legal form of a run starts.

    Return 0 for none.
    """
    for first in range(low, stop):
        for end in range(first + 1, min(stop, first + _MAX_FORM_TOKENS) + 1):
            if _find_form_start(first, end, tokens) == first:
                return _skip_signs_back(first, tokens)
    return 0


def _skip_signs_back(stop: int, tokens: Sequence[Token]) -> int:
    while tokens[stop - 1].text in _SIGNS:
        stop -= 1
    return stop


def _find_acronyms(names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the acronyms in brackets behind organisations: "Asian Development Bank (ADB)"."""
    for name in names:
        stop = _skip_form(name.stop, tokens)
        bracket = tokens[stop : stop + 3]
        if name.label != EntityLabel.ORG or [token.text for token in bracket[::2]] != ["(", ")"]:
            continue
        word = bracket[1].text
        if _ACRONYM.fullmatch(word) and word.isupper() and word[0] == tokens[name.first].text[0].upper():
            yield Name(stop + 1, stop + 2, EntityLabel.ORG, _RULE)


def _skip_form(stop: int, tokens: Sequence[Token]) -> int:
    """Return where the legal form behind a name stops."""
    while stop < len(tokens) and (tokens[stop].text in _SIGNS or tokens[stop].text.lower() in FOREIGN_FORMS):
        stop += 1
    return stop
