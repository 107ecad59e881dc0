"""Places by the words around them.

They are joined districts, streets, and what is quoted after "станция".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from app.core.text.letters import CAPITALS, KAZAKH_CAPITALS, KAZAKH_SMALL, SMALL
from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_entries, read_table, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import GENITIVE, NounPhrases
from app.nlp.names.corrections.context_rules import find_quoted_after
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

_AREA = re.compile(rf"(?:{read_alternatives('names/area_stems')})\w*", re.IGNORECASE)
_RELATIONAL = re.compile(r"\w+(?:ск|цк)(?:ой|ого|ому|ом|ая|ую|ий|им|ое)")
STREET_WORD = re.compile(
    rf"(?:{read_alternatives('names/street_stems')})"
    r"(?:(?<=\w{4})(?:а|ы|е|у|ей|ой|ам|ами|ах|ом|ов|и|ь|ью|ках|ке|ок))?",
    re.IGNORECASE,
)
"""A word for a street in any case, as it stands before the street's name. «ул», «пр» take no ending: «при» is none."""

_STREET_LINKS = frozenset((",", "и", "или", "би"))

_OUTER_TYPES = read_words("names/place_types")
"""Kinds of places that stay outside a place's name, though a capital begins a sentence: «Река | Тобол»."""

_NATURAL_POWERS = read_table("names/natural_types")
_NATURAL_TYPES = frozenset(_NATURAL_POWERS)
_WHOLE_TYPES = _OUTER_TYPES | _NATURAL_TYPES
_NATURAL_STEMS = frozenset(map(stem, _NATURAL_TYPES))
_MAX_NATURAL_WORDS = 2
_TIMED_VERBS = frozenset(("прийтись", "приходиться"))
_BUILDINGS = read_words("names/building_words")
_ADJECTIVE_NAME = re.compile(rf"[{CAPITALS}][{SMALL}-]+(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ей|ое|ее)")
_SURNAME = re.compile(r"\w+(?:[оеё]в|[иы]н)")
_RULER = re.compile(r"\w+(?:[оеё]в|[иы]н)е")
_QUOTED_PLACE = re.compile(rf"(?:{read_alternatives('names/quoted_place_stems')})\w{{0,3}}", re.IGNORECASE)
_OPENING, _CLOSING = frozenset('"«“„'), frozenset('"»”“')
_SHORT_TYPE = re.compile(
    rf"(?:{read_alternatives('names/short_street_words')}|(?:{read_alternatives('names/hyphened_street_words')})(?:[аеу]|ом))"
)
_SHORT_SETTLEMENT = frozenset(read_entries("names/short_settlement_words"))
_STREET_NAME = re.compile(rf"[{CAPITALS}][{SMALL}]+(?:-[\w]+)*|\d{{1,3}}(?:-?[а-я]{{1,2}})?")
_STREET_INNER = re.compile(
    rf"{read_alternatives('names/street_ranks')}|{read_alternatives('names/street_inner_words')}|[{CAPITALS}]"
)
_RANK = re.compile(read_alternatives("names/street_ranks"))
_JOINING = frozenset(("и", "или", "т", "тому", "др"))
_MAX_STREET_TOKENS = 5
_INTO = frozenset(("в", "из", "до", "близ", "под", "через", "возле"))
_KAZAKH_WORD = re.compile(
    f"(?=.*[{KAZAKH_SMALL}])[{CAPITALS}][{SMALL}]{{2,}}(?:-[{CAPITALS}{SMALL}]+)?|[{KAZAKH_CAPITALS}][а-яё]{{2,}}"
)
_KAZAKH_PERSON = re.compile(r"\w+(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой)?|\w+(?:ұлы|қызы)")
_LINKS = frozenset((",", "и", "или"))
_ROW = _LINKS | {"-", "–", "—"}
_MAX_TOKENS_BACK = 18
_MIN_SETTLEMENT_LETTERS = 2
_MAX_SHORT_LETTERS = 3
"""Shorter words for streets stand with a full stop, as «ул.»."""

PLACE_RULE = "place/1"


class PlaceRules:
    """Finds and relabels places by the words around them."""

    def __init__(self, phrases: NounPhrases) -> None:
        self._phrases = phrases

    def apply(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with places that their context shows."""
        settled: list[Name] = []
        joined: list[Name] = []
        for found in sort_names(names):
            name = self._without_natural_type(found, tokens)
            before = settled[-1] if settled else None
            joined = [*joined, before] if before is not None and _is_joined(before, name, tokens) else []
            is_place = self._is_place(name, joined, tokens)
            settled.append(
                self._without_type(name.with_label(EntityLabel.LOC, PLACE_RULE) if is_place else name, tokens)
            )
        settled += drop_overlapping(find_quoted_after(_QUOTED_PLACE, EntityLabel.LOC, tokens), settled)
        settled += drop_overlapping(_find_kazakh_places(tokens), settled)
        settled += drop_overlapping(self._find_typed(tokens), settled)
        settled = [
            name.with_label(EntityLabel.PER, PLACE_RULE) if self._is_ruler(name, tokens) else name for name in settled
        ]
        typed = list(_find_short_typed(tokens))
        settled = [*drop_overlapping(settled, typed), *typed]
        settled = [_with_rank(_with_short_type(name, tokens), tokens) for name in settled]
        held = {index for name in settled for index in range(name.first, name.stop)}
        joined = [place for name in settled for place in self._find_joined(name, held, tokens)]
        return sort_names([*settled, *joined])

    def _is_place(self, name: Name, joined: Sequence[Name], tokens: Sequence[Token]) -> bool:
        if name.label == EntityLabel.ORG:
            return _is_quoted_place(name, tokens) or _is_typed_street(name, tokens) or self._is_building(name, tokens)
        return name.label == EntityLabel.PER and (
            self._is_street(name, joined, tokens) or self._is_natural(name, tokens)
        )

    def _is_natural(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a person's name is a peak's or tomb's.

        The word for it stands before the name. Behind a genitive a surname may be somebody's: «хозяин острова Орлов».
        """
        word, first = _word_at(name.first - 1, tokens), tokens[name.first].text
        kind = self._find_natural_type(word)
        if not kind or (_NATURAL_POWERS[kind] == "named" and self._phrases.is_inflected(first)):
            return False  # «канал Дудя»
        if self._is_timed(name.stop, tokens):
            return False
        if name.stop > name.first + 1:
            return self._phrases.is_person_in_genitive(first)
        return not (_SURNAME.fullmatch(first) and self._phrases.has_case(word, GENITIVE))

    def _without_natural_type(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return a name without the peak's word before it: «Пик | Талгар»."""
        is_whole = name.label == EntityLabel.PER and not name.first and name.stop > 1
        is_typed = is_whole and self._find_natural_type(tokens[0].text.lower())
        return name.with_bounds(1, name.stop, PLACE_RULE) if is_typed else name

    def _is_building(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a name is of a building: «Центральный стадион», «Астана Арена»."""
        word = tokens[name.stop - 1].text
        is_of_two, first = name.stop == name.first + 2, tokens[name.first].text
        is_plain = is_of_two and (_ADJECTIVE_NAME.fullmatch(first) if word.islower() else first.istitle())
        return bool(is_plain) and self._phrases.match_lemma(word, _BUILDINGS) != ""

    def _is_ruler(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a place behind «при» is who ruled then.

        «при Кунаеве» is, «при Харькове» is a place.
        """
        word = tokens[name.first].text
        is_alone = name.label == EntityLabel.LOC and name.stop == name.first + 1
        is_behind = is_alone and _word_at(name.first - 1, tokens) in ("при", "При")
        return is_behind and bool(_RULER.fullmatch(word)) and not self._phrases.is_place(word)

    def _find_natural_type(self, word: str) -> str:
        return self._phrases.match_lemma(word, _NATURAL_TYPES) if stem(word) in _NATURAL_STEMS else ""

    def _find_typed(self, tokens: Sequence[Token]) -> Iterator[Name]:
        """Yield what stands with a capital behind a word for it.

        Streets, as "улица Толе би"; rivers, peaks and tombs: «пик Чёрный Зуб».
        """
        for index, token in enumerate(tokens[:-1]):
            first = index + 1
            if not tokens[first].text[0].isupper():
                continue
            if len(token.text) > _MAX_SHORT_LETTERS and STREET_WORD.fullmatch(token.text):
                stop = _find_street_stop(first, tokens)
            elif _NATURAL_POWERS.get(self._find_natural_type(token.text)) == "alone":
                stop = self._find_natural_stop(first, tokens)
            else:
                continue
            if stop > first:
                yield Name(first, stop, EntityLabel.LOC, PLACE_RULE)

    def _find_natural_stop(self, first: int, tokens: Sequence[Token]) -> int:
        """Return where the capitalised words stop that name a river or peak.

        An adjective of a plain noun behind it names neither: «пик Нового года».
        """
        stop = first
        while stop < min(len(tokens), first + _MAX_NATURAL_WORDS) and _STREET_NAME.fullmatch(tokens[stop].text):
            stop += 1
        noun = _word_at(stop, tokens)
        is_of_noun = noun.islower() and self._phrases.adjective_agrees(tokens[stop - 1].text, noun)
        return first if is_of_noun or self._is_timed(stop, tokens) else stop

    def _is_timed(self, stop: int, tokens: Sequence[Token]) -> bool:
        """Say whether a peak is in time: «пик Ивана пришёлся на март»."""
        return any(self._phrases.match_lemma(token.text, _TIMED_VERBS) for token in tokens[stop : stop + 2])

    def _is_street(self, name: Name, joined: Sequence[Name], tokens: Sequence[Token]) -> bool:
        """Say whether a street is named after a person.

        Example: "улица Розыбакиева", "улицы Толе би, Гоголя и Розыбакиева". `joined` are the names of the row before.
        """
        word = _word_at(name.first - 1, tokens)
        if STREET_WORD.fullmatch(word) or (word == "." and _SHORT_TYPE.fullmatch(_word_at(name.first - 2, tokens))):
            return True
        if not joined or any(other.label != EntityLabel.LOC for other in joined):
            return False
        street = _word_at(joined[0].first - 1, tokens)
        return bool(STREET_WORD.fullmatch(street)) and self._phrases.has_number(street, "plur")

    def _without_type(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return a place without its kind, which begins the sentence.

        Example: "Абая" of "Улица Абая", "Тобол" of "Река Тобол".
        """
        if name.label != EntityLabel.LOC or name.first or name.stop == 1 or not tokens[1].text[0].isupper():
            return name
        is_type = _is_typed_street(name, tokens) or self._phrases.match_lemma(tokens[0].text.lower(), _WHOLE_TYPES)
        return name.with_bounds(1, name.stop, PLACE_RULE) if is_type else name

    def _find_joined(self, name: Name, held: set[int], tokens: Sequence[Token]) -> Iterator[Name]:
        """Yield "Туркестанской" of "Туркестанской и | Жамбылской областей"."""
        last = tokens[name.stop - 1].text
        follows = _word_at(name.stop, tokens)
        area = last if _AREA.fullmatch(last) else follows
        if name.label != EntityLabel.LOC or not _AREA.fullmatch(area) or not self._phrases.has_number(area, "plur"):
            return
        index = name.first - 2
        while index >= 0 and tokens[index + 1].text in _LINKS and index not in held:
            if not (tokens[index].text[0].isupper() and _RELATIONAL.fullmatch(tokens[index].text)):
                break
            yield Name(index, index + 1, EntityLabel.LOC, PLACE_RULE)
            index -= 2


def _is_typed_street(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether a name begins with a whole word for streets."""
    first = tokens[name.first].text
    return name.stop > name.first + 1 and len(first) > _MAX_SHORT_LETTERS and bool(STREET_WORD.fullmatch(first))


def _with_rank(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a street with its namesake's rank: "Толе би"."""
    has_rank = name.label == EntityLabel.LOC and _RANK.fullmatch(_word_at(name.stop, tokens))
    return name.with_bounds(name.first, name.stop + 1, PLACE_RULE) if has_rank else name


def _with_short_type(name: Name, tokens: Sequence[Token]) -> Name:
    """Return a street with the shortened word for it: "ул. Кабанбая"."""
    first = name.first - 1
    has_dot = _word_at(first, tokens) == "."
    first -= has_dot
    if name.label != EntityLabel.LOC or first < 0 or not _SHORT_TYPE.fullmatch(tokens[first].text):
        return name
    return name.with_bounds(first, name.stop, PLACE_RULE)


def _find_short_typed(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the names behind shortened words.

    "пр. Абая" is taken with its word, "с. Кызылжар" without.
    """
    for index, token in enumerate(tokens):
        word = token.text
        is_settlement = word in _SHORT_SETTLEMENT
        if not (is_settlement or _SHORT_TYPE.fullmatch(word)) or _word_at(index - 1, tokens).lower() in _JOINING:
            continue
        has_dot = _word_at(index + 1, tokens) == "."
        first = index + 1 + has_dot
        stop = _find_street_stop(first, tokens)
        if is_settlement and stop > first + 1 and _RELATIONAL.fullmatch(tokens[stop - 1].text):
            stop -= 1  # «с. Акжар Тарбагатайского р-на»
        if stop == first or (is_settlement and not (has_dot and len(tokens[first].text) > _MIN_SETTLEMENT_LETTERS)):
            continue
        if is_settlement and not tokens[first].text[0].isalpha():
            continue
        yield Name(first if is_settlement else index, stop, EntityLabel.LOC, PLACE_RULE)


def _find_street_stop(first: int, tokens: Sequence[Token]) -> int:
    """Return where the name of a street stops.

    It begins at `first`: "Толе би", "8 Марта", "А. Байтурсынова".
    """
    stop = first
    while stop < min(first + _MAX_STREET_TOKENS, len(tokens)):
        word = tokens[stop].text
        is_initial_stop = word == "." and stop > first and len(tokens[stop - 1].text) == 1
        is_name = _STREET_NAME.fullmatch(word) and (word[0].isalpha() or stop == first)
        if not (is_name or is_initial_stop or (_STREET_INNER.fullmatch(word) and (word[0].isupper() or stop > first))):
            break
        stop += 1
    while stop > first and (tokens[stop - 1].text == "." or len(tokens[stop - 1].text) == 1):
        stop -= 1
    return stop


def _find_kazakh_places(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield words with Kazakh letters behind a preposition of place.

    They stand alone: "из Көкөзека в Шалқар".
    """
    for index in range(1, len(tokens)):
        word, after = tokens[index].text, _word_at(index + 1, tokens)
        if (
            tokens[index - 1].text.lower() in _INTO
            and _KAZAKH_WORD.fullmatch(word)
            and not after[:1].isupper()
            and not _KAZAKH_PERSON.fullmatch(word)
        ):
            yield Name(index, index + 1, EntityLabel.LOC, PLACE_RULE)


def is_of_street(name: Name, tokens: Sequence[Token], is_town: Callable[[str], bool]) -> bool:
    """Say whether a place is a street, by the word before it.

    The word may stand before those that the name is joined with. A place's name alone is none: «улицы Лондона».
    `is_town` tells such names. What stands right behind another name is none: «микрорайоне Нурсат | Шымкента».
    """
    if name.label != EntityLabel.LOC or not name.first:
        return False
    before = tokens[name.first - 1].text
    if before[0].isupper() and not STREET_WORD.fullmatch(before):
        return False
    for index in range(name.first - 1, -1, -1):
        word = tokens[index].text
        if STREET_WORD.fullmatch(word):
            return not is_town(tokens[name.stop - 1].text)
        if word not in _STREET_LINKS and not word[0].isupper():
            break
    return False


def _is_joined(before: Name, name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether a comma or «и» alone stands between two names."""
    return before.stop == name.first - 1 and tokens[before.stop].text in _LINKS


def _word_at(index: int, tokens: Sequence[Token]) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _is_quoted_place(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether the word before quotations is for places."""
    index = name.first - 1
    if _word_at(index, tokens) not in _OPENING:
        return False
    inside = False
    for back in range(index - 1, max(-1, index - _MAX_TOKENS_BACK), -1):
        word = tokens[back].text
        if word in _CLOSING and not inside:
            inside = True
        elif word in _OPENING:
            inside = False
        elif not inside and word not in _ROW:
            return bool(_QUOTED_PLACE.fullmatch(word))
    return False
