"""Look at tables in a worker before the import.

Columns, first rows, the likeliest mapping.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.core.message import UserError
from app.formats.table_choices import NO_CHOICES, TableChoices, TablePreview
from app.service.jobs.importing.file_reader import READING_LIMITS
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended

_MAX_TABLES = 100
"""So many tables are looked at; there is one question for all that have the same columns."""


@dataclass(frozen=True, slots=True)
class InspectionRequest:
    """Files to look at, and what is known of their columns.

    Folders too, and their format.
    """

    paths: tuple[Path, ...]
    format_name: str | None = None
    choices: TableChoices = NO_CHOICES


@dataclass(frozen=True, slots=True)
class InspectedTable:
    """A table and what is seen of it."""

    path: Path
    preview: TablePreview


def inspect_tables(request: InspectionRequest) -> Iterator[InspectedTable]:
    """Yield what is seen of the tables among files.

    Runs in the worker. In folders, only files with the extension of a table are looked at. A file that cannot be read
    is passed over: its import says why.
    """
    from app.formats import registry  # noqa: PLC0415  # a worker that only tags does not read

    named, ends = set(request.paths), registry.table_extensions()
    files = (path for path in registry.list_files(request.paths).files if path in named or path.suffix.lower() in ends)
    found = (_inspect_file(path, request) for path in files)
    yield from islice(filter(None, found), _MAX_TABLES)


def _inspect_file(path: Path, request: InspectionRequest) -> InspectedTable | None:
    from app.formats import registry  # noqa: PLC0415  # as above

    try:
        preview = registry.preview_table(path, request.format_name, request.choices)
    except UserError:
        return None  # the import of the file says why
    has_columns = preview is not None and bool(preview.columns)
    return InspectedTable(path, preview) if preview is not None and has_columns else None


class TableInspection:
    """An inspection that runs in a worker.

    `poll` it until it is done.
    """

    def __init__(self, paths: Sequence[Path], format_name: str | None, choices: TableChoices) -> None:
        self.tables: list[InspectedTable] = []
        self._pool = Pool(limits=READING_LIMITS)
        self._pool.submit(inspect_tables, InspectionRequest(tuple(paths), format_name, choices))

    def poll(self, wait_s: float = 0.0) -> bool:
        """Take in what has come; return whether there is more to come.

        One that fails ends with what it has.
        """
        for reply in self._pool.poll(wait_s):
            if not isinstance(reply, Ended):
                self.tables.append(reply.value)
        if not self._pool.outstanding:
            self.cancel()
            return False
        return True

    def cancel(self) -> None:
        """End it."""
        self._pool.cancel()
