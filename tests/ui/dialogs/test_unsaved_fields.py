"""Esc asks before it drops what was typed into a form."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from app.ui.base.unsaved_fields import UnsavedFields, read_fields
from app.ui.dialogs.ledger.window import LedgerDialog
from app.ui.dialogs.register.window import RegisterDialog
from tests.ui.desktop import Desktop
from tests.ui.dialogs.opened_windows import filled, opened


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the index beside the project."""
    monkeypatch.setenv("POMETKA_CONFIG_DIR", str(tmp_path / "config"))


def change(field: QWidget) -> None:
    match field:
        case QLineEdit():
            field.setText("другое")
        case QPlainTextEdit():
            field.setPlainText("другое")
        case QComboBox():
            field.setCurrentIndex(1)
        case QCheckBox():
            field.toggle()
        case QListWidget():
            field.setCurrentRow(1)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QListWidget])
def test_a_form_with_a_changed_field_is_left_at_the_second_wish(qapp: QApplication, kind: type[QWidget]) -> None:
    form = QWidget()
    field = kind(form)
    if isinstance(field, QComboBox | QListWidget):
        field.addItems(["а", "б"])
    unsaved = UnsavedFields(lambda: read_fields(form))
    unsaved.begin()
    assert unsaved.may_be_left()
    change(field)
    assert not unsaved.may_be_left()
    assert unsaved.may_be_left()
    unsaved.begin()
    assert unsaved.may_be_left(), "what is there was saved"


def test_new_words_after_the_question_are_asked_about_again(qapp: QApplication) -> None:
    form = QWidget()
    field = QLineEdit(form)
    unsaved = UnsavedFields(lambda: read_fields(form))
    unsaved.begin()
    field.setText("раз")
    assert not unsaved.may_be_left()
    field.setText("раз два")
    assert not unsaved.may_be_left()


@pytest.mark.parametrize("key", ["V", "E"])
def test_esc_in_a_form_of_the_ledger_asks_before_it_drops_words(desktop: Desktop, key: str) -> None:
    filled(desktop)
    dialog = opened(desktop, "ledger")
    assert isinstance(dialog, LedgerDialog)
    desktop.keyboard.press("Down", key)
    form = dialog.verdict_form if key == "V" else dialog.claim_form
    assert form.isVisible()
    desktop.keyboard.press("Escape")
    assert not form.isVisible(), "nothing was written"
    desktop.keyboard.press(key)
    if key == "V":
        dialog.verdict_form.note.setFocus()
    desktop.keyboard.type("проверено")
    desktop.keyboard.press("Escape")
    assert form.isVisible() and "Not saved" in form.fault
    desktop.keyboard.press("Escape")
    assert not form.isVisible() and dialog.isVisible()


def test_esc_in_the_form_of_a_record_asks_and_enter_does_not_take_that_for_a_yes(desktop: Desktop) -> None:
    filled(desktop)
    dialog = opened(desktop, "register")
    assert isinstance(dialog, RegisterDialog)
    desktop.keyboard.press("Down", "E")
    desktop.keyboard.type("Новое имя")
    desktop.keyboard.press("Escape")
    assert dialog.record_form.isVisible() and "Not saved" in dialog.record_form.question
    desktop.keyboard.press("Enter")
    assert dialog.record_form.isVisible() and "Rename" in dialog.record_form.question
    desktop.keyboard.press("Escape")
    assert not dialog.record_form.isVisible() and dialog.isVisible()
