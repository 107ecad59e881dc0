"""The export dialog works by keys alone.

Its first rows follow the choices, and its presets are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.model import Article, Document
from app.core.scheme import Scheme
from app.core.span import Span
from app.formats import registry
from app.formats.export_options import ExportOptions
from app.formats.xlsx.sheets.sheet_preview import SheetPreview
from app.service.commands.registry import by_id
from app.service.project.export_presets import find_preset
from app.ui.dialogs.export.choice_lists import LabelList, SheetTree
from app.ui.dialogs.export.export_dialog import ExportDialog
from app.ui.dialogs.export.first_rows import FirstRows
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.projects.exports.preview_reader import PreviewReader
from tests.ui.desktop import Desktop, started, wait_until


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    made = started(tmp_path / "p.pometka")
    yield made
    made.close()


def opened(desktop: Desktop) -> ExportDialog:
    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy)
    desktop.program.run(by_id("project.export"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    return dialog


def accept(dialog: ExportDialog, path: Path) -> None:
    dialog.accept()
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    files.selectFile(str(path))
    files.accept()


def box(dialog: QDialog, name: str) -> QComboBox:
    return next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)


@pytest.mark.parametrize("name", [known.name for known in registry.FORMATS if known.write and known.holds is not None])
def test_what_a_format_does_not_hold_is_said_before(desktop: Desktop, name: str) -> None:
    dialog = opened(desktop)
    dialog.show_options(ExportOptions(name))
    assert dialog.format.name == name
    shown = " ".join(one.text() for one in dialog.findChildren(type(dialog.sentence(""))))
    assert str(registry.find_format(name).losses[0]) in shown
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "file"),
    [("doccano", "a.jsonl"), ("brat", "a.zip"), ("xlsx", "a.xlsx"), ("html", "a.html"), ("pdf", "a.pdf")],
)
def test_the_chosen_format_is_written(tmp_path: Path, qtbot: QtBot, desktop: Desktop, name: str, file: str) -> None:
    dialog = opened(desktop)
    dialog.show_options(ExportOptions(name))
    accept(dialog, tmp_path / file)
    qtbot.waitUntil((tmp_path / file).exists, timeout=60_000)
    found = registry.recognise_format(tmp_path / file)
    assert found is not None and found.name == {"html": "own-page"}.get(name, name)


def test_choices_come_back_the_next_time(tmp_path: Path, qtbot: QtBot, desktop: Desktop) -> None:
    dialog = opened(desktop)
    chosen = ExportOptions("xlsx", done_only=True, language="en", sheets=("claims",), columns=("claims.text",))
    dialog.show_options(chosen)
    accept(dialog, tmp_path / "a.xlsx")
    qtbot.waitUntil((tmp_path / "a.xlsx").exists, timeout=60_000)
    again = opened(desktop)
    assert again.options == chosen
    again.reject()


def test_a_preset_is_saved_for_the_dialog_and_the_command_line(desktop: Desktop) -> None:
    dialog = opened(desktop)
    dialog.show_options(ExportOptions("docx", labels=("PER",), language="ru"))
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save preset…").click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, NameDialog)
    question.findChildren(QLineEdit)[0].setText("Отдел")
    question.accept()
    kept = find_preset(desktop.program.store.settings.export_presets, "Отдел")
    assert (kept.format_name, kept.labels) == ("docx", ("PER",))
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Delete preset").click()
    assert "Отдел" not in desktop.program.store.settings.export_presets
    dialog.reject()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda dialog: dialog.findChildren(QLineEdit)[0].setText("завтра"), "завтра"),
        (lambda dialog: untick(dialog, "Labels"), "label"),
        (lambda dialog: untick(dialog, "Sheets and columns"), "sheet"),
    ],
)
def test_a_choice_that_gives_nothing_is_named_and_cannot_be_exported(
    desktop: Desktop, spoil: Callable[[ExportDialog], None], words: str
) -> None:
    dialog = opened(desktop)
    dialog.show_options(ExportOptions("xlsx"))
    spoil(dialog)
    export = next(one for one in dialog.findChildren(QPushButton) if one.isDefault())
    assert not export.isEnabled()
    assert words in " ".join(one.text() for one in dialog.findChildren(type(dialog.sentence(""))))
    dialog.reject()


def untick(dialog: ExportDialog, name: str) -> None:
    for labels in dialog.findChildren(LabelList):
        if labels.accessibleName() == name:
            for row in range(labels.count()):
                labels.item(row).setCheckState(Qt.CheckState.Unchecked)
    for tree in dialog.findChildren(SheetTree):
        if tree.accessibleName() == name:
            for row in range(tree.topLevelItemCount()):
                tree.topLevelItem(row).setCheckState(0, Qt.CheckState.Unchecked)


def test_the_first_rows_follow_the_choices(desktop: Desktop, qtbot: QtBot) -> None:
    dialog = opened(desktop)
    rows = dialog.findChildren(QTableWidget)[0]
    dialog.show_options(ExportOptions("jsonl"))
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    dialog.show_options(ExportOptions("jsonl", done_only=True))
    qtbot.waitUntil(lambda: rows.rowCount() == 0)
    dialog.reject()


def test_the_whole_dialog_is_reached_by_tab(desktop: Desktop) -> None:
    dialog = opened(desktop)
    wait_until(box(dialog, "Format").hasFocus)
    seen = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    kinds = {type(one).__name__ for one in seen}
    assert {"QComboBox", "QCheckBox", "QLineEdit", "QTabBar", "FirstRows", "QPushButton"} <= kinds
    dialog.reject()


class SlowProject:
    """A project whose disk gives articles only when it is let."""

    path = Path("slow.pometka")

    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents
        self.may_read, self.asked = Event(), 0

    def documents(self, ids: list[int]) -> Iterator[Document]:
        self.asked += 1
        assert self.may_read.wait(10)
        yield from (one for one in self._documents if one.article.id in ids)


def test_first_rows_are_read_beside_the_window_and_only_the_newest_are_shown(qtbot: QtBot) -> None:
    documents = [Document(Article(number, f"Статья {number}"), "Текст.") for number in (1, 2)]
    project = SlowProject(documents)
    reader = PreviewReader(project, Scheme())  # type: ignore[arg-type]
    shown: list[SheetPreview] = []
    reader.answered.connect(shown.append)
    for number in (1, 2, 1, 2):
        reader.ask([number], ExportOptions(), "articles")
    qtbot.waitUntil(lambda: project.asked == 1)
    assert not shown, "asking waits for no disk"
    project.may_read.set()
    qtbot.waitUntil(lambda: bool(shown))
    reader.close()
    assert len(shown) == 1
    assert [row[0] for row in shown[0].rows] == ["Статья 2"]


def test_rows_to_tick_have_one_height_with_room_around_the_words(desktop: Desktop) -> None:
    dialog = opened(desktop)
    (labels,), (sheets,) = dialog.findChildren(LabelList), dialog.findChildren(SheetTree)
    places = [labels.visualItemRect(labels.item(row)).height() for row in range(labels.count())]
    tops = [sheets.topLevelItem(row) for row in range(sheets.topLevelItemCount())]
    places += [sheets.visualItemRect(top).height() for top in tops if top is not None]
    assert len(set(places)) == 1 and places[0] >= dialog.fontMetrics().height() + 8
    dialog.reject()


def test_the_title_of_the_first_rows_says_whether_they_are_there(desktop: Desktop) -> None:
    dialog = opened(desktop)
    titles = [one.text() for one in dialog.findChildren(QLabel) if one.text().startswith("First rows")]
    assert titles in (["First rows"], ["First rows: reading…"])
    wait_until(lambda: "First rows" in [one.text() for one in dialog.findChildren(QLabel)])
    dialog.reject()


@pytest.mark.parametrize("name", ["html", "pdf", "docx"])
def test_selected_text_is_exported_alone_with_its_highlights(desktop: Desktop, tmp_path: Path, name: str) -> None:
    article = desktop.session.open_article
    assert article is not None
    words = article.text[:20].strip()
    desktop.session.cursor.select(Span(0, len(words)), snap=False)
    dialog = opened(desktop)
    dialog.show_options(ExportOptions(name))
    scope = box(dialog, "Articles")
    scope.setCurrentIndex(scope.count() - 1)
    assert scope.currentText() == "The selected text"
    assert (dialog.options.part, dialog.options.content) == (Span(0, len(words)), "articles")
    written = tmp_path / f"a.{name}"
    accept(dialog, written)
    wait_until(written.exists)
    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy)
    if name == "html":
        (found,) = registry.read_file(written)
        assert found.text == article.text[: len(words)]
    assert opened_part(desktop) is None, "the next export is of all articles"


def opened_part(desktop: Desktop) -> Span | None:
    again = opened(desktop)
    part = again.options.part
    again.reject()
    return part


def test_part_of_an_article_is_offered_for_files_for_people_alone(desktop: Desktop) -> None:
    desktop.session.cursor.select(Span(0, 5), snap=False)
    dialog = opened(desktop)
    scope = box(dialog, "Articles")
    scope.setCurrentIndex(scope.count() - 1)
    dialog.show_options(ExportOptions("jsonl"))
    scope.setCurrentIndex(scope.count() - 1)
    ok = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Export…")
    assert not ok.isEnabled()
    assert any("part of an article" in one.text() for one in dialog.findChildren(QLabel))
    dialog.reject()


def test_an_empty_cell_says_that_it_is_empty(qapp: QApplication) -> None:
    window = QWidget()
    rows = FirstRows(window)
    rows.show_preview(SheetPreview(("Speaker", "Claim"), (("", "The bridge opens."),)))
    assert rows.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Empty"
    assert rows.item(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) is None
