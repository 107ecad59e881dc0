"""The welcome page: what to do without a project or articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.files.resources import resource
from app.service.commands.host import Host
from app.service.commands.registry import by_id
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import one_line, tip
from app.ui.base.widgets import button, label, named
from app.ui.theme.icons import Icons
from app.ui.theme.theme import strong

_WIDTH_PX = 520
_MOST_RECENT = 6
_NAME_PX = 160
"""A project's name and its folder are cut to so much each."""

Way = tuple[str, str, Callable[[], object]]
"""(title, icon, what it does)."""


class Welcome(QWidget):
    """Offer ways to begin: a new or old project, dropped files."""

    def __init__(self, host: Host, icons: Icons, recent: Iterable[Path], parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "welcome")
        self._host, self._icons = host, icons
        box = QWidget(self)
        box.setMaximumWidth(_WIDTH_PX)
        self._column = QVBoxLayout(box)
        self._column.setSpacing(8)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(box, 100)
        outer.addStretch(1)
        self._fill_page(list(recent)[:_MOST_RECENT])

    def _fill_page(self, recent: list[Path]) -> None:
        self._column.addStretch(2)
        self._add_head()
        self._add_ways()
        if recent:
            self._add_recent(recent)
        self._column.addStretch(3)

    def _add_head(self) -> None:
        picture = resource("icons", "pometka.svg")
        if picture.exists():
            mark = label("", self)
            mark.setPixmap(QIcon(str(picture)).pixmap(QSize(56, 56), self.devicePixelRatioF()))
            self._column.addWidget(mark)
            self._column.addSpacing(8)
        title = label("Pometka", self)
        title.setFont(strong(title.font(), 2.0))
        self._column.addWidget(title)
        words = tr("Correct entities and claims in news by keyboard alone.")
        self._column.addWidget(label(words, self, "muted", wraps=True))
        self._column.addSpacing(16)

    def _add_ways(self) -> None:
        host, has_project = self._host, self._host.session.project is not None
        if has_project:
            self._offer_redo()
            ways = (
                (tr("Import articles…"), "mdi6.file-import-outline", host.tasks.ask_import),
                (tr("Import a folder…"), "mdi6.folder-open-outline", host.tasks.ask_import_folder),
            )
            hint = tr("This project has no articles yet. Import files or a folder, or drop them here.")
        else:
            ways = (
                (tr("New project…"), "mdi6.plus", host.projects.ask_new),
                (tr("Open a project…"), "mdi6.folder-outline", host.projects.ask_open),
            )
            hint = tr("Or drop articles here: a project is made for them, and they are tagged beforehand.")
        self._add_row(ways)
        self._column.addSpacing(8)
        self._column.addWidget(label(hint, self, "muted", wraps=True))
        self._add_keys()

    def _add_keys(self) -> None:
        """Tell the keys that lead to all others, where they are bound."""
        find, show = self._host.help.key_of("palette.show"), self._host.help.key_of("help.page")
        words = [tr("{key} finds every command.", key=find)] if find else []
        words += [tr("{key} opens the help.", key=show)] if show else []
        if words:
            self._column.addWidget(label(" ".join(words), self, "muted", wraps=True))

    def _offer_redo(self) -> None:
        """Offer what was taken back.

        After one U too many the articles are not lost, and it must look so.
        """
        if self._host.session.history.redo_title() is not None:
            redo = by_id("edit.redo")
            self._add_row(((shown(redo.message(self._host)), redo.icon, partial(redo.run, self._host)),))

    def _add_row(self, ways: Iterable[Way]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for title, icon, act in ways:
            way = button(title, self, act)
            self._icons.give_icon(icon, way, way.setIcon, is_on_accent=True)
            if self.focusProxy() is None:
                self.setFocusProxy(way)
            row.addWidget(way)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_recent(self, recent: list[Path]) -> None:
        self._column.addSpacing(24)
        head = label(tr("Recent projects"), self)
        head.setFont(strong(head.font()))
        self._column.addWidget(head)
        for path in recent:
            one = button(self._shorten_path(path), self, partial(self._host.projects.try_to_open, path), flat=True)
            self._icons.give_icon("mdi6.file-document-outline", one, one.setIcon)
            one.setStyleSheet("text-align: left;")
            one.setToolTip(tip(str(path)))
            self._column.addWidget(one)

    def _shorten_path(self, path: Path) -> str:
        """Return name and folder of a project, shortened for reading."""
        name, folder = path.stem, str(path.parent)
        elided = self.fontMetrics().elidedText
        middle = Qt.TextElideMode.ElideMiddle
        components = (one_line(elided(one_line(part), middle, _NAME_PX)) for part in (name, folder))
        return "   ".join(components)
