"""Normalise the text of a document and move its offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from app.core.message import Message
from app.core.model import Annotation, Document, text_digest
from app.core.row_types import DECLARED, DOCUMENT_FIELDS, Key, field_types, key_of
from app.core.rows.row import Row
from app.core.rows.row_copies import compile_copy
from app.core.span import Pieces, Span, normal_pieces
from app.core.text.tokens import normalise

_REMOVED_CHARACTERS = re.compile("\r(?=\n)|[\x00\ud800-\udfff]")
"""What `normalise` takes out; a carriage return alone only changes its name."""


def _list_marked_types() -> Iterator[type[Any]]:
    """Yield the types of rows, and parts, that a document lists."""
    for row_class in DOCUMENT_FIELDS:
        declared = DECLARED[row_class]
        yield row_class
        yield from map(declared.part_type, declared.parts)


_PLACE_FIELDS = {
    marked: tuple(name for name, hint in field_types(marked).items() if hint in (Span, Pieces))
    for marked in _list_marked_types()
}
"""The fields of each type that hold places in the text."""
_COPY_MOVED = {marked: compile_copy(marked, *names) for marked, names in _PLACE_FIELDS.items() if names}


class OffsetMap:
    """Translate positions of a raw text to the normalised text."""

    __slots__ = ("_removed",)

    def __init__(self, raw: str) -> None:
        self._removed = [match.start() for match in _REMOVED_CHARACTERS.finditer(raw)]

    def position(self, raw_position: int) -> int:
        """Return a position in the normalised text."""
        return raw_position - bisect_left(self._removed, raw_position)

    def span(self, raw: Span) -> Span:
        """Return a span in the normalised text; it may be empty."""
        return Span(self.position(raw.start), self.position(raw.stop))

    def pieces(self, raw: Pieces) -> Pieces:
        """Return pieces in the normalised text, without empty ones."""
        return normal_pieces(self.span(piece) for piece in raw)


def normalise_document(document: Document) -> Document:
    """Return `document` with normalised text and moved offsets.

    Rows and parts of rows that mark removed characters alone are left out, with a message each. What refers to a row
    that is left out stays, without it: the notes of an annotation stay with the article.
    """
    text = normalise(document.text)
    if text == document.text:
        return document
    title = normalise(document.article.title)
    article = replace(document.article, digest=text_digest(title, text), length=len(text), title=title)
    mover = _RowMover(OffsetMap(document.text))
    rows: dict[str, Any] = {name: mover.move_rows(getattr(document, name)) for name in DOCUMENT_FIELDS.values()}
    return replace(document, article=article, text=text, **rows, lost=(*document.lost, *mover.lost))


class _RowMover:
    """Move the places that rows mark.

    `lost` says which of them mark nothing any more.
    """

    def __init__(self, moves: OffsetMap) -> None:
        self._moves = moves
        self._gone: set[Key] = set()
        self.lost: list[Message] = []

    def move_rows(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Return the rows that still mark something.

        Those that others refer to must come first.
        """
        return tuple(moved for row in rows if (moved := self._move_row(row)) is not None)

    def _move_row(self, row: Row) -> Row | None:
        declared, name = DECLARED[type(row)], _name_row(row)
        if any((one.to, getattr(row, one.field)) in self._gone for one in declared.weak):
            return None
        moved = self._move_places(row, name)
        if moved is None:
            self._gone.add(key_of(row))
            return None
        for parts in declared.parts:
            listed = [self._move_places(part, f"{name}: {part.name}") for part in getattr(row, parts.field)]
            if listed:
                moved = replace(moved, **{parts.field: tuple(part for part in listed if part is not None)})
        lost = {one.field: None for one in declared.references if (one.to, getattr(row, one.field)) in self._gone}
        found: Row = replace(moved, **lost) if lost else moved
        return found

    def _move_places(self, marked: Any, name: str) -> Any:
        """Return a row or a part with its places moved.

        None where one of them holds nothing any more.
        """
        moved: list[Span | Pieces] = []
        for field in _PLACE_FIELDS[type(marked)]:
            old = getattr(marked, field)
            new = self._moves.span(old) if isinstance(old, Span) else self._moves.pieces(old)
            moved.append(new)
            if not (new.length if isinstance(new, Span) else new):
                self.lost.append(_left_out_message(name, old.start if isinstance(old, Span) else old[0].start))
                return None
        return _COPY_MOVED[type(marked)](marked, *moved) if moved else marked


def _name_row(row: Any) -> str:
    """Return what a row is called in a message.

    Annotations by label, others by their list too.
    """
    names = (DOCUMENT_FIELDS[type(row)] if not isinstance(row, Annotation) else "", getattr(row, "label", ""))
    return ": ".join(filter(None, names))


def _left_out_message(what: str, start: int) -> Message:
    return Message(
        "{label} at {start} marked nothing but unreadable characters and is left out.",
        {"label": what, "start": str(start)},
    )
