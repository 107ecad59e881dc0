"""Find the kind of a Kazakh claim.

The last verb of what is said, and who acts, decide it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.core.span import Span
from app.core.text.sentences import sentences
from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.rules.kazakh.kazakh_cues import CueClass, find_cues
from app.nlp.claims.rules.kazakh.kazakh_speakers import KazakhWord, cut_words
from app.nlp.text.kazakh_grammar import (
    FUTURE,
    VERBAL_NOUN,
    is_ahead,
    is_first_person_ahead,
    read_bases,
    tells_order,
    tells_plan,
)

_OWN_SIDES = read_words("claims/kazakh_own_sides")
_CAUSATIVE = r"(?:т(?![аеқкп])\w|т[аеп]\w|[ыі]?р[еа]|т?т?[ыі]р|[дғқгк][ыі][рз])"
"""What makes a verb for what befalls one for an act: «өс|іреді», «көбей|теді», «арт|тырады»."""
_BEFALLING = re.compile(rf"(?:{read_alternatives('claims/kazakh_befalling_stems')})(?!{_CAUSATIVE})\w*", re.IGNORECASE)
_HABITS = read_words("claims/kazakh_habit_words")
_NEED_WORDS = read_words("claims/kazakh_need_words")
_NEED = re.compile(rf"(?:{'|'.join(sorted(_NEED_WORDS))})(?:\w*[іы][гғ][іы]н?\w*)?", re.IGNORECASE)
_AUXILIARIES = frozenset(("еді", "екен", "екенін", "екендігін", "екеніне", "ғой", "болады", "деп"))
_POSSIBLE = re.compile(r"мүмкін\w*", re.IGNORECASE)
_ASSURING = re.compile("сендір", re.IGNORECASE)
_GOING_ON = frozenset(("барады", "келеді", "жатады", "жүреді"))
_MOOD_WORDS = 3


def is_own_side(speaker: Sequence[KazakhWord]) -> bool:
    """Say whether a speaker stands for those who act themselves.

    An official, a firm.
    """
    return any(base in _OWN_SIDES for word in speaker if not word.is_sign for base in read_bases(word.text))


def find_kind(text: str, content: Span, *, own_side: bool) -> ClaimLabel:
    """Return the kind that most words of what is said have."""
    counts: Counter[ClaimLabel] = Counter()
    for sentence in sentences(text, content.start, content.stop):
        counts[_find_kind_of_sentence(text, sentence, own_side=own_side)] += sentence.length
    return counts.most_common(1)[0][0] if counts else ClaimLabel.STATEMENT


def _find_kind_of_sentence(text: str, sentence: Span, *, own_side: bool) -> ClaimLabel:
    words = [word for word in cut_words(text, sentence) if not word.is_sign]
    if not words or text[sentence.stop - 1] == "?":
        return ClaimLabel.STATEMENT
    if any(
        cue.kind_of_cue is CueClass.PLANNING
        for cue in find_cues(text, Span(words[-min(3, len(words))].start, sentence.stop))
    ):
        return ClaimLabel.PROMISE
    return find_kind_of_words(words, own_side=own_side)


def find_kind_of_words(words: Sequence[KazakhWord], *, own_side: bool) -> ClaimLabel:
    """Return the kind of a clause by its end."""
    last = words[-1].text
    if any(_NEED.fullmatch(word.text) for word in _mood_words(words)) or tells_order(last):
        return ClaimLabel.DEMAND
    if is_first_person_ahead(last) or tells_plan(last):
        return ClaimLabel.PROMISE
    if tells_present(words):
        return ClaimLabel.STATEMENT
    if is_ahead(last) or FUTURE.fullmatch(last):
        return ClaimLabel.PROMISE if own_side and not befalls(last) else ClaimLabel.FORECAST
    is_possible = len(words) > 1 and any(_POSSIBLE.fullmatch(word.text) for word in _mood_words(words))
    return ClaimLabel.FORECAST if is_possible and _holds_verbal_noun(words) else ClaimLabel.STATEMENT


def assure(kind: ClaimLabel, cue: str) -> ClaimLabel:
    """Return the kind by the cue.

    Who assures that something will be promises it.
    """
    return ClaimLabel.PROMISE if kind == ClaimLabel.FORECAST and _ASSURING.match(cue) else kind


def tells_present(words: Sequence[KazakhWord]) -> bool:
    """Say whether a clause tells what goes on or repeats.

    Something goes on in «тартылып барады».
    """
    is_going_on = len(words) > 1 and words[-2].text.endswith("п") and words[-1].text.lower() in _GOING_ON
    return is_going_on or any(word.text.lower() in _HABITS for word in words)


def befalls(verb: str) -> bool:
    """Say whether a verb tells what befalls somebody: «өседі», «қымбаттайды»."""
    return bool(_BEFALLING.fullmatch(verb))


def _mood_words(words: Sequence[KazakhWord]) -> list[KazakhWord]:
    """Return the last words that can tell need or possibility.

    Those before auxiliaries, and the last.
    """
    found: list[KazakhWord] = []
    for word in reversed(words[-_MOOD_WORDS:]):
        found.append(word)
        if word.text.lower() not in _AUXILIARIES:
            break
    return found


def _holds_verbal_noun(words: Sequence[KazakhWord]) -> bool:
    return any(VERBAL_NOUN.fullmatch(word.text) for word in words[-_MOOD_WORDS - 1 : -1])
