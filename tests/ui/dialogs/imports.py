"""Import articles in the window, and find the reports on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.service.jobs.importing.import_plan import ImportOptions
from app.ui.dialogs.import_report.compare_window import CompareDialog
from app.ui.dialogs.import_report.report_window import ImportReportDialog
from tests.stories.keyboard import Keyboard
from tests.ui.desktop import Desktop, wait_until

LINES = [f"Абзац {number} 👩‍🚀 говорит о дороге, мосте и школе номер {number}." for number in range(15)]
TEXT = "\n".join(LINES)
NEAR = TEXT.replace("школе номер 7", "больнице имени Аль-Фараби")
OTHER = "Совсем другая статья о другом деле, в которой нет ничего общего с первой."


def write(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return [folder / f"{name}.txt" for name in texts]


def bring_in(desktop: Desktop, paths: list[Path]) -> None:
    tasks = desktop.program.background_tasks
    tasks.start_import(paths, ImportOptions(pretag=False))
    wait_until(lambda: not tasks.tasks.is_busy)
    QApplication.processEvents()


def dialog_of(desktop: Desktop, kind: type) -> ImportReportDialog | CompareDialog | None:
    found = [one for one in desktop.program.window.findChildren(kind) if one.isVisible()]
    return found[-1] if found else None


def report_of(desktop: Desktop) -> ImportReportDialog:
    wait_until(lambda: dialog_of(desktop, ImportReportDialog) is not None)
    dialog = dialog_of(desktop, ImportReportDialog)
    assert isinstance(dialog, ImportReportDialog)
    return dialog


def keys_of(dialog: ImportReportDialog | CompareDialog) -> Keyboard:
    handle = dialog.windowHandle()
    assert handle is not None
    return Keyboard(handle)
