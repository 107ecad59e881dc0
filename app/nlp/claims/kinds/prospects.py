"""Predicates that look ahead without being in the future.

«правила вступают в силу 1 июля», «водителей ждёт штраф», «здание должно быть сдано в мае».
"""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_words
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.cues.triggers import Trigger, UnparsedSegment, on_pattern
from app.nlp.claims.kinds.outlook import has_passive, is_must
from app.nlp.claims.syntax.tree import SyntaxTree

_SCHEDULED = read_words("language/scheduled_verbs")
_ANNOUNCED = read_words("claims/announced_verbs")
_BASE = re.compile(r"(?:ова|[ияе])?ть(?:ся)?$")
_PLAN = re.compile(
    rf"\b(?:{'|'.join(sorted({_BASE.sub('', word) for word in _SCHEDULED}))})\w{{0,2}}т|должн[аоы]? быть|"
    r"рассчитан[аоы]?\b"
)
_ANNOUNCEMENT = re.compile(
    rf"\b(?:{'|'.join(sorted({_BASE.sub('', word) for word in _ANNOUNCED}))})\w{{0,2}}т(?:ся)?\b"
)
_MAX_HEADLINE_CHARS = 120
_COUNTED = "рассчитан"
"""What goes on to a day: «программа рассчитана до мая»."""
_HABITS = ("ам", "ям")
"""What «по пятницам» ends in."""
_FROM = re.compile(rf"\bсо? (?:\d|{read_alternatives('claims/date_openings')}|нового)")
_DATE = re.compile(rf"\d|\b(?:{read_alternatives('claims/date_openings')})")


def has_prospect(segment: ParsedSegment, index: int) -> bool:
    """Say whether a predicate tells what comes.

    It has a date ahead, or stands in a headline.
    """
    return is_scheduled_ahead(segment, index) or _begins_ahead(segment, index) or _is_announced(segment, index)


def is_scheduled_ahead(segment: ParsedSegment, index: int) -> bool:
    """Say whether a predicate is for a date ahead.

    «мост закрывают с 10 ноября».
    """
    tree = segment.tree
    return (_is_scheduled(tree, index) or _must_be_done(tree, index)) and _has_date_ahead(segment, index)


def _may_be_scheduled(segment: UnparsedSegment) -> bool:
    """Say whether words look like a plan with a date."""
    return _PLAN.search(segment.text) is not None and _DATE.search(segment.text) is not None


BEGINNINGS = on_pattern(_FROM)
"""«С 1 сентября», from when something is so."""

SCHEDULES = Trigger(1, _may_be_scheduled)
"""A verb of the plan in the present, and a date."""


def _is_scheduled(tree: SyntaxTree, index: int) -> bool:
    """Find «открывается» and the like.

    Beside a date their present tells a plan.
    """
    word = tree.words[index]
    is_present = word.feat("Tense") == "Pres" and word.feat("VerbForm") == "Fin" and word.feat("Person") == "3"
    is_open = tree.lower_at(index).startswith(_COUNTED) and word.feat("Variant") == "Short"
    return (is_present and word.lemma in _SCHEDULED) or (is_open and not tree.children(index, "aux", "cop"))


def _begins_ahead(segment: ParsedSegment, index: int) -> bool:
    """Find «с понедельника проезд стоит 150 тенге».

    Any verb of the present will do.
    """
    tree, word = segment.tree, segment.tree.words[index]
    if word.feat("Tense") != "Pres" or word.feat("VerbForm") != "Fin" or word.feat("Person") != "3":
        return False
    if not segment.dates_ahead or find_cue(segment, index) is not None:
        return False
    starts = {date.start for date in segment.dates_ahead}
    first = next((step for step in range(1, index) if tree.words[step].span.start in starts), None)
    opens = first is not None and tree.lower_at(first - 1) in ("с", "со")
    return opens and all(tree.lower_at(step) not in (",", "по", "до") for step in range(first or 0, index))


def _may_announce(segment: UnparsedSegment) -> bool:
    return is_headline(segment.article.text, segment.span) and _ANNOUNCEMENT.search(segment.text) is not None


ANNOUNCEMENTS = Trigger(0, _may_announce)
"""A verb that announces in a headline."""


def _is_announced(segment: ParsedSegment, index: int) -> bool:
    """Find «Казахстан вводит пошлины», the present of a headline.

    The topic opens it: «открываются новые возможности» announces nothing.
    """
    tree, word = segment.tree, segment.tree.words[index]
    is_present = word.feat("Tense") == "Pres" and word.feat("VerbForm") == "Fin" and word.feat("Person") == "3"
    opens = any(child < index for child in tree.children(index, "nsubj", "nsubj:pass", "obj"))
    return is_present and opens and word.lemma in _ANNOUNCED and is_headline(segment.text, tree.span)


def is_headline(text: str, span: Span) -> bool:
    """Say whether a segment is a first line without a stop."""
    if span.length > _MAX_HEADLINE_CHARS or text[max(0, span.start - _MAX_HEADLINE_CHARS) : span.start].strip():
        return False
    ends = text[span.stop : span.stop + 1] in ("", "\n") and text[span.stop - 1] not in ".!?…:"
    return ends and not text[: span.start].strip()


def _must_be_done(tree: SyntaxTree, index: int) -> bool:
    """Find «должно быть сдано».

    A date makes it a plan and no rule.
    """
    return is_must(tree, index) and tree.lower_at(index - 1) != "не" and has_passive(tree, index)


def _has_date_ahead(segment: ParsedSegment, index: int) -> bool:
    """Say whether a date ahead stands in the clause of a predicate."""
    tree = segment.tree
    first = next((step for step in range(index - 1, -1, -1) if tree.is_finite(step)), -1)
    others = (step for step in range(index + 1, len(tree)) if tree.is_finite(step) and tree.words[step].head != index)
    stop = next(others, len(tree))
    low = tree.words[first + 1].span.start
    near = [date for date in segment.dates_ahead if low <= date.start < tree.words[stop - 1].span.stop]
    return any(not segment.text[date.start : date.stop].endswith(_HABITS) for date in near)
