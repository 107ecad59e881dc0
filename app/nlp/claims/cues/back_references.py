"""Words for what was said before: «об этом», «с таким мнением»."""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives

_POINTS_BACK = re.compile(
    r"(?:ранее |накануне |сегодня )?(?:об? этом\b|об? (?:своём|своем|таком|данном) (?:решении|намерении)|"
    rf"(?:так(?:ое|ую|ой)|с таким) (?:{read_alternatives('claims/view_stems')})\w+|о чём|о чем)\b",
    re.IGNORECASE,
)


def points_back(text: str, span: Span) -> bool:
    """Say whether a sentence begins with words for the one before."""
    return _POINTS_BACK.match(text, span.start, span.stop) is not None
