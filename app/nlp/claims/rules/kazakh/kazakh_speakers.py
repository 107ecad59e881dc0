"""Who speaks in a Kazakh sentence.

A noun phrase in the nominative, before or behind what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.core.span import Span
from app.core.text.letters import CAPITALS
from app.core.text.word_lists import read_words
from app.nlp.text.kazakh_grammar import FACT, FUTURE, Case, is_ahead, is_possessed, read_bases, read_noun, tells_plan

_WORD = re.compile(rf"@\w+|«[^«»\n]*»|\"[^\"\n]*\"|(?<!\w)[{CAPITALS}]\.|\d[\d.,]*|[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
_SPEAKERS = read_words("claims/kazakh_speakers")
_OPENINGS = read_words("claims/kazakh_openings")
_AGENT = re.compile(r"\w+(?:(?<![ыі]н)(?:шы|ші)|[кг]ер|ист|лог|граф)$")
_COUNTRY = re.compile(rf"[{CAPITALS}]\w{{2,}}стан")
"""A country's name, whose end looks like an ablative: «Қазақстан»."""
_PLACED = re.compile(r"\w+[дт](?:ағы|егі)$")
_MAX_WORDS, _MAX_MODIFIERS = 10, 4
_MIN_WORDS_BEHIND_NAME = 2
_ADVERBIAL = (Case.LOCATIVE, Case.ABLATIVE)


class KazakhWord(NamedTuple):
    """A word, number, quoted name or sign of a sentence."""

    start: int
    stop: int
    text: str

    @property
    def is_quoted(self) -> bool:
        return self.text[0] in '«"' and len(self.text) > 1

    @property
    def is_sign(self) -> bool:
        return not self.is_quoted and not self.text[-1].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def case(self) -> Case:
        if self.is_quoted or _COUNTRY.fullmatch(self.text):
            return Case.NOMINATIVE
        case = read_noun(self.text).case
        # «тұрғыны» is somebody's «тұрғын», and could be the accusative of «тұрғы».
        is_owned = case is Case.ACCUSATIVE and self.text.lower()[:-1] in _SPEAKERS
        return Case.NOMINATIVE if is_owned else case


def cut_words(text: str, span: Span) -> list[KazakhWord]:
    """Return the words and signs of `text[span]` in order.

    A quoted name is one.
    """
    return [KazakhWord(*match.span(), match[0]) for match in _WORD.finditer(text, span.start, span.stop)]


def can_speak(word: str) -> bool:
    """Say whether a noun is for persons or organisations.

    It may stand in any form.
    """
    return any(base in _SPEAKERS or _AGENT.fullmatch(base) for base in read_bases(word))


def find_leading_speaker(words: Sequence[KazakhWord], *, is_lax: bool) -> tuple[int, int] | None:
    """Return the bounds of a speaker that begins a sentence.

    They are the first word and the stop of the phrase.

    Where no noun for a speaker stands there, a lax search takes the first word in the nominative.
    """
    opening = _skip_adverbials(words)
    for first in dict.fromkeys((opening, 0)):
        stop = _find_phrase_stop(words, first)
        if stop:
            return (0, 1) if _is_name_alone(words, first) else (first, stop)
    if not opening and _is_name_alone(words, 0):
        return 0, 1
    return (opening, opening + 1) if is_lax and _is_bare_subject(words, opening) else None


def _is_name_alone(words: Sequence[KazakhWord], first: int) -> bool:
    """Tell «Арал Балық» екі зауыт … from «Ақ Дән» ЖШС."""
    if first or len(words) < _MIN_WORDS_BEHIND_NAME or not words[0].is_quoted:
        return False
    behind = words[1]
    return not (behind.is_capital or behind.case is Case.GENITIVE or is_possessed(behind.text))


def find_speaker_beside(words: Sequence[KazakhWord], *, is_lax: bool) -> Span | None:
    """Return the phrase of the speaker among words beside a reporting verb."""
    first = 0
    while first < len(words) and (words[first].is_sign or _is_aside(words[first])):
        first += 1
    stop = _find_phrase_stop(words, first, is_opening=False)
    if is_lax:
        run = _find_run_stop(words, first)
        goes_on = run < len(words) and not words[run].is_sign
        stop = stop if stop and goes_on else run
    return Span(words[first].start, words[stop - 1].stop) if stop and stop > first else None


def _find_run_stop(words: Sequence[KazakhWord], first: int) -> int:
    """Return where words in the nominative stop.

    A quoted name at their end is left out: it belongs to a word behind.
    """
    stop = first
    while stop < len(words) and _is_plain_nominative(words[stop]):
        stop += 1
    while stop > first and (words[stop - 1].is_quoted or words[stop - 1].case is Case.GENITIVE):
        stop -= 1
    return stop


def _is_aside(word: KazakhWord) -> bool:
    return word.case not in (Case.NOMINATIVE, Case.GENITIVE) or word.text.lower() in _OPENINGS


def _is_plain_nominative(word: KazakhWord) -> bool:
    return not word.is_sign and word.case in (Case.NOMINATIVE, Case.GENITIVE) and word.text.lower() not in _OPENINGS


def _skip_adverbials(words: Sequence[KazakhWord]) -> int:
    """Return where a sentence begins behind words of time and place."""
    first = 0
    while first < len(words) - 1 and (
        words[first].text.lower() in _OPENINGS
        or words[first].text[0].isdigit()
        or (words[first].case in _ADVERBIAL and not words[first].is_quoted)
        or (words[first].text == "," and first > 0)
    ):
        first += 1
    return first


def _find_phrase_stop(words: Sequence[KazakhWord], first: int, *, is_opening: bool = True) -> int:
    """Return where the speaker's phrase at `first` stops.

    Return 0 if there is none.

    The head of the phrase is a noun for a speaker or a name; one that belongs to what stands before it goes on
    («әкімінің орынбасары», «полиция өкілі»), and so does a name right behind.
    """
    head = modifiers = 0
    for index in range(first, min(first + _MAX_WORDS, len(words))):
        word = words[index]
        if word.is_sign or (word.is_quoted and head):
            break
        if word.case is Case.GENITIVE and not word.is_quoted:
            if head and not _has_owned_speaker(words, index + 1):
                break
            continue
        if not _may_be_in_phrase(word):
            break
        if _is_head(words, index, head, is_opening=is_opening and index == first):
            head, modifiers = index + 1, 0
        else:
            modifiers += 1
            if modifiers > _MAX_MODIFIERS:
                break
    return head


def _is_head(words: Sequence[KazakhWord], index: int, head: int, *, is_opening: bool) -> bool:
    """Say whether a word continues a phrase.

    The head of the phrase, if any, stops at `head`.
    """
    word = words[index]
    if word.is_quoted:
        return False
    is_name = word.is_capital and (not is_opening or (word.text.isupper() and len(word.text) > 1))
    if not head:
        return can_speak(word.text) or is_name
    return (is_name and head == index) or (is_possessed(word.text) and can_speak(word.text))


def _may_be_in_phrase(word: KazakhWord) -> bool:
    if word.is_quoted:
        return True
    if (
        word.text[0].isdigit()
        or is_ahead(word.text)
        or tells_plan(word.text)
        or FACT.fullmatch(word.text)
        or FUTURE.fullmatch(word.text)
    ):
        return False
    return word.case is Case.NOMINATIVE or bool(_PLACED.fullmatch(word.text.lower()))


def _has_owned_speaker(words: Sequence[KazakhWord], first: int) -> bool:
    """Say whether a possessed speaker follows a genitive.

    It stands close behind the genitive that it belongs to.
    """
    for word in words[first : first + 3]:
        if word.is_sign or word.case not in (Case.NOMINATIVE, Case.GENITIVE):
            return False
        if word.case is Case.NOMINATIVE and is_possessed(word.text) and can_speak(word.text):
            return True
    return False


def _is_bare_subject(words: Sequence[KazakhWord], first: int) -> bool:
    """Say whether one word in the nominative may be the subject.

    Words for its content must follow.
    """
    if len(words) - first < 3 or words[first].is_sign or words[first].is_quoted:
        return False
    following = words[first + 1]
    is_owner = following.case is Case.NOMINATIVE and is_possessed(following.text)
    return _may_be_in_phrase(words[first]) and not words[first].text[0].isdigit() and not is_owner
