"""The window as the handlers of actions see it.

Each group of verbs is the part that can do it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.service.project.settings import Settings
from app.service.session.session import Session
from app.ui.article.view import ArticleView
from app.ui.base.settings_store import SettingsStore
from app.ui.dialogs.launcher import Dialogs
from app.ui.projects.background_tasks import BackgroundTasks
from app.ui.projects.backups import Backups
from app.ui.projects.files import Files
from app.ui.shell.commands.clipboard import Clipboard
from app.ui.shell.commands.command_help import CommandHelp
from app.ui.shell.commands.display import Display
from app.ui.shell.commands.panels import Panels
from app.ui.shell.commands.prompts import Prompts
from app.ui.shell.commands.search import Search
from app.ui.shell.components import Components
from app.ui.shell.window import Window


@dataclass(eq=False)
class WindowHost:
    """Implement `app.service.commands.host.Host` over the window.

    `components` is what is inside the window now. What asks for an edit raises ReadOnlyError where it could not be
    saved.
    """

    window: Window
    session: Session
    store: SettingsStore
    projects: Files
    tasks: BackgroundTasks
    dialogs: Dialogs
    backups: Backups
    display: Display
    components: Components = field(init=False)

    @property
    def settings(self) -> Settings:
        return self.store.settings

    @property
    def view(self) -> ArticleView:
        return self.components.article.view

    @property
    def prompts(self) -> Prompts:
        return self.components.prompts

    @property
    def search(self) -> Search:
        return self.components.search

    @property
    def clipboard(self) -> Clipboard:
        return self.components.clipboard

    @property
    def panels(self) -> Panels:
        return self.components.panels

    @property
    def help(self) -> CommandHelp:
        return self.components.help

    def quit(self) -> None:
        self.window.close()
