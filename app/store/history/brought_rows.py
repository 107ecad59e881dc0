"""The rows that steps brought and name by their ids alone.

An import would store each row twice if its steps held the values. An applied step names the rows of articles that it
brings. Such a row stands in its table, or a later step that changed or removed it tells what it was before. When a step
is undone, its values are written into it in the same transaction: so that it can be done again, and told, without the
rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from sqlite3 import Connection

from app.core.change import Change
from app.core.row_types import Key, key_of
from app.core.rows.row import Row
from app.store.history.payload import Ids, unpack_changes, unpack_former_rows
from app.store.rows.forms import FORM_OF_TABLE
from app.store.rows.odd_values import MAX_ID, unexpected_row
from app.store.rows.removed_texts import find_text
from app.store.rows.stored_rows import condition_of_ids, read_stored_rows

_PAYLOAD = "SELECT payload, state = 'applied' FROM step WHERE id = ?"
_ARTICLES = "SELECT article_id FROM step_article WHERE step_id = ? AND article_id > 0"
_BETWEEN = """
SELECT DISTINCT step_id FROM json_each(?2) AS asked
CROSS JOIN step_article ON article_id = json_extract(asked.value, '$[0]')
    AND step_id > ?1 AND step_id < json_extract(asked.value, '$[1]')
WHERE (SELECT state FROM step WHERE id = step_id) = 'applied'
"""
"""The applied steps that touched articles after a step, each article's before the one that is given with it."""


class StepReader:
    """Reads steps with the rows that they name, each payload once.

    It keeps what the rows were before the steps that it has read, for the steps before those: give the newest first.
    """

    def __init__(self) -> None:
        self._version = -1
        self._begin()

    def read_changes(self, connection: Connection, steps: Sequence[int]) -> list[tuple[Change, ...]]:
        """Return the changes of steps, in their order.

        Raise UnexpectedValueError for damaged ones.
        """
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != self._version or max(steps) >= self._lowest:  # what it keeps is of another time
            self._begin()
        self._version = version
        found = {number: self._read_step(connection, number) for number in sorted(set(steps), reverse=True)}
        return [found[number] for number in steps]

    def _begin(self) -> None:
        self._former: dict[Key, tuple[int, Row]] = {}
        """What rows were before the first of the steps read that changed them, with that step."""
        self._read = set[int]()
        self._lowest = MAX_ID + 1
        self._known_from: dict[int, int] = {}
        """The step after which all that touched an article are read, by the article."""

    def _read_step(self, connection: Connection, number: int) -> tuple[Change, ...]:
        payload, is_applied = read_payload(connection, number)
        texts = partial(find_text, connection)
        changes = unpack_changes(payload, texts, partial(self._find_rows, connection, number))
        if is_applied:
            self._keep_former(number, [change.before for change in changes if change.before is not None])
        self._lowest = number
        return changes

    def _find_rows(self, connection: Connection, number: int, named: Ids) -> Mapping[str, Mapping[int, Row]]:
        """Return the rows that a step names, as they came."""
        self._read_later(connection, number)
        found: dict[str, dict[int, Row]] = {}
        for table, ids in named.items():
            form = FORM_OF_TABLE[table]
            keys = [(form.row_class, one) for one in ids]
            changed = {key[1]: self._former[key][1] for key in keys if key in self._former}
            standing = read_stored_rows(connection, form, condition_of_ids(one for one in ids if one not in changed))
            found[table] = changed | {row.id: row for row in standing}
        return found

    def _read_later(self, connection: Connection, number: int) -> None:
        """Read the later steps that touched the articles of a step."""
        articles = [article for (article,) in connection.execute(_ARTICLES, (number,))]
        asked = json.dumps([(article, self._known_from.get(article, MAX_ID + 1)) for article in articles])
        later = {step for (step,) in connection.execute(_BETWEEN, (number, asked))}
        for step in later - self._read:
            self._keep_former(step, unpack_former_rows(read_payload(connection, step)[0]))
        self._known_from.update(dict.fromkeys(articles, number))

    def _keep_former(self, step: int, rows: Iterable[Row]) -> None:
        """Keep rows as they were before a step.

        They are in the order of its changes.
        """
        first: dict[Key, Row] = {}
        for row in rows:
            first.setdefault(key_of(row), row)
        for key, row in first.items():
            if key not in self._former or step < self._former[key][0]:
                self._former[key] = (step, row)
        self._read.add(step)


def read_payload(connection: Connection, number: int) -> tuple[bytes, bool]:
    """Return the payload of a step, and whether it is applied."""
    found = connection.execute(_PAYLOAD, (number,)).fetchone()
    if found is None:
        raise unexpected_row("step", number)
    payload, is_applied = found
    return payload, bool(is_applied)
