"""Join lines that were wrapped at a column into paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from app.core.text.hyphenation import join_lines
from app.core.text.line_wraps import find_wrapped_ends


def join_wrapped_lines(text: str, stands_alone: Callable[[str], bool] | None = None, *, has_title: bool = True) -> str:
    """Return a text with its wrapped paragraphs as single lines.

    The arguments are those of `find_wrapped_ends`. A word that was divided at a line end becomes whole.
    """
    ends = set(find_wrapped_ends(text, stands_alone, has_title=has_title))
    joined: list[str] = []
    start = 0
    for line in text.split("\n"):
        if start - 1 in ends:
            joined[-1] = join_lines(joined[-1], line)
        else:
            joined.append(line)
        start += len(line) + 1
    return "\n".join(joined)
