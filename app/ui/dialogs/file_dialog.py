"""Qt's dialog for files, with our words in it.

It never blocks, and reads none of the files it shows. Qt's icons and the dialogs of some desktops open each file to
tell its kind. On POSIX a process that closes any descriptor of a file drops all its locks on it: those of SQLite on an
open project would be gone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import (
    QChildEvent,
    QDir,
    QEvent,
    QFileInfo,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QFileIconProvider,
    QFileSystemModel,
    QHeaderView,
    QMessageBox,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)

from app.ui.base.i18n import tr
from app.ui.base.texts.dates import moment
from app.ui.base.texts.sizes import size_words
from app.ui.base.widgets import press_by_enter

_SIZE = QSize(860, 540)
_PLACES_CHARS = 22
"""For the names of places beside the files."""
_SIZE_COLUMN, _DATE_COLUMN = 1, 3
_MOST_KIND_CHARS = 60
"""A kind of file with more patterns is shown by its name alone."""


def file_dialog(title: str, folder: Path, kinds: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks for a file to open.

    `kinds` are Qt's name filters.
    """
    dialog = QFileDialog(parent, title, QDir.rootPath())  # the icons are ours before a folder with projects is read
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform == "linux")
    icons = _IconsByName()
    dialog.setIconProvider(icons)
    dialog.destroyed.connect(lambda: icons)  # the dialog does not own it
    dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
    names = kinds.split(";;") if kinds else []
    is_long = any(len(name) > _MOST_KIND_CHARS for name in names)
    dialog.setOption(QFileDialog.Option.HideNameFilterDetails, is_long)
    dialog.setNameFilters(names)
    # Qt's own dialog leaves these two in English, whatever the language.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind of file:"))
    for button in dialog.findChildren(QToolButton):
        press_by_enter(button)
    _share_width(dialog)
    dialog.installEventFilter(_PlainQuestions(dialog))
    return dialog


def _share_width(dialog: QFileDialog) -> None:
    """Give all columns but the names the width of their words.

    A dialog of the desktop has none of these widgets.
    """
    dialog.resize(_SIZE.boundedTo(dialog.screen().availableSize() * 0.95))
    for splitter in dialog.findChildren(QSplitter, "splitter"):
        places = dialog.fontMetrics().averageCharWidth() * _PLACES_CHARS
        splitter.setSizes([places, max(places, dialog.width() - places)])
    for tree in dialog.findChildren(QTreeView, "treeView"):
        header = tree.header()
        header.setStretchLastSection(False)
        for section in range(header.count()):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for section in (_SIZE_COLUMN, _DATE_COLUMN):
            tree.setItemDelegateForColumn(section, _OwnWords(tree))


def propose_name(dialog: QFileDialog, proposed: Path, *, replaces: bool = True) -> None:
    """Let a dialog ask for a file to write.

    With `replaces` it asks before a file that is there is chosen. Without, who gets the name refuses such a file.
    """
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
    dialog.setDirectory(str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
    dialog.selectFile(proposed.name)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind.partition("*.")[2].partition(")")[0]))


def open_file_dialog(dialog: QFileDialog, act: Callable[[list[Path]], object]) -> None:
    """Open a file dialog; `act` gets what was chosen."""
    dialog.filesSelected.connect(lambda names: act([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class _OwnWords(QStyledItemDelegate):
    """Show sizes and dates in the window's language.

    The model writes them in that of the system.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        file = index.data(QFileSystemModel.Roles.FileInfoRole)
        if not isinstance(file, QFileInfo) or not option.text:
            return
        if index.column() == _DATE_COLUMN:
            option.text = moment(datetime.fromtimestamp(file.lastModified().toSecsSinceEpoch(), UTC))
        elif not file.isDir():
            option.text = size_words(file.size())


class _IconsByName(QFileIconProvider):
    """Tell what a file is by its name alone."""

    def icon(self, what: QFileInfo | QFileIconProvider.IconType, /) -> QIcon:
        if isinstance(what, QFileInfo):
            what = QFileIconProvider.IconType.Folder if what.isDir() else QFileIconProvider.IconType.File
        return super().icon(what)

    def type(self, info: QFileInfo, /) -> str:
        return tr("Folder") if info.isDir() else info.suffix() or "–"


class _PlainQuestions(QObject):
    """Let Qt's questions about files show names as plain text.

    They are about replacing, deleting and missing files.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Sent before the question is laid out, so that nothing in a name has been loaded yet.
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            question = event.child()
            if isinstance(question, QMessageBox):
                question.setTextFormat(Qt.TextFormat.PlainText)
        return super().eventFilter(watched, event)
