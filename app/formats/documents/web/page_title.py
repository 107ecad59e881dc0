"""Choose the title of a page's article.

The choice is among what the page states and shows.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from app.formats.documents.article_lines import clean_line, fold_words, is_no_title
from app.formats.documents.web.page_blocks import Block, element_text, is_seen
from app.formats.documents.web.structured_fields import StructuredFields
from app.formats.source.documents import MAX_TITLE_CHARS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SEPARATORS = re.compile(r"\s+[|–—•»/-]\s+|\s*(?:::|\|)\s*")
_TITLE_CLASS = re.compile(
    r"(?:^|\s)(?:article|news|post|entry|material|story|detail|publication)[-_]*(?:item|detail)?[-_]*"
    r"(?:title|headline|heading|name)(?:$|\s)",
    re.IGNORECASE,
)
"""Classes of an article's title."""
_SHARED_WORDS = 0.6
_LINK_ALONE = 0.9
"""A block with this share of linked letters is a link alone."""
_MAX_NAME_WORDS = 3
_TITLE_REACH = 3
"""The sentences of an article begin so many blocks below its title, at most."""


def find_title(tree: HtmlElement, blocks: Sequence[Block], stated: StructuredFields, site: str = "") -> str:
    """Return the title of the article on a page.

    It is the heading that agrees with what the page states, else what the page states. The title of the window is cut
    at a site's name alone: a dash may stand in a title. Of a stated title, the part that the page shows counts.
    """
    named = clean_line(html.unescape(stated.title))
    window = next((element_text(found) for found in tree.iter("title")), "")
    named, window = ("" if is_no_title(words) else words for words in (named, window))
    sites = {fold_words(name) for name in (stated.site, site, site.partition(".")[0]) if name}
    sites |= _list_linked_names(blocks)
    named = "" if fold_words(named) in sites else named
    shown = [found for found in tree.iter("h1") if is_seen(found)]
    headings = [text for found in (*shown, *tree.iter("h2")) if (text := element_text(found))]
    agreed = [text for text in headings if _begins(named, text) or _begins(text, named) or _has_title(window, text)]
    agreed = [text for text in agreed if fold_words(text) not in sites]
    if agreed:
        return _find_case(max(agreed, key=len), (named, window))
    first = [element_text(found) for found in shown]
    alike = [text for text in first if _is_alike(text, named) or _is_alike(text, window)]
    if alike:
        return alike[0]
    shown_part = next(filter(None, (_find_shown_part(words, blocks, sites) for words in (named, window))), "")
    if shown_part or named:
        return shown_part or _without_site(named, sites)
    named_so = next(_list_named_titles(tree), "") if not first else ""
    if named_so:
        return named_so
    headed = [text for text in first if text and fold_words(text) not in sites]
    if headed and (len(headed) == 1 or not window):
        return headed[0]
    left = _without_site(window, sites)
    left = "" if fold_words(left) in sites else left
    is_name = len(fold_words(left).split()) <= _MAX_NAME_WORDS
    return (_find_bold_title(blocks) if is_name else "") or left


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


def _find_bold_title(blocks: Sequence[Block]) -> str:
    """Return the first bold line of several words above sentences.

    Pages without headings show their title so.
    """
    for place, block in enumerate(blocks):
        words = len(fold_words(block.text).split())
        is_title = words > _MAX_NAME_WORDS and len(block.text) <= MAX_TITLE_CHARS and not block.text.endswith(".")
        below = blocks[place + 1 : place + 1 + _TITLE_REACH]
        if is_title and not block.is_foreign and _is_bold(block) and any(one.text.endswith(".") for one in below):
            return block.text
    return ""


def _is_bold(block: Block) -> bool:
    bold = (element_text(one) for one in block.element.iter("b", "strong", "font", "big"))
    return fold_words(block.text) in map(fold_words, bold)


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


def _find_case(heading: str, stated: Iterable[str]) -> str:
    """Return a heading in capitals as the page states it elsewhere."""
    if not heading.isupper():
        return heading
    words = heading.casefold()
    same = (one[place : place + len(heading)] for one in stated if (place := one.casefold().find(words)) >= 0)
    return next((one for one in same if one.casefold() == words and not one.isupper()), heading)


def _list_linked_names(blocks: Sequence[Block]) -> set[str]:
    """Return names of few words that the page shows as links alone.

    Such a name is that of the site or of a channel.
    """
    shares: dict[str, float] = {}
    for block in blocks:
        words = fold_words(block.text)
        shares[words] = min(block.link_share, shares.get(words, 1.0))
    return {words for words, share in shares.items() if share >= _LINK_ALONE and len(words.split()) <= _MAX_NAME_WORDS}


def _find_shown_part(title: str, blocks: Sequence[Block], sites: set[str]) -> str:
    """Return the longest part of a stated title that is a block.

    The parts are divided by the signs between a title and names of a site. Return "" where none of several words is.
    """
    shown = {fold_words(block.text) for block in blocks if not block.is_foreign}
    marks = list(SEPARATORS.finditer(title))
    starts, stops = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(title)]
    parts = [title[start:stop].strip() for place, start in enumerate(starts) for stop in stops[place:]]
    folded = ((part, fold_words(part)) for part in parts)
    known = [part for part, words in folded if " " in words and words in shown and words not in sites]
    return max(known, key=len, default="")


def _without_site(title: str, sites: set[str]) -> str:
    """Return a title without the name of the site at either end."""
    parts = list(SEPARATORS.finditer(title))
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
