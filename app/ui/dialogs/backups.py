"""The backups of a project.

What each holds, to be looked at or put in the place of the project.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.core.message import Message
from app.store.files.backups import Backup, Reason, Totals, count_rows, folder_of, list_backups
from app.ui.base.i18n import shown, tr
from app.ui.base.texts.dates import day, moment
from app.ui.base.texts.sizes import size_words
from app.ui.base.widgets import button
from app.ui.dialogs.frame import FramedDialog, Standard

REASONS = {
    Reason.NONE: Message("by hand"),
    Reason.OPENING: Message("at opening"),
    Reason.IMPORT: Message("before an import"),
    Reason.TAGGING: Message("before tagging again"),
    Reason.SCHEME: Message("before a change of labels"),
    Reason.EDIT: Message("before an edit of many articles"),
    Reason.UPDATE: Message("before an update of the format"),
    Reason.REPLACING: Message("before restoring a backup"),
}


class BackupsDialog(FramedDialog):
    """List the backups, the newest first; counts follow as they are read.

    `opened` and `chosen` tell the backup that is to be opened, or to be put in the place of the project.
    """

    opened = Signal(object)
    chosen = Signal(object)
    _counted = Signal(int, object)

    def __init__(self, project: Path, parent: QWidget | None) -> None:
        super().__init__(tr("Backups of “{name}”", name=project.stem), parent, width_px=600)
        self._backups = list_backups(project)
        self._is_closed = threading.Event()
        self._list = self._make_list()
        if self._backups:
            self.body.addWidget(self._list, 1)
        else:
            self._list.hide()
            self.sentence(
                tr("No backups yet. One is made by itself once a day, and before imports and other large changes.")
            )
        self.sentence(tr("Folder: {path}", path=folder_of(project)), "muted")
        self._add_buttons()
        self._counted.connect(self._show_counts)
        self._counter = threading.Thread(target=self._count, name="counting of backups", daemon=True)
        self.finished.connect(self._end)
        if self._backups:
            self._counter.start()
            self._list.setCurrentIndex(self._list.model().index(0, 0))
            self._list.setFocus()
            self.prefer(880, 460)

    @property
    def current(self) -> Backup | None:
        """The backup that is selected."""
        place = self._list.currentIndex().row()
        return self._backups[place] if place >= 0 else None

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        titles = (tr("Made"), tr("Reason"), tr("Size"), tr("Articles"), tr("Annotations"), tr("Notes"))
        made.setHeaderLabels(titles)
        made.setRootIsDecorated(False)
        made.setAllColumnsShowFocus(True)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setAccessibleName(tr("Backups"))
        made.addTopLevelItems([_make_item(copy) for copy in self._backups])
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        made.header().setStretchLastSection(False)
        made.itemActivated.connect(lambda *_: self._open())
        return made

    def _add_buttons(self) -> None:
        box = self.buttons(Standard.Close)
        if not self._backups:
            box.button(Standard.Close).setFocus()
            return
        open_one = button(tr("Open for reading"), self, self._open)
        open_one.setDefault(True)
        put = button(tr("Restore this backup…"), self, self._choose)
        for made in (open_one, put):
            box.addButton(made, box.ButtonRole.ActionRole)

    def _open(self) -> None:
        if self.current is not None:
            copy = self.current
            self.accept()
            self.opened.emit(copy)

    def _choose(self) -> None:
        if self.current is not None:
            copy = self.current
            self.accept()
            self.chosen.emit(copy)

    def _count(self) -> None:
        """Count what each backup holds, in a thread.

        A large one takes a moment.
        """
        for place, copy in enumerate(self._backups):
            if self._is_closed.is_set():
                return
            self._counted.emit(place, totals_of(copy.path))

    def _show_counts(self, place: int, totals: Totals | None) -> None:
        item = self._list.topLevelItem(place)
        if item is None:
            return
        counts = () if totals is None else (totals.articles, totals.annotations, totals.notes)
        state = tr("removed") if self._backups[place].size_bytes() is None else tr("damaged")
        texts = [self.locale().toString(count) for count in counts] or [state, "", ""]
        for column, text in enumerate(texts, start=3):
            item.setText(column, text)

    def _end(self) -> None:
        self._is_closed.set()
        if self._counter.is_alive():
            self._counter.join()


class ReplaceDialog(FramedDialog):
    """Ask whether a backup replaces the project, comparing their contents."""

    def __init__(self, project: Path, copy: Backup, parent: QWidget | None) -> None:
        super().__init__(tr("Restore “{name}” from the backup?", name=project.stem), parent, width_px=480)
        now, then = totals_of(project, is_project=True), totals_of(copy.path)
        self.sentence(tr("The project now: {what}", what=_describe_totals(now)))
        self.sentence(tr("The backup of {time}: {what}", time=time_of(copy), what=_describe_totals(then)))
        self.sentence(
            tr("The project as it is now becomes a backup first. Undo does not lead back to it; that backup does."),
            "muted",
        )
        buttons = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Restore the project"))
        buttons.button(Standard.Cancel).setFocus()


def totals_of(path: Path, *, is_project: bool = False) -> Totals | None:
    """Return what a backup or project holds, None if unreadable."""
    try:
        return count_rows(path, "ro" if is_project else "immutable")
    except sqlite3.Error:
        return None


def time_of(copy: Backup) -> str:
    """Return when a backup was made, in words.

    Its day alone where the file has another time.
    """
    made = copy.made()
    return moment(made) if made is not None else day(copy.day)


def _make_item(copy: Backup) -> QTreeWidgetItem:
    item = QTreeWidgetItem([time_of(copy), shown(REASONS[copy.reason]), _size_of(copy), "…"])
    for column in range(2, 6):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _size_of(copy: Backup) -> str:
    size = copy.size_bytes()
    return "—" if size is None else size_words(size)


def _describe_totals(totals: Totals | None) -> str:
    if totals is None:
        return tr("it cannot be counted")
    counts: Sequence[str] = (
        tr("{n} articles", n=totals.articles),
        tr("{n} annotations", n=totals.annotations),
        tr("{n} notes", n=totals.notes),
    )
    return ", ".join(counts)
