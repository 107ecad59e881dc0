"""Text from projects and files, made safe for Qt.

Qt guesses at HTML, mnemonics and placeholders in it.
"""

from __future__ import annotations

import re

MAX_TIP_CHARS = 1_000
MAX_LINE_CHARS = 300
"""More of a single line (a menu entry, a window title) is cut."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\t-\r\x85\u2028\u2029]+")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENS_ISOLATE = "\u2066\u2067\u2068"
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_JOINER = "\u2060"
"""A character of no width: behind a "<" it keeps `Qt.mightBeRichText` from seeing a tag."""


def plain(text: str) -> str:
    """Return `text` with visible control characters and isolated direction."""
    shown = _CONTROLS.sub(_make_visible, text)
    return _isolate_text(shown) if _DIRECTIONS.search(shown) else shown


def one_line(text: str) -> str:
    """Return `text` as a single line of limited length."""
    return plain(_cut_text(_BREAKS.sub(" ", text), MAX_LINE_CHARS))


def tip(text: str) -> str:
    """Return `text` for a tooltip or a what's-this text.

    Qt shows them as HTML where they look like it.
    """
    return re.sub("<|&(?=lt;)", rf"\g<0>{_JOINER}", plain(_cut_text(text, MAX_TIP_CHARS)))


def caption_text(text: str) -> str:
    """Return `text` for a button, menu, tab or label.

    There "&" marks a key and a tab a column.
    """
    return one_line(text).replace("&", "&&")


def window_title(text: str) -> str:
    """Return `text` for a title, where "[*]" marks changes."""
    return one_line(text).replace("[*]", "[*][*]")


def _make_visible(found: re.Match[str]) -> str:
    """Return the picture of a control character.

    U+2400 … for C0, U+FFFD for those that have none.
    """
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _isolate_text(text: str) -> str:
    """Enclose `text` in an isolate, with its own isolates paired.

    An odd one would end the enclosing one.
    """
    depth, kept = 0, []
    for char in text:
        if char == _END_ISOLATE and not depth:
            continue
        depth += (char in _OPENS_ISOLATE) - (char == _END_ISOLATE)
        kept.append(char)
    return "".join((_ISOLATE, *kept, _END_ISOLATE * (depth + 1)))


def _cut_text(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
