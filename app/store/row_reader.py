"""Read rows as they are at one moment.

What is on disk, with what is still queued on top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import Any, TypeVar

from app.core.model import Annotation, Candidate, reading_key
from app.core.rows.row import Row
from app.core.span import Span
from app.store.operations import Operation
from app.store.rows.forms import FORM_OF, Form
from app.store.rows.odd_values import unexpected_row
from app.store.rows.row_states import later_states
from app.store.rows.stored_rows import condition_of_ids, read_stored_rows

RowT = TypeVar("RowT", bound=Row)


def _admit_every(_: Row) -> bool:
    return True


class RowReader:
    """Reads the rows of a type that a condition admits.

    From a connection and the queued operations. The connection is in a transaction that does not hold the operations.
    """

    def __init__(self, connection: Connection, late: Sequence[Operation]) -> None:
        self._connection = connection
        self._operations = late
        self._late = later_states([operation.states for operation in late])

    def read_rows(
        self,
        row_class: type[RowT],
        where: str = "1",
        values: tuple[Any, ...] = (),
        belongs: Callable[[RowT], bool] = _admit_every,
    ) -> Iterable[RowT]:
        """Return the rows of a type that a condition admits.

        The condition is said twice: for the stored rows in SQL, and for the queued ones by `belongs`.
        """
        return self.merge_late(row_class, self.stored_rows(FORM_OF[row_class], where, values), belongs)

    def rows_of_ids(self, row_class: type[RowT], ids: Sequence[int]) -> Iterable[RowT]:
        """Return the rows of some ids."""
        wanted = frozenset(ids)
        return self.read_rows(row_class, condition_of_ids(ids), (), lambda row: row.id in wanted)

    def stored_rows(self, form: Form[RowT], where: str, values: tuple[Any, ...]) -> Iterator[RowT]:
        """Yield the stored rows that a condition admits, with their parts."""
        return read_stored_rows(self._connection, form, where, values)

    def merge_late(self, kind: type[RowT], stored: Iterable[RowT], belongs: Callable[[RowT], bool]) -> Iterable[RowT]:
        """Replace stored rows by the queued ones that match the question."""
        late = self._late[kind]
        if not late:
            return stored
        kept = [row for row in stored if row.id not in late]
        return kept + [row for row in late.values() if isinstance(row, kind) and belongs(row)]


def refuse_outside(length: int, annotations: Iterable[Annotation]) -> None:
    """Raise UnexpectedValueError for annotations outside a text of a length.

    The parts of an annotation count too.
    """
    for row in annotations:
        if row.pieces[-1].stop > length or (row.roles and any(role.span.stop > length for role in row.roles)):
            raise unexpected_row("annotation", row.id)


def by_id(row: Row) -> int:
    """Return the id of a row, to sort by."""
    return row.id


def likeliest_first(candidate: Candidate) -> tuple[float, Span, int]:
    """Return what candidates are sorted by."""
    return (-candidate.score, candidate.span, candidate.id)


ORDERS: dict[type[Row], Callable[[Any], Any]] = {Annotation: reading_key, Candidate: likeliest_first}
"""How the rows of an article are sorted where not by id."""
