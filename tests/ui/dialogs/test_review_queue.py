"""The review queue decides annotations by the keys of the article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.model import Annotation, Kind, Status
from app.service.session.session import Session
from app.ui.dialogs.review.window import ReviewQueueDialog
from tests.service.samples import add_article, claim, entity
from tests.ui.desktop import Desktop

TEXT = "Вчера Токаев выступил. Потом Серик Алимов ответил.\n«Налог вырастет», - сказал Алимов."


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the index beside the project."""
    monkeypatch.setenv("POMETKA_CONFIG_DIR", str(tmp_path / "config"))


Opening = Callable[[], ReviewQueueDialog]


@pytest.fixture
def opened_queue(desktop: Desktop, qtbot: QtBot) -> Opening:
    """Return what opens the queue by its key."""
    rows = (
        entity(TEXT, "Токаев", "LOC", confidence=0.02),
        entity(TEXT, "Алимов", "PER", confidence=0.04),
        claim(TEXT, "Налог вырастет", confidence=0.06),
    )
    add_article(desktop.session, TEXT, rows, "Вторая")
    assert desktop.session.project is not None
    desktop.session.project.flush()

    def open_it() -> ReviewQueueDialog:
        desktop.keyboard.press("Ctrl+Shift+D")
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReviewQueueDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReviewQueueDialog)
        qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.is_current, timeout=60_000)
        return dialog

    return open_it


def test_nothing_is_said_to_be_left_before_the_index_is_current(
    desktop: Desktop, opened_queue: Opening, qtbot: QtBot
) -> None:
    assert opened_queue  # the project has proposals that no index holds yet
    desktop.keyboard.press("Ctrl+Shift+D")
    dialog, seen = QApplication.activeModalWidget(), []
    assert isinstance(dialog, ReviewQueueDialog)

    def is_current() -> bool:
        seen.append(dialog.words)
        return dialog.is_current

    qtbot.waitUntil(is_current, timeout=60_000)
    assert dialog.view is not None and not any("No proposal is left" in words for words in seen)


def test_no_change_of_the_index_takes_the_keyboard_from_a_note(
    opened_queue: Opening, desktop: Desktop, qtbot: QtBot
) -> None:
    dialog = opened_queue()
    desktop.keyboard.press("N")
    desktop.keyboard.type("при")
    add_article(desktop.session, TEXT, (entity(TEXT, "Токаев", "LOC", confidence=0.01),), "Третья")
    assert desktop.session.project is not None
    desktop.session.project.flush()
    qtbot.waitUntil(lambda: dialog.is_current, timeout=60_000)
    desktop.keyboard.type("вет")
    assert dialog.note_form.text.toPlainText() == "привет"
    first = dialog.view
    desktop.keyboard.press("Enter")
    desktop.session.project.flush()
    qtbot.waitUntil(lambda: dialog.is_current, timeout=60_000)
    assert dialog.view is not None and first is not None and dialog.view.row.id == first.row.id
    desktop.keyboard.press("U")
    assert dialog.queue is not None and not dialog.queue.newest_step, "the note can be taken back"


def words(dialog: ReviewQueueDialog) -> str:
    assert dialog.view is not None
    return dialog.view.row.words(dialog.view.text)


def rows_of(session: Session, number: int) -> list[Annotation]:
    assert session.project is not None
    return session.project.annotations(number)


@pytest.mark.parametrize("layout", ["us", "ru", "kz"])
def test_each_key_decides_as_in_the_article_and_undo_returns(
    desktop: Desktop, opened_queue: Opening, layout: str
) -> None:
    desktop.keyboard.layout = layout
    dialog = opened_queue()
    assert words(dialog) == "Токаев" and "Вчера Токаев выступил." in dialog.page.view.accessibleName() + TEXT
    number = dialog.view.article.id if dialog.view is not None else 0
    desktop.keyboard.press("1")
    assert words(dialog) == "Алимов"
    desktop.keyboard.press("Alt+Shift+Left")
    assert words(dialog) == "Серик Алимов", "a moved boundary stays until a key decides"
    desktop.keyboard.press("Space")
    assert words(dialog) == "Налог вырастет"
    desktop.keyboard.press("1")
    assert words(dialog) == "Налог вырастет" and "claim" in dialog.message
    desktop.keyboard.press("Shift+3")
    found = {(row.label, row.status) for row in rows_of(desktop.session, number)}
    assert found == {("PER", Status.CORRECTED), ("promise", Status.CORRECTED)}
    desktop.keyboard.press("Backspace", "U", "U")
    assert words(dialog) == "Налог вырастет"
    desktop.keyboard.press("U", "U")
    assert words(dialog) == "Токаев"
    assert {row.status for row in rows_of(desktop.session, number)} == {Status.PROPOSED}
    desktop.keyboard.press("U")
    assert dialog.message == "Nothing was decided here yet."


def test_the_queue_ends_with_its_account_and_the_next_one_leaves_the_skipped_out(
    desktop: Desktop, opened_queue: Opening
) -> None:
    dialog = opened_queue()
    total = len(dialog.queue.plan.items) if dialog.queue is not None else 0
    assert total == 10 and "of 10" in dialog.words and "0 left out" in dialog.words
    desktop.keyboard.press("Tab", "Tab", *["Space"] * (total - 2))
    assert dialog.view is None
    assert dialog.words.startswith("8 decided, 2 skipped, 2 left")
    desktop.keyboard.press("S")
    assert words(dialog) == "Токаев"
    desktop.keyboard.press("Space")
    assert words(dialog) == "Алимов"
    desktop.keyboard.press("Tab", "Enter")
    assert dialog.words.startswith("No proposal is left to decide.")
    desktop.keyboard.press("U")
    assert dialog.message == "Nothing was decided here yet.", "the next queue takes back its own steps alone"


def test_enter_opens_the_article_and_the_queue_goes_on_there(desktop: Desktop, opened_queue: Opening) -> None:
    dialog = opened_queue()
    desktop.keyboard.press("Space", "Enter")
    assert not dialog.isVisible()
    opened, current = desktop.session.open_article, desktop.session.navigation.current
    assert opened is not None and opened.article.title == "Вторая"
    assert current is not None and current.words(TEXT) == "Алимов"
    desktop.keyboard.press("Space")
    again = opened_queue()
    assert words(again) == "Налог вырастет", "what was decided in the article is passed over"
    assert "2 of 10" not in again.words and "1 decided" in again.words


def test_a_note_is_written_by_key_and_esc_keeps_a_draft(desktop: Desktop, opened_queue: Opening) -> None:
    dialog = opened_queue()
    desktop.keyboard.press("N")
    desktop.keyboard.type("ab")
    desktop.keyboard.press("Escape")
    assert dialog.isVisible() and not dialog.note_form.isVisible()
    desktop.keyboard.press("N")
    assert dialog.note_form.text.toPlainText() == "ab"
    desktop.keyboard.press("Enter")
    assert dialog.view is not None and desktop.session.project is not None
    notes = desktop.session.project.notes(dialog.view.article.id)
    assert [(note.text, note.annotation_id) for note in notes] == [("ab", dialog.view.row.id)]
    desktop.keyboard.press("U")
    assert desktop.session.project.notes(dialog.view.article.id) == [] and words(dialog) == "Токаев"


def test_a_held_key_decides_once(desktop: Desktop, opened_queue: Opening) -> None:
    dialog = opened_queue()
    desktop.keyboard.hold("Space", 5)
    assert words(dialog) == "Алимов"


def test_the_open_article_follows_and_the_window_behind_stays(desktop: Desktop, opened_queue: Opening) -> None:
    opened_queue()
    before = desktop.session.open_article
    desktop.keyboard.press("Space", "U")
    assert desktop.session.open_article is before
    claims = [row for row in before.annotations if row.kind is Kind.CLAIM] if before is not None else []
    assert claims
