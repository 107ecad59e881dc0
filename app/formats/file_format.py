"""What a file format declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.export_context import ExportContext

Reader = Callable[[Path], Iterator[Document]]
Writer = Callable[[Iterable[Document], Path, ExportContext], Path]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One format of files.

    `extensions` are lower case, with the dot. Several formats may share one: the first of them that stands in the
    registry reads a file whose format the user did not name, by `read_by_content` where it has that. A writer returns
    the path of the file that it wrote. `loses` says what the format cannot hold.
    """

    name: str
    title: Message
    extensions: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    read_by_content: Reader | None = None
    loses: tuple[Message, ...] = ()
