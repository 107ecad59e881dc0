"""The window as the handlers of actions see it: each verb goes to the part that can do it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Qt

from app.service.commands.host import Geometry
from app.service.project.settings import Settings
from app.service.session.session import Session
from app.ui.base.settings_store import SettingsStore
from app.ui.dialogs.launcher import Dialogs
from app.ui.keyboard.keys import shown as shown_key
from app.ui.projects.background_tasks import BackgroundTasks
from app.ui.projects.backups import Backups
from app.ui.projects.files import Files
from app.ui.shell.components import Components
from app.ui.shell.window import Window

_ZOOM_STEP = 10


@dataclass(eq=False)
class WindowHost:
    """Implement `app.service.commands.host.Host` over the window.

    `components` is what is inside the window now. What asks for an edit raises ReadOnlyError where it could not be
    saved.
    """

    window: Window
    session: Session
    store: SettingsStore
    files: Files
    background_tasks: BackgroundTasks
    dialogs: Dialogs
    backups: Backups
    components: Components = field(init=False)

    @property
    def view(self) -> Geometry:
        return self.components.article.view

    @property
    def settings(self) -> Settings:
        return self.store.settings

    def new_project(self) -> None:
        self.files.ask_new()

    def open_project(self) -> None:
        self.files.ask_open()

    def open_recent(self, path: Path) -> None:
        self.files.try_to_open(path)

    def close_project(self) -> None:
        self.files.close()

    def import_files(self) -> None:
        self.session.refuse_reading_only()
        self.background_tasks.ask_import()

    def import_folder(self) -> None:
        self.session.refuse_reading_only()
        self.background_tasks.ask_import_folder()

    def export(self) -> None:
        self.background_tasks.ask_export()

    def back_up(self) -> None:
        self.files.back_up()

    def show_backups(self) -> None:
        self.backups.show_list()

    def quit(self) -> None:
        self.window.close()

    def pretag(self) -> None:
        open_article = self.session.open_article
        if open_article is not None:
            self.session.refuse_reading_only()
            self.background_tasks.pretag([open_article.article.id])

    def pretag_all(self) -> None:
        self.session.refuse_reading_only()
        self.background_tasks.pretag(list(self.session.articles.shown))

    def pick_label(self) -> None:
        self.session.refuse_reading_only()
        self.components.prompts.pick_label()

    def pick_speaker(self) -> None:
        self.session.refuse_reading_only()
        self.components.prompts.pick_speaker()

    def pick_referent(self) -> None:
        self.session.refuse_reading_only()
        self.components.prompts.pick_referent()

    def jump(self) -> None:
        self.components.prompts.jump()

    def edit_normal(self) -> None:
        self.session.refuse_reading_only()
        self.components.panes.show("inspector")
        self.components.panes.inspector.focus_normal()

    def edit_note(self) -> None:
        self.session.refuse_reading_only()
        self.components.prompts.edit_note()

    def edit_article_note(self) -> None:
        self.session.refuse_reading_only()
        self.components.prompts.edit_article_note()

    def edit_project_note(self) -> None:
        self.session.refuse_reading_only()
        self.components.prompts.edit_project_note()

    def preview_spread(self) -> None:
        self.session.refuse_reading_only()
        self.components.prompts.preview_spread()

    def find(self) -> None:
        self.components.article.open_find()

    def find_next(self, by: int) -> None:
        self.components.article.find_bar.step(by)

    def find_in_project(self) -> None:
        self.components.project_find.open()

    def copy(self) -> None:
        self.components.article.view.copy()

    def escape(self) -> None:
        """Go back to the article from elsewhere; there, drop the selection, else close the find bar."""
        article, focused = self.components.article, self.window.focusWidget()
        if article.find_bar.isAncestorOf(focused or article):
            article.find_bar.close_bar()
        elif focused is not article.view:
            self.components.panes.inspector.refresh()  # gives up what was typed there
            self.focus_article()
        elif not self.session.cursor.drop():
            article.find_bar.close_bar()

    def show_palette(self) -> None:
        self.components.show_palette()

    def show_keys(self) -> None:
        self.components.show_sheet()

    def show_settings(self) -> None:
        self.dialogs.show_settings()

    def show_scheme(self) -> None:
        self.dialogs.show_scheme()

    def show_names(self) -> None:
        self.dialogs.show_names()

    def key_of(self, action_id: str) -> str:
        keymap = self.components.appearance.keymap
        owned = (key for key in keymap.keys(action_id) if (owner := keymap.action_for(key)) and owner.id == action_id)
        return next(map(shown_key, owned), "")

    def show_history(self) -> None:
        self.dialogs.show_history()

    def show_about(self) -> None:
        self.dialogs.show_about()

    def focus_article(self) -> None:
        self.components.article.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def filter_articles(self) -> None:
        self.components.panes.show("articles")
        self.components.panes.articles.focus_filter()

    def toggle_pane(self, name: str) -> None:
        self.components.toggle_pane(name)

    def is_pane_shown(self, name: str) -> bool:
        return not self.components.panes[name].isHidden()

    def next_pane(self, by: int) -> None:
        self.components.focus_next(by)

    def toggle_rejected(self) -> None:
        self.components.article.toggle_rejected()

    def is_rejected_shown(self) -> bool:
        return self.components.article.is_rejected_shown

    def full_screen(self) -> None:
        window = self.window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def set_theme(self, name: str) -> None:
        self.store.take(replace(self.settings, theme=name))

    def set_language(self, code: str) -> None:
        self.store.take(replace(self.settings, language=code))

    def zoom(self, by: int) -> None:
        view = self.components.article.view
        view.set_zoom(view.zoom() + by * _ZOOM_STEP if by else 100)
