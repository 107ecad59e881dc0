"""The frame that a site puts around an article.

Its lines hold a date and an address, but no news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.core.span import Span

_HEAD = re.compile(r"[\ufeff \t]*date[ \t]+(\d{4})-(\d\d)-(\d\d)[ \t]*", re.IGNORECASE)
_PUBLISHED = re.compile(r"^[ \t]*Опубликовано:[^\n]*$", re.MULTILINE)
_ORIGIN = re.compile(r"^[ \t]*Оригинал статьи:[^\n]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """The parts of a text around the article, and the date.

    The parts are in order.
    """

    spans: tuple[Span, ...] = ()
    date: date | None = None

    def hides(self, span: Span) -> bool:
        """Say whether `span` touches the frame."""
        return any(part.overlaps(span) for part in self.spans)


def find_site_frame(text: str) -> SiteFrame:
    """Find the frame of an article.

    It still has the lines its file came with, or the frame is empty.
    """
    head = _HEAD.match(text)
    if head is None:
        return SiteFrame(tuple(Span(*found.span()) for found in _ORIGIN.finditer(text)))
    spans = [Span(*head.span())]
    for pattern in (_PUBLISHED, _ORIGIN):
        spans += [Span(*found.span()) for found in pattern.finditer(text)]
    return SiteFrame(tuple(sorted(spans)), _read_date(head))


def _read_date(head: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in head.groups()))
    except ValueError:
        return None  # a date that no calendar knows is as good as none
