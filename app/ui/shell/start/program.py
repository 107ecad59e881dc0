"""The running program: session, settings and window, and what ties them together."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from app.core.message import Message, NotSavedError
from app.service.commands.registry import Action
from app.service.jobs.mention_forms import MentionForms
from app.service.project.settings import Settings, SettingsFile
from app.service.session.session import Session
from app.store.files.backups import project_of
from app.ui.article.layout.typesetting import ReadingStyle
from app.ui.article.view import ArticleView
from app.ui.base.i18n import Language, tr
from app.ui.base.overlay import Overlay
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.settings_store import SettingsStore
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.launcher import Dialogs
from app.ui.dialogs.problems import Problems
from app.ui.keyboard.dispatcher import Dispatcher
from app.ui.projects.background_tasks import BackgroundTasks
from app.ui.projects.backups import Backups
from app.ui.projects.files import Files
from app.ui.projects.leaving import Leaving
from app.ui.projects.mention_forms import MentionFormsWatch
from app.ui.projects.opener import Opener
from app.ui.projects.tasks import Tasks, TaskStrip
from app.ui.projects.thread_bridge import ThreadBridge
from app.ui.projects.unsaved import Unsaved
from app.ui.shell.commands.display import Display
from app.ui.shell.components import Components
from app.ui.shell.host import WindowHost
from app.ui.shell.start.notices import Notices
from app.ui.shell.start.preload import Preload
from app.ui.shell.start.saving import SavingDisplay
from app.ui.shell.window import Window
from app.ui.theme import system
from app.ui.theme.appearance import appearance_for
from app.ui.theme.theme import apply_theme, theme_for

_AFTER_PAINT_MS = 30
"""The article has been painted so long after it was opened."""


class Program(QObject):
    """Own the session and fill the window.

    Fill it anew when the language, the theme or the keys change.
    """

    def __init__(
        self, window: Window, file: SettingsFile, settings: Settings, language: Language, problems: Problems
    ) -> None:
        super().__init__(window)
        self.window, self.problems = window, problems
        self._language = language
        self.session = Session(author=settings.author, remembered=settings.place_in)
        self.session.offers.is_on = settings.offers_corrections
        self.store = SettingsStore(file, settings, problems.catch_errors, self)
        self.appearance = appearance_for(settings, language.name)
        # Again: the system may have reported its contrast since the window was made.
        apply_theme(_find_application(), self.appearance.theme)
        context = WindowContext(window, self.session, self.store, lambda: self.appearance, problems.catch_errors)
        tasks = Tasks(window, problems.catch_errors, lambda: self.dispatcher.rest.key_count)
        self.unsaved = Unsaved(context, tasks.cancel)
        self.leaving = Leaving(context, tasks, self.unsaved)
        opener = Opener(context, self.leaving)
        self.files = Files(context, self.leaving, opener)
        self.background_tasks = BackgroundTasks(context, self.files, tasks)
        self.backups = Backups(context, self.leaving, opener)
        problems.show_damage = self.backups.show_damage
        problems.notify = self.session.notified.emit
        self.index_keeper = IndexKeeper(self.session, self, lambda: self.dispatcher.rest.is_now)
        self.index_keeper.changed.connect(self._show_indexing)
        dialogs = Dialogs(context, self.index_keeper, self._preview)
        display = Display(window, self.store)
        self.host = WindowHost(
            window, self.session, self.store, self.files, self.background_tasks, dialogs, self.backups, display
        )
        self.dispatcher = Dispatcher(window, self.appearance.keymap, self.run)
        self._notices = Notices(self.host, self)
        self.dispatcher.note_stray_key = self._notices.explain_stray_key
        news = ThreadBridge(self.session, self)
        self._saving = SavingDisplay(self.host, news, self.unsaved, problems.catch_errors)
        news.saving.connect(self.index_keeper.note_saved)
        self.mention_forms = MentionFormsWatch(MentionForms(self.session), problems.catch_errors, self)
        self._connect_signals()
        self.components = self._make_components()
        if window.restore_state(settings.window_state):
            self.components.panes.fit_restored()

    def begin(self, path: Path | None) -> None:
        """Open a project.

        The one asked for, else the last one if it is still there.
        """
        recent = (Path(name) for name in self.store.settings.recent[:1])
        wanted = path or next((one for one in recent if os.path.exists(one)), None)  # noqa: PTH110  # false for any odd name
        try:
            if wanted is not None:
                self.problems.catch_errors(lambda: self.files.open_path(wanted))
        finally:  # whatever came of it, the window offers what can be done
            if self.session.project is None:
                self.components.show_middle()
            self.host.panels.focus_article()
        QTimer.singleShot(_AFTER_PAINT_MS, self.settle)

    def report_settings(self, errors: Sequence[Message]) -> None:
        """Report unusable settings and keys once; they are forgotten."""
        keymap, settings = self.appearance.keymap, self.store.settings
        settings.keys, settings.preset = keymap.bindings, keymap.preset
        self._notices.report_settings([*errors, *keymap.errors])

    def run(self, action: Action) -> bool:
        """Run an action where it applies; say whether it ran.

        A key that does nothing over an article says so.
        """
        has_run = False

        def perform() -> None:
            nonlocal has_run
            has_run = action.perform(self.host)

        with self.components.status.answering():
            if action.applies(self.host):
                lacks_author = self._notices.lacks_author(action)
                self.problems.catch_errors(perform)
                if lacks_author:
                    self._notices.ask_author()
            else:
                self._notices.explain_no_effect(action)
        return has_run

    def assemble(self) -> None:
        """Build the window anew, by the settings.

        Language, theme and keys.
        """
        settings = self.store.settings
        self._keep_place()
        self.components.discard()
        self._language.use(settings.language)
        self.appearance = appearance_for(settings, self._language.name)
        apply_theme(_find_application(), self.appearance.theme)
        self.dispatcher.keymap = self.appearance.keymap
        self.dispatcher.capture(None)
        self.components = self._make_components()
        self.components.settle()
        if self.window.restore_state(settings.window_state):
            self.components.panes.fit_restored()
        self.components.show_middle()
        self._saving.show_pending(self.session.project.pending if self.session.project else 0)
        self.host.panels.focus_article()
        self.components.article.show_place()  # it was shown first in a view that had no size yet

    def settle(self) -> None:
        """Do what the first look at the article does not need.

        The list of articles first: it can be seen and used before the rest is loaded.
        """
        self.components.panes.fill()
        QTimer.singleShot(_AFTER_PAINT_MS, self, self._finish_start)

    def _finish_start(self) -> None:
        """Do what can wait until the panes are painted."""
        self.components.settle()
        Preload(self, lambda: self.dispatcher.rest.is_now).start()
        if self.dispatcher.rest.is_now:
            gc.enable()
        # What was made by now stays: later collections need not look at it, and are short.
        gc.freeze()

    def _follow_system(self) -> None:
        """Take over what the system asks for now.

        Another theme, where the settings say so, contrast, stillness.
        """
        self.components.article.view.set_reduced_motion(system.wants_stillness())
        if theme_for(self.store.settings.theme) != self.appearance.theme:
            self.assemble()

    def _connect_signals(self) -> None:
        self.window.closing.connect(self._close_window)
        self.window.dropped.connect(self._import_dropped)
        self.store.changed.connect(self.assemble)
        system.follow_system(self._follow_system)
        self.session.project_changed.connect(self._project_changed)
        self.session.opened.connect(self._follow_opening)
        self.session.completed.connect(_keep_from_collector)
        self.session.articles.completed.connect(_keep_from_collector)
        self.session.left.connect(self._keep_left)

    def _make_components(self) -> Components:
        components = Components(self.window, self.host, self.appearance, self.dispatcher, self.run, self.index_keeper)
        self.host.components = components
        self.background_tasks.tasks.strip = TaskStrip(
            components.icons, self.background_tasks.tasks.cancel, components.status
        )
        components.status.add_strip(self.background_tasks.tasks.strip)
        self.backups.notice = components.article.notice
        self.backups.refresh()
        components.article.banner.save_as_wanted.connect(self.unsaved.save_as)
        show_look(components.article.view, self.store.settings)
        components.article.view.zoom_changed.connect(self._keep_zoom)
        return components

    def _keep_place(self) -> None:
        """Note where window and panes are.

        While no project is open the panes are away.
        """
        self.store.settings.geometry = self.window.geometry_text()
        if self.session.project is not None:
            self.components.panes.unfold()
            self.store.settings.window_state = self.window.state_text()

    def _keep_left(self, path: Path, article_id: int, position: int) -> None:
        """Note where a project was left, so that it opens there."""
        self.store.settings.remember_place(path, article_id, position)
        self.store.save()

    def _import_dropped(self, paths: Sequence[Path]) -> None:
        self.problems.catch_errors(lambda: self.background_tasks.import_paths(paths))

    def _preview(self, settings: Settings) -> None:
        show_look(self.components.article.view, settings)

    def _keep_zoom(self, percent: int) -> None:
        self.store.settings.zoom = percent

    def _project_changed(self) -> None:
        project = self.session.project
        if project is not None and project_of(project.path) is None:
            self.store.settings.remember_project(project.path)
            self.store.save()
        self._follow_opening()
        self._saving.show_pending(0)
        self.backups.refresh()
        QTimer.singleShot(_AFTER_PAINT_MS, self, self.session.storage.check)
        if project is not None:
            self.mention_forms.warm_up_soon()
            QTimer.singleShot(_AFTER_PAINT_MS, self, self.background_tasks.report_unfinished)
        watching = self.background_tasks.watching
        QTimer.singleShot(_AFTER_PAINT_MS, watching, watching.follow_project)

    def _follow_opening(self) -> None:
        project = self.session.project
        self.window.name_project(project.path if project else None)
        self.components.show_middle()
        is_over = any(panel.isVisible() for panel in self.window.findChildren(Overlay))
        if self.session.open_article is not None and not is_over:  # a panel that opened it goes on
            self.host.panels.focus_article()

    def _show_indexing(self) -> None:
        self.components.status.show_quiet(self.index_keeper.words)

    def _close_window(self, event: QCloseEvent) -> None:
        """Save what there is.

        A window whose project cannot be saved stays open, and one that works asks first.
        """
        event.ignore()
        if self.background_tasks.tasks.is_busy:
            self.leaving(self.window.close, tr("Stop it and quit?"), tr("Stop and quit"))
            return
        self._keep_place()
        self.store.save()
        try:
            self.session.projects.close()
        except NotSavedError as error:
            self.unsaved.ask(error, self.window.close, tr("Discard and quit"))
        else:
            self.background_tasks.close()
            event.accept()


def show_look(view: ArticleView, settings: Settings) -> None:
    """Set the text as the settings want it."""
    view.set_zoom(settings.zoom)
    style = ReadingStyle(settings.text_font, settings.line_spacing, settings.measure, settings.shows_letters)
    view.set_reading_style(style)


def _keep_from_collector() -> None:
    """Exclude a long article's or list's objects from the cycle collector.

    To look through fifty thousand annotations takes as long as a key may. They hold no cycles, and go with the article.
    """
    gc.collect(1)
    gc.freeze()


def _find_application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a window has an application"
    return app
