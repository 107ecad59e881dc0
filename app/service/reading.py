"""Reading files in a worker: each file's documents, and how many are to be expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.model import Document

JSONL_ENDS = (".jsonl", ".ndjson")
"""The names of files of many articles, each with an id of its own, end so."""

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Expected:
    """So many documents are likely to be in a file."""

    count: int


class ReadFile:
    """The handler that runs in the worker: a path in, its documents out."""

    def __init__(self, format_name: str | None) -> None:
        self._format = format_name

    def __call__(self, path: Path) -> Iterator[Document | Expected]:
        from app.formats import catalogue  # noqa: PLC0415  # a worker that only tags does not read
        from app.formats.offsets import normalised  # noqa: PLC0415

        if path.suffix.lower() in JSONL_ENDS:
            yield Expected(_count_lines(path))
        yield from map(normalised, catalogue.read(path, self._format))


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
