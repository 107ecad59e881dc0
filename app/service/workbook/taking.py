"""Make one step of the items that were accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Body, Kind, Note, Status, with_attribute
from app.core.row_types import Key, key_of
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.core.span import outer_span
from app.core.vocabulary import AttributeName, RoleName
from app.formats.xlsx.reading.book_reader import NotTaken
from app.service.edits.steps.pieces import normal_after
from app.service.edits.steps.step_builders import EditContext, corrected, fitted_to, without_values
from app.service.wording import shorten_text
from app.service.workbook.cells.role_places import with_role
from app.service.workbook.items import AnnotationEdit, Item, NewAnnotation, NoteEdit, Removal, RowEdit, Taken

if TYPE_CHECKING:
    from app.store import Project

_PORTION = 100
_LATER = Message("It was changed in the program while the preview was open.")
_GONE = Message("It was removed in the program while the preview was open.")


class Taking:
    """Collect the changes of accepted items; several items may change one annotation."""

    def __init__(self, project: Project, context: EditContext) -> None:
        self._project, self._context = project, context
        self._next_id: Callable[[], int] = project.next_id
        self._scheme: Scheme = project.scheme()
        self._before: dict[Key, Row | None] = {}
        self._after: dict[Key, Row | None] = {}
        self._present: dict[Key, Row] = {}
        self._article_id: int | None = -1
        self._accepted: list[Item] = []
        self._not_taken: list[NotTaken] = []

    def collect(self, items: Sequence[Item]) -> Iterator[int]:
        """Collect the changes of items; yield how many are done.

        An item whose row changed since it was compared is not taken.
        """
        for done, item in enumerate(sorted(items, key=lambda one: one.article_id or 0), start=1):
            self._read_article(item.article_id)
            reason = self._find_obstacle(item)
            if reason is not None:
                self._not_taken.append(NotTaken(item.title, item.row, reason))
                continue
            for edit in item.edits:
                self._make(edit)
            self._accepted.append(item)
            if not done % _PORTION:
                yield done

    def finish(self, name: str) -> tuple[Step | None, Taken]:
        """Return the step that takes in a workbook.

        It takes in what was collected of a workbook of that name. Also return what it takes.
        """
        changes = tuple(
            Change(before, self._after[key]) for key, before in self._before.items() if before != self._after[key]
        )
        title = Message("take in “{name}”", {"name": shorten_text(name)})
        step = Step(title, _in_order(changes), author=self._context.author) if changes else None
        return step, Taken(self._accepted, [], self._not_taken)

    def _read_article(self, article_id: int | None) -> None:
        """Know the rows of an article as they are now."""
        if article_id == self._article_id:
            return
        self._article_id = article_id
        self._present = {key_of(row): row for row in self._project.rows_of(article_id)}

    def _find_obstacle(self, item: Item) -> Message | None:
        """Return what keeps an item from being taken now."""
        for edit in item.edits:
            row = _changed_row(edit)
            if row is not None and self._present.get(key_of(row)) != row:
                return _LATER if key_of(row) in self._present else _GONE
            if (
                isinstance(edit, AnnotationEdit)
                and edit.restored is not None
                and key_of(edit.restored) in self._present
            ):
                return _LATER
            if (
                isinstance(edit, NoteEdit)
                and edit.annotation_id is not None
                and not self._has(edit.annotation_id, item)
            ):
                return _GONE
            if item.article_id is not None and (Body, item.article_id) not in self._present:
                return _GONE
        return None

    def _has(self, annotation_id: int, item: Item) -> bool:
        key = (Annotation, annotation_id)
        is_restored = any(isinstance(edit, AnnotationEdit) and edit.restored is not None for edit in item.edits)
        return is_restored or self._row(key) is not None

    def _row(self, key: Key) -> Row | None:
        """Return a row as the changes so far leave it."""
        return self._after[key] if key in self._after else self._present.get(key)

    def _set(self, key: Key, after: Row | None) -> None:
        self._before.setdefault(key, self._present.get(key))
        self._after[key] = after

    def _make(self, edit: RowEdit) -> None:
        match edit:
            case AnnotationEdit():
                self._update(edit)
            case NewAnnotation():
                self._add(edit)
            case NoteEdit():
                self._write_note(edit)
            case Removal():
                self._remove(edit.row)

    def _update(self, edit: AnnotationEdit) -> None:
        row = edit.annotation
        found = self._row(key_of(row))
        current = found if isinstance(found, Annotation) else row
        body = self._present[Body, row.article_id]
        assert isinstance(body, Body), "an annotation is in a text"
        self._set(key_of(row), update_annotation(current, edit.updates, body.text, self._scheme, self._context))

    def _add(self, edit: NewAnnotation) -> None:
        now, author = self._context.now, self._context.author
        made = replace(edit.annotation, id=self._next_id(), author=author, created=now, changed=now)
        self._set(key_of(made), made)
        if edit.note:
            self._write_note(NoteEdit(None, edit.note, made.article_id, made.id))

    def _write_note(self, edit: NoteEdit) -> None:
        now, author = self._context.now, self._context.author
        if edit.before is None:
            made = Note(self._next_id(), edit.text, edit.article_id, edit.annotation_id, author, now, now)
            self._set(key_of(made), made)
        elif edit.text:
            self._set(key_of(edit.before), replace(edit.before, text=edit.text, author=author, changed=now))
        else:
            self._set(key_of(edit.before), None)

    def _remove(self, row: Row) -> None:
        """Remove a row, an annotation with the notes on it."""
        if isinstance(row, Annotation):
            for key, other in list(self._present.items()):
                if isinstance(other, Note) and other.annotation_id == row.id:
                    self._set(key, None)
            for key, after in list(self._after.items()):
                if isinstance(after, Note) and after.annotation_id == row.id:
                    self._after[key] = None
        self._set(key_of(row), None)


def _changed_row(edit: RowEdit) -> Row | None:
    """Return the row that an edit changes or removes.

    None where it adds one.
    """
    if isinstance(edit, Removal):
        return edit.row
    return edit.before if isinstance(edit, AnnotationEdit | NoteEdit) else None


def update_annotation(
    row: Annotation, updates: Iterable[tuple[str, Any]], text: str, scheme: Scheme, context: EditContext
) -> Annotation:
    """Return an annotation with updates.

    They correct it unless they decide it themselves.

    What follows from them follows as in the window: other words bring their normal form, another label drops the
    values that it has no field for.
    """
    known = dict(updates)
    after = row
    if "label" in known:
        after = replace(fitted_to(after, scheme.label(row.kind, known["label"])), label=known["label"])
    if "pieces" in known:
        after = _with_pieces(after, known["pieces"], text)
    if "normal" in known:
        after = replace(after, normal=known["normal"])
    for attribute in (AttributeName.REFERENT, AttributeName.DUE):
        if attribute in known:
            after = replace(after, attributes=with_attribute(after.attributes, attribute, known[attribute]))
    for role in (RoleName.SPEAKER, RoleName.CUE):
        if role in known:
            after = replace(after, roles=with_role(after, role, known[role]))
    status = known.get("status") or (row.status if row.status is Status.REJECTED else corrected(row))
    if not known:
        return row
    return context.touch(after, status=Status(status))


def _with_pieces(row: Annotation, pieces: Any, text: str) -> Annotation:
    outer = outer_span(pieces)
    normal = row.normal
    if row.kind is Kind.ENTITY:
        normal = normal_after(row.words(text), row.normal, text[outer.start : outer.stop])
    return replace(row, pieces=pieces, normal=normal, attributes=without_values(row))


def _in_order(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return changes so that no row stands without what it refers to.

    Notes go first and come last.
    """
    return tuple(sorted(changes, key=_place))


def _place(change: Change) -> int:
    is_note = isinstance(change.row, Note)
    if change.after is None:
        return 0 if is_note else 1
    return 3 if is_note else 2
