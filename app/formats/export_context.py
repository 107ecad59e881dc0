"""What a writer gets beside the documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.core.message import Message
from app.core.model import Note
from app.core.scheme import Scheme
from app.formats.export_options import ExportOptions


@dataclass(frozen=True, slots=True)
class ExportContext:
    """The project that is exported: its scheme, name and notes, and what the user chose.

    `progress` is called with the number of documents written so far, `report` with what the file does not hold.
    """

    scheme: Scheme = field(default_factory=Scheme)
    project: str = ""
    project_notes: tuple[Note, ...] = ()
    options: ExportOptions = field(default_factory=ExportOptions)
    progress: Callable[[int], None] | None = None
    report: Callable[[Message], None] | None = None

    def tell(self, message: Message) -> None:
        """Report a loss, where somebody wants to know."""
        if self.report is not None:
            self.report(message)
