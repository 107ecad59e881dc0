"""Positions: "глава государства", "аким Алматинской области", "пресс-секретарь президента"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import GENITIVE, NounPhrases
from app.nlp.names.name import Name
from app.nlp.text.tokens import Token

_BEFORE = re.compile(
    rf"(?:{read_alternatives('entities/position_adjectives')})(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|ей|ой|ую|юю)|врио",
    re.IGNORECASE,
)
_ALONE = read_words("entities/positions_alone")
"""Positions that are one without a word more; of the others «глава», «директор» says nothing by itself."""

_FORMER = "экс-"
_LANDS = re.compile(read_alternatives("entities/land_stems"), re.IGNORECASE)
_FIELDS = frozenset(("по", "при", "в"))
_RULE = "role/1"


class PositionRules:
    """Finds positions with all that belongs to them."""

    def __init__(self, positions: frozenset[str], phrases: NounPhrases) -> None:
        self._positions = positions
        self._stems = {stem(position) for position in positions}
        self._phrases = phrases

    def find(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return the positions in a sentence, in order.

        `names` are those of the sentence, and may lie inside.
        """
        starts = {name.first: name for name in names}
        inside = {index for name in names for index in range(name.first, name.stop)}
        found: list[Name] = []
        reached = 0
        for index, token in enumerate(tokens):
            if index >= reached and index not in inside and (position := self._find_position(token.text)):
                first, stop = self._find_first(index, reached, tokens), self._find_stop(index + 1, starts, tokens)
                if stop - first > 1 or position in _ALONE:
                    found.append(Name(first, stop, EntityLabel.ROLE, _RULE))
                    reached = stop
        return found

    def _find_position(self, word: str) -> str:
        """Return the lemma of a word for a position, or "".

        The word is in the singular.
        """
        bare = word[len(_FORMER) :] if word.lower().startswith(_FORMER) else word
        if stem(bare) not in self._stems:
            return ""
        position = self._phrases.likeliest_lemma(bare)
        return position if position in self._positions and self._phrases.has_number(bare, "sing") else ""

    def _find_first(self, index: int, low: int, tokens: Sequence[Token]) -> int:
        first = index
        while first > low and _BEFORE.fullmatch(tokens[first - 1].text):
            first -= 1
        return first

    def _find_stop(self, stop: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> int:
        """Return where a position that reaches `stop` really stops.

        What it governs and the names it is of belong to it.
        """
        follows_name = False
        while stop < len(tokens):
            after = self._find_next_stop(stop, starts, tokens, follows_name=follows_name)
            follows_name = stop in starts
            if after == stop:
                break
            stop = after
        return stop

    def _find_next_stop(
        self, stop: int, starts: Mapping[int, Name], tokens: Sequence[Token], *, follows_name: bool
    ) -> int:
        name = starts.get(stop)
        if name is not None:
            return (
                name.stop
                if name.label in (EntityLabel.LOC, EntityLabel.ORG) and self._is_genitive_name(name, tokens)
                else stop
            )
        word = tokens[stop].text
        if word in _FIELDS and stop + 1 < len(tokens):
            place = starts.get(stop + 1)
            if word == "в":
                return place.stop if place is not None and place.label == EntityLabel.LOC else stop
            if place is None:
                end = self._phrases.find_stop(tokens, stop + 1, frozenset({"datv"} if word == "по" else {"loct"}))
                return end if end > stop + 1 else stop
            return stop
        return stop if follows_name else self._phrases.find_stop(tokens, stop, GENITIVE)

    def _is_genitive_name(self, name: Name, tokens: Sequence[Token]) -> bool:
        first = tokens[name.first].text
        if name.label == EntityLabel.LOC and _LANDS.match(tokens[name.first - 1].text):
            return True
        return first.isupper() or first.isascii() or self._phrases.has_case(first, GENITIVE, ("NOUN", "ADJF"))
