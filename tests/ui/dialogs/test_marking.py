"""Several articles are marked from the keyboard, after it said what changes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.core.model import Priority, Progress
from app.service.edits.steps.article_marks import ArticleMark
from app.ui.dialogs.marks.window import MarkDialog
from tests.service.samples import PROPOSED, TEXT, add_article
from tests.ui.desktop import Desktop, wait_until


@pytest.fixture
def many(desktop: Desktop) -> Desktop:
    """Return a window over four articles."""
    for number in range(3):
        add_article(desktop.session, f"{TEXT}\n{number}", PROPOSED if number else (), f"Статья {number}")
    desktop.rest()
    return desktop


def opened(desktop: Desktop, key: str) -> MarkDialog:
    """Open the window by a key, and wait until it has counted."""
    desktop.keyboard.press(key)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), MarkDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MarkDialog)
    wait_until(lambda: dialog.isActiveWindow() and dialog.plan is not None)
    return dialog


def rows(desktop: Desktop) -> list[tuple[Progress, tuple[str, ...], Priority]]:
    assert desktop.session.project is not None
    return [(row.progress, row.tags, row.priority) for row in desktop.session.project.articles()]


@pytest.mark.parametrize("layout", ["us", "ru", "kz"])
def test_all_articles_shown_are_marked_done_and_one_undo_takes_it_back(many: Desktop, layout: str) -> None:
    many.keyboard.layout = layout
    before = rows(many)
    dialog = opened(many, "Ctrl+Shift+B")
    assert "4 articles change" in dialog.words
    assert f"{3 * len(PROPOSED)} annotations in them stay open" in dialog.words
    many.keyboard.press("Enter")
    assert QApplication.activeModalWidget() is None and {row[0] for row in rows(many)} == {Progress.DONE}
    many.keyboard.press("U")
    assert rows(many) == before


def test_a_filter_that_is_being_typed_says_which_articles_are_marked(many: Desktop) -> None:
    many.keyboard.press("Ctrl+P")
    many.keyboard.type("Статья 2")
    wait_until(lambda: len(many.session.articles.shown) == 1)
    dialog = opened(many, "Ctrl+Shift+B")
    many.keyboard.press("Enter")
    wait_until(lambda: not dialog.isVisible())
    assert [row[0] for row in rows(many)].count(Progress.DONE) == 1


def test_tags_are_asked_for_and_given_to_this_article_or_all(many: Desktop) -> None:
    dialog = opened(many, "Shift+T")
    many.keyboard.press("Enter")
    assert dialog.isVisible() and dialog.line.hasFocus(), "tags are needed"
    many.keyboard.type("abc, x y")
    many.keyboard.press("Enter")
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert [row[1] for row in rows(many)].count(("abc", "x y")) == 1
    dialog = opened(many, "Shift+T")
    many.keyboard.press("Right")
    dialog.line.setText("abc")
    many.keyboard.press("Enter")
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert all("abc" in row[1] for row in rows(many))


def test_selected_articles_get_a_priority(many: Desktop) -> None:
    many.keyboard.press("Alt+1", "Home", "Shift+Down", "Y")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), MarkDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MarkDialog)
    wait_until(lambda: dialog.isActiveWindow() and dialog.plan is not None and dialog.plan.chosen == 2)
    many.keyboard.press("Enter")
    assert [row[2] for row in rows(many)].count(Priority.HIGH) == 2


def test_escape_changes_nothing(many: Desktop) -> None:
    before = rows(many)
    opened(many, "Ctrl+Shift+B")
    many.keyboard.press("Escape")
    assert rows(many) == before


def test_a_filter_limits_what_is_marked(many: Desktop) -> None:
    many.session.articles.show(text="Статья 1")
    dialog = opened(many, "Ctrl+Shift+B")
    assert dialog.plan is not None and dialog.plan.chosen == 1
    many.keyboard.press("Escape")


def test_a_letter_behind_enter_is_not_taken_for_a_tag(many: Desktop) -> None:
    dialog = opened(many, "Shift+T")
    assert dialog.line.hasFocus(), "tags are typed at once"
    many.keyboard.type("abc")
    many.keyboard.press("Enter", "N")
    wait_until(lambda: QApplication.activeModalWidget() is None)
    assert [row[1] for row in rows(many)].count(("abc",)) == 1
    assert {tag for row in rows(many) for tag in row[1]} == {"abc"}


def test_arrows_choose_articles_and_marks_while_no_tag_is_typed(many: Desktop) -> None:
    dialog = opened(many, "Shift+T")
    many.keyboard.press("Right")
    wait_until(lambda: dialog.plan is not None and dialog.plan.chosen == 4)
    many.keyboard.press("Up")
    assert dialog.mark is ArticleMark.UNFLAG and not dialog.line.isVisible(), "no empty field stands there"
    many.keyboard.press("Escape")
