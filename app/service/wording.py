"""Shortened texts for titles and lists, and messages with headings."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.message import Message
from app.core.model import Kind
from app.core.scheme import Scheme

_LONGEST = 40
_MAX_LISTED = 3
_LABEL_FIELDS = frozenset({"label", "old", "new"})
"""Fields of messages that hold the name of a label."""


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


def name_labels(message: Message, scheme: Scheme, language: str) -> Message:
    """Return a message that calls labels by their titles.

    Steps are stored with the names of labels. A label that the scheme does not know keeps its name.
    """
    return Message(
        message.template, {name: _find_title(name, value, scheme, language) for name, value in message.args.items()}
    )


def _find_title(field: str, value: str | Message, scheme: Scheme, language: str) -> str | Message:
    if isinstance(value, Message):
        return name_labels(value, scheme, language)
    if field not in _LABEL_FIELDS:
        return value
    label = next((found for kind in Kind if (found := scheme.find(kind, value)) is not None), None)
    return label.title(language) if label is not None else value
