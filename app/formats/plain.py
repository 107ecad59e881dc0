"""Plain text: one article a file, taken as it is; its first line serves as the title in lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.core.model import Document
from app.formats.loading import document_of, file_text


def read(path: Path) -> Iterator[Document]:
    """Yield the one article of a text file."""
    text, lost = file_text(path)
    yield document_of(text, key=path.stem, lost=lost)
