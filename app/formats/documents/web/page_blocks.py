"""List the blocks of text that a reader of a page sees.

They come in the order of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.formats.documents.article_lines import CELL_SEPARATOR, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = re.compile(
    r"script|style|noscript|template|svg|iframe|nav|footer|aside|button|select|option|head|audio|video|"
    r"object|canvas|textarea|input|dialog|menu"
)
"""Tags whose contents are no text of the article."""
_AMP_PART = re.compile(
    r"amp-(?:ad|embed|sidebar|social-share|analytics|sticky-ad|auto-ads|user-notification|consent|list|next-page|pixel|"
    r"lightbox|video|iframe|audio)"
)
"""Parts of AMP pages that are no text."""
_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|"
    r"span|strike|strong|sub|sup|time|tt|u|var|wbr|nobr"
)
"""Tags that stand within a line."""
_LAYOUT = re.compile(r"article|div|h1|h2|h3|main|p|section|table|ul")
"""Tags that a page lays out its text by."""
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-text|assistive-text)(?:$|\s)", re.IGNORECASE
)
"""Classes of what only screen readers read."""
_PAGE_EDGES = frozenset(("header", "footer"))
"""What office programs name the running heads of a text that they save as a page."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
"""Styles of what is not shown."""
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table)", re.IGNORECASE)
"""Styles that make a tag a block."""
_EMBED_CLASS = re.compile(
    r"(?:^|\s)(?:instagram-media|tiktok-embed|fb-post|fb-video|vk[_-]post)(?:$|\s)", re.IGNORECASE
)
"""Classes of posts of social networks."""
_FOREIGN_CLASS = re.compile(
    r"(?:^|[-_\s])(?:nav|menu|breadcrumbs?|share|sharing|social|soc|related\w*|similar\w*|recommend\w*|read[-_]?(?:also|more)|adv?|ads|"
    r"advert\w*|banner\w*|promo|pager|pagenav|paging|(?:next|prev(?:ious)?)[-_]?(?:article|post|news|material)|subscri\w+|comments?(?:[-_]?area|[-_]?list)?|tags?|author\w*|copyright|caption|sidebar|widgets?|popular|cookies?\w*|consent|gdpr|popup|modal|tildalabel|"
    r"footer|rating|rubric\w*|categor\w+|toolbar|pagination|teaser|informer|bottom|counter|developer)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""Classes of menus, links to other articles and the like."""
_ADVERT_CLASS = re.compile(r"(?:^|[-_\s])(?:adv|ads?|advert\w*|banner\w*|reklama)(?:$|[-_\s\d])", re.IGNORECASE)
"""Classes of advertisements."""
_MAX_ADVERT_CHARS = 300
_ROWS_OF_SPANS, _INLINE_PARTS, _MIN_INLINE_PARTS = (
    frozenset(("div", "header", "section", "li")),
    ("span", "time", "a"),
    2,
)
_MIN_BREAKS, _MAX_CELL_CHARS = 2, 300
"""A cell with more text and so many breaks holds paragraphs: the table lays the page out."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or row of a page.

    It holds its text, its element, and how much of it is links. `is_foreign` says that it stands in a part that is not
    of the article: a menu, related links, an author's card.
    """

    text: str
    element: HtmlElement
    link_share: float = 0.0
    is_foreign: bool = False


def list_blocks(tree: HtmlElement) -> list[Block]:
    """Return the blocks of a page that are shown.

    Menus, scripts and footers are left out.
    """
    collector = _Collector()
    collector.visit(tree, is_foreign=False)
    collector.flush(tree, is_foreign=False)
    return collector.blocks


def drop_unseen(tree: HtmlElement) -> None:
    """Remove from a tree what a reader does not see, and advertisements."""
    for element in list(tree.iterdescendants()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        is_foreign_part = _is_hidden(element) or _AMP_PART.fullmatch(element.tag) is not None
        if is_foreign_part or (_is_advert(element) and len(element_text(element)) <= _MAX_ADVERT_CHARS):
            element.clear(keep_tail=True)  # drop_tree refuses the control characters that a parser lets through


def unfold_layout(tree: HtmlElement) -> None:
    """Turn layout tables and block-like inline elements into divisions.

    These are the cells of tables that lay out the page, and inline elements that are shown as blocks.
    """
    for element in tree.iter("span", "font", "b", "a"):
        if _is_styled_block(element):
            element.tag = "div"
    for row in [row for row in tree.iter("tr") if _lays_out(row)]:
        for part in (*row.iterancestors(), row, *row):
            if part.tag in ("table", "tbody", "thead", "tr", "td", "th"):
                part.tag = "div"


def is_seen(element: HtmlElement) -> bool:
    """Say whether an element is shown, and belongs to the article."""
    around = (element, *element.iterancestors())
    return not any(_is_dropped(one) or _is_foreign(one) for one in around)


def element_text(element: HtmlElement) -> str:
    """Return the text of an element on one line."""
    return clean_line("".join(_visible_text(element)))


def _visible_text(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _DROPPED.fullmatch(child.tag):
            yield " " if child.tag == "br" else ""
            yield from _visible_text(child)
        yield child.tail or ""


class _Collector:
    """Gather text until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._linked = 0

    def visit(self, element: HtmlElement, *, is_foreign: bool, in_link: bool = False) -> None:
        """Add the text of an element and all in it."""
        if not isinstance(element.tag, str):
            return
        is_foreign = is_foreign or _is_foreign(element)
        is_block = not _INLINE.fullmatch(element.tag) or _is_styled_block(element)
        if is_block:
            self.flush(element.getparent(), is_foreign=is_foreign)
        if element.tag == "tr" and not _lays_out(element):
            self._add_row(element)
        else:
            in_link = in_link or element.tag == "a"
            self._add(element.text, in_link)
            splits = _holds_inline_parts(element)
            for child in element:
                if splits:
                    self._separate()
                if isinstance(child.tag, str) and not _is_dropped(child):
                    self.visit(child, is_foreign=is_foreign, in_link=in_link)
                self._add(child.tail, in_link)
        if is_block:
            self.flush(element, is_foreign=is_foreign)

    def flush(self, element: HtmlElement | None, *, is_foreign: bool) -> None:
        """End the block that is open."""
        text = clean_line("".join(self._parts))
        if text and element is not None:
            self.blocks.append(Block(text, element, min(1.0, self._linked / len(text)), is_foreign))
        self._parts, self._linked = [], 0

    def _add(self, text: str | None, in_link: bool) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(clean_line(text)) if in_link else 0

    def _separate(self) -> None:
        """Put a blank between parts that the page shows apart."""
        if self._parts and self._parts[-1][-1:].isalnum():
            self._parts.append(" ")

    def _add_row(self, row: HtmlElement) -> None:
        cells = [element_text(cell) for cell in row if cell.tag in ("td", "th")]
        self._parts.append(CELL_SEPARATOR.join(cell for cell in cells if cell))


def _holds_inline_parts(element: HtmlElement) -> bool:
    """Say whether an element is a row of spans alone.

    Programs write dates and counters so; its style keeps them apart. In a paragraph, spans may divide a word.
    """
    if element.tag not in _ROWS_OF_SPANS or (element.text or "").strip() or len(element) < _MIN_INLINE_PARTS:
        return False
    return all(child.tag in _INLINE_PARTS and not (child.tail or "").strip() for child in element)


def _lays_out(row: HtmlElement) -> bool:
    """Say whether a table row holds parts of the page.

    Other rows hold cells of data.
    """
    if any(isinstance(inner.tag, str) and _LAYOUT.fullmatch(inner.tag) for inner in row.iterdescendants()):
        return True
    return any(
        sum(1 for _ in cell.iter("br")) >= _MIN_BREAKS for cell in row if len(element_text(cell)) > _MAX_CELL_CHARS
    )


def _is_styled_block(element: HtmlElement) -> bool:
    return bool(_BLOCK_STYLE.search(element.get("style", "")))


def _is_dropped(element: HtmlElement) -> bool:
    return bool(_DROPPED.fullmatch(element.tag) or _AMP_PART.fullmatch(element.tag)) or _is_hidden(element)


def _is_hidden(element: HtmlElement) -> bool:
    names = element.get("class", "")
    if (
        element.get("hidden") is not None
        or element.get("title") in _PAGE_EDGES
        or _EMBED_CLASS.search(names)
        or _HIDDEN_CLASS.search(names)
    ):
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style", "")))


def _is_advert(element: HtmlElement) -> bool:
    return bool(_ADVERT_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _is_foreign(element: HtmlElement) -> bool:
    if element.tag in ("figcaption", "figure", "address"):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag in ("html", "body", "article", "main") or not _FOREIGN_CLASS.search(names):
        return False
    if _names_quoted_person(element, names):
        return False
    return element.find(".//h1") is None  # blogs name the container of an article by its tags and sections


def _names_quoted_person(element: HtmlElement, names: str) -> bool:
    """Say whether an element says whose words a quotation holds."""
    before = element.getprevious()
    is_by_quotation = before is not None and before.tag == "blockquote"
    is_inside = any(True for _ in element.iterancestors("blockquote"))
    return (is_by_quotation or is_inside) and not _FOREIGN_CLASS.search(re.sub(r"author\w*", "", names))
