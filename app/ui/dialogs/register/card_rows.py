"""The lines of one section of a card.

Each line is read when it is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from app.core.scheme import Scheme
from app.service.corpus.register.card import CardItem, ClaimPlace, Company, MentionPlace, Position, read_line
from app.store import Project
from app.store.index.claim_reader import ClaimEntry
from app.store.index.index_reader import IndexReader
from app.store.index.name_reader import NameEntry
from app.ui.base.i18n import tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import day
from app.ui.dialogs.register.words import day_words, label_word, period_words

LINE_ROLE = Qt.ItemDataRole.UserRole
_KEPT_LINES = 2_000


@dataclass(frozen=True, slots=True)
class CardLine:
    """What a row of a card shows.

    It has words with those that matter in the middle, and a caption below.
    """

    before: str
    words: str
    after: str
    caption: str


class CardRows(QAbstractListModel):
    """Show the items of a section."""

    def __init__(self, project: Project, scheme: Scheme, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._scheme, self._language = project, scheme, language
        self._reader: IndexReader | None = None
        self._items: Sequence[CardItem] = ()
        self._read: Callable[[int], CardLine] = lru_cache(_KEPT_LINES)(self._read_row)

    def show(self, items: Sequence[CardItem], reader: IndexReader | None) -> None:
        """Show these items."""
        self.beginResetModel()
        self._items, self._reader = items, reader
        self._read = lru_cache(_KEPT_LINES)(self._read_row)
        self.endResetModel()

    def item(self, row: int) -> CardItem | None:
        """Return what a row shows, None where there is no such row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def place_of(self, row: int) -> MentionPlace | None:
        """Return the article and annotation that a row leads to."""
        item = self.item(row)
        if isinstance(item, ClaimPlace):
            claim = self._find_claim(item)
            return None if claim is None else MentionPlace(claim.article_id, claim.id)
        return item.place if isinstance(item, Position) else item if isinstance(item, MentionPlace) else None

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.item(index.row()) is None:
            return None
        if role == LINE_ROLE:
            return self._read(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            line = self._read(index.row())
            return f"{line.before}{line.words}{line.after} · {line.caption}"
        return None

    def _read_row(self, row: int) -> CardLine:
        item = self._items[row]
        if isinstance(item, MentionPlace):
            return mention_line(self._project, item)
        if isinstance(item, ClaimPlace):
            return self._claim_line(item)
        if isinstance(item, NameEntry):
            return CardLine("", item.shown, "", _count_caption(item.mentions, item.articles, item.first, item.last))
        if isinstance(item, Company):
            caption = f"{self._label_word(item.label)} · {tr('in {n} articles', n=item.articles)}"
            return CardLine("", item.name, "", caption)
        caption = " · ".join(
            filter(None, (period_words(item.first, item.last), tr("in {n} articles", n=item.articles)))
        )
        return CardLine("", item.words, "", caption)

    def _claim_line(self, item: ClaimPlace) -> CardLine:
        claim = self._find_claim(item)
        if claim is None:
            return CardLine("", "", "", tr("The claim is gone."))
        parts = (self._label_word(claim.label), claim.speaker, day_words(claim.date), claim.source)
        return CardLine("", "", claim.said, one_line(" · ".join(filter(None, parts))))

    def _find_claim(self, item: ClaimPlace) -> ClaimEntry | None:
        found = self._reader.claims.rows([item.claim_id]) if self._reader is not None else []
        return found[0] if found else None

    def _label_word(self, label: str) -> str:
        return label_word(label, self._scheme, self._language)


def mention_line(project: Project, place: MentionPlace) -> CardLine:
    """Return a mention in its line.

    The date and the title of its article are added.
    """
    found = read_line(project, place)
    if found is None:
        return CardLine("", "", "", tr("The mention is gone."))
    date = day(found.article.date) if found.article.date else ""
    caption = " · ".join(filter(None, (date, found.article.source, found.article.title)))
    return CardLine(*found.line, one_line(caption))


def _count_caption(mentions: int, articles: int, first: str, last: str) -> str:
    count = f"{tr('{n} mentions', n=mentions)} {tr('in {n} articles', n=articles)}"
    return " · ".join(filter(None, (count, period_words(first, last))))
