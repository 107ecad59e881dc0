"""Reading files in a worker: each file's documents in batches, and how many are to be expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.gc_pause import gc_paused
from app.core.model import Document
from app.formats.table_choices import NO_CHOICES, TableChoices
from app.service.jobs.pool import Limits

JSONL_ENDS = (".jsonl", ".ndjson")
"""The names of files of one article a line end so."""

MANY_ARTICLES_ENDS = (*JSONL_ENDS, ".csv", ".tsv", ".tab", ".json", ".xlsx", ".ods")
"""The names of files of many articles, each with an id of its own, end so."""

READING_LIMITS = Limits(silence_s=60, memory_bytes=1 << 30)
"""What one file may cost; each batch of articles counts as a sign of life."""

_BLOCK = 1 << 20
_BATCH = 256
"""So much makes a batch: articles, annotations, and thousands of characters together."""


@dataclass(frozen=True, slots=True)
class Expected:
    """So many documents are likely to be in a file."""

    count: int


class ReadFile:
    """The handler that runs in the worker: a path in, its documents out."""

    def __init__(self, format_name: str | None, tables: TableChoices = NO_CHOICES, *, mends: bool = True) -> None:
        self._format = format_name
        self._tables = tables
        self._mends = mends

    def __call__(self, path: Path) -> Iterator[list[Document] | Expected]:
        from app.formats import registry  # noqa: PLC0415  # a worker that only tags does not read
        from app.formats.source.offsets import normalise_document  # noqa: PLC0415

        if path.suffix.lower() in JSONL_ENDS:
            yield Expected(_count_lines(path))
        documents = registry.read_file(path, self._format, self._tables, mends=self._mends)
        yield from _batches(map(normalise_document, documents))


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield documents in batches, those before a fault too."""
    waiting = iter(documents)
    while True:
        batch: list[Document] = []
        try:
            with gc_paused():
                is_more = _fill(batch, waiting)
        except BaseException:
            if batch:
                yield batch
            raise
        if batch:
            yield batch
        if not is_more:
            return


def _fill(batch: list[Document], waiting: Iterator[Document]) -> bool:
    """Fill a batch; return whether there may be more."""
    weight = 0
    for document in waiting:
        batch.append(document)
        weight += 1 + len(document.annotations) + len(document.text) // 1000
        if weight >= _BATCH:
            return True
    return False


def _count_lines(path: Path) -> int:
    """Return how many lines a file has; 1 where it cannot be read, which the reader will say better."""
    if not path.is_file():
        return 1
    count, last = 0, b"\n"
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                count, last = count + block.count(b"\n"), block[-1:]
    except OSError:
        return 1
    return max(1, count + (last != b"\n"))
