"""Check office files before a library opens them.

Office files are zips of XML. Nothing is written to the disk. A file with more parts, bytes or nesting than an article
can have is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from app.core.message import UserError
from app.core.text.tokens import normalise
from app.formats.documents.libraries import damaged_error
from app.formats.source.file_sample import PART_ERRORS

_MAX_PARTS = 5_000
_MAX_TOTAL_BYTES = 256 << 20
_MAX_PACKED_BYTES = 32 << 20
_MAX_RATIO = 100
"""A part of more than `_MAX_PACKED_BYTES` that was packed tighter than this is made to fill the memory."""
_DECLARATIONS = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T\x00?I)", re.IGNORECASE)
"""Declarations of types and entities, in one or two bytes a character."""
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")
"""A name that leads out of the archive, or holds control characters."""


def check_zip(raw: bytes, path: Path, kind: str) -> None:
    """Raise UserError where a zip is damaged, or made to do harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_sizes(archive.infolist(), path)
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(archive.read(part), part.filename, path)
    except PART_ERRORS as fault:
        raise damaged_error(path, kind, fault) from fault


def _check_sizes(parts: list[zipfile.ZipInfo], path: Path) -> None:
    total = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS or total > _MAX_TOTAL_BYTES:
        raise _refused(path, f"{len(parts)} parts, {total >> 20} MB")
    for part in parts:
        if _UNSAFE_NAME.search(part.filename):
            raise _refused(path, ascii(part.filename))
        if part.file_size > _MAX_PACKED_BYTES and part.file_size > _MAX_RATIO * max(1, part.compress_size):
            raise _refused(path, f"{part.filename}: {part.compress_size >> 10} kB → {part.file_size >> 20} MB")


def _check_part(data: bytes, name: str, path: Path) -> None:
    if _DECLARATIONS.search(data):
        raise _refused(path, f"{name}: <!DOCTYPE>")


def _refused(path: Path, what: str) -> UserError:
    return UserError(
        "“{name}” is not opened: its content is unsafe ({what}).",
        hint="Ask whoever sent it for the article as text.",
        name=path.name,
        what=normalise(what),
    )
