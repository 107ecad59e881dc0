"""Turn labels into single words and back.

Some formats take no blanks or signs in labels.
"""

from __future__ import annotations

import re

_ODD = re.compile(r"[^\w-]|%")
_WRITTEN = re.compile(r"%([0-9A-F]+);")


def escape_name(name: str) -> str:
    """Return a label as one word; other characters become "%HEX;"."""
    return _ODD.sub(lambda found: f"%{ord(found.group()):X};", name)


def unescape_name(name: str) -> str:
    """Return the label of a word.

    `escape_name`, or another tool, made the word.
    """
    return _WRITTEN.sub(_character, name)


def _character(found: re.Match[str]) -> str:
    number = int(found[1][:7], 16)
    return chr(number) if number < 0x110000 else found.group()
