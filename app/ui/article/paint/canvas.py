"""What the viewport shows.

A sheet in a size, its marks and pens; and how that is painted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLocale, QRect
from PySide6.QtGui import QPainter, QRegion

from app.core.model import Annotation, Kind
from app.core.scheme import Scheme
from app.core.span import Span
from app.ui.article.layout.laid_blocks import Strip
from app.ui.article.layout.sheet import Sheet
from app.ui.article.layout.typesetting import ReadingStyle, Typeset
from app.ui.article.paint.header_painter import HeaderPainter
from app.ui.article.paint.marks import Marks
from app.ui.article.paint.overlay_lines import OverlayPainter
from app.ui.article.paint.painter import BlockPainter
from app.ui.article.paint.pens import Pens
from app.ui.theme.label_colours import LIGHT

_AROUND_PX = 1
"""So much is repainted around lines: a ring's edge is smoothed."""


class Canvas:
    """The shown sheet and its viewport.

    None where no article is shown; the viewport is `width` by `height` pixels.
    """

    def __init__(self) -> None:
        self.sheet: Sheet | None = None
        self.marks = Marks()
        self.reading = ReadingStyle()
        self.typeset = Typeset(100)
        self.pens = Pens(LIGHT, Scheme())
        self.locale = QLocale()
        self.width = 0
        self.height = 0

    @property
    def left(self) -> float:
        """Where the text column begins."""
        return float(self.typeset.column(self.width)[0])

    @property
    def pitch(self) -> float:
        """The distance from line to line."""
        return self.typeset.pitch(self.typeset.body)

    @property
    def current(self) -> Annotation | None:
        """The annotation that is marked as current."""
        return None if self.sheet is None else self.sheet.annotations.get(self.marks.current)

    @property
    def language(self) -> str:
        """The language of captions, as a scheme names it."""
        return self.locale.name().split("_")[0]

    @property
    def is_tied_to_screen(self) -> bool:
        """Whether something drawn depends on the edges of the screen.

        Such as the line to a bracket beyond them.
        """
        current = self.current
        return current is not None and current.speaker is not None

    def measure(self) -> None:
        """Break the lines for the present width and zoom.

        The view stays within the article's ends.
        """
        if self.sheet is not None:
            self.sheet.set_measure(self.typeset, self.typeset.column(self.width)[1])
            self.sheet.scroll_by(0.0, self.height)

    def on_screen(self) -> list[tuple[int, float]]:
        """Return (block, y of its top edge) of what shows."""
        return [] if self.sheet is None else self.sheet.on_screen(self.height)

    def near_screen(self) -> set[int]:
        """Return the visible blocks and their neighbours, laid out exactly."""
        shown = [index for index, _ in self.on_screen()]
        if self.sheet is None or not shown:
            return set()
        around = {shown[0] - 1, shown[-1] + 1} & set(range(len(self.sheet.paragraphs)))
        for index in around:
            self.sheet.block(index)
        return around.union(shown)

    # -- painting

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint what lies in `region` of the viewport.

        The painter is clipped to it.
        """
        area = region.boundingRect()
        painter.fillRect(area, self.pens.paper)
        sheet = self.sheet
        if sheet is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, left, strips = self.on_screen(), self.left, _find_strips(region)
        # Captions in the gutter may reach out of their block.
        reach = 3 * self.typeset.em
        blocks = BlockPainter(painter, self.pens, self.typeset, self.marks, self.current)
        for index, y in shown:
            block = sheet.block(index)
            if any(y < bottom + reach and y + block.height > top - reach for top, bottom in strips):
                painter.translate(left, y)
                blocks.paint(block, [(top - y, bottom - y) for top, bottom in strips])
                if index == 0 and sheet.header.height:
                    HeaderPainter(painter, self.pens, self.typeset).paint(sheet.header, sheet.header_top)
                painter.translate(-left, -y)
        OverlayPainter(painter, self.pens, sheet, self.typeset, left).paint(self.marks, shown)

    # -- what to repaint

    def area_of_rows(self, rows: Iterable[Annotation]) -> Iterator[QRect]:
        """Yield the spans where annotations show.

        A claim shows with its speaker, its cue and what leads to them.
        """
        seen = list(rows)
        yield from self.area_of(row.span for row in seen if row.kind is not Kind.CLAIM)
        for row in seen:
            if row.kind is Kind.CLAIM and self.sheet is not None:
                yield from self._area_of_claim(self.sheet, row)

    def _area_of_claim(self, sheet: Sheet, row: Annotation) -> Iterator[QRect]:
        tops, bottoms = self._extents_of_claim(sheet, row)
        for lines in self.area_of([row.span, *(role.span for role in row.roles)]):
            tops.append(lines.top())
            bottoms.append(lines.bottom())
        if tops:
            yield self._rows_of_pixels(min(tops), max(bottoms))

    def area_of_strip(self, strip: Strip) -> QRect:
        """Return where in the viewport a strip of a block lies."""
        assert self.sheet is not None, "strips are of a sheet"
        y = self.sheet.y_of(strip.index)
        return self._rows_of_pixels(y + strip.top, y + strip.bottom)

    def _extents_of_claim(self, sheet: Sheet, row: Annotation) -> tuple[list[float], list[float]]:
        """Return the upper and lower ends of a claim's marks.

        Block by block as far as it is laid out.
        """
        em = self.typeset.em
        found = [
            (sheet.y_of(index), shape)
            for index in sheet.kept_blocks(row.span)
            for shape in sheet.block(index).shapes.claims
            if shape.row.id == row.id
        ]
        return [y + shape.top(em) for y, shape in found], [y + shape.bottom(em) for y, shape in found]

    def _rows_of_pixels(self, top: float, bottom: float) -> QRect:
        """Return the viewport's width from `top` to `bottom`, clipped."""
        first = max(0, int(top) - _AROUND_PX)
        return QRect(0, first, self.width, max(0, int(min(self.height, bottom + _AROUND_PX + 1)) - first))

    def area_of(self, spans: Iterable[Span | None]) -> Iterator[QRect]:
        """Yield the lines on screen that spans lie in.

        A span beyond the screen costs a comparison: a key may decide a hundred of them.
        """
        sheet, shown = self.sheet, self.on_screen()
        if sheet is None or not shown:
            return
        screen = sheet.paragraphs.extent(shown[0][0], shown[-1][0])
        for span in spans:
            if span is None or span.start >= screen.stop or span.stop < screen.start:
                continue
            touched = sheet.paragraphs.touching(span)
            for index, y in shown:
                if index in touched:
                    yield self._lines_of(sheet, index, y, span)

    def _lines_of(self, sheet: Sheet, index: int, y: float, span: Span) -> QRect:
        laid = sheet.block(index).laid
        first = laid.lines[laid.line_at(max(span.start, laid.span.start))]
        last = laid.lines[laid.line_at(max(laid.span.start, min(span.stop, laid.span.stop) - 1))]
        return self._rows_of_pixels(y + first.top, y + last.bottom)


def _find_strips(region: QRegion) -> list[tuple[float, float]]:
    """Return the upper and lower ends of a region's rectangles.

    Rectangles one below the other count as one.
    """
    strips: list[tuple[float, float]] = []
    for rect in region:  # type: ignore[attr-defined]  # the stub forgets that it is iterable
        top, bottom = float(rect.top()), float(rect.bottom() + 1)
        if strips and top <= strips[-1][1]:
            top, bottom = strips[-1][0], max(bottom, strips.pop()[1])
        strips.append((top, bottom))
    return strips
