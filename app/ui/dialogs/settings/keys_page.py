"""The settings page of keys: actions, bound anew by pressing keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.core.text.comparing import comparable, comparable_forms
from app.service.commands.keymap import PRESETS, Keymap
from app.service.commands.registry import ACTIONS
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.widgets import button, filter_line, label, on_enter
from app.ui.dialogs.settings.key_field import KeyField
from app.ui.keyboard.keys import shown as shown_key


class KeysPage(QWidget):
    """Edit a keymap; `keymap` is what came of it."""

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self.keymap = keymap
        self._preset = QComboBox(self)
        self._preset.addItems([_preset_title(name) for name in PRESETS])
        self._preset.setCurrentIndex(list(PRESETS).index(keymap.preset))
        self._preset.activated.connect(self._use_preset)
        self._filter = filter_line(tr("Find a key or an action"), self)
        self._filter.textChanged.connect(self._show_fitting)
        self._tree = self._make_tree()
        self._filter.down.connect(self._tree.setFocus)
        self._capture = KeyField(self)
        self._capture.pressed.connect(self._consider_key)
        on_enter(self._tree, self._capture.setFocus)
        on_enter(self._capture, self.bind)
        self._words = label("", self, "warning", wraps=True)
        self._lay_out()
        self._fill_rows()

    @property
    def warning(self) -> str:
        """What is said about the key that was pressed."""
        return self._words.text()

    def choose(self, action_id: str) -> None:
        """Choose the action that is to get another key."""
        for row in range(self._tree.topLevelItemCount()):
            item = self._tree.topLevelItem(row)
            if item is not None and item.data(0, Qt.ItemDataRole.UserRole) == action_id:
                self._tree.setCurrentItem(item)

    def _fill_rows(self) -> None:
        chosen = self._chosen_action
        self._tree.clear()
        clashing = {name for conflict in self.keymap.conflicts() for name in conflict.action_ids}
        for action in ACTIONS:
            keys = "   ".join(map(shown_key, self.keymap.keys(action.id)))
            item = QTreeWidgetItem(self._tree, [tr(action.title), tr(action.menu.partition("/")[0]), keys])
            item.setData(0, Qt.ItemDataRole.UserRole, action.id)
            item.setData(2, Qt.ItemDataRole.AccessibleTextRole, keys or tr("No key"))
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 12))
            if action.id in clashing:
                item.setText(2, "⚠ " + keys)
            if action.id in self.keymap.overrides:
                font = item.font(2)
                font.setBold(True)
                item.setFont(2, font)
            if action.id == chosen:
                self._tree.setCurrentItem(item)
        first = self._tree.topLevelItem(0)
        if self._tree.currentItem() is None and first is not None:
            self._tree.setCurrentItem(first)
        self._show_fitting()

    @property
    def _chosen_action(self) -> str:
        item = self._tree.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _consider_key(self, key: str) -> None:
        """Say what the pressed key does already."""
        taken = self.keymap.taken_by(key, but=self._chosen_action)
        words = (
            tr("{key} does “{action}” now; it will go to this one.", key=shown_key(key), action=tr(taken.title))
            if taken
            else ""
        )
        self._words.setText(words)

    def bind(self, *, add: bool = False) -> None:
        """Give the pressed key to the chosen action, taking it from others."""
        key, chosen = self._capture.key, self._chosen_action
        if not key or not chosen:
            return
        taken = self.keymap.taken_by(key, but=chosen)
        keymap = self.keymap
        if taken is not None:
            keymap = keymap.bound(taken.id, [old for old in keymap.keys(taken.id) if old != key])
        kept = keymap.keys(chosen) if add else ()
        self.keymap = keymap.bound(chosen, [*kept, key])
        self._capture.clear_key()
        self._words.clear()
        self._fill_rows()

    def _unbind_action(self) -> None:
        self.keymap = self.keymap.bound(self._chosen_action, ())
        self._fill_rows()

    def _restore_keys(self, action_id: str | None) -> None:
        self.keymap = self.keymap.restored(action_id)
        self._fill_rows()

    def _use_preset(self, row: int) -> None:
        self.keymap = self.keymap.with_preset(list(PRESETS)[row])
        self._fill_rows()

    def _show_fitting(self) -> None:
        typed = comparable_forms(self._filter.text())
        for row in range(self._tree.topLevelItemCount()):
            item = self._tree.topLevelItem(row)
            assert item is not None, "the row is in range"
            text = comparable(f"{item.text(0)} {item.text(1)} {item.text(2)}")
            item.setHidden(not any(words in text for words in typed))

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setHeaderLabels([tr("Action"), tr("Menu"), tr("Keys")])
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setStretchLastSection(False)
        tree.setColumnWidth(1, 120)
        tree.setColumnWidth(2, 180)
        tree.setMinimumHeight(96)
        tree.setAccessibleName(tr("Keys"))
        return tree

    def _lay_out(self) -> None:
        top, new, old = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (top, new, old):
            row.setSpacing(8)
        top.addWidget(self._filter, 1)
        preset = label(tr("Preset"), self)
        preset.setBuddy(self._preset)
        top.addWidget(preset)
        top.addWidget(self._preset)
        new.addWidget(self._capture, 1)
        new.addWidget(button(tr("Bind"), self, self.bind))
        new.addWidget(button(tr("Add"), self, lambda: self.bind(add=True)))
        old.addWidget(button(tr("No key"), self, self._unbind_action))
        old.addWidget(button(tr("Restore"), self, lambda: self._restore_keys(self._chosen_action)))
        old.addStretch(1)
        old.addWidget(button(tr("Restore all"), self, lambda: self._restore_keys(None)))
        layout = column(self, margin=0, spacing=8)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._tree, 1)
        layout.addLayout(new)
        layout.addWidget(self._words)
        layout.addLayout(old)


def _preset_title(name: str) -> str:
    return {"default": tr("Default"), "left hand": tr("Left hand")}.get(name, name)
