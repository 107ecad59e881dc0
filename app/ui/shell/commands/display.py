"""How the window looks: theme, language, full screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from app.ui.base.settings_store import SettingsStore


class Display:
    """Change the settings of the look, and the state of the window."""

    def __init__(self, window: QMainWindow, store: SettingsStore) -> None:
        self._window, self._store = window, store

    def set_theme(self, name: str) -> None:
        """Use a theme: "light", "dark", or "system"."""
        self._store.change(replace(self._store.settings, theme=name))

    def set_language(self, code: str) -> None:
        """Use a language; "" follows the system."""
        self._store.change(replace(self._store.settings, language=code))

    def toggle_full_screen(self) -> None:
        """Fill the screen with the window, or leave that."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_web_page(self, address: str) -> None:
        """Open a page in the browser."""
        QDesktopServices.openUrl(QUrl(address))

    def open_menus(self) -> None:
        """Open the first menu of the bar; arrows lead to the others."""
        bar = self._window.menuBar()
        for first in bar.actions()[:1]:
            bar.setActiveAction(first)
