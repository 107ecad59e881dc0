"""Update the canvas and the overview after changes of rows.

No more than what the change touches.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect

from app.core.change import Changed
from app.core.model import Annotation, Article, Note
from app.core.scheme import Scheme
from app.ui.article.layout.laid_blocks import RowPair
from app.ui.article.paint.canvas import Canvas
from app.ui.article.paint.overview import Overview

_BULK = 1_000
"""From so many changed annotations on, everything on screen is arranged anew at once."""


class Updates:
    """Take in changes.

    `repaint` is given an area; `settle` is called with the y from which on lines moved.
    """

    def __init__(
        self, canvas: Canvas, overview: Overview, repaint: Callable[[QRect], None], settle: Callable[[int], None]
    ) -> None:
        self._canvas = canvas
        self._overview = overview
        self._repaint = repaint
        self._settle = settle

    def follow_changes(self, changed: Changed) -> None:
        """Take in what concerns the shown article.

        The index of annotations has it already.
        """
        sheet = self._canvas.sheet
        if sheet is None:
            return
        self._follow_article(changed)
        self._follow_notes(note for pair in changed.of(Note) for note in _count_notes(pair))
        self._follow_annotations(changed.in_article(Annotation, sheet.article.id))

    def follow_scheme(self, scheme: Scheme) -> None:
        """Take other labels, or the same ones in another language."""
        if self._canvas.sheet is not None:
            self._canvas.sheet.set_scheme(scheme, self._canvas.language)
            self._settle(0)

    def show_all(self, notes: Iterable[Note]) -> None:
        """Count everything anew for another article.

        What of a long one is still to be read, `show_rest` counts.
        """
        sheet = self._canvas.sheet
        self._canvas.marks.noted.clear()
        for note in notes:
            self._count_note(note, 1)
        self._overview.show_found(())
        if sheet is None or not sheet.annotations.is_whole:
            self._overview.show_article(0 if sheet is None else len(sheet.text), ())
            self._overview.show_noted(())
        else:
            self.show_rest()

    def show_rest(self) -> None:
        """Count what needs all annotations.

        Where something is open, and where a note is.
        """
        sheet = self._canvas.sheet
        if sheet is not None:
            self._overview.show_article(len(sheet.text), sheet.annotations)
            self._show_noted()

    def _follow_article(self, changed: Changed) -> None:
        sheet = self._canvas.sheet
        for _, article in changed.of(Article):
            if sheet is not None and article is not None and article.id == sheet.article.id:
                sheet.set_article(article)
                self._settle(0)

    def _follow_notes(self, notes: Iterable[tuple[Note, int]]) -> None:
        touched = [self._count_note(note, by) for note, by in notes if note.annotation_id is not None]
        for annotation_id in touched:
            self._repaint_row(annotation_id)
        if touched:
            self._show_noted()

    def _count_note(self, note: Note, by: int) -> int | None:
        noted = self._canvas.marks.noted
        if note.annotation_id is not None:
            noted[note.annotation_id] = noted.get(note.annotation_id, 0) + by
            if noted[note.annotation_id] <= 0:
                del noted[note.annotation_id]
        return note.annotation_id

    def _follow_annotations(self, pairs: Sequence[RowPair]) -> None:
        sheet = self._canvas.sheet
        if not pairs or sheet is None:
            return
        self._overview.follow_changes(pairs)
        shown = [index for index, _ in self._canvas.on_screen()]
        if len(pairs) > _BULK:
            sheet.forget_hidden(shown)
            self._settle(0)
            return
        areas = self._areas_of(before for before, _ in pairs)
        strips = [strip for strip in sheet.follow_changes(pairs) if strip.index in shown]
        moved = [sheet.y_of(strip.index) + strip.top for strip in strips if strip.bottom == math.inf]
        if moved:
            # A hint's letters stand out of their line a little.
            self._settle(max(0, int(min(moved) - self._canvas.typeset.em)))
        areas += [self._canvas.area_of_strip(strip) for strip in strips]
        areas += self._areas_of(after for _, after in pairs)
        for area in areas:
            self._repaint(area)

    def _areas_of(self, rows: Iterable[Annotation | None]) -> list[QRect]:
        """Return what rows cover, and the current one.

        Its speaker is led to a bracket that others can move.
        """
        return list(self._canvas.area_of_rows(row for row in (*rows, self._canvas.current) if row is not None))

    def _repaint_row(self, annotation_id: int | None) -> None:
        sheet = self._canvas.sheet
        row = None if sheet is None else sheet.annotations.get(annotation_id)
        for area in () if row is None else self._canvas.area_of_rows([row]):
            self._repaint(area)

    def _show_noted(self) -> None:
        sheet = self._canvas.sheet
        rows = [] if sheet is None else [sheet.annotations.get(key) for key in self._canvas.marks.noted]
        self._overview.show_noted(row.start for row in rows if row is not None)


def _count_notes(pair: tuple[Note | None, Note | None]) -> list[tuple[Note, int]]:
    """Return the notes of a changed row with their counts.

    A count is what the change adds.
    """
    return [(note, by) for note, by in zip(pair, (-1, 1), strict=True) if note is not None]
