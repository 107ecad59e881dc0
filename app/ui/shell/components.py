"""All inside the window, for one language and theme.

It is built anew when either changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.service.commands.host import Host
from app.service.commands.registry import ACTIONS, Action, by_id
from app.ui.base.overlay import Overlay
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.keyboard.dispatcher import Dispatcher
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.panels.panes import Panes
from app.ui.shell.commands.clipboard import Clipboard
from app.ui.shell.commands.command_help import CommandHelp
from app.ui.shell.commands.panels import Panels
from app.ui.shell.commands.prompts import Prompts
from app.ui.shell.commands.search import Search
from app.ui.shell.menus import Menus
from app.ui.shell.status.offer_watch import OfferWatch
from app.ui.shell.status.status_bar import Status
from app.ui.shell.welcome import Welcome
from app.ui.shell.window import Window
from app.ui.theme import system
from app.ui.theme.appearance import Appearance
from app.ui.theme.icons import Icons

_LEAST_WIDTH_PX = 420
"""Panes that are pulled wide leave the article so much."""


class Components:
    """The widgets of a window.

    Menus, panes, the article, the status bar, and the panels over them.
    """

    def __init__(  # noqa: PLR0913, PLR0917  # what it is built of
        self,
        window: Window,
        host: Host,
        appearance: Appearance,
        dispatcher: Dispatcher,
        run: Callable[[Action], object],
        index_keeper: IndexKeeper,
    ) -> None:
        self._window, self._host, self.appearance = window, host, appearance
        self._dispatcher = dispatcher
        self.icons = Icons(appearance.theme)
        self.article = ArticlePane(
            host.session, appearance.colour_scheme, self.icons, host.session.storage.retry, window
        )
        self.article.view.setLocale(QLocale(appearance.language))
        self.stack = QStackedWidget(window)
        self.stack.addWidget(self.article)
        self._welcome: QWidget | None = None
        self.stack.setMinimumWidth(_LEAST_WIDTH_PX)
        window.setCentralWidget(self.stack)
        self.panes = Panes(window, host, appearance, self.icons)
        window.resized.connect(self.panes.follow_width)
        window.pulled.connect(self.panes.keep_widths)
        self.article.view.zoom_changed.connect(self.panes.follow_zoom)
        self.panels = Panels(window, host.session, self.article, self.panes)
        self.search = Search(host, self.article, appearance, index_keeper)
        self.clipboard = Clipboard(host.session, self.panes, appearance.language)
        self.help = CommandHelp(window, host, appearance, self.icons, run)
        self.status = Status(host.session, window)
        window.setStatusBar(self.status)
        self.offers = OfferWatch(host, self.status)
        # A layout shows what it is given later; what is not shown cannot have the focus, and the panes have its room.
        for part in (self.stack, self.status):
            part.show()
        self.menus = Menus(window.menuBar(), host, appearance.keymap, self.icons, run)
        self.menus.fill(ACTIONS)
        self.article.menu_wanted.connect(self.menus.popup)
        self.article.near.compare_wanted.connect(lambda: run(by_id("article.compare_near")))
        self.article.view.link_opened.connect(lambda: run(by_id("article.open_source")))
        dispatcher.open_menu = self.menus.open_by_key

    @cached_property
    def prompts(self) -> Prompts:
        """The questions about the text, built when one is first asked."""
        return Prompts(self._host.session, self.article, self._dispatcher, self.appearance)

    def show_middle(self) -> None:
        """Show the article, or what to do while there is none.

        The panes stay away until a project is open.
        """
        session = self._host.session
        if session.project is None:
            self.panes.hide_all()
        else:
            self.panes.bring_back()
        if self._welcome is not None:
            self.stack.removeWidget(self._welcome)
            self._welcome.deleteLater()
            self._welcome = None
        if session.open_article is not None:
            self.stack.setCurrentWidget(self.article)
            return
        is_open = session.project.path.resolve() if session.project is not None else None
        recent = [path for path in map(Path, self._host.settings.recent) if path != is_open]
        self._welcome = Welcome(self._host, self.icons, recent, self.stack)
        self.stack.addWidget(self._welcome)
        self.stack.setCurrentWidget(self._welcome)
        self._welcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Add what the first look at the article can do without."""
        self.panes.fill()
        self.icons.load()
        self.article.view.set_reduced_motion(system.wants_stillness())

    def discard(self) -> None:
        """Take everything out of the window."""
        window = self._window
        window.resized.disconnect(self.panes.follow_width)
        window.pulled.disconnect(self.panes.keep_widths)
        self.panes.discard()
        for overlay in window.findChildren(Overlay):
            overlay.close_panel()
            overlay.deleteLater()
        window.menuBar().clear()
        window.takeCentralWidget()
        self.stack.deleteLater()
