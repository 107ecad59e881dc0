"""Find the lines of a PDF's pages with their places.

The places are as pdfium finds them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from app.formats.documents.article_lines import clean_line

_LINE_ENDS = "\r\n\x0c"
_LINE_HYPHENS = "\ufffe\x02"
"""What pdfium gives for a hyphen at a line end, in place of the line end too."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page.

    Its text, its box and base line in points from the lower left corner, its letters' size.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order, and its height."""

    lines: tuple[PageLine, ...]
    height: float
    has_images: bool = False


@dataclass(slots=True)
class _Draft:
    """A line that is being gathered."""

    signs: list[str] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    base: float = 0.0


def read_page(page: Any, raw: Any) -> Page:
    """Return the lines of a page.

    `raw` is pypdfium2's module of bare functions.
    """
    text_page = page.get_textpage()
    lines = tuple(line for draft in _gather(text_page, raw) if (line := _finish(draft)) is not None)
    images = any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))
    return Page(lines, page.get_height(), images)


def _gather(text_page: Any, raw: Any) -> Iterator[_Draft]:
    """Yield the signs of each line with their boxes and sizes."""
    draft = _Draft()
    box = tuple(ctypes.c_double() for _ in range(4))
    for index in range(text_page.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text_page, index))
        if sign in _LINE_ENDS:
            yield draft
            draft = _Draft()
            continue
        draft.signs.append("-" if sign in _LINE_HYPHENS else sign)
        if not sign.isspace() and raw.FPDFText_GetCharBox(text_page, index, *box):
            left, right, bottom, top = (edge.value for edge in box)
            if not draft.boxes:
                raw.FPDFText_GetCharOrigin(text_page, index, box[0], box[1])
                draft.base = box[1].value
            draft.boxes.append((left, right, bottom, top))
            draft.sizes.append(raw.FPDFText_GetFontSize(text_page, index))
        if sign in _LINE_HYPHENS:
            yield draft
            draft = _Draft()
    yield draft


def _finish(draft: _Draft) -> PageLine | None:
    whole = "".join(draft.signs).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = clean_line(whole)
    if not text or not draft.boxes:
        return None
    lefts, rights, bottoms, tops = zip(*draft.boxes, strict=True)
    size = median(draft.sizes)
    height = max(tops) - min(bottoms)
    if size <= 1.5:  # the size is in the matrix of the text: the letters tell
        size = height
    return PageLine(text, min(lefts), max(rights), min(bottoms), max(tops), draft.base, size)
