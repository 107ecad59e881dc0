"""Steps of work that goes on beside a window over the project.

Imports and taggings write while the window is open: its undo leaves them alone, and its forms keep their claim.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Kind, Status
from app.core.records import ClaimPlace, RegisterRecord, Verdict
from app.ui.dialogs.ledger.window import LedgerDialog
from app.ui.dialogs.register.window import RegisterDialog
from app.ui.dialogs.review.window import ReviewQueueDialog
from tests.service.samples import add_article, entity
from tests.ui.desktop import Desktop, wait_until
from tests.ui.dialogs.corpus_samples import add_claims
from tests.ui.dialogs.opened_windows import filled, opened

TEXT = "Вчера Токаев выступил."


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the index beside the project."""
    monkeypatch.setenv("POMETKA_CONFIG_DIR", str(tmp_path / "config"))


def opened_ledger(desktop: Desktop) -> LedgerDialog:
    add_claims(desktop)
    dialog = opened(desktop, "ledger")
    assert isinstance(dialog, LedgerDialog)
    wait_until(lambda: dialog.claims.rows.rowCount() > 0)
    desktop.keyboard.press("Down", "Home")
    return dialog


def count(desktop: Desktop, kind: type) -> int:
    assert desktop.session.project is not None
    return len(desktop.session.project.rows(kind))


def test_undo_in_the_ledger_takes_back_no_import_that_came_after(desktop: Desktop) -> None:
    dialog = opened_ledger(desktop)
    desktop.keyboard.press("V", "1", "Ctrl+Enter", "Ctrl+Enter")
    number = add_article(desktop.session, TEXT, (), "Пришла потом")
    desktop.keyboard.press("U")
    assert desktop.session.articles.get(number) is not None and count(desktop, Verdict) == 1
    assert dialog.message.startswith("After it came: ") and "Ctrl+H" in dialog.message


def test_undo_in_the_register_takes_back_no_import_that_came_after(desktop: Desktop) -> None:
    filled(desktop)
    dialog = opened(desktop, "register")
    assert isinstance(dialog, RegisterDialog)
    desktop.keyboard.press("Down", "Home", "E")
    desktop.keyboard.type(" мл.")
    desktop.keyboard.press("Enter", "Enter")
    number = add_article(desktop.session, TEXT, (), "Пришла потом")
    before = count(desktop, RegisterRecord)
    assert before == 1
    desktop.keyboard.press("U")
    assert desktop.session.articles.get(number) is not None and count(desktop, RegisterRecord) == before


def test_redo_after_an_import_says_that_there_is_nothing(desktop: Desktop) -> None:
    dialog = opened_ledger(desktop)
    desktop.keyboard.press("V", "1", "Ctrl+Enter", "Ctrl+Enter", "U")
    assert count(desktop, Verdict) == 0
    add_article(desktop.session, TEXT, (), "Пришла потом")
    desktop.keyboard.press("Ctrl+Y")
    assert dialog.message == "There is nothing to redo." and count(desktop, Verdict) == 0
    desktop.keyboard.press("U")
    assert dialog.message == "Nothing was changed here yet."


def opened_queue(desktop: Desktop) -> ReviewQueueDialog:
    desktop.keyboard.press("Ctrl+Shift+D")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), ReviewQueueDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReviewQueueDialog)
    wait_until(lambda: dialog.isActiveWindow() and dialog.is_current)
    return dialog


def statuses(desktop: Desktop, number: int) -> list[Status]:
    assert desktop.session.project is not None
    return [row.status for row in desktop.session.project.annotations(number)]


def test_undo_in_the_queue_takes_back_nothing_of_the_article_window(desktop: Desktop) -> None:
    number = add_article(desktop.session, TEXT, (entity(TEXT, "Токаев", "PER", confidence=0.01),), "Вторая")
    dialog = opened_queue(desktop)
    desktop.keyboard.press("Space", "Escape")
    assert Status.ACCEPTED in statuses(desktop, number)
    other = add_article(desktop.session, TEXT + " Потом.", (), "Третья")
    dialog = opened_queue(desktop)
    desktop.keyboard.press("U")
    assert desktop.session.articles.get(other) is not None and Status.ACCEPTED in statuses(desktop, number)
    assert dialog.message.startswith("After it came: ")


def test_the_queue_knows_that_its_step_was_taken_back_elsewhere(desktop: Desktop) -> None:
    number = add_article(desktop.session, TEXT, (entity(TEXT, "Токаев", "PER", confidence=0.01),), "Вторая")
    opened_queue(desktop)
    desktop.keyboard.press("Space", "Escape", "Ctrl+Z")
    assert statuses(desktop, number) == [Status.PROPOSED]
    dialog = opened_queue(desktop)
    desktop.keyboard.press("U")
    assert desktop.session.articles.get(number) is not None
    assert dialog.message == "Nothing was decided here yet."


def remove_claims(desktop: Desktop) -> None:
    """Remove all claims, as tagging does that finds them no more."""
    project = desktop.session.project
    assert project is not None
    rows = [
        row for label in desktop.session.scheme.of_kind(Kind.CLAIM) for row in project.labelled(Kind.CLAIM, label.name)
    ]
    desktop.session.apply(Step(Message("tag again"), tuple(Change(row, None) for row in rows)))


def test_a_verdict_goes_to_the_claim_that_the_form_shows(desktop: Desktop) -> None:
    dialog = opened_ledger(desktop)
    desktop.keyboard.press("Down", "V", "1")
    judged = dialog.claims.current_id
    above = dialog.claims.rows.ids[0]
    project = desktop.session.project
    assert project is not None and judged != above
    (row,) = project.found_annotations([above])
    desktop.session.apply(Step(Message("tag again"), (Change(row, None),)))
    wait_until(lambda: dialog.is_current and above not in dialog.claims.rows.ids)
    dialog.claims.mark(dialog.claims.rows.rowCount() - 1)
    desktop.keyboard.press("Ctrl+Enter", "Ctrl+Enter")
    (place,) = project.rows(ClaimPlace)
    assert isinstance(place, ClaimPlace) and place.annotation_id == judged


@pytest.mark.parametrize("keys", [("V", "1", "Ctrl+Enter", "Ctrl+Enter"), ("E", "2", "0", "3", "0", "Enter"), ("L",)])
def test_nothing_is_saved_for_a_claim_that_is_gone(desktop: Desktop, keys: tuple[str, ...]) -> None:
    dialog = opened_ledger(desktop)
    project = desktop.session.project
    assert project is not None
    remove_claims(desktop)
    assert dialog.claims.current is not None, "the table has not followed yet"
    desktop.keyboard.press(*keys)
    project.flush()
    assert not project.rows(ClaimPlace) and not project.rows(Verdict)
    assert "was replaced or removed meanwhile" in dialog.message
