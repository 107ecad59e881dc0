"""Find the direction of a Kazakh date without a year.

The verb that follows the date says on which side of the article it lies.

The verb stands last in Kazakh: a participle of the clause that holds the date speaks before the verb that reports it.
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_alternatives
from app.nlp.figures.dates.direction import AHEAD, APPROACHED, BEHIND, UNKNOWN
from app.nlp.text.kazakh_grammar import FACT, FUTURE, is_ahead, tells_plan, tense_of

_SENTENCE = re.compile(r"[^.!?…\n;]{0,240}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLANNED = re.compile(rf"(?:{read_alternatives('figures/kazakh_planning_stems')})\w*", re.IGNORECASE)
_UNTIL = re.compile(r"\s+(?:дейін|қарай)(?!\w)", re.IGNORECASE)


def find_kazakh_direction(text: str, _start: int, stop: int) -> int:
    """Return the side of the date that stops at `stop`.

    `AHEAD`, `BEHIND`, `UNKNOWN`, or `APPROACHED` for what is ahead and before «дейін».
    """
    side = _find_side(text, stop)
    return APPROACHED if side == AHEAD and _UNTIL.match(text, stop) else side


def _find_side(text: str, stop: int) -> int:
    rest = _SENTENCE.match(text, stop)
    words = [match[0] for match in _WORD.finditer(rest[0])] if rest is not None else []
    for word in words:
        if is_ahead(word) or tells_plan(word) or FUTURE.fullmatch(word) or _PLANNED.fullmatch(word):
            return AHEAD
        if FACT.fullmatch(word):
            return BEHIND
    if _UNTIL.match(text, stop):
        return AHEAD
    return BEHIND if words and tense_of(words[-1]) == BEHIND else UNKNOWN
