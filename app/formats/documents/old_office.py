"""Files of old Office programs (.doc, .xls).

Named, with what to save them as.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes
from app.formats.text.news_article import read_text_file

_START = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage"
_NEWER = (
    ("WordDocument", ".docx"),
    ("Workbook", ".xlsx"),
    ("Book", ".xlsx"),
    ("PowerPoint Document", ".docx"),
    ("__properties_version1.0", ".eml"),
)
"""The name of a stream in the file, and what the program that made it can save it as."""
_BY_EXTENSION = {".xls": ".xlsx", ".msg": ".eml"}


def read_old_office(path: Path) -> Iterator[Document]:
    """Raise UserError that says what to save the file as.

    A text that only has such a name is read.
    """
    raw = read_bytes(path)
    if not raw.startswith(_START):
        yield from read_text_file(path)
        return
    if _has_stream(raw, _ENCRYPTED):
        raise UserError(
            "“{name}” is protected by a password.",
            hint="Open it, save it without the password and import it again.",
            name=path.name,
        )
    found = (newer for stream, newer in _NEWER if _has_stream(raw, stream))
    raise UserError(
        "“{name}” is a file of an old kind that cannot be read.",
        hint="Open it in Office or LibreOffice, save it as {newer} and import that.",
        name=path.name,
        newer=next(found, _BY_EXTENSION.get(path.suffix.lower(), ".docx")),
    )


def is_old_office(sample: FileSample) -> bool:
    """Say whether a file is a compound file of old Office.

    Office wrote such files until 2003.
    """
    return sample.head.startswith(_START)


def _has_stream(raw: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in raw


FORMAT = FileFormat(
    "doc", Message("Old Office file"), (".doc", ".xls", ".ppt", ".msg"), read=read_old_office, matches=is_old_office
)
