"""Signals of other threads when the window is gone."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.core.message import NotSavedError
from app.service.session.session import Session
from app.ui.projects.thread_bridge import ThreadBridge
from tests.ui.desktop import wait_until


def test_what_fails_in_a_thread_is_told_to_the_window_and_nobody_once_it_is_gone(qtbot: QtBot) -> None:
    session, window = Session(), QObject()
    bridge = ThreadBridge(session, window)
    told: list[object] = []
    bridge.failed.connect(told.append)
    error = NotSavedError("Not saved.")
    report = bridge._emit_failed  # noqa: SLF001  # as the writer's thread holds it while the window goes
    writer = threading.Thread(target=report, args=(error,))
    writer.start()
    writer.join()
    wait_until(lambda: told == [error])
    delete(window)
    report(error)
    session.failed.emit(error)
    assert told == [error]


def test_an_error_of_a_window_that_lives_is_raised(qtbot: QtBot) -> None:
    window = QObject()
    bridge = ThreadBridge(Session(), window)

    def fail() -> None:
        raise RuntimeError("a fault")

    with pytest.raises(RuntimeError, match="a fault"):
        bridge._emit_here(fail)  # noqa: SLF001
