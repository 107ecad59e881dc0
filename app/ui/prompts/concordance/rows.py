"""The lines of a concordance.

Open hits come first, then decided ones under a heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.core.model import Status
from app.service.concordance.hits import Hit
from app.ui.base.i18n import tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line, plain
from app.ui.base.texts.dates import day

ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(slots=True)
class Row:
    """A hit with its tick.

    The heading of the decided hits has words and no hit.
    """

    hit: Hit | None
    words: str = ""
    is_ticked: bool = False


class ConcordanceRows(QAbstractListModel):
    """Hits as they are found.

    Open ones are ticked, where they `are_ticked` by themselves, and stand first; those that were decided follow below a
    heading, not ticked.
    """

    def __init__(self, parent: QObject, *, are_ticked: bool = True) -> None:
        super().__init__(parent)
        self._are_ticked = are_ticked
        self.rows: list[Row] = []
        self.states: set[str] = set()
        """What the hits are now, in words: the delegate gives all of them one column."""
        self.label_titles: Mapping[str, str] = {}
        """What the labels are called in the window."""
        self._open_count = 0
        self._ticks = Counter[int]()
        """How many hits are ticked in each article that has any: no count looks at all rows."""

    @property
    def ticked(self) -> list[Hit]:
        """The hits that are ticked, in their order."""
        return [row.hit for row in self.rows if row.hit is not None and row.is_ticked]

    @property
    def ticked_count(self) -> int:
        """How many hits are ticked."""
        return self._ticks.total()

    @property
    def ticked_articles(self) -> int:
        """In how many articles hits are ticked."""
        return len(self._ticks)

    @property
    def hit_count(self) -> int:
        """How many hits there are, ticked or not."""
        return len(self.rows) - (len(self.rows) > self._open_count)

    @property
    def open_count(self) -> int:
        """How many hits are open."""
        return self._open_count

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self.rows, self._open_count = [], 0
        self.states.clear()
        self._ticks.clear()
        self.endResetModel()

    def add_hits(self, hits: Sequence[Hit]) -> None:
        """Add hits, each where it belongs."""
        self._note_states(hits)
        is_open = [hit for hit in hits if hit.is_open]
        decided = [hit for hit in hits if not hit.is_open]
        self._insert_rows(self._open_count, [Row(hit, is_ticked=self._are_ticked) for hit in is_open])
        if self._are_ticked:
            self._ticks.update(hit.article.id for hit in is_open)
        self._open_count += len(is_open)
        heading = [Row(None, tr("Decided, or with another label"))] if len(self.rows) == self._open_count else []
        self._insert_rows(len(self.rows), [*heading, *map(Row, decided)] if decided else [])

    def replace_hit(self, row: int, hit: Hit) -> None:
        """Replace a hit by its current state."""
        self.rows[row].hit = hit
        self.states.add(self.state_of(hit))
        self.dataChanged.emit(self.index(row), self.index(row))

    def insert_hit(self, row: int, hit: Hit) -> None:
        """Put a hit back where it stood."""
        self._insert_rows(min(row, self._open_count), [Row(hit)])
        self._open_count += 1

    def remove_row(self, row: int) -> None:
        """Leave a hit out."""
        self._tick([self.rows[row]], is_ticked=False)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.rows[row]
        self._open_count -= row < self._open_count
        self.endRemoveRows()

    def tick_all(self) -> None:
        """Tick all hits, or none where all are ticked."""
        hits = [row for row in self.rows if row.hit is not None]
        self._tick(hits, is_ticked=not all(row.is_ticked for row in hits))
        if hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def toggle(self, index: Index) -> None:
        """Tick a hit, or untick it.

        With the heading all hits below it, where not all of them are ticked yet.
        """
        if not index.isValid():
            return
        places = list(self._rows_below(index.row()))
        rows = [self.rows[place] for place in places]
        self._tick(rows, is_ticked=not all(row.is_ticked for row in rows))
        self.dataChanged.emit(index, self.index(max(places, default=index.row())))

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return _words_of(row)
            case Qt.ItemDataRole.AccessibleTextRole if row.hit is not None:
                tick = tr("ticked") if row.is_ticked else tr("not ticked")
                does = (tick, self.state_of(row.hit)) if row.hit.make_change is not None else ()
                return ", ".join((*does, _words_of(row), article_words(row.hit)))
        return None

    def _tick(self, rows: Iterable[Row], *, is_ticked: bool) -> None:
        """Tick hits or untick them, and let the counts follow."""
        for row in rows:
            if row.hit is not None and row.is_ticked is not is_ticked:
                row.is_ticked = is_ticked
                self._ticks[row.hit.article.id] += 1 if is_ticked else -1
                if not self._ticks[row.hit.article.id]:
                    del self._ticks[row.hit.article.id]

    def _rows_below(self, number: int) -> Iterator[int]:
        if self.rows[number].hit is not None:
            yield number
        else:
            yield from range(number + 1, len(self.rows))

    def state_of(self, hit: Hit) -> str:
        """Return what a place is now.

        Its label and status, or that it is untagged.
        """
        row = hit.before
        if row is None:
            return tr("untagged")
        words = {
            Status.PROPOSED: tr("proposed"),
            Status.ACCEPTED: tr("accepted"),
            Status.CORRECTED: tr("corrected"),
            Status.REJECTED: tr("rejected"),
        }
        return f"{one_line(self.label_titles.get(row.label, row.label))} · {words[row.status]}"

    def _note_states(self, hits: Iterable[Hit]) -> None:
        """Note what hits are now, looking at one of those alike."""
        alike = {None if hit.before is None else (hit.before.label, hit.before.status): hit for hit in hits}
        self.states.update(map(self.state_of, alike.values()))

    def _insert_rows(self, place: int, rows: list[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self.rows[place:place] = rows
            self.endInsertRows()


def _words_of(row: Row) -> str:
    return row.words if row.hit is None else plain("".join(row.hit.line))


def article_words(hit: Hit) -> str:
    """Return title and date of a hit's article."""
    article = hit.article
    return f"{one_line(article.title)} · {day(article.date)}" if article.date else one_line(article.title)
