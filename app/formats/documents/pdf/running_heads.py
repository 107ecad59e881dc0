"""Remove what stands on the edge of pages.

Running heads, page numbers, a browser's head and foot.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from app.core.text.word_lists import read_alternatives
from app.formats.documents.article_lines import fold_words
from app.formats.documents.pdf.page_lines import Page, PageLine
from app.formats.text.written_dates import read_date

_EDGE_SHARE = 0.12
"""Running heads stand in this share of the page's height at its top and its bottom."""
_MAX_EDGE_LINES = 3
_MIN_PAGES_SHARE = 0.4
_MAX_HEAD_SIZE = 0.9
"""Letters of a head that stands once are at most this share of the text's."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    rf"[-–—|\s]*(?:(?P<word>{read_alternatives('articles/page_words')})\s*)?\d{{1,4}}(?:\s*(?P<of>/|из|of)\s*\d{{1,4}})?[-–—|\s]*"
    r"(?:бет)?",
    re.IGNORECASE,
)
_PRINTED_FOOT = re.compile(r"(?P<url>https?://\S+)\s+\d{1,4}/\d{1,4}")
"""The foot that a browser prints: address and page of pages."""
_PRINTED_HEAD = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},\s+\d{1,2}:\d{2}\b.*")
"""The head that a browser prints: day, hour and title."""


def remove_running_lines(pages: Sequence[Page]) -> list[Page]:
    """Return pages without running lines and page numbers.

    Running lines recur on the edges of pages. A line that stands there once is one where it is small, stands apart and
    holds the day of the issue.
    """
    recurring = _find_recurring(pages) | {_form(line) for line, _ in _list_issue_days(pages)}
    return [replace(page, lines=tuple(_kept_lines(page, recurring, len(pages)))) for page in pages]


def find_issue_day(pages: Sequence[Page]) -> dt.date | None:
    """Return the day of the issue in the running lines."""
    recurring = _find_recurring(pages)
    edges = (line for page in pages for line in _edge_lines(page) if _form(line) in recurring)
    known = (read_date(line.text) for line in edges if not _PRINTED_HEAD.fullmatch(line.text))
    return next(filter(None, (*known, *(day for _, day in _list_issue_days(pages)))), None)


def _list_issue_days(pages: Sequence[Page]) -> list[tuple[PageLine, dt.date]]:
    """Return the small lines apart from the text that hold a day."""
    sizes = [line.size for page in pages for line in page.lines for _ in range(1 + len(line.text) // 40)]
    most = _MAX_HEAD_SIZE * median(sizes) if sizes else 0.0
    small = ((line, page) for page in pages for line in _edge_lines(page) if line.size <= most)
    heads = (line for line, page in small if _stands_apart(line, page) and not _PRINTED_HEAD.fullmatch(line.text))
    return [(line, day) for line in heads if (day := read_date(line.text)) is not None]


def _stands_apart(line: PageLine, page: Page) -> bool:
    """Say whether a line has room around it, above and below."""
    gaps = [max(line.bottom - one.top, one.bottom - line.top) for one in page.lines if one is not line]
    return min(gaps, default=0.0) > line.size


def find_printed_address(pages: Sequence[Page]) -> str:
    """Return the address that a browser printed at the foot of pages.

    Return "" if there is none.
    """
    found = (_PRINTED_FOOT.fullmatch(line.text) for page in pages for line in _edge_lines(page))
    return next((match["url"] for match in found if match), "")


def _find_recurring(pages: Sequence[Page]) -> set[str]:
    counts = Counter(form for page in pages for form in {_form(line) for line in _edge_lines(page)})
    least = max(2, _MIN_PAGES_SHARE * len(pages))
    return {form for form, count in counts.items() if count >= least}


def _edge_lines(page: Page) -> list[PageLine]:
    """Return the outermost lines of a page."""
    ordered = sorted(page.lines, key=lambda line: line.bottom)
    low = [line for line in ordered if line.top < _EDGE_SHARE * page.height][:_MAX_EDGE_LINES]
    high = [line for line in ordered if line.bottom > (1 - _EDGE_SHARE) * page.height][-_MAX_EDGE_LINES:]
    return [*low, *high]


def _kept_lines(page: Page, recurring: set[str], pages: int) -> list[PageLine]:
    edge = [line for line in _edge_lines(page) if _form(line) in recurring or _is_number(line, page, pages)]
    edge += [line for line in _edge_lines(page) if _PRINTED_FOOT.fullmatch(line.text)]
    if any(_PRINTED_FOOT.fullmatch(line.text) for line in edge):
        edge += [line for line in _edge_lines(page) if _PRINTED_HEAD.fullmatch(line.text)]
    return [line for line in page.lines if line not in edge]


def _is_number(line: PageLine, page: Page, pages: int) -> bool:
    """Say whether a line of the edge is a page number.

    Such a line stands apart from the text.
    """
    found = _PAGE_NUMBER.fullmatch(line.text)
    if found is None:
        return False
    return bool(found["word"] or found["of"]) or pages > 1 or _stands_apart(line, page)


def _form(line: PageLine) -> str:
    return _DIGITS.sub("#", fold_words(line.text))
