"""Icons by name in the theme's colours.

The icon font is loaded once the article can be seen, not before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from shiboken6 import isValid

from app.ui.theme.theme import Theme

_FONT, _FILE = "mdi6", "materialdesignicons6-webfont-"
"""The prefix of the names of icons, and how the file of their font begins."""


@cache
def _load_font() -> Any:
    """Return the one icon font that is used.

    Each font that is loaded lays out the text on screen anew, and qtawesome's own functions load a dozen.
    """
    import qtawesome  # noqa: PLC0415  # it takes as long as an empty window's start
    from qtawesome.iconic_font import IconicFont  # noqa: PLC0415  # as above

    _, files = qtawesome.get_fonts_info()
    file = next(name for name in files if name.startswith(_FILE))
    characters = file.replace(_FILE, f"{_FILE}charmap-").replace(".ttf", ".json")
    return IconicFont((_FONT, file, characters))


class Icons:
    """Draw icons of one theme.

    Before `load` is called widgets are noted, and get their icons then.
    """

    def __init__(self, theme: Theme, *, is_loaded: bool = False) -> None:
        self._theme = theme
        self._is_loaded = is_loaded
        self._waiting: list[tuple[QObject, Callable[[QIcon], object], str, bool]] = []

    def give_icon(
        self, name: str, owner: QObject, show: Callable[[QIcon], object], *, is_on_accent: bool = False
    ) -> None:
        """Give `owner` its icon through `show`, now or after loading.

        `is_on_accent` where the focus paints what is behind the icon.
        """
        if self._is_loaded:
            show(self.get(name, is_on_accent=is_on_accent))
        elif name:
            self._waiting.append((owner, show, name, is_on_accent))

    def load(self) -> None:
        """Load the icons, and give them to who waits."""
        self._is_loaded = True
        waiting, self._waiting = self._waiting, []
        for owner, show, name, is_on_accent in waiting:
            if isValid(owner):
                show(self.get(name, is_on_accent=is_on_accent))

    def get(self, name: str, *, is_on_accent: bool = False) -> QIcon:
        """Return the icon of a qtawesome name ("mdi6.check").

        At once; an empty one for "".
        """
        if not name:
            return QIcon()
        theme = self._theme
        return _load_font().icon(  # type: ignore[no-any-return]
            name,
            color=theme.muted,
            color_active=theme.on_accent if is_on_accent else theme.text,
            color_disabled=theme.line,
        )
