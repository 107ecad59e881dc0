"""Find the paragraphs of a page's article.

They are what trafilatura finds, and the lead that it loses.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.formats.documents.article_lines import CELL_SEPARATOR, clean_line, fold_words
from app.formats.documents.libraries import loading_for
from app.formats.documents.web.page_blocks import Block, drop_unseen, unfold_layout
from app.formats.documents.web.page_fields import is_byline, is_timed_stamp, split_stamp
from app.formats.documents.web.page_title import find_title_place
from app.formats.documents.web.site_lines import is_counter, is_site_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MIN_LEAD_CHARS = 40
_MAX_STAMP_PLACE = 3
"""The day and the time of an article may stand below its lead too."""
_MAX_LINK_SHARE = 0.5
_LINK_ALONE = 0.9
_MIN_FOUND_SHARE = 0.5
"""Where the library finds less of the prose below the title than this, its answer is not used."""
_LINE_TAGS = frozenset(("p", "head", "item", "quote", "code", "lb"))
_SENTENCE_END = re.compile(r"[.!?…]+[\"»”“)\]]*$")


def find_body(tree: HtmlElement, blocks: Sequence[Block], title: str, stated_lead: str, path: Path) -> list[str]:
    """Return the paragraphs of the article in reading order, without its title."""
    place = find_title_place(blocks, title)
    below = blocks if place is None else blocks[place + 1 :]
    lines = [line for line in _extract(tree, path) if fold_words(line) != fold_words(title)]
    prose = [block.text for block in below if _is_prose(block)]
    found = {fold_words(line) for line in lines}
    kept = sum(len(text) for text in prose if fold_words(text) in found)
    if not lines or (place is not None and kept < _MIN_FOUND_SHARE * sum(map(len, prose)) and len(prose) <= 3):
        lines = [block.text for block in below if _is_body(block)] or [block.text for block in below]
    above = blocks[:place] if place is not None else ()
    lines = _as_shown(_below_title(lines, above, below), below)
    leads = _find_leads(below, lines, stated_lead)
    return [line for line in _without_bylines([*leads, *lines]) if not is_site_line(line)]


def _below_title(lines: Sequence[str], above: Sequence[Block], below: Sequence[Block]) -> list[str]:
    """Return lines without those found only above the title.

    These are sections and menus.
    """
    upper, lower = ("\n".join(_letters(block.text) for block in blocks) for blocks in (above, below))
    return [line for line in lines if (found := _letters(line)) in lower or found not in upper]


def _as_shown(lines: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """Return lines as the page shows them.

    Lines of menus and captions are left out. The library turns NBSP into blanks, and may take out signs that are not
    seen.
    """
    shown = {_letters(block.text): block for block in reversed(blocks)}
    matched = [shown.get(_letters(line)) for line in lines]
    foreign = sum(block is not None and block.is_foreign for block in matched)
    drops = 2 * foreign < len(lines)  # else the page calls the article itself by such a name
    pairs = zip(_drop_unshown(lines, matched, blocks), matched, strict=True)
    kept = [(line, block) for line, block in pairs if line and not (block and _is_aside(block, drops=drops))]
    cells = _find_text_cells(block for _, block in kept if block is not None and _is_prose(block))
    kept = [(line, block) for line, block in kept if not (block and _is_in_other_cell(block, cells))]
    return list(_fill_gaps(kept, blocks))


def _fill_gaps(found: Sequence[tuple[str, Block | None]], blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines with the blocks that the library lost between them.

    They are beside the found ones in the same part of the page.
    """
    places = {id(block): place for place, block in enumerate(blocks)}
    before: Block | None = None
    texts = {_letters(line) for line, _ in found}
    for line, block in found:
        if block is not None and before is not None:
            between = blocks[places[id(before)] + 1 : places[id(block)]]
            lost = _list_lost(between, before, block)
            yield from (one.text for one in lost if _letters(one.text) not in texts and not is_counter(one.text))
        yield block.text if block is not None else line
        before = block or before


def _list_lost(between: Iterable[Block], before: Block, behind: Block) -> Iterator[Block]:
    """Yield the blocks between two lines that belong to the article.

    They are beside these lines, or items of a list that a line before it announces.
    """
    parents = (before.element.getparent(), behind.element.getparent())
    announces = before.text.endswith(":") and not is_site_line(before.text)
    for block in between:
        lists = [one.getparent() for one in block.element.iterancestors("ul", "ol")]
        is_item = announces and any(parent in parents for parent in lists) and not block.is_foreign
        if is_item or (block.element.getparent() in parents and _is_body(block)):
            yield block


def _drop_unshown(lines: Sequence[str], matched: Sequence[Block | None], blocks: Sequence[Block]) -> list[str]:
    """Return lines with "" for those that stand in no shown part.

    The library reads footers too. Where most lines are such, the page hides its article, and all are kept.
    """
    whole = "\n".join(_letters(block.text) for block in blocks)
    kept = [line if block or _letters(line) in whole else "" for line, block in zip(lines, matched, strict=True)]
    return kept if 2 * sum(map(bool, kept)) > len(lines) else list(lines)


def _is_aside(block: Block, *, drops: bool) -> bool:
    """Say whether a block of the body is none of the article.

    A menu or a caption, or a link alone to another article.
    """
    is_link = block.link_share >= _LINK_ALONE and not _SENTENCE_END.search(block.text)
    return (drops and block.is_foreign) or (is_link and not any(True for _ in block.element.iterancestors("ul", "ol")))


def _find_text_cells(prose: Iterable[Block]) -> set[HtmlElement | None]:
    """Return the cells of layout tables that hold sentences."""
    return {_cell_of(block) for block in prose}


def _is_in_other_cell(block: Block, cells: set[HtmlElement | None]) -> bool:
    """Say whether a block stands in a column beside the article."""
    cell = _cell_of(block)
    if cell is None or not cells or cell in cells:
        return False
    return not any(inner in cells for inner in cell.iterdescendants("td"))


def _cell_of(block: Block) -> HtmlElement | None:
    """Return the cell that holds a block, None outside of tables.

    A row of a table of data is one block, and stands in the cell around that table.
    """
    return next((one for one in (block.element, *block.element.iterancestors()) if one.tag in ("td", "th")), None)


def _letters(text: str) -> str:
    return fold_words(text).replace(" ", "")


def _without_bylines(lines: list[str]) -> list[str]:
    """Return lines without bylines and counters at the edges.

    A byline has the day or the author, and stands before the first sentence; a day with a time also below the lead.
    """
    while lines and (is_byline(lines[0]) or is_counter(lines[0]) or is_site_line(lines[0])):
        lines = lines[1:]
    while lines and (is_counter(lines[-1]) or is_site_line(lines[-1])):
        lines = lines[:-1]
    if not lines:
        return []
    head = [line for line in lines[1:_MAX_STAMP_PLACE] if not is_timed_stamp(line)]
    return [split_stamp(lines[0])[1], *head, *lines[_MAX_STAMP_PLACE:]]


def _extract(tree: HtmlElement, path: Path) -> list[str]:
    """Return the lines of the body that trafilatura finds."""
    with loading_for(path):
        from trafilatura import bare_extraction  # noqa: PLC0415  # an optional library, slow to load
    shown = copy.deepcopy(tree)
    drop_unseen(shown)
    unfold_layout(shown)
    found = bare_extraction(shown, include_comments=False, include_tables=True, with_metadata=False, favor_recall=True)
    body = getattr(found, "body", None)
    return list(_lines(body)) if body is not None else []


def _lines(element: Any) -> Iterator[str]:
    """Yield the lines of an element of trafilatura's result."""
    if element.tag == "row":
        cells = (clean_line(" ".join(cell.itertext())) for cell in element)
        yield CELL_SEPARATOR.join(cell for cell in cells if cell)
        return
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):  # a comment
            pass
        elif child.tag in _LINE_TAGS or child.tag in ("list", "table", "row", "div", "body", "cell"):
            yield from _given(parts)
            yield from _lines(child)
            parts = []
        elif isinstance(child.tag, str):  # no comment, which has no text of its own
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    yield from _given(parts)


def _given(parts: list[str]) -> Iterator[str]:
    line = clean_line("".join(parts))
    if line:
        yield line


def _find_leads(below: Sequence[Block], lines: Sequence[str], stated_lead: str) -> list[str]:
    """Return the lead paragraphs that the body lacks.

    They stand between the title and the first line of the body.
    """
    body = [fold_words(line) for line in lines]
    first = next((index for index, block in enumerate(below) if _is_found(fold_words(block.text), body)), None)
    if first is None:
        return []
    return [block.text for block in below[:first] if _is_lead(block, stated_lead)]


def _is_found(words: str, body: Sequence[str]) -> bool:
    """Say whether the words of a block stand in the body.

    They stand there whole, or with more words around them.
    """
    return any(words == line or (len(line) > _MIN_LEAD_CHARS and line in words) for line in body)


def _is_lead(block: Block, stated_lead: str) -> bool:
    stated = fold_words(stated_lead)
    if stated and len(stated) > _MIN_LEAD_CHARS and fold_words(block.text).startswith(stated[:_MIN_LEAD_CHARS]):
        return not is_byline(block.text)
    return _is_prose(block)


def _is_body(block: Block) -> bool:
    return not block.is_foreign and block.link_share <= _MAX_LINK_SHARE and not is_byline(block.text)


def _is_prose(block: Block) -> bool:
    """Say whether a block is a sentence of the article."""
    text = block.text
    if not _is_body(block) or len(text) < _MIN_LEAD_CHARS or is_site_line(text):
        return False
    return bool(_SENTENCE_END.search(text))
