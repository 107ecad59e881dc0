"""Search in all articles by keyboard.

Hits come while one types; keys open and decide them.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from app.core.model import Kind
from app.core.query.field_words import names_field
from app.core.query.terms import FieldName
from app.core.records import QueryPlace, SavedQuery
from app.service.concordance.hits import Hit
from app.service.corpus.saved_queries import remove_query, save_query, saved_queries
from app.service.session.session import Session
from app.ui.base.i18n import shown, tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.queries.completer import Completer
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import label
from app.ui.keyboard.keys import pressed_key
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.prompts.search.hit_keys import HitKeys
from app.ui.prompts.search.hits_page import HitsPage
from app.ui.prompts.search.query_head import QueryHead
from app.ui.prompts.search.search_run import SearchRun
from app.ui.prompts.search.start_list import StartList, StartRow
from app.ui.theme.appearance import Appearance

_REST_MS = 60
_SIZE = QSize(1400, 660)


class SearchPanel(Overlay):
    """Search the project while the user types.

    F3 goes from hit to hit when it is closed.
    """

    def __init__(
        self, session: Session, keeper: IndexKeeper, pane: ArticlePane, appearance: Appearance, keys: HitKeys
    ) -> None:
        super().__init__(pane.window(), _SIZE)
        self._session, self._pane, self._keys = session, pane, keys
        self.setAccessibleName(tr("Find in the project"))
        self.run = SearchRun(session, keeper, self)
        self._queue: SavedQuery | None = None
        """The saved query that is worked through."""
        self._is_entered = False
        """Whether the first hit is to be opened when it comes."""
        language = appearance.language
        self.head = QueryHead(keys.earlier, Completer(session, keeper, language), language, self)
        self.hits = HitsPage(session, appearance, keys, self)
        self._start = StartList(appearance.theme, self)
        self._lists = QStackedWidget(self)
        self._foot = label("", self, "caption", wraps=True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._connect_parts()
        self._lay_out()
        self.setFocusProxy(self.head)
        follow(self, session.project_changed, self._forget)

    @property
    def found_count(self) -> int:
        """How many places have been found so far."""
        return self.run.count

    @property
    def is_searching(self) -> bool:
        """Whether what was typed has not been searched to the end."""
        is_awaited = self._is_entered and self.run.is_incomplete
        return self._rest.isActive() or self.run.is_running or is_awaited

    @property
    def _is_awaited(self) -> bool:
        """Whether hits may still come, by themselves."""
        return self.is_searching or self.run.is_awaited

    @property
    def _is_worked_on(self) -> bool:
        """Whether the keys are on hits."""
        return self.hits.list.hasFocus() and self.hits.rows.rowCount() > 0

    @property
    def query(self) -> str:
        """What stands in the line."""
        return self.head.query

    def search(self, query: str) -> None:
        """Search for a query at once."""
        self.head.line.setText(query)
        self._search()

    def open(self) -> None:
        """Open with what was typed the last time, selected."""
        self.run.refresh_index()
        self.open_at()
        self.head.begin()
        self._is_entered = False
        self._search()

    def go_to_next(self, by: int) -> bool:
        """Open the next hit, or the one before.

        Say whether there is one.
        """
        return self.hits.go_to_next(by)

    def place_words(self) -> str:
        """Say which hit is current."""
        place = self.hits.list.currentIndex().row() + 1
        return tr("Place {place} of {count}", place=place, count=self.hits.rows.hit_count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = pressed_key(event) or ""
        if key == "Escape" and self._keys.asked is not None:
            self._keys.drop_question()
            self._show_words()
        elif key == "Escape" and self.head.is_naming:
            self._end_naming()
        elif key.startswith("Alt+") and key[-1].isdigit():
            self.head.trail.choose(int(key[-1]) - 1)
        elif key == "Ctrl+S" and self.query:
            self.head.begin_naming(self._queue.name if self._queue is not None else "")
            self._show_words()
        else:
            super().keyPressEvent(event)

    def _follow_typing(self) -> None:
        """Search when the typing pauses.

        An emptied line shows its list at once.
        """
        self.run.stop()
        self._is_entered = False
        self._rest.start()
        if not self.query:
            self._search()

    def _search(self) -> None:
        """Search for what stands in the line; an empty one lists queries."""
        self._rest.stop()
        self.hits.clear()
        query = self.query
        if self._queue is not None and self._queue.query != query:
            self._queue = None
        self.hits.is_queue = self._queue is not None
        self.head.trail.show_query(query, ())
        if not query:
            saved = [row for place in QueryPlace for row in saved_queries(self._session, place)]
            self._start.show_queries(saved, self._keys.earlier)
        self._lists.setCurrentWidget(self.hits if query else self._start)
        self.run.start(query)

    def _search_again(self) -> None:
        """Search again if the index was incomplete at first.

        This is not done while the user works on hits.
        """
        if self.run.lacked_index and not self.isHidden() and not self._is_worked_on:
            self._search()

    def _follow_index(self) -> None:
        """Search again, or take the hits for all if no others came."""
        if self.run.lacked_index and not self._is_worked_on:
            if self.run.has_news:
                self._search_again()
            else:
                self.run.take_for_all()
                self._leave_empty()
        self._show_words()

    def _add_hits(self, hits: list[Hit]) -> None:
        is_first = not self.hits.rows.rowCount()
        are_asked_for = names_field(self.query, FieldName.STATUS)
        self.hits.add_hits(hits, are_decided_kept=are_asked_for)
        if is_first and self._is_entered:
            self._enter()

    def _show_words(self, *_: object) -> None:
        """Show the state of the search.

        Say how much was found, what is wrong with the query, or what can complete it.
        """
        lacks = self.run.lack_words()
        count = self.run.count_words()
        if not count and self.query and self.run.error is None and not lacks:
            count = tr("Searching …") if self._is_awaited else tr("Nothing found")
        if self._queue is not None and count:
            count = f"{self._queue.name} · {tr('{n} in the queue', n=self.hits.rows.hit_count)}"
        self.head.show_count(count, is_final=not self.run.is_running)
        self.head.trail.show_query(self.run.typed_otherwise or self.query, self.run.steps)
        self.head.show_words(self._hint_words(lacks))
        self._foot.setText(self._foot_words())

    def _hint_words(self, lacks: str) -> str:
        if self._keys.asked is not None:
            return self._keys.asked.words
        if self.run.error is not None:
            return f"{shown(self.run.error.message)} {shown(self.run.error.hint)}"
        if self.head.line.completions and self.head.line.hasFocus():
            return self.head.line.offer_words
        if self.run.typed_otherwise:
            return tr("Found on the other layout: {query}", query=self.run.typed_otherwise)
        return lacks or self.hits.words or self._empty_step_words()

    def _empty_step_words(self) -> str:
        """Say which step of a query leaves no article."""
        steps = self.run.steps
        if self.run.count or self._is_awaited or len(steps) < 2 or all(steps):  # one step alone needs no word
            return ""
        return tr("Step {step} leaves no article: Alt+{step} changes it.", step=str(1 + steps.index(0)))

    def _foot_words(self) -> str:
        if self.head.is_naming:
            return tr("Enter: save under this name · Esc: back")
        if self.hits.list.hasFocus():
            return self._keys.help_words()
        if self._lists.currentWidget() is self._start:
            return tr("↓: choose · Enter: take · Delete: remove a saved query · ↑: earlier queries · Esc: close")
        return tr("↓: to the hits · Enter: open · Tab: complete · ↑: earlier queries · Ctrl+S: save · Esc: clear")

    def _open_hit(self, hit: Hit) -> None:
        self.head.line.remember()
        self.close_panel()
        session = self._session
        if session.open_article is None or session.open_article.article.id != hit.article.id:
            session.reader.go_to(hit.article.id)
        if hit.before is not None and (hit.before.kind is Kind.ENTITY or hit.before.span == hit.span):
            session.navigation.go_to(hit.before.id)
        else:
            session.cursor.select(hit.span)
        self._pane.show_place()

    def _begin_with(self, row: StartRow) -> None:
        self._queue = row.saved
        self.head.focus_line()
        self.search(row.query)

    def _remove_saved(self, row: SavedQuery) -> None:
        remove_query(self._session, row)
        self._search()
        self._start.enter()

    def _save_named(self, name: str) -> None:
        if name:
            self._queue = save_query(self._session, name, self.query)
        self._end_naming()
        self._search()

    def _end_naming(self) -> None:
        self.head.end_naming()
        self._show_words()
        self.head.focus_line()

    def _enter_list(self) -> None:
        if self.query:
            self._enter_hits()
        else:
            self._start.enter()
        self._show_words()

    def _enter_hits(self) -> None:
        """Go into the list of hits, even before they come."""
        if self._rest.isActive():  # the hits are those of what was typed before
            self._search()
        if self.hits.rows.rowCount() or self._is_awaited:
            self.head.line.remember()
            self.hits.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_empty(self) -> None:
        """Go back to the line if nothing was found."""
        if self.hits.list.hasFocus() and not self.hits.rows.rowCount() and not self._is_awaited:
            self._focus_line()

    def _enter(self) -> None:
        """Open the current hit, or the first one when it comes."""
        if self._rest.isActive():  # the hits are those of what was typed before
            self._search()
        if self._lists.currentWidget() is self.hits:
            self._is_entered = self.hits.current is None
            self.hits.open_current()

    def _follow_hits(self) -> None:
        """Look for more once all hits of an incomplete index are decided."""
        if not self.hits.rows.rowCount() and not self.run.is_running:
            self._search_again()
        self._show_words()

    def _turn_query(self, key: str) -> None:
        """Sort or sample the hits by the next step of that kind."""
        query = self.head.turn_query(key)
        if self._queue is not None:
            self._queue = replace(self._queue, query=query)
        self.search(query)

    def _focus_line(self) -> None:
        self.head.focus_line()
        self._show_words()

    def _stop(self) -> None:
        self._rest.stop()
        self.run.stop()

    def _forget(self) -> None:
        """Hold nothing of a project that was left."""
        self.close_panel()
        self._stop()
        self.hits.clear()
        self._queue = None

    def _connect_parts(self) -> None:
        self._rest.timeout.connect(self._search)
        self.run.found.connect(self._add_hits)
        self.run.advanced.connect(self._show_words)
        self.run.ended.connect(self._leave_empty)
        self.run.renewed.connect(self._search_again)
        self.run.index_changed.connect(self._follow_index)
        self.head.line.textChanged.connect(self._follow_typing)
        self.head.line.offered.connect(self._show_words)
        self.head.line.down.connect(self._enter_list)
        self.head.line.entered.connect(self._enter)
        self.head.named.connect(self._save_named)
        self.head.trail.chosen.connect(self._show_words)
        self.hits.opened.connect(self._open_hit)
        self.hits.left.connect(self._focus_line)
        self.hits.turned.connect(self._turn_query)
        self.hits.changed.connect(self._follow_hits)
        self._start.taken.connect(self._begin_with)
        self._start.removed.connect(self._remove_saved)
        self._start.left.connect(self._focus_line)
        self.closed.connect(self._stop)

    def _lay_out(self) -> None:
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(self.head)
        self._lists.addWidget(self._start)
        self._lists.addWidget(self.hits)
        layout.addWidget(self._lists, 1)
        layout.addWidget(self._foot)
