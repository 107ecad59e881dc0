"""What a key is about is seen before its press.

It is seen in the window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.core.model import Kind, Status
from tests.service.samples import PROPOSED, TEXT, entity, opened, span
from tests.ui.desktop import Desktop, started

LONG = "Тараз ждёт. " + "Слова и слова.\n" * 400 + "Айжан ушла."


def test_a_decision_about_what_is_scrolled_away_waits_for_a_second_press(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "long.pometka"
    opened(path, LONG, [entity(LONG, "Тараз", "LOC"), entity(LONG, "Айжан", "PER")]).projects.close()
    desktop = started(path)
    session, view = desktop.session, desktop.program.components.article.view
    try:
        assert session.navigation.current is not None
        target = session.navigation.current.span
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        assert not view.is_in_sight(target)
        desktop.keyboard.press("Space")
        assert session.navigation.left == 2, "nobody has seen what it would accept"
        assert view.is_in_sight(target)
        desktop.keyboard.press("Space")
        assert session.navigation.left == 1
        desktop.keyboard.press("Space")
        assert session.navigation.left == 0, "where navigation leads is in sight, though the view still glides"
    finally:
        desktop.close()


def test_the_claim_that_a_selection_would_join_is_shown(desktop: Desktop) -> None:
    session, marks = desktop.session, desktop.program.components.article.view.canvas.marks
    session.cursor.select(span(TEXT, "Токаеву верят"))
    claim = session.editor.claims.find_here()
    assert claim is not None
    assert claim.kind is Kind.CLAIM
    assert claim.id in marks.entity_group
    session.cursor.drop()
    assert session.navigation.current is not None
    assert claim.id not in marks.entity_group
    session.cursor.place_at(TEXT.index("сказал"))
    assert session.navigation.current is None
    assert claim.id in marks.entity_group, "S and Shift+S are about it"


def test_a_rejected_annotation_that_is_hidden_is_not_current(desktop: Desktop) -> None:
    session = desktop.session
    session.cursor.place_at(TEXT.index("Алматы"))
    rejected = session.navigation.current_id
    desktop.keyboard.press("Ctrl+Backspace")
    session.cursor.place_at(TEXT.index("Алматы"))
    assert session.navigation.current is None
    desktop.keyboard.press("H")
    assert session.navigation.current_id == rejected
    desktop.keyboard.press("Ctrl+Space")
    assert session.open_article is not None
    accepted = session.open_article.annotations.get(rejected)
    assert accepted is not None
    assert accepted.status is Status.ACCEPTED


def test_a_digit_on_a_claim_says_why_it_does_nothing(desktop: Desktop, notices: list[str]) -> None:
    session = desktop.session
    desktop.keyboard.press("C", "1")
    assert notices == ["A claim is current: go to a mention or to a word to label that."]
    assert session.navigation.left == len(PROPOSED)
