"""Esc in a note keeps its text as draft.

It is kept until it is saved or dropped.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.model import Note
from app.service.project.drafts import Drafts
from app.ui.panels.notes.note_editor import NoteEditor
from tests.ui.desktop import Desktop, started

KEYS = ("N", "Shift+N", "Ctrl+Shift+N")


def editor(desktop: Desktop) -> NoteEditor:
    return desktop.program.window.findChildren(NoteEditor)[-1]


def typed(desktop: Desktop) -> str:
    field = editor(desktop).findChild(QPlainTextEdit)
    assert field is not None
    return field.toPlainText()


def is_marked(desktop: Desktop) -> bool:
    words = {one.text() for one in editor(desktop).findChildren(QLabel) if one.isVisible()}
    return "Draft, not saved yet" in words


def notes(desktop: Desktop) -> list[str]:
    assert desktop.session.project is not None
    return [note.text for note in desktop.session.project.rows(Note)]


@pytest.mark.parametrize("key", KEYS)
def test_escape_keeps_a_draft_that_is_no_step(desktop: Desktop, key: str) -> None:
    title = desktop.session.history.undo_title()
    desktop.keyboard.press("Tab", key)
    desktop.keyboard.type("мысль")
    desktop.keyboard.press("Escape")
    assert "Draft kept" in desktop.program.components.status.currentMessage()
    assert notes(desktop) == [] and desktop.session.history.undo_title() == title
    desktop.keyboard.press(key)
    assert typed(desktop) == "мысль" and is_marked(desktop)
    desktop.keyboard.type("!")
    desktop.keyboard.press("Enter")
    assert desktop.session.project is not None
    desktop.session.project.flush()
    assert notes(desktop) == ["мысль!"]
    desktop.keyboard.press(key)
    assert typed(desktop) == "мысль!" and not is_marked(desktop)
    desktop.keyboard.press("Escape")


def test_each_note_has_a_draft_of_its_own(desktop: Desktop) -> None:
    desktop.keyboard.press("Tab")
    for key in KEYS:
        desktop.keyboard.press(key)
        desktop.keyboard.type(f"к {key}".lower())
        desktop.keyboard.press("Escape")
    for key in KEYS:
        desktop.keyboard.press(key)
        assert typed(desktop) == f"к {key}".lower()
        desktop.keyboard.press("Escape")


def test_a_draft_of_a_saved_note_leaves_the_note_and_can_be_dropped(desktop: Desktop) -> None:
    desktop.keyboard.press("Shift+N")
    desktop.keyboard.type("старое")
    desktop.keyboard.press("Enter", "Shift+N")
    desktop.keyboard.type("новое")
    desktop.keyboard.press("Escape")
    assert desktop.session.project is not None
    desktop.session.project.flush()
    assert notes(desktop) == ["старое"]
    desktop.keyboard.press("Shift+N")
    assert typed(desktop) == "новое"
    drop = next(one for one in editor(desktop).findChildren(QPushButton) if one.text() == "Drop the draft")
    drop.setFocus()
    desktop.keyboard.press("Enter")
    assert typed(desktop) == "старое" and not is_marked(desktop)
    desktop.keyboard.press("Escape", "Shift+N")
    assert typed(desktop) == "старое" and not is_marked(desktop)
    desktop.keyboard.press("Escape")


def test_escape_with_nothing_written_keeps_no_draft(desktop: Desktop) -> None:
    desktop.keyboard.press("Shift+N", "Escape")
    assert not Drafts().path.exists()
    assert desktop.program.components.status.currentMessage() == ""


def test_a_draft_that_is_emptied_is_gone(desktop: Desktop) -> None:
    desktop.keyboard.press("Shift+N")
    desktop.keyboard.type("мысль")
    desktop.keyboard.press("Escape", "Shift+N", "Ctrl+A", "Backspace", "Escape", "Shift+N")
    assert typed(desktop) == "" and not is_marked(desktop)
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize("is_open", [False, True])
def test_a_draft_outlives_the_window(tmp_path: Path, qapp: QApplication, is_open: bool) -> None:
    first = started(tmp_path / "d.pometka")
    first.keyboard.press("Shift+N")
    first.keyboard.type("мысль")
    if not is_open:
        first.keyboard.press("Escape")
    first.program.window.close()
    first.close()
    again = started(tmp_path / "d.pometka")
    again.keyboard.press("Shift+N")
    assert typed(again) == "мысль" and is_marked(again) and notes(again) == []
    again.keyboard.press("Escape")
    again.close()


def test_a_draft_is_kept_while_one_types(desktop: Desktop, qtbot: QtBot) -> None:
    assert desktop.session.open_article is not None and desktop.session.project is not None
    path, target = desktop.session.project.path, (desktop.session.open_article.article.id, None)
    desktop.keyboard.press("Shift+N")
    desktop.keyboard.type("мысль")
    qtbot.waitUntil(lambda: Drafts().find(path, target) == "мысль")
    assert typed(desktop) == "мысль" and notes(desktop) == []
    assert desktop.program.components.status.currentMessage() == "", "nobody is disturbed"
    desktop.keyboard.press("Enter")
    desktop.session.project.flush()
    assert notes(desktop) == ["мысль"] and Drafts().find(path, target) == ""


def test_what_was_taken_back_while_typing_leaves_no_draft(desktop: Desktop, qtbot: QtBot) -> None:
    assert desktop.session.open_article is not None and desktop.session.project is not None
    path, target = desktop.session.project.path, (desktop.session.open_article.article.id, None)
    desktop.keyboard.press("Shift+N")
    desktop.keyboard.type("мысль")
    qtbot.waitUntil(lambda: Drafts().find(path, target) != "")
    desktop.keyboard.press("Ctrl+A", "Backspace", "Escape")
    assert Drafts().find(path, target) == "" and desktop.program.components.status.currentMessage() == ""
    assert not [timer for timer in editor(desktop).findChildren(QTimer) if timer.isActive()]


def test_a_draft_that_cannot_be_kept_while_typing_is_tried_again_at_escape(
    desktop: Desktop, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Drafts().path.with_name("drafts.json.new")
    folder.mkdir()
    desktop.keyboard.press("Shift+N")
    desktop.keyboard.type("мысль")
    qtbot.waitUntil(lambda: "No draft was kept" in caplog.text)
    assert editor(desktop).isVisible() and typed(desktop) == "мысль"
    folder.rmdir()
    desktop.keyboard.press("Escape", "Shift+N")
    assert typed(desktop) == "мысль" and is_marked(desktop)
    desktop.keyboard.press("Escape")
