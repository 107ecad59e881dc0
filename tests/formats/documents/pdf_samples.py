"""PDF files made when the tests run.

They use a font of the system that has Cyrillic letters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu/DejaVuSans.ttf",
    "/System/Library/Fonts/Supplemental/Arial.ttf",
    "C:\\Windows\\Fonts\\arial.ttf",
)
FONT = "Text"
Draw = Callable[[Any, int], None]


def load_font() -> str:
    """Return the name of a font with Cyrillic letters.

    Skip where the system has none.
    """
    path = next((font for font in FONTS if Path(font).is_file()), None)
    if path is None:
        pytest.skip("no font with Cyrillic letters is on this machine")
    pdfmetrics.registerFont(TTFont(FONT, path))
    return FONT


def make_pdf(  # what a page looks like, each by name
    path: Path,
    title: str,
    paragraphs: Sequence[str],
    *,
    draw: Draw | None = None,
    size: float = 11,
    indent: float = 0,
    space: float = 6,
    columns: int = 1,
    justified: bool = False,
    about: str = "",
) -> None:
    """Write an article as PDF.

    A title in larger letters, paragraphs, and on each page what `draw` draws.
    """
    font = load_font()
    body = ParagraphStyle(
        "body", fontName=font, fontSize=size, leading=size * 1.25, firstLineIndent=indent, spaceAfter=space
    )
    body.alignment = TA_JUSTIFY if justified else body.alignment
    head = ParagraphStyle("head", fontName=font, fontSize=size * 1.6, leading=size * 2, spaceAfter=12)
    width, height = A4
    gap = 20
    column = (width - 140 - gap * (columns - 1)) / columns
    frames = [Frame(70 + place * (column + gap), 90, column, height - 180) for place in range(columns)]
    template = PageTemplate("page", frames, onPage=lambda canvas, doc: draw(canvas, doc.page) if draw else None)
    document = BaseDocTemplate(str(path), pagesize=A4, pageTemplates=[template], title=about)
    document.build([*([Paragraph(title, head)] if title else []), *(Paragraph(text, body) for text in paragraphs)])
