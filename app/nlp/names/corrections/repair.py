"""Cheap repairs of names that the tagger glues or cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name
from app.nlp.text.tokens import EMOJI, Token

_BREAKS = frozenset("()[]•·|;:…")
_EMOJI = re.compile(f"[{EMOJI}]")
_QUOTES = frozenset("\"«»“”„‘’ʻʼ'`")
_OPENING, _CLOSING = frozenset('"«“„'), frozenset('"»”“')
_EDGES = frozenset("()[]•·|;:…,.-–—/\\!?") | _QUOTES
_LEGAL = re.compile(read_alternatives("names/legal_forms"), re.IGNORECASE)
_TITLES = re.compile(rf"(?:{read_alternatives('names/titles')})(?:а|у|ом|ем|е|ы|и|ю|я|ой|ей)?", re.IGNORECASE)
_GENERIC = re.compile(rf"[^\W\d_]+-(?:{read_alternatives('names/generic_stems')})\w{{0,3}}", re.IGNORECASE)
"""What an organisation is, with a capital for what it works in: "IT-компания EPAM"."""

_COUNTRYMEN = re.compile(
    rf"(?:{read_alternatives('names/countrymen_stems')})"
    r"(?:ец|ц[аеыу]|ц[её]м|к[аиеу]|кой|нк[аиеу]|нкой|нин|нин[аеу]|нином|янк[аиеу])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[@#]\w|https?://", re.IGNORECASE)
_PREPOSITIONS = frozenset(("О", "Об", "В", "Во", "К", "Ко", "С", "Со", "У", "А", "И", "Про", "От", "Для", "За"))
_LETTER = re.compile(r"[^\W\d_]")


def repair_names(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """Apply all repairs that look at one name alone."""
    return [
        fixed
        for name in names
        for part in split_at_breaks(name, tokens)
        for fixed in (_trim_words(trim_edges(part, tokens), tokens),)
        if fixed.stop > fixed.first and has_letter(fixed, tokens) and not _lies_in_address(fixed, tokens)
    ]


def close_quotations(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """Return names with the mark that closes a quotation inside them.

    Example: «Завод «Степь» of «ТОО «Завод «Степь»», with one mark or two behind.
    """
    return [
        name.with_bounds(name.first, name.stop + 1, "quote/1") if _is_left_open(name, tokens) else name
        for name in names
    ]


def _is_left_open(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether a mark behind a name closes a quotation inside it."""
    if name.stop >= len(tokens) or tokens[name.stop].text not in _CLOSING:
        return False
    inside = [tokens[index].text for index in range(name.first, name.stop)]
    return inside.count("«") > inside.count("»") or inside.count('"') % 2 == 1


def _trim_words(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a name without what stands before it."""
    name = drop_title(drop_preposition(drop_legal_form(name, tokens), tokens), tokens)
    return trim_edges(name, tokens)


def split_at_breaks(name: Name, tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the parts of a name over a bracket, bullet or picture.

    "X (Y)" is two names, "X, Y" too.
    """
    first = name.first
    for index in range(name.first, name.stop):
        text = tokens[index].text
        if (
            _BREAKS.intersection(text)
            or _EMOJI.match(text)
            or (text == "," and name.label != EntityLabel.ORG)
            or (text == "по" and name.label == EntityLabel.LOC)
        ):
            yield name.with_bounds(first, index, "split/1")
            first = index + 1
    yield name.with_bounds(first, name.stop, "split/1")


def trim_edges(name: Name, tokens: Sequence[Token]) -> Name:
    """Return the name without signs at its ends.

    A full stop of an initial stays.
    """
    first, stop = name.first, name.stop
    while first < stop and tokens[first].text in _EDGES:
        first += 1
    while stop > first and _is_edge(tokens, first, stop):
        stop -= 1
    return name.with_bounds(first, stop, "trim/1")


def drop_legal_form(name: Name, tokens: Sequence[Token]) -> Name:
    """Return an organisation's name alone.

    Example: "Газпром" of "ОАО «Газпром»", "Новости" of "РИА «Новости»".
    """
    if name.label != EntityLabel.ORG:
        return name
    first = name.first
    while first < name.stop - 1 and _is_legal_form(first, name, tokens):
        first += 1
    opening = [index for index in range(first, name.stop - 1) if tokens[index].text in _OPENING]
    if len(opening) == 1 and first < opening[0] <= first + 3 and _closes_quotation(name, tokens):
        first = opening[0] + 1
    return name.with_bounds(first, name.stop, "legal/1")


def _is_legal_form(index: int, name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether a word is a legal form or the like.

    It is the mark behind one ("АО «НК «ҚТЖ»") as well, or the kind of organisation.
    """
    word = tokens[index].text
    if word in _OPENING:
        return index > name.first
    return bool(_LEGAL.fullmatch(word) or (index == name.first and _GENERIC.fullmatch(word)))


def drop_preposition(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a person's name without the preposition before it.

    The preposition opens a sentence: "О Динаре Ахатовой".
    """
    opens = name.label == EntityLabel.PER and name.stop > name.first + 1 and tokens[name.first].text in _PREPOSITIONS
    opens = opens and tokens[name.first + 1].text != "."  # an initial
    return name.with_bounds(name.first + opens, name.stop, "trim/1")


def drop_title(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a person's name without the title before it.

    Example: "Акихито" of "Император Акихито".
    """
    first = name.first
    while name.label == EntityLabel.PER and first < name.stop - 1 and _is_title(tokens[first].text):
        first += 1
    return name.with_bounds(first, name.stop, "title/1")


def _is_title(word: str) -> bool:
    return bool(_TITLES.fullmatch(word) or _COUNTRYMEN.fullmatch(word))


def has_letter(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether there is a letter in it at all."""
    return any(_LETTER.search(tokens[index].text) for index in range(name.first, name.stop))


def _lies_in_address(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether a name is part of an address.

    The address is a link, a "#tag", an "@name" or an e-mail address.
    """
    if any(_ADDRESS.match(tokens[index].text) for index in range(name.first, name.stop)):
        return True
    after = tokens[name.stop] if name.stop < len(tokens) else None
    return after is not None and after.text[0] == "@" and after.start == tokens[name.stop - 1].stop


def _closes_quotation(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether the quotation ends with the name."""
    return name.stop >= len(tokens) or bool(_QUOTES.intersection(tokens[name.stop].text))


def _is_edge(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Say whether the last token is no part of a name.

    It is a sign but an initial's full stop, or «им.» without a name.
    """
    last = tokens[stop - 1].text
    return last in ("им", "имени") or (last in _EDGES and not _ends_initial(tokens, first, stop))


def _ends_initial(tokens: Sequence[Token], first: int, stop: int) -> bool:
    return tokens[stop - 1].text == "." and stop - 2 >= first and len(tokens[stop - 2].text) == 1
