"""Choose date and address of a page's article.

The choice is among what the page states and shows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from app.core.text.letters import CAPITALS
from app.core.text.word_lists import read_alternatives
from app.formats.documents.article_lines import FoundFields
from app.formats.documents.web.page_blocks import Block, element_text, is_seen
from app.formats.documents.web.page_title import SEPARATORS, find_title, find_title_place
from app.formats.documents.web.structured_fields import StructuredFields, read_structured_fields
from app.formats.source.documents import find_site
from app.formats.text.written_dates import (
    find_date,
    match_date_stamp,
    match_partial_stamp,
    match_update_stamp,
    read_date,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLICATION = re.compile(
    rf"(?<!\w)(?:(?:{read_alternatives('articles/publication_words')})(?!\w)\s*:?"
    rf"|(?:{read_alternatives('articles/dateline_words')})\s*:)",
    re.IGNORECASE,
)
_MAX_PUBLICATION_CHARS = 60
_MAX_STAMP_CHARS = 60
_STAMP_REACH = 12
"""A date on its own stands so many blocks around the title, at most."""
_MAX_ZONE_SHIFT = dt.timedelta(days=1)
"""A stated day and a shown one may differ so much by their time zones."""
_MAX_BYLINE_CHARS = 160
_MAX_WORDS_BEHIND_TIME = 20
_BYLINE = re.compile(rf"(?:{read_alternatives('articles/byline_words')})\s*:", re.IGNORECASE)
_PARTS = re.compile(r"[|•·/]|\s[–—-]\s")
_SENTENCE_END = re.compile(r"[^.]{3}[.!?…]+[\"»”“]*$")
_SENTENCE_START = re.compile(rf"[{CAPITALS}A-Z«\"“]")
_ADDRESS_DAY = re.compile(r"(?<!\d)(?P<y>20\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
"""A day within a web address: «/2026/03/15/»."""
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with \S+\s+url:\s*(\S+)")
"""What browsers and their extensions write into a page that they save."""


def find_fields(tree: HtmlElement, blocks: Sequence[Block], address: str = "") -> FoundFields:
    """Return the fields of the article on a page.

    `address` is where the page was saved from, if that is known.
    """
    stated = read_structured_fields(tree)
    url = find_address(tree, stated, address)
    title = find_title(tree, blocks, stated, find_site(url))
    day = find_day(blocks, stated, title, url) or _find_element_day(tree) or _find_edge_day(tree)
    return FoundFields(title, day, url, stated.site)


def find_day(blocks: Sequence[Block], stated: StructuredFields, title: str, url: str) -> dt.date | None:
    """Return the day of publication.

    A shown «Опубликовано: …» wins; then a shown day beside the title that the stated one agrees with; then the
    stated one, then the shown one, then a day in the address.
    """
    published = _find_publication(blocks)
    if published is not None:
        return published
    said = read_date(stated.day)
    shown = _find_stamp(blocks, title)
    if shown is not None and (said is None or abs(shown - said) <= _MAX_ZONE_SHIFT):
        return shown
    return said or _find_address_day(url)


def find_address(tree: HtmlElement, stated: StructuredFields, saved_from: str = "") -> str:
    """Return the address of the article.

    Return "" if the page does not state a whole one.
    """
    canonical = [link.get("href", "") for link in tree.xpath("//link[@rel='canonical']")]
    shared = tree.xpath("//meta[@property='og:url']/@content")
    comments = [
        match[1] or match[2]
        for comment in tree.getroottree().xpath("//comment()")
        if (match := _SAVED_FROM.search(comment.text or ""))
    ]
    base = tree.xpath("//base/@href")
    known = [saved_from, *comments, *shared, *canonical, stated.url, *base]
    root = next((one for one in known if _is_whole(one)), "")
    for one in (*canonical, *shared, stated.url, saved_from, *comments):
        address = urljoin(root, one.strip()) if one.strip() else ""
        if _is_whole(address):
            return address
    return ""


def is_stamp(text: str) -> bool:
    """Say whether a block is a date.

    A word like «Опубликовано» may stand before the date.
    """
    rest = _PUBLICATION.sub("", text, count=1).strip() if len(text) <= 2 * _MAX_STAMP_CHARS else text
    if len(rest) > _MAX_STAMP_CHARS:
        return False
    mark = match_date_stamp(rest) or match_partial_stamp(rest, is_line=True) or match_update_stamp(rest)
    return mark is not None and mark.stop == len(rest)


def is_byline(text: str) -> bool:
    """Say whether a block is a byline.

    It is a short line with a day, a time or an author, and without a sentence.
    """
    if len(text) > _MAX_BYLINE_CHARS:
        return False
    if any(is_stamp(part.strip()) for part in _PARTS.split(text)):
        return True
    if _BYLINE.match(text) and find_date(text) is not None:
        return True
    return not _SENTENCE_END.search(text) and (match_date_stamp(text) is not None or _has_publication(text))


def is_timed_stamp(text: str) -> bool:
    """Say whether a line is a day with a time.

    Few words may follow.
    """
    mark = match_date_stamp(text)
    return mark is not None and ":" in text[: mark.stop] and len(text) - mark.stop <= _MAX_WORDS_BEHIND_TIME


def split_stamp(text: str) -> tuple[str, str]:
    """Split a block into the date before a sentence and the sentence.

    The date is "" if there is none.
    """
    mark = match_date_stamp(text)
    if mark is None or mark.value is None or not _SENTENCE_START.match(text, mark.stop):
        return "", text
    return text[: mark.stop], text[mark.stop :]


def _has_publication(text: str) -> bool:
    found = _PUBLICATION.search(text)
    return found is not None and find_date(text[found.end() :]) is not None


def _find_publication(blocks: Sequence[Block]) -> dt.date | None:
    for block, following in zip_longest(blocks, blocks[1:]):
        for found in _PUBLICATION.finditer(block.text[:1000]):
            rest = block.text[found.end() : found.end() + _MAX_PUBLICATION_CHARS].strip()
            if not rest and following is not None:
                rest = following.text[:_MAX_PUBLICATION_CHARS]
            mark = find_date(rest)
            if mark is not None and mark.value is not None and (stamp := match_date_stamp(rest)) is not None:
                return stamp.value
    return None


def _find_stamp(blocks: Sequence[Block], title: str) -> dt.date | None:
    """Return the day that stands by itself near the title.

    A day below the title comes before one above it.
    """
    place = find_title_place(blocks, title)
    if place is None:
        near = list(blocks[:_STAMP_REACH])
    else:
        near = [*blocks[place + 1 : place + 1 + _STAMP_REACH], *reversed(blocks[max(0, place - 2) : place])]
    for block in near:
        if is_byline(block.text) or split_stamp(block.text)[0]:
            return read_date(block.text)
    return None


def _find_element_day(tree: HtmlElement) -> dt.date | None:
    """Return the day of the first time element of the article.

    Where only other parts of the page have some, they must agree.
    """
    dated = [(element, day) for element in tree.iter("time") if (day := read_date(element.get("datetime", "")))]
    seen = next((day for element, day in dated if is_seen(element)), None)
    return dated[0][1] if seen is None and len({day for _, day in dated}) == 1 else seen


def _find_edge_day(tree: HtmlElement) -> dt.date | None:
    """Return the day in an article's footer or the window's title."""
    footers = (_PUBLICATION.split(element_text(found), maxsplit=1) for found in tree.xpath("//article//footer"))
    titles = (SEPARATORS.split(element_text(found)) for found in tree.iter("title"))
    dated = (*(parts[-1][:_MAX_PUBLICATION_CHARS] for parts in footers if len(parts) > 1), *chain.from_iterable(titles))
    return next((day for part in dated if is_stamp(part.strip()) and (day := read_date(part))), None)


def _find_address_day(url: str) -> dt.date | None:
    found = _ADDRESS_DAY.search(urlsplit(url).path if _is_whole(url) else "")
    try:
        return dt.date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
    except ValueError:
        return None


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
