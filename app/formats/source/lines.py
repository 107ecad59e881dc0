"""Read a large text file line by line, with line numbers.

A line ends at "\\n" and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.core.message import Message
from app.formats.source.damage import wrong_bytes
from app.formats.source.encodings import NotTextError, find_encoding
from app.formats.source.file_text import MAX_FILE_BYTES, check_file, no_text_error, unreadable_error

_HEAD_BYTES = 100_000
_WIDE_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32")


class Line(NamedTuple):
    """One line: its number from 1, its text or its fault."""

    number: int
    text: str = ""
    fault: Message | None = None


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a file that are not blank.

    Raise UserError where the file is not a text or cannot be read.
    """
    try:
        check_file(path)
        with path.open("rb") as file:
            encoding = _find_file_encoding(file, path)
            yield from (
                _read_wide_lines(file, encoding) if encoding in _WIDE_ENCODINGS else _read_narrow_lines(file, encoding)
            )
    except OSError as fault:
        raise unreadable_error(path, fault) from fault


def _find_file_encoding(file: BinaryIO, path: Path) -> str:
    head = file.read(_HEAD_BYTES)
    file.seek(0)
    try:
        return find_encoding(head, is_whole=len(head) < _HEAD_BYTES)
    except NotTextError as fault:
        raise no_text_error(path.name, fault) from fault


def _read_narrow_lines(file: BinaryIO, encoding: str) -> Iterator[Line]:
    """Yield lines of an encoding with line ends of one byte.

    That byte is no part of another character.
    """
    number = 0
    while raw := file.readline(MAX_FILE_BYTES):
        number += 1
        if len(raw) == MAX_FILE_BYTES and not raw.endswith(b"\n"):
            _skip_line(file)
            yield Line(number, fault=Message("longer than {size} MB", {"size": str(MAX_FILE_BYTES >> 20)}))
        elif raw.strip():
            yield _decode_line(number, raw, "utf-8" if encoding == "utf-8-sig" and number > 1 else encoding)


def _decode_line(number: int, raw: bytes, encoding: str) -> Line:
    try:
        return Line(number, raw.decode(encoding))
    except UnicodeDecodeError as fault:
        return Line(number, fault=wrong_bytes(encoding, fault.start))


def _skip_line(file: BinaryIO) -> None:
    while raw := file.readline(MAX_FILE_BYTES):
        if raw.endswith(b"\n"):
            return


def _read_wide_lines(file: BinaryIO, encoding: str) -> Iterator[Line]:
    """Yield lines of UTF-16 or UTF-32, reading the file whole."""
    raw = file.read(MAX_FILE_BYTES)
    for number, text in enumerate(raw.decode(encoding, "replace").split("\n"), start=1):
        if text.strip():
            yield Line(number, text)
