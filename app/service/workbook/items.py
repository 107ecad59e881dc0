"""What a workbook brings back, as plain values.

Items to accept or refuse, each with the edits that it makes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from app.core.message import Message
from app.core.model import Annotation, Note
from app.core.rows.row import Row
from app.formats.xlsx.reading.book_reader import NotTaken


class ItemKind(StrEnum):
    """What an item is.

    What the sheet alone changed, a new row, or what needs a decision of its own.
    """

    CHANGE = "change"
    NEW = "new"
    CONFLICT = "conflict"
    MISSING = "missing"
    EMPTIED = "emptied"


TAKEN_KINDS = frozenset({ItemKind.CHANGE, ItemKind.NEW})
"""What is accepted unless it is refused; the others are refused unless they are accepted."""


class FieldChange(NamedTuple):
    """A changed field of a row.

    It holds the key of its column, and what stood at the export, stands in the project, and stands in the sheet.
    """

    column: str
    exported: str
    present: str
    wanted: str


@dataclass(frozen=True, slots=True)
class AnnotationEdit:
    """Updates of an annotation by name of the field.

    `before` None: it is gone, and `restored` is put back.
    """

    before: Annotation | None
    updates: tuple[tuple[str, Any], ...]
    restored: Annotation | None = None

    @property
    def annotation(self) -> Annotation:
        """The annotation that the updates are made on."""
        row = self.before or self.restored
        assert row is not None, "an edit has an annotation"
        return row


@dataclass(frozen=True, slots=True)
class NewAnnotation:
    """An annotation that a row adds, with its note.

    The note may be "". Its id is given when it is taken.
    """

    annotation: Annotation
    note: str = ""


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """A note with another text.

    A new one where `before` is None, none where the text is empty.
    """

    before: Note | None
    text: str
    article_id: int | None = None
    annotation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """An annotation or a note that goes."""

    row: Row


RowEdit = AnnotationEdit | NewAnnotation | NoteEdit | Removal


@dataclass(frozen=True, slots=True)
class Item:
    """One row that differs.

    `sheet` is the key of the sheet, `title` its name in the workbook, `row` the number there, 0 where it is missing.
    `words` are the annotated words, or the title of the article. `remark` says what else is to be known.
    """

    kind: ItemKind
    sheet: str
    title: str
    row: int
    key: str
    article_id: int | None
    article: str
    words: str
    fields: tuple[FieldChange, ...] = ()
    edits: tuple[RowEdit, ...] = ()
    remark: Message | None = None

    @property
    def columns(self) -> frozenset[str]:
        """The keys of the columns that differ."""
        return frozenset(change.column for change in self.fields)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a workbook brings back: the items, and what is not taken.

    `has_base` says whether the project knows what the rows held at the export; `rows` counts those of the workbook.
    """

    items: tuple[Item, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    has_base: bool = True
    rows: int = 0

    def of_kind(self, *kinds: ItemKind) -> list[Item]:
        """Return the items of some kinds."""
        return [item for item in self.items if item.kind in kinds]


@dataclass
class Taken:
    """What came of a decision.

    The items that were taken, those that were left, and what could not be taken.
    """

    taken: Sequence[Item] = field(default_factory=list)
    left: Sequence[Item] = field(default_factory=list)
    not_taken: list[NotTaken] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left or dropped.

        An emptied cell changes nothing unless it is asked for.
        """
        return not self.not_taken and all(item.kind is ItemKind.EMPTIED for item in self.left)
