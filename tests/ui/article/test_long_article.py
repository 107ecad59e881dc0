"""A long article.

Its beginning is painted first, and all that needs the rest follows.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Note
from app.ui.panels.annotations.annotation_list import AnnotationsPane
from tests.service.samples import long_article, opened
from tests.ui.desktop import Desktop, started

COUNT = 3_000


@pytest.fixture
def long_desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    """Start the program on a long article.

    It has a note at its end.
    """
    text, rows = long_article(COUNT)
    session = opened(tmp_path / "long.pometka", text, rows)
    assert session.open_article is not None and session.project is not None
    last = [*session.open_article.annotations][COUNT - 1]
    note = Note(session.project.next_id(), "последняя", session.open_article.article.id, last.id)
    session.apply(Step(Message("note"), (Change(None, note),)))
    session.projects.close()
    desktop = started(tmp_path / "long.pometka")
    qtbot.waitUntil(
        lambda: desktop.session.open_article is not None and desktop.session.open_article.annotations.is_whole
    )
    yield desktop
    desktop.close()


def open_again(desktop: Desktop) -> list[bool]:
    """Open the article anew.

    Return what is added to at each paint: whether all of it had been read.
    """
    open_article = desktop.session.open_article
    assert open_article is not None
    canvas, paints = desktop.program.components.article.view.canvas, list[bool]()
    paint = canvas.paint

    def watched(painter: QPainter, area: QRegion) -> None:
        assert desktop.session.open_article is not None
        paints.append(desktop.session.open_article.annotations.is_whole)
        paint(painter, area)

    canvas.paint = watched  # type: ignore[method-assign]
    desktop.session.reader.go_to(open_article.article.id)
    return paints


def test_a_long_article_is_painted_before_it_is_read_to_its_end(long_desktop: Desktop, qtbot: QtBot) -> None:
    paints = open_again(long_desktop)
    open_article = long_desktop.session.open_article
    assert open_article is not None and not open_article.annotations.is_whole
    qtbot.waitUntil(lambda: open_article.annotations.is_whole)
    assert paints and paints[0] is False


def test_everything_is_shown_when_a_long_article_has_been_read(long_desktop: Desktop, qtbot: QtBot) -> None:
    open_again(long_desktop)
    parts = long_desktop.program.components
    rows, view = parts.panes["annotations"].widget(), parts.article.view
    assert isinstance(rows, AnnotationsPane)
    qtbot.waitUntil(lambda: len(rows.statuses) == COUNT and rows.chosen == long_desktop.session.navigation.current_id)
    qtbot.waitUntil(lambda: sum(view.overview.open_by_bin.values()) == COUNT)
    assert view.overview.noted_bins == {511}
    group = long_desktop.session.navigation.group
    assert len(group) > 1 and view.canvas.marks.group == frozenset(group)
    assert f"0 of 1 done · {COUNT} left here" in {label.text() for label in parts.status.findChildren(QLabel)}


def test_a_key_before_the_rest_is_read_decides_as_it_does_after(long_desktop: Desktop, qtbot: QtBot) -> None:
    open_again(long_desktop)
    session = long_desktop.session
    current = session.navigation.current
    assert current is not None and session.open_article is not None and not session.open_article.annotations.is_whole
    session.editor.decisions.accept()
    left = COUNT - 2
    assert session.navigation.left == left
    view = long_desktop.program.components.article.view
    qtbot.waitUntil(lambda: sum(view.overview.open_by_bin.values()) == left)


@pytest.mark.parametrize("key", ["Tab", "Right", "Shift+Right", "Down", "Ctrl+Space", "Ctrl+2"])
def test_a_key_is_answered_before_the_rest_is_read_where_it_needs_none(
    long_desktop: Desktop, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(long_desktop.session.reader, "read_on", lambda: True)  # only the key itself could read on
    open_again(long_desktop)
    long_desktop.keyboard.press(key)
    open_article = long_desktop.session.open_article
    assert open_article is not None and not open_article.annotations.is_whole


def test_a_long_article_that_cannot_be_read_on_is_reported_once(
    long_desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[int] = []

    def fail() -> bool:
        failures.append(1)
        raise OSError("the disk is gone")

    monkeypatch.setattr(long_desktop.session.reader, "read_on", fail)
    with qtbot.captureExceptions() as notices:
        open_again(long_desktop)
        qtbot.waitUntil(lambda: bool(failures))
        qtbot.waitUntil(lambda: not long_desktop.program.components.article.reader.isActive())
    assert len(failures) == 1 and [str(fault) for _, fault, _ in notices] == ["the disk is gone"]


class Paints(QObject):
    """Count how often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_very_many_changes_are_said_on_screen_before_they_are_made(long_desktop: Desktop) -> None:
    session, status = long_desktop.session, long_desktop.program.components.status
    session.writer.slow_changes = 1_000
    paints, seen = Paints(), list[tuple[str, int]]()
    status.installEventFilter(paints)
    session.busy.connect(lambda _: seen.append((status.currentMessage(), paints.count)))
    session.editor.decisions.finish()
    (words, painted), (after, _) = seen
    assert words == "Making a great many changes…" and painted == 1
    assert after == "" and status.currentMessage() != words


def test_article_that_is_left_is_let_go_without_a_collection(tmp_path: Path) -> None:
    """Check that a closed article is freed at once.

    What the collector is told to pass over would otherwise stay for good.
    """
    desktop = started(tmp_path / "p.pometka", articles=2)
    sheet = desktop.program.components.article.view.canvas.sheet
    assert sheet is not None
    left = weakref.ref(sheet)
    del sheet
    gc.disable()
    try:
        desktop.keyboard.press("]")
        QApplication.processEvents()
        assert left() is None
    finally:
        gc.enable()
    desktop.close()
