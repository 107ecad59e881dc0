"""Read the bytes and the text of a file, after checks."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.core.files.system_errors import explain_system_error
from app.core.message import Message, UserError
from app.core.text.tokens import normalise
from app.formats.source.encodings import NotTextError, decode_bytes

MAX_FILE_BYTES = 64 * 1024 * 1024
"""The largest single article that is read: the size of a hundred novels."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raise UserError where it is missing, empty or too large.
    """
    try:
        check_file(path)
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise UserError(
                "“{name}” is too large for one article: {size} MB.",
                hint="Split it into parts, or store the articles one a line as .jsonl.",
                name=path.name,
                size=size // 2**20,
            )
        raw = path.read_bytes()
    except OSError as fault:
        raise unreadable_error(path, fault) from fault
    if not raw.strip():
        raise empty_error(path.name)
    return raw


def refuse_empty(path: Path) -> None:
    """Raise UserError where a file has no bytes."""
    if path.stat().st_size == 0:
        raise empty_error(path.name)


def empty_error(name: str) -> UserError:
    """Return the error for a file without content."""
    return UserError("“{name}” is empty.", hint="Remove it, or save the article into it again.", name=name)


def check_file(path: Path) -> None:
    """Raise UserError where `path` is a folder, pipe or device."""
    if path.is_dir():
        raise UserError("“{name}” is a folder, not a file.", hint="Name a file in it.", name=path.name)
    if path.exists() and not path.is_file():
        raise UserError(
            "“{name}” is a pipe or a device, not a file.",
            hint="Save what comes out of it in a file.",
            name=path.name,
        )


class FileText(NamedTuple):
    """The text of a file, and messages about broken characters."""

    text: str
    lost: tuple[Message, ...] = ()


def read_text(path: Path) -> FileText:
    """Return the text of a file in any known encoding, normalised.

    Raise UserError where the file cannot be read, is empty or is not a text.
    """
    return decode_text(read_bytes(path), path.name)


def decode_text(raw: bytes, name: str) -> FileText:
    """Return the text that the bytes of a file hold, normalised.

    Raise UserError where they are no text, or an empty one.
    """
    try:
        decoded = decode_bytes(raw)
    except NotTextError as fault:
        raise no_text_error(name, fault) from fault
    text = normalise(decoded.text)
    if not text.strip():
        raise empty_error(name)
    return FileText(text, _broken_characters(name, decoded.broken))


def _broken_characters(name: str, count: int) -> tuple[Message, ...]:
    if not count:
        return ()
    fields = {"name": name, "n": str(count)}
    return (Message("“{name}” has {n} broken characters, shown as “\ufffd”.", fields),)


def no_text_error(name: str, fault: NotTextError) -> UserError:
    """Return the error for bytes that should be a text."""
    return UserError(
        "“{name}” is not a text: {reason}.", hint="Save it as plain text in UTF-8.", name=name, reason=fault.reason
    )


def unreadable_error(path: Path, fault: OSError) -> UserError:
    """Return the error for a file that the system refuses."""
    return UserError(
        "“{name}” cannot be read: {reason}.",
        hint="Check that the file is there and that you may open it.",
        name=path.name,
        reason=explain_system_error(fault),
    )
