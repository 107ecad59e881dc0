"""The window as a whole.

What it says, remembers, and does when saving fails.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.core.message import UserError
from app.core.model import Progress
from app.service.commands.registry import by_id
from app.service.project.settings import SettingsFile
from app.ui.base.i18n import shown
from app.ui.panels.inspector.inspector import InspectorPane
from app.ui.panels.inspector.wrapped import WrappedText
from app.ui.shell.welcome import Welcome
from tests.ui.desktop import Desktop, started


def inspector_words(desktop: Desktop) -> set[str]:
    inspector = desktop.program.components.panes.inspector
    inspector.refresh()
    return {text.words for text in inspector.findChildren(WrappedText) if text.isVisible()}


def test_title_names_project_and_program(desktop: Desktop) -> None:
    assert desktop.program.window.windowTitle() == "p — Pometka"


def test_first_article_that_is_not_done_is_shown(tmp_path: Path) -> None:
    first = started(tmp_path / "a.pometka", articles=3)
    first.keyboard.press("Ctrl+Enter", "Ctrl+Q")
    second = started(tmp_path / "a.pometka")
    assert second.session.open_article is not None
    assert second.session.open_article.article.title == "Статья 2"
    second.close()


def test_finishing_marks_the_article_and_opens_the_next(tmp_path: Path) -> None:
    desktop = started(tmp_path / "a.pometka", articles=2)
    desktop.keyboard.press("Ctrl+Enter")
    assert desktop.session.open_article is not None
    assert desktop.session.open_article.article.title == "Статья 2"
    ids = desktop.session.articles.shown
    assert [desktop.session.articles.get(one).progress for one in ids] == [Progress.DONE, Progress.OPEN]  # type: ignore[union-attr]
    desktop.close()


def test_what_is_left_is_counted_in_the_status_bar(desktop: Desktop) -> None:
    status = desktop.program.components.status
    status.refresh()
    before = desktop.session.navigation.left
    assert f"0 of 1 done · {before} left here" in {label.text() for label in status.findChildren(QLabel)}
    desktop.keyboard.press("Ctrl+Space")
    status.refresh()
    assert f"0 of 1 done · {before - 1} left here" in {label.text() for label in status.findChildren(QLabel)}


def test_saved_is_said_when_everything_is_on_disk(desktop: Desktop) -> None:
    desktop.keyboard.press("Space")
    assert desktop.session.project is not None
    desktop.session.project.flush()
    status = desktop.program.components.status
    status.show_pending(desktop.session.project.pending)
    assert "Saved" in {label.text() for label in status.findChildren(QLabel)}


def test_failed_save_is_loud_and_offers_to_try_again(desktop: Desktop) -> None:
    banner = desktop.program.components.article.banner
    desktop.session.failed.emit(UserError("“{name}” could not be saved: {reason}.", name="p", reason="disk full"))
    assert banner.isVisible()
    assert any("disk full" in label.text() for label in banner.findChildren(QLabel))
    desktop.keyboard.press("F6")
    again = desktop.focused()
    assert isinstance(again, QPushButton) and again.text().replace("&", "") == "Try again"
    desktop.keyboard.press("Enter")
    desktop.session.saving.emit(0)
    assert not banner.isVisible()
    assert desktop.focused() is desktop.program.components.article.view


@pytest.mark.parametrize("action", ["view.language_ru", "view.theme_dark"])
def test_language_and_theme_change_while_one_works(desktop: Desktop, action: str) -> None:
    desktop.keyboard.press("Tab")
    current = desktop.session.navigation.current_id
    desktop.program.run(by_id(action))
    assert desktop.session.navigation.current_id == current
    assert desktop.focused() is desktop.program.components.article.view
    desktop.keyboard.press("Ctrl+9")
    assert desktop.session.open_article is not None
    changed = desktop.session.open_article.annotations.get(current)
    assert changed is not None
    assert changed.label == "LAW"


def test_window_can_be_built_anew_many_times(desktop: Desktop) -> None:
    for name in ("view.language_ru", "view.theme_dark", "view.language_en", "view.theme_light"):
        desktop.program.run(by_id(name))
    assert len(desktop.program.window.menuBar().actions()) == len(set(desktop.program.components.menus.titles))
    desktop.keyboard.press("Space")
    assert desktop.session.history.undo_title() is not None


def test_settings_and_recent_projects_are_remembered(tmp_path: Path) -> None:
    desktop = started(tmp_path / "a.pometka")
    desktop.program.run(by_id("view.zoom_in"))
    desktop.program.run(by_id("view.pane_notes"))
    desktop.program.run(by_id("view.pane_notes"))
    desktop.keyboard.press("Ctrl+Q")
    settings = SettingsFile().load()
    assert settings.zoom == 110
    assert settings.recent == [str(tmp_path / "a.pometka")]
    again = started(tmp_path / "a.pometka")
    assert again.program.components.panes["notes"].isHidden()
    assert again.program.components.article.view.zoom() == 110
    again.close()


def test_a_project_opens_where_it_was_left(tmp_path: Path) -> None:
    first = started(tmp_path / "p.pometka", articles=2)
    first.keyboard.press("]")
    first.keyboard.press("Ctrl+End")
    assert first.session.open_article is not None
    article, caret = first.session.open_article.article.id, first.session.cursor.caret
    first.program.window.close()
    first.close()
    again = started(tmp_path / "p.pometka")
    assert again.session.open_article is not None and again.session.open_article.article.id == article
    assert again.session.cursor.caret == caret
    again.close()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("J",), "Join the pieces of the claim"),
        (("C", "J"), "Join the pieces of the claim"),
        (("Shift+8",), "No label on key 8"),
    ],
)
def test_a_key_that_does_not_apply_says_so(desktop: Desktop, keys: tuple[str, ...], words: str) -> None:
    notices: list[str] = []
    desktop.session.notified.connect(lambda message: notices.append(shown(message)))
    desktop.keyboard.press(*keys)
    assert notices == [f"Does not apply here: {words}"]


def test_newcomer_is_told_what_to_do(desktop: Desktop) -> None:
    desktop.program.run(by_id("project.close"))
    welcome = desktop.program.components.stack.currentWidget()
    assert isinstance(welcome, Welcome)
    titles = {button.text() for button in welcome.findChildren(QPushButton)}
    assert {"New project…", "Open a project…"} <= titles
    assert any(title.startswith("p ") for title in titles), "the recent project is offered"


def test_inspector_shows_the_current_annotation(desktop: Desktop) -> None:
    desktop.keyboard.press("Tab")
    current = desktop.session.navigation.current
    assert current is not None
    assert desktop.session.open_article is not None
    words = inspector_words(desktop)
    assert current.words(desktop.session.open_article.text) in words
    assert any("Proposed" in word for word in words)


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_inspector_edits_the_normal_form_and_gives_the_keys_back(desktop: Desktop, key: str) -> None:
    desktop.keyboard.press("M")
    desktop.keyboard.press("Ctrl+A")
    desktop.keyboard.type("Алматы")
    desktop.keyboard.press(key)
    if key == "Tab":
        desktop.keyboard.press("Escape")
    current = desktop.session.navigation.current
    assert current is not None
    assert current.normal == "Алматы"
    assert desktop.focused() is desktop.program.components.article.view


def test_escape_leaves_a_field_of_the_inspector_as_it_was(desktop: Desktop) -> None:
    current = desktop.session.navigation.current
    assert current is not None
    desktop.keyboard.press("M")
    desktop.keyboard.type("Алматы")
    desktop.keyboard.press("Escape")
    assert desktop.session.navigation.current == current
    assert desktop.focused() is desktop.program.components.article.view


def test_inspector_holds_no_state_of_its_own(desktop: Desktop) -> None:
    inspector = desktop.program.components.panes.inspector
    assert isinstance(inspector, InspectorPane)
    desktop.keyboard.press("Space")
    desktop.keyboard.press("U")
    words = inspector_words(desktop)
    assert any("Proposed" in word for word in words)


def test_an_edit_after_an_undo_says_once_where_the_undone_steps_are(desktop: Desktop, qtbot: QtBot) -> None:
    status = desktop.program.components.status
    desktop.keyboard.press("Space")
    desktop.keyboard.press("U")
    assert "kept in the history" not in status.currentMessage()
    desktop.keyboard.press("Backspace")
    qtbot.waitUntil(lambda: "What was undone is kept in the history: Ctrl+H" in status.currentMessage())
    status.clearMessage()
    desktop.keyboard.press("Space")
    QApplication.processEvents()
    assert "kept in the history" not in status.currentMessage()


def test_an_import_taken_back_is_offered_again_and_enter_takes_it(desktop: Desktop) -> None:
    while desktop.session.open_article is not None:
        desktop.keyboard.press("U")
    welcome = desktop.program.window.findChildren(Welcome)[-1]
    assert any(button.text().startswith("Redo: ") for button in welcome.findChildren(QPushButton))
    desktop.keyboard.press("Enter")
    assert desktop.session.open_article is not None


def test_the_first_paint_loads_neither_the_store_nor_a_database() -> None:
    """Check what is loaded before the first paint.

    It is waited for: the store costs as much as a quarter of an empty window.
    """
    code = "import sys; import app.ui.shell.start.run; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    assert "app.service.project.settings" in loaded
    assert not [name for name in loaded if name.startswith(("app.store", "app.nlp", "app.formats", "sqlite3"))]


def test_a_project_that_watches_no_folder_loads_no_format() -> None:
    """Check what a look for the watch of a project loads.

    It happens on the window's thread, and the formats with the search for duplicates take a third of a second.
    """
    code = "import sys; import app.service.jobs.importing.folder_watch; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    assert not [name for name in loaded if name.startswith(("app.formats", "app.service.similarity", "numpy"))]
