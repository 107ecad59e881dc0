"""The shown article, and which of its blocks are on screen.

What holds the view still is an anchor, the block at the top edge and how far it is scrolled out: correcting a height
from math import inf
above it moves nothing.
"""

from __future__ import annotations

from math import inf

from app.core.model import Article
from app.core.scheme import Scheme
from app.core.vocabulary import LanguageCode
from app.service.article.annotation_index import AnnotationIndex
from app.ui.article.layout.laid_blocks import LaidBlocks
from app.ui.article.layout.typesetting import Typeset


class Sheet(LaidBlocks):
    """One article at one zoom and width, scrolled to a place."""

    def __init__(
        self,
        article: Article,
        text: str,
        annotations: AnnotationIndex,
        scheme: Scheme,
        language: str = LanguageCode.EN,
    ) -> None:
        super().__init__(article, text, annotations, scheme, language)
        self._top = (0, 0.0)

    def set_measure(self, typeset: Typeset, column: int) -> None:
        """Lay everything out anew for a zoom and a column's width.

        What is at the top edge stays there.
        """
        if typeset is self.typeset and column == self.column:
            return
        first = self._position_at_top() if self.typeset else None
        super().set_measure(typeset, column)
        if first is not None:
            self._scroll_to_top(first)

    @property
    def top_y(self) -> float:
        """The scroll position of the sheet, by the heights known so far."""
        index, offset = self._top
        return self.heights.top(index) + offset

    @property
    def total_height(self) -> float:
        return self.heights.total

    def on_screen(self, height: float) -> list[tuple[int, float]]:
        """Return (block, top edge) of what a viewport shows.

        The viewport is `height` pixels high.
        """
        index, offset = self._top
        y = -offset
        found: list[tuple[int, float]] = []
        while y < height and index < len(self.paragraphs):
            found.append((index, y))
            y += self.block(index).height
            index += 1
        return found

    def y_of(self, index: int) -> float:
        """Return where in the viewport the block at `index` begins.

        Exact near the screen, estimated further off.
        """
        top, offset = self._top
        return self.heights.top(index) - self.heights.top(top) - offset

    def scroll_by(self, dy: float, height: float) -> float:
        """Scroll down (up where negative) by `dy` pixels, within the article's ends.

        Return how far that shifts it. What shows shifts the other way: scrolled down by 3 pixels, it is shifted by -3.
        """
        index, offset = self._top
        self._top = self._shift_anchor(index, offset + dy, height)
        return self.y_of(index) + offset

    def scroll_to(self, y: float, height: float) -> None:
        """Move to `y` pixels from the beginning, by estimated heights."""
        index = self.heights.at(max(0.0, y))
        self._top = self._shift_anchor(index, y - self.heights.top(index), height)

    def scroll_to_end(self, height: float) -> None:
        """Show the end of the article."""
        self._top = self._shift_anchor(len(self.paragraphs) - 1, 1.0e9, height)

    def scroll_to_position(self, position: int, share: float, height: float) -> None:
        """Show a code point's line at a `share` of the viewport's height."""
        index = self.paragraphs.at(position)
        block = self.block(index)
        line = block.laid.lines[block.laid.line_at(position)]
        self._top = self._shift_anchor(index, line.top - share * height, height)

    def _shift_anchor(self, index: int, offset: float, height: float) -> tuple[int, float]:
        """Return the anchor `offset` pixels below the top of a block.

        It stays within the ends.
        """
        index, offset = self._normal_anchor(index, offset)
        y, below = -offset, index
        while y < height and below < len(self.paragraphs):
            y += self.block(below).height
            below += 1
        if y < height:
            index, offset = self._normal_anchor(index, offset - (height - y))
        return index, float(round(offset))

    def _normal_anchor(self, index: int, offset: float) -> tuple[int, float]:
        while offset < 0 and index > 0:
            index -= 1
            offset += self.block(index).height
        while index < len(self.paragraphs) - 1 and offset >= self.block(index).height:
            offset -= self.block(index).height
            index += 1
        return index, max(0.0, offset)

    def _position_at_top(self) -> tuple[int, float]:
        """Return the first code point on screen, and its line's offset.

        The offset is how far the line is scrolled out: below 0 where the title shows above it, and without an end at
        the very top.
        """
        index, offset = self._top
        if (index, offset) == (0, 0.0):
            return 0, -inf
        laid = self.block(index).laid
        line = next((line for line in laid.lines if line.bottom > offset), laid.lines[-1])
        return line.start, offset - line.top

    def _scroll_to_top(self, place: tuple[int, float]) -> None:
        position, out = place
        index = self.paragraphs.at(position)
        laid = self.block(index).laid
        self._top = index, max(0.0, laid.lines[laid.line_at(position)].top + out)
