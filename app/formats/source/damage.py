"""Explain why a file cannot be read.

The reasons are messages, which can be translated. Libraries raise errors in English and in their own terms. What is
known of them becomes a message; the rest is quoted.
"""

from __future__ import annotations

import json
import re

from app.core.files.system_errors import explain_system_error
from app.core.json.errors import explain_json_error
from app.core.message import Message
from app.core.text.tokens import normalise
from app.formats.source.encodings import NotTextError

_MAX_QUOTED_CHARS = 120

_ANOTHER_KIND = Message("it is a file of another kind, or cut off")
_CUT_OFF = Message("it is cut off")
_PART_MISSING = Message("its part “{part}” is missing")
_PART_DAMAGED = Message("its part “{part}” is damaged")
_XML_DAMAGED = Message("its XML is damaged or cut off in line {line}, character {column}")
_PROTECTED = Message("it is protected by a password")
_DAMAGED_PACKING = Message("its packed content is damaged")
_UNKNOWN_PACKING = Message("it is packed in a way that is not supported")
_TOO_DEEP = Message("it is nested too deeply")

_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), message)
    for pattern, message in (
        ("password|encrypted|decrypt", _PROTECTED),
        (r"line (?P<line>\d+), column (?P<column>\d+)", _XML_DAMAGED),
        ("no item named '(?P<part>[^']+)'", _PART_MISSING),
        ("file not found '(?P<part>[^']+)'", _PART_MISSING),
        ("CRC-32 for file '(?P<part>[^']+)'", _PART_DAMAGED),
        ("in directory '(?P<part>[^']+)' and header", _PART_DAMAGED),
        ("nest|recursion|depth", _TOO_DEEP),
        ("not a zip|bad magic number|central directory|invalid zip|package not found", _ANOTHER_KIND),
        ("doesn't look like|cannot detect file format|data format error|invalid OLE", _ANOTHER_KIND),
        ("is not a word file|content type is|mimetype", _ANOTHER_KIND),
        ("eof|truncat|incomplete|unexpected end|end of data|ran out|extra data|unpack|file ended", _CUT_OFF),
        ("line contains nul", Message("it holds characters that are no text")),
        ("expected after", Message("a closing quotation mark is followed by other characters than the separator")),
        ("new-line character seen", Message("it has line ends of several kinds")),
        ("field larger than", Message("a cell is longer than a spreadsheet can hold")),
        (r"-?\d+ while decompress|invalid (?:block|distance|stored|code|literal|bit)|lzma", _DAMAGED_PACKING),
        ("compression (?:method|type)|strong encryption|patched data", _UNKNOWN_PACKING),
    )
)
"""What the words of a library say. The groups are the fields of the message."""


class DamageError(ValueError):
    """Report what is wrong in a file.

    `reason` says it.
    """

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def explain_damage(error: object) -> Message:  # one line for each family of errors
    """Return why a library could not read a file.

    `error` is what it raised, or its words.
    """
    if isinstance(error, Message):
        return error
    if isinstance(error, DamageError | NotTextError):
        return error.reason
    if isinstance(error, json.JSONDecodeError | RecursionError):
        return explain_json_error(error)
    if isinstance(error, UnicodeDecodeError):
        return wrong_bytes(error.encoding, error.start)
    if isinstance(error, OSError) and error.errno is not None:
        return explain_system_error(error)
    return _explain_words(str(error), type(error).__name__)


def wrong_bytes(encoding: str, start: int) -> Message:
    """Return what to say of bytes that are none of an encoding."""
    return Message("it is no {encoding} at byte {byte}", {"encoding": encoding.upper(), "byte": str(start + 1)})


def _explain_words(words: str, kind: str) -> Message:
    for pattern, message in _WORDS:
        found = pattern.search(words)
        if found is not None:
            return Message(message.template, found.groupdict())
    quoted = normalise(" ".join(words.split())).strip().rstrip(".")[:_MAX_QUOTED_CHARS]
    shown = kind if not quoted or "object at 0x" in quoted else f"{kind}: {quoted}"
    return Message("its content is not as it should be ({detail})", {"detail": shown})
