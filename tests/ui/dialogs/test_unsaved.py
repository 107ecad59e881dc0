"""Whatever fails at saving, and whatever the way out.

The window stays, says why, and offers the ways on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Kind, Status
from app.core.span import Span
from app.store import Project
from app.ui.base.i18n import shown
from app.ui.dialogs.unsaved import TakenBackDialog, UnsavedDialog
from tests.store.samples import damage_free_list
from tests.ui.desktop import Desktop, started, wait_for_file_work

WAIT_MS = 20_000


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    desktop = started(tmp_path / "p.pometka")
    yield desktop
    for dialog in desktop.program.window.findChildren(UnsavedDialog):
        dialog.close()
    desktop.session.projects.close(give_up=True)
    desktop.close()


def move_away(desktop: Desktop, _: pytest.MonkeyPatch) -> Callable[[], None]:
    path = path_of(desktop)
    away = path.with_name("away.pometka")
    path.rename(away)
    return lambda: away.rename(path)


def meet_a_bug(_: Desktop, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def fail(*_: object) -> None:
        raise RuntimeError("a bug of the writer")

    monkeypatch.setattr("app.store.writing_connection.write_changes", fail)
    return monkeypatch.undo


def fill_the_disk(_: Desktop, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.writing_connection.write_changes", fail)
    return monkeypatch.undo


FAULTS = [move_away, meet_a_bug, fill_the_disk]


def quit_by_key(desktop: Desktop, _: Path) -> None:
    desktop.keyboard.press("Ctrl+Q")


def close_by_the_frame(desktop: Desktop, _: Path) -> None:
    desktop.program.window.close()


def close_project(desktop: Desktop, _: Path) -> None:
    desktop.keyboard.press("Ctrl+W")


def open_another(desktop: Desktop, other: Path) -> None:
    desktop.program.files.try_to_open(other)


def make_another(desktop: Desktop, other: Path) -> None:
    desktop.program.files.create(other.with_name("made.pometka"))


WAYS_OUT = [quit_by_key, close_by_the_frame, close_project, open_another, make_another]
QUITS = {quit_by_key, close_by_the_frame}


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.pometka"
    started(path, articles=2).close()
    return path


def path_of(desktop: Desktop) -> Path:
    assert desktop.session.project is not None
    return desktop.session.project.path


def decide(desktop: Desktop) -> dict[int, Status]:
    """Decide an article, and return the decisions."""
    desktop.keyboard.press("Space", "Space")
    open_article = desktop.session.open_article
    assert open_article is not None
    return {row.id: row.status for row in open_article.annotations}


def decisions(path: Path) -> dict[int, Status]:
    with Project.open(path, read_only=True) as project:
        return {row.id: row.status for article in project.articles() for row in project.annotations(article.id)}


def dialog_of(desktop: Desktop, kind: type[QWidget] = UnsavedDialog) -> QWidget:
    QApplication.processEvents()
    found = [one for one in desktop.program.window.findChildren(kind) if one.isVisible()]
    assert found, f"no {kind.__name__}"
    return found[-1]


def press(dialog: QWidget, words: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    QApplication.processEvents()


def choose(desktop: Desktop, path: Path) -> None:
    """Answer the question for a file."""
    asked = dialog_of(desktop, QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.filesSelected.emit([str(path)])
    asked.done(1)
    wait_for_file_work()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_what_cannot_be_saved_keeps_the_window_open_and_escape_stays(
    desktop: Desktop,
    other: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Desktop, pytest.MonkeyPatch], Callable[[], None]],
    way_out: Callable[[Desktop, Path], None],
) -> None:
    project = desktop.session.project
    mend = fault(desktop, monkeypatch)
    decided = decide(desktop)
    way_out(desktop, other)
    dialog = dialog_of(desktop)
    assert desktop.program.window.isVisible()
    assert desktop.session.project is project
    buttons = {button.text() for button in dialog.findChildren(QPushButton)}
    assert buttons == {
        "Try again",
        "Save as…",
        "Discard and quit" if way_out in QUITS else "Discard and close",
        "Cancel",
    }
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible()
    assert desktop.session.project is project
    assert not other.with_name("made.pometka").exists()
    mend()
    assert project is not None
    project.flush()
    assert decisions(path_of(desktop)) == decided


@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_try_again_leaves_once_the_fault_is_mended(
    desktop: Desktop, other: Path, monkeypatch: pytest.MonkeyPatch, way_out: Callable[[Desktop, Path], None]
) -> None:
    path, mend = path_of(desktop), move_away(desktop, monkeypatch)
    decided = decide(desktop)
    way_out(desktop, other)
    press(dialog_of(desktop), "Try again")
    dialog = dialog_of(desktop)
    mend()
    press(dialog, "Try again")
    assert desktop.program.window.isVisible() is (way_out not in QUITS)
    assert desktop.session.project is None or path_of(desktop) != path
    assert decisions(path) == decided


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_discard_leaves_and_gives_up_what_is_not_saved(
    desktop: Desktop,
    other: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Desktop, pytest.MonkeyPatch], Callable[[], None]],
    way_out: Callable[[Desktop, Path], None],
) -> None:
    path, before = path_of(desktop), decisions(path_of(desktop))
    mend = fault(desktop, monkeypatch)
    decide(desktop)
    way_out(desktop, other)
    press(dialog_of(desktop), "Discard and quit" if way_out in QUITS else "Discard and close")
    assert desktop.program.window.isVisible() is (way_out not in QUITS)
    assert desktop.session.project is None or path_of(desktop) != path
    mend()
    assert decisions(path) == before


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_save_as_writes_everything_elsewhere_and_then_leaves(
    desktop: Desktop,
    other: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Desktop, pytest.MonkeyPatch], Callable[[], None]],
    way_out: Callable[[Desktop, Path], None],
) -> None:
    fault(desktop, monkeypatch)
    decided = decide(desktop)
    way_out(desktop, other)
    press(dialog_of(desktop), "Save as…")
    monkeypatch.undo()
    choose(desktop, tmp_path / "saved.pometka")
    assert desktop.program.window.isVisible() is (way_out not in QUITS)
    assert decisions(tmp_path / "saved.pometka") == decided


def test_the_banner_offers_to_save_elsewhere_and_goes_on_there_at_the_same_place(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    banner = desktop.program.components.article.banner
    move_away(desktop, monkeypatch)
    qtbot.waitUntil(banner.isVisible, timeout=WAIT_MS)
    assert any("moved, replaced or deleted" in label.text() for label in banner.findChildren(QLabel))
    decided = decide(desktop)
    caret = desktop.session.cursor.caret
    press(banner, "Save as…")
    choose(desktop, tmp_path / "saved.pometka")
    assert path_of(desktop) == tmp_path / "saved.pometka"
    assert not banner.isVisible()
    assert desktop.session.cursor.caret == caret
    desktop.keyboard.press("U")
    desktop.keyboard.press("Ctrl+Q")
    assert not desktop.program.window.isVisible()
    assert decisions(tmp_path / "saved.pometka").keys() == decided.keys()


def test_a_file_that_is_put_back_hides_the_banner_without_a_key(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    banner = desktop.program.components.article.banner
    mend = move_away(desktop, monkeypatch)
    qtbot.waitUntil(banner.isVisible, timeout=WAIT_MS)
    mend()
    qtbot.waitUntil(lambda: not banner.isVisible(), timeout=WAIT_MS)


def test_a_step_that_can_never_be_saved_is_taken_back_by_name_and_the_next_is_saved(
    desktop: Desktop, qtbot: QtBot
) -> None:
    session = desktop.session
    assert session.open_article is not None and session.project is not None
    before = {row.id for row in session.open_article.annotations}
    number = session.project.next_id()
    poison = Annotation(number, session.open_article.article.id, Kind.ENTITY, "PER", (Span(0, 5),), normal="\ud800")
    session.apply(Step(Message("add “{words}”", {"words": "Ерунда"}), (Change(None, poison),)))
    qtbot.waitUntil(lambda: bool(desktop.program.window.findChildren(TakenBackDialog)), timeout=WAIT_MS)
    dialog = dialog_of(desktop, TakenBackDialog)
    assert any("Ерунда" in label.text() for label in dialog.findChildren(QLabel))
    press(dialog, "OK")
    assert {row.id for row in session.open_article.annotations} == before
    decided = decide(desktop)
    session.project.flush()
    assert decisions(path_of(desktop)) == decided


def test_a_damaged_file_is_left_by_save_as_with_every_decision(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "p.pometka"
    started(path, articles=3).close()
    damage_free_list(path)
    desktop = started(path)
    project = desktop.session.project
    assert project is not None
    qtbot.waitUntil(lambda: project.damage is not None, timeout=WAIT_MS)
    desktop.session.storage.edit_anyway()
    for _ in range(25):
        desktop.keyboard.press("Space")
    assert desktop.session.open_article is not None
    desktop.session.apply(_large_note(desktop))
    decided = {row.id: row.status for row in desktop.session.open_article.annotations}
    desktop.keyboard.press("Ctrl+Q")
    assert desktop.program.window.isVisible()
    press(dialog_of(desktop), "Save as…")
    choose(desktop, tmp_path / "saved.pometka")
    assert not desktop.program.window.isVisible()
    with Project.open(tmp_path / "saved.pometka") as saved:
        assert saved.check() == []
    assert decisions(tmp_path / "saved.pometka").items() >= decided.items()
    desktop.close()


def _large_note(desktop: Desktop) -> Step:
    """Return a step that needs a free page."""
    from app.core.model import Note  # noqa: PLC0415

    assert desktop.session.project is not None and desktop.session.open_article is not None
    note = Note(desktop.session.project.next_id(), "слово " * 5_000, desktop.session.open_article.article.id)
    return Step(Message("note"), (Change(None, note),))


def test_the_words_are_russian_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = started(tmp_path / "p.pometka", language="ru")
    move_away(desktop, monkeypatch)
    desktop.keyboard.press("Ctrl+Q")
    dialog = dialog_of(desktop)
    titles = {button.text() for button in dialog.findChildren(QPushButton)}
    assert titles == {"Повторить", "Сохранить как…", "Выйти без сохранения", "Отмена"}
    assert shown(Message("Not saved")) == dialog.windowTitle() != "Not saved"
    press(dialog, "Выйти без сохранения")
    desktop.close()
