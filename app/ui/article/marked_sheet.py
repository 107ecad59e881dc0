"""The sheet with marks on it: caret, selection, current annotation, hints, finds.

Each setter repaints what changed alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from app.core.span import Span
from app.ui.article.scrolled import ScrolledSheet


class MarkedSheet(ScrolledSheet):
    """Show marks on the words of an article."""

    def set_caret(self, token: Span | None, *, ensure_visible: bool = False) -> None:
        """Put the caret on a token."""
        if token != self.canvas.marks.caret:
            self._repaint_spans([self.canvas.marks.caret, token])
            self.canvas.marks.caret = token
        if ensure_visible and token is not None:
            self.ensure_visible(token)

    def set_selection(self, span: Span | None) -> None:
        """Show a selection."""
        if span != self.canvas.marks.selection:
            self._repaint_spans([self.canvas.marks.selection, span])
            self.canvas.marks.selection = span

    def set_current(self, annotation_id: int | None) -> None:
        """Ring the current annotation; with a claim, show its speaker and cue."""
        if annotation_id != self.canvas.marks.current:
            self._repaint_rows([self.canvas.marks.current, annotation_id])
            self.canvas.marks.current = annotation_id
            self._show_place()

    def set_group(self, ids: Collection[int], entity_ids: Collection[int] = ()) -> None:
        """Light up the annotations that are decided together with the current one.

        `entity_ids` are those that accepting decides: what of them is not in `ids` is ringed with dots.
        """
        marks, group = self.canvas.marks, frozenset(ids)
        others = frozenset(entity_ids) - group
        self._repaint_rows((group ^ marks.group) | (others ^ marks.entity_group))
        marks.group, marks.entity_group = group, others

    def set_hints(self, hints: Sequence[tuple[Span, str]], typed: str = "") -> None:
        """Show letters on top of words.

        Those that do not begin with what was `typed` fade.
        """
        self.canvas.marks.hints, self.canvas.marks.typed = tuple(hints), typed
        self.viewport().update()

    def set_candidates(self, spans: Sequence[Span]) -> None:
        """Outline what can be chosen, as a speaker for one."""
        self.canvas.marks.candidates = tuple(spans)
        self.viewport().update()

    def set_finds(self, spans: Sequence[Span], current: Span | None = None) -> None:
        """Show the finds (sorted, disjoint), and the current one."""
        self.canvas.marks.finds, self.canvas.marks.find = tuple(spans), current
        self.overview.show_found(spans)
        self.viewport().update()

    def _repaint_spans(self, spans: Iterable[Span | None]) -> None:
        for area in self.canvas.area_of(spans):
            self.viewport().update(area)

    def _repaint_rows(self, ids: Iterable[int | None]) -> None:
        sheet = self.canvas.sheet
        rows = (None if sheet is None else sheet.annotations.get(annotation_id) for annotation_id in ids)
        for area in self.canvas.area_of_rows(row for row in rows if row is not None):
            self.viewport().update(area)
