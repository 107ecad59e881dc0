"""Line ends inside paragraphs.

They are in text that a mail program or a PDF cut at a column. Here a text keeps its length, for it is read and not
changed; `app/formats/text/wrapped_lines.py` mends a text at import, where a word that was broken is joined too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_MIN_WIDTH = 8
"""The shortest line, in code points, that a wrapped block goes on behind; headings and lists have shorter ones."""
_MAX_WIDTH = 100
"""The longest line, in code points, of text that is wrapped by hand or by a program; paragraphs have longer ones."""
_MIN_OPEN_SHARE = 0.6
"""Of the line ends of a wrapped block, so many stand inside a sentence."""

_BLOCK = re.compile(r"[^\n]\n[^\n]")
_IS_CLOSED = re.compile(r"[.!?…:;][»\")\]]*$")
_OWN_LINE = re.compile(r"[—–•·*▪●■–-]\s|\d{1,3}[.)]\s|[^\w\s«\"“„(\[$€№#+—-]|Опубликовано:|Оригинал статьи:|date\s\d")
"""How a line begins that is no continuation: an item, a speech, a sign, the frame of a site."""
_CONTINUATION = re.compile(r"[a-zа-яёәғқңөұүһі]")


def blank_wrapped_ends(text: str) -> str:
    """Return `text` with blanks for the line ends inside wrapped paragraphs.

    Every character stays in its place.
    """
    if not _BLOCK.search(text):
        return text
    runs = _split_runs(text.split("\n"))
    column = max((len(line) for lines in runs if _is_wrapped(lines) for line in lines), default=0)
    if not column:
        return text
    return "\n".join(
        _join_lines(lines, column) if _is_wrapped(lines) or _fill_column(lines, column) else "\n".join(lines)
        for lines in runs
    )


def _split_runs(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines in runs; each run starts a paragraph."""
    runs: list[list[str]] = []
    for line in lines:
        if (
            not line
            or not runs
            or not runs[-1][-1]
            or _OWN_LINE.match(line)
            or len(line) > _MAX_WIDTH
            or len(runs[-1][-1]) > _MAX_WIDTH
        ):
            runs.append([line])
        else:
            runs[-1].append(line)
    return runs


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Say whether most line ends stand inside a sentence.

    At least one must be inside for certain.
    """
    if len(lines) < 2 or any(len(line) < _MIN_WIDTH for line in lines[:-1]):
        return False
    open_ends = [after for line, after in pairwise(lines) if not _IS_CLOSED.search(line)]
    return len(open_ends) >= _MIN_OPEN_SHARE * (len(lines) - 1) and any(map(_CONTINUATION.match, open_ends))


def _fill_column(lines: Sequence[str], column: int) -> bool:
    """Say whether each line is filled up to `column`.

    The lines of a wrapped text are.
    """
    return all(len(line) <= column and not _has_room(line, after, column) for line, after in pairwise(lines))


def _has_room(line: str, after: str, column: int) -> bool:
    """Say whether a line had room for the next line's first word."""
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) <= column


def _join_lines(lines: Sequence[str], column: int) -> str:
    """Return wrapped lines joined into paragraphs.

    Line ends before the column stay: they end a paragraph.
    """
    parts = [lines[0]]
    for line, after in pairwise(lines):
        parts += ("\n" if _IS_CLOSED.search(line) and _has_room(line, after, column) else " ", after)
    return "".join(parts)
