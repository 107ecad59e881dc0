"""Finding dates in one walk over the words.

A rule is tried only where one of its first words stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import DatePrecision, EntityLabel
from app.nlp.figures.dates.date_rule import DIGIT, DateRule
from app.nlp.figures.dates.date_values import Calendar, DateValue
from app.nlp.figures.dates.date_words import MONTH, PART, S
from app.nlp.figures.dates.direction import UNKNOWN, TenseOf, find_direction
from app.nlp.figures.figure_rule import require_first_letters
from app.nlp.mention import Mention

_PART = re.compile(rf"(?<!\w){PART}{S}$", re.IGNORECASE)
_PART_OF_DAY = rf"(?:{read_alternatives('figures/parts_of_day')})"
_NOUN_OF_DAY = rf"(?:{read_alternatives('figures/nouns_of_day')})"
_HOUR = rf"(?:{read_alternatives('figures/hour_words')})"
_AFTER_CLOCK = rf"(?:{read_alternatives('figures/words_after_clock')})"
_CLOCK = (
    rf"(?:(?:[0-2]?\d[:.][0-5]\d|[0-2]?\d{S}час(?:а|ов)?)(?:{S}{_AFTER_CLOCK})?"
    rf"|(?:[0-2]?\d|{_HOUR})(?:{S}час(?:а|ов)?)?{S}{_AFTER_CLOCK})"
)
_DAY_OF_MONTH = rf"[0-3]?\d{S}{MONTH}"
_TIME_AFTER = re.compile(
    rf"(?:,?{S}(?:(?:рано|поздно|ранним|поздним){S})?{_PART_OF_DAY}|,?{S}(?:в|к|до|с|около){S}{_CLOCK}(?!\w|{S}{_DAY_OF_MONTH})|,?{S}[0-2]?\d:[0-5]\d(?!\w|{S}{_DAY_OF_MONTH})"
    rf"|,?{S}(?:во?|до|к){S}{_NOUN_OF_DAY})+(?!\w)",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:рано|поздно|ранним|поздним){S})?(?:{_PART_OF_DAY}|{_NOUN_OF_DAY}|ночь{S}(?:на|с)|{_CLOCK}){S}$",
    re.IGNORECASE,
)
_BEFORE_RANGE = re.compile(rf"(?<!\w)(?:ночь{S}с|[0-2]?\d:[0-5]\d){S}$", re.IGNORECASE)
_MAX_TRIGGER_CHARS = 3
_CACHED_BEGINNINGS = 20_000


FindSide = Callable[[str, int, int], int]
"""From a text and the start and stop of a date in it to the side of the article it lies on."""

FoundDate = tuple[int, int, DateRule, DateValue]


class DateFinder:
    """The date rules of one language, by their first words."""

    def __init__(
        self,
        rules: Iterable[DateRule],
        tense_of: TenseOf = lambda _: UNKNOWN,
        find_side: FindSide | None = None,
    ) -> None:
        self._find_side = find_side or partial(_find_side_by_tense, tense_of)
        self._index: dict[str, list[DateRule]] = defaultdict(list)
        for each in rules:
            for trigger in each.triggers:
                self._index[trigger].append(each)
        self._word = re.compile(
            rf"(?:(?<![\w.,/-])|(?<=[а-яё]{{3}}\.))\d+|(?<!\w){require_first_letters(self._index)}[^\W\d_]+"
        )
        self._rules = lru_cache(_CACHED_BEGINNINGS)(self._find_rules)

    def find(self, text: str, span: Span, calendar: Calendar) -> Iterator[Mention]:
        """Yield the dates in `text[span]` in order, with ISO values.

        They have a precision; none overlaps.

        `calendar` learns the years that are told.
        """
        reached = span.start
        for word in self._word.finditer(text, span.start, span.stop):
            rules = self._rules(word[0][:_MAX_TRIGGER_CHARS])
            found = self._find_longest(text, word, calendar, rules) if rules and word.start() >= reached else None
            if found is not None:
                start, stop, rule, value = found
                stop = _include_time(text, stop, value)
                whole = Span(_include_part(text, start, reached, value), stop)
                reached = stop
                yield Mention(whole, EntityLabel.DATE, rule.id, value=value.value, precision=value.precision)

    def _find_longest(
        self, text: str, word: re.Match[str], calendar: Calendar, rules: tuple[DateRule, ...]
    ) -> FoundDate | None:
        """Return the longest date that begins with this word.

        It is start, stop, rule, meaning.
        """
        best: FoundDate | None = None
        for each in rules:
            match = each.pattern.match(text, word.start())
            if match is not None and match.end() > max(word.start(), best[1] if best else 0):
                calendar.find_side = partial(self._find_side, text, *match.span())
                value = each.read(match, calendar)
                if value is not None:
                    best = (match.start(), match.end(), each, value)
        return best

    def _find_rules(self, start: str) -> tuple[DateRule, ...]:
        """Return the rules for words that begin so.

        The answers are kept, for there are few beginnings.
        """
        low = start.lower().replace("ё", "е")
        if low[0].isdigit():
            return tuple(self._index.get(DIGIT, ()))
        return tuple(rule for size in range(len(low), 0, -1) for rule in self._index.get(low[:size], ()))


def _find_side_by_tense(tense_of: TenseOf, text: str, start: int, stop: int) -> int:
    return find_direction(text, start, stop, tense_of)


def _include_part(text: str, start: int, reached: int, value: DateValue) -> int:
    """Return where the date starts with the part before it.

    «в начале | мая», «ночь на | 9 мая».
    """
    low = max(reached, start - 28)
    found = _PART.search(text[low:start])
    if found is None and value.precision is DatePrecision.DAY:
        found = _TIME_BEFORE.search(text[low:start])
    if found is None and value.precision is DatePrecision.RANGE:
        found = _BEFORE_RANGE.search(text[low:start])  # «в ночь с | 12 на 13 мая», «с 23:00 | 5 по 6 мая»
    return low + found.start() if found else start


def _include_time(text: str, stop: int, value: DateValue) -> int:
    """Return where a day ends with its time.

    «завтра | утром», «10.06.2025 | в 15:00».
    """
    found = _TIME_AFTER.match(text, stop) if value.precision is DatePrecision.DAY else None
    return found.end() if found else stop
