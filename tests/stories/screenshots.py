"""Take the README's pictures: `python -m tests.stories.screenshots`, from the sample articles, by real keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest

from app.service.project.settings import FOLDER_VARIABLE, Settings, SettingsFile
from tests.ui.desktop import started

_ROOT = Path(__file__).resolve().parents[2]
_PICTURES = _ROOT / "resources" / "screenshots"
_SCREEN = {"name": "desk", "x": 0, "y": 0, "width": 1440, "height": 900}
_SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_WORK = (*["Space"] * 7, "Tab", "Tab", "Backspace", "C")
"""Some decisions, so that all kinds of them can be seen."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: how the window looks, and the keys that are pressed before it is taken."""

    name: str
    keys: Sequence[str]
    language: str = "en"
    theme: str = "light"
    zoom: int = 100


SHOTS = (
    Shot("window-light", ("]", *_WORK)),
    Shot("window-dark", ("]", *_WORK), language="ru", theme="dark"),
    Shot("claim-dark", ("]", "]", "C", "C"), theme="dark"),
    Shot("dense", ("]", "]", "Down", "Down")),
    Shot("dense-150-dark", ("]", "]", "Down", "Down"), theme="dark", zoom=150),
    Shot("hints", (*["]"] * 7, "F")),
    Shot("hints-dark", (*["]"] * 7, "F"), language="ru", theme="dark"),
    Shot("keys", ("F1",), language="ru"),
    Shot("keys-dark", ("F1",), theme="dark"),
)


def main() -> None:
    """Import the sample articles and take every picture of them."""
    _PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER_VARIABLE] = folder
        screens = Path(folder) / "screens.json"
        screens.write_text(json.dumps({"screens": [_SCREEN]}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        project = Path(folder) / "seeds.pometka"
        subprocess.run([sys.executable, "-m", "app", "import", project, _ROOT / "seeds"], cwd=_ROOT, check=True)
        for shot in SHOTS:
            _take(shot, project)


def _take(shot: Shot, project: Path) -> None:
    copy = project.with_name(f"{shot.name}.pometka")
    copy.write_bytes(project.read_bytes())
    SettingsFile().save(Settings(language=shot.language, theme=shot.theme, zoom=shot.zoom))
    desktop = started(copy)
    desktop.program.window.resize(1360, 860)
    QTest.qWait(300)
    desktop.keyboard.press(*shot.keys)
    QTest.qWait(600)
    desktop.program.window.grab().save(str(_PICTURES / f"{shot.name}.png"), quality=0)  # the smallest file
    desktop.close()
    QTest.qWait(50)


if __name__ == "__main__":
    main()
