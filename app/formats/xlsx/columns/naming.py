"""What values are called in one workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.core.scheme import Scheme
from app.formats.export_options import ExportOptions
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import Vocabulary


@dataclass(frozen=True, slots=True)
class Naming:
    """What values are called in one workbook.

    Its words, the project's tag, the options.
    """

    words: Vocabulary
    tag: str
    scheme: Scheme
    options: ExportOptions

    def key_of(self, kind: RowKind) -> Callable[[int], str]:
        """Return what makes the key of a row of a kind."""
        start = f"{kind.value}-{self.tag}-"
        return lambda number: f"{start}{number}"
