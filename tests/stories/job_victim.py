"""A window that runs jobs and changes between two projects without end.

It says what is on disk until it is killed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from random import Random

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.formats.export_options import ExportOptions
from app.service.jobs.importing.import_plan import ImportOptions
from app.ui.dialogs.stopping import StopDialog
from tests.ui.desktop import Desktop, started

SWITCH_MS = 900


class Restless:
    """Starts a job, and opens the other project meanwhile.

    The job is one of the open project.
    """

    def __init__(self, desktop: Desktop, folder: Path, seed: int) -> None:
        self._desktop, self._folder = desktop, folder
        self._random = Random(seed)  # a test's choice
        self._jobs = cycle(self._random.sample((self._import, self._import, self._pretag, self._export), 4))
        self._told: dict[str, int] = {}

    def start_job(self) -> None:
        """Start the next job, and come back for the change of project."""
        if not self._desktop.program.background_tasks.tasks.is_busy:
            next(self._jobs)()
        self._later(self._change)

    def tell(self) -> None:
        """Say how many articles of the open project are on disk."""
        project = self._desktop.session.project
        count = len(self._desktop.session.articles)
        if project is not None and not project.pending and self._told.get(project.path.stem) != count:
            self._told[project.path.stem] = count
            print(project.path.stem, count, flush=True)

    def _change(self) -> None:
        project = self._desktop.session.project
        other = "b" if project is not None and project.path.stem == "a" else "a"
        self._desktop.program.files.open_path(self._folder / f"{other}.pometka")
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, StopDialog):
            box = dialog.findChild(QDialogButtonBox)
            assert box is not None
            box.button(QDialogButtonBox.StandardButton.Ok).click()
        self._later(self.start_job)

    def _later(self, act: Callable[[], object]) -> None:
        QTimer.singleShot(self._random.randint(1, SWITCH_MS), act)

    def _import(self) -> None:
        project = self._desktop.session.project
        assert project is not None
        source = self._folder / f"{project.path.stem}.jsonl"
        self._desktop.program.background_tasks.start_import([source], ImportOptions(pretag=False))

    def _pretag(self) -> None:
        self._desktop.program.background_tasks.pretag(list(self._desktop.session.articles.shown))

    def _export(self) -> None:
        self._desktop.program.background_tasks.exports.start(self._folder / "out.jsonl", ExportOptions())


def main() -> None:
    """Open a project of the folder that is named.

    The seed, by which all is chosen, comes second.
    """
    folder = Path(sys.argv[1])
    seed = int(sys.argv[2])
    restless = Restless(started(folder / f"{'ab'[seed % 2]}.pometka"), folder, seed)
    timer = QTimer()
    timer.timeout.connect(restless.tell)
    timer.start(1)
    QTimer.singleShot(0, restless.start_job)
    sys.exit(QApplication.exec())


if __name__ == "__main__":
    main()
