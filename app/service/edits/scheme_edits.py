"""Edits of the label scheme and of the taught names."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Kind
from app.core.scheme import Label, Scheme
from app.service.edits.edit_helpers import edited_project
from app.service.edits.edit_place import Workplace
from app.service.edits.repeats.patterns import pattern_of, spread_search
from app.service.edits.steps import step_builders
from app.service.project.taught_names import add_taught_name, with_label_renamed
from app.service.wording import shorten_text


class SchemeEdits:
    """Edits the scheme.

    A label renamed or merged in the whole project is one step.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def replace(self, scheme: Scheme) -> None:
        """Give the project another label scheme."""
        before = self._place.scheme
        if scheme != before:
            self._place.apply(Step(Message("change the label scheme"), (Change(before, scheme),)))

    def rename_label(self, kind: Kind, old: str, new: str) -> None:
        """Rename a label everywhere, or merge it into another.

        It is merged where the new name exists.
        """
        before = self._place.scheme
        if before.find(kind, old) is None or old == new:
            return
        names = {"old": old, "new": new}
        title = (
            Message("merge label {old} into {new}", names)
            if before.find(kind, new) is not None
            else Message("rename label {old} to {new}", names)
        )
        after = with_label_renamed(before, kind, old, new)
        self._place.apply(Step(title, (Change(before, after), *self._relabelling_changes(old, after.label(kind, new)))))

    def teach_name(self) -> None:
        """Teach the current mention's name to the project, and offer its other places."""
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
            search = spread_search(self._place, pattern_of(row, open_article.text))
            self._place.offers.offer(search, Message("“{name}” is {label} in this project", names))

    def _relabelling_changes(self, old: str, label: Label) -> Iterator[Change]:
        for row in edited_project(self._place).labelled(Kind(label.kind), old):
            # Nobody decided anything about this mention: its status, author and time stay.
            after = step_builders.fitted_to(row, label).decided(label.name, row.status, row.author, row.changed)
            yield Change(row, after)
