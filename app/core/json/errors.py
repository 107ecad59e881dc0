"""Explain what is wrong in a text that should be JSON.

The explanation is a message that can be translated.
"""

from __future__ import annotations

import json

from app.core.message import Message

_REASONS = {
    message.template.casefold(): message
    for message in (
        Message("Expecting value"),
        Message("Expecting property name enclosed in double quotes"),
        Message("Expecting ':' delimiter"),
        Message("Expecting ',' delimiter"),
        Message("Illegal trailing comma before end of object"),
        Message("Illegal trailing comma before end of array"),
        Message("Unterminated string starting at"),
        Message("Invalid control character at"),
        Message("Invalid \\escape"),
        Message("Invalid \\uXXXX escape"),
        Message("Extra data"),
        Message("Unexpected UTF-8 BOM (decode using utf-8-sig)"),
    )
}
"""What Python's reader says, which is written in English."""


def explain_json_error(error: Exception, *, is_line: bool = False) -> Message:
    """Return what is wrong in a JSON text, and where.

    `is_line` leaves out the line number, for a text that is one line of a file.
    """
    if isinstance(error, RecursionError):
        return Message("it is nested too deeply")
    if not isinstance(error, json.JSONDecodeError):
        return Message("a number in it is too long") if "digits" in str(error) else Message(str(error))
    what = _REASONS.get(error.msg.rstrip(": ").casefold(), Message(error.msg))
    place: dict[str, str | Message] = {"what": what, "line": str(error.lineno), "column": str(error.colno)}
    if is_line:
        return Message("{what}, column {column}", place)
    return Message("{what}, line {line}, column {column}", place)
