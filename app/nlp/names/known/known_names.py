"""Known names put into what the tagger found.

They add, relabel, and cut names apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.text.word_lists import read_alternatives, read_entries, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.names.known.lexicon import Lexicon, LexiconHit
from app.nlp.names.name import Name, sort_names
from app.nlp.text.tokens import Token

_RESIDENCES = read_words("names/residences")
"""Houses that stand for those who rule in them, unless the words around speak of the place."""

_PLACE_WORDS = read_words("names/place_words")
_PLACE_TYPES = (*read_entries("names/place_types"), *read_entries("names/inner_place_types"))
_PLACE_TYPE = re.compile(rf"(?:{'|'.join(word[:-1] for word in _PLACE_TYPES)})\w{{0,3}}")
_DIRECTIONS = frozenset(("в", "во", "на", "из", "через", "до"))
_ADJECTIVE = re.compile(r"\w+(?:ого|его|ому|ему|ом|ем|ым|им|ой|ей|ый|ий)")
_SAYS = re.compile(rf"(?:{read_alternatives('names/speech_stems')})", re.IGNORECASE)
_WHOLE_PERSON = 2
"""Words of a given name and a surname."""

_RULE = "lexicon/1"


def apply_lexicon(names: Sequence[Name], tokens: Sequence[Token], lexicon: Lexicon) -> list[Name]:
    """Return `names` made to agree with the lexicon."""
    kept = list(names)
    for hit in lexicon.find(tokens):
        touched = [name for name in kept if name.first < hit.stop and hit.first < name.stop]
        is_settled = any((name.first, name.stop) == (hit.first, hit.stop) for name in touched)
        if hit.known.is_sure or is_settled or (not touched and _follows_direction(hit, tokens)):
            kept = [name for name in kept if name not in touched]
            parted = _part_places(touched, hit, tokens) if _is_turned(hit, tokens) else []
            kept += parted or _resolve_overlap(touched, _make_name(hit, tokens), is_turned=_is_turned(hit, tokens))
    return sort_names(kept)


def _follows_direction(hit: LexiconHit, tokens: Sequence[Token]) -> bool:
    """Say whether a preposition shows a place in a common word.

    Example: «мост через Или».
    """
    return hit.known.label == EntityLabel.LOC and hit.first > 0 and tokens[hit.first - 1].text in _DIRECTIONS


def _make_name(hit: LexiconHit, tokens: Sequence[Token]) -> Name:
    """Return the name alone: «Абай» of «области Абай»."""
    label, first = hit.known.label, hit.first
    if label == EntityLabel.LOC and _PLACE_TYPE.fullmatch(tokens[first].text) and hit.stop > first + 1:
        first += 1
    if hit.known.main in _RESIDENCES and _is_place(hit, tokens):
        label = EntityLabel.LOC
    return Name(first, hit.stop, label, _RULE)


def _is_turned(hit: LexiconHit, tokens: Sequence[Token]) -> bool:
    """Say whether a known name is declined: «Тараза»."""
    return tokens[hit.stop - 1].text != hit.spelling.split()[-1]


def _part_places(touched: Sequence[Name], hit: LexiconHit, tokens: Sequence[Token]) -> list[Name]:
    """Return a place and the known one that it lies in.

    Example: «микрорайоне Нурсат | Шымкента».

    Return nothing where no word for a place stands before them, and for adjectives: «районе Большого Алматы».
    """
    if len(touched) != 1 or hit.known.label != EntityLabel.LOC:
        return []
    (name,) = touched
    is_typed = name.first > 0 and _PLACE_TYPE.fullmatch(tokens[name.first - 1].text)
    is_ended = name.first < hit.first and hit.stop == name.stop
    if (
        name.label != EntityLabel.LOC
        or not is_typed
        or not is_ended
        or _ADJECTIVE.fullmatch(tokens[hit.first - 1].text)
    ):
        return []
    return [name.with_bounds(name.first, hit.first, _RULE), Name(hit.first, hit.stop, EntityLabel.LOC, _RULE)]


def _resolve_overlap(touched: Sequence[Name], known: Name, *, is_turned: bool) -> list[Name]:
    """Return what becomes of a known name and overlapping ones."""
    if not touched:
        return [known]
    (first, *others) = touched
    if not others and first.first <= known.first and known.stop <= first.stop:
        return _resolve_inner(first, known, is_turned=is_turned)
    # It bridges names, or sticks out of them: the known name is the whole of them.
    return [known]


def _resolve_inner(name: Name, known: Name, *, is_turned: bool) -> list[Name]:
    """Return what becomes of a name that holds a known one.

    `is_turned` says that the known one is declined. A place so opens no person: «школы Тараза | Гульнур Ким».
    """
    if (name.first, name.stop) == (known.first, known.stop):
        return [name.with_label(known.label, _RULE)]
    is_place_of_other = known.label == EntityLabel.LOC and is_turned and name.stop - known.stop == _WHOLE_PERSON
    if name.label == EntityLabel.PER and known.first == name.first and is_place_of_other:
        return [known, name.with_bounds(known.stop, name.stop, _RULE)]
    if name.label == EntityLabel.PER and known.label == EntityLabel.ORG:
        leads = known.first == name.first
        rest = (
            name.with_bounds(known.stop, name.stop, _RULE)
            if leads
            else name.with_bounds(name.first, known.first, _RULE)
        )
        return [known, rest]
    return [name]


def _is_place(hit: LexiconHit, tokens: Sequence[Token]) -> bool:
    """Say whether the words around speak of a house.

    Example: "в Белом доме", but not "в Белом доме заявили".
    """
    before = tokens[hit.first - 1].text.lower() if hit.first else ""
    after = tokens[hit.stop : hit.stop + 2]
    return before in _PLACE_WORDS and not any(_SAYS.match(token.text) for token in after)
