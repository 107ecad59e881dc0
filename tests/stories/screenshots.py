"""Take the README's pictures by real keys.

`python -m tests.stories.screenshots [NAME…]` takes them from the sample articles: these alone, or all.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Status
from app.service.project.settings import FOLDER_VARIABLE, Settings, SettingsFile
from app.store import Project
from app.store.files.backups import Reason, backup
from tests.ui.desktop import started

_ROOT = Path(__file__).resolve().parents[2]
_PICTURES = _ROOT / "resources" / "screenshots"
_SCREEN = {"name": "desk", "x": 0, "y": 0, "width": 1440, "height": 900}
_SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_WORK = (*["Space"] * 7, "Tab", "Tab", "Backspace", "C")
"""Some decisions, so that all kinds of them can be seen."""
_STILL_MS = 600
"""A picture is taken when all has come to rest: no signal says that nothing more is to come."""
_INDEXED_MS = 12_000
"""The same for windows that show what the index holds."""
_AUTHOR = "Айгерим"
_BACKUPS = (Reason.OPENING, Reason.IMPORT, Reason.TAGGING, Reason.SCHEME)
"""The backups that the picture of them lists, one a day, the oldest first."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture of the window.

    It holds how the window looks, and the keys that are pressed before it is taken.

    `command` is found in the palette by these words then. The picture is taken `rest_ms` later, and a dialog that is
    open in the window's place.
    """

    name: str
    keys: Sequence[str] = ()
    language: str = "en"
    theme: str = "light"
    zoom: int = 100
    command: str = ""
    has_backups: bool = False
    rest_ms: int = _STILL_MS


SHOTS = (
    Shot("window-light", ("]", *_WORK)),
    Shot("window-dark", ("]", *_WORK), language="ru", theme="dark"),
    Shot("claim-dark", ("]", "]", "C", "C"), theme="dark"),
    Shot("dense", ("]", "]", "Down", "Down")),
    Shot("dense-150-dark", ("]", "]", "Down", "Down"), theme="dark", zoom=150),
    Shot("hints", (*["]"] * 7, "F")),
    Shot("hints-dark", (*["]"] * 7, "F"), language="ru", theme="dark"),
    Shot("concordance", ("Tab", "Shift+P")),
    Shot("concordance-dark", ("Tab", "Shift+P"), language="ru", theme="dark"),
    Shot("history", ("]", *_WORK, "U", "U", "U", "Tab", "Space", "Ctrl+H")),
    Shot("history-dark", ("]", *_WORK, "U", "U", "U", "Tab", "Space", "Ctrl+H"), language="ru", theme="dark"),
    Shot("backups", command="Backups", has_backups=True),
    Shot("backups-dark", command="Резервные копии", has_backups=True, language="ru", theme="dark"),
    Shot("keys", ("Shift+/",), language="ru"),
    Shot("keys-dark", ("Shift+/",), theme="dark"),
    Shot("help", ("F1",)),
    Shot("help-dark", ("F1",), language="ru", theme="dark"),
    Shot("ledger", ("Ctrl+Shift+L",), rest_ms=_INDEXED_MS),
    Shot("ledger-dark", ("Ctrl+Shift+L",), language="ru", theme="dark", rest_ms=_INDEXED_MS),
    Shot("register", ("Ctrl+Shift+E",), rest_ms=_INDEXED_MS),
    Shot("register-dark", ("Ctrl+Shift+E",), language="ru", theme="dark", rest_ms=_INDEXED_MS),
)


def main(names: Sequence[str]) -> None:
    """Import the sample articles and take pictures of them.

    Those of these names; all where none is given.
    """
    _PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER_VARIABLE] = folder
        screens = Path(folder) / "screens.json"
        screens.write_text(json.dumps({"screens": [_SCREEN]}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        project = Path(folder) / "seeds.pometka"
        subprocess.run([sys.executable, "-m", "app", "import", project, _ROOT / "seeds"], cwd=_ROOT, check=True)
        for shot in SHOTS:
            if not names or shot.name in names:
                _take(shot, project)


def _take(shot: Shot, project: Path) -> None:
    copy = project.with_name(shot.name) / project.name
    copy.parent.mkdir()
    copy.write_bytes(project.read_bytes())
    SettingsFile().save(Settings(language=shot.language, theme=shot.theme, zoom=shot.zoom, author=_AUTHOR))
    if shot.has_backups:
        _make_backups(copy)
    desktop = started(copy)
    desktop.program.window.resize(1360, 860)
    QTest.qWait(_STILL_MS)
    desktop.keyboard.press(*shot.keys)
    if shot.command:
        desktop.keyboard.press("Ctrl+K")
        desktop.keyboard.type(shot.command)
        desktop.keyboard.press("Enter")
    QTest.qWait(shot.rest_ms)
    shown = QApplication.activeModalWidget() or desktop.program.window
    shown.grab().save(str(_PICTURES / f"{shot.name}.png"), quality=0)  # the smallest file
    if shown is not desktop.program.window:
        shown.close()
    desktop.close()
    application = QCoreApplication.instance()
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)  # the next picture may be in another language
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _make_backups(path: Path) -> None:
    """Make a backup after each of some decisions.

    They look as if they were made on several days.
    """
    with Project.open(path) as project:
        annotations = project.annotations(project.articles()[0].id)
        for days, (reason, row) in enumerate(zip(_BACKUPS, annotations, strict=False), start=-len(_BACKUPS)):
            project.apply(Step(Message("accept"), (Change(row, replace(row, status=Status.ACCEPTED)),))).wait()
            time = datetime.now().astimezone() + timedelta(days=days + 1, minutes=37 * days)
            made = backup(path, time.date(), reason)
            os.utime(made, (time.timestamp(), time.timestamp()))


if __name__ == "__main__":
    main(sys.argv[1:])
