"""Test a project with a damaged free list.

It is in a window, by real keys: `python -m tests.stories.damage_faults 20`.

Each round opens it, sees that keys write nothing, chooses “Edit anyway”, decides 25 times, asks to quit, and saves
the project as another file: all of the decisions are there. The damaged file is as it was until “Edit anyway”.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.service.samples import long_article, opened
from tests.stories.file_faults import Window, decided, play_rounds, save_elsewhere, screen, started

DECISIONS = 25
CHECKED_S = 3.0
"""The check has ended, and its banner is up, so long after the window is: nothing outside the window tells."""
_FREE_LIST_AT = 32
"""Where the header of a SQLite file holds the first page of the free list, and how many pages are in it."""


def free_list(window: Window, folder: Path) -> None:
    """Edit a project that takes no write.

    Then save what was done elsewhere.
    """
    before = window.path.read_bytes()
    window.focus("^p — Pometka$|— p — Pometka$")
    time.sleep(CHECKED_S)
    window.decide(3)
    assert window.path.read_bytes() == before, "the damaged file was changed"
    window.keys("F6", "Return")  # there is no backup: “Edit anyway” is all that is offered
    window.decide(DECISIONS)
    window.quit_and_be_asked()
    save_elsewhere(window, folder / "saved.pometka")
    assert window.ended() == 0
    assert decided(folder / "saved.pometka") == DECISIONS


def damage_free_list(path: Path) -> None:
    with path.open("rb+") as file:
        file.seek(_FREE_LIST_AT)
        file.write((999_999).to_bytes(4, "big") + (1).to_bytes(4, "big"))


def play(environment: dict[str, str]) -> None:
    """Play one round; raise where a decision was lost."""
    with tempfile.TemporaryDirectory() as name:
        settings, folder = Path(name) / "settings", Path(name) / "projects"
        settings.mkdir()
        folder.mkdir()
        (settings / "settings.json").write_text(json.dumps({"language": "en", "author": "Ая"}), "utf-8")
        path = folder / "p.pometka"
        opened(path, *long_article(2 * DECISIONS)).projects.close()
        damage_free_list(path)
        with started(path, {**environment, "POMETKA_CONFIG_DIR": str(settings)}) as window:
            free_list(window, folder)


def main(rounds: int) -> int:
    """Play so many rounds; return 1 where any lost something."""
    with screen() as environment:
        return play_rounds((free_list,), (), rounds, lambda fault, number: play(environment))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
