"""The real window with a keyboard and a press tally.

It opens a project of cases. The tally says what each press was for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.core.change import Step
from app.core.message import Message
from app.core.model import Kind, Status
from app.core.span import Span
from app.service.jobs.importing.document_changes import place_document
from app.service.project.schemes import default_scheme
from app.service.project.settings import SettingsFile
from app.service.session.session import Session
from app.store import Project
from tests.benchmarks.presses.cases import Case, document_of
from tests.ui.desktop import Desktop, started


class Workbench:
    """Presses keys in the window and counts them by purpose."""

    def __init__(self, desktop: Desktop) -> None:
        self.program = desktop.program
        self.tally: Counter[str] = Counter()
        self._keyboard = desktop.keyboard
        self.digits = {label.name: label.key for label in self.session.scheme.of_kind(Kind.ENTITY)}

    @property
    def session(self) -> Session:
        return self.program.session

    def press(self, purpose: str, *keys: str) -> None:
        """Press keys, let the window paint, and count them."""
        for key in keys:
            self._keyboard.press(key)
            QApplication.processEvents()
            assert QApplication.activeModalWidget() is None, f"{key} brought up a dialog: {self._log()}"
            self.tally[purpose] += 1

    def _log(self) -> str:
        path = SettingsFile().path.with_name("pometka.log")
        return path.read_text("utf-8") if path.exists() else "no log"

    def marked(self) -> dict[Span, str]:
        """Return what is marked in the open article.

        It is labels by span. Rejected annotations are left out.
        """
        open_article = self.session.open_article
        assert open_article is not None
        return {row.span: row.label for row in open_article.annotations if row.status is not Status.REJECTED}


@contextmanager
def workbench_of(cases: Sequence[Case], folder: Path) -> Iterator[Workbench]:
    """Open the window on a project of these cases."""
    path = folder / "presses.pometka"
    project = Project.create(path, default_scheme())
    for case in cases:
        project.apply(Step(Message("import"), tuple(place_document(document_of(case), None, project.next_id))))
    project.close()
    desktop = started(path)
    desktop.program.window.resize(1600, 1000)
    QApplication.processEvents()
    yield Workbench(desktop)
    desktop.close()
