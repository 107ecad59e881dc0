"""Read a returned workbook and compare it with its project.

This runs in a worker.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.gc_pause import gc_paused
from app.store.files.file_identity import FilePlace

if TYPE_CHECKING:
    from app.service.workbook.items import Comparison


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """The project and the workbook."""

    project: FilePlace
    workbook: Path


@dataclass(frozen=True, slots=True)
class Compared:
    """How far it is: articles done of all, rows read before that.

    The comparison at the end.
    """

    done: int = 0
    total: int = 0
    comparison: Comparison | None = None


def compare_workbook(request: CompareRequest) -> Iterator[Compared]:
    """Yield progress, and at last what the workbook brings back.

    It runs in the worker.
    """
    from app.formats.xlsx.reading.book_reader import Book, read_book_parts, read_rows  # noqa: PLC0415  # the formats are loaded where they are used
    from app.service.workbook.comparing import BookComparing  # noqa: PLC0415
    from app.service.workbook.sides import Past  # noqa: PLC0415
    from app.store import Project  # noqa: PLC0415  # so is the store

    with closing(Project.open_beside(request.project)) as project, gc_paused():
        parts, stamp = read_book_parts(request.workbook)
        book, past = Book(stamp), Past(project, stamp)
        for _ in read_rows(request.workbook, book, parts, (project.scheme(), past.scheme)):
            yield Compared()
        comparing = BookComparing(project, book, past)
        for done, total in comparing.run():
            yield Compared(done, total)
        yield Compared(comparison=comparing.comparison)
