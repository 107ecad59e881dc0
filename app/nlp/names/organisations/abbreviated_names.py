"""What brackets behind an organisation tell.

Its acronym shows where it starts: "Единый накопительный пенсионный фонд (ЕНПФ)" at the beginning of a sentence, where a
capital says nothing. Its name in Latin letters is one more: "«Ла Стампа» (La Stampa)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.letters import CAPITALS
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.names.organisations.organisation_extent import OrganisationWords
from app.nlp.text.tokens import Token

_ACRONYM = re.compile(rf"[{CAPITALS}]{{3,8}}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LATIN_NAME = re.compile(r"[A-Z][\w'’-]*|of|and|for|the|de|&|\d{1,4}", re.ASCII)
_CLOSING = frozenset('"»”“')
_JOINING = frozenset(("и", "по", "в", "для", "с", "о"))
"""Words for which an acronym need not have a letter."""
_RULE = "acronym/1"


def find_abbreviated(names: Sequence[Name], tokens: Sequence[Token], heads: OrganisationWords) -> list[Name]:
    """Return a sentence's names with organisations before their acronyms.

    Those that overlap an organisation stay as they are.
    """
    if not any(token.text == "(" for token in tokens):
        return list(names)
    taken = [name for name in names if name.label == EntityLabel.ORG]
    whole = drop_overlapping(_find_whole(tokens, heads), taken)
    acronyms = drop_overlapping([Name(one.stop + 1, one.stop + 2, EntityLabel.ORG, _RULE) for one in whole], taken)
    found = [*whole, *acronyms]
    kept = [*drop_overlapping(names, found), *found]
    return sort_names([*kept, *drop_overlapping(_find_originals(kept, tokens), kept)])


def _find_originals(names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the Latin words that stand alone in brackets behind organisations."""
    for name in names:
        first = name.stop
        while first < len(tokens) and tokens[first].text in _CLOSING:
            first += 1
        if name.label != EntityLabel.ORG or first >= len(tokens) or tokens[first].text != "(":
            continue
        first = stop = first + 1
        while stop < len(tokens) and _LATIN_NAME.fullmatch(tokens[stop].text):
            stop += 1
        is_alone = first < stop < len(tokens) and tokens[stop].text == ")" and tokens[first].text[0].isupper()
        if is_alone and not all(token.text.isupper() for token in tokens[first:stop]):
            yield Name(first, stop, EntityLabel.ORG, _RULE)


def find_other_acronyms(tokens: Sequence[Token], heads: OrganisationWords) -> Iterator[str]:
    """Yield the acronyms that a sentence spells out as no organisation.

    Example: «индекс потребительских цен (ИПЦ)».
    """
    for first, index in _find_spelt_out(tokens):
        words = [token.text for token in tokens[first:index]]
        if all(map(str.islower, words[first == 0 :])) and not heads.all_powers(tokens[first:index]):
            yield tokens[index + 1].text


def _find_whole(tokens: Sequence[Token], heads: OrganisationWords) -> Iterator[Name]:
    """Yield the organisations before acronyms in brackets."""
    for first, index in _find_spelt_out(tokens):
        if tokens[first].text[0].isupper() and heads.all_powers(tokens[first:index]):
            yield Name(first, index, EntityLabel.ORG, _RULE)


def _find_spelt_out(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the words whose acronym follows them in brackets."""
    for index in range(1, len(tokens) - 2):
        if tokens[index].text != "(" or tokens[index + 2].text != ")" or not _ACRONYM.fullmatch(tokens[index + 1].text):
            continue
        first = _find_first(index, tokens[index + 1].text, tokens)
        if first < index:
            yield first, index


def _find_first(stop: int, acronym: str, tokens: Sequence[Token]) -> int:
    """Return where the words start whose first letters an acronym has.

    It is `stop` where the words before have other letters.
    """
    first, left = stop, acronym
    while left and first > 0:
        word = tokens[first - 1].text
        initials = "".join(part[0].upper() for part in word.split("-")) if _WORD.fullmatch(word) else ""
        fitting = next((letters for letters in (initials, initials[:1]) if letters and left.endswith(letters)), "")
        if not fitting and word not in _JOINING:
            return stop
        first, left = first - 1, left.removesuffix(fitting)
    return stop if left else first
