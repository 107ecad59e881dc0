"""Text at the border and inside: normalisation, tokens and lines.

Everything here is a pure function of the text and a position, and looks only at a bounded neighbourhood, so that a
key costs the same in a note and in ten megabytes on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from app.core.span import Span
from app.core.text.unseen import MARK, UNSEEN

_REACH = 4_000
"""How far a search for a boundary looks, in code points; a longer run without one is cut there."""

_UNWANTED = re.compile("[\x00\ud800-\udfff]")

_INSIDE = f"(?:[\\w{MARK}]|[{UNSEEN}]+(?=[\\w{MARK}]))"
"""What follows the first letter of a word; characters that are not seen end none."""
_EMOJI_PART = "[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f\u20e3\u0300-\u036f\U000e0020-\U000e007f]"
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,:]\d+)+                                  # 3,5  12.06.2025  10:30
    | (?<!\w)[@#]\w{_INSIDE}*(?:[-\u2010\u2011]\w{_INSIDE}*)*  # @name, #tag
    | \w{_INSIDE}*(?:[-\u2010\u2011'’ʼ]\w{_INSIDE}*)*  # Касым-Жомарт, д'Артаньян
    | [\U0001f1e6-\U0001f1ff]{{2}}                        # a flag
    | (?:[^\w\s{UNSEEN}]{_EMOJI_PART}*(?:\u200d[^\w\s{UNSEEN}]{_EMOJI_PART}*)*)  # a sign, with all that hangs on it
    """,
    re.VERBOSE,
)


def normalise(raw: str) -> str:
    """Return `raw` as an article's text: line ends as "\n".

    NUL and lone surrogates out; nothing else touched.
    """
    return _UNWANTED.sub("", raw.replace("\r\n", "\n").replace("\r", "\n"))


def tokens(text: str, start: int = 0, stop: int | None = None) -> Iterator[Span]:
    """Yield the tokens that lie in `text[start:stop]`, in order."""
    for match in _TOKEN.finditer(text, start, len(text) if stop is None else stop):
        yield Span(match.start(), match.end())


def token_at(text: str, position: int) -> Span | None:
    """Return the token that covers `position`.

    On a blank, the next one on; at the end, the last one; None if none.
    """
    for token in _tokens_around(text, position):
        if token.stop > position:
            return token
    return token_after(text, position) or token_before(text, position)


def token_after(text: str, position: int) -> Span | None:
    """Return the first token that starts at `position` or later.

    A run's inside counts as its start.
    """
    while position < len(text):
        match = _TOKEN.search(text, position, min(len(text), position + _REACH))
        if match is not None:
            return _complete_token(text, match.start(), position)
        position += _REACH
    return None


def token_before(text: str, position: int, is_wanted: Callable[[Span], bool] = lambda _: True) -> Span | None:
    """Return the last wanted token that stops at `position` or before."""
    while position > 0:
        if text[position - 1].isspace():
            position -= 1
            continue
        found = [token for token in _tokens_around(text, position - 1) if token.stop <= position]
        wanted = next(filter(is_wanted, reversed(found)), None)
        if wanted is not None:
            return wanted
        position = _run_start(text, position - 1)
    return None


def lines(text: str, start: int = 0, stop: int | None = None) -> Iterator[Span]:
    """Yield the lines of `text[start:stop]` without line ends.

    Empty lines are included.
    """
    stop = len(text) if stop is None else stop
    while True:
        end = text.find("\n", start, stop)
        if end < 0:
            yield Span(start, stop)
            return
        yield Span(start, end)
        start = end + 1


def line_at(text: str, position: int) -> Span:
    """Return the line around `position`, without its line end."""
    start = text.rfind("\n", 0, position) + 1
    stop = text.find("\n", position)
    return Span(start, len(text) if stop < 0 else stop)


def stripped(text: str, span: Span) -> Span:
    """Return `span` without blanks at its ends.

    Empty at its start where it is all blanks.
    """
    return strip_range(text, *span)


def strip_range(text: str, start: int, stop: int) -> Span:
    """Return `text[start:stop]` without blanks at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)


def _complete_token(text: str, start: int, position: int) -> Span:
    """Return the token that starts at `start`.

    The search may have cut it.
    """
    match = _TOKEN.match(text, start, min(len(text), max(start, position) + 2 * _REACH))
    assert match is not None, "a token was found here"
    return Span(match.start(), match.end())


def _run_start(text: str, position: int) -> int:
    """Return the start of the run without blanks around `position`.

    It goes back `_REACH` at most.
    """
    low = max(0, position - _REACH)
    while position > low and not text[position - 1].isspace():
        position -= 1
    return position


@lru_cache(maxsize=64)
def _run_tokens(run: str) -> tuple[Span, ...]:
    return tuple(tokens(run))


def _tokens_around(text: str, position: int) -> Iterator[Span]:
    """Yield the tokens of the run without blanks around `position`, in order.

    None where it is a blank.
    """
    if not 0 <= position < len(text) or text[position].isspace():
        return
    start = _run_start(text, position)
    stop, high = position, min(len(text), position + _REACH)
    while stop < high and not text[stop].isspace():
        stop += 1
    for token in _run_tokens(text[start:stop]):
        yield Span(token.start + start, token.stop + start)
