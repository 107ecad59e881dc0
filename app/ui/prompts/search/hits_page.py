"""The hits of a search, to open, decide, tick and read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.change import Change, Changed
from app.core.message import UserError
from app.core.model import Annotation
from app.service.concordance.hit_table import make_hit_table
from app.service.concordance.hits import Hit
from app.service.corpus.hit_decisions import follow_changes
from app.service.session.session import Session
from app.ui.base.copying import put_on_clipboard
from app.ui.base.i18n import shown, tr
from app.ui.base.pane import column
from app.ui.base.signal_helpers import follow
from app.ui.prompts.concordance.delegate import ConcordanceDelegate
from app.ui.prompts.concordance.rows import ROW_ROLE, ConcordanceRows, article_words
from app.ui.prompts.search.context_view import ContextView
from app.ui.prompts.search.hit_keys import HitKeys
from app.ui.prompts.search.hit_list import HitList
from app.ui.theme.appearance import Appearance


class HitsPage(QWidget):
    """Lists hits, and does what keys over them mean.

    `opened` comes with a hit that is to be opened, `left` asks to go back up into the line, `turned` comes with a key
    that changes the query. `changed` tells that there is something else to be said. Where it `is_queue`, what is
    decided leaves the list.
    """

    opened = Signal(object)
    left = Signal()
    turned = Signal(str)
    changed = Signal()

    def __init__(self, session: Session, appearance: Appearance, keys: HitKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._keys, self._language = session, keys, appearance.language
        self.is_queue = False
        self.message = ""
        """What was said of the last key."""
        self._replaced: set[int] = set()
        """The rows that the last change has changed."""
        self._decided: list[tuple[int, Hit]] = []
        """What has left the queue, and from which row."""
        self.rows = ConcordanceRows(self, are_ticked=False)
        delegate = ConcordanceDelegate(appearance.theme, self.rows)
        delegate.hit_colour = appearance.theme.accent
        self.list = HitList(self.rows, delegate, self)
        self.context = ContextView(appearance.theme, self)
        lines = column(self, spacing=8)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.context)
        self.setFocusProxy(self.list)
        self.list.pressed_key.connect(self._press)
        self.list.left.connect(self.left)
        self.list.doubleClicked.connect(self.open_current)
        self.list.selectionModel().currentChanged.connect(self._follow_current)
        follow(self, session.changed, self._follow_changes)

    @property
    def current(self) -> Hit | None:
        """The hit that is marked."""
        index = self.list.currentIndex()
        return index.data(ROW_ROLE).hit if index.isValid() else None

    @property
    def words(self) -> str:
        """What was said of the last key, else the hit's article.

        Its title, date and source may be cut in the line.
        """
        if self._keys.asked is not None:
            return self._keys.asked.words
        return self.message or (article_words(self.current) if self.current is not None else "")

    def clear(self) -> None:
        """Hold nothing."""
        self._keys.drop_question()
        self.rows.clear()
        self._decided.clear()
        self.message = ""

    def add_hits(self, hits: Sequence[Hit], *, are_decided_kept: bool) -> None:
        """Add hits.

        A queue leaves decided ones out unless they are asked for.
        """
        self.rows.label_titles = {each.name: each.title(self._language) for each in self._session.scheme.labels}
        kept = [hit for hit in hits if are_decided_kept or not self.is_queue or not _is_decided(hit)]
        self.rows.add_hits(kept)
        if self.rows.rows and not self.list.currentIndex().isValid():
            self.list.go(0)

    def go_to_next(self, by: int) -> bool:
        """Open the next hit, or the one before.

        Say whether there is one.
        """
        row = self.list.currentIndex().row() + by
        while 0 <= row < self.rows.rowCount() and self.rows.rows[row].hit is None:
            row += by
        if not self.list.go(row):
            return False
        self.open_current()
        return True

    def open_current(self, *_: object) -> None:
        """Ask for the marked hit to be opened."""
        if self.current is not None:
            self.opened.emit(self.current)

    def _press(self, key: str) -> None:
        """Do what a key in the list of hits means."""
        index = self.list.currentIndex()
        self.message = ""
        try:
            match key:
                case "Enter" if self._keys.asked is not None:
                    self._keys.confirm()
                case "Enter":
                    self.open_current()
                case "Space":
                    self.rows.toggle(index)
                    self.list.go(index.row() + 1)
                case "Ctrl+A":
                    self.rows.tick_all()
                case "K":
                    self._skip(index.row())
                case "W":
                    self._turn_context()
                case "Ctrl+C":
                    self._copy()
                case "S" | "Shift+S" | "R" | "Shift+R":
                    self.turned.emit(key)
                case "/" | "Ctrl+F":
                    self.left.emit()
                case _:
                    self._decide(key, index.row())
        except UserError as error:
            self.message = f"{shown(error.message)} {shown(error.hint)}"
        self.changed.emit()

    def _decide(self, key: str, row: int) -> None:
        """Decide the current hit, or take the last step back."""
        hit = self.current
        if self._keys.is_undo(key):
            self._undo_last()
        elif hit is not None and self._keys.press(key, hit, self.rows.ticked):
            self._go_on(row, hit)

    def _undo_last(self) -> None:
        """Undo the last step; mark the first hit brought back."""
        self._replaced.clear()
        self._keys.undo()
        if self._replaced:
            self.list.go(min(self._replaced))

    def _skip(self, row: int) -> None:
        """Leave a hit undecided: in a queue it comes last."""
        hit = self.current
        if hit is None:
            return
        if self.is_queue:
            self.rows.remove_row(row)
            self.rows.insert_hit(self.rows.rowCount(), hit)
            self.message = tr("Skipped: it comes last.")
            self.list.go(row)
        else:
            self.list.go(row + 1)

    def _copy(self) -> None:
        """Copy the ticked hits, all where none is ticked."""
        hits = self.rows.ticked or [row.hit for row in self.rows.rows if row.hit is not None]
        put_on_clipboard(make_hit_table(hits, self._language))
        self.message = tr("{n} places copied, as a table for Excel", n=len(hits))

    def _turn_context(self) -> None:
        self.context.setVisible(self.context.isHidden())
        self._show_context()

    def _show_context(self) -> None:
        if not self.context.isHidden() and self._session.project is not None:
            self.context.show_hit(self._session.project, self.current)

    def _follow_current(self, *_: object) -> None:
        self.message = ""
        self._show_context()
        self.changed.emit()

    def _go_on(self, row: int, hit: Hit) -> None:
        """Go to the next hit after one was decided.

        In a queue, the decided one has left.
        """
        current = self.rows.rows[row].hit if row < self.rows.rowCount() else None
        stays = current is not None and (current.article.id, current.span) == (hit.article.id, hit.span)
        if not self.list.go(row + stays):
            self.list.go(self.rows.rowCount() - 1)

    def _follow_changes(self, changed: Changed) -> None:
        """Show hits as changes leave them.

        Decided hits leave a queue, and come back when that is undone.
        """
        if not self.rows.rowCount() and not self._decided:
            return
        self._replaced.clear()
        changes = defaultdict[int | None, list[Change]](list)
        for change in changed.changes:
            if isinstance(change.row, Annotation):
                changes[change.row.article_id].append(change)
        for number in reversed(range(self.rows.rowCount())):
            hit = self.rows.rows[number].hit
            now = None if hit is None else follow_changes(hit, changes[hit.article.id])
            if now is not None and self.is_queue and _is_decided(now):
                self.rows.remove_row(number)
                self._decided.append((number, now))
            elif now is not None:
                self.rows.replace_hit(number, now)
                self._replaced.add(number)
        self._bring_back(changes)
        self.changed.emit()

    def _bring_back(self, changes: Mapping[int | None, Sequence[Change]]) -> None:
        """Put hits back into the queue that are not decided any more."""
        for place in reversed(self._decided.copy()):
            number, hit = place
            now = follow_changes(hit, changes.get(hit.article.id, ()))
            if now is not None and not _is_decided(now):
                self._decided.remove(place)
                self.rows.insert_hit(number, now)
                self.list.go(number)


def _is_decided(hit: Hit) -> bool:
    return hit.before is not None and hit.before.status.is_decided
