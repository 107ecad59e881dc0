"""Qt's dialog for files asks in plain words.

It asks nothing that is not so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.service.commands.registry import by_id
from app.ui.base.i18n import Language
from app.ui.base.texts.dates import moment
from app.ui.base.texts.sizes import size_words
from app.ui.dialogs.file_dialog import file_dialog, propose_name
from tests.service.samples import opened
from tests.ui.desktop import Desktop

NAME = "<img src=pipe.png> &amp; <b>x.json"


def asked_at(act: Callable[[], object], qtbot: QtBot) -> list[tuple[str, Qt.TextFormat]]:
    """Refuse the question, and return its labels.

    Do something, refuse what is asked, and return the labels of the question with their formats.
    """
    found: list[tuple[str, Qt.TextFormat]] = []

    def colour_scheme() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            found.extend((label.text(), label.textFormat()) for label in question.findChildren(QLabel) if label.text())
            question.reject()

    timer = QTimer(interval=10)
    timer.timeout.connect(colour_scheme)
    timer.start()
    act()
    qtbot.waitUntil(lambda: bool(found))
    timer.stop()
    return found


@pytest.mark.parametrize("is_there", [True, False])
def test_a_question_about_a_file_shows_its_name_as_it_is(tmp_path: Path, qtbot: QtBot, is_there: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = file_dialog("A file", tmp_path, "Files (*.json)", window)
    if is_there:
        (tmp_path / NAME).write_text("{}")
        propose_name(dialog, tmp_path / NAME)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.selectFile(NAME)
    dialog.open()
    asked = asked_at(dialog.accept, qtbot)
    assert any(NAME in text for text, _ in asked)
    assert {form for text, form in asked if "<" in text} == {Qt.TextFormat.PlainText}
    dialog.reject()


def test_a_new_project_is_not_offered_to_replace_one(desktop: Desktop) -> None:
    project = desktop.session.project
    assert project is not None
    other = project.path.with_name("other.pometka")
    opened(other).projects.close()
    before = other.read_bytes()
    desktop.program.run(by_id("project.new"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(other))
    dialog.accept()
    QApplication.processEvents()
    fault = QApplication.activeModalWidget()
    assert fault is not None and not isinstance(fault, QMessageBox)
    assert any("exists already" in label.text() for label in fault.findChildren(QLabel)), [
        label.text() for label in fault.findChildren(QLabel)
    ]
    fault.close()
    assert other.read_bytes() == before


def test_a_folder_that_is_not_there_gives_the_home_folder(tmp_path: Path, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = file_dialog("A file", tmp_path / "gone", "Files (*.json)", window)
    assert dialog.directory().absolutePath() == str(Path.home())


def test_dates_and_places_are_not_cut(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "статья.kind1").write_text("Текст")
    window = QWidget()
    qtbot.addWidget(window)
    dialog = file_dialog("A file", tmp_path, f"Articles ({' '.join(f'*.kind{n}' for n in range(20))})", window)
    dialog.open()
    tree = dialog.findChild(QTreeView, "treeView")
    assert tree is not None
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) == 1)
    header = tree.header()
    for section in range(1, header.count()):
        cell = tree.model().index(0, section, tree.rootIndex())
        assert tree.columnWidth(section) >= header.sectionSizeHint(section)
        assert tree.columnWidth(section) >= tree.fontMetrics().horizontalAdvance(str(cell.data() or ""))
    places = dialog.findChild(QListView, "sidebar")
    assert places is not None and places.width() >= places.sizeHintForColumn(0)
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None and kinds.currentText() == "Articles", "a row of patterns has no room"
    dialog.close()


@pytest.mark.parametrize(("language", "words"), [("en", "6 bytes"), ("ru", "6 байт")])
def test_sizes_and_dates_are_in_the_language_of_the_window(
    tmp_path: Path, qtbot: QtBot, language: str, words: str
) -> None:
    application = QApplication.instance()
    assert application is not None
    (tmp_path / "статья.txt").write_bytes(b"sample")
    window = QWidget()
    qtbot.addWidget(window)
    spoken = Language(application)
    spoken.use(language)
    try:
        dialog = file_dialog("A file", tmp_path, "", window)
        dialog.open()
        tree = dialog.findChild(QTreeView, "treeView")
        assert tree is not None
        qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) == 1)
        assert shown_words(tree, 1) == words
        assert shown_words(tree, 3) == moment(datetime.fromtimestamp((tmp_path / "статья.txt").stat().st_mtime, UTC))
        dialog.close()
    finally:
        spoken.use("en")


def shown_words(tree: QTreeView, section: int) -> str:
    """Return what is painted in a column of the first row."""
    index = tree.model().index(0, section, tree.rootIndex())
    delegate = tree.itemDelegateForColumn(section)
    assert isinstance(delegate, QStyledItemDelegate)
    option = QStyleOptionViewItem()
    delegate.initStyleOption(option, index)
    return option.text


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (1023, "1023 bytes"), (1024, "1.0 KB"), (384 << 10, "384 KB"), (3 << 20, "3.0 MB")],
)
def test_a_size_has_the_unit_that_keeps_it_short(size_bytes: int, words: str) -> None:
    application = QApplication.instance()
    assert application is not None
    Language(application).use("en")
    assert size_words(size_bytes) == words
