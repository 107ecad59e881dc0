"""What an action is.

The one thing that menus, keys, palette, tooltips and the README's table are made of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.core.message import Message
from app.core.span import Span
from app.service.commands.host import Host
from app.service.wording import shorten_text


def always(_: Host) -> bool:
    """Say that an action applies everywhere."""
    return True


def in_project(host: Host) -> bool:
    """Say whether a project is open."""
    return host.session.project is not None


def in_article(host: Host) -> bool:
    """Say whether an article is open."""
    return host.session.open_article is not None


def edited_span(host: Host) -> Span | None:
    """Return the span that an edit changes.

    The selection, else the current annotation, else the caret's word.
    """
    cursor, current = host.session.cursor, host.session.navigation.current
    if cursor.selection is not None:
        return cursor.selection
    return current.span if current is not None else cursor.caret


def on_annotation(host: Host) -> bool:
    """Say whether there is a current annotation."""
    return host.session.navigation.current is not None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a user can do.

    `id` is noun.verb and never changes; `title` is English. `menu` is the path of its menu ("View/Theme"); `icon` is a
    name of qtawesome. `checked` tells a toggle's state. `named` gives a title that follows the project. `repeats`: a
    held key repeats it. `in_fields`: its key works while a text field has the focus. `target` is what of the text it is
    about: it acts only while some of that is on screen. `synonyms`: other words that people look for it by, in English.
    `exists` tells whether there is such a thing at all: what does not exist is listed nowhere. `changes_data`: it edits
    the project, so that no chance match may offer it.
    """

    id: str
    title: str
    run: Callable[[Host], object]
    keys: tuple[str, ...] = ()
    menu: str = ""
    icon: str = ""
    applies: Callable[[Host], bool] = always
    checked: Callable[[Host], bool] | None = None
    named: Callable[[Host], Message] | None = None
    repeats: bool = False
    in_fields: bool = False
    starts_section: bool = False
    target: Callable[[Host], Span | None] | None = None
    synonyms: str = ""
    exists: Callable[[Host], bool] = always
    changes_data: bool = False

    @property
    def asks(self) -> bool:
        """Whether it opens something to type or to choose in."""
        return self.title.endswith("…")

    def perform(self, host: Host) -> bool:
        """Run the action; say whether it ran.

        Where its target is off the screen, bring that into view instead and say so.
        """
        target = self.target(host) if self.target is not None else None
        if target is None or host.view.is_in_sight(target):
            self.run(host)
            return True
        host.view.ensure_visible(target)
        assert host.session.open_article is not None, "a target is in an article"
        words = shorten_text(host.session.open_article.text[target.start : target.stop])
        host.session.notified.emit(Message("“{text}” was off the screen: press again to change it.", {"text": words}))
        return False

    def message(self, host: Host) -> Message:
        """Return the title as it reads now."""
        return self.named(host) if self.named is not None else Message(self.title)
