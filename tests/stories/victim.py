"""A window that waits to be killed.

It presses one key, says when that is acknowledged, and then waits.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.desktop import started


def main() -> None:
    """Open a project, relabel its first annotation, and report it.

    The project is named. The id of the annotation is printed once it is on disk.
    """
    desktop = started(Path(sys.argv[1]))
    current = desktop.session.navigation.current
    project = desktop.session.project
    desktop.keyboard.press("Ctrl+9")
    assert current is not None
    assert project is not None
    timer = QTimer()

    def tell() -> None:
        if not project.pending:
            timer.stop()
            print(current.id, flush=True)

    timer.timeout.connect(tell)
    timer.start(1)
    sys.exit(QApplication.exec())


if __name__ == "__main__":
    main()
