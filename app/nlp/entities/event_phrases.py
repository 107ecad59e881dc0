"""Events by grammar: "чемпионат Азии по дзюдо", "форум «Открытый город»", "Алматинский марафон"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from app.core.text.stem import stem
from app.core.text.word_lists import read_table, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import GENITIVE, NounPhrases
from app.nlp.names.name import Name
from app.nlp.names.organisations.foreign_firms import FOREIGN_FORMS
from app.nlp.text.tokens import Token

_HEADS = {word: frozenset(powers.split()) for word, powers in read_table("entities/event_heads").items()}
_LATIN_HEADS = read_words("entities/latin_event_heads")
_LATIN_ENDINGS = tuple(word.lower() for word in _LATIN_HEADS)
_FIRMS = read_words("names/latin_organisations")
_FLEETING = re.compile("[ео](?=[кн]ь?$)")
_STEMS = frozenset(
    [*(stem(form) for word in _HEADS for form in (word, _FLEETING.sub("", word))), *map(stem, _LATIN_HEADS)]
)
"""Stems of the nouns, and those without the vowel that comes and goes («кубок», «кубка», «день», «дня»)."""

_WORDS = frozenset(_HEADS)
_NAMED = _WORDS | read_words("entities/holiday_words")
_ADJECTIVE = re.compile(
    r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][\w-]+(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|ых|их)"
)
_ORDINAL = re.compile(r"[IVX]{1,6}|\d{1,3}-(?:й|го|му|м|я|ю|ой|е)")
_WORLD = read_words("entities/event_areas")
_OPENING, _CLOSING = frozenset('"«“„'), frozenset('"»”“')
_OWNERS = frozenset((EntityLabel.LOC, EntityLabel.ORG))
_LATIN = re.compile(r"[A-ZİŞ][A-Za-zİı]*|\d+|&|of|for|and|the")
_YEAR = re.compile(r"-(?:19|20)\d\d$")
"""The year behind an event or its place: «Азиада-2030», «чемпионат Азии-2026»."""

_DATED = read_words("entities/dated_events")
"""Events that a year behind a hyphen makes one: «Евро-2024»."""

_DAYS = frozenset(("день",))
_HOLIDAY_OWNERS = read_words("entities/holiday_owners")
_NO_HOLIDAYS = read_words("entities/no_holidays")
_DIGITS = frozenset("0123456789")
_MAX_TITLE = 10
_RULE = "event/2"
LATIN_RULE = "event/3"
"""Of a Latin name: the names inside it are none."""


class EventPhrases:
    """Finds events by the noun for one.

    Other words tell one event from others.
    """

    def __init__(self, phrases: NounPhrases) -> None:
        self._phrases = phrases

    def find(self, names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
        """Yield the events of a sentence; `names` are those of the sentence."""
        starts = {name.first: name for name in names}
        for index, token in enumerate(tokens):
            if token.text[-1] in _DIGITS and _YEAR.search(token.text):
                if self._phrases.match_lemma(_YEAR.sub("", token.text), _DATED | _WORDS):
                    yield Name(self._find_first(index, tokens), index + 1, EntityLabel.EVENT, _RULE)
                continue
            if stem(token.text) not in _STEMS:
                continue
            if token.text.isascii():
                yield from _find_latin(index, starts, tokens)
                continue
            head = self._phrases.match_lemma(token.text, _WORDS)
            if head in _DAYS:
                yield from self._find_day(index, starts, tokens)
            elif head:
                first = self._find_first(index, tokens)
                stop = self._find_stop(index + 1, _HEADS[head], starts, tokens)
                rule = _RULE
                if stop == index + 1 and "title" in _HEADS[head]:
                    stop, rule = _find_latin_title_stop(stop, tokens), LATIN_RULE
                if first and tokens[first - 1].text in _OPENING:
                    continue
                if stop > index + 1 or (first < index and self._has_own_adjective(first, index, tokens)):
                    yield Name(first, stop, EntityLabel.EVENT, rule)

    def is_title_of_other(self, first: int, stop: int, tokens: Sequence[Token]) -> bool:
        """Say whether a quoted event only gives its name to something.

        Its noun stands before the mark, and is for no event: «программа «Наурыз»».
        """
        if first < 2 or stop >= len(tokens) or tokens[first - 1].text not in _OPENING:
            return False
        noun = tokens[first - 2].text
        return tokens[stop].text in _CLOSING and noun.isalpha() and not self._phrases.match_lemma(noun, _NAMED)

    def _find_first(self, index: int, tokens: Sequence[Token]) -> int:
        """Return where the words before the noun start.

        They are adjectives and ordinals. The first of them has a capital.
        """
        first = index
        for at in range(index - 1, -1, -1):
            word = tokens[at].text
            is_adjective = bool(_ADJECTIVE.fullmatch(word)) and self._phrases.adjective_agrees(word, tokens[index].text)
            if not is_adjective and not _ORDINAL.fullmatch(word):
                break
            first = at if not word[0].islower() else first
        return first

    def _has_own_adjective(self, first: int, noun: int, tokens: Sequence[Token]) -> bool:
        """Say whether an adjective has a capital of its own.

        A capital at the start of a sentence does not count.
        """
        return any(
            tokens[at].text[0].isupper() and _ADJECTIVE.fullmatch(tokens[at].text) for at in range(max(first, 1), noun)
        )

    def _find_stop(self, stop: int, powers: frozenset[str], starts: Mapping[int, Name], tokens: Sequence[Token]) -> int:
        """Return where what the noun governs stops.

        Whose it is, in what, and its title.
        """
        first = stop
        if "whose" in powers:
            stop = self._find_owner_stop(stop, starts, tokens)
            if stop + 1 < len(tokens) and tokens[stop].text == "по" and tokens[stop + 1].text[0].islower():
                field = self._phrases.find_stop(tokens, stop + 1, frozenset({"datv"}))
                stop = field if field > stop + 1 else stop
        if "person" in powers and stop == first:
            stop = self._find_namesake_stop(stop, starts, tokens)
        if "title" not in powers:
            return stop
        titled = self._find_titled_stop(stop, tokens)
        return stop if "clubs" in powers and self._phrases.is_singular_verb(_word_at(titled, tokens)) else titled

    def _find_titled_stop(self, stop: int, tokens: Sequence[Token]) -> int:
        """Return where a quoted title stops.

        Whom the event is for may come before: «форум сельских школ «Мектеп»».
        """
        governed = stop
        if stop < len(tokens) and tokens[stop].text[0].islower():
            governed = self._phrases.find_stop(tokens, stop, GENITIVE)
        title = _find_title_stop(governed, tokens)
        return title if title > governed else stop

    def _find_namesake_stop(self, stop: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> int:
        """Return where the person stops whose name a prize bears: «Кубок Дэвиса»."""
        if stop >= len(tokens) or not tokens[stop - 1].text[0].isupper() or not tokens[stop].text.istitle():
            return stop
        name = starts.get(stop)
        if name is not None and name.label == EntityLabel.PER:
            return name.stop
        return stop + 1 if self._phrases.is_person_in_genitive(tokens[stop].text) else stop

    def _find_day(self, index: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> Iterator[Name]:
        """Yield the holiday whose noun is at `index`.

        Example: «День столицы», «Международный день защиты детей». A capital is its own inside a sentence alone. Where
        a sentence begins, whose day it is tells.
        """
        first, stop = self._find_first(index, tokens), self._find_holiday_stop(index + 1, tokens)
        if stop == index + 1 or self._phrases.match_lemma(tokens[index + 1].text, _NO_HOLIDAYS):
            return
        has_capital = any(tokens[at].text[0].isupper() for at in range(max(first, 1), index + 1))
        is_whole = tokens[index].text[0].isupper() or first < index
        is_holiday = (has_capital and is_whole) or (index == 0 and self._has_holiday(index, tokens))
        if is_holiday and not self.is_title_of_other(first, stop, tokens):
            yield Name(first, self._find_owner_stop(stop, starts, tokens), EntityLabel.EVENT, _RULE)

    def _find_holiday_stop(self, stop: int, tokens: Sequence[Token]) -> int:
        """Return where stops whose day it is: «Победы», «защитника Отечества», «охраны труда»."""
        first = stop
        if stop < len(tokens) and tokens[stop].text[0].islower():
            stop = self._phrases.find_stop(tokens, stop, GENITIVE)
            if self._phrases.is_living(tokens[first].text):
                stop = min(stop, first + 1)
        has_capital = stop < len(tokens) and tokens[stop].text.istitle()
        return stop + (has_capital and self._phrases.has_case(tokens[stop].text, GENITIVE))

    def _has_holiday(self, day: int, tokens: Sequence[Token]) -> bool:
        """Say whether the words that begin a sentence are a holiday's.

        It is one day of people of a kind: «День учителя», not «Дни учителя».
        """
        owner = tokens[day + 1].text
        is_one = owner.islower() and self._phrases.has_number(tokens[day].text, "sing")
        return self._phrases.match_lemma(owner, _HOLIDAY_OWNERS) != "" or (is_one and self._phrases.is_living(owner))

    def _find_owner_stop(self, stop: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> int:
        if stop >= len(tokens):
            return stop
        name, word = starts.get(stop), tokens[stop].text
        if _YEAR.search(word) and self._phrases.has_case(_YEAR.sub("", word), GENITIVE):
            return stop + 1
        if word in _WORLD:
            return name.stop if name is not None else stop + 1
        if name is not None and name.label in _OWNERS and self._is_genitive(name, word):
            return name.stop
        return stop

    def _is_genitive(self, name: Name, word: str) -> bool:
        is_acronym = name.label == EntityLabel.ORG and word.isupper()
        return is_acronym or self._phrases.has_case(word, GENITIVE, ("NOUN", "ADJF"))


def _find_latin(last: int, starts: Mapping[int, Name], tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the Latin name that ends in a word for an event.

    Example: «Astana International Forum». A firm whose legal form stands behind is none.
    """
    first = last
    while first and _LATIN.fullmatch(tokens[first - 1].text):
        first -= 1
    while first < last and not tokens[first].text[0].isupper():
        first += 1
    follows_form = last + 1 < len(tokens) and tokens[last + 1].text.lower() in FOREIGN_FORMS
    if first < last and tokens[last].text in _LATIN_HEADS and not follows_form:
        yield Name(first, last + 1, EntityLabel.EVENT, LATIN_RULE)


def _find_latin_title_stop(stop: int, tokens: Sequence[Token]) -> int:
    """Return where the Latin title that follows stops.

    Example: «форум KazanForum 2026», «конференция Digital Bridge».

    A word alone must end like a word for an event, for it could be who holds the event. So could a firm's name.
    """
    last = stop
    while last < len(tokens) and _LATIN.fullmatch(tokens[last].text):
        last += 1
    words = [token.text for token in tokens[stop:last]]
    if not words or not words[0][0].isupper() or not _LATIN_HEADS.isdisjoint(words):
        return stop
    named = [word for word in words if word[0].isupper()]
    is_title = len(named) > 1 and named[-1].lower() not in _FIRMS | FOREIGN_FORMS
    return last if is_title or named[-1].lower().endswith(_LATIN_ENDINGS) else stop


def _word_at(index: int, tokens: Sequence[Token]) -> str:
    return tokens[index].text if index < len(tokens) else ""


def _find_title_stop(stop: int, tokens: Sequence[Token]) -> int:
    """Return where a quoted title that follows stops, with its closing mark."""
    if stop + 1 >= len(tokens) or tokens[stop].text not in _OPENING or not tokens[stop + 1].text[0].isupper():
        return stop
    for index in range(stop + 1, min(len(tokens), stop + _MAX_TITLE)):
        if tokens[index].text in _CLOSING:
            return index + 1
    return stop
