"""The running program: session, settings and window, and what ties them together."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from app.core.message import Message, NotSavedError, RefusedStepError
from app.service.commands.registry import Action
from app.service.project.settings import Settings, SettingsFile
from app.service.session.session import Session
from app.store.files.backups import project_of
from app.store.files.damage import DamagedError
from app.ui.base.i18n import Language, tr
from app.ui.base.settings_store import SettingsStore
from app.ui.dialogs.launcher import Dialogs
from app.ui.dialogs.problems import Problems
from app.ui.keyboard.dispatcher import Dispatcher
from app.ui.projects.backups import Backups
from app.ui.projects.files import Files
from app.ui.projects.leaving import Leaving
from app.ui.projects.tasks import Tasks, TaskStrip
from app.ui.projects.thread_bridge import Courier
from app.ui.projects.unsaved import Unsaved
from app.ui.projects.work import Work
from app.ui.shell.host import WindowHost
from app.ui.shell.parts import Parts
from app.ui.shell.preload import Preload
from app.ui.shell.window import Window
from app.ui.theme import system
from app.ui.theme.appearance import dress_for
from app.ui.theme.theme import theme_for, wear

_AFTER_PAINT_MS = 30
"""The article has been painted so long after it was opened."""


class Program(QObject):
    """Own the session and fill the window; fill it anew when the language, the theme or the keys change."""

    def __init__(
        self, window: Window, file: SettingsFile, settings: Settings, language: Language, problems: Problems
    ) -> None:
        super().__init__(window)
        self.window, self.problems = window, problems
        self._language = language
        self.session = Session(author=settings.author, remembered=settings.place_in)
        self.store = SettingsStore(file, settings, problems.guard, self)
        self.dress = dress_for(settings, language.name)
        wear(_application(), self.dress.theme)  # the system may have told of contrast since the window was made
        tasks = Tasks(window, problems.guard)
        self.unsaved = Unsaved(window, self.session, problems.guard)
        self.leaving = Leaving(window, tasks, self.unsaved, problems.guard)
        self.files = Files(window, self.session, problems.guard, self.leaving)
        self.work = Work(window, self.session, self.files, tasks, problems.guard)
        self.backups = Backups(window, self.session, problems.guard, self.leaving)
        problems.show_damage = self.backups.show_damage
        problems.tell = self.session.told.emit
        dialogs = Dialogs(window, self.session, self.store, lambda: self.dress, problems.guard)
        self.host = WindowHost(window, self.session, self.store, self.files, self.work, dialogs, self.backups)
        self.dispatcher = Dispatcher(window, self.dress.keymap, self.run)
        self._connect()
        self.parts = self._made_parts()
        window.restore_state(settings.window_state)

    def begin(self, path: Path | None) -> None:
        """Open a project: the one asked for, else the last one if it is still there."""
        recent = (Path(name) for name in self.store.settings.recent[:1])
        wanted = path or next((one for one in recent if os.path.exists(one)), None)  # noqa: PTH110  # false for any odd name
        try:
            if wanted is not None:
                self.problems.guard(lambda: self.files.open_path(wanted))
        finally:  # whatever came of it, the window offers what can be done
            if self.session.project is None:
                self.parts.show_middle()
            self.host.focus_article()
        QTimer.singleShot(_AFTER_PAINT_MS, self.settle)

    def tell_settings(self, faults: Sequence[Message]) -> None:
        """Say once what of the settings cannot be used, keys that are none among it; they are forgotten."""
        keymap, settings = self.dress.keymap, self.store.settings
        settings.keys, settings.preset = keymap.bindings, keymap.preset
        faults = [*faults, *keymap.faults]
        if faults:
            from app.ui.dialogs.report import ReportDialog  # noqa: PLC0415  # for settings that others have written

            words = tr("Some settings cannot be used. The defaults take their place.")
            dialog = ReportDialog(tr("Settings"), words, faults, self.window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def run(self, action: Action) -> None:
        """Run an action where it applies; a key that does nothing over an article says so."""
        with self.parts.status.answering():
            if action.applies(self.host):
                self.problems.guard(lambda: action.perform(self.host))
            elif self.session.desk is not None:
                self.session.told.emit(Message("Does not apply here: {action}", {"action": action.message(self.host)}))

    def assemble(self) -> None:
        """Build the inside of the window anew, in the language, theme and keys of the settings."""
        settings = self.store.settings
        self._keep_place()
        self.parts.discard()
        self._language.use(settings.language)
        self.dress = dress_for(settings, self._language.name)
        wear(_application(), self.dress.theme)
        self.dispatcher.keymap = self.dress.keymap
        self.dispatcher.capture(None)
        self.parts = self._made_parts()
        self.parts.settle()
        self.window.restore_state(settings.window_state)
        self.parts.show_middle()
        self._show_pending(self.session.project.pending if self.session.project else 0)
        self.host.focus_article()

    def settle(self) -> None:
        """Do what the first look at the article does not need."""
        self.parts.settle()
        Preload(self).start()
        gc.enable()
        # What was made by now stays: later collections need not look at it, and are short.
        gc.freeze()

    def _follow_system(self) -> None:
        """Take over what the system asks for now: another theme, where the settings say so, contrast, stillness."""
        self.parts.article.view.set_reduced_motion(system.wants_stillness())
        if theme_for(self.store.settings.theme) != self.dress.theme:
            self.assemble()

    def _connect(self) -> None:
        courier = Courier(self.session, self)
        courier.saving.connect(self._show_pending)
        courier.failed.connect(self._show_failure)
        courier.damaged.connect(self._show_damage)
        courier.uncopied.connect(self.backups.tell_uncopied)
        self.window.closing.connect(self._close)
        self.window.dropped.connect(lambda paths: self.problems.guard(lambda: self.work.take(paths)))
        self.store.changed.connect(self.assemble)
        system.follow_system(self._follow_system)
        self.session.project_changed.connect(self._project_changed)
        self.session.opened.connect(self._opened)
        self.session.left.connect(self._keep_left)
        self.session.overtaken.connect(self._tell_overtaken)

    def _made_parts(self) -> Parts:
        parts = Parts(self.window, self.host, self.dress, self.dispatcher, self.run)
        self.host.parts = parts
        self.work.tasks.strip = TaskStrip(parts.icons, self.work.tasks.cancel, parts.status)
        parts.status.add_strip(self.work.tasks.strip)
        self.backups.notice = parts.article.notice
        self.backups.refresh()
        parts.article.banner.save_as_wanted.connect(self._save_as)
        parts.article.view.set_zoom(self.store.settings.zoom)
        parts.article.view.zoom_changed.connect(self._keep_zoom)
        return parts

    def _keep_place(self) -> None:
        """Note where window and panes are; while no project is open the panes are away."""
        self.store.settings.geometry = self.window.geometry_text()
        if self.session.project is not None:
            self.store.settings.window_state = self.window.state_text()

    def _keep_left(self, path: Path, article_id: int, position: int) -> None:
        """Note where a project was left, so that it opens there."""
        self.store.settings.remember_place(path, article_id, position)
        self.store.save()

    def _tell_overtaken(self) -> None:
        """Say where the undone steps are, after what the edit itself tells."""
        came: list[Message] = []
        self.session.told.connect(came.append)

        def tell() -> None:
            self.session.told.disconnect(came.append)
            key = self.host.key_of("view.history")
            kept = Message("What was undone is kept in the history: {key}", {"key": key})
            if not key:
                kept = Message("What was undone is kept in the history.")
            self.session.told.emit(Message("{what} · {more}", {"what": came[-1], "more": kept}) if came else kept)

        QTimer.singleShot(0, self, tell)

    def _keep_zoom(self, percent: int) -> None:
        self.store.settings.zoom = percent

    def _project_changed(self) -> None:
        project = self.session.project
        if project is not None and project_of(project.path) is None:
            self.store.settings.remember_project(project.path)
            self.store.save()
        self._opened()
        self._show_pending(0)
        self.backups.refresh()
        QTimer.singleShot(_AFTER_PAINT_MS, self, self.session.look_after)

    def _opened(self) -> None:
        project = self.session.project
        self.window.name_project(project.path if project else None)
        self.parts.show_middle()
        if self.session.desk is not None:
            self.host.focus_article()

    def _show_pending(self, pending: int) -> None:
        self.parts.status.show_pending(pending)
        if not pending:
            self.parts.article.banner.hide()

    def _show_damage(self, error: Exception) -> None:
        """Show what was found damaged, unless it is of a project that was closed meanwhile."""
        project = self.session.project
        if isinstance(error, DamagedError) and project is not None and project.path == error.path:
            self.backups.show_damage(error)
            self.parts.status.show_pending(project.pending)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, RefusedStepError):
            self.problems.guard(lambda: self.unsaved.take_back(error))
            return
        self.parts.status.show_failure()
        self.parts.article.banner.show_failure(error)

    def _save_as(self) -> None:
        self.unsaved.save_as()

    def _close(self, event: QCloseEvent) -> None:
        """Save what there is; a window whose project cannot be saved stays open, and one that works asks first."""
        event.ignore()
        if self.work.tasks.is_busy:
            self.leaving(self.window.close, tr("Stop it and quit?"), tr("Stop and quit"))
            return
        self._keep_place()
        self.store.save()
        try:
            self.session.close_project()
        except NotSavedError as error:
            self.unsaved.ask(error, self.window.close, tr("Discard and quit"))
        else:
            event.accept()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a window has an application"
    return app
