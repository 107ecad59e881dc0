"""Enter on a focused button presses that button, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from app.core.message import Message, NotSavedError, UnwritableError, UserError
from app.formats.table_choices import ArticleField, TablePreview
from app.service.commands.registry import by_id
from app.service.jobs.importing.import_report import ImportReport
from app.service.project.schemes import default_scheme
from app.service.session.background_file_work import BackgroundFileWork
from app.service.similarity.near_pairs import NearPair
from app.service.workbook.items import Comparison, FieldChange, Item, ItemKind
from app.service.workbook.saying import ValueNames
from app.store.files.backups import Backup
from app.store.files.damage import DamagedError
from app.ui.dialogs.backups import ReplaceDialog
from app.ui.dialogs.creating import CreateDialog
from app.ui.dialogs.damage import DamageDialog
from app.ui.dialogs.file_work import FileWorkDialog
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.import_report.compare_window import CompareDialog
from app.ui.dialogs.import_report.report_window import ImportReportDialog
from app.ui.dialogs.importing import ImportDialog
from app.ui.dialogs.name_dialog import NameDialog
from app.ui.dialogs.problems import bug_dialog, error_dialog
from app.ui.dialogs.project_window import ProjectWindow
from app.ui.dialogs.reading import ReadingDialog
from app.ui.dialogs.report import ReportDialog
from app.ui.dialogs.scheme.removing import RemoveDialog
from app.ui.dialogs.scheme.scheme_editor import SchemeDialog
from app.ui.dialogs.settings.key_field import KeyField
from app.ui.dialogs.settings.keys_page import KeysPage
from app.ui.dialogs.settings.settings_dialog import SettingsDialog
from app.ui.dialogs.stopping import StopDialog
from app.ui.dialogs.tables.table_dialog import TableDialog
from app.ui.dialogs.unsaved import TakenBackDialog, UnsavedDialog
from app.ui.dialogs.workbook.window import ReturnDialog
from app.ui.shell.welcome import Welcome
from app.ui.theme.theme import LIGHT
from tests.ui.desktop import Desktop

Opened = Callable[[Desktop], QDialog]
MAX_TABS = 80
MAX_WAIT_S = 20
NAMES_KEY = re.compile(r"(Space|Backspace|Tab|Enter|Esc|[A-Z])(: |  )|(Shift\+)?[0-9=-]:? ")


def wait_until(is_so: Callable[[], bool]) -> None:
    """Handle events until something is so."""
    last = monotonic() + MAX_WAIT_S
    while not is_so() and monotonic() < last:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    assert is_so()


def by_action(action_id: str) -> Opened:
    def opened(desktop: Desktop) -> QDialog:
        desktop.program.run(by_id(action_id))
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        wait_until(dialog.isActiveWindow)
        if isinstance(dialog, ProjectWindow):
            wait_until(lambda: dialog.is_read)  # before, keys do nothing
        return dialog

    return opened


def with_keys(desktop: Desktop) -> QDialog:
    dialog = by_action("settings.show")(desktop)
    assert isinstance(dialog, SettingsDialog)
    dialog.show_keys()
    return dialog


def made(make: Callable[[QWidget], QDialog]) -> Opened:
    def opened(desktop: Desktop) -> QDialog:
        dialog = make(desktop.program.window)
        dialog.open()
        QApplication.processEvents()
        return dialog

    return opened


def with_question(desktop: Desktop) -> QDialog:
    """Open the history with its question.

    It asks there whether a step is to be undone alone.
    """
    desktop.keyboard.press("Tab", "Space")
    dialog = by_action("view.history")(desktop)
    desktop.keyboard.press("Down", "U")
    wait_until(lambda: isinstance(QApplication.focusWidget(), QPushButton))
    return dialog


def exporting(desktop: Desktop) -> QDialog:
    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy)
    return by_action("project.export")(desktop)


def replacing(desktop: Desktop) -> QDialog:
    project = desktop.session.project
    assert project is not None
    copy = Backup(1, date(2026, 1, 1), project.path)
    return made(lambda window: ReplaceDialog(project.path, copy, window))(desktop)


def reporting(desktop: Desktop) -> QDialog:
    open_article = desktop.session.open_article
    assert open_article is not None
    number = open_article.article.id
    report = ImportReport(articles=1, taken=[number], near=[NearPair(number, number, 0.9)], skipped=[PROBLEM])
    return made(lambda window: ImportReportDialog("Import", "1 article", report, desktop.session, LIGHT, window))(
        desktop
    )


def comparing(desktop: Desktop) -> QDialog:
    open_article = desktop.session.open_article
    assert open_article is not None
    pair = NearPair(open_article.article.id, open_article.article.id, 0.9)
    return made(lambda window: CompareDialog(pair, desktop.session, LIGHT, window))(desktop)


def damage(window: QWidget) -> QDialog:
    error = DamagedError(Path("a.pometka"), "torn")
    return DamageDialog(error, [("Open the backup", lambda: None), ("Backups…", lambda: None)], window)


def unsaved(window: QWidget) -> QDialog:
    ways = [(title, lambda: None) for title in ("Try again", "Save as…", "Discard and quit")]
    return UnsavedDialog(NotSavedError("Full.", hint="Make room."), 3, ways, window)


def returning(window: QWidget) -> QDialog:
    change = FieldChange("label", "PER", "PER", "LOC")
    item = Item(ItemKind.CHANGE, "entities", "Entities", 2, "E-KTRB-1", 1, "Title", "words", (change,))
    names = ValueNames(default_scheme(), "en")
    return ReturnDialog("a.xlsx", Comparison((item,)), names, LIGHT, window)


class Unended(BackgroundFileWork[None]):
    """Runs until it is cancelled."""

    @property
    def is_running(self) -> bool:
        return not self.is_cancelled


PROBLEM = Message("“{name}” is empty.", {"name": "а.txt"})
PREVIEW = TablePreview(("a", "b"), (("1", "2"),), ((ArticleField.TEXT, "b"),), is_certain=False, separator=",")

LABELS = default_scheme().labels
DIALOGS: dict[str, Opened] = {
    "settings": by_action("settings.show"),
    "keys": with_keys,
    "scheme": by_action("scheme.edit"),
    "names": by_action("pretag.options"),
    "about": by_action("app.about"),
    "backups": by_action("project.backups"),
    "history": by_action("view.history"),
    "ledger": by_action("view.ledger"),
    "overview": by_action("view.overview"),
    "register": by_action("view.register"),
    "change articles": by_action("articles.mark"),
    "review queue": by_action("view.review_queue"),
    "question": with_question,
    "replacing": replacing,
    "export": exporting,
    "open": by_action("project.open"),
    "new": by_action("project.new"),
    "file work": made(lambda window: FileWorkDialog(Unended(PROBLEM, lambda _: None), window)),
    "creating": made(lambda window: CreateDialog(Path("a.pometka"), window)),
    "import": made(lambda window: ImportDialog([Path("a.txt")], window, pretag=True)),
    "report": made(lambda window: ReportDialog("Import", "1", [PROBLEM], window)),
    "reading": made(lambda window: ReadingDialog(UnwritableError("Locked.", hint="Read?"), window)),
    "fault": made(lambda window: error_dialog(UserError("Gone.", hint="Look."), window)),
    "bug": made(lambda window: bug_dialog("report", Path("x.log"), window)),
    "stopping": made(lambda window: StopDialog(lambda: PROBLEM, "Stop it?", "Stop", window)),
    "damage": made(damage),
    "unsaved": made(unsaved),
    "taken back": made(lambda window: TakenBackDialog(NotSavedError("Odd."), [PROBLEM] * 20, window)),
    "table": made(lambda window: TableDialog(Path("a.csv"), PREVIEW, LIGHT, window)),
    "import report": reporting,
    "workbook": made(returning),
    "near articles": comparing,
    "name": made(lambda window: NameDialog("Name", "A name:", "PER", lambda name: None, window)),
    "remove a label": made(lambda window: RemoveDialog(LABELS[0], LABELS[1:], "en", (3, 2), window)),
}


def buttons_by_tab(desktop: Desktop, dialog: QDialog, most: int = 100) -> list[QAbstractButton]:
    """Return the buttons that Tab comes to.

    They come in order, up to so many; the last one has the focus.
    """
    found: list[QAbstractButton] = []
    for _ in range(MAX_TABS):
        desktop.keyboard.press("Tab")
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton | QToolButton) and focused not in found:
            found.append(focused)
        if len(found) == most:
            break
    return found


def is_for_tab(button: QPushButton) -> bool:
    """Say whether Tab has to come to a button.

    In a group, arrows lead from the checked one to the others. One that does what a key does, and names that key, is
    for the mouse: where Tab decides something itself, it comes to none.
    """
    names_key = any(map(NAMES_KEY.match, (button.text(), button.toolTip())))
    is_for_mouse = button.focusPolicy() is Qt.FocusPolicy.NoFocus and names_key
    group = button.group()
    is_one_of_many = button.autoExclusive() or (group is not None and group.exclusive())
    is_beside = is_one_of_many and not button.isChecked()
    return button.isVisible() and button.isEnabled() and not is_beside and not is_for_mouse


def pressed_by_enter(desktop: Desktop, dialog: QDialog) -> list[QAbstractButton]:
    """Return the buttons that Enter presses."""
    notices: list[QAbstractButton] = []
    for one in dialog.findChildren(QAbstractButton):
        one.pressed.connect(lambda one=one: notices.append(one))
    desktop.keyboard.press("Enter")
    QApplication.processEvents()
    return notices


def close_all() -> None:
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        QApplication.processEvents()


@pytest.mark.parametrize("name", DIALOGS)
def test_enter_presses_the_button_that_tab_came_to(desktop: Desktop, name: str) -> None:
    dialog = DIALOGS[name](desktop)
    found = buttons_by_tab(desktop, dialog)
    assert {one for one in dialog.findChildren(QPushButton) if is_for_tab(one)} <= set(found)
    close_all()
    for place in range(1, len(found) + 1):
        dialog = DIALOGS[name](desktop)
        button = buttons_by_tab(desktop, dialog, place)[-1]
        title = button.text() or button.toolTip()
        # Qt's own file dialog disables "Back" and its like by what was done in it before.
        if QApplication.focusWidget() is button:
            assert [id(one) for one in pressed_by_enter(desktop, dialog)] == [id(button)], title
        close_all()


def _find_leaves(kind: type) -> set[type]:
    """Return the classes below a class that have none below."""
    below = kind.__subclasses__()
    return set().union(*map(_find_leaves, below)) if below else {kind}


def test_every_kind_of_dialog_is_visited(desktop: Desktop, root: Path) -> None:
    for module in (root / "app" / "ui").rglob("*.py"):
        if module.stem != "__main__":
            import_module(".".join(module.relative_to(root).with_suffix("").parts).removesuffix(".__init__"))
    walked = set()
    for opened in DIALOGS.values():
        walked.add(type(opened(desktop)))
        close_all()
    assert _find_leaves(FramedDialog) <= walked


@pytest.mark.parametrize("name", ["names", "import"])
def test_space_ticks_a_check_box_and_enter_accepts_the_dialog(desktop: Desktop, name: str) -> None:
    dialog = DIALOGS[name](desktop)
    box = dialog.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    before = box.isChecked()
    box.setFocus()
    desktop.keyboard.press("Space")
    assert box.isChecked() is not before and dialog.isVisible()
    desktop.keyboard.press("Enter")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_in_a_text_field_accepts_the_dialog(desktop: Desktop) -> None:
    dialog = DIALOGS["settings"](desktop)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    desktop.keyboard.press("Enter")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_on_a_label_goes_to_its_fields(desktop: Desktop) -> None:
    dialog = DIALOGS["scheme"](desktop)
    assert isinstance(dialog, SchemeDialog)
    labels = dialog.findChild(QListWidget)
    assert labels is not None
    labels.setFocus()
    desktop.keyboard.press("Down", "Enter")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit) and focused.text() == dialog.scheme.labels[1].title("en")
    assert dialog.isVisible()
    desktop.keyboard.press("Escape")


def test_enter_on_an_action_asks_for_its_key_and_enter_binds_it(desktop: Desktop) -> None:
    dialog = DIALOGS["keys"](desktop)
    page, tree, field = dialog.findChild(KeysPage), dialog.findChild(QTreeWidget), dialog.findChild(KeyField)
    assert page is not None and tree is not None
    page.choose("annotation.accept")
    tree.setFocus()
    desktop.keyboard.press("Enter")
    assert QApplication.focusWidget() is field
    desktop.keyboard.press("Ctrl+J", "Enter")
    assert page.keymap.keys("annotation.accept") == ("Ctrl+J",)
    assert dialog.isVisible()
    desktop.keyboard.press("Escape")


def test_enter_presses_the_buttons_of_the_welcome_page(desktop: Desktop) -> None:
    desktop.program.run(by_id("project.close"))
    welcome = desktop.program.window.findChildren(Welcome)[-1]
    button = next(one for one in welcome.findChildren(QPushButton) if one.text().startswith("p "))
    button.setFocus()
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article is not None


def test_enter_presses_the_buttons_over_the_article(desktop: Desktop) -> None:
    desktop.session.failed.emit(UserError("Full."))
    again = desktop.program.components.article.banner.findChild(QPushButton)
    assert again is not None
    notices: list[bool] = []
    again.clicked.connect(lambda on=False: notices.append(on))
    again.setFocus()
    desktop.keyboard.press("Enter")
    desktop.keyboard.press("/")
    closing = [one for one in desktop.program.components.article.find_bar.findChildren(QToolButton) if one.icon()][-1]
    closing.setFocus()
    desktop.keyboard.press("Enter")
    assert notices and not desktop.program.components.article.find_bar.isVisible()


def test_enter_saves_a_note_by_its_button(desktop: Desktop) -> None:
    desktop.keyboard.press("Shift+N")
    desktop.keyboard.type("важно")
    desktop.keyboard.press("Tab")
    assert isinstance(QApplication.focusWidget(), QPushButton)
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article is not None
    assert [note.text for note in desktop.session.open_article.notes_on(None)] == ["важно"]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_fits_the_screen_of_a_small_laptop_at_150_per_cent(desktop: Desktop, name: str, language: str) -> None:
    desktop.language.use(language)
    dialog = DIALOGS[name](desktop)
    if isinstance(dialog, FramedDialog):
        room = QSize(853, 480) * 0.92
        dialog.fit_into(room)
        needed = dialog.body.totalMinimumSize()
        assert needed.height() <= room.height() and needed.width() <= room.width(), needed
    close_all()
