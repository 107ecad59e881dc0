"""Icons by name in the theme's colours; the icon font is loaded when the first icon is asked for, after first paint."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app.ui.theme import Theme


class Icons:
    """Draw icons of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get(self, name: str, colour: str = "") -> QIcon:
        """Return the icon of a qtawesome name ("mdi6.check"), in `colour` or the text's own; an empty one for ""."""
        if not name:
            return QIcon()
        import qtawesome  # noqa: PLC0415  # twice an empty window's start: not before the first paint

        theme = self._theme
        return qtawesome.icon(  # type: ignore[no-any-return]
            name, color=colour or theme.muted, color_active=colour or theme.text, color_disabled=theme.line
        )
