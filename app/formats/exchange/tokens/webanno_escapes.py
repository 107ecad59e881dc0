"""Escapes of WebAnno TSV, in texts and in values."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"[\\\[\]|_;\t\n*]|->")
_TEXT_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_TEXT_UNESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_BACKSLASH = re.compile(r"\\(u[0-9a-fA-F]{4}|->|.)", re.DOTALL)
"""A character that is escaped by a backslash."""


def escape_value(value: str) -> str:
    """Return a value of a layer as it stands in a column."""
    return _ESCAPED.sub(lambda found: _escape_sign(found.group()), value)


def _escape_sign(sign: str) -> str:
    return {"\t": "\\t", "\n": "\\n"}.get(sign, f"\\{sign}")


def escape_token(value: str) -> str:
    """Return a token as it stands in its column."""
    return value.replace("\\", "\\\\")


def escape_text(text: str) -> str:
    """Return the text of a sentence as one line."""
    return re.sub(r"[\\\n\r\t\b\f]", lambda found: _TEXT_ESCAPES[found.group()], text)


def unescape(value: str) -> str:
    """Return what was escaped as a value or a text."""
    return _BACKSLASH.sub(_character, value)


def _character(found: re.Match[str]) -> str:
    sign = found[1]
    if len(sign) == 5:
        return chr(int(sign[1:], 16))
    return _TEXT_UNESCAPES.get(sign, sign)
