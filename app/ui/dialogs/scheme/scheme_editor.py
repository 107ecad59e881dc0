"""The label scheme: labels at the left, the chosen one right.

Everything is done by keys: a digit in the list gives that key to the label.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.core.model import Kind
from app.core.scheme import LABEL_KEYS, Label, Scheme
from app.service.project.edited_scheme import EditedScheme, Rename
from app.service.project.schemes import keyless_labels, load_scheme, refuse_unusable, save_scheme
from app.service.session.session import Session
from app.ui.base.announce import announce
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.base.lists.model_index import Index
from app.ui.base.plain_text import one_line, tip
from app.ui.base.unsaved_fields import UnsavedFields, leaving_words
from app.ui.base.widgets import button, label, on_enter, scrolling
from app.ui.dialogs.file_dialog import file_dialog, open_file_dialog, propose_name
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.dialogs.scheme.label_form import LabelForm
from app.ui.dialogs.scheme.removing import RemoveDialog
from app.ui.keyboard.keys import pressed_key
from app.ui.theme.label_colours import ColourScheme, tints_of


class SchemeDialog(FramedDialog):
    """Edit a copy of the scheme.

    What was changed is read from `scheme` and `renames` when it is accepted.
    """

    def __init__(
        self, session: Session, colour_scheme: ColourScheme, language: str, catch_errors: ErrorBoundary, parent: QWidget
    ) -> None:
        super().__init__(tr("Label scheme"), parent, width_px=720)
        self.prefer(960, 700)
        self._edited = EditedScheme(session.scheme)
        self._session = session
        self._refuse_open_project = session.projects.refuse_own_file
        self._asked_key = ""
        self._colour_scheme, self._language, self._catch_errors = colour_scheme, language, catch_errors
        self._list = QListWidget(self)
        self._list.setAccessibleName(tr("Labels"))
        self._list.setMinimumSize(220, 80)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_NarrowRows(self._list))
        self._said = label("", self, "caption", wraps=True)
        left = self._make_label_column()  # before the form: Tab follows the order in which widgets are made
        self._form = LabelForm(self)
        self._form.changed.connect(self.replace_label)
        self._form.colour_wanted.connect(self._assign_next_colour)
        self._list.currentRowChanged.connect(self._show_label)
        on_enter(self._list, self._form.setFocus)
        self._lay_out(left)
        self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Save"))
        self._fill()
        self._name_keyless()
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._form.minimumSizeHint().width() + bar)  # now that its buttons have their words
        self.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.setFocus()
        self._unsaved = UnsavedFields(lambda: (self.scheme, tuple(self.renames)))
        self._unsaved.begin()

    @property
    def scheme(self) -> Scheme:
        """The scheme as it was edited so far."""
        return self._edited.scheme

    @property
    def renames(self) -> Sequence[Rename]:
        """How labels were renamed, merged and removed so far."""
        return self._edited.renames

    def reject(self) -> None:
        """Close with the scheme as it was.

        Ask first where that loses work.
        """
        if self._unsaved.may_be_left():
            super().reject()
        else:
            self._say(leaving_words())

    def accept(self) -> None:
        """Close with the scheme as it was edited.

        One that cannot be used stays open, and is named.
        """
        self._catch_errors(self._accept_usable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        act = (self._acts() | (self._list_acts() if watched is self._list else {})).get(key)
        if act is not None:
            act()
        return act is not None

    def _acts(self) -> dict[str, Callable[[], object]]:
        """Return what keys do anywhere in the dialog."""
        return {
            "Ctrl+N": lambda: self._add(Kind.ENTITY),
            "Ctrl+Shift+N": lambda: self._add(Kind.CLAIM),
            "Ctrl+Shift+A": self._form.add_attribute,
            "Ctrl+Enter": self.accept,
        }

    def _list_acts(self) -> dict[str, Callable[[], object]]:
        """Return what keys do in the list of labels."""
        moves: dict[str, Callable[[], object]] = {
            "F2": self._ask_name,
            "Delete": self._ask_removal,
            "Backspace": lambda: self._assign_key(""),
            "Alt+Up": lambda: self._move(-1),
            "Alt+Down": lambda: self._move(1),
        }
        return moves | {key: lambda key=key: self._assign_key(key) for key in LABEL_KEYS}

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
        for one in self.scheme.labels:
            item = QListWidgetItem(self._swatch_of(one), self._line(one))
            item.setToolTip(tip(item.text()))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._list.setCurrentRow(min(max(row, 0), len(self.scheme.labels) - 1))
        self._show_label()

    def _line(self, label: Label) -> str:
        shift = "Shift+" if label.kind == Kind.CLAIM else ""
        key = f"{shift}{label.key}" if label.key else tr("no key")
        return f"{one_line(label.title(self._language))}  ({one_line(label.name)})   {key}"

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self._list, words)

    def _name_keyless(self) -> None:
        """Name the labels that the tagger gives and no key does."""
        keyless = ", ".join(one.title(self._language) for one in keyless_labels(self.scheme))
        if keyless:
            self._say(tr("Without a key: {labels}. Choose it and press a digit, - or =.", labels=keyless))

    def _show_label(self) -> None:
        label = self._current_label
        self._asked_key = ""
        self._form.setEnabled(label is not None)
        if label is not None:
            self._form.show_label(label, self._owners(label))
            self._form.show_swatch(self._swatch_of(label))

    def _owners(self, label: Label) -> dict[str, str]:
        """Return the titles of other labels of the kind by their keys."""
        others = (one for one in self.scheme.of_kind(label.kind) if one.name != label.name and one.key)
        return {one.key: one.title(self._language) for one in others}

    def _assign_key(self, key: str) -> None:
        """Give a key to the chosen label.

        A key that is taken wants a second press.
        """
        label = self._current_label
        if label is None or label.key == key:
            return
        owner = self.scheme.by_key(label.kind, key) if key else None
        title = label.title(self._language)
        if owner is not None and self._asked_key != key:
            self._asked_key = key
            names = {"key": key, "owner": owner.title(self._language), "label": title}
            self._say(tr("{key} is the key of “{owner}”. Press {key} again to give it to “{label}”.", **names))
            return
        self.replace_label(label, key=key)
        self._show_label()
        if owner is not None:
            self._say(
                tr(
                    "{key} is now the key of “{label}”; “{owner}” has none.",
                    key=key,
                    label=title,
                    owner=owner.title(self._language),
                )
            )
        else:
            self._say(tr("{key} is now the key of “{label}”.", key=key, label=title) if key else tr("Key taken away."))

    def replace_label(self, label: Label, **fields: Any) -> None:
        """Take a label over as it was edited.

        A key that another one has moves to this one.
        """
        label = self._edited.replace_label(label, **fields)
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

    def _assign_next_colour(self) -> None:
        """Give the chosen label the next colour that differs from all others."""
        label = self._current_label
        if label is not None:
            self._form.set_colour(self._edited.next_colour_for(label))

    def _add(self, kind: Kind) -> None:
        words = tr("A short name, as it stands in exports:")
        NameDialog(tr("New label"), words, "", lambda name: self._add_named(kind, name), self).open()

    def _add_named(self, kind: Kind, name: str) -> None:
        """Add a label with the next free key and the next colour."""
        if self.scheme.find(kind, name) is not None:
            self._say(tr("There is a label “{label}” already.", label=name))
            return
        key = self._edited.add(kind, name).key
        self._fill(len(self.scheme.labels) - 1)
        self._list.setFocus()
        self._say(
            tr("{key} is now the key of “{label}”.", key=key, label=name)
            if key
            else tr("All keys are taken: press one to give it to “{label}”.", label=name)
        )

    def rename(self, kind: str, old: str, new: str) -> None:
        """Rename a label.

        With the name of another one, the two are merged.
        """
        row = self._edited.rename(Kind(kind), old, new)
        if row is not None:
            self._fill(row)

    def remove(self, kind: str, name: str) -> None:
        """Remove a label, with its annotations when the scheme is saved."""
        row = self._edited.remove(Kind(kind), name)
        if row is not None:
            self._fill(row)

    def _ask_name(self) -> None:
        label = self._current_label
        if label is not None:
            words = tr("New name. With the name of another label the two become one, in the whole project:")
            kind, old = label.kind, label.name
            NameDialog(tr("Rename or merge"), words, old, lambda new: self.rename(kind, old, new), self).open()

    def _ask_removal(self) -> None:
        """Ask what becomes of a removed label's annotations.

        Say how many annotations have the label.
        """
        label = self._current_label
        if label is None:
            return
        project = self._session.project
        assert project is not None, "a scheme is edited in a project"
        count, articles = self._edited.count_uses(project, label)
        if not count:
            self.remove(label.kind, label.name)
            self._say(tr("“{label}” removed. No annotation has it.", label=label.title(self._language)))
            return
        others = [one for one in self.scheme.of_kind(label.kind) if one.name != label.name]
        dialog = RemoveDialog(label, others, self._language, (count, articles), self)
        dialog.chosen.connect(lambda new: self._end_label(label, new))
        dialog.open()

    def _end_label(self, label: Label, new: str) -> None:
        if new:
            self.rename(label.kind, label.name, new)
        else:
            self.remove(label.kind, label.name)
        self._list.setFocus()

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        if self._edited.move(row, by):
            self._fill(row + by)

    def _load(self) -> None:
        dialog = self._file_dialog(tr("Load a label scheme"))
        open_file_dialog(dialog, lambda paths: self._catch_errors(lambda: self.load_file(paths[0])))

    def load_file(self, path: Path) -> None:
        """Take the labels of a file in, and show them."""
        self._refuse_open_project(path)
        self._edited.replace_labels(load_scheme(path))
        self._fill()

    def _save(self) -> None:
        dialog = self._file_dialog(tr("Save the label scheme"))
        propose_name(dialog, Path(dialog.directory().absolutePath()) / "labels.json")
        open_file_dialog(dialog, lambda paths: self._catch_errors(lambda: save_scheme(self.scheme, paths[0])))

    def _file_dialog(self, title: str) -> QFileDialog:
        return file_dialog(title, Path(), tr("Label schemes (*.json)"), self)

    def _make_label_column(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list, 1)
        left.addWidget(self._said)
        for row in (
            ((tr("Add an entity"), lambda: self._add(Kind.ENTITY)), (tr("Add a claim"), lambda: self._add(Kind.CLAIM))),
            ((tr("Rename…"), self._ask_name), (tr("Remove…"), self._ask_removal)),
            ((tr("Up"), lambda: self._move(-1)), (tr("Down"), lambda: self._move(1))),
            ((tr("Load…"), self._load), (tr("Save as…"), self._save)),
        ):
            left.addLayout(self._button_row(row))
        return left

    def _lay_out(self, left: QVBoxLayout) -> None:
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        self._area = area = scrolling(self._form, self)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both.addWidget(area, 3)
        self.body.addLayout(both, 1)
        hints = tr(
            "Ctrl+N entity · Ctrl+Shift+N claim · Ctrl+Shift+A attribute · Ctrl+Enter saves. In the list: 1…0, - and = "
            "give a key · F2 rename or merge · Delete remove · Alt+↑ ↓ move"
        )
        self.body.addWidget(label(hints, self, "caption", wraps=True))

    def _button_row(self, buttons: tuple[tuple[str, Callable[[], None]], ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for title, act in buttons:
            row.addWidget(button(title, self, act), 1)
        return row


class _NarrowRows(QStyledItemDelegate):
    """Cut long names with dots, where a list would scroll sideways."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())
