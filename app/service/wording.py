"""Shortened texts for titles and lists, and messages with headings."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.message import Message

_LONGEST = 40
_MAX_LISTED = 3


def shorten_text(text: str, longest: int = _LONGEST) -> str:
    """Return `text` on one line, cut to `longest` code points.

    It is cut at a word where there is one.
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > longest // 2 else cut).rstrip() + "…"


def list_words(names: Sequence[str]) -> str:
    """Return the first few of many words as a list.

    "Токаева, Токаеву, …".
    """
    more = ["…"] if len(names) > _MAX_LISTED else []
    return ", ".join([*map(shorten_text, names[:_MAX_LISTED]), *more])


def message_about(name: str, what: Message) -> Message:
    """Return a message headed by its thing's name, unless it names it."""
    return what if "name" in what.args else Message("“{name}”: {what}", {"name": name, "what": what})
