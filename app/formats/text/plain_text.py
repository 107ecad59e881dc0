"""Plain text: one article a file, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.file_format import FileFormat
from app.formats.source.documents import make_document
from app.formats.source.file_text import read_text


def read_plain_text(path: Path) -> Iterator[Document]:
    """Yield the one article of a text file."""
    text, lost = read_text(path)
    yield make_document(text, key=path.stem, lost=lost)


FORMAT = FileFormat("text", Message("Plain text"), (".txt", ".text"), read=read_plain_text)
