"""What comes without a verb: «срок сдачи – май», «завтра без осадков»."""

from __future__ import annotations

import re

from app.core.text.word_lists import read_alternatives, read_entries, read_words
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.triggers import Trigger, UnparsedSegment
from app.nlp.claims.syntax.tree import DASHES, SyntaxTree

_TERMS = read_entries("claims/term_nouns")
_EXPECTED_STEMS = read_entries("claims/expected_stems")
_NEXT_STEMS = read_entries("claims/next_stems")
"""What a term is told of that has no noun: «второе – 10 декабря»."""
_WEATHER = read_words("claims/weather_words")
_PARTS_OF_DAY = ("ночью", "утром", "днём", "днем", "вечером")
_AHEAD_PHRASES = read_alternatives("claims/ahead_phrases")
_AHEAD = re.compile(rf"\b(?:{_AHEAD_PHRASES})\b")
_DASH_AND_NUMBER = re.compile(r"[^.!?]\s[—–-]\s[^.!?]*\d")
_TERM = re.compile(
    rf"\b(?:{read_alternatives('claims/term_nouns')}|{read_alternatives('claims/expected_stems')}|"
    rf"{read_alternatives('claims/next_stems')})"
)
_DEGREE = re.compile(rf"\b(?:{read_alternatives('claims/weather_words')})\b")
_MAX_TERM_WORDS = 8
_MAX_WORDS_TO_DATE = 3
_MAX_WORDS_TO_OPENING_DATE = 3


def find_term(segment: ParsedSegment, heads: list[int]) -> tuple[int, int] | None:
    """Return the words of a term or a forecast without a verb.

    `heads` are the predicates of main clauses.
    """
    tree = segment.tree
    if all(_is_no_verb(segment, head) for head in heads) and (
        _is_expected(tree) or _is_weather(segment) or _is_ahead(segment)
    ):
        return 0, len(tree)
    return _find_dated_clause(segment)


def _is_no_verb(segment: ParsedSegment, head: int) -> bool:
    """Say whether a predicate is no verb.

    It is a word of the weather or a date: «сухо», «послезавтра».
    """
    word = segment.tree.words[head]
    return word.text.lower() in _WEATHER or any(date.covers(word.span.start) for date in segment.dates_ahead)


def _may_hold_term(segment: UnparsedSegment) -> bool:
    text = segment.text
    has_term = _TERM.search(text) is not None and _DASH_AND_NUMBER.search(text) is not None
    return has_term or _DEGREE.search(text) is not None or _AHEAD.search(text) is not None


TERMS = Trigger(0, _may_hold_term)
"""A noun whose date is a plan, words of the weather, «на очереди»."""


def _find_dash(tree: SyntaxTree) -> int | None:
    return next((step for step in range(1, min(_MAX_TERM_WORDS, len(tree))) if tree.words[step].text in DASHES), None)


def _is_expected(tree: SyntaxTree) -> bool:
    """Find «Ожидаемый урожай – 5 млн тонн»."""
    return _find_dash(tree) is not None and tree.lower_at(0).startswith(_EXPECTED_STEMS)


def _is_weather(segment: ParsedSegment) -> bool:
    """Find «Завтра на севере снег» and «Ночью 12–14 градусов мороза»."""
    tree = segment.tree
    if not any(tree.lower_at(step) in _WEATHER or tree.words[step].lemma in _WEATHER for step in range(len(tree))):
        return False
    if tree.lower_at(0) in _PARTS_OF_DAY:
        return True
    opening = tree.words[min(_MAX_WORDS_TO_OPENING_DATE, len(tree) - 1)].span.stop
    return any(date.start < opening for date in segment.dates_ahead)


def _is_ahead(segment: ParsedSegment) -> bool:
    """Find «Впереди – новая волна холода», «На очереди – дворы»."""
    tree = segment.tree
    return _AHEAD.search(segment.text[tree.span.start : tree.span.stop].lower()) is not None


def _find_dated_clause(segment: ParsedSegment) -> tuple[int, int] | None:
    """Return the words of «срок сдачи – май», «второе – 10 декабря».

    Commas part the clause from others.
    """
    tree = segment.tree
    for dash in range(1, len(tree) - 1):
        if tree.words[dash].text not in DASHES or not _is_date_behind(segment, dash):
            continue
        first = next((step + 1 for step in range(dash - 1, -1, -1) if tree.words[step].text in ",;:"), 0)
        own = range(first, dash)
        is_term = any(tree.words[step].lemma in _TERMS for step in own)
        is_next = tree.lower_at(first).startswith(_NEXT_STEMS) and dash == first + 1
        if own and (is_term or is_next) and not any(tree.is_finite(step) for step in range(first, len(tree))):
            return first, len(tree)
    return None


def _is_date_behind(segment: ParsedSegment, dash: int) -> bool:
    tree = segment.tree
    last = tree.words[min(dash + _MAX_WORDS_TO_DATE, len(tree) - 1)].span
    return any(tree.words[dash].span.stop <= date.start < last.stop for date in segment.dates_ahead)
