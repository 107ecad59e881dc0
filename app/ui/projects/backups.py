"""Backups and damage in the window.

The list, a backup open for reading, the offer where a project is damaged.
"""

# ruff: noqa: PLC0415  # the dialogs are loaded when they are opened

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from app.core.message import Message, UserError
from app.store.files.backups import Backup, list_backups, project_of
from app.store.files.damage import DamagedError
from app.ui.base.i18n import shown, tr
from app.ui.base.notice import Notice, Way
from app.ui.base.window_context import WindowContext
from app.ui.projects.leaving import Leaving
from app.ui.projects.opener import Opener


class Backups:
    """List, open and restore backups; report damage over the article.

    An open backup is reported too.
    """

    def __init__(self, context: WindowContext, leaving: Leaving, opener: Opener) -> None:
        self._context = context
        self._window, self._session, self._catch_errors = context.window, context.session, context.catch_errors
        self._leaving, self._opener = leaving, opener
        self.notice: Notice | None = None

    def show_list(self, project: Path | None = None) -> None:
        """Open the backups of a project, else of the open one."""
        from app.ui.dialogs.backups import BackupsDialog

        owner = project or self._owner()
        if owner is None:
            return
        dialog = BackupsDialog(owner, self._window)
        dialog.opened.connect(lambda copy: self._catch_errors(lambda: self.open_copy(copy.path)))
        dialog.chosen.connect(lambda copy: self.ask_in_place(owner, copy))
        dialog.open()

    def open_copy(self, copy: Path) -> None:
        """Open a backup for reading, in place of what is open."""
        self._opener.open_backup(copy)

    def ask_in_place(self, project: Path, copy: Backup) -> None:
        """Ask, then put a backup in the place of its project."""
        from app.ui.dialogs.backups import ReplaceDialog

        dialog = ReplaceDialog(project, copy, self._window)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._leave_and_restore(project, copy)))
        dialog.open()

    def show_damage(self, error: DamagedError) -> None:
        """Say that a project is damaged.

        Over the article where it is open, else in a dialog.
        """
        project = self._session.project
        if project is not None and project.path == error.path:
            project.end_writing(error)
            self.refresh()
        else:
            self._offer_copy(error)

    def notify_uncopied(self, error: Exception) -> None:
        """Say in the status bar that no backup can be made."""
        if isinstance(error, UserError):
            self._session.notified.emit(error.message)

    def refresh(self) -> None:
        """Show over the article what is with the open project, or nothing."""
        project, notice = self._session.project, self.notice
        if notice is None:
            return
        owner = None if project is None else project_of(project.path)
        if project is not None and project.damage is not None:
            self._notice_damage(notice, project.damage)
        elif project is not None and owner is not None:
            self._notice_backup(notice, owner, project.path)
        else:
            notice.hide()

    def _notice_damage(self, notice: Notice, error: DamagedError) -> None:
        edit = (tr("Edit anyway"), self._edit_anyway)
        words = f"{shown(error.message)} {tr('Nothing is written to the file until you decide.')}"
        notice.show_notice(tr("The project is damaged"), words, [*self._ways(error, None), edit], danger=True)

    def _notice_backup(self, notice: Notice, owner: Path, path: Path) -> None:
        from app.ui.dialogs.backups import REASONS, time_of

        copy = next((one for one in list_backups(owner) if one.path == path), None)
        if copy is None:
            notice.hide()
            return
        words = tr(
            "Made {time} {when}. It is open for reading only.", time=time_of(copy), when=shown(REASONS[copy.reason])
        )
        ways: list[Way] = [
            (tr("Restore this backup…"), lambda: self.ask_in_place(owner, copy)),
            (tr("Backups…"), lambda: self.show_list(owner)),
        ]
        if owner.exists():
            ways.insert(0, (tr("Back to the project"), lambda: self._catch_errors(lambda: self._opener.open(owner))))
        notice.show_notice(tr("A backup of “{name}”", name=owner.stem), words, ways)

    def _offer_copy(self, error: DamagedError) -> None:
        from app.ui.dialogs.damage import DamageDialog

        dialog: QDialog | None = None

        def close() -> None:
            if dialog is not None:
                dialog.accept()

        dialog = DamageDialog(error, self._ways(error, close), self._window)
        dialog.open()

    def _ways(self, error: DamagedError, before: Callable[[], object] | None) -> list[Way]:
        """Return the actions for damage: the newest backup, the list.

        The newest sound one.
        """
        from app.ui.dialogs.backups import time_of

        copies = list_backups(error.path)
        newest = next((copy for copy in copies if copy.path == error.copy), None)
        ways: list[Way] = []
        if newest is not None:
            title = tr("Open the backup of {time}", time=time_of(newest))
            ways.append((title, _after(before, lambda: self._catch_errors(lambda: self.open_copy(newest.path)))))
        if copies:
            ways.append((tr("Backups…"), _after(before, lambda: self.show_list(error.path))))
        return ways

    def _owner(self) -> Path | None:
        """Return the open project, or the one of the open backup."""
        project = self._session.project
        return None if project is None else project_of(project.path) or project.path

    def _leave_and_restore(self, project: Path, copy: Backup) -> None:
        question = tr("Stop it and restore the backup?")
        self._leaving(lambda: self._replace(project, copy), question, tr("Stop and restore"))

    def _replace(self, project: Path, copy: Backup) -> None:
        from app.ui.dialogs.backups import time_of
        from app.ui.dialogs.file_work import run_beside

        time = time_of(copy)
        work = self._session.projects.replace_by_backup(copy.path, project)

        def finish() -> None:
            restored = Message("The project was restored from the backup of {time}.", {"time": time})
            cancelled = Message("Restoring was cancelled. The project is as it was.")
            self._session.notified.emit(restored if work.finish() else cancelled)

        run_beside(self._context, work, finish)

    def _edit_anyway(self) -> None:
        self._session.storage.edit_anyway()
        self.refresh()


def _after(before: Callable[[], object] | None, act: Callable[[], object]) -> Callable[[], object]:
    def do() -> None:
        if before is not None:
            before()
        act()

    return do
