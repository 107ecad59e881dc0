"""Find the direction of a date without a year.

The verbs of its sentence say on which side of the article it lies.

«Выборы пройдут в воскресенье» is ahead, «прошли в воскресенье» is behind. Time prepositions and the words of plans
(«назначено на», «к марту») speak where no verb does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.core.text.letters import SMALL
from app.core.text.word_lists import read_alternatives

AHEAD, BEHIND, UNKNOWN = 1, -1, 0
APPROACHED = 2
"""Ahead and not begun: «к осени достроят» is no autumn that lasts."""

TenseOf = Callable[[str], int]
"""From a word to `AHEAD` for a verb in the future, `BEHIND` for one in the past, else `UNKNOWN`."""

_REACH = 240
"""How far the verb of a sentence is looked for, in code points."""
_NEXT_WORD = 40
"""How far the word behind a date may reach, in code points."""
_SENTENCE_EDGE = re.compile(r"[.!?…]\s|[\n;]")
_CLAUSE_EDGE = re.compile(r"[,:—()«»]")
_CONJUNCTION = re.compile(r"(?<!\w)(?:и|а|но|или|либо)(?!\w)")
_WORD = re.compile(rf"[{SMALL}]{{3,}}(?:-[а-яё]+)?", re.IGNORECASE)
_PLANNED = re.compile(rf"(?<!\w)(?:{read_alternatives('figures/planning_words')})", re.IGNORECASE)
_TOWARDS = re.compile(rf"(?<!\w)(?:{read_alternatives('figures/words_before_limit')})\s+(?:\w+\s+)?$", re.IGNORECASE)
_APPROACHED = re.compile(r"(?<!\w)(?:ко?|до)\s+$", re.IGNORECASE)
_ORDERED = re.compile(rf"(?<!\w)(?:{read_alternatives('figures/ordering_words')})(?!\w)", re.IGNORECASE)
_PUT_TO = re.compile(
    rf"(?<!\w)(?:до|на|{read_alternatives('figures/words_before_limit')})\s+(?:\w+\s+)?$", re.IGNORECASE
)
_INFINITIVE = re.compile(
    r"(?<!\w)\w*(?:[аеиоуыюя]ть|(?:ве|не|ме|пле|ра)сти|[зй]ти|(?:мо|бере|стере|вле|же|се|ле)чь)(?:ся|сь)?(?!\w)",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(rf"(?<!\w)(?:{read_alternatives('figures/scheduled_nouns')})\s+во?\s+$", re.IGNORECASE)
_CREDIT = re.compile(
    rf",\s+(?:[–—-]\s+)?(?:как\s+|об\s+этом\s+)?(?:{read_alternatives('names/speech_stems')})", re.IGNORECASE
)
"""Who said so, behind the words: its past tells nothing of the date."""
_CLOSED = re.compile(r"\s*(?:[.,;:!?)…\n]|$)|\s+в\s+\d")
_DASH_BEFORE = re.compile(r"\s[–—-]\s+(?:(?:уже|только|лишь)\s+)?(?:во?|на|ко?|с|после)\s+$", re.IGNORECASE)
_DASH_AFTER = re.compile(r"\s[–—]\s")
_ITEM_EDGE = re.compile(r"[.!?…]\s|[\n;,:()]")
"""What parts the items of a sentence without verbs."""
_PAST_DUTY = re.compile(r"(?<!\w)долж(?:ен|н[аоы])\s+был[аои]?(?!\w)", re.IGNORECASE)
"""What ought to have been done is on either side: «должен был сдать до 1 ноября»."""
_WISHED = re.compile(r"\s*чтобы?(?!\w)", re.IGNORECASE)


def find_direction(text: str, start: int, stop: int, tense_of: TenseOf) -> int:
    """Return the side of the date at `text[start:stop]`.

    `AHEAD`, `BEHIND`, `UNKNOWN`, or `APPROACHED` for what is ahead behind «к» or «до».
    """
    side = _find_side(text, start, stop, tense_of)
    return APPROACHED if side == AHEAD and _APPROACHED.search(text, max(0, start - 8), start) else side


def is_before_infinitive(text: str, stop: int) -> bool:
    """Say whether the word behind a date is an infinitive."""
    found = _WORD.search(text, stop, stop + _NEXT_WORD)
    return found is not None and _INFINITIVE.fullmatch(found[0]) is not None


def _find_side(text: str, start: int, stop: int, tense_of: TenseOf) -> int:
    low, high = _sentence_around(text, start, stop)
    clause = _clause_around(text, start, stop, low, high)
    if _WISHED.match(text, *clause):
        return AHEAD
    if _PAST_DUTY.search(text, *clause):
        return UNKNOWN
    side = _side_of(text, clause, (start, stop), tense_of)
    if side == UNKNOWN and (_TOWARDS.search(text[low:start]) or _is_announced(text, low, (start, stop), tense_of)):
        return AHEAD
    credit = _CREDIT.search(text, stop, high)
    return side or _side_of(text, (low, credit.start() if credit else high), (start, stop), tense_of)


def _side_of(text: str, part: tuple[int, int], date: tuple[int, int], tense_of: TenseOf) -> int:
    """Return the direction that a part of the sentence tells.

    The words of plans, and the nearest verb, tell it. A verb of another predicate speaks only where no verb stands
    in the date's own: «открылась в понедельник и | продлится».
    """
    if _PLANNED.search(text, *part) or _is_ordered(text, part[0], date[0]):
        return AHEAD
    tenses = [
        (_is_joined(text, word, date), _distance(word[0], *date), tense)
        for word, tense in _tenses(text, *part, tense_of)
    ]
    return min(tenses)[2] if tenses else UNKNOWN


def _is_joined(text: str, verb: tuple[int, int], date: tuple[int, int]) -> bool:
    """Say whether a conjunction stands between a verb and a date."""
    between = (date[1], verb[0]) if verb[0] >= date[1] else (verb[1], date[0])
    return _CONJUNCTION.search(text, *between) is not None


def _is_announced(text: str, low: int, date: tuple[int, int], tense_of: TenseOf) -> bool:
    """Say whether a date tells when something comes, without a verb.

    A dash stands between them: «финал – в субботу», «в субботу – финал».
    """
    if _SCHEDULED.search(text, low, date[0]) and _CLOSED.match(text, date[1]):
        return True
    dash = _DASH_BEFORE.search(text, low, date[0])
    if dash is None:
        return bool(_DASH_AFTER.match(text, date[1])) and not any(_tenses(text, *_to_edge(text, date[1] + 2), tense_of))
    edges = [match.end() for match in _ITEM_EDGE.finditer(text, low, dash.start())]
    return not any(_tenses(text, edges[-1] if edges else low, dash.start(), tense_of))


def _to_edge(text: str, start: int) -> tuple[int, int]:
    edge = _ITEM_EDGE.search(text, start)
    return start, edge.start() if edge else min(len(text), start + _REACH)


def _is_ordered(text: str, low: int, start: int) -> bool:
    """Say whether a date is of what was ordered.

    The verb stands before it, with an infinitive between them or a preposition of limit: «поручил сдать 5 мая»,
    «отложил до 5 мая», but not «5 мая поручил сдать».
    """
    ordered = list(_ORDERED.finditer(text, low, start))
    if not ordered:
        return False
    between = text[ordered[-1].end() : start]
    return _PUT_TO.search(between) is not None or _INFINITIVE.search(between) is not None


def _tenses(text: str, first: int, last: int, tense_of: TenseOf) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the place of each verb with its tense."""
    for match in _WORD.finditer(text, first, last):
        tense = tense_of(match[0])
        if tense:
            yield match.span(), tense


def _distance(place: int, start: int, stop: int) -> int:
    return place - stop if place >= stop else start - place


def _sentence_around(text: str, start: int, stop: int) -> tuple[int, int]:
    low, high = max(0, start - _REACH), min(len(text), stop + _REACH)
    before = [match.end() for match in _SENTENCE_EDGE.finditer(text, low, start)]
    after = _SENTENCE_EDGE.search(text, stop, high)
    return (before[-1] if before else low), (after.start() if after else high)


def _clause_around(text: str, start: int, stop: int, low: int, high: int) -> tuple[int, int]:
    before = [match.end() for match in _CLAUSE_EDGE.finditer(text, low, start)]
    after = _CLAUSE_EDGE.search(text, stop, high)
    return (before[-1] if before else low), (after.start() if after else high)
