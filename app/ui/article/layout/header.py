"""The header of an article.

Its title where the text has none, and the dateline.

The dateline says day, source and why the article is flagged or skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from app.core.model import Article, Progress
from app.service.article.article_fields import source_words, web_address
from app.ui.article.layout.typesetting import Typeset
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line

_GAP_EM = 0.9
"""Between the parts of the dateline, where a dot stands."""
_FIRST_ORDINAL_JULIAN = 1_721_425


class PartRole(Enum):
    """What a part of the dateline is."""

    PLAIN = auto()
    LINK = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class HeaderPart:
    """Words of the dateline.

    `place` is their baseline, from the header's top left.
    """

    words: str
    role: PartRole
    place: QPointF
    width: float


@dataclass(frozen=True, slots=True)
class Header:
    """Lines of the title, and parts of the dateline.

    Baselines are counted from the header's top.
    """

    title: tuple[tuple[str, float], ...] = ()
    parts: tuple[HeaderPart, ...] = ()
    height: float = 0.0

    def link_box(self, ascent: float, descent: float) -> QRectF:
        """Return where the link is, empty where there is none."""
        for part in self.parts:
            if part.role is PartRole.LINK:
                return QRectF(part.place.x(), part.place.y() - ascent, part.width, ascent + descent)
        return QRectF()


def lay_header(article: Article, typeset: Typeset, column: float, language: str, *, has_title: bool) -> Header:
    """Lay out a header in a column.

    `has_title` says that the text begins with the title: then the header has none of its own.
    """
    metrics = QFontMetricsF(typeset.title.font)
    lines = () if has_title else tuple(_break_title(one_line(article.title), metrics, column))
    title = tuple((words, metrics.ascent() + place * metrics.height()) for place, words in enumerate(lines))
    top = len(lines) * metrics.height() + (0.3 * typeset.em if lines else 0.0)
    parts = tuple(_place_parts(list(_dateline(article, language)), typeset, column, top))
    if not parts:
        return Header(title, (), top)
    small = QFontMetricsF(typeset.dateline)
    return Header(title, parts, parts[-1].place.y() + small.descent())


def _dateline(article: Article, language: str) -> Iterator[tuple[str, PartRole]]:
    if article.date is not None:
        day = QDate.fromJulianDay(article.date.toordinal() + _FIRST_ORDINAL_JULIAN)
        yield QLocale(language).toString(day, "d MMMM yyyy"), PartRole.PLAIN
    source = one_line(source_words(article))
    if source:
        yield source, PartRole.LINK if web_address(article) else PartRole.PLAIN
    remark = remark_words(article)
    if remark:
        yield remark, PartRole.REMARK


def remark_words(article: Article) -> str:
    """Return that an article is flagged or skipped, and why, else ""."""
    signs = ["⚑"] if article.is_flagged else []
    signs += [tr("Skipped")] if article.progress is Progress.SKIPPED else []
    remark = one_line(article.remark)
    if not signs:
        return ""
    if article.progress is Progress.SKIPPED:
        return f"{' '.join(signs)}: {remark}" if remark else " ".join(signs)
    return f"⚑ {remark or tr('Flagged')}"


def _break_title(title: str, metrics: QFontMetricsF, column: float) -> Iterator[str]:
    """Yield the lines of a title, broken between words.

    A word that is too long is cut with dots.
    """
    line = ""
    for word in title.split():
        wider = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(wider) > column:
            yield metrics.elidedText(line, Qt.TextElideMode.ElideRight, column)
            wider = word
        line = wider
    if line:
        yield metrics.elidedText(line, Qt.TextElideMode.ElideRight, column)


def _place_parts(
    parts: list[tuple[str, PartRole]], typeset: Typeset, column: float, top: float
) -> Iterator[HeaderPart]:
    metrics, gap = QFontMetricsF(typeset.dateline), _GAP_EM * typeset.em
    x, baseline = 0.0, top + metrics.ascent()
    for words, role in parts:
        width = metrics.horizontalAdvance(words)
        if x and x + width > column:
            x, baseline = 0.0, baseline + metrics.height()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, column)
        width = metrics.horizontalAdvance(shown)
        yield HeaderPart(shown, role, QPointF(x, baseline), width)
        x += width + gap
