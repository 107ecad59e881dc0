"""Words, and where a span of words begins and ends.

A span has no blanks or punctuation at its ends; brackets inside it are paired. Everything here is a pure function of
the text, and looks only at the span and its neighbourhood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.letters import CAPITALS
from app.core.text.tokens import line_at, stripped, token_after, token_at, token_before, tokens
from app.core.text.word_lists import read_alternatives

_PUNCTUATION = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf", "Po"})
_SAID_SIGNS = frozenset("%‰‱§#@&")
"""Signs that Unicode calls punctuation, and that are read aloud as words are."""
_HUNG_ON = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f\u20e3\u0300-\u036f]")
"""What makes another character of the sign before it: an emoji of "!"."""

_CLOSING = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", "(": ")", "[": "]", "{": "}", '"': '"'}
"""Opening marks and what closes them. “ opens in English, and closes what „ opened."""
_MARK = re.compile("[" + re.escape("".join({*_CLOSING, *"".join(_CLOSING.values())})) + "]")
"""A bracket or quotation mark that opens or closes."""

_SHORT = re.compile(rf"(?<!\w)(?:[A-Z{CAPITALS}]|(?i:{read_alternatives('wording/abbreviations')}))\.\Z")
"""An abbreviation with its full stop; those that are words too ("им.", "род.") are left out."""
_SHORT_REACH = 8


def words(text: str, start: int = 0, stop: int | None = None) -> Iterator[Span]:
    """Yield the words that begin in `text[start:stop]`.

    Tokens that are no punctuation, in order.
    """
    return (_with_stop(text, token) for token in tokens(text, start, stop) if _is_word(text, token))


def word_after(text: str, position: int) -> Span | None:
    """Return the first word that starts at `position` or later."""
    token = token_after(text, position)
    while token is not None and not _is_word(text, token):
        token = token_after(text, token.stop)
    return None if token is None else _with_stop(text, token)


def word_before(text: str, position: int) -> Span | None:
    """Return the last word that stops at `position` or before."""
    token = token_before(text, position, lambda token: _is_word(text, token))
    if token is None:
        return None
    word = _with_stop(text, token)
    return word if word.stop <= position else word_before(text, token.start)


def word_at(text: str, position: int) -> Span | None:
    """Return the word at `position`.

    On punctuation it is the word that this belongs to, on a blank the next word. At the end of the text it is the last
    one; None where there are no words.
    """
    token = token_at(text, position)
    if token is None or _is_word(text, token):
        return None if token is None else _with_stop(text, token)
    before, after = word_before(text, token.stop), word_after(text, token.start)
    if before is not None and not any(map(str.isspace, text[before.stop : token.start])):
        return before
    is_near = after is not None and after.start <= line_at(text, token.start).stop
    return after if is_near else before or after


def fitted(text: str, span: Span) -> Span:
    """Return `span` as it may be marked.

    Empty where it holds no words. Blanks and punctuation at its ends go, but for the full stop of an abbreviation and
    for marks that pair inside, as in: АО «Север». Closing marks that pair inside and stand right behind the span are
    taken in. Marks around the whole go.
    """
    start, stop = stripped(text, span)
    stop, pairs = _complete_end(text, start, stop)
    while start < stop:
        is_open, is_closed = start < pairs.get(start, start) < stop, start <= pairs.get(stop - 1, stop) < stop
        if is_open and is_closed and pairs[start] == stop - 1:
            start, stop = start + 1, stop - 1
        elif _is_outer(text, start) and not is_open:
            start += 1
        elif _is_outer(text, stop - 1) and not is_closed and not _is_short(text, stop):
            stop -= 1
        else:
            return Span(start, stop)
    return Span(start, start)


def snapped(text: str, span: Span) -> Span:
    """Return `span` grown to whole words, as it may be marked.

    Empty where it holds none.
    """
    inner = fitted(text, span)
    if not inner.length:
        return inner
    first, last = _word_over(text, inner.start), _word_over(text, inner.stop - 1)
    start = inner.start if first is None else min(first.start, inner.start)
    stop = inner.stop if last is None else max(last.stop, inner.stop)
    return fitted(text, Span(start, stop))


def _word_over(text: str, position: int) -> Span | None:
    word = word_at(text, position)
    return word if word is not None and word.covers(position) else None


def _is_word(text: str, token: Span) -> bool:
    return not _is_punctuation(text, token.start)


def _is_punctuation(text: str, position: int) -> bool:
    sign = text[position]
    if unicodedata.category(sign) not in _PUNCTUATION or sign in _SAID_SIGNS:
        return False
    return not _HUNG_ON.match(text, position + 1)


def _is_outer(text: str, position: int) -> bool:
    return text[position].isspace() or _is_punctuation(text, position)


def _with_stop(text: str, token: Span) -> Span:
    """Return a token with its full stop where it is an abbreviation."""
    return Span(token.start, token.stop + 1) if _is_short(text, token.stop + 1) else token


def _is_short(text: str, stop: int) -> bool:
    """Say whether an abbreviation and its full stop end at `stop`."""
    if not 0 < stop <= len(text) or text[stop - 1] != ".":
        return False
    return _SHORT.search(text[max(0, stop - _SHORT_REACH) : stop]) is not None


def _complete_end(text: str, start: int, stop: int) -> tuple[int, dict[int, int]]:
    """Return the end of a span with the closing marks behind it.

    The pairs of marks are returned too. The pairs hold both ways: from the place of the opening mark to that of the
    closing one, and back.
    """
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _MARK.finditer(text, start, stop):
        if not _closes_mark(text, match.start(), opened, pairs) and match[0] in _CLOSING:
            opened.append(match.start())
    while stop < len(text) and opened and _closes_mark(text, stop, opened, pairs):
        stop += 1
    return stop, pairs


def _closes_mark(text: str, position: int, opened: list[int], pairs: dict[int, int]) -> bool:
    """Say whether the character at `position` closes one of the opened marks.

    Then these are a pair.
    """
    partner = next((place for place in reversed(opened) if text[position] in _CLOSING[text[place]]), None)
    if partner is None:
        return False
    del opened[opened.index(partner) :]
    pairs[partner], pairs[position] = position, partner
    return True
