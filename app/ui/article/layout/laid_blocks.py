"""The shown article as blocks of laid paragraphs.

Only blocks that are asked for are laid out; the heights of the others are estimates.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.core.model import Annotation, Article, Kind
from app.core.scheme import Scheme
from app.core.span import Span, outer_span
from app.core.vocabulary import LanguageCode
from app.service.article.annotation_index import AnnotationIndex
from app.service.article.uncertain_ends import find_uncertain_ends
from app.ui.article.layout.arrangement import Arrangement
from app.ui.article.layout.header import Header, lay_header
from app.ui.article.layout.heights import Heights
from app.ui.article.layout.laid_lines import LaidParagraph
from app.ui.article.layout.line_layout import LineLayout
from app.ui.article.layout.nesting import nesting_levels
from app.ui.article.layout.paragraphs import Paragraphs
from app.ui.article.layout.shapes import EntityShape, Shapes, differences
from app.ui.article.layout.typesetting import Typeset

_KEPT = 160
"""So many laid blocks are kept; a screen shows some twenty."""

_FURTHEST = 10_000
"""Claims that overlap in a chain are followed so far, to keep their lanes in line from paragraph to paragraph."""

_MARGIN_EM = 1.3
"""Over the first line of an article."""

RowPair = tuple[Annotation | None, Annotation | None]
"""One changed annotation, (before, after)."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a block to repaint, from `top` to `bottom`.

    Infinite where all that follows has moved.
    """

    index: int
    top: float
    bottom: float


@dataclass(slots=True)
class Block:
    """A laid paragraph with its shapes; `height` includes the gap after it."""

    laid: LaidParagraph
    arrangement: Arrangement
    height: float

    @property
    def shapes(self) -> Shapes:
        """What is drawn with the words."""
        return self.arrangement.shapes


class LaidBlocks:
    """The blocks of one article at one zoom and width."""

    def __init__(
        self,
        article: Article,
        text: str,
        annotations: AnnotationIndex,
        scheme: Scheme,
        language: str = LanguageCode.EN,
    ) -> None:
        self.article = article
        self.text = text
        self.annotations = annotations
        self.scheme = scheme
        self.language = language
        self.shows_rejected = False
        self.paragraphs = Paragraphs(text)
        self.has_title = self._begins_with_title()
        self.typeset: Typeset | None = None
        self.column = 0
        self.header = Header()
        self.heights = Heights([0.0])
        self.laid_blocks: OrderedDict[int, Block] = OrderedDict()
        self._has_letters = False
        self.name_of = _make_captions(scheme, language, self.text, has_letters=False)

    # -- measures

    def set_measure(self, typeset: Typeset, column: int) -> None:
        """Lay everything out anew for a zoom and a column's width."""
        self.typeset, self.column = typeset, column
        self.laid_blocks.clear()
        self._lay_header()
        starts, stops = self.paragraphs.starts, self.paragraphs.stops
        self.heights = Heights(
            typeset.estimate(stop - start, column) for start, stop in zip(starts, stops, strict=True)
        )

    def set_scheme(self, scheme: Scheme, language: str) -> None:
        """Take the captions of other labels or another language."""
        self.scheme, self.language = scheme, language
        self.name_of = _make_captions(scheme, language, self.text, has_letters=self._has_letters)
        self._lay_header()
        self.forget_shapes()

    def show_letters(self, shown: bool) -> None:
        """Put the letters of the labels above the words, or their titles."""
        if shown != self._has_letters:
            self._has_letters = shown
            self.set_scheme(self.scheme, self.language)

    def set_article(self, article: Article) -> None:
        """Take other fields of the same article: its title, date, source."""
        self.article = article
        self.has_title = self._begins_with_title()
        self._lay_header()
        self.laid_blocks.clear()

    def show_rejected(self, shown: bool) -> None:
        """Draw rejected annotations as ghosts, or not at all."""
        self.shows_rejected = shown
        self.forget_shapes()

    # -- blocks

    def block(self, index: int) -> Block:
        """Return the laid block at `index`."""
        found = self.laid_blocks.get(index)
        if found is None:
            found = self._make_block(index, None)
            self.laid_blocks[index] = found
            if len(self.laid_blocks) > _KEPT:
                self.laid_blocks.popitem(last=False)
        else:
            self.laid_blocks.move_to_end(index)
        return found

    def follow_changes(self, pairs: Iterable[RowPair]) -> list[Strip]:
        """Bring the laid blocks up to date after annotations changed.

        Return where they look otherwise by that. What is drawn with a row that stays in its place, and looks otherwise
        there, is not among it.
        """
        touched: set[int] = set()
        for before, after in pairs:
            if before is not None and after is not None and self._is_same_place(before, after):
                touched.update(index for index in self.kept_blocks(after.span) if not self._exchange_row(index, after))
            else:
                for row in (before, after):
                    touched.update(() if row is None else self.kept_blocks(self._reach_of(row)))
        return [strip for index in sorted(touched) for strip in self._rearrange_block(index)]

    def _is_same_place(self, before: Annotation, after: Annotation) -> bool:
        same = before.kind is after.kind and before.pieces == after.pieces
        return same and self._is_drawn(before) == self._is_drawn(after)

    def _is_drawn(self, row: Annotation) -> bool:
        return self.shows_rejected or row.is_live

    def kept_blocks(self, span: Span) -> list[int]:
        """Return the laid-out blocks that `span` touches."""
        touched, kept = self.paragraphs.touching(span), self.laid_blocks
        if len(touched) > len(kept):
            return [index for index in kept if index in touched]
        return [index for index in touched if index in kept]

    def _exchange_row(self, index: int, row: Annotation) -> bool:
        if not self._is_drawn(row):
            return True
        arrangement = self.laid_blocks[index].arrangement
        is_exchanged = arrangement.exchange(row)
        if is_exchanged:
            changed = (shape for shape in arrangement.shapes.entities if shape.row.id == row.id)
            self._mark_uncertain_ends(changed, self.rows(self.paragraphs[index]))
        return is_exchanged

    def _rearrange_block(self, index: int) -> list[Strip]:
        """Arrange a block anew.

        Return where it looks otherwise: from the first line that moved on, or row by row.
        """
        old = self.laid_blocks[index]
        before = [(line.top, line.baseline, line.bottom) for line in old.laid.lines]
        new = self.laid_blocks[index] = self._make_block(index, old.laid)
        after = [(line.top, line.baseline, line.bottom) for line in new.laid.lines]
        em = self._measure_type().em
        strips = [Strip(index, *extent) for extent in differences(old.shapes, new.shapes, em)]
        if before != after or new.height != old.height:
            moved = next((now[0] for then, now in zip(before, after, strict=True) if then != now), 0.0)
            strips.append(Strip(index, moved, math.inf))
        return strips

    def _reach_of(self, row: Annotation) -> Span:
        """Return the range in which a changed annotation shows.

        A claim moves the lanes of those that overlap it.
        """
        return self._claims_around(row.span) if row.kind is Kind.CLAIM else row.span

    def forget_hidden(self, shown: Iterable[int]) -> None:
        """Arrange the blocks in `shown` anew, and drop all others.

        Much has changed.
        """
        kept = set(shown)
        self.laid_blocks = OrderedDict((index, block) for index, block in self.laid_blocks.items() if index in kept)
        self.forget_shapes()

    def forget_shapes(self) -> None:
        """Arrange every laid block anew, its lines kept as they are broken."""
        for index, block in list(self.laid_blocks.items()):
            self.laid_blocks[index] = self._make_block(index, block.laid)

    def rows(self, span: Span) -> list[Annotation]:
        """Return the annotations that are drawn and touch `span`, in reading order."""
        found = self.annotations.overlapping(span)
        return found if self.shows_rejected else [row for row in found if self._is_drawn(row)]

    # -- making blocks

    def _make_block(self, index: int, laid: LaidParagraph | None) -> Block:
        typeset = self._measure_type()
        span = self.paragraphs[index]
        is_title = self.has_title and index == 0
        if laid is None:
            style = typeset.title if is_title else typeset.body
            laid = LaidParagraph(self.text, span, style, self.column)
        rows = self.rows(span)
        line_layout = LineLayout(laid, typeset, self.column)
        levels = self._claim_levels(rows, span)
        arrangement = Arrangement(line_layout, rows, levels, self.name_of, self._air_above(index))
        self._mark_uncertain_ends(arrangement.shapes.entities, rows)
        height = laid.lines[-1].bottom if span.length else laid.lines[0].top + 0.5 * typeset.em
        height = float(round(height + self._air_below(index)))
        self.heights.correct(index, height)
        return Block(laid, arrangement, height)

    def _mark_uncertain_ends(self, shapes: Iterable[EntityShape], rows: list[Annotation]) -> None:
        for shape in shapes:
            shape.uncertain_ends = find_uncertain_ends(self.text, shape.row, rows)

    def _air_above(self, index: int) -> float:
        """Return the room over a paragraph.

        Over the first one, it is the margin and, without a title, the header.
        """
        if index:
            return 0.0
        em, header = self._measure_type().em, 0.0 if self.has_title else self.header.height
        return round(_MARGIN_EM * em + header + (em if header else 0.0))

    def _air_below(self, index: int) -> float:
        typeset = self._measure_type()
        if index == len(self.paragraphs) - 1:
            return 3.0 * typeset.em
        if self.has_title and index == 0:
            return typeset.title.after + self.header.height
        return typeset.body.after if self.paragraphs.ends_line(index) else 0.0

    @property
    def header_top(self) -> float:
        """Where the header begins, from the top of the first block.

        Under the title that the text begins with, else over the text.
        """
        typeset = self._measure_type()
        if not self.has_title:
            return _MARGIN_EM * typeset.em
        return self.block(0).height - self.header.height - typeset.title.after

    def _lay_header(self) -> None:
        if self.typeset is not None:
            self.header = lay_header(self.article, self.typeset, self.column, self.language, has_title=self.has_title)

    def _claim_levels(self, rows: list[Annotation], span: Span) -> dict[Span, int]:
        claims = [row.span for row in rows if row.kind is Kind.CLAIM]
        if not claims:
            return {}
        if not span.contains(outer_span(claims)):
            around = self._claims_around(span)
            claims = [row.span for row in self.rows(around) if row.kind is Kind.CLAIM]
        return nesting_levels(claims)

    def _claims_around(self, span: Span) -> Span:
        """Return `span` grown by all claims that overlap it, in a chain.

        Brackets keep their lanes over paragraphs.
        """
        limit = Span(span.start - _FURTHEST, span.stop + _FURTHEST)
        while True:
            claims = [row.span for row in self.rows(span) if row.kind is Kind.CLAIM]
            start, stop = outer_span([span, *claims])
            grown = Span(max(start, limit.start), min(stop, limit.stop))
            if grown == span:
                return span
            span = grown

    def _measure_type(self) -> Typeset:
        assert self.typeset is not None, "a sheet has its measures before it is asked for blocks"
        return self.typeset

    def _begins_with_title(self) -> bool:
        start, stop = self.paragraphs[0]
        title = self.article.title.strip()
        return bool(title) and self.text[start:stop].strip() == title


def _make_captions(scheme: Scheme, language: str, text: str, *, has_letters: bool) -> Callable[[Annotation], str]:
    """Return the captions that name an annotation.

    They are its label in short, in the window's language, or the label's letters.

    Of a claim its kind in words and, in a line of its own, its speaker. It knows nothing of the sheet: shapes keep it,
    and what the sheet shows would never be let go.
    """
    titles = {
        (label.kind, label.name): label.name if has_letters else label.short_title(language)
        for label in scheme.of_kind(Kind.ENTITY.value)
    }
    titles |= {(label.kind, label.name): label.title(language).lower() for label in scheme.of_kind(Kind.CLAIM.value)}

    def name(row: Annotation) -> str:
        title, speaker = titles.get((row.kind, row.label), row.label), row.speaker
        if row.kind is Kind.ENTITY or speaker is None:
            return title
        return f"{title}\n{' '.join(speaker.shown_name(text).split())}"

    return name
