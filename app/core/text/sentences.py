"""Sentences, for the keys and for the tagger.

A full stop is looked at with the word before it and the one behind: that of an abbreviation can end a sentence as well
(в 2027 г. Жители), that of an initial does not, and one without a blank behind it does where two paragraphs were glued
(году.Министр). Everything here looks only at a bounded neighbourhood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.letters import CAPITALS, SMALL
from app.core.text.line_wraps import blank_wrapped_ends
from app.core.text.tokens import line_at, lines, strip_range, stripped
from app.core.text.unseen import MARK, UNSEEN
from app.core.text.word_lists import read_entries, read_words

_REACH = 4_000
"""How far a sentence is looked for in both directions, in code points."""
_WORD_REACH = 40
"""How far the words before a full stop are looked at, in code points."""

_LEADING = read_words("wording/leading_abbreviations")
_CLOSING = read_words("wording/closing_abbreviations")
_COUNTED = read_words("wording/counted_abbreviations")
_DOTTED = read_words("wording/dotted_names")
_LETTERED = read_entries("wording/lettered_nouns")

_CAPITAL = f"A-Z{CAPITALS}"
_SMALL = f"a-z{SMALL}"
_CLOSER = "[\"»”“’')\\]]"
_END = re.compile(
    rf"(?<![.!?…])[.!?…]++{_CLOSER}{{0,8}}(?:"
    rf"(?=\s+(?:[—–-]\s*|<…>\s*)?(?:@\w|[^\w\s.,;:!?…»”)\]]*\s?[{_CAPITAL}\d]))"  # a capital, figure or "@name"
    rf"|(?=[«“„\"(]{{0,8}}[{_CAPITAL}][{_SMALL} ]"  # a capital right behind
    rf"|(?<=[{_SMALL}]{{3}}\.)\d{{1,2}} [{_SMALL}]{{3}}))"  # a day right behind: «погода.16 января»
)
_WORD = re.compile(rf"(?<![\w.-])(?:[{_SMALL}]{{1,2}}\.\s?)*[\w{MARK}{UNSEEN}-]+\Z", re.IGNORECASE)
_INITIALS = re.compile(rf"(?<![\w.-])(?:[{_CAPITAL}][{_SMALL}]?\.[\s-]?)*[{_CAPITAL}]\Z")
"""Initials at the end: «А.Б», «Дж. К»."""
_ABBREVIATIONS = _LEADING | _CLOSING | _COUNTED
_GLUED_WORD = re.compile(rf"(?:[{_SMALL}]{{3}}|\d|{_CLOSER}|[%°])\Z")
"""What can stand before a full stop without a blank behind it."""
_OF_COUNTRY = re.compile(r"\s*США(?!\w)")
_POWERS = ("кв.", "куб.", "пог.")
_JOINING = ("и", "или")
"""Words before «пр.», which then closes a list and names no street."""
_DIGITS = frozenset("0123456789/")
"""What stands before a unit: a number, or the unit that it divides."""
_NO_SENTENCE = re.compile(r"\s*(?:\(?\d{1,3}|(?:\w{1,2}\s+)?(?:\d{1,2}\s+)?(?:\w+\s+)?\d{4}\s*гг?)")
"""An item's number, and a date, with which sentences begin: В 2025 г. Alatau City …"""
_PLACE_BEFORE = re.compile(rf"\s*[{_CAPITAL}][\w-]+(?:\s[{_CAPITAL}][\w-]+)?\.\s*")
"""A place alone at the beginning of a line; the date behind it is that of the report: «Караганда. 5 мая 2026 г. …»."""
_ASIDE = re.compile(rf"\s*\([^()\n]{{1,60}}\)\s*[{_SMALL},]")
"""A bracket in the middle of a sentence: «Tau Holding Corp. (TAUH) отчиталась»."""
_DAY = re.compile(rf"\s*\d{{1,2}}\s+[{_SMALL}]+\s+\d{{4}}\s*г")


def sentence_at(text: str, position: int) -> Span:
    """Return the sentence around `position`, without blanks at its ends.

    It never crosses the end of a paragraph.
    """
    first, around = _paragraphs_around(text, position)
    place = position - first
    line = line_at(around, place)
    start, stop = line
    for end in sentence_ends(around, line.start, line.stop):
        if end <= place:
            start = end
        else:
            stop = end
            break
    sentence = stripped(around, Span(start, stop))
    return Span(first + sentence.start, first + sentence.stop)


def _paragraphs_around(text: str, position: int) -> tuple[int, str]:
    """Return the text around a position up to empty lines.

    Line ends inside a paragraph are blanks. The start is returned too.
    """
    low, high = max(0, position - _REACH), min(len(text), position + _REACH)
    start = text.rfind("\n\n", low, position)
    stop = text.find("\n\n", position, high)
    start = low if start < 0 else start + 2
    return start, blank_wrapped_ends(text[start : high if stop < 0 else stop], has_title=start == 0)


def sentences(text: str, start: int, stop: int) -> Iterator[Span]:
    """Yield the sentences of `text[start:stop]`.

    They are found line by line and have no blanks at their ends.
    """
    for line in lines(text, start, stop):
        begin = line.start
        for end in (*sentence_ends(text, line.start, line.stop), line.stop):
            first, last = sentence = strip_range(text, begin, end)
            if first < last:
                yield sentence
            begin = end


def sentence_ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where sentences end in a part of a line.

    The end of the last sentence is left out.
    """
    begin = start
    for match in _END.finditer(text, start, stop):
        place, behind = match.span()
        blank = text.rfind(" ", begin, place)
        is_plain = (
            blank >= 0
            and text[behind].isspace()
            and text[behind + 1] != "("
            and _is_plain_word(text[blank + 1 : place])
        )
        if is_plain or (_ends_sentence(text, begin, match) and not _is_head(text, start, begin, place)):
            begin = behind
            yield begin


def _is_plain_word(word: str) -> bool:
    """Say whether a word is neither an abbreviation nor an initial.

    It comes first because the patterns cost ten times as much.
    """
    return len(word) > 1 and word.isalpha() and word.casefold() not in _ABBREVIATIONS and word[-1] != "г"


def _is_head(text: str, line: int, start: int, stop: int) -> bool:
    """Say whether a part of a line only begins a sentence.

    It is an item's number, or a date but that of the report.
    """
    if not _is_item_number(text, start, stop):
        return False
    return not (_DAY.fullmatch(text, start, stop) and _PLACE_BEFORE.fullmatch(text, line, start))


def _is_item_number(text: str, start: int, stop: int) -> bool:
    """Say whether a part of a text is only a number.

    A date counts too. Such a part ends in a figure or in г for год.
    """
    last = text[stop - 1 : stop]
    return (last.isdecimal() or last == "г") and _NO_SENTENCE.fullmatch(text, start, stop) is not None


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    place, behind = match.span()
    is_glued = not text[behind].isspace()
    before = text[max(start, place - _WORD_REACH) : place]
    if is_glued and (not _GLUED_WORD.search(before) or _last_word(before) in _DOTTED):
        return False
    if _OF_COUNTRY.match(text, behind) and _last_word(before) == "долл":
        return False  # «3 долл. США»
    if text[place] == "." and _ASIDE.match(text, behind):
        return False
    if text[place] != "." or (behind - place > 1 and text[place + 1] in ".?!"):
        return True
    return not _is_abbreviation(before, text[behind:].lstrip()[:1] if is_glued else _first_sign(text, behind))


def _last_word(before: str) -> str:
    found = _WORD.search(before)
    return found[0].casefold() if found is not None else ""


def _last_words(before: str, found: re.Match[str]) -> str:
    """Return the word before what was found."""
    return before[: found.start()].rsplit(maxsplit=1)[-1] if before[: found.start()].strip() else ""


def _first_sign(text: str, position: int) -> str:
    """Return the letter or figure that the next sentence would begin with."""
    while not text[position].isalnum():
        position += 1
    return text[position]


def _is_abbreviation(before: str, following: str) -> bool:
    """Say whether a full stop belongs to an abbreviation or an initial.

    Then it ends no sentence.
    """
    initials = _INITIALS.search(before)
    if initials is not None:
        return len(initials[0]) > 1 or not _last_words(before, initials).casefold().startswith(_LETTERED)
    found = _WORD.search(before)
    if found is None:
        return False
    word = re.sub(rf"[\s{UNSEEN}]", "", found[0]).casefold()
    if word not in _ABBREVIATIONS:
        word = word.rpartition(".")[2]  # «см. ст.» are two, and «т. д.» is one
    short = word.lstrip("0123456789")
    if short in _COUNTED:
        is_counted = short != word or _has_number_before(before, found)
        return following.isdigit() if is_counted else True
    if short in _CLOSING and not (short in _LEADING and _last_words(before, found).casefold() not in _JOINING):
        return following.isdigit()
    return short in _LEADING


def _has_number_before(before: str, found: re.Match[str]) -> bool:
    """Say whether a unit stands behind a number.

    It may also stand behind «кв.» or «куб.», which only units follow.
    """
    is_power = found[0].casefold().startswith(_POWERS) or _last_words(before, found).casefold() in _POWERS
    return is_power or before[: found.start()].rstrip()[-1:] in _DIGITS
