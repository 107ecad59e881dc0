"""What is not the answer to a key waits until keys rest."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.base.signal_helpers import LAST_MS, LONGEST_MS, REST_MS, soon
from app.ui.keyboard.key_rest import KeyRest
from app.ui.shell.start.preload import Preload
from tests.ui.desktop import Desktop, wait_until

_A_WHILE_MS, _LONG_HAND_MS = 50, 900
"""Keys come so often, and for longer than the index waits after a step was saved."""


def test_collector_waits_until_keys_rest(qapp: QApplication) -> None:
    owner = QObject()
    rest = KeyRest(owner)
    rest.note_key()
    assert not rest.is_now and not gc.isenabled()
    wait_until(lambda: rest.is_now)
    assert gc.isenabled()


def test_rest_ends_with_every_key(desktop: Desktop) -> None:
    rest = desktop.program.dispatcher.rest
    before = rest.key_count
    desktop.keyboard.press("Right", "Left")
    assert rest.key_count == before + 2


def test_modules_load_while_keys_rest(desktop: Desktop) -> None:
    is_at_rest, ticks = [False], list[int]()
    preload = Preload(desktop.program, lambda: is_at_rest[0])
    preload.timeout.connect(lambda: ticks.append(len(sys.modules)))
    preload.setInterval(1)
    preload.start()
    left = set(preload.left)
    wait_until(lambda: len(ticks) > 3)
    assert set(preload.left) == left
    is_at_rest[0] = True
    wait_until(lambda: not preload.left)


def test_index_follows_when_keys_rest(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper, rest = desktop.program.index_keeper, desktop.program.dispatcher.rest
    keeper.refresh()
    wait_until(lambda: keeper.is_current)
    refreshes = list[bool]()
    monkeypatch.setattr(keeper, "refresh", lambda: refreshes.append(rest.is_now))
    desktop.keyboard.press("Tab", "2")
    for _ in range(_LONG_HAND_MS // _A_WHILE_MS):
        rest.note_key()
        QTest.qWait(_A_WHILE_MS)
    wait_until(lambda: bool(refreshes))
    assert all(refreshes), "none came between two keys"
    monkeypatch.undo()
    before = keeper.index.written if keeper.index is not None else 0
    keeper.refresh()
    wait_until(lambda: keeper.is_current and keeper.index is not None and keeper.index.written > before)


def test_panels_follow_in_turns_of_their_own(desktop: Desktop) -> None:
    owner, calls = QObject(), list[str]()
    slots = [soon(owner, lambda turn=turn: calls.append(str(turn)), turn) for turn in (4, 1, 0)]
    for slot in slots:
        slot()
    wait_until(lambda: len(calls) == 3)
    assert calls == ["0", "1", "4"]
    assert REST_MS < LAST_MS < LONGEST_MS
