"""A key that is held decides once.

It is pressed, held and released by the X server, which repeats it on its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.model import Progress, Status
from app.store import Project
from tests.service.samples import add_article, entity, opened
from tests.stories.screen import Screen, missing_programs, started_screen
from tests.waiting import until

HOLD_S = 0.7
"""A key that is held so long comes twenty times more: no repeat may decide, so there is nothing to wait for."""
NAMES = ("Айжан", "Берик", "Вера", "Глеб", "Дана", "Ерлан", "Жанна", "Зарина")
TEXT = " ".join(f"{name} сказала." for name in NAMES)
# X11 key codes: the places of these keys on any layout.
THREE, BACKSPACE, ENTER, SPACE, N, U, K, Q = 12, 22, 36, 65, 57, 30, 45, 24
SETTIN = (39, 26, 28, 28, 31, 57)


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    """Start a screen whose keys repeat.

    They repeat after 200 ms, forty times a second.
    """
    if missing := missing_programs():
        pytest.skip(f"holding real keys needs {', '.join(missing)}")
    with started_screen() as screen:
        yield screen


def project_at(path: Path) -> None:
    """Make a project of three articles.

    Each has eight proposals, all of them called organisations.
    """
    session = opened(path, TEXT, [entity(TEXT, name, "ORG") for name in NAMES])
    for number in (2, 3):
        text = f"{TEXT} {number}"
        add_article(session, text, [entity(text, name, "ORG") for name in NAMES], f"Статья {number}")
    session.projects.close()


@pytest.mark.parametrize("layout", ["us", "ru", "kz"])
def test_a_held_key_decides_once_under_each_layout(
    layout: str, screen: Screen, tmp_path: Path, own_settings: Path, root: Path
) -> None:
    path = tmp_path / "held.pometka"
    project_at(path)
    (own_settings / "settings.json").write_text(json.dumps({"language": "en"}), encoding="utf-8")
    screen.use_layout(layout)
    with screen.program(path, root) as program:
        for key in (SPACE, BACKSPACE, THREE, U):
            screen.hold(key, seconds=HOLD_S)
        # The note editor opens on N, and closes on Enter with nothing in it.
        screen.hold(N, seconds=HOLD_S)
        screen.hold(ENTER, seconds=HOLD_S)
        # The palette opens the settings on Enter; held, it does not press the button that Enter stands for there.
        screen.press(f"ctrl+{K}", *SETTIN)
        screen.hold(ENTER, seconds=HOLD_S)
        dialog = until(lambda: screen.xdotool("search", "--onlyvisible", "--name", "^Settings$"), "no settings came up")
        screen.press("Escape")
        until(lambda: dialog not in visible_windows(screen), "the settings did not close")
        screen.hold("ctrl", ENTER, seconds=HOLD_S)
        screen.press(f"ctrl+{Q}")
        assert program.wait(60) == 0
    assert screen.layout == layout
    project = Project.open(path, read_only=True)
    first, *others = project.articles()
    decided = [(row.label, row.status) for row in project.annotations(first.id)]
    untouched = [row.status for article in others for row in project.annotations(article.id)]
    notes = list(project.notes(first.id))
    project.close()
    # Held U took back one decision, that of the third; finishing then accepted what was left in the first article.
    assert decided == [("ORG", Status.ACCEPTED), ("ORG", Status.REJECTED), *[("ORG", Status.ACCEPTED)] * 6]
    assert first.progress is Progress.DONE
    assert {article.progress for article in others} == {others[0].progress}
    assert others[0].progress is not Progress.DONE
    assert set(untouched) == {Status.PROPOSED}
    assert notes == []


def visible_windows(screen: Screen) -> str:
    return screen.xdotool("search", "--onlyvisible", "--name", ".")
