"""The status bar beside the rest of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel

from app.core.message import Message
from tests.ui.desktop import Desktop


class LayOuts(QObject):
    """Counts how often a widget is asked to lay out its inside anew."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_saving_lays_out_nothing_anew(desktop: Desktop) -> None:
    QApplication.processEvents()
    window, status, seen = desktop.program.window, desktop.program.parts.status, LayOuts()
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
    status = desktop.program.parts.status
    status.show_pending(pending)
    words = "Saving…" if pending else "Saved"
    label = next(label for label in status.findChildren(QLabel) if label.text() == words)
    assert label.sizeHint().width() <= label.width()


def test_words_that_are_told_have_room_in_a_narrow_window(desktop: Desktop) -> None:
    window, status = desktop.program.window, desktop.program.parts.status
    told = Message("{words}", {"words": "nine equal mentions have their label; one undo takes all of it back"})
    for width in (1000, 860):
        window.resize(width, 500)
        QApplication.processEvents()
        desktop.session.told.emit(told)
        QApplication.processEvents()
        needed = status.fontMetrics().horizontalAdvance(status.currentMessage())
        first = min(label.x() for label in status.findChildren(QLabel) if label.isVisible() and label.text())
        assert needed <= first
    status.clearMessage()
    QApplication.processEvents()
    words = {label.text() for label in status.findChildren(QLabel) if label.isVisible()}
    assert {"In order of the text", "Groups on"} <= words or any("decided together" in word for word in words)


def test_what_the_next_key_decides_besides_is_told_before_it_is_pressed(desktop: Desktop) -> None:
    status, session = desktop.program.parts.status, desktop.session
    assert session.desk is not None
    session.walk.to(session.desk.annotations.first_proposed().id)  # type: ignore[union-attr]
    QApplication.processEvents()
    words = {label.text() for label in status.findChildren(QLabel) if label.isVisible()}
    assert "2 more decided together: Токаеву" in words
