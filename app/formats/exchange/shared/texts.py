"""Decode bytes of other tools into text, and encode text.

Bytes that are UTF-8 are decoded without a guess.
"""

from __future__ import annotations

from app.formats.source.encodings import NotTextError, decode_bytes
from app.formats.source.file_text import no_text_error

_MARK = "\ufeff"


def decode_text(raw: bytes, name: str) -> str:
    """Return bytes as text, line ends as they are.

    Raise UserError where they are none.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return decode_bytes(raw).text
    except NotTextError as fault:
        raise no_text_error(name, fault) from fault


def encode_text(text: str) -> bytes:
    """Return a text as UTF-8.

    A mark at its start stays part of it.
    """
    return (_MARK + text if text.startswith(_MARK) else text).encode()
