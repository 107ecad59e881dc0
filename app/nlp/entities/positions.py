"""Positions: "глава государства", "аким Алматинской области", "пресс-секретарь президента"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import GENITIVE, NounPhrases
from app.nlp.names.corrections.context_rules import ORGANISATION_KIND
from app.nlp.names.name import Name
from app.nlp.names.persons.position_words import MAX_ACTING_WORDS, PositionWords, count_acting_words
from app.nlp.text.tokens import Token

_BEFORE = re.compile(
    rf"(?:{read_alternatives('entities/position_adjectives')})(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|ей|ой|ую|юю)|врио",
    re.IGNORECASE,
)
_ALONE = read_words("entities/positions_alone")
"""Positions that are one without a word more; of the others «глава», «директор» says nothing by itself."""

_LANDS = re.compile(read_alternatives("entities/land_stems"), re.IGNORECASE)
_LAND_ADJECTIVE = re.compile(r"\w+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)", re.IGNORECASE)
_LEGAL = re.compile(read_alternatives("names/legal_forms"), re.IGNORECASE)
_OPENING, _CLOSING = frozenset('"«“„'), frozenset('"»”“')
_LINKS = frozenset((",", "—", "–", "-", "("))
"""Signs between a person and the position that is named behind."""

_MAX_ADJECTIVES = 4
_LEADING = re.compile(r"\w+ющ(?:ий|его|ему|им|ем|ая|ей|ую)", re.IGNORECASE)
"""Positions that govern the instrumental: «заведующий кафедрой», «управляющему делами»."""

_LED = GENITIVE | {"ablt"}
_SENT = read_words("entities/sent_positions")
"""Who is sent somewhere by a country: «посол Казахстана в Японии», but «президент Казахстана | в Астане»."""

_MEMBERS = frozenset(("член",))
_BODIES = read_words("entities/bodies_of_members")
_ACRONYM = re.compile("[А-ЯЁ]{2,5}")
_FIELDS = frozenset(("по", "при", "в", "во"))
_RULE = "role/1"


class PositionRules:
    """Finds positions with all that belongs to them."""

    def __init__(self, words: PositionWords, phrases: NounPhrases) -> None:
        self._words = words
        self._phrases = phrases

    def find(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return the positions in a sentence, in order.

        `names` are those of the sentence, and may lie inside.
        """
        starts = {name.first: name for name in names}
        inside = {index for name in names for index in range(name.first, name.stop)}
        persons = [name for name in names if name.label == EntityLabel.PER]
        found: list[Name] = []
        reached = 0
        for index, token in enumerate(tokens):
            if index < reached or index in inside or _is_quoted_alone(index, tokens):
                continue
            if self._words.is_position(token.text):
                first, stop = self._find_first(index, reached, tokens), self._find_stop(index + 1, starts, tokens)
                position = Name(first, stop, EntityLabel.ROLE, _RULE)
                if (
                    self._is_of_firm(index, starts, tokens)
                    or self._is_told(position, index, tokens)
                    or self._is_member(position, index, tokens)
                    or _is_beside_person(position, persons, tokens)
                ):
                    found.append(position)
                    reached = stop
        return found

    def _is_of_firm(self, index: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> bool:
        """Say whether the firm of a position is quoted behind it.

        Example: «вратарь «Кайрата»», but not «оператор «Билайн»», which is the firm itself.
        """
        is_quoted = _find_quoted_stop(index + 1, starts, tokens) > index + 1
        return is_quoted and not ORGANISATION_KIND.fullmatch(tokens[index].text)

    def _is_member(self, position: Name, index: int, tokens: Sequence[Token]) -> bool:
        """Say whether a position is a seat: «член комитета», not «член семьи»."""
        is_governed = index + 1 < position.stop and self._phrases.match_lemma(tokens[index].text, _MEMBERS) != ""
        words = (token.text for token in tokens[index + 1 : position.stop])
        return is_governed and any(self._phrases.match_lemma(word, _BODIES) for word in words)

    def _is_told(self, position: Name, index: int, tokens: Sequence[Token]) -> bool:
        """Say whether a position needs no person beside it.

        Its noun is at `index`.
        """
        word = tokens[index].text
        if _LEADING.fullmatch(word) and position.first and tokens[position.first - 1].text == ",":
            return False  # «фонд, управляющий активами»
        office = self._words.find_office(word)
        return bool(office) and (position.stop - position.first > 1 or office in _ALONE)

    def _find_first(self, index: int, low: int, tokens: Sequence[Token]) -> int:
        """Return where a position starts.

        It is at the first word before its noun that belongs to it. Other adjectives may stand between: «главного
        санитарного врача».
        """
        first = reached = index
        while reached > low and reached > index - _MAX_ADJECTIVES:
            reached -= 1
            if self._belongs(reached, index, tokens):
                first = reached
            elif tokens[reached].text == "и" and first == reached + 1:
                continue  # «чрезвычайный и полномочный посол»
            elif not self._phrases.adjective_agrees(tokens[reached].text, tokens[index].text):
                break
        return next(
            (
                start
                for start in range(max(low, first - MAX_ACTING_WORDS), first)
                if count_acting_words([token.text for token in tokens[start:first]]) == first - start
            ),
            first,
        )

    def _belongs(self, adjective: int, position: int, tokens: Sequence[Token]) -> bool:
        """Say whether the word before belongs to the position.

        It says which position it is, or of what country.
        """
        word = tokens[adjective].text
        if _BEFORE.fullmatch(word):
            return True
        return bool(_LAND_ADJECTIVE.fullmatch(word)) and self._phrases.adjective_agrees(word, tokens[position].text)

    def _find_stop(self, stop: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> int:
        """Return where a position that reaches `stop` really stops.

        What it governs and the names it is of belong to it.
        """
        follows_name, may_be_sent = False, True
        is_sent = self._phrases.match_lemma(tokens[stop - 1].text, _SENT) != ""
        while stop < len(tokens):
            after = self._find_next_stop(
                stop, starts, tokens, follows_name=follows_name, may_be_sent=may_be_sent or is_sent
            )
            follows_name = stop in starts
            may_be_sent &= not (follows_name and starts[stop].label == EntityLabel.LOC)
            if after == stop:
                break
            stop = after
            if tokens[stop - 1].text in _CLOSING:
                break  # «директор ТОО «Снаб» | взятки получил»
        return stop

    def _find_next_stop(
        self,
        stop: int,
        starts: Mapping[int, Name],
        tokens: Sequence[Token],
        *,
        follows_name: bool,
        may_be_sent: bool,
    ) -> int:
        """Return where the next part of a position stops.

        `follows_name` says that a name is the last part, `may_be_sent` that a place where its holder is can follow.
        """
        quoted = _find_quoted_stop(stop, starts, tokens)
        if quoted > stop:
            return quoted
        name = starts.get(stop)
        if name is not None:
            return self._find_owner_stop(name, tokens)
        word = tokens[stop].text
        if word in _FIELDS and stop + 1 < len(tokens):
            place = starts.get(stop + 1)
            if word in ("в", "во"):
                return place.stop if place is not None and place.label == EntityLabel.LOC and may_be_sent else stop
            if place is None:
                end = (
                    self._phrases.find_field_stop(tokens, stop + 1)
                    if word == "по"
                    else self._phrases.find_stop(tokens, stop + 1, frozenset({"loct"}))
                )
                return end if end > stop + 1 else stop
            return stop
        return stop if follows_name else self._find_governed_stop(stop, tokens)

    def _find_owner_stop(self, name: Name, tokens: Sequence[Token]) -> int:
        """Return where a name stops that a position is of.

        It is where the name starts if the position is not of it.
        """
        if name.label == EntityLabel.PER:
            is_his = self._words.is_of_superior([token.text for token in tokens[name.first : name.first + 3]])
            return name.stop if is_his and name.stop == name.first + 1 else name.first
        is_owner = name.label in (EntityLabel.LOC, EntityLabel.ORG) and self._is_genitive_name(name, tokens)
        return _skip_closing(name, tokens) if is_owner else name.first

    def _find_governed_stop(self, stop: int, tokens: Sequence[Token]) -> int:
        """Return where the noun phrase stops that the word before `stop` governs."""
        word, before = tokens[stop].text, tokens[stop - 1].text
        is_own = _ACRONYM.fullmatch(word) and not _LEGAL.fullmatch(word)
        if is_own and before.islower() and not self._words.is_position(before):
            return stop + 1  # «руководитель отдела ЖКХ»
        if word[0].isupper() and self._words.find_office(word) and self._phrases.has_case(word, GENITIVE):
            return stop + 1  # «помощник Президента»
        is_led = _LEADING.fullmatch(before) and not self._words.is_position(word)
        return self._phrases.find_stop(tokens, stop, _LED if is_led else GENITIVE)

    def _is_genitive_name(self, name: Name, tokens: Sequence[Token]) -> bool:
        first = tokens[name.first].text
        before = tokens[name.first - 1].text
        if name.label == EntityLabel.LOC and _LANDS.match(before):
            return True
        if name.label == EntityLabel.ORG and ORGANISATION_KIND.fullmatch(before):
            return True  # «сотрудник радио Азаттык»
        return self._phrases.may_be_genitive(first)


def _find_quoted_stop(stop: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> int:
    """Return where the quoted organisation that follows stops, with its closing mark.

    A legal form may come before; it is `stop` if no such organisation follows.
    """
    first = stop
    while first < len(tokens) and (_LEGAL.fullmatch(tokens[first].text) or tokens[first].text in _OPENING):
        first += 1
    name = starts.get(first) if first > stop and tokens[first - 1].text in _OPENING else None
    return _skip_closing(name, tokens) if name is not None and name.label == EntityLabel.ORG else stop


def _is_quoted_alone(index: int, tokens: Sequence[Token]) -> bool:
    """Say whether a capitalised word stands alone in quotation marks."""
    is_inside = 0 < index < len(tokens) - 1 and tokens[index].text[0].isupper()
    return is_inside and tokens[index - 1].text in _OPENING and tokens[index + 1].text in _CLOSING


def _skip_closing(name: Name, tokens: Sequence[Token]) -> int:
    """Return where a name stops with the mark that closes its quotation."""
    is_open = name.first > 0 and tokens[name.first - 1].text in _OPENING
    is_open |= any(token.text in _OPENING for token in tokens[name.first : name.stop])
    stop = name.stop
    while is_open and stop < len(tokens) and tokens[stop].text in _CLOSING:
        stop += 1
    return stop


def _is_beside_person(position: Name, persons: Sequence[Name], tokens: Sequence[Token]) -> bool:
    """Say whether a person is named beside a position.

    The name stands right behind it, or before it and a comma.
    """
    before = tokens[position.first - 1].text if position.first else ""
    return any(
        person.first == position.stop or (before in _LINKS and person.stop == position.first - 1) for person in persons
    )
