"""Every dialog opens, closes and does its work.

It opens by its action, closes by Escape, and does what it was accepted with.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.message import Message, UserError
from app.core.model import Kind
from app.core.scheme import Attribute, Label, Scheme
from app.service.commands.registry import by_id
from app.service.project.schemes import save_scheme
from app.service.project.settings import SettingsFile
from app.service.project.taught_names import add_taught_name, names_of
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.importing import ImportDialog
from app.ui.dialogs.problems import bug_dialog, error_dialog, report_of
from app.ui.dialogs.reading import ReadingDialog
from app.ui.dialogs.report import ReportDialog
from app.ui.dialogs.scheme.attribute_table import AttributeTable
from app.ui.dialogs.scheme.scheme_editor import SchemeDialog
from app.ui.dialogs.settings.key_field import KeyField
from app.ui.dialogs.settings.keys_page import KeysPage
from app.ui.dialogs.settings.settings_dialog import SettingsDialog
from app.ui.theme.label_colours import LIGHT, contrast
from tests.service.samples import opened
from tests.ui.desktop import Desktop, started
from tests.ui.dialogs.opened_windows import open_dialog

DIALOGS = [
    "settings.show",
    "scheme.edit",
    "app.about",
    "project.new",
    "project.open",
    "project.import",
    "project.export",
]


READ_AND_CLOSE = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1])
other.execute("SELECT count(*) FROM article").fetchone()
other.close()
"""


@pytest.mark.parametrize("action_id", DIALOGS)
def test_dialog_closes_by_escape(desktop: Desktop, action_id: str) -> None:
    dialog = open_dialog(desktop, action_id)
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible()


@pytest.mark.parametrize("action_id", ["settings.show", "scheme.edit", "app.about"])
def test_everything_in_a_dialog_is_reached_by_tab(desktop: Desktop, action_id: str) -> None:
    dialog = open_dialog(desktop, action_id)
    wanted = {child for child in dialog.findChildren(QPushButton) if child.isVisible() and child.isEnabled()}
    seen: set[QWidget] = set()
    for _ in range(60):
        desktop.keyboard.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused)
    assert wanted <= seen
    desktop.keyboard.press("Escape")


def test_settings_take_effect_at_once(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "settings.show")
    assert isinstance(dialog, SettingsDialog)
    dialog.choose_language("ru")
    dialog.accept()
    assert desktop.program.components.panes["articles"].windowTitle() == "Статьи"
    assert desktop.program.window.menuBar().actions()[0].text() == "&Файл"


def test_key_is_rebound_and_taken_from_who_had_it(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "settings.show")
    page = dialog.findChild(KeysPage)
    assert page is not None
    page.choose("annotation.accept")
    field = dialog.findChild(KeyField)
    assert field is not None
    dialog.show_keys()  # type: ignore[attr-defined]
    field.setFocus()
    desktop.keyboard.layout = "ru"
    desktop.keyboard.press("P")
    assert field.key == "P"
    assert by_id("annotation.spread").title in page.warning
    page.bind()
    assert page.keymap.keys("annotation.accept") == ("P",)
    assert page.keymap.keys("annotation.spread") == ()
    dialog.accept()
    desktop.keyboard.press("P")
    assert desktop.session.history.undo_title() is not None
    entry = desktop.program.components.menus.entry("annotation.accept")
    assert entry is not None
    assert entry.text().endswith("\tP")


def test_label_is_renamed_and_merged_by_the_scheme_dialog(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    dialog.rename(Kind.ENTITY, "ORG", "LOC")
    dialog.accept()
    session = desktop.session
    assert session.scheme.find("entity", "ORG") is None
    assert session.open_article is not None
    assert all(row.label != "ORG" for row in session.open_article.annotations)
    desktop.keyboard.press("U")
    assert session.scheme.find("entity", "ORG") is None, "a merge is taken back by a second press alone"
    desktop.keyboard.press("U")
    assert session.scheme.find("entity", "ORG") is not None


def test_key_of_a_label_moves_from_the_one_that_had_it(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    label = dialog.scheme.find("entity", "ORG")
    assert label is not None
    dialog.replace_label(label, key="1")
    person = dialog.scheme.find("entity", "PER")
    assert person is not None
    assert person.key == ""
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize(
    "attribute",
    [Attribute("tone", type="choice", choices=("good", "bad")), Attribute("sure", type="flag"), Attribute("source")],
)
def test_attribute_survives_its_row(desktop: Desktop, attribute: Attribute) -> None:
    table = AttributeTable(desktop.program.window)
    table.show_attributes((attribute,))
    assert table.attributes() == (attribute,)
    cells = [item.text() if (item := table.item(0, column)) else "" for column in range(4)]
    table.show_attributes(())
    for column, text in enumerate(cells):
        field = table.item(0, column)
        assert field is not None
        field.setText(text)
    assert table.attributes() == (attribute,)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("action_id", ["settings.show", "scheme.edit", "pretag.options", "app.about"])
def test_dialog_fits_a_small_screen(desktop: Desktop, action_id: str, language: str) -> None:
    desktop.language.use(language)
    dialog = open_dialog(desktop, action_id)
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert least.width() <= 800
    assert least.height() <= 440, "1280 × 720 at 150 %, less the title and a margin"
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize(("screens", "is_tight"), [(1, False), (3, True)])
def test_a_window_on_a_low_screen_gives_its_margins_to_what_is_read(
    qapp: QApplication, screens: int, is_tight: bool
) -> None:
    dialog = FramedDialog("Title", None)
    before = dialog.body.spacing()
    dialog.prefer(600, screens * dialog.screen().availableSize().height())
    assert (dialog.body.spacing() < before) is is_tight


def test_an_edit_of_a_label_keeps_the_titles_of_its_attributes(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    before = dialog.scheme.labels[0]
    assert any(attribute.title for attribute in before.attributes)
    title = next(field for field in dialog.findChildren(QLineEdit) if field.text() == before.title("en"))
    title.setFocus()
    desktop.keyboard.press("End")
    desktop.keyboard.type("s")
    assert dialog.scheme.labels[0].title("en") == f"{before.title('en')}s"
    assert dialog.scheme.labels[0].attributes == before.attributes
    desktop.keyboard.press("Escape")


def test_an_edit_of_a_title_keeps_what_lines_cannot_hold(desktop: Desktop) -> None:
    odd = (
        Attribute("tone: of voice", type="choice", choices=("good, fair", "bad")),
        Attribute("one", "", "choice", ("a",)),
    )
    label = Label("ODD", attributes=odd, examples=("two\nlines", "one "))
    desktop.session.editor.scheme.replace(desktop.session.scheme.with_label(label))
    dialog = open_dialog(desktop, "scheme.edit")
    labels = dialog.findChild(QListWidget)
    assert isinstance(dialog, SchemeDialog) and isinstance(labels, QListWidget)
    labels.setCurrentRow(labels.count() - 1)
    dialog.findChildren(QLineEdit)[0].setFocus()
    desktop.keyboard.type("x")
    assert dialog.scheme.find("entity", "ODD") == replace(label, titles=dialog.scheme.labels[-1].titles) != label
    desktop.keyboard.press("Escape")


def test_a_scheme_that_cannot_be_used_keeps_its_dialog_open_and_nothing_is_renamed(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    before = desktop.session.scheme
    dialog.rename(Kind.ENTITY, "ORG", "BODY")
    label = dialog.scheme.labels[0]
    dialog.replace_label(label, attributes=(Attribute(""),))
    dialog.accept()
    fault = QApplication.activeModalWidget()
    assert dialog.isVisible() and isinstance(fault, QDialog) and fault is not dialog
    assert any(f"“{label.name}”" in words.text() for words in fault.findChildren(QLabel))
    assert desktop.session.scheme == before
    fault.reject()
    dialog.replace_label(label)
    dialog.accept()
    assert desktop.session.scheme.find("entity", "BODY") is not None


def test_a_guideline_is_read_in_the_users_language_and_stays_as_it_is(tmp_path: Path) -> None:
    desktop = started(tmp_path / "ru.pometka", language="ru")
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    before = dialog.scheme.labels[0]
    shown = [text.toPlainText() for text in dialog.findChildren(QPlainTextEdit)]
    assert any("Фамилия целой семьи" in words for words in shown)
    title = next(field for field in dialog.findChildren(QLineEdit) if field.text() == before.title("ru"))
    title.setFocus()
    desktop.keyboard.press("End")
    desktop.keyboard.type("и")
    assert dialog.scheme.labels[0].title("ru") == f"{before.title('ru')}и"
    assert dialog.scheme.labels[0].guideline == before.guideline
    field = next(text for text in dialog.findChildren(QPlainTextEdit) if "Фамилия целой семьи" in text.toPlainText())
    field.setFocus()
    desktop.keyboard.press("Ctrl+End")
    desktop.keyboard.type("!")
    assert dialog.scheme.labels[0].guideline == field.toPlainText() != before.guideline, "what is typed is the user's"
    desktop.keyboard.press("Escape")
    desktop.close()


@pytest.mark.parametrize("colour", ["#ffffff", "#fefefe", "#000000", "#010101", "#ffff00"])
def test_a_colour_that_could_not_be_seen_is_shown_as_it_will_be_drawn(desktop: Desktop, colour: str) -> None:
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    dialog.replace_label(dialog.scheme.labels[0], colour=colour)
    button = next(one for one in dialog.findChildren(QPushButton) if not one.icon().isNull())
    drawn = button.icon().pixmap(14, 14).toImage().pixelColor(7, 7).name()
    assert contrast(drawn, LIGHT.paper) >= 3.0
    assert dialog.scheme.labels[0].colour == colour, "what was picked is kept for the other theme"
    desktop.keyboard.press("Escape")


def test_import_dialog_gives_what_was_chosen(desktop: Desktop, tmp_path: Path) -> None:
    dialog = ImportDialog([tmp_path / "a.txt"], desktop.program.window, pretag=True)
    assert dialog.options.pretag
    assert dialog.options.format_name is None
    assert dialog.options.mends
    dialog.close()
    dialog = ImportDialog([tmp_path / "a.txt"], desktop.program.window, pretag=False, mends=False)
    assert not dialog.options.pretag and not dialog.options.mends
    dialog.close()


def test_the_setting_to_mend_texts_is_what_an_import_begins_with(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Текст", "utf-8")
    dialog = open_dialog(desktop, "settings.show")
    box = next(box for box in dialog.findChildren(QCheckBox) if box.isChecked())
    box.click()
    dialog.accept()
    assert not SettingsFile().load().mends_text
    desktop.program.background_tasks.import_paths([tmp_path / "a.txt"])
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, ImportDialog)
    assert not asked.options.mends
    asked.reject()


def test_report_lists_every_problem(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    problems = [Message("“{name}” is empty.", {"name": name}) for name in ("а.txt", "б.txt")]
    dialog = ReportDialog("Import", "2", problems, parent)
    assert dialog.problems == ["“а.txt” is empty.", "“б.txt” is empty."]


def test_fault_says_what_which_and_what_next(qtbot: QtBot) -> None:
    dialog = error_dialog(UserError("“{name}” was not found.", hint="Look whether it was moved.", name="x"), None)
    qtbot.addWidget(dialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"“x” was not found.", "Look whether it was moved."} <= words


def test_what_failed_is_the_heading_and_a_long_one_is_there_in_full(qtbot: QtBot) -> None:
    for name in ("x", "x" * 400):
        dialog = error_dialog(UserError("“{name}” was not found.", name=name), None)
        qtbot.addWidget(dialog)
        head, *others = (label.text() for label in dialog.findChildren(QLabel))
        assert head.startswith("“x") and len(head) <= 160
        assert f"“{name}” was not found." in (head, *others)
        assert dialog.windowTitle() == head


def test_an_error_is_shown_without_empty_room_between_its_sentences(qtbot: QtBot) -> None:
    dialog = error_dialog(UserError("“x” is no project.", hint="Open another file. " * 6), None)
    qtbot.addWidget(dialog)
    dialog.show()
    for one in dialog.findChildren(QLabel):
        assert one.height() <= one.heightForWidth(one.width()) + 4


def test_bug_report_holds_the_place_but_no_values(qtbot: QtBot, tmp_path: Path) -> None:
    try:
        raise ValueError("Тайный текст статьи")  # noqa: TRY301
    except ValueError as error:
        report = report_of(error)
    assert "test_dialogs.py" in report
    assert "Тайный текст" not in report.replace('raise ValueError("Тайный текст статьи")', "")
    dialog = bug_dialog(report, tmp_path / "pometka.log", None)
    qtbot.addWidget(dialog)
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    assert text.toPlainText() == report


def test_a_project_that_is_open_elsewhere_is_offered_to_read(tmp_path: Path) -> None:
    path = tmp_path / "p.pometka"
    elsewhere = opened(path)
    desktop = started(path)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    assert any("already open" in label.text() for label in dialog.findChildren(QLabel))
    dialog.activateWindow()
    QApplication.processEvents()
    desktop.keyboard.press("Enter")
    QApplication.processEvents()
    assert desktop.session.project is not None
    assert desktop.session.project.read_only
    status = desktop.program.components.status
    assert "Read-only" in {label.text() for label in status.findChildren(QLabel) if label.isVisible()}
    desktop.keyboard.press("Space")
    assert QApplication.activeModalWidget() is None, "a key that writes nothing says so in the status bar"
    assert status.currentMessage().startswith("“p.pometka” is open for reading only. Save a copy of it")
    desktop.close()
    elsewhere.projects.close()


def test_reading_is_not_forced_on_who_leaves_the_question(tmp_path: Path) -> None:
    path = tmp_path / "p.pometka"
    elsewhere = opened(path)
    desktop = started(path)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    dialog.activateWindow()
    QApplication.processEvents()
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible()
    assert desktop.session.project is None
    desktop.close()
    elsewhere.projects.close()


def test_faults_that_repeat_open_one_dialog(desktop: Desktop) -> None:
    for _ in range(3):
        desktop.program.problems.show(UserError("Nothing works."))
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]
    assert len(shown) == 1
    desktop.keyboard.press("Escape")


def errors_shown(desktop: Desktop) -> list[str]:
    """Close the error dialogs one by one.

    Return what each says in its first line.
    """
    said = []
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        said.append(dialog.findChildren(QLabel)[0].text())
        dialog.reject()
        QApplication.processEvents()
    return said


def test_an_error_that_comes_while_another_one_is_shown_is_shown_after_it(desktop: Desktop) -> None:
    for number in (1, 2, 1, 3, 2):
        desktop.program.problems.show(UserError("Fault {number}.", number=number))
    desktop.program.problems.show(ValueError())
    assert errors_shown(desktop) == ["Fault 1.", "Fault 2.", "Fault 3.", "Error in Pometka"]
    desktop.program.problems.show(UserError("Fault {number}.", number=1))
    assert errors_shown(desktop) == ["Fault 1."], "what comes again later is shown again"


def test_errors_too_many_to_show_are_counted(desktop: Desktop) -> None:
    for number in range(20):
        desktop.program.problems.show(UserError("Fault {number}.", number=number))
    *shown, last = errors_shown(desktop)
    assert shown == [f"Fault {number}." for number in range(6)]
    assert last == "14 more errors came meanwhile."


def test_dialog_is_modal_to_the_window(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "app.about")
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    desktop.keyboard.press("Escape")


def test_tab_goes_through_the_scheme_dialog_from_the_list_over_the_form_to_save(desktop: Desktop) -> None:
    dialog = open_dialog(desktop, "scheme.edit")
    dialog.activateWindow()
    (labels,), fields = dialog.findChildren(QListWidget), dialog.findChildren(QLineEdit)
    labels.setFocus()
    stations: list[QWidget | None] = [labels]
    for _ in range(40):
        desktop.keyboard.press("Tab")
        stations.append(QApplication.focusWidget())
    titles = [one.text().replace("&", "") if isinstance(one, QPushButton) else "" for one in stations]
    after_form = stations.index(fields[0])
    assert 0 < titles.index("Add an entity") < titles.index("Save as…") < after_form < titles.index("Save")
    assert titles.index("Save") < titles.index("Cancel") < stations.index(labels, 1)
    desktop.keyboard.press("Escape")


def test_the_scheme_editor_refuses_a_foreign_file_and_keeps_its_labels(desktop: Desktop, tmp_path: Path) -> None:
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    path, before = tmp_path / "labels.json", dialog.scheme
    path.write_bytes("Метка".encode("cp1251"))
    with pytest.raises(UserError, match=r"labels\.json"):
        dialog.load_file(path)
    assert dialog.scheme == before
    desktop.keyboard.press("Escape")


def test_the_file_of_the_open_project_is_not_read_as_a_scheme_by_any_name(desktop: Desktop, tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("p.pometka", "link.json", "hard.json")]
    names[1].symlink_to(names[0])
    names[2].hardlink_to(names[0])
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    for path in names:
        with pytest.raises(UserError, match=f"“{path.name}” is the project that is open"):
            dialog.load_file(path)
    dialog.reject()
    subprocess.run([sys.executable, "-c", READ_AND_CLOSE, names[0]], check=True)
    assert names[0].with_name("p.pometka-wal").exists(), "the other program took itself for the last one"


def test_loading_a_scheme_file_keeps_taught_names_and_is_one_undo(desktop: Desktop, tmp_path: Path) -> None:
    session = desktop.session
    session.editor.scheme.replace(add_taught_name(session.scheme, "Акорда", "ORG"))
    before = session.scheme
    save_scheme(Scheme((Label("ORG"), Label("statement", "claim"))), tmp_path / "labels.json")
    dialog = open_dialog(desktop, "scheme.edit")
    assert isinstance(dialog, SchemeDialog)
    dialog.load_file(tmp_path / "labels.json")
    dialog.accept()
    assert [label.name for label in session.scheme.labels] == ["ORG", "statement"]
    assert names_of(session.scheme) == {"Акорда": "ORG"}
    session.history.undo()
    assert session.scheme == before
