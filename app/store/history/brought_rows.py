"""The rows that steps brought and name by their ids alone.

An import would store each row twice if its steps held the values. An applied step names the rows of articles that it
brings. Such a row stands in its table, or a later step that changed or removed it tells what it was before. When a step
is undone, its values are written into it in the same transaction: so that it can be done again, and told, without the
rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from sqlite3 import Connection

from app.core.rows.row import Row
from app.store.history.payload import Ids, unpack_former_rows
from app.store.rows.forms import FORM_OF_TABLE
from app.store.rows.removed_texts import find_text
from app.store.rows.stored_rows import condition_of_ids, read_stored_rows

_LATER = """
SELECT payload FROM step WHERE state = 'applied' AND id IN (
    SELECT later.step_id FROM step_article AS own JOIN step_article AS later USING (article_id)
    WHERE own.step_id = ?1 AND own.article_id > 0 AND later.step_id > ?1)
ORDER BY id
"""
"""The applied steps that touched articles of an applied step after it."""


def find_brought_rows(connection: Connection, step: int, named: Ids) -> Mapping[str, Mapping[int, Row]]:
    """Return the rows that an applied step names, as they came.

    Raise UnexpectedValueError for damaged ones.
    """
    wanted = {table: set(ids) for table, ids in named.items()}
    found: dict[str, dict[int, Row]] = {table: {} for table in wanted}
    for (payload,) in connection.execute(_LATER, (step,)):
        for table, row in unpack_former_rows(payload, wanted, partial(find_text, connection)):
            found[table][row.id] = row
            wanted[table].discard(row.id)
    for table, ids in wanted.items():
        standing = read_stored_rows(connection, FORM_OF_TABLE[table], condition_of_ids(ids))
        found[table].update((row.id, row) for row in standing)
    return found
