"""Join the lines of pages into paragraphs by their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.core.text.hyphenation import ends_in_hyphen, join_lines
from app.formats.documents.pdf.page_lines import Page, PageLine
from app.formats.text.news_article import is_frame_line

_MAX_SIZE_CHANGE = 0.12
_MAX_SPACING = 1.35
"""Lines of a paragraph are at most so many times the usual spacing apart."""
_SINGLE_SPACING = 1.25
_MIN_INDENT = 0.7
_MIN_OVERLAP = 0.5
_MIN_HEADING = 1.15
_MAX_SLACK, _MAX_LOWER_SLACK = 0.12, 0.4
"""What a line whose sentence runs on may leave of its column, more where the next begins with a small letter."""
_DASH = re.compile(r"[–—-]\s")
_SENTENCE_END = re.compile(r"[.!?…:]+[\"»”“)\]]*$")
_ITEM = re.compile(r"(?:[•▪►*·]|[–—-]\s|\d{1,2}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the size of its letters."""

    text: str
    size: float


def join_paragraphs(pages: Sequence[Page]) -> list[Paragraph]:
    """Return the paragraphs of pages in reading order.

    One may go on over the end of a page.
    """
    spacing = _usual_spacing(pages)
    lines = [(line, page) for page in pages for line in page.lines]
    runs = [_goes_on(before, line, page, spacing) for before, (line, page) in pairwise(lines)]
    joined: list[Paragraph] = []
    for index, (line, _) in enumerate(lines):
        runs_here, runs_next = (0 < place <= len(runs) and runs[place - 1] for place in (index, index + 1))
        is_last = index == len(lines) - 1
        if runs_here and (is_last or runs_next or not _is_heading(lines[index - 1][0], line)):
            joined[-1] = Paragraph(join_lines(joined[-1].text, line.text), joined[-1].size)
        else:
            joined.append(Paragraph(line.text, line.size))
    return joined


def find_heading(paragraphs: Sequence[Paragraph], reach: int = 5) -> str:
    """Return the first of the largest paragraphs near the top.

    "" where none is larger than the text.
    """
    sizes = [paragraph.size for paragraph in paragraphs for _ in range(1 + len(paragraph.text) // 80)]
    body = median(sizes) if sizes else 0.0
    top = [paragraph for paragraph in paragraphs[:reach] if paragraph.size >= _MIN_HEADING * body]
    return max(top, key=lambda paragraph: paragraph.size).text if top else ""


def _usual_spacing(pages: Sequence[Page]) -> float:
    """Return the usual distance of lines whose sentence runs on.

    The unit is the size of their letters.
    """
    pairs = (pair for page in pages for pair in pairwise(page.lines))
    running = ((above, below) for above, below in pairs if below.size > 0 and not _SENTENCE_END.search(above.text))
    found = ((above.base - below.base) / below.size for above, below in running if above.size == below.size)
    return median([spacing for spacing in found if 0.5 < spacing < 3] or [_SINGLE_SPACING])


def _goes_on(before: tuple[PageLine, Page], line: PageLine, page: Page, spacing: float) -> bool:
    """Say whether a line continues the paragraph of the line before."""
    above, page_above = before
    has_end = _SENTENCE_END.search(above.text) is not None
    is_item = _ITEM.match(line.text) and (has_end or not _DASH.match(line.text))
    if is_item or is_frame_line(line.text):
        return False
    if abs(above.size - line.size) > _MAX_SIZE_CHANGE * above.size:
        return False
    if page_above is not page or line.base > above.base:  # on the next page, or in the next column
        return not has_end and _fills(above, line, page_above)
    if above.base - line.base > _MAX_SPACING * spacing * line.size:
        return False
    if line.left - above.left > _MIN_INDENT * line.size and (has_end or not _is_centred(above, line)):
        return False
    return _fills(above, line, page_above)


def _is_heading(above: PageLine, line: PageLine) -> bool:
    """Say whether the last line of a paragraph is a heading.

    It stands behind a sentence that fills its line, and ends as none does.
    """
    begins = line.text[0].isupper() or line.text[0].isdigit()
    has_end = line.text[-1] in '.!?…:;,»”"’)]' or ends_in_hyphen(line.text)
    return begins and not has_end and _SENTENCE_END.search(above.text) is not None


def _fills(above: PageLine, line: PageLine, page: Page) -> bool:
    """Say whether the line above had no room for more words.

    The first word of the line below would not have fitted in it.

    Where the sentence runs on, a line may be shorter, since the width of the word is a guess.
    """
    if ends_in_hyphen(above.text):
        return True
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * (len(word) + 1) / max(1, len(line.text))
    left, right = _column_edges(above, page)
    share = 0.0 if _SENTENCE_END.search(above.text) else _MAX_LOWER_SLACK if line.text[0].islower() else _MAX_SLACK
    return above.right + width > right - share * (right - left) - 0.5


def _column_edges(line: PageLine, page: Page) -> tuple[float, float]:
    """Return the left and right edge of a line's column."""
    column = list(_in_column(line, page))
    return min(one.left for one in column), max(one.right for one in column)


def _in_column(line: PageLine, page: Page) -> Iterator[PageLine]:
    for one in page.lines:
        overlap = min(one.right, line.right) - max(one.left, line.left)
        alike = abs(one.size - line.size) <= _MAX_SIZE_CHANGE * line.size
        if one is line or (alike and overlap > _MIN_OVERLAP * (line.right - line.left)):
            yield one


def _is_centred(above: PageLine, line: PageLine) -> bool:
    middle = abs((above.left + above.right) - (line.left + line.right)) / 2
    return middle < line.size and abs(above.left - line.left) > _MIN_INDENT * line.size
