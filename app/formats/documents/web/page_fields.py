"""Choose title, date and address of a page's article.

The choice is among what the page states and shows.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from app.core.text.word_lists import read_alternatives
from app.formats.documents.article_lines import FoundFields, clean_line, fold_words, is_no_title
from app.formats.documents.web.page_blocks import Block, element_text, is_seen
from app.formats.documents.web.structured_fields import StructuredFields, read_structured_fields
from app.formats.source.documents import MAX_TITLE_CHARS, find_site
from app.formats.text.written_dates import (
    find_date,
    match_date_stamp,
    match_partial_stamp,
    match_update_stamp,
    read_date,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLICATION = re.compile(rf"(?<!\w)(?:{read_alternatives('articles/publication_words')})(?!\w)\s*:?", re.IGNORECASE)
_MAX_PUBLICATION_CHARS = 60
_MAX_STAMP_CHARS = 60
_STAMP_REACH = 12
"""A date on its own stands so many blocks around the title, at most."""
_MAX_ZONE_SHIFT = dt.timedelta(days=1)
"""A stated day and a shown one may differ so much by their time zones."""
_MAX_BYLINE_CHARS = 160
_PARTS = re.compile(r"[|•·/]|\s[–—-]\s")
_SENTENCE_END = re.compile(r"[^.]{3}[.!?…]+[\"»”“]*$")
_SENTENCE_START = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІA-Z«\"“]")
_SEPARATORS = re.compile(r"\s+[|–—•»/-]\s+|\s*(?:::|\|)\s*")
_ADDRESS_DAY = re.compile(r"(?<!\d)(?P<y>20\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
_TITLE_CLASS = re.compile(
    r"(?:^|\s)(?:article|news|post|entry|material|story|detail|publication)[-_]*(?:item|detail)?[-_]*"
    r"(?:title|headline|heading|name)(?:$|\s)",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SHARED_WORDS = 0.6


def find_fields(tree: HtmlElement, blocks: Sequence[Block], address: str = "") -> FoundFields:
    """Return the fields of the article on a page.

    `address` is where the page was saved from, if that is known.
    """
    stated = read_structured_fields(tree)
    url = find_address(tree, stated, address)
    title = find_title(tree, stated, find_site(url))
    day = find_day(blocks, stated, title, url) or _find_element_day(tree)
    return FoundFields(title, day, url, stated.site)


def find_title(tree: HtmlElement, stated: StructuredFields, site: str = "") -> str:
    """Return the title of the article on a page.

    It is the heading that agrees with what the page states, else what the page states. The title of the window is cut
    at a site's name alone: a dash may stand in a title.
    """
    named = clean_line(html.unescape(stated.title))
    window = next((element_text(found) for found in tree.iter("title")), "")
    named, window = ("" if is_no_title(words) else words for words in (named, window))
    sites = {fold_words(name) for name in (stated.site, site, site.partition(".")[0]) if name}
    shown = [found for found in tree.iter("h1") if is_seen(found)]
    headings = [text for found in (*shown, *tree.iter("h2")) if (text := element_text(found))]
    agreed = [text for text in headings if _begins(named, text) or _begins(text, named) or _has_title(window, text)]
    agreed = [text for text in agreed if fold_words(text) not in sites]
    if agreed:
        return max(agreed, key=len)
    first = [element_text(found) for found in shown]
    alike = [text for text in first if _is_alike(text, named) or _is_alike(text, window)]
    if alike:
        return alike[0]
    if named:
        return _without_site(named, sites)
    named_so = next(_list_named_titles(tree), "") if not first else ""
    if named_so:
        return named_so
    headed = [text for text in first if text and fold_words(text) not in sites]
    return headed[0] if headed and (len(headed) == 1 or not window) else _without_site(window, sites)


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
        match[1]
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
    return not _SENTENCE_END.search(text) and (match_date_stamp(text) is not None or _has_publication(text))


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
        return None
    near = [*blocks[place + 1 : place + 1 + _STAMP_REACH], *reversed(blocks[max(0, place - 2) : place])]
    for block in near:
        if is_byline(block.text) or split_stamp(block.text)[0]:
            return read_date(block.text)
    return None


def find_title_place(blocks: Sequence[Block], title: str) -> int | None:
    """Return the index of the block that is the title."""
    words = fold_words(title)
    places = [index for index, block in enumerate(blocks) if words and fold_words(block.text) == words]
    headed = [index for index in places if any(True for _ in _headings(blocks[index]))]
    return next(iter([*headed, *places]), None)


def _headings(block: Block) -> Sequence[object]:
    return [one for one in (block.element, *block.element.iterancestors()) if one.tag in ("h1", "h2")]


def _list_named_titles(tree: HtmlElement) -> Iterator[str]:
    """Yield the texts of elements whose class calls them the article's title."""
    for element in tree.xpath("//body//*[@class]"):
        if _TITLE_CLASS.search(element.get("class")) and is_seen(element):
            text = element_text(element)
            if text and len(text) <= MAX_TITLE_CHARS and not is_no_title(text):
                yield text


def _find_element_day(tree: HtmlElement) -> dt.date | None:
    """Return the day of the first time element that is shown."""
    days = (read_date(element.get("datetime", "")) for element in tree.iter("time") if is_seen(element))
    return next((day for day in days if day is not None), None)


def _find_address_day(url: str) -> dt.date | None:
    found = _ADDRESS_DAY.search(urlsplit(url).path if _is_whole(url) else "")
    try:
        return dt.date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
    except ValueError:
        return None


def _begins(whole: str, start: str) -> bool:
    head, words = fold_words(whole), fold_words(start)
    return bool(words) and (head == words or (head.startswith(f"{words} ") and len(words.split()) > 1))


def _has_title(window: str, heading: str) -> bool:
    """Say whether the window's title is a heading with a site name.

    The name of the site stands before or behind the heading.
    """
    words, whole = fold_words(heading), fold_words(window)
    if not words or len(words.split()) == 1:
        return words != "" and words == whole
    return _begins(window, heading) or whole.endswith(f" {words}")


def _is_alike(one: str, other: str) -> bool:
    first, second = set(fold_words(one).split()), set(fold_words(other).split())
    fewer = min(len(first), len(second))
    return fewer > 2 and len(first & second) >= _SHARED_WORDS * fewer


def _without_site(title: str, sites: set[str]) -> str:
    """Return a title without the name of the site at either end."""
    parts = list(_SEPARATORS.finditer(title))
    if not parts:
        return title
    last, first = parts[-1], parts[0]
    if _is_site(title[last.end() :], sites) or "|" in last.group() or "::" in last.group():
        return _without_site(title[: last.start()].strip(), sites)
    if _is_site(title[: first.start()], sites):
        return title[first.end() :].strip()
    return title


def _is_site(words: str, sites: set[str]) -> bool:
    folded = fold_words(words)
    return folded in sites or bool(
        re.fullmatch(r"\s*(?:www\.)?[\w-]+\.(?:kz|ru|com|org|net|info|uz|kg|by|ua)\s*", words, re.IGNORECASE)
    )


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
