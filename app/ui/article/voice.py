"""What a listener hears of the article.

Where the caret goes, what becomes current or selected, where one can jump. The selection is announced in words: PySide6
has no `selection` in its text interface (its typesystem drops it), so a screen reader cannot ask for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleTextCursorEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea

from app.core.model import Status
from app.core.span import Span
from app.ui.article.layout.units import QtUnits
from app.ui.article.paint.canvas import Canvas
from app.ui.article.places import Places
from app.ui.base.announce import announce
from app.ui.base.i18n import tr

_MOST = 160
"""Code points of an annotation or a selection that are spoken."""
_MOST_HINTS = 12
_AT_SPI = ("xcb", "wayland")


class Reader(Protocol):
    """What a screen reader can make a view do."""

    def ensure_visible(self, span: Span) -> None:
        """Scroll there."""

    def place_caret(self, position: int) -> None:
        """Do what a click does."""

    def select(self, span: Span) -> None:
        """Do what dragging does."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What was announced last: caret, selection, the current annotation and its words."""

    caret: Span | None = None
    selection: Span | None = None
    current: int | None = None
    words: str = ""


class Voice:
    """Tell screen readers what happens in a view.

    It costs nothing while none listens.
    """

    def __init__(self, view: QAbstractScrollArea, reader: Reader, canvas: Canvas, places: Places) -> None:
        self.view = view
        self.reader = reader
        self.canvas = canvas
        self.places = places
        self._units: tuple[str, QtUnits] | None = None
        self._announced = _Place()

    @property
    def units(self) -> QtUnits:
        """The units of the whole text, made at the first use."""
        text = self.places.text
        if self._units is None or self._units[0] is not text:
            self._units = (text, QtUnits(text))
        return self._units[1]

    @property
    def current_words(self) -> str:
        """The current annotation in words, and the size of its group."""
        row, sheet = self.canvas.current, self.canvas.sheet
        if row is None or sheet is None:
            return ""
        label = sheet.scheme.find(row.kind, row.label)
        title = row.label if label is None else label.title(self.canvas.language)
        words = _shorten_words(row.words(sheet.text))
        spoken = tr("{label}, {status}: {words}", label=title, status=_status_words()[row.status], words=words)
        others = len(self.canvas.marks.group - {row.id})
        accepted = len(self.canvas.marks.entity_group - {row.id})
        together = [tr("{n} more decided together", n=others)] if others else []
        together += [tr("{n} more when accepted", n=accepted)] if accepted else []
        return "; ".join([spoken, *together])

    def announce_article(self) -> None:
        """Say that another article is shown."""
        sheet = self.canvas.sheet
        title = "" if sheet is None else sheet.article.title
        self._announced = _Place()
        self.view.setAccessibleName(tr("Article: {title}", title=title) if title else tr("Article"))

    def announce_place(self) -> None:
        """Announce changes of caret, selection and current annotation.

        Since the last announcement.
        """
        if not QAccessible.isActive():
            return
        marks, before = self.canvas.marks, self._announced
        now = self._announced = _Place(marks.caret, marks.selection, marks.current, self.current_words)
        has_moved = now.caret is not None and now.caret != before.caret
        if has_moved:
            self._move_caret(now.caret)
        if now.selection != before.selection:
            self._say_words(self._selection_change(before.selection, now.selection))
        elif has_moved and not self._has_arrived(before, now):
            self._say_words(self._words_of(now.caret))
        if (now.current, now.words) != (before.current, before.words):
            self._announce_current(now.words, is_same=now.words == before.words)

    def announce_hints(self, hints: Sequence[tuple[Span, str]]) -> None:
        """Say which letters lead where."""
        self._say_words(", ".join(f"{letters}: {self._words_of(span)}" for span, letters in hints[:_MOST_HINTS]))

    def _move_caret(self, caret: Span | None) -> None:
        if caret is not None:
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self.view, self.units.of(caret.start)))

    def _announce_current(self, words: str, *, is_same: bool) -> None:
        """Say what the current annotation is.

        Orca has always spoken a focused thing's new description, announcements only since version 45, and of two
        equal descriptions one.
        """
        if is_same or QGuiApplication.platformName() not in _AT_SPI:
            self._say_words(words)
        else:
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.DescriptionChanged))

    def _has_arrived(self, before: _Place, now: _Place) -> bool:
        """Say whether the caret went to the new current annotation's start.

        Then its words are said anyway.
        """
        row = self.canvas.current
        if row is None or now.caret is None or now.current == before.current:
            return False
        return row.start == now.caret.start

    def _selection_change(self, before: Span | None, now: Span | None) -> str:
        """Return what a selection has gained or lost."""
        if now is None:
            return tr("Nothing selected")
        if before is not None and before.contains(now):
            return tr("{words} no longer selected", words=self._added_ends(before, now))
        gained = self._added_ends(now, before) if before is not None and now.contains(before) else self._words_of(now)
        return tr("{words} selected", words=gained)

    def _added_ends(self, larger: Span, smaller: Span) -> str:
        """Return what `larger` has at its two ends more than `smaller`."""
        ends = (Span(larger.start, smaller.start), Span(smaller.stop, larger.stop))
        return " ".join(filter(None, map(self._words_of, ends)))

    def _words_of(self, span: Span | None) -> str:
        return "" if span is None else _shorten_words(self.places.text[span.start : span.stop])

    def _say_words(self, words: str) -> None:
        announce(self.view, words)


def _shorten_words(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST else words[:_MOST] + "…"


def _status_words() -> dict[Status, str]:
    return {
        Status.PROPOSED: tr("proposed"),
        Status.ACCEPTED: tr("accepted"),
        Status.CORRECTED: tr("corrected"),
        Status.REJECTED: tr("rejected"),
    }
