"""All claims of an index in each order, as arrays of ids."""

from __future__ import annotations

from sqlite3 import Connection

import numpy as np

from app.store.index.claim_columns import Ids, are_among, look_up, read_columns, read_ids, to_numbers
from app.store.index.claim_orders import ClaimOrder
from app.store.index.claim_texts import BY_DATE, ENTRIES, ClaimTexts, TextSorting

_COLUMNS = {ClaimOrder.DUE: "due", ClaimOrder.DATE: "date", ClaimOrder.FIGURES: "figures"}
_SPEAKERS = """SELECT group_concat(id), group_concat(place) FROM (
    SELECT n.id, dense_rank() OVER (ORDER BY coalesce(j.key, n.key)) AS place
    FROM name n LEFT JOIN joined j ON j.name = n.id AND j.speaks)"""
_NAMES = "SELECT group_concat(id), group_concat(name) FROM claim INDEXED BY claim_by_name"
_GROUPS = {
    ClaimOrder.KIND: "SELECT group_concat(id) FROM claim WHERE label > '' GROUP BY label ORDER BY label",
    ClaimOrder.STATUS: "SELECT group_concat(id) FROM claim WHERE status > '' GROUP BY status ORDER BY status",
    ClaimOrder.SOURCE: "SELECT group_concat(id) FROM article WHERE source > '' GROUP BY source ORDER BY source",
}
"""Claims that are equal in an order, or articles whose claims are: they are sorted as groups, not one by one."""
_ARTICLES = "SELECT group_concat(id), group_concat(article) FROM claim INDEXED BY claim_in_article"


class ClaimSorting:
    """Holds all claims in each order that was asked for.

    An order is read anew once the index has changed.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._version = 0
        self._sorted = dict[ClaimOrder, tuple[Ids, Ids]]()
        self._now: ClaimTexts | None = None
        self._by_text = TextSorting(connection)

    def sorted_ids(self, order: ClaimOrder, *, is_descending: bool = False) -> Ids:
        """Return all claims in an order, equal ones by date.

        Those without a value come last.
        """
        by_date = self.texts().by_date
        if order not in self._sorted:
            known = self._sort(order, by_date)
            self._sorted[order] = known, by_date[~are_among(by_date, known)]
        known, unknown = self._sorted[order]
        return np.concatenate((known[::-1], unknown[::-1]) if is_descending else (known, unknown))

    def texts(self) -> ClaimTexts:
        """Return the claims as they are now."""
        version = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        if self._now is None or version != self._version:
            self._sorted.clear()
            self._version = version
            self._now = ClaimTexts(read_ids(self._connection, BY_DATE), *read_columns(self._connection, ENTRIES))
        return self._now

    def sort_ahead(self) -> None:
        """Begin what takes longest."""
        self._by_text.sort_ahead(self.texts())

    def close(self) -> None:
        """End what is being sorted."""
        self._by_text.close()

    def _sort(self, order: ClaimOrder, by_date: Ids) -> Ids:
        """Return the claims with a value in an order."""
        if order is ClaimOrder.SAID:
            return self._by_text.find_sorted(self.texts())
        if order is ClaimOrder.SPEAKER:
            return self._sort_speakers(by_date)
        if order in _GROUPS:
            return self._sort_groups(order, by_date)
        column = _COLUMNS[order]
        rows = f"SELECT id FROM claim WHERE {column} > '' ORDER BY {column}, date, id"  # noqa: S608  # ours
        return read_ids(self._connection, rows)

    def _sort_groups(self, order: ClaimOrder, by_date: Ids) -> Ids:
        """Return the claims of groups, group by group, each by date."""
        groups = [to_numbers(text) for (text,) in self._connection.execute(_GROUPS[order])]
        places = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        members = np.concatenate([to_numbers(None), *groups])
        is_of_articles = order is ClaimOrder.SOURCE
        wanted = look_up(by_date, *read_columns(self._connection, _ARTICLES)) if is_of_articles else by_date
        return _sort_known(by_date, look_up(wanted, members, places))

    def _sort_speakers(self, by_date: Ids) -> Ids:
        """Return the claims with a speaker, by her name in the register."""
        claims, names = read_columns(self._connection, _NAMES)
        places = look_up(names, *read_columns(self._connection, _SPEAKERS))
        return _sort_known(by_date, look_up(by_date, claims, places))


def _sort_known(ids: Ids, places: Ids) -> Ids:
    """Return the ids that have a place, sorted by it.

    Those of one place come in the order given.
    """
    order = np.argsort(places, kind="stable")
    return ids[order][places[order] >= 0]
