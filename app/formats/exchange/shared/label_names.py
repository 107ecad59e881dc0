"""Labels as single words, for formats that take no blanks and signs in them."""

from __future__ import annotations

import re

_ODD = re.compile(r"[^\w-]|%")
_WRITTEN = re.compile(r"%([0-9A-F]+);")


def escape_name(name: str) -> str:
    """Return a label as one word; other characters become "%HEX;"."""
    return _ODD.sub(lambda found: f"%{ord(found.group()):X};", name)


def unescape_name(name: str) -> str:
    """Return the label of a word that `escape_name` made, or of another tool."""
    return _WRITTEN.sub(_character, name)


def _character(found: re.Match[str]) -> str:
    number = int(found[1][:7], 16)
    return chr(number) if number < 0x110000 else found.group()
