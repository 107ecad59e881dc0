"""Fonts and measures of the article view at one zoom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QStaticText

READING_FAMILIES = (
    "PT Serif",
    "Source Serif 4",
    "Noto Serif",
    "Charter",
    "Cambria",
    "Georgia",
    "DejaVu Serif Condensed",
    "DejaVu Serif",
)
"""Faces for reading that hold Russian and Kazakh letters, the preferred first."""

CAPTION_FAMILIES = ("Inter", "Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans Condensed")
"""Plain faces that stay readable when small."""

CHARACTERS_IN_LINE = 74
"""The measure unless another one is chosen.

65 to 80 characters read best (Bringhurst, "The Elements of Typographic Style", 2.1.2).
"""

_BODY_PX = 18
_LINE_EM = 1.4
"""What 100 % of the line spacing are."""
_SAMPLE = "Глава государства сообщил, что строящийся в Казахстане город получит особый статус"


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """How a reader wants the text.

    `family` is a font, "" for the best that is installed; `spacing` is that of the lines in percent, `characters` the
    length of a line. `has_letters` puts the letters of a label above a word instead of its title.
    """

    family: str = ""
    spacing: int = 100
    characters: int = CHARACTERS_IN_LINE
    has_letters: bool = False


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a kind of paragraph is set: font and line measures.

    In pixels, from the baseline. `rise` is how far a fill reaches above the baseline, `fall` how far below; `leading`
    is the room under the fills for underlines and air, `after` the gap after the paragraph.
    """

    font: QFont
    rise: float
    fall: float
    leading: float
    after: float


@dataclass(frozen=True, slots=True)
class SetWords:
    """A few words set in a font, ready to be drawn."""

    text: QStaticText
    font: QFont
    width: float


class Typeset:
    """All sizes of the view at one zoom.

    Text styles, caption fonts, column and gutter widths.
    """

    def __init__(self, zoom: int, reading: ReadingStyle = ReadingStyle()) -> None:  # it is frozen
        body_px = max(8, round(_BODY_PX * zoom / 100))
        self.em = float(body_px)
        families = [*filter(None, (reading.family,)), *_list_installed(READING_FAMILIES), "serif"]
        body = _make_font(families, body_px)
        title = _make_font(families, round(body_px * 1.35), bold=True)
        self.body = _make_style(body, body_px, reading.spacing, after=0.55 * body_px)
        self.title = _make_style(title, round(body_px * 1.35), reading.spacing, after=0.6 * body_px)
        caption_families = [*_list_installed(CAPTION_FAMILIES), "sans-serif"]
        caption_px = max(8, round(body_px * 0.53))
        self.caption = _make_font(caption_families, caption_px, spacing=0.05 * caption_px)
        self.caption_decided = _make_font(caption_families, caption_px, bold=True, spacing=0.05 * caption_px)
        self.kind = _make_font(caption_families, max(9, round(body_px * 0.61)))
        self.kind_decided = _make_font(caption_families, max(9, round(body_px * 0.61)), bold=True)
        self.dateline = _make_font(caption_families, max(9, round(body_px * 0.72)))
        self.badge = _make_font(caption_families, max(9, round(body_px * 0.67)), bold=True)
        self.caption_row = caption_px * 0.73 + max(3.0, 0.16 * body_px)
        self.caption_metrics = QFontMetricsF(self.caption_decided)
        self.kind_metrics = QFontMetricsF(self.kind_decided)
        self._words: dict[tuple[str, bool, bool], SetWords] = {}
        self.caption_ascent = self.caption_metrics.ascent()
        self.kind_height = self.kind_metrics.height() - 2.0
        self.character = QFontMetricsF(body).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self.measure = round(self.character * reading.characters)
        self.gutter = round(7.4 * self.em)
        self.least_gutter = round(6.2 * self.em)
        self.margin = round(1.4 * self.em)

    def caption_width(self, words: str) -> float:
        """Return how wide an entity's caption is at most."""
        return self.caption_words(words, decided=True).width

    def kind_width(self, words: str) -> float:
        """Return how wide a claim's caption is at most."""
        return max(self.kind_words(line, decided=True).width for line in words.split("\n"))

    def fit_speaker(self, words: str, room: float) -> str:
        """Return as much of a name as has room.

        It is the whole name, else a person's surname, else as much as fits.
        """
        for name in (words, _find_surname(words)):
            if name and self.kind_metrics.horizontalAdvance(name) <= room:
                return name
        return self.kind_metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def caption_words(self, words: str, *, decided: bool) -> SetWords:
        """Return an entity's caption, set."""
        return self._set_words(words, self.caption_decided if decided else self.caption, (words, True, decided))

    def kind_words(self, words: str, *, decided: bool) -> SetWords:
        """Return a claim's caption, set."""
        return self._set_words(words, self.kind_decided if decided else self.kind, (words, False, decided))

    def _set_words(self, words: str, font: QFont, key: tuple[str, bool, bool]) -> SetWords:
        # Labels are few: each is set once.
        found = self._words.get(key)
        if found is None:
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font)
            found = self._words[key] = SetWords(text, font, QFontMetricsF(font).horizontalAdvance(words))
        return found

    def pitch(self, style: TextStyle) -> float:
        """Return the distance from line to line where nothing is nested."""
        return round(self.caption_row + style.rise + style.fall + style.leading)

    def column(self, width: int) -> tuple[int, int]:
        """Return (left, width) of the text column in a viewport.

        The gutter gives way to the measure.
        """
        spare = width - self.measure - self.margin
        gutter = max(self.least_gutter, min(self.gutter, spare))
        column = min(self.measure, max(round(12 * self.character), width - gutter - self.margin))
        return max(gutter, (width - column) // 2), column

    def estimate(self, length: int, column: int) -> float:
        """Return the estimated height of a paragraph of `length` characters."""
        if not length:
            return self.em
        in_line = max(1.0, column / self.character * 0.97)
        return self.pitch(self.body) * (int(length / in_line) + 1) + self.body.after


def _find_surname(words: str) -> str:
    """Return the last of two capitalised words, else "".

    The last word of «Министерство просвещения» does not say who speaks.
    """
    before, _, last = words.rpartition(" ")
    given = before.rpartition(" ")[2]
    return last if given[:1].isupper() and last[:1].isupper() else ""


def _make_style(font: QFont, px: int, spacing: int, after: float) -> TextStyle:
    """Return a style for text.

    Spacing other than 100 % takes space from under the words or adds some.
    """
    leading = max(2.0, max(4.0, 0.24 * px) + (spacing - 100) / 100 * _LINE_EM * px)
    return TextStyle(font=font, rise=0.86 * px, fall=0.27 * px, leading=leading, after=after)


def _make_font(families: list[str], px: int, *, bold: bool = False, spacing: float = 0.0) -> QFont:
    font = QFont(families)
    font.setPixelSize(px)
    font.setBold(bold)
    font.setKerning(True)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


def _list_installed(wanted: tuple[str, ...]) -> list[str]:
    present = set(QFontDatabase.families())
    return [family for family in wanted if family in present]
