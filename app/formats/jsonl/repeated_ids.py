"""Report the ids that occur more than once in a JSONL file."""

from __future__ import annotations

from dataclasses import replace

from app.core.message import Message
from app.core.model import Document
from app.formats.jsonl.lost_values import LinePlace


class RepeatedIds:
    """Remember the ids of a file by hash, to save memory."""

    def __init__(self) -> None:
        self._lines: dict[int, int] = {}
        self._articles: set[int] = set()

    def report_repeat(self, document: Document, place: LinePlace) -> Document:
        """Return the document, with a message where its id occurred before."""
        key, digest = document.article.key, document.article.digest
        if not key:
            return document
        first, article = self._lines.setdefault(hash(key), place.line), hash((key, digest))
        is_same = article in self._articles
        self._articles.add(article)
        if first == place.line:
            return document
        return replace(
            document, lost=(*document.lost, _repeat_message(place.message_fields(id=key, first=first), is_same=is_same))
        )


def _repeat_message(fields: dict[str, str | Message], *, is_same: bool) -> Message:
    if is_same:
        return Message(
            "“{name}”, line {line}: id “{id}” and text are those of line {first}; a project takes the first alone.",
            fields,
        )
    return Message(
        "“{name}”, line {line}: the id “{id}” stands on line {first} too; both are taken, each as its own article.",
        fields,
    )
