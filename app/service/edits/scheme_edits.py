"""Edits of the label scheme and of the taught names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.core.change import Change, Step
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Kind, Note
from app.core.records import Judgement, RegisterRecord
from app.core.scheme import Label, Scheme
from app.service.edits.edit_helpers import edited_project
from app.service.edits.edit_place import Workplace
from app.service.edits.repeats.patterns import pattern_of, spread_search
from app.service.edits.steps import step_builders
from app.service.edits.steps.renamed_records import rename_judged, rename_records
from app.service.project.edited_scheme import Rename
from app.service.project.taught_names import add_taught_name
from app.service.wording import shorten_text


class SchemeEdits:
    """Edits the scheme.

    A label renamed or merged in the whole project is one step.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def replace(self, scheme: Scheme) -> None:
        """Give the project another label scheme."""
        self.change(scheme, ())

    @gc_paused()
    def change(self, scheme: Scheme, renames: Sequence[Rename]) -> None:
        """Give the project another scheme in one step.

        Its labels are renamed, merged or removed in this order.

        What has a label that is removed goes with it, and so do its notes. The register follows the labels.
        """
        before = self._place.scheme
        changes = [Change(before, scheme)] if scheme != before else []
        for label in before.labels:
            new = _follow_renames(label, renames)
            if new != label.name:
                changes += self._moved_rows(label, new, scheme)
        names = {label.name: _follow_renames(label, renames) or label.name for label in before.of_kind(Kind.ENTITY)}
        if any(old != new for old, new in names.items()):
            changes += self._moved_records(names)
        if changes:
            self._place.apply(Step(_change_title(before, renames), tuple(changes)))

    def teach_name(self) -> None:
        """Teach the current mention's name to the project.

        Its other places are then offered.
        """
        open_article, row = self._place.open_article, self._place.navigation.current
        if open_article is None or row is None or row.kind is not Kind.ENTITY:
            self._place.notified.emit(Message("There is no name here."))
            return
        name, before = row.normal or row.words(open_article.text), self._place.scheme
        names = {"name": shorten_text(name), "label": row.label}
        after = add_taught_name(before, name, row.label)
        if after != before:
            self._place.apply(Step(Message("teach the name “{name}” as {label}", names), (Change(before, after),)))
        self._place.notified.emit(Message("From the next tagging on, “{name}” is {label} in this project.", names))
        if row.is_live:
            search = spread_search(self._place, pattern_of(row, open_article.text), left_out=row.id)
            self._place.offers.offer(search, Message("“{name}” is {label} in this project", names))

    def _moved_rows(self, label: Label, new: str, scheme: Scheme) -> Iterator[Change]:
        """Yield the changes of what has a label.

        It gets another label, or is removed if `new` is "".
        """
        project, kind = edited_project(self._place), Kind(label.kind)
        rows = project.labelled(kind, label.name)
        if not new:
            gone = {row.id for row in rows}
            yield from (Change(note, None) for note in project.rows(Note) if note.annotation_id in gone)
            yield from (Change(row, None) for row in rows)
            return
        given = scheme.label(kind, new)
        for row in rows:
            # Nobody decided anything about this mention: its status, author and time stay.
            after = step_builders.fitted_to(row, given)
            yield Change(row, after.decided(new, row.status, row.author, row.changed))

    def _moved_records(self, names: Mapping[str, str]) -> Iterator[Change]:
        """Yield the changes of the register when labels get other names."""
        project = edited_project(self._place)
        yield from rename_judged(project.rows(Judgement), names, self._place.edit_context.now)
        yield from rename_records(project.rows(RegisterRecord), names)


def _follow_renames(label: Label, renames: Sequence[Rename]) -> str:
    """Return the name of a label after all renames.

    Return "" if the label is removed.
    """
    name = label.name
    for kind, old, new in renames:
        if name and (kind, old) == (label.kind, name):
            name = new
    return name


def _change_title(before: Scheme, renames: Sequence[Rename]) -> Message:
    if len(renames) != 1:
        return Message("change the label scheme")
    kind, old, new = renames[0]
    names = {"old": old, "new": new}
    if not new:
        return Message("remove label {old}", names)
    if before.find(kind, new) is not None:
        return Message("merge label {old} into {new}", names)
    return Message("rename label {old} to {new}", names)
