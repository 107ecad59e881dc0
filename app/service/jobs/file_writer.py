"""Write a file of any format in a worker, from documents that the parent sends batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.export_context import ExportContext


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """The file to be written, and what its writer gets beside the documents."""

    path: Path
    context: ExportContext


@dataclass(frozen=True, slots=True)
class Written:
    """The path of the file, and what the file does not hold."""

    path: Path
    lost: tuple[Message, ...] = ()


def write_file(request: WriteRequest, batches: Iterable[list[Document]]) -> Iterator[Written]:
    """Write the documents of all batches and yield where they are; runs in the worker."""
    from app.formats import registry  # noqa: PLC0415  # the formats are loaded where they are used

    lost: list[Message] = []
    context = replace(request.context, report=lost.append)
    path = registry.write_file(chain.from_iterable(batches), request.path, context)
    yield Written(path, tuple(lost))
