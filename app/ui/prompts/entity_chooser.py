"""Say who or what a mention stands for: the records of the project to choose from, or a new name."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from heapq import nsmallest

from PySide6.QtCore import QTimer

from app.core.model import Kind
from app.service.session.entity_register import Record, Register
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.panels.article_pane import ArticlePane
from app.ui.prompts.choices import Choice
from app.ui.prompts.chooser import Chooser
from app.ui.prompts.fuzzy import retyped
from app.ui.theme.appearance import Dress
from app.ui.theme.label_colours import tints_of

_MOMENT_S = 0.008
_MOST = 50
"""More lines than anybody reads; typing brings the others."""


class RegisterPanel:
    """Offer the records of the project, those of the open article first; they are read while the panel is open."""

    def __init__(self, session: Session, pane: ArticlePane, dress: Dress) -> None:
        self._session, self._pane, self._dress = session, pane, dress
        self._register = Register(session)
        self._label = ""
        self._foot = ""
        self.chooser = Chooser(pane.window(), dress.theme, prompt=tr("Who or what is it?"), width_px=520)
        self.chooser.chosen.connect(session.editor.link)
        self.chooser.search_by(self._search)
        self._timer = QTimer(self.chooser)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_on)
        self.chooser.closed.connect(self._timer.stop)

    def open(self) -> None:
        """Open for the current mention, with what has been read; the rest follows."""
        mention, desk = self._session.walk.current_of(Kind.ENTITY), self._session.desk
        if mention is None or desk is None:
            return
        self._label = mention.label
        self._foot = self._told_before()
        self._read(lambda: self._register.knows(desk.article.id))
        self.chooser.offer(self._found(), self._pane.current_rect(), foot=self._foot)
        if not self._register.is_whole:
            self._timer.start()

    def _told_before(self) -> str:
        """Return what is said below the records: how many others are linked along, and how to find a record."""
        others = 0 if self._session.is_partial else len(self._session.editor.link_group()) - 1
        together = [tr("{n} more linked along", n=others)] if others > 0 else []
        return " · ".join([*together, tr("Type to find one or to make a new one")])

    def _read(self, is_enough: Callable[[], bool]) -> None:
        """Read on for a moment, or until that is enough."""
        end = time.monotonic() + _MOMENT_S
        while not is_enough() and time.monotonic() < end:
            self._register.read()

    def _read_on(self) -> None:
        desk = self._session.desk
        knew = desk is None or self._register.knows(desk.article.id)
        self._read(lambda: self._register.is_whole)
        if self._register.is_whole:
            self._timer.stop()
        if self._register.is_whole or (desk is not None and not knew and self._register.knows(desk.article.id)):
            self._search()

    def _search(self) -> None:
        if self.chooser.isVisible():
            self.chooser.show_found(self._found(), "" if self.chooser.typed else self._foot)

    def _found(self) -> list[Choice]:
        """Return what fits what is typed; a new name goes before names with no word that begins so."""
        typed = self.chooser.typed if self.chooser.isVisible() else ""
        if not typed:
            return self._choices(self._register.first(self._label, _MOST))
        words = " ".join(typed.split())
        records, is_begun = self._fitting(words.casefold())
        choices = self._choices(records)
        if any(choice.title == words for choice in choices):
            return choices
        new = [Choice(words, tr("New: {name}", name=words), colour=self._colour(self._label))]
        return choices + new if is_begun else new + choices

    def _fitting(self, pattern: str) -> tuple[list[Record], bool]:
        """Return the records that fit what is typed on either layout, the best first, and whether a word begins so.

        Of one name with several labels, that of the mention's own label is meant.
        """
        ranks = fitting(pattern, self._register.records(), _MOST)
        if 0 not in ranks.values():
            other = fitting(retyped(pattern), self._register.records(), _MOST)
            ranks = other if 0 in other.values() or not ranks else ranks

        def rank(record: Record) -> tuple[int, bool, int, str]:
            return ranks[record], record.label != self._label, -self._register.mentions(record), record.name

        by_name: dict[str, Record] = {}
        for record in nsmallest(_MOST, ranks, key=rank):
            by_name.setdefault(record.name, record)
        return list(by_name.values()), 0 in ranks.values()

    def _choices(self, records: Iterable[Record]) -> list[Choice]:
        return [
            Choice(record.name, record.name, self._detail(record), colour=self._colour(record.label))
            for record in records
        ]

    def _colour(self, label: str) -> str:
        tint = tints_of(self._dress.look, self._session.scheme).get((Kind.ENTITY, label))
        return tint.edge if tint is not None else ""

    def _detail(self, record: Record) -> str:
        mentions = tr("{n} mentions", n=self._register.mentions(record))
        words = f"{mentions} {tr('in {n} articles', n=self._register.articles(record))}"
        label = self._session.scheme.find(Kind.ENTITY, record.label)
        if record.label == self._label or label is None:
            return words
        return f"{label.title(self._dress.language)} · {words}"


def fitting(pattern: str, records: Iterable[Record], enough: int) -> dict[Record, int]:
    """Return the records whose names fit, with how well: 0 where a word begins so, 1 where it is inside, 2 scattered.

    The looser a fit, the dearer it is to look for: where there are `enough` of a better one, it is not looked for.
    """
    left = [(_folded(record.name), record) for record in records]
    letters = re.compile(".*?".join(map(re.escape, "".join(pattern.split()))))
    tests: list[Callable[[str], object]] = [
        lambda name: f" {pattern}" in name,
        lambda name: pattern in name,
        letters.search,
    ]
    found: dict[Record, int] = {}
    for rank, fits in enumerate(tests):
        found |= {record: rank for name, record in left if fits(name)}
        if len(found) >= enough:
            break
        left = [pair for pair in left if pair[1] not in found]
    return found


@lru_cache(maxsize=65_536)
def _folded(name: str) -> str:
    """Return a name to look in, each word behind a blank."""
    return f" {name.casefold()}"
