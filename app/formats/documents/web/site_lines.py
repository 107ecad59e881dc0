"""Recognise the lines that a site puts into an article.

They are links, credits and calls to subscribe.
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_alternatives

_SITE_LINE = re.compile(rf"[\W_]*(?:{read_alternatives('articles/site_lines')})", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_MAX_CHARS = 200
"""A longer line is a paragraph of the article, whatever it begins with."""


def is_site_line(text: str) -> bool:
    """Say whether a line belongs to the site.

    No reader would quote such a line from the article.
    """
    return len(text) <= _MAX_CHARS and _SITE_LINE.match(text) is not None


def is_counter(text: str) -> bool:
    """Say whether a line has no words.

    It is a number of views, a sign, or a rule of dashes.
    """
    return len(text) <= _MAX_CHARS and _LETTER.search(text) is None
