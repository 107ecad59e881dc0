"""What the inside of the window is built for: language, colours, keys."""

from __future__ import annotations

from dataclasses import dataclass

from app.service.commands.keymap import Keymap
from app.service.project.settings import Settings
from app.ui.theme import system
from app.ui.theme.label_colours import ColourScheme, colour_scheme_for
from app.ui.theme.theme import Theme, theme_for


@dataclass(frozen=True, slots=True)
class Appearance:
    """One choice of them.

    Another one means that the inside is built anew.
    """

    language: str
    theme: Theme
    keymap: Keymap

    @property
    def colour_scheme(self) -> ColourScheme:
        """The article view's colours for the theme and system contrast."""
        return colour_scheme_for(dark=self.theme.is_dark, contrast=system.wants_contrast())


def appearance_for(settings: Settings, language: str) -> Appearance:
    """Return what the settings ask for, in the language that is on."""
    keymap = Keymap(overrides=settings.keys, preset=settings.preset)
    return Appearance(language, theme_for(settings.theme), keymap)
