"""What the parts of the window work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.service.session.session import Session
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.settings_store import SettingsStore
from app.ui.theme.appearance import Appearance


@dataclass(frozen=True, slots=True)
class WindowContext:
    """The window, what is open in it, and how it looks now.

    `find_appearance` says how: language, theme and keys may change while a part lives.
    """

    window: QWidget
    session: Session
    store: SettingsStore
    find_appearance: Callable[[], Appearance]
    catch_errors: ErrorBoundary
