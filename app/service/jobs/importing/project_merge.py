"""Bring the rows of another project that stand above its articles.

A row that the project holds already is not taken twice: `RowType.identity` says which rows are the same. What the
project has stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.core.change import Change
from app.core.message import Message
from app.core.model import Document, Note
from app.core.records import ClaimRecord
from app.core.row_types import DECLARED
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.service.wording import shorten_text

if TYPE_CHECKING:
    from app.store import Project

Numbers = dict[type[Row], dict[int, int]]
"""The ids of a file as those of the project, by type."""


def split_project_rows(document: Document) -> tuple[Document, tuple[Row, ...]]:
    """Return a document and apart what it brings of its project."""
    notes = tuple(note for note in document.notes if note.article_id is None)
    if not notes and not document.project:
        return document, ()
    kept = tuple(note for note in document.notes if note.article_id is not None)
    return replace(document, notes=kept, project=()), (*document.project, *notes)


def keep_known_places(document: Document, numbers: Numbers) -> Document:
    """Return a document without places of unknown records.

    `lost` says how many there were."""
    known = numbers[ClaimRecord]
    kept = tuple(place for place in document.places if place.record_id in known)
    missing = len(document.places) - len(kept)
    if not missing:
        return document
    message = Message("{n} places of claim records are left out: the file lacks the records.", {"n": str(missing)})
    return replace(document, places=kept, lost=(*document.lost, message))


class ProjectMerge:
    """Take in the rows of files into a project, file by file."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[type[Row], dict[Hashable, list[Any]]] = {}
        self._numbers: dict[int, Numbers] = defaultdict(lambda: defaultdict(dict))
        self._used: dict[int, Counter[Hashable]] = defaultdict(Counter)
        self._lost: list[Message] = []

    def take_lost(self) -> list[Message]:
        """Return what was left out since the last call."""
        lost, self._lost = self._lost, []
        return lost

    def numbers_of(self, file: int) -> Numbers:
        """Return the ids of the rows that a file brought."""
        return self._numbers[file]

    def merge_rows(self, rows: Iterable[Row], file: int, *, is_empty: bool) -> list[Change]:
        """Return the changes that bring the rows of a file.

        Those that others refer to must come first.

        `is_empty` says that the project has no articles yet: then it takes the label scheme of the file.
        """
        changes = (
            self._merge_scheme(row, is_empty=is_empty) if isinstance(row, Scheme) else self._merge_row(row, file)
            for row in rows
        )
        return [change for change in changes if change is not None]

    def _merge_scheme(self, brought: Scheme, *, is_empty: bool) -> Change | None:
        own = self._project.scheme()
        after = brought if is_empty else complete_scheme(own, brought)
        return Change(own, after) if after != own else None

    def _merge_row(self, row: Row, file: int) -> Change | None:
        """Return the change that brings a row.

        None where the project holds it, or where a row that it needs is missing.
        """
        placed = self._place(row, self._numbers[file])
        if placed is None:
            return None
        known, key = self._find_known(type(row)), _identify(placed)
        place = (type(row), key)
        same = known[key][self._used[file][place] :]
        self._used[file][place] += 1
        if same:
            self._numbers[file][type(row)][row.id] = same[0].id
            if replace(placed, id=same[0].id) != same[0]:
                self._lost.append(_differs_message(placed))
            return None
        number = self._project.next_id()
        self._numbers[file][type(row)][row.id] = number
        known[key].append(replace(placed, id=number))
        return Change(None, known[key][-1])

    def _place(self, row: Any, numbers: Numbers) -> Any:
        """Return a row whose references are ids of the project, or None."""
        declared = DECLARED[type(row)]
        moved: dict[str, Any] = {}
        for one in declared.references:
            old = getattr(row, one.field)
            moved[one.field] = None if old is None else numbers[one.to].get(old)
            if old is not None and moved[one.field] is None:
                self._lost.append(_missing_message(row, str(old)))
                return None
        worded = declared.worded
        if worded is not None and getattr(row, worded.where) == worded.value:
            old_words = [getattr(row, field) for field in worded.fields]
            found = [numbers[worded.to].get(int(words)) if words.isdecimal() else None for words in old_words]
            if None in found:
                self._lost.append(_missing_message(row, ", ".join(old_words)))
                return None
            moved.update(zip(worded.fields, sorted(map(str, found)), strict=True))
        return replace(row, **moved) if moved else row

    def _find_known(self, row_class: type[Row]) -> dict[Hashable, list[Any]]:
        if row_class not in self._known:
            own = self._project.notes(None) if row_class is Note else self._project.rows(row_class)
            self._known[row_class] = defaultdict(list)
            for row in own:
                self._known[row_class][_identify(row)].append(row)
        return self._known[row_class]


def complete_scheme(own: Scheme, brought: Scheme) -> Scheme:
    """Return a scheme completed by the labels and options of another.

    A key that a label of its own has is not given again.
    """
    taken = {(label.kind, label.key) for label in own.labels}
    for label in brought.labels:
        if own.find(label.kind, label.name) is None:
            own = own.with_label(replace(label, key="") if (label.kind, label.key) in taken else label)
    for name, value in brought.options:
        if not own.option(name):
            own = own.with_option(name, value)
    return own


def _identify(row: Row) -> Hashable:
    declared = DECLARED[type(row)]
    names = declared.identity or tuple(name for name in declared.fields if name != "id")
    return tuple([getattr(row, name) for name in names])


def _differs_message(row: Row) -> Message:
    words = " · ".join(str(getattr(row, name)) for name in DECLARED[type(row)].identity if getattr(row, name))
    fields = {"what": shorten_text(words), "table": DECLARED[type(row)].table}
    return Message("“{what}” ({table}) is in the project with other values; those of the project stay.", fields)


def _missing_message(row: Row, number: str) -> Message:
    fields = {"table": DECLARED[type(row)].table, "id": str(row.id), "number": number}
    return Message("{table} {id} is left out: the row {number} that it refers to is not in the file.", fields)
