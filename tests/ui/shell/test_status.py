"""The status bar beside the rest of the window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPropertyAnimation
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QWidget

from app.core.message import Message, UserError
from app.service.jobs.progress import JobProgress
from app.ui.shell.status.status_message import StatusMessage
from tests.service.samples import add_article
from tests.ui.desktop import Desktop, started, wait_until
from tests.ui.dialogs.imports import bring_in, write


class LayOuts(QObject):
    """Counts how often a widget is laid out anew.

    It counts how often it is asked to lay out its inside.
    """

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_running_task_says_how_fast_it_goes(desktop: Desktop) -> None:
    strip = desktop.program.background_tasks.tasks.strip
    assert strip is not None
    strip.show_progress("Tagging", JobProgress(12, 40, per_second=2.5, seconds_left=80))
    assert "12 of 40" in strip.toolTip() and "2.5 a second" in strip.toolTip()
    strip.show_progress("Tagging", JobProgress())
    assert "a second" not in strip.toolTip()


def test_saving_lays_out_nothing_anew(desktop: Desktop) -> None:
    window, status, seen = desktop.program.window, desktop.program.components.status, LayOuts()
    wait_until(lambda: not window.findChildren(QPropertyAnimation))  # the panes are in their places
    QApplication.processEvents()
    window.installEventFilter(seen)
    status.installEventFilter(seen)
    for pending in (1, 0, 2, 0):
        status.show_pending(pending)
        QApplication.processEvents()
    status.show_failure()
    QApplication.processEvents()
    assert seen.count == 0


@pytest.mark.parametrize("pending", [0, 1])
def test_what_is_said_of_saving_has_room(desktop: Desktop, pending: int) -> None:
    status = desktop.program.components.status
    status.show_pending(pending)
    words = "Saving…" if pending else "Saved"
    label = next(label for label in status.findChildren(QLabel) if label.text() == words)
    assert label.sizeHint().width() <= label.width()


def test_words_that_are_reported_have_room_in_a_narrow_window(desktop: Desktop) -> None:
    window, status = desktop.program.window, desktop.program.components.status
    notices = Message("{words}", {"words": "nine equal mentions have their label; one undo takes all of it back"})
    for width in (1000, 860):
        window.resize(width, 500)
        QApplication.processEvents()
        desktop.session.notified.emit(notices)
        QApplication.processEvents()
        needed = status.fontMetrics().horizontalAdvance(status.currentMessage())
        first = min(label.x() for label in status.findChildren(QLabel) if label.isVisible() and label.text())
        assert needed <= first
    status.clearMessage()
    QApplication.processEvents()
    words = {label.text() for label in status.findChildren(QLabel) if label.isVisible()}
    assert {"In order of the text", "Groups on"} <= words or any("decided together" in word for word in words)


def test_what_the_next_key_decides_besides_is_reported_before_it_is_pressed(desktop: Desktop) -> None:
    status, session = desktop.program.components.status, desktop.session
    assert session.open_article is not None
    session.navigation.go_to(session.open_article.annotations.first_proposed().id)  # type: ignore[union-attr]
    QApplication.processEvents()
    words = {label.text() for label in status.findChildren(QLabel) if label.isVisible()}
    assert "2 more decided together: Токаеву" in words


LONG = "Такая же пометка снята ещё в трёх местах: президент Казахстана, глава государства, Касым-Жомарт Токаев"
WIDTHS = (640, 760, 853, 1280)


@pytest.fixture
def busy(tmp_path: Path, qapp: QApplication) -> Iterator[Desktop]:
    """A window in Russian with a task that is running."""
    desktop = started(tmp_path / "p.pometka", language="ru")
    tasks = desktop.program.background_tasks.tasks
    assert tasks.strip is not None
    tasks.strip.show_progress("Разметка", JobProgress(12, 40, seconds_left=80))
    yield desktop
    tasks.strip.hide()
    desktop.close()


def lay_out() -> None:
    """Let the window take its size, then its parts.

    The bar takes its own next, then what is in it.
    """
    for _ in range(5):
        QApplication.processEvents()


def overlaps(status: QWidget) -> list[tuple[str, str]]:
    """Return the overlaps in the status bar.

    They are what lies over one another in it, or sticks out of it.
    """
    seen = [one for one in status.children() if isinstance(one, QWidget) and one.isVisible() and one.width()]
    places = [(type(one).__name__, one.geometry()) for one in seen]
    outside = [(name, "the bar") for name, place in places if not status.rect().contains(place)]
    return outside + [(a, b) for (a, one), (b, other) in combinations(places, 2) if one.intersects(other)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("words", ["", "Готово", LONG, LONG * 20])
def test_message_and_progress_lie_beside_one_another(busy: Desktop, width: int, words: str) -> None:
    window, status, strip = (
        busy.program.window,
        busy.program.components.status,
        busy.program.background_tasks.tasks.strip,
    )
    assert strip is not None
    window.resize(width, 500)
    if words:
        busy.session.notified.emit(Message("{words}", {"words": words}))
    lay_out()
    assert overlaps(status) == []
    assert strip.isVisible() and strip.findChild(QProgressBar).isVisible()  # type: ignore[union-attr]
    saved = next(one for one in status.findChildren(QLabel) if one.text() == "Сохранено")
    assert saved.isVisible() and saved.sizeHint().width() <= saved.width()
    notices = status.findChild(StatusMessage)
    assert isinstance(notices, StatusMessage) and notices.words == status.currentMessage()
    if words in ("Готово", LONG) and width >= 1280:
        assert notices.width() >= notices.needed(), "it is read whole where there is room"
    if words and notices.width() < notices.needed():
        notices.repaint()
        assert notices.toolTip().startswith(words[:20])


def test_long_words_have_most_of_a_laptop_at_150_per_cent(busy: Desktop) -> None:
    status = busy.program.components.status
    busy.program.window.resize(853, 440)
    busy.session.notified.emit(Message("{words}", {"words": LONG[:80]}))
    lay_out()
    notices = status.findChild(StatusMessage)
    assert isinstance(notices, StatusMessage) and notices.width() >= 0.5 * status.width()


def test_the_later_message_replaces_the_earlier_and_lasts_its_own_time(desktop: Desktop) -> None:
    status = desktop.program.components.status
    for words in ("one", "two", "three"):
        desktop.session.notified.emit(Message(words))
    assert status.currentMessage() == "three"
    status.clearMessage()
    assert status.currentMessage() == ""


def test_what_was_reported_comes_back_when_the_window_is_no_longer_busy(desktop: Desktop) -> None:
    status = desktop.program.components.status
    desktop.session.busy.emit(Message("Making a great many changes…"))
    desktop.session.notified.emit(Message("done"))
    assert status.currentMessage() == "Making a great many changes…"
    desktop.session.busy.emit(None)
    assert status.currentMessage() == "done"


@pytest.mark.parametrize("width", WIDTHS)
def test_no_light_word_hides_that_work_is_not_saved(busy: Desktop, width: int) -> None:
    status = busy.program.components.status
    busy.program.window.resize(width, 500)
    busy.session.failed.emit(UserError("Disk full."))
    for number in range(5):
        busy.session.notified.emit(Message(LONG * number))
        lay_out()
    label = next(one for one in status.findChildren(QLabel) if one.text() == "Не сохранено")
    assert label.isVisible() and busy.program.components.article.banner.isVisible() and overlaps(status) == []
    busy.session.saving.emit(0)


def test_widgets_of_the_bar_come_back_when_nothing_is_reported(busy: Desktop) -> None:
    status, strip = busy.program.components.status, busy.program.background_tasks.tasks.strip
    assert strip is not None
    busy.program.window.resize(1280, 500)
    lay_out()
    before = {one.text() for one in status.findChildren(QLabel) if one.isVisible()}
    busy.session.notified.emit(Message(LONG * 3))
    lay_out()
    assert before - {one.text() for one in status.findChildren(QLabel) if one.isVisible()}
    status.clearMessage()
    lay_out()
    assert {one.text() for one in status.findChildren(QLabel) if one.isVisible()} == before


def test_the_answer_to_a_key_goes_when_the_next_key_acts(desktop: Desktop) -> None:
    status = desktop.program.components.status
    desktop.keyboard.press("U")
    assert "Press again" in status.currentMessage(), "the import stands behind it"
    desktop.keyboard.press("Tab")
    assert status.currentMessage() == "", "another press would not undo it: it asks anew"
    desktop.keyboard.press("U")
    assert "Press again" in status.currentMessage()


def test_what_a_key_did_not_ask_for_stays_its_time(desktop: Desktop) -> None:
    desktop.session.notified.emit(Message("Imported."))
    desktop.keyboard.press("Tab", "Right")
    assert desktop.program.components.status.currentMessage() == "Imported."


def test_what_the_filter_hides_is_counted_while_it_is_typed_and_while_articles_come(desktop: Desktop) -> None:
    status, session = desktop.program.components.status, desktop.session
    QApplication.processEvents()
    words = next(label for label in status.findChildren(QLabel) if "done" in label.accessibleName())
    assert "hidden" not in words.accessibleName()
    desktop.keyboard.press("Ctrl+P")
    desktop.keyboard.type("nothing like this")
    wait_until(lambda: f"{len(session.articles)} hidden by the filter" in words.accessibleName())
    add_article(session, "Новая статья.", title="Новая")
    wait_until(lambda: f"{len(session.articles)} hidden by the filter" in words.accessibleName())
    desktop.keyboard.press("Escape")
    wait_until(lambda: "hidden" not in words.accessibleName())


def test_an_import_says_how_many_of_its_articles_the_filter_hides(desktop: Desktop, tmp_path: Path) -> None:
    desktop.keyboard.press("Ctrl+P")
    desktop.keyboard.type("nothing like this")
    bring_in(desktop, write(tmp_path / "1", a="Первая новая статья о море.", b="Вторая новая статья о горах и снеге."))
    assert "2 of them hidden by the filter" in desktop.program.components.status.currentMessage()
