"""Every edit does the same by each route: its key, its menu entry, the palette."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.model import Document
from app.service.actions import by_id
from tests.service.samples import state
from tests.stories.keyboard import Keyboard
from tests.ui.desktop import Desktop, started

EDITS = [
    "annotation.accept",
    "annotation.reject",
    "annotation.accept_one",
    "annotation.spread",
    "label.9",
    "claim.2",
    "boundary.end_right",
    "boundary.char_end_left",
    "article.done",
    "article.finish",
]


def by_key(desktop: Desktop, action_id: str) -> None:
    desktop.keyboard.press(by_id(action_id).keys[0])


def by_menu(desktop: Desktop, action_id: str) -> None:
    entry = desktop.program.parts.menus.entry(action_id)
    assert entry is not None
    entry.trigger()


def by_palette(desktop: Desktop, action_id: str) -> None:
    desktop.keyboard.press("Ctrl+K")
    keyboard: Keyboard = desktop.keyboard
    keyboard.type(action_id)
    keyboard.press("Enter")


def after(path: Path, action_id: str, route: Callable[[Desktop, str], None]) -> list[Document]:
    """Return the project after one edit, without its times."""
    desktop = started(path)
    route(desktop, action_id)
    documents = state(desktop.session)
    changed = desktop.session.undo_title()
    assert changed is not None
    assert str(changed) != "import", "the edit is a step of its own"
    desktop.close()
    return documents


@pytest.mark.parametrize("action_id", EDITS)
@pytest.mark.parametrize("route", [by_menu, by_palette])
def test_route_does_what_the_key_does(tmp_path: Path, action_id: str, route: Callable[[Desktop, str], None]) -> None:
    key = after(tmp_path / "key.pometka", action_id, by_key)
    other = after(tmp_path / "other.pometka", action_id, route)
    assert [timeless(document) for document in other] == [timeless(document) for document in key]


def timeless(document: Document) -> list[tuple[object, ...]]:
    rows = [(row.id, row.label, row.pieces, row.status, row.origin, row.roles) for row in document.annotations]
    return [(document.article.progress,), *rows]
