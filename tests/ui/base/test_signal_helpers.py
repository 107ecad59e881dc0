"""What follows signals comes after the last one.

It also comes now and then where they do not rest.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from app.core.change import Change, Changed
from app.core.model import Article
from app.ui.base.signal_helpers import LONGEST_MS, REST_MS, gathered, soon


def test_several_signals_are_followed_once(qtbot: QtBot) -> None:
    owner, calls = QObject(), list[int]()
    slot = soon(owner, lambda: calls.append(1))
    for _ in range(5):
        slot()
    qtbot.waitUntil(lambda: bool(calls))
    rest = QTimer(owner, interval=3 * REST_MS)
    with qtbot.waitSignal(rest.timeout):
        rest.start()
    rest.stop()
    assert calls == [1]


def test_gathered_changes_come_once(qtbot: QtBot) -> None:
    owner, came = QObject(), list[Changed]()
    slot = gathered(owner, came.append)
    first, second, third = (Change(None, Article(number)) for number in (1, 2, 3))
    slot(Changed((first,)))
    slot(Changed((second,)))
    qtbot.waitUntil(lambda: bool(came))
    slot(Changed((third,)))
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == [Changed((first, second)), Changed((third,))]


def test_signals_that_never_rest_are_followed_too(qtbot: QtBot) -> None:
    owner, calls = QObject(), list[int]()
    slot = soon(owner, lambda: calls.append(1))
    source = QTimer(owner, interval=max(1, REST_MS // 10))
    source.timeout.connect(slot)
    source.start()
    qtbot.waitUntil(lambda: len(calls) >= 2, timeout=20 * LONGEST_MS)
    source.stop()
