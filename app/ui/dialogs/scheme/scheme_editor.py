"""The label scheme: labels at the left, the chosen one right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.model import Kind
from app.core.scheme import Label
from app.service.project.schemes import load_scheme, refuse_unusable, save_scheme
from app.service.project.taught_names import with_label_renamed, with_loaded
from app.service.session.session import Session
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import button, on_enter
from app.ui.dialogs.file_dialog import file_dialog, open_file_dialog, propose_name
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.dialogs.scheme.label_form import LabelForm
from app.ui.theme.label_colours import ColourScheme, tints_of

Rename = tuple[str, str, str]
"""(kind, old name, new name)."""


class SchemeDialog(FramedDialog):
    """Edit a copy of the scheme.

    What was changed is read from `scheme` and `renames` when it is accepted.
    """

    def __init__(
        self, session: Session, colour_scheme: ColourScheme, language: str, catch_errors: ErrorBoundary, parent: QWidget
    ) -> None:
        super().__init__(tr("Label scheme"), parent, width_px=720)
        self.prefer(920, 640)
        self.scheme = session.scheme
        self._refuse_open_project = session.projects.refuse_own_file
        self.renames: list[Rename] = []
        self._colour_scheme, self._language, self._catch_errors = colour_scheme, language, catch_errors
        self._list = QListWidget(self)
        self._list.setAccessibleName(tr("Labels"))
        self._list.setMinimumSize(220, 80)
        left = self._made_left()  # before the form: Tab follows the order in which widgets are made
        self._form = LabelForm(self)
        self._form.changed.connect(self.take_label)
        self._list.currentRowChanged.connect(self._show_label)
        on_enter(self._list, self._form.setFocus)
        self._lay_out(left)
        self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Save"))
        self._fill()

    def accept(self) -> None:
        """Close with the scheme as it was edited.

        One that cannot be used stays open, and is named.
        """
        self._catch_errors(self._accept_usable)

    def _accept_usable(self) -> None:
        refuse_unusable(self.scheme)
        super().accept()

    @property
    def _current_label(self) -> Label | None:
        row = self._list.currentRow()
        return self.scheme.labels[row] if 0 <= row < len(self.scheme.labels) else None

    def _fill(self, row: int = 0) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        for label in self.scheme.labels:
            self._list.addItem(QListWidgetItem(self._swatch_of(label), self._line(label)))
        self._list.blockSignals(False)
        self._list.setCurrentRow(min(max(row, 0), len(self.scheme.labels) - 1))
        self._show_label()

    def _line(self, label: Label) -> str:
        shift = "Shift+" if label.kind == Kind.CLAIM else ""
        key = f"   {shift}{label.key}" if label.key else ""
        return f"{one_line(label.title(self._language))}  ({one_line(label.name)}){key}"

    def _show_label(self) -> None:
        label = self._current_label
        self._form.setEnabled(label is not None)
        if label is not None:
            self._form.show_label(label)
            self._form.show_swatch(self._swatch_of(label))

    def take_label(self, label: Label, **fields: Any) -> None:
        """Take a label over as it was edited.

        A key that another one has moves to this one.
        """
        label = replace(label, **fields)
        labels = [_without_key(other, label) for other in self.scheme.labels]
        self.scheme = replace(self.scheme, labels=tuple(labels)).with_label(label)
        for place, one in enumerate(self.scheme.labels):
            self._list.item(place).setText(self._line(one))
            self._list.item(place).setIcon(self._swatch_of(one))
        self._form.show_swatch(self._swatch_of(label))

    def _swatch_of(self, label: Label) -> QIcon:
        """Return a label's line colour.

        It may be stronger than the one picked.
        """
        pixmap = QPixmap(14, 14)
        pixmap.fill(QColor(tints_of(self._colour_scheme, self.scheme)[label.kind, label.name].edge))
        return QIcon(pixmap)

    def _add(self, kind: Kind) -> None:
        words = tr("A short name, as it stands in exports:")
        NameDialog(tr("New label"), words, "", lambda name: self._add_named(kind, name), self).open()

    def _add_named(self, kind: Kind, name: str) -> None:
        if self.scheme.find(kind, name) is None:
            self.scheme = self.scheme.with_label(Label(name, kind))
            self._fill(len(self.scheme.labels) - 1)

    def rename(self, kind: str, old: str, new: str) -> None:
        """Rename a label.

        With the name of another one, the two are merged.
        """
        label = self.scheme.find(kind, old)
        if label is None or not new or new == old:
            return
        self.renames.append((kind, old, new))
        row = self.scheme.labels.index(label)
        self.scheme = with_label_renamed(self.scheme, Kind(kind), old, new)
        self._fill(row)

    def _ask_name(self) -> None:
        label = self._current_label
        if label is not None:
            words = tr("New name. With the name of another label the two become one, in the whole project:")
            kind, old = label.kind, label.name
            NameDialog(tr("Rename or merge"), words, old, lambda new: self.rename(kind, old, new), self).open()

    def _move(self, by: int) -> None:
        row, labels = self._list.currentRow(), list(self.scheme.labels)
        if 0 <= row + by < len(labels):
            labels.insert(row + by, labels.pop(row))
            self.scheme = replace(self.scheme, labels=tuple(labels))
            self._fill(row + by)

    def _load(self) -> None:
        dialog = self._file_dialog(tr("Load a label scheme"))
        open_file_dialog(dialog, lambda paths: self._catch_errors(lambda: self.load_file(paths[0])))

    def load_file(self, path: Path) -> None:
        """Take the labels of a file in, and show them."""
        self._refuse_open_project(path)
        self.scheme = with_loaded(self.scheme, load_scheme(path))
        self._fill()

    def _save(self) -> None:
        dialog = self._file_dialog(tr("Save the label scheme"))
        propose_name(dialog, Path(dialog.directory().absolutePath()) / "labels.json")
        open_file_dialog(dialog, lambda paths: self._catch_errors(lambda: save_scheme(self.scheme, paths[0])))

    def _file_dialog(self, title: str) -> QFileDialog:
        return file_dialog(title, Path(), tr("Label schemes (*.json)"), self)

    def _made_left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list, 1)
        for row in (
            ((tr("Add an entity"), lambda: self._add(Kind.ENTITY)), (tr("Add a claim"), lambda: self._add(Kind.CLAIM))),
            ((tr("Up"), lambda: self._move(-1)), (tr("Down"), lambda: self._move(1)), (tr("Rename…"), self._ask_name)),
            ((tr("Load…"), self._load), (tr("Save as…"), self._save)),
        ):
            left.addLayout(self._button_row(row))
        return left

    def _lay_out(self, left: QVBoxLayout) -> None:
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 2)
        both.addWidget(self._form, 3)
        self.body.addLayout(both, 1)

    def _button_row(self, buttons: tuple[tuple[str, Callable[[], None]], ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for title, act in buttons:
            row.addWidget(button(title, self, act))
        return row


def _without_key(label: Label, taker: Label) -> Label:
    """Return a label without the key that another of its kind takes."""
    is_taken = label.kind == taker.kind and label.name != taker.name and taker.key and label.key == taker.key
    return replace(label, key="") if is_taken else label
