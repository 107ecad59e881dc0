"""A copy of a label scheme that is being edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.core.colours.hues import find_hue, next_hue
from app.core.model import Kind
from app.core.scheme import LABEL_KEYS, Label, Scheme
from app.service.project.taught_names import with_label_renamed, with_loaded, without_label
from app.store import Project

Rename = tuple[str, str, str]
"""(kind, old name, new name) of a label; the new name is "" where it is removed."""


class EditedScheme:
    """Edits a copy of a scheme, and notes renamed labels.

    `scheme` is the copy as it is now, `renames` are the renames, merges and removals in their order.
    """

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.renames: list[Rename] = []

    def add(self, kind: Kind, name: str) -> Label:
        """Add a label with the next free key and the next colour.

        Its key is "" where all keys are taken. No label of the kind may have the name.
        """
        taken = {one.key for one in self.scheme.of_kind(kind)}
        key = next((key for key in LABEL_KEYS if key not in taken), "")
        label = Label(name, kind, key=key, colour=next_hue(self._hues()))
        self.scheme = self.scheme.with_label(label)
        return label

    def replace_label(self, label: Label, **fields: Any) -> Label:
        """Take a label over with new fields, and return it.

        A key that another one of its kind has moves to this one.
        """
        label = replace(label, **fields)
        labels = [_without_key(other, label) for other in self.scheme.labels]
        self.scheme = replace(self.scheme, labels=tuple(labels)).with_label(label)
        return label

    def next_colour_for(self, label: Label) -> str:
        """Return the next colour that no other label has."""
        return next_hue(self._hues(but=label))

    def rename(self, kind: Kind, old: str, new: str) -> int | None:
        """Rename a label; return its row, None where nothing is renamed.

        With the name of another one, the two are merged.
        """
        row = self._row_of(kind, old)
        if row is None or not new or new == old:
            return None
        self.renames.append((kind, old, new))
        self.scheme = with_label_renamed(self.scheme, kind, old, new)
        return row

    def remove(self, kind: Kind, name: str) -> int | None:
        """Remove a label; return the row where it was, None without it."""
        row = self._row_of(kind, name)
        if row is not None:
            self.renames.append((kind, name, ""))
            self.scheme = without_label(self.scheme, kind, name)
        return row

    def move(self, row: int, by: int) -> bool:
        """Move the label of a row; say whether it moved."""
        labels = list(self.scheme.labels)
        if not 0 <= row + by < len(labels):
            return False
        labels.insert(row + by, labels.pop(row))
        self.scheme = replace(self.scheme, labels=tuple(labels))
        return True

    def replace_labels(self, loaded: Scheme) -> None:
        """Take over the labels and options of another scheme."""
        self.scheme = with_loaded(self.scheme, loaded)

    def count_uses(self, project: Project, label: Label) -> tuple[int, int]:
        """Return how many annotations have a label, in how many articles.

        Those that get it by a rename of now count too.
        """
        names = {label.name}
        for kind, old, new in reversed(self.renames):
            names |= {old} if kind == label.kind and new in names else set()
        rows = [row for name in names for row in project.labelled(Kind(label.kind), name)]
        return len(rows), len({row.article_id for row in rows})

    def _row_of(self, kind: Kind, name: str) -> int | None:
        label = self.scheme.find(kind, name)
        return None if label is None else self.scheme.labels.index(label)

    def _hues(self, but: Label | None = None) -> Iterator[str]:
        return (find_hue(one, place) for place, one in enumerate(self.scheme.labels) if one is not but)


def _without_key(label: Label, taker: Label) -> Label:
    """Return a label without the key that another of its kind takes."""
    is_taken = label.kind == taker.kind and label.name != taker.name and taker.key and label.key == taker.key
    return replace(label, key="") if is_taken else label
