"""An analyst's whole path in the real window.

It goes by real keys from an article to a workbook, across a restart.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.core.model import Annotation, Kind, Origin, Status
from app.core.span import Span
from app.formats.xlsx.values.words import STATUSES
from app.service.commands.registry import by_id
from app.ui.dialogs.export.export_dialog import ExportDialog
from app.ui.dialogs.importing import ImportDialog
from tests.formats.xlsx.books import rows as rows_of
from tests.formats.xlsx.books import sheet
from tests.stories.keyboard import LAYOUTS, Keyboard
from tests.ui.desktop import Desktop, started

ARTICLE = """ date 2025-06-06 В Кенжаре открыли мост
Опубликовано:
Аким Серик Бейсенов приехал в Кенжар 🚆 во вторник.
«Мост прослужит сто лет», — сказал Бейсенов. Его построила компания Тулпар Строй из Алматы за 3 млрд тенге.
К 2030 году через реку Сырбай проложат ещё один мост, сообщила Айгуль Нурланова.
Оригинал статьи: https://example.kz/most
"""
TIMEOUT_MS = 60_000


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "most.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def windows() -> Iterator[list[Desktop]]:
    """Collect the windows of a story, and close them."""
    opened: list[Desktop] = []
    yield opened
    for desktop in opened:
        desktop.close()


def dialog(kind: type[QDialog]) -> QDialog:
    """Return the open dialog, which must be of this kind."""
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def name_file(keyboard: Keyboard, path: Path) -> None:
    """Type a path into the open file dialog and take it."""
    chooser = dialog(QFileDialog)
    line = chooser.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(path))
    line.setFocus()
    keyboard.press("Enter")


def rows(desktop: Desktop) -> list[Annotation]:
    """Return the annotations of the open article."""
    assert desktop.session.open_article is not None
    return list(desktop.session.open_article.annotations)


def text(desktop: Desktop) -> str:
    """Return the text of the open article."""
    assert desktop.session.open_article is not None
    return desktop.session.open_article.text


def entity_over(desktop: Desktop, words: str) -> Annotation:
    """Return the entity over these words."""
    found = [row for row in rows(desktop) if row.kind is Kind.ENTITY and row.words(text(desktop)) == words]
    assert len(found) == 1, f"{words}: {len(found)} entities"
    return found[0]


def go_to(desktop: Desktop, annotation: Annotation) -> None:
    """Press Tab until an annotation is current."""
    for _ in range(len(rows(desktop)) + 1):
        if desktop.session.navigation.current_id == annotation.id:
            return
        desktop.keyboard.press("Tab")
    raise AssertionError("Tab does not come by the annotation")


def caret_to(desktop: Desktop, words: str) -> None:
    """Find words by the find bar, and leave it."""
    desktop.keyboard.press("/")
    desktop.keyboard.type(words)
    desktop.keyboard.press("Escape")
    caret = desktop.session.cursor.caret
    assert caret is not None
    assert text(desktop)[caret.start :].startswith(words.split(maxsplit=1)[0])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_from_an_article_to_a_workbook(
    layout: str, windows: list[Desktop], article: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    project, workbook = tmp_path / "story.pometka", tmp_path / "story.xlsx"
    desktop = new_project(project, layout, windows)
    keyboard = desktop.keyboard

    import_article(desktop, article, qtbot)
    assert text(desktop).startswith("В Кенжаре открыли мост\n")

    corrected = correct_five_labels(desktop)

    caret_to(desktop, "реку")
    keyboard.press("3")
    made = entity_over(desktop, "реку")
    assert (made.label, made.origin) == ("LOC", Origin.MANUAL)
    keyboard.press("Backspace")
    assert all(row.id != made.id for row in rows(desktop))

    caret_to(desktop, "Его построила")
    keyboard.press("2")
    moved = desktop.session.navigation.current
    assert moved is not None
    keyboard.press("Alt+Right")
    assert entity_over(desktop, "Его построила").id == moved.id

    go_to(desktop, corrected[0])
    keyboard.press("N")
    keyboard.type("проверить по реестру")
    keyboard.press("Enter")
    assert desktop.session.open_article is not None
    assert [note.text for note in desktop.session.open_article.notes_on(corrected[0].id)] == ["проверить по реестру"]

    keyboard.press("U", "U", "U")
    assert desktop.session.open_article.notes_on(corrected[0].id) == ()
    assert all(row.id != moved.id for row in rows(desktop)), "the note, the boundary and the annotation are undone"

    keyboard.press("Ctrl+Q")
    assert not desktop.program.window.isVisible()

    again = started(project)
    windows.append(again)
    again.keyboard.layout = layout
    assert "story" in again.program.window.windowTitle()
    again.keyboard.press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
    assert entity_over(again, "Его построила").id == moved.id
    assert again.session.open_article is not None
    assert [note.text for note in again.session.open_article.notes_on(corrected[0].id)] == ["проверить по реестру"]

    again.keyboard.press("Ctrl+E")
    dialog(ExportDialog)
    again.keyboard.press("Enter")
    name_file(again.keyboard, workbook)
    qtbot.waitUntil(lambda: not again.program.background_tasks.tasks.is_busy, timeout=TIMEOUT_MS)
    all_is_in_the_workbook(workbook, again, corrected)


def new_project(project: Path, layout: str, windows: list[Desktop]) -> Desktop:
    """Start on an empty project."""
    desktop = started(project, articles=0)
    windows.append(desktop)
    desktop.keyboard.layout = layout
    return desktop


def import_article(desktop: Desktop, article: Path, qtbot: QtBot) -> None:
    """Import by the dialogs, and wait for the tags."""
    desktop.keyboard.press("Ctrl+I")
    name_file(desktop.keyboard, article)
    dialog(ImportDialog)
    desktop.keyboard.press("Enter")
    qtbot.waitUntil(lambda: not desktop.program.background_tasks.tasks.is_busy, timeout=TIMEOUT_MS)
    assert len(desktop.session.articles) == 1
    assert any(row.origin is Origin.PRETAG for row in rows(desktop))


def correct_five_labels(desktop: Desktop) -> list[Annotation]:
    """Give five entities another label, each by one key.

    Return them as they are afterwards.
    """
    wrong = [row for row in rows(desktop) if row.kind is Kind.ENTITY and row.label != "LAW"][:5]
    assert len(wrong) == 5
    for row in wrong:
        go_to(desktop, row)
        desktop.keyboard.press("Ctrl+9")
    assert desktop.session.open_article is not None
    after = [desktop.session.open_article.annotations.get(row.id) for row in wrong]
    assert [row and (row.label, row.status) for row in after] == [("LAW", Status.CORRECTED)] * 5
    return [row for row in after if row is not None]


def all_is_in_the_workbook(workbook: Path, desktop: Desktop, corrected: list[Annotation]) -> None:
    """Look for the labels, the boundary and the note in the file."""
    book = load_workbook(workbook)
    by_place = {Span(row["start"], row["stop"]): row for row in rows_of(sheet(book, "entities"))}
    for annotation in corrected:
        row = by_place[annotation.span]
        assert row["is_LAW"] == 1
        assert row["status"] == STATUSES[Status.CORRECTED].say(desktop.program.appearance.language)
    moved = entity_over(desktop, "Его построила")
    assert by_place[moved.span]["text"] == "Его построила"
    assert "проверить по реестру" in [row["note"] for row in rows_of(sheet(book, "notes"))]
    book.close()


def test_dropped_article_makes_a_project_of_its_own(
    windows: list[Desktop], article: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    desktop = started(tmp_path / "other.pometka", articles=0)
    windows.append(desktop)
    desktop.program.run(by_id("project.close"))
    desktop.program.window.dropped.emit([article])
    dialog(ImportDialog)
    desktop.keyboard.press("Enter")
    qtbot.waitUntil(lambda: not desktop.program.background_tasks.tasks.is_busy, timeout=TIMEOUT_MS)
    assert desktop.session.project is not None
    assert desktop.session.project.path.name == "most.pometka"
    assert text(desktop).startswith("В Кенжаре открыли мост")
