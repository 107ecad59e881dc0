"""Dates, sums, shares and numbers of one text, by stages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel, LanguageCode
from app.nlp.article_text import ArticleText
from app.nlp.figures.dates.date_finder import DateFinder
from app.nlp.figures.dates.date_values import Calendar
from app.nlp.figures.dates.direction import TenseOf
from app.nlp.figures.dates.kazakh_direction import find_kazakh_direction
from app.nlp.figures.figure_rule import CountedLength
from app.nlp.figures.kazakh_counting import kazakh_counted_length
from app.nlp.figures.money import MONEY
from app.nlp.figures.numerals import DIGITS, SCALE, format_number, parse_number
from app.nlp.figures.registry import DATE_RULES, RULES_AFTER_DATES, RULES_BEFORE_DATES
from app.nlp.mention import Mention

_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_UNCOUNTED = (EntityLabel.PER, EntityLabel.LOC)
_NAMED = (*_UNCOUNTED, EntityLabel.ORG)
_BARE = re.compile(rf"(?:{SCALE})$", re.IGNORECASE)
"""What a sum with its currency left out ends with; a number that counts something ends with that."""

_SCALED = re.compile(rf"[\d\s](?:{SCALE})", re.IGNORECASE)
_ELIDED = re.compile(rf"\s[–—]\s(?P<number>{DIGITS})(?=[.,;)](?!\d)|\s*$)")
_NO_SUM = re.compile(rf"(?<!\w)(?:{read_alternatives('figures/counted_otherwise')})(?!\w)", re.IGNORECASE)
_LATER_REACH = 200
"""How far behind a number its currency is looked for, in code points."""
_BARE_REACH = 60
"""How far behind the last figure a number alone is looked for, in code points."""


class FigureFinder:
    """The rules for figures of both languages, made once."""

    def __init__(self, counted_length: CountedLength, tense_of: TenseOf) -> None:
        self._dates = {
            language: DateFinder(rules, tense_of, find_kazakh_direction if language == LanguageCode.KK else None)
            for language, rules in DATE_RULES.items()
        }
        self._counted_length = counted_length

    def find(self, article: ArticleText, calendar: Calendar) -> list[Mention]:
        """Return the figures of an article in order; none overlaps another."""
        found: list[Mention] = []
        for span, language in article.blocks:
            taken: list[Mention] = []
            for stage in self._run_stages(article.text, span, language, calendar):
                taken += _drop_overlapping(stage, list(taken))
            found += _name_left_out_currency(article.text, sorted(taken, key=lambda mention: mention.span))
        return sorted(found, key=lambda mention: mention.span)

    def _run_stages(self, text: str, span: Span, language: str, calendar: Calendar) -> Iterator[Iterator[Mention]]:
        """Yield what each stage finds in a block, in order."""
        counted_length = kazakh_counted_length if language == LanguageCode.KK else self._counted_length
        for rule in RULES_BEFORE_DATES:
            yield rule.find(text, span, counted_length)
        yield self._dates.get(language, self._dates[LanguageCode.RU]).find(text, span, calendar)
        for rule in RULES_AFTER_DATES:
            yield rule.find(text, span, counted_length)


def _name_left_out_currency(text: str, figures: list[Mention]) -> Iterator[Mention]:
    """Yield the figures.

    A bare "2 млн" beside a sum in its sentence is a sum of the same currency, and so is a number alone behind a dash
    that follows a sum: "3 400 тенге, год назад – 2 900".
    """
    currency, reached = "", 0
    for index, figure in enumerate(figures):
        if currency and _SENTENCE_END.search(text, reached, figure.span.start):
            yield from _find_bare_sums(text, reached, figure.span.start, currency)
            currency = ""
        if currency:
            yield from _find_bare_sums(text, reached, figure.span.start, currency)
        if figure.label == EntityLabel.MONEY:
            currency = _currency_of(figure)
        elif figure.label == EntityLabel.NUMBER and _BARE.search(text[slice(*figure.span)]):
            named = currency or _find_later_currency(text, figures, index)
            figure = _as_sum(figure, named) if named else figure  # noqa: PLW2901
        reached = figure.span.stop
        yield figure
    if currency:
        yield from _find_bare_sums(text, reached, min(len(text), reached + _BARE_REACH), currency)


def _find_later_currency(text: str, figures: list[Mention], index: int) -> str:
    """Return the currency of the next sum in thousands or more.

    It stands near, in the sentence of the figure at `index`; "" for none.
    """
    stop = figures[index].span.stop
    for at in range(index + 1, len(figures)):
        later = figures[at]
        if later.span.start - stop > _LATER_REACH or _SENTENCE_END.search(text, stop, later.span.start):
            return ""
        if later.label == EntityLabel.MONEY:
            return _currency_of(later) if _SCALED.search(text[slice(*later.span)]) else ""
    return ""


def _find_bare_sums(text: str, start: int, stop: int, currency: str) -> Iterator[Mention]:
    """Yield numbers alone behind a dash in the sentence."""
    end = _SENTENCE_END.search(text, start, stop)
    for match in _ELIDED.finditer(text, start, end.start() + 1 if end else stop):
        value = parse_number(match["number"])
        if value is not None and not _NO_SUM.search(text, start, match.start()):
            yield Mention(
                Span(*match.span("number")), EntityLabel.MONEY, MONEY.id, value=f"{format_number(value)} {currency}"
            )


def _as_sum(figure: Mention, currency: str) -> Mention:
    return replace(figure, label=EntityLabel.MONEY, rule=MONEY.id, value=f"{figure.value} {currency}")


def _currency_of(figure: Mention) -> str:
    return figure.value.rpartition(" ")[2]


def _drop_overlapping(mentions: Iterable[Mention], taken: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions that touch none of `taken`.

    Both are in order within their kind.
    """
    held = {position for mention in taken for position in range(*mention.span)}
    return (mention for mention in mentions if held.isdisjoint(range(*mention.span)))


def drop_law_numbers(figures: Iterable[Mention], named: Iterable[Mention]) -> list[Mention]:
    """Return `figures` without the numbers of articles of law.

    Example: "4 пункта" of "пункт 3 и 4 пункта 2 статьи 9".
    """
    held = {position for law in named if law.label == EntityLabel.LAW for position in range(*law.span)}
    return [one for one in figures if one.label != EntityLabel.NUMBER or held.isdisjoint(range(*one.span))]


def drop_counting_names(named: Iterable[Mention], figures: Iterable[Mention]) -> list[Mention]:
    """Return `named` without currencies and numerals.

    Example: "USD" of "USD 15 млн", "Три" of "Три моста", but not the club «16 тонн».
    """
    sums = {place for one in figures if one.label == EntityLabel.MONEY for place in range(*one.span)}
    counts = {one.span.start for one in figures if one.label == EntityLabel.NUMBER}
    return [
        one
        for one in named
        if not (one.label in _NAMED and one.span.start in sums)
        and not (one.label in _UNCOUNTED and one.span.start in counts)
    ]
