"""The fonts of PDF files, which come with the program.

Every letter that is written is in the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.core.files.resources import resource

REGULAR, BOLD, ITALIC = "Pometka", "Pometka-Bold", "Pometka-Italic"
MISSING = "\N{WHITE SQUARE}"
"""Stands for a character that the fonts do not have, such as an emoji."""

_FILES = {
    REGULAR: "DejaVuSansCondensed.ttf",
    BOLD: "DejaVuSansCondensed-Bold.ttf",
    ITALIC: "DejaVuSansCondensed-Oblique.ttf",
}
_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
"""What is not seen, and leaves no sign behind."""
_BLANKS = "\t\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


@dataclass
class PdfFonts:
    """The registered fonts, and how many characters they do not have."""

    known: frozenset[int]
    missing: int = 0

    def show(self, text: str) -> str:
        """Return a text without characters that the fonts lack.

        A visible sign stands for each of them.
        """
        shown = []
        for char in text:
            code = ord(char)
            if code in self.known or char == "\n":
                shown.append(char)
            elif char in _BLANKS:
                shown.append(" ")
            elif char not in _JOINERS:
                self.missing += 1
                shown.append(MISSING)
        return "".join(shown)


def register_fonts() -> PdfFonts:
    """Register the fonts with the library, and return their characters.

    They are registered once a process.
    """
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  # an optional library
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    make: Callable[[str, str], Any] = TTFont
    known: list[set[int]] = []
    for name, file in _FILES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(make(name, str(resource("fonts", file))))
        known.append(set(pdfmetrics.getFont(name).face.charToGlyph))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
    return PdfFonts(frozenset(set.intersection(*known)))
