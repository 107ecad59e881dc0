"""The label scheme is edited by keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from app.core.colours.distances import MIN_DISTANCE, least_distance
from app.core.colours.hues import find_hue
from app.core.model import Kind
from app.core.scheme import Scheme
from app.ui.dialogs.scheme.removing import RemoveDialog
from app.ui.dialogs.scheme.scheme_editor import SchemeDialog
from tests.ui.desktop import Desktop


def opened_editor(desktop: Desktop) -> SchemeDialog:
    desktop.keyboard.press("Ctrl+L")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SchemeDialog)
    return dialog


def in_front(desktop: Desktop) -> None:
    """Let the dialog that just opened or closed have the keys."""
    QApplication.processEvents()
    window = QApplication.activeModalWidget() or desktop.program.window
    window.activateWindow()
    QApplication.processEvents()


def words(dialog: SchemeDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_a_new_label_with_key_and_attribute_takes_six_presses_and_typing(desktop: Desktop, layout: str) -> None:
    desktop.keyboard.layout = layout
    opened_editor(desktop)
    in_front(desktop)
    desktop.keyboard.press("Ctrl+N")
    in_front(desktop)
    desktop.keyboard.type("товар")
    desktop.keyboard.press("Enter")
    in_front(desktop)
    desktop.keyboard.press("Ctrl+Shift+A")
    desktop.keyboard.type("цена")
    desktop.keyboard.press("Enter")
    in_front(desktop)
    desktop.keyboard.press("Ctrl+Enter")
    in_front(desktop)
    label = desktop.session.scheme.find(Kind.ENTITY, "товар")
    assert label is not None
    assert label.key == "=" and [attribute.name for attribute in label.attributes] == ["цена"]
    desktop.keyboard.press("U")
    assert desktop.session.scheme.find(Kind.ENTITY, "товар") is None


def test_a_taken_key_is_said_before_it_is_taken(desktop: Desktop) -> None:
    dialog = opened_editor(desktop)
    in_front(desktop)
    desktop.keyboard.press("Down", "1")
    assert "1 is the key of “Person”" in words(dialog)
    assert dialog.scheme.by_key(Kind.ENTITY, "1").name == "PER"  # type: ignore[union-attr]
    desktop.keyboard.press("1")
    assert dialog.scheme.by_key(Kind.ENTITY, "1").name == "ORG"  # type: ignore[union-attr]
    assert dialog.scheme.label(Kind.ENTITY, "PER").key == ""
    desktop.keyboard.press("Escape")


def test_the_list_of_keys_names_whom_each_belongs_to(desktop: Desktop) -> None:
    dialog = opened_editor(desktop)
    boxes = [box for box in dialog.findChildren(QComboBox) if box.count() > 10]
    assert any("2 — Organisation" in box.itemText(row) for box in boxes for row in range(box.count()))
    in_front(desktop)
    desktop.keyboard.press("Escape")


@pytest.mark.parametrize("new", ["LOC", ""])
def test_removing_a_label_says_how_many_have_it_and_one_undo_takes_it_back(desktop: Desktop, new: str) -> None:
    session = desktop.session
    assert session.open_article is not None
    before = {row.id: row.label for row in session.open_article.annotations}
    scheme, count = session.scheme, sum(label == "ORG" for label in before.values())
    opened_editor(desktop)
    in_front(desktop)
    desktop.keyboard.press("Down", "Delete")
    question = QApplication.activeModalWidget()
    assert isinstance(question, RemoveDialog)
    assert any(label.text().startswith(f"{count} ") for label in question.findChildren(QLabel))
    choice = question.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentIndex(choice.count() - 1 if not new else choice.findText("Merge into “Place”"))
    in_front(desktop)
    desktop.keyboard.press("Enter")
    in_front(desktop)
    desktop.keyboard.press("Ctrl+Enter")
    in_front(desktop)
    after = {row.id: row.label for row in session.open_article.annotations}
    wanted = {number: new if label == "ORG" else label for number, label in before.items()}
    assert after == {number: label for number, label in wanted.items() if label}
    assert session.scheme.find(Kind.ENTITY, "ORG") is None
    session.history.undo()
    if session.scheme != scheme:
        session.history.undo()
    assert session.scheme == scheme
    assert {row.id: row.label for row in session.open_article.annotations} == before


def test_a_proposed_label_without_a_key_is_named(desktop: Desktop) -> None:
    scheme: Scheme = desktop.session.scheme
    number = replace(scheme.label(Kind.ENTITY, "NUMBER"), key="")
    desktop.session.editor.scheme.replace(scheme.with_label(number))
    dialog = opened_editor(desktop)
    assert "Without a key: Number" in words(dialog)
    in_front(desktop)
    desktop.keyboard.press("Escape")


def test_new_labels_get_hues_apart_from_all_others(desktop: Desktop) -> None:
    dialog = opened_editor(desktop)
    for name in ("ОДИН", "ДВА", "ТРИ", "ЧЕТЫРЕ"):
        in_front(desktop)
        desktop.keyboard.press("Ctrl+N")
        in_front(desktop)
        desktop.keyboard.type(name)
        desktop.keyboard.press("Enter")
        others = [find_hue(label, place) for place, label in enumerate(dialog.scheme.labels) if label.name != name]
        assert least_distance(dialog.scheme.label(Kind.ENTITY, name).colour, others) >= MIN_DISTANCE
    in_front(desktop)
    desktop.keyboard.press("Escape")


def test_esc_asks_before_it_drops_an_edited_scheme(desktop: Desktop) -> None:
    before = desktop.session.scheme
    dialog = opened_editor(desktop)
    in_front(desktop)
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible(), "nothing was changed"
    dialog = opened_editor(desktop)
    in_front(desktop)
    desktop.keyboard.press("Alt+Down", "Escape")
    assert dialog.isVisible() and "Not saved yet" in words(dialog)
    desktop.keyboard.press("Escape")
    assert not dialog.isVisible() and desktop.session.scheme == before
