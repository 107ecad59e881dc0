"""The report of an import in the window.

Read, copied, followed and decided by keys alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.core.text.utf16 import Utf16Map
from app.service.jobs.importing.import_plan import ImportOptions
from app.ui.dialogs.import_report.compare_window import CompareDialog
from app.ui.dialogs.import_report.report_window import ImportReportDialog
from tests.ui.desktop import Desktop, wait_until
from tests.ui.dialogs.imports import LINES, NEAR, OTHER, TEXT, bring_in, dialog_of, keys_of, report_of, write


@pytest.fixture
def near(desktop: Desktop, tmp_path: Path) -> Desktop:
    """Return a window after an import of five files.

    Two are taken, one of them near, one known, one empty.
    """
    bring_in(desktop, write(tmp_path / "1", a=TEXT))
    bring_in(desktop, write(tmp_path / "2", a=TEXT, b=NEAR, c=OTHER, d=""))
    return desktop


def test_an_import_that_took_all_opens_no_window(desktop: Desktop, tmp_path: Path) -> None:
    bring_in(desktop, write(tmp_path / "1", a=TEXT, b=OTHER))
    assert dialog_of(desktop, ImportReportDialog) is None
    desktop.keyboard.press("Ctrl+Alt+I")
    rows = report_of(desktop).rows
    assert [rows.data(rows.index(row)).strip() for row in range(rows.rowCount())] == [
        "Taken in: 2",
        "Абзац 0 👩‍🚀 говорит о дороге, мосте и школе номер 0.",
        OTHER,
    ]
    report_of(desktop).reject()


def test_the_report_lists_what_wants_a_decision_first(near: Desktop) -> None:
    rows = report_of(near).rows
    words = [rows.data(rows.index(row)) for row in range(rows.rowCount())]
    titles = [line for line in words if not line.startswith(" ")]
    assert titles == ["Nearly the same: 1", "Left out or changed: 1", "Known already: 1", "Taken in: 2"]
    assert "“d.txt”" in words[3] and "%" in words[1]


def test_the_line_says_what_came_of_an_import_beside_its_report(desktop: Desktop, tmp_path: Path) -> None:
    said: list[str] = []
    desktop.session.notified.connect(lambda message: said.append(message.template))
    paths = write(tmp_path / "twice", first=OTHER)
    bring_in(desktop, paths)
    bring_in(desktop, paths)
    report_of(desktop)
    assert said[-1] == "0 articles imported · 1 known already"


def test_copy_takes_the_whole_report(near: Desktop) -> None:
    dialog = report_of(near)
    keys_of(dialog).press("Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    for words in ("Nearly the same: 1", "“d.txt”", "Known already: 1", "Taken in: 2", OTHER[:40]):
        assert words in copied
    dialog.reject()


def test_enter_on_an_article_opens_it(near: Desktop) -> None:
    dialog = report_of(near)
    keys_of(dialog).press("End", "Enter")
    wait_until(lambda: dialog_of(near, ImportReportDialog) is None)
    assert near.session.open_article is not None and near.session.open_article.text == OTHER


def test_near_articles_stand_side_by_side_with_what_differs_marked(near: Desktop) -> None:
    report = report_of(near)
    keys_of(report).press("Enter")
    wait_until(lambda: dialog_of(near, CompareDialog) is not None)
    dialog = dialog_of(near, CompareDialog)
    assert isinstance(dialog, CompareDialog)
    wait_until(lambda: QApplication.activeWindow() is dialog)
    assert (dialog.new_text.toPlainText(), dialog.other_text.toPlainText()) == (NEAR, TEXT)
    marked = [one.cursor.selectedText() for one in dialog.new_text.extraSelections()]
    assert "больнице имени Аль-Фараби" in " ".join(marked)
    assert len(marked) < 4 and Utf16Map(NEAR).to_utf16(len(NEAR)) > len(NEAR)
    keys_of(dialog).press("Enter")  # keep both
    wait_until(lambda: dialog_of(near, CompareDialog) is None)
    assert len(near.session.articles.shown) == 4
    report.reject()


def test_backspace_leaves_the_new_article_out_and_undo_brings_it_back(near: Desktop) -> None:
    report = report_of(near)
    before = len(near.session.articles.shown)
    keys_of(report).press("Backspace")
    assert len(near.session.articles.shown) == before - 1
    rows = report.rows
    assert rows.data(rows.index(1)).endswith("left out")
    assert LINES[0] in rows.data(rows.index(1))
    keys_of(report).press("Up", "Backspace", "Enter")  # it is gone: nothing more happens
    assert len(near.session.articles.shown) == before - 1
    report.reject()
    near.keyboard.press("Ctrl+Z")
    assert len(near.session.articles.shown) == before


def test_a_report_that_is_shown_again_knows_what_was_left_out(near: Desktop) -> None:
    keys_of(report_of(near)).press("Backspace", "Escape")
    near.keyboard.press("Ctrl+Alt+I")
    report = report_of(near)
    wait_until(lambda: QApplication.activeWindow() is report)
    before = len(near.session.articles.shown)
    keys_of(report).press("Home", "Enter", "Backspace")
    assert dialog_of(near, CompareDialog) is None
    assert len(near.session.articles.shown) == before
    assert report.rows.data(report.rows.index(1)).endswith("left out")
    report.reject()


def test_an_import_that_brought_nothing_leaves_no_new_project(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "documents"))
    made = tmp_path / "documents" / "Pometka" / "a.pometka"
    desktop.session.projects.close()
    bring_in(desktop, write(tmp_path / "1", a=""))
    assert desktop.session.project is None and not made.exists()
    report_of(desktop).reject()
    bring_in(desktop, write(tmp_path / "2", a=TEXT))
    assert desktop.session.project is not None and made.exists()


def bring_in_while_working(desktop: Desktop, paths: list[Path]) -> list[str]:
    """Import while keys go on; return what the line said."""
    said: list[str] = []
    desktop.session.notified.connect(lambda message: said.append(message.template))
    tasks = desktop.program.background_tasks
    tasks.start_import(paths, ImportOptions(pretag=False))
    desktop.keyboard.press("Tab")
    wait_until(lambda: not tasks.tasks.is_busy)
    QApplication.processEvents()
    return said


def test_no_report_takes_the_keys_of_who_works_on_meanwhile(desktop: Desktop, tmp_path: Path) -> None:
    bring_in(desktop, write(tmp_path / "1", a=TEXT))
    said = bring_in_while_working(desktop, write(tmp_path / "2", b=NEAR, d=""))
    assert dialog_of(desktop, ImportReportDialog) is None
    assert said[-1] == "1 article imported · 1 nearly the same as another · Report: Ctrl+Alt+I"
    articles = len(desktop.session.articles)
    desktop.keyboard.press("Backspace")
    assert len(desktop.session.articles) == articles
    desktop.keyboard.press("Ctrl+Alt+I")
    report_of(desktop).reject()


def test_a_report_opens_for_who_stops_the_work(desktop: Desktop, tmp_path: Path) -> None:
    paths = write(tmp_path / "1", a="", **{f"b{number}": f"{OTHER} {number}" for number in range(200)})
    desktop.program.background_tasks.start_import(paths, ImportOptions(pretag=False))
    wait_until(lambda: desktop.program.background_tasks.tasks.running.progress.done > 0)
    desktop.keyboard.press("Tab", "Ctrl+Alt+X")
    report_of(desktop).reject()
