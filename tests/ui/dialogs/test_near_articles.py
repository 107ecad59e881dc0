"""Near duplicates are marked on both sides until they are decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.change import Change, Step
from app.core.message import Message
from app.core.records import Judgement, JudgementKind
from app.ui.dialogs.import_report.compare_window import CompareDialog
from app.ui.dialogs.import_report.report_window import ImportReportDialog
from tests.ui.desktop import Desktop, wait_until
from tests.ui.dialogs.imports import NEAR, TEXT, bring_in, dialog_of, keys_of, report_of, write


@pytest.fixture
def pair(desktop: Desktop, tmp_path: Path) -> tuple[int, int]:
    """Return the ids of the first article and the near one."""
    before = set(desktop.session.articles.ids())
    bring_in(desktop, write(tmp_path / "1", a=TEXT))
    bring_in(desktop, write(tmp_path / "2", b=NEAR))
    report_of(desktop).reject()
    wait_until(lambda: dialog_of(desktop, ImportReportDialog) is None)
    first, second = sorted(set(desktop.session.articles.ids()) - before)
    return first, second


def marked(desktop: Desktop) -> set[int]:
    pairs, articles = desktop.session.near_pairs, desktop.session.articles
    return {number for number in articles.ids() if (article := articles.get(number)) and pairs.of(article)}


def test_both_articles_name_the_other_one(desktop: Desktop, pair: tuple[int, int]) -> None:
    assert marked(desktop) == set(pair)
    strip = desktop.program.components.article.near
    for number in pair:
        desktop.session.reader.go_to(number)
        assert strip.isVisible()
    other = next(number for number in desktop.session.articles.ids() if number not in pair)
    desktop.session.reader.go_to(other)
    assert not strip.isVisible()


@pytest.mark.parametrize("side", [0, 1])
def test_keeping_both_takes_the_marks_away_and_one_undo_brings_them_back(
    side: int, desktop: Desktop, pair: tuple[int, int]
) -> None:
    desktop.session.reader.go_to(pair[side])
    desktop.keyboard.press("Ctrl+Alt+D")
    wait_until(lambda: dialog_of(desktop, CompareDialog) is not None)
    dialog = dialog_of(desktop, CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert (dialog.new_text.toPlainText(), dialog.other_text.toPlainText()) == (NEAR, TEXT)
    keys_of(dialog).press("Enter")
    wait_until(lambda: dialog_of(desktop, CompareDialog) is None)
    assert marked(desktop) == set() and not desktop.program.components.article.near.isVisible()
    desktop.session.history.undo()
    assert marked(desktop) == set(pair) and desktop.program.components.article.near.isVisible()


def test_closing_the_comparison_decides_nothing(desktop: Desktop, pair: tuple[int, int]) -> None:
    desktop.session.reader.go_to(pair[0])
    desktop.keyboard.press("Ctrl+Alt+D")
    wait_until(lambda: dialog_of(desktop, CompareDialog) is not None)
    dialog = dialog_of(desktop, CompareDialog)
    assert isinstance(dialog, CompareDialog)
    keys_of(dialog).press("Escape")
    wait_until(lambda: dialog_of(desktop, CompareDialog) is None)
    assert marked(desktop) == set(pair)


def test_marks_go_with_the_article_that_is_removed_and_come_back(desktop: Desktop, pair: tuple[int, int]) -> None:
    desktop.session.editor.articles.remove([pair[1]])
    assert marked(desktop) == set()
    desktop.session.history.undo()
    assert marked(desktop) == set(pair)


def test_marks_are_there_when_the_project_is_opened_again(desktop: Desktop, pair: tuple[int, int]) -> None:
    project = desktop.session.project
    assert project is not None
    path = project.path
    desktop.session.projects.close()
    desktop.session.projects.open(path)
    assert marked(desktop) == set(pair)


def test_command_marks_pairs_of_earlier_imports_and_shows_them(desktop: Desktop, pair: tuple[int, int]) -> None:
    project = desktop.session.project
    assert project is not None
    marks = [Change(row, None) for row in project.rows(Judgement) if row.kind is JudgementKind.ARTICLE]
    desktop.session.apply(Step(Message("as before the check"), tuple(marks)))
    assert marked(desktop) == set()
    desktop.program.background_tasks.find_near()
    wait_until(lambda: not desktop.program.background_tasks.tasks.is_busy)
    line = report_of(desktop).line
    assert line is not None and line.pair is not None
    assert {line.pair.article_id, line.pair.other_id} == set(pair) == marked(desktop)
