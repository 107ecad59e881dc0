"""What a writer gets beside the documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.core.model import Note
from app.core.scheme import Scheme


@dataclass(frozen=True, slots=True)
class ExportContext:
    """The project's scheme and notes, and the choices of an export.

    `include_rejected` concerns formats that are not lossless; `progress` is called with the number of documents
    written so far.
    """

    scheme: Scheme = field(default_factory=Scheme)
    project: str = ""
    project_notes: tuple[Note, ...] = ()
    include_rejected: bool = False
    author: str = ""
    progress: Callable[[int], None] | None = None
