"""An analyst with a mouse alone.

What is chosen, labelled, moved and decided by clicks where the things are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QTableView

from app.core.model import Annotation, Kind, Progress, Role, Status
from app.core.span import Span
from app.ui.base.lists.long_list import LongList
from tests.service.samples import TEXT, span
from tests.ui.desktop import Desktop, started, wait_until
from tests.ui.mouse import Mouse, press

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """Start the program on a project with two articles."""
    desktop = started(tmp_path / "p.pometka", articles=2)
    yield desktop
    desktop.close()


@pytest.fixture
def mouse(desktop: Desktop) -> Mouse:
    """Return a mouse over the window."""
    return Mouse(desktop)


def current(desktop: Desktop) -> Annotation:
    row = desktop.session.navigation.current
    assert row is not None
    return row


def row_as_it_is(desktop: Desktop, before: Annotation) -> Annotation:
    """Return an annotation as the last edit left it."""
    assert desktop.session.open_article is not None
    row = desktop.session.open_article.annotations.get(before.id)
    assert row is not None
    return row


def labels_over(desktop: Desktop, where: Span) -> list[str]:
    """Return the labels of the annotations over just these words."""
    assert desktop.session.open_article is not None
    return [row.label for row in desktop.session.open_article.annotations if row.pieces == (where,)]


def choose_over(desktop: Desktop, mouse: Mouse, point: QPoint, action_id: str) -> None:
    """Choose an entry of the menu over a point of the article."""
    entry = desktop.program.components.menus.entry(action_id)
    assert entry is not None
    mouse.choose(mouse.open_menu_over(point), entry)


def drag_over(mouse: Mouse, words: Span, *, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Drag from a span's first word to its last.

    The drag starts and ends within these words.
    """
    first, last = Span(words.start, words.start + 1), Span(words.stop - 1, words.stop)
    mouse.drag(mouse.point_of(first), mouse.point_of(last), held=held)


def choose_in(box: QComboBox, title: str) -> None:
    """Open a box and click one of its lines."""
    patience_ms = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)  # for so long Qt takes a second click for a part of the first
    press(box)
    lines = box.view()
    wait_until(lines.isVisible)
    QApplication.processEvents()
    press(lines.viewport(), lines.visualRect(box.model().index(box.findText(title), 0)).center())
    QApplication.setDoubleClickInterval(patience_ms)


def claim_by_click(desktop: Desktop, mouse: Mouse) -> Annotation:
    """Click the bracket of the claim."""
    assert desktop.session.open_article is not None
    claim = next(row for row in desktop.session.open_article.annotations if row.kind is Kind.CLAIM)
    mouse.click(mouse.bracket_of(claim))
    assert desktop.session.navigation.current == claim
    return claim


def test_double_click_takes_a_token_and_the_menu_labels_it(desktop: Desktop, mouse: Mouse) -> None:
    tesla = span(TEXT, "Tesla")
    mouse.double_click(mouse.point_of(tesla))
    assert desktop.session.cursor.selection == tesla
    choose_over(desktop, mouse, mouse.point_of(tesla), "label.2")
    assert labels_over(desktop, tesla) == ["ORG"]


def test_drag_snaps_to_tokens_and_alt_drags_freely(desktop: Desktop, mouse: Mouse) -> None:
    came = span(TEXT, "приехал")
    inside = Span(came.start + 2, came.stop - 1)
    drag_over(mouse, inside)
    assert desktop.session.cursor.selection == came
    drag_over(mouse, inside, held=ALT)
    assert desktop.session.cursor.selection == inside
    choose_over(desktop, mouse, mouse.point_of(inside), "label.0")
    assert labels_over(desktop, inside) == ["OTHER"]


def test_shift_and_click_grow_a_selection(desktop: Desktop, mouse: Mouse) -> None:
    mouse.click(mouse.point_of(span(TEXT, "приехал")))
    mouse.click(mouse.point_of(span(TEXT, "Алматы")), held=SHIFT)
    assert desktop.session.cursor.selection == span(TEXT, "приехал в Алматы")


def test_a_boundary_is_dragged_to_a_token_and_the_menu_takes_it_back(desktop: Desktop, mouse: Mouse) -> None:
    astana, longer = span(TEXT, "Астана"), span(TEXT, "Астана, Tesla")
    mouse.click(mouse.point_of(astana))
    moved = current(desktop)
    mouse.drag(mouse.point_of(astana, at=1.0), mouse.point_of(span(TEXT, "Tesla")))
    assert current(desktop).id == moved.id
    assert current(desktop).pieces == (longer,)
    choose_over(desktop, mouse, mouse.point_of(astana), "edit.undo")
    assert current(desktop).pieces == (astana,)


def test_a_boundary_is_dragged_into_a_word_with_alt(desktop: Desktop, mouse: Mouse) -> None:
    astana = span(TEXT, "Астана")
    mouse.click(mouse.point_of(astana))
    inner = Span(astana.start + 2, astana.start + 3)
    mouse.drag(mouse.point_of(astana, at=0.0), mouse.point_of(inner), held=ALT)
    assert current(desktop).pieces == (Span(inner.start, astana.stop),)


def test_a_click_on_a_mention_and_the_menu_decide_it(desktop: Desktop, mouse: Mouse) -> None:
    astana = span(TEXT, "Астана")
    mouse.click(mouse.point_of(astana))
    wrong = current(desktop)
    choose_over(desktop, mouse, mouse.point_of(astana), "annotation.reject")
    assert row_as_it_is(desktop, wrong).status is Status.REJECTED


def test_the_speaker_is_dragged_over_and_named_by_the_menu(desktop: Desktop, mouse: Mouse) -> None:
    claim = claim_by_click(desktop, mouse)
    speaker = span(TEXT, "Токаев", 1)
    drag_over(mouse, speaker)
    choose_over(desktop, mouse, mouse.point_of(speaker), "claim.speaker")
    assert current(desktop).id == claim.id
    assert isinstance(current(desktop).role("speaker"), Role)


def test_words_are_cut_out_of_a_claim_by_drag_and_menu(desktop: Desktop, mouse: Mouse) -> None:
    claim = claim_by_click(desktop, mouse)
    drag_over(mouse, span(TEXT, "вырастет"))
    choose_over(desktop, mouse, mouse.point_of(span(TEXT, "вырастет")), "claim.piece")
    assert current(desktop).id == claim.id
    assert current(desktop).words(TEXT).strip() == "Город"


def test_the_label_is_changed_in_the_inspector_and_the_row_found_in_the_list(desktop: Desktop, mouse: Mouse) -> None:
    table = desktop.program.components.panes["annotations"].findChild(QTableView)
    assert table is not None
    desktop.rest()
    last = table.model().rowCount() - 1
    press(table.viewport(), table.visualRect(table.model().index(last, 1)).center())
    row = current(desktop)
    assert row.pieces == (span(TEXT, "Астана"),)
    desktop.rest()
    box = desktop.program.components.panes["inspector"].findChild(QComboBox)
    assert box is not None
    choose_in(box, "Place")
    assert row_as_it_is(desktop, row).label == "LOC"
    assert row_as_it_is(desktop, row).status is Status.CORRECTED


def test_a_note_is_saved_by_its_button(desktop: Desktop, mouse: Mouse) -> None:
    choose_over(desktop, mouse, mouse.point_of(span(TEXT, "Астана")), "note.annotation")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    desktop.keyboard.type("столица")
    panel = field.parentWidget()
    assert panel is not None
    save = next(one for one in panel.findChildren(QPushButton) if one.text() == "Save")
    press(save)
    assert desktop.session.open_article is not None
    assert [note.text for note in desktop.session.open_article.notes_on(current(desktop).id)] == ["столица"]


def test_an_article_is_finished_by_the_menu_and_another_opened_by_a_click(desktop: Desktop, mouse: Mouse) -> None:
    first, second = desktop.session.articles.shown
    choose_over(desktop, mouse, mouse.point_of(span(TEXT, "Астана")), "article.finish")
    done = desktop.session.articles.get(first)
    assert done is not None
    assert done.progress is Progress.DONE
    rows = desktop.program.components.panes["articles"].findChild(LongList)
    assert rows is not None
    for row, article in ((0, first), (1, second)):
        press(rows.viewport(), rows.visualRect(rows.model().index(row, 0)).center())
        assert desktop.session.open_article is not None
        assert desktop.session.open_article.article.id == article


def test_the_wheel_zooms_with_ctrl(desktop: Desktop, mouse: Mouse) -> None:
    view = desktop.program.components.article.view
    mouse.wheel(QPoint(200, 100), 2, held=CTRL)
    assert view.zoom() == 110
    mouse.wheel(QPoint(200, 100), -1, held=CTRL)
    assert view.zoom() == 100
