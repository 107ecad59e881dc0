"""Actions that open recent projects, one for each place in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from app.core.message import Message
from app.service.commands.action import Action
from app.service.commands.host import Host

_MAX_LISTED = 9


def recent_actions() -> Iterator[Action]:
    """Yield an action for each recent project.

    There is one for each place in the list. Open projects are left out.
    """
    for place in range(_MAX_LISTED):
        yield Action(
            id=f"recent.{place + 1}",
            title="Open a recent project",
            run=_opener(place),
            menu="File/Open Recent",
            applies=_is_taken(place),
            exists=_is_taken(place),
            named=_named(place),
            in_fields=True,
        )


def _recent(host: Host, place: int) -> Path | None:
    """Return the project at a place; the open one is left out."""
    project = host.session.project
    is_open = str(project.path.resolve()) if project is not None else ""
    others = [name for name in host.settings.recent if name != is_open]
    return Path(others[place]) if place < len(others) else None


def _opener(place: int) -> Callable[[Host], None]:
    def run(host: Host) -> None:
        path = _recent(host, place)
        if path is not None:
            host.projects.try_to_open(path)

    return run


def _is_taken(place: int) -> Callable[[Host], bool]:
    return lambda host: _recent(host, place) is not None


def _named(place: int) -> Callable[[Host], Message]:
    def message(host: Host) -> Message:
        path = _recent(host, place)
        if path is None:
            return Message("Open a recent project")
        return Message("Open {name} · {folder}", {"name": path.stem, "folder": str(path.parent)})

    return message
