"""The status bar.

The last message, saved or saving, what is left to decide, the review order, where one is. Qt's own messages hide
everything that stands beside them, the progress of a task too. Here each has a place of its own, and where the room is
narrow the least important gives way: see `Status._arrangements`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from app.core.message import Message
from app.core.model import Annotation
from app.service.article.mentions import other_forms
from app.service.article_list.pace import Pace
from app.service.edits.repeats.offers import Offer
from app.service.session.session import Session
from app.service.wording import list_words
from app.ui.base.announce import announce
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import tip
from app.ui.base.signal_helpers import follow, soon
from app.ui.base.texts.label_words import shown_with_titles
from app.ui.base.widgets import label
from app.ui.projects.tasks import TaskStrip
from app.ui.shell.status.status_message import StatusMessage

_TOLD_MS = 6_000
_OFFERED_MS = 12_000
"""An offer has more to read, and its key stays in sight behind it."""
_GAP_PX = 8
_MAX_READ = 200
"""Mentions whose words are read to tell in which forms they stand."""


class _Arrangement(NamedTuple):
    """What the bar shows.

    A task's progress has no words where it is compact, the count fewer where it is short.
    """

    parts: list[QWidget]
    is_compact: bool = False
    is_short: bool = False


class Status(QStatusBar):
    """Show the state of the session in words."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._session = session
        self._saved, self._left, self._order = label("", self), label("", self), label("", self)
        self._groups, self._place = label("", self), label("", self)
        self._offer, self._offer_words = label("", self), ""
        self._status_message, self._busy_words, self._message_words = StatusMessage(self), "", ""
        self._quiet_words = ""
        self._is_in_action = self._is_answer = False
        self._strip: TaskStrip | None = None
        self._progress = ("", "")
        """The count of what is done and left, in full and short."""
        self.addWidget(self._status_message, 1)
        for part in (self._offer, self._left, self._groups, self._order, self._place, self._saved):
            self.addPermanentWidget(part)
        self._end = QTimer(self, singleShot=True, interval=_TOLD_MS)
        self._end.timeout.connect(self.clearMessage)
        refresh_soon = soon(self, self.refresh)
        for signal in (session.moved, session.changed, session.opened, session.completed, session.project_changed):
            follow(self, signal, refresh_soon)
        follow(self, session.articles.reordered, refresh_soon)
        follow(self, session.notified, self.show_message)
        follow(self, session.busy, self.show_busy)
        self._hold_saved()
        self.show_pending(0)
        self.refresh()

    def add_strip(self, strip: TaskStrip) -> None:
        """Take the progress of tasks in, at the left of the messages."""
        self._strip = strip
        self.insertWidget(0, strip)
        strip.installEventFilter(self)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Take messages within this block as the answer to a key.

        That to the key before goes. It would be wrong by now: "press again" is about something else than what the next
        press hits.
        """
        if self._is_answer:
            self.clearMessage()
        self._is_in_action = True
        try:
            yield
        finally:
            self._is_in_action = False

    def show_message(self, message: Message) -> None:
        """Show a short message for a while.

        It replaces the one before.
        """
        self._show_message(shown_with_titles(message, self._session.scheme), _TOLD_MS)

    def currentMessage(self) -> str:
        return self._status_message.words

    def clearMessage(self) -> None:
        self._end.stop()
        self._message_words, self._is_answer = "", False
        self._show_words()

    def show_offer(self, offer: Offer | None, key: str) -> None:
        """Show the offer, with its key while the offer stands.

        More of the same offer only changes the words.
        """
        self._offer.setText(tr("{key}: {n} more", key=key, n=offer.count) if offer is not None and key else "")
        words = shown_with_titles(offer.message(key), self._session.scheme) if offer is not None else ""
        if offer is not None and self._offer_words and self._message_words == self._offer_words:
            self._message_words = words
            self._show_words()
        elif offer is not None and not self._offer_words:
            self._show_message(words, _OFFERED_MS)
        self._offer.setToolTip(tip(words))
        self._offer_words = words
        self._make_room()

    def show_busy(self, message: Message | None) -> None:
        """Show at once what keeps the window busy; None ends it."""
        self._busy_words = shown(message) if message is not None else ""
        self._show_words()
        if message is not None:
            self.repaint()

    def show_quiet(self, words: str) -> None:
        """Show background work if there is no other message.

        "" ends it.
        """
        if words != self._quiet_words:
            self._quiet_words = words
            self._show_words()

    def show_pending(self, pending: int) -> None:
        """Say whether everything is on disk."""
        project = self._session.project
        if project is not None:
            saved = tr("Read-only") if project.read_only else tr("Saved")
            self._saved.setText(tr("Saving…") if pending else saved)
        self._saved.setVisible(project is not None)

    def show_failure(self) -> None:
        """Say that saving failed."""
        self._saved.setText(tr("Not saved"))
        announce(self, tr("Not saved"))

    def refresh(self) -> None:
        """Show the state anew."""
        open_article, navigation, articles = (
            self._session.open_article,
            self._session.navigation,
            self._session.articles,
        )
        self._make_room()
        if open_article is None:
            return
        self._count_progress(open_article.article.id)
        self._order.setText(tr("Least certain first") if navigation.by_uncertainty else tr("In order of the text"))
        self._place.setText(self._article_place(open_article.article.id, len(articles.shown)))
        self._show_groups()
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Follow the window, however narrow: what has no room gives way."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._make_room()
        return super().eventFilter(watched, event)

    def _show_message(self, words: str, shown_ms: int) -> None:
        self._message_words, self._is_answer = words, self._is_in_action
        self._show_words()
        self._end.start(shown_ms)
        announce(self, words)

    def _show_words(self) -> None:
        self._status_message.show_words(self._busy_words or self._message_words or self._quiet_words)
        self._make_room()

    def _count_progress(self, article_id: int) -> None:
        """Say what is done and what is left.

        The tooltip adds the pace.
        """
        articles = self._session.articles
        total, left = len(articles) - articles.skipped_count, articles.counts(article_id).proposed
        done = total - articles.open_count
        words = tr("{done} of {all} done · {n} left here", done=done, all=total, n=left)
        unseen = 0 if self._session.reader.is_partial else self._session.editor.candidates.count_unseen()
        if unseen:
            words = f"{words} · {tr('{n} likely misses unseen', n=unseen)}"
        hidden, short = articles.hidden_count, f"{done}/{total} · {left}"
        if hidden:
            words = f"{words} · {tr('{n} hidden by the filter', n=hidden)}"
            short = f"{short} · {tr('{n} hidden', n=hidden)}"
        self._progress = (words, short)
        self._left.setAccessibleName(words)
        self._left.setToolTip(tip(f"{words}\n{pace_words(articles.pace, articles.open_count)}"))

    def _show_groups(self) -> None:
        """Say what the next decision includes besides the current annotation.

        In which words where there is room.
        """
        navigation, current = self._session.navigation, self._session.navigation.current
        if not navigation.groups_on or current is None or self._session.reader.is_partial:
            self._groups.setText(tr("Groups on") if navigation.groups_on else tr("Groups off"))
            return
        more = set(navigation.group) - {current.id}
        accepted = set(navigation.entity_group) - {*more, current.id}
        counts = (tr("{n} more decided together", n=len(more)), more)
        counts_accepted = (tr("{n} more when accepted", n=len(accepted)), accepted)
        counted = {title: self._other_forms(current, ids) for title, ids in (counts, counts_accepted) if ids}
        self._groups.setText(" · ".join(": ".join(filter(None, pair)) for pair in counted.items()) or tr("Groups on"))
        without_order = _Arrangement(self._standing_widgets()[1:])  # it gives way to the words
        if self._measure(without_order) > self.width():
            self._groups.setText(" · ".join(counted) or tr("Groups on"))

    def _other_forms(self, current: Annotation, ids: Iterable[int]) -> str:
        """Return the other words that mentions stand in, a few of them."""
        open_article = self._session.open_article
        if open_article is None:
            return ""
        rows = sorted(open_article.annotations.those(islice(ids, _MAX_READ)), key=lambda row: row.start)
        return list_words(other_forms(current.words(open_article.text), (row.words(open_article.text) for row in rows)))

    def _standing_widgets(self) -> list[QWidget]:
        """Return what stands in the bar for good, the least important first."""
        if self._session.open_article is None:
            return [self._saved]
        offered = [self._offer] if self._offer.text() else []
        return [self._order, self._groups, self._place, *offered, self._left, self._saved]

    def _make_room(self) -> None:
        """Give the message the room they need, and progress its own.

        Words that have no room in the narrowest arrangement are cut.
        """
        strip = self._strip if self._strip is not None and not self._strip.isHidden() else None
        for arrangement in self._arrangements():  # the last one stays where none has room
            if self._measure(arrangement, strip) <= self.width():
                break
        for part in (self._order, self._groups, self._place, self._offer, self._left):
            part.setVisible(part in arrangement.parts)
        self._left.setText(self._progress[arrangement.is_short])
        if strip is not None:
            strip.show_words(not arrangement.is_compact)

    def _arrangements(self) -> Iterator[_Arrangement]:
        """Yield what the bar can show, each narrower than the one before.

        The review order and the groups give way first, then the words of the task's progress, then the place, then the
        words of the count. The count and whether all is saved never do.
        """
        parts = self._standing_widgets()
        yield _Arrangement(parts)
        while len(parts) > 3 + bool(self._offer.text()):
            parts = parts[1:]
            yield _Arrangement(parts)
        yield _Arrangement(parts, is_compact=True)
        while len(parts) > 2:
            parts = parts[1:]
            yield _Arrangement(parts, is_compact=True)
        yield _Arrangement(parts, is_compact=True, is_short=True)

    def _measure(self, arrangement: _Arrangement, strip: TaskStrip | None = None) -> int:
        """Return the width of an arrangement with message and progress."""
        width = self._status_message.needed() + sum(part.sizeHint().width() + _GAP_PX for part in arrangement.parts)
        if self._left in arrangement.parts:
            advance = self._left.fontMetrics().horizontalAdvance
            width += advance(self._progress[arrangement.is_short]) - advance(self._left.text())
        if strip is not None:
            width += strip.needed(is_compact=arrangement.is_compact) + _GAP_PX
        return width

    def _hold_saved(self) -> None:
        """Give "saved" the room of its longest words.

        It changes twice a key, and must not lay out the window anew.
        """
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._saved.ensurePolished()
        rooms = []
        for words in (tr("Saving…"), tr("Saved"), tr("Not saved"), tr("Read-only")):
            self._saved.setText(words)
            rooms.append(self._saved.sizeHint())
        self._saved.setFixedWidth(max(room.width() for room in rooms))
        for part in (self._left, self._groups, self._order, self._place, self._offer, self._saved):
            part.setFixedHeight(max(room.height() for room in rooms))

    def _article_place(self, article_id: int, count: int) -> str:
        row = self._session.articles.row(article_id)
        return tr("Article {place} of {count}", place=row + 1, count=count) if row is not None else ""


def pace_words(pace: Pace, open_count: int) -> str:
    """Return how fast articles are finished.

    How long the open ones will take is added.
    """
    if pace.article_s is None:
        return tr("The pace is known when an article is finished.")
    minutes = round(pace.article_s * open_count / 60)
    each = tr("{pace} s an article", pace=round(pace.article_s))
    if pace.article_s >= 90:
        each = tr("{minutes} min an article", minutes=round(pace.article_s / 60))
    return f"{each} · {_left_words(minutes)}"


def _left_words(minutes: int) -> str:
    """Return the time left, without hours or minutes that are none."""
    if minutes < 1:
        return tr("less than a minute left")
    if minutes < 60:
        return tr("about {minutes} min left", minutes=minutes)
    if minutes % 60 == 0:
        return tr("about {hours} h left", hours=minutes // 60)
    return tr("about {hours} h {minutes} min left", hours=minutes // 60, minutes=minutes % 60)
