"""A sum is shown once, as people write it.

It is edited in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from app.core.model import Annotation
from app.ui.panels.inspector.value_line import ValueLine
from tests.service.samples import entity, opened
from tests.ui.desktop import Desktop, started

TEXT = "Проект стоит 5 трлн долларов.\n"
VALUE = "5000000000000 USD"


def show_row(path: Path, text: str, row: Annotation) -> Iterator[Desktop]:
    """Show an article with one annotation in the inspector, and close it."""
    opened(path, text, [row]).projects.close()
    desktop = started(path, text=text)
    desktop.program.components.panes.fill()
    desktop.rest()
    yield desktop
    desktop.close()


@pytest.fixture
def with_sum(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    path = tmp_path / "p.pometka"
    row = entity(TEXT, "5 трлн долларов", "MONEY", normal=VALUE, attributes=(("value", VALUE),))
    yield from show_row(path, TEXT, row)


def field_of(desktop: Desktop) -> ValueLine:
    (found,) = (one for one in desktop.program.components.panes.inspector.findChildren(ValueLine) if one.isVisible())
    return found


def test_a_sum_is_said_once_in_words_and_in_full_in_the_tooltip(with_sum: Desktop) -> None:
    field = field_of(with_sum)
    assert field.text() == "5\u00a0trillion\u00a0$"
    assert field.toolTip() == "5,000,000,000,000\u00a0USD"
    shown = [one for one in with_sum.program.components.panes.inspector.box.children() if hasattr(one, "text")]
    assert not any(one.text() == VALUE for one in shown if one.isVisible()), "the normal form says the same"


def test_looking_at_the_exact_value_changes_nothing_and_typing_does(with_sum: Desktop) -> None:
    field, before = field_of(with_sum), with_sum.session.history.undo_title()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.text() == VALUE
    with_sum.keyboard.press("Escape")
    assert with_sum.session.history.undo_title() == before
    assert field.text() == "5\u00a0trillion\u00a0$"
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    with_sum.keyboard.type("6000000 USD")
    with_sum.keyboard.press("Enter")
    assert with_sum.session.open_article is not None
    (row,) = with_sum.session.open_article.annotations
    assert row.attribute("value") == "6000000 USD"


@pytest.fixture
def with_date(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    path = tmp_path / "d.pometka"
    text = "Дорогу построят к осени 2027 года.\n"
    attributes = (("precision", "fortnight"), ("value", "2027-23"))
    row = entity(text, "осени 2027 года", "DATE", normal="2027-23", attributes=attributes)
    yield from show_row(path, text, row)


def test_a_period_is_shown_and_edited_in_words(with_date: Desktop) -> None:
    field, before = field_of(with_date), with_date.session.history.undo_title()
    assert field.text() == "autumn 2027"
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.text() == "autumn 2027"
    with_date.keyboard.press("Escape")
    assert with_date.session.history.undo_title() == before
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    with_date.keyboard.type("Q2 2028")
    with_date.keyboard.press("Enter")
    assert with_date.session.open_article is not None
    (row,) = with_date.session.open_article.annotations
    assert row.attribute("value") == "2028-34"


def test_a_choice_that_the_list_lacks_is_shown(with_date: Desktop) -> None:
    inspector = with_date.program.components.panes.inspector
    shown = [box.currentText() for box in inspector.findChildren(QComboBox) if box.isVisible()]
    assert "fortnight" in shown
