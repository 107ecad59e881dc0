"""The colours of the window, light and dark.

A Qt palette and a small stylesheet made from one set of named colours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.core.files.resources import resource
from app.ui.theme import system
from app.ui.theme.stylesheet import STYLESHEET


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours as "#rrggbb".

    Text colours have a contrast of 4.5 or more on every background they stand on.
    """

    name: str
    window: str
    surface: str
    raised: str
    line: str
    strong_line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    good: str
    warning: str
    danger: str
    danger_surface: str

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    window="#f3f3f1",
    surface="#ffffff",
    raised="#fafaf9",
    line="#dfdedb",
    strong_line="#b9b8b4",
    text="#1d2126",
    muted="#5a616b",
    accent="#2a5bd7",
    on_accent="#ffffff",
    selection="#dce7ff",
    hover="#e9e9e6",
    good="#1b7044",
    warning="#855400",
    danger="#b3261e",
    danger_surface="#fdeceb",
)

DARK = Theme(
    name="dark",
    window="#1b1d21",
    surface="#212429",
    raised="#262a30",
    line="#363b43",
    strong_line="#565d68",
    text="#e4e6e9",
    muted="#a2aab5",
    accent="#82aaff",
    on_accent="#0f1420",
    selection="#283b66",
    hover="#2d3239",
    good="#6fcf97",
    warning="#efc264",
    danger="#ff9a91",
    danger_surface="#43211f",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_for(setting: str) -> Theme:
    """Return the theme of a setting.

    "system" asks the system, and is light where the system does not say. High contrast is on where the system asks for
    it.
    """
    theme = THEMES.get(setting) or (DARK if system.wants_dark() else LIGHT)
    return contrasted(theme) if system.wants_contrast() else theme


def contrasted(theme: Theme) -> Theme:
    """Return a theme with stronger quiet text and lines.

    Text becomes as strong as all text, lines as strong as quiet text.
    """
    return replace(theme, muted=theme.text, line=theme.muted, strong_line=theme.muted)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Put a theme on the whole program.

    The one that is on costs nothing.
    """
    sheet = stylesheet(theme)
    if app.styleSheet() == sheet:
        return
    if app.style().objectName() != "fusion":
        app.setStyle("fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    made = QPalette(QColor(theme.window))
    for role, colour in _palette_roles(theme):
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.strong_line))
    return made


def _palette_roles(theme: Theme) -> list[tuple[QPalette.ColorRole, str]]:
    role = QPalette.ColorRole
    return [
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.raised),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.danger),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Highlight, theme.selection),
        (role.HighlightedText, theme.text),
        (role.Accent, theme.accent),
        (role.Light, theme.raised),
        (role.Midlight, theme.hover),
        (role.Mid, theme.line),
        (role.Dark, theme.strong_line),
        (role.Shadow, theme.strong_line),
    ]


def stylesheet(theme: Theme) -> str:
    """Return the stylesheet with the theme's colours put in for `@name`."""
    text = STYLESHEET
    for name in sorted(Theme.__slots__, key=len, reverse=True):
        text = text.replace("@" + name, getattr(theme, name))
    return text.replace("@icons", resource("icons").as_posix())


def strong(font: QFont, scale: float = 1.0) -> QFont:
    """Return a font in a heavier weight, and larger by `scale`."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    made.setPointSizeF(font.pointSizeF() * scale)
    return made
