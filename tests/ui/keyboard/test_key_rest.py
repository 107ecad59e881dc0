"""What is not the answer to a key waits until keys rest."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject

from app.ui.base.signal_helpers import LAST_MS, LONGEST_MS, REST_MS, soon
from app.ui.shell.start.preload import Preload
from tests.ui.desktop import Desktop, wait_until


def test_collector_waits_until_keys_rest(desktop: Desktop) -> None:
    desktop.keyboard.press("Right")
    assert not gc.isenabled()
    wait_until(gc.isenabled)
    assert desktop.program.dispatcher.rest.is_now


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


def test_index_follows_when_keys_rest(desktop: Desktop) -> None:
    keeper = desktop.program.index_keeper
    keeper.refresh()
    wait_until(lambda: keeper.is_current)
    before = keeper.index.written if keeper.index is not None else 0
    desktop.keyboard.press("Tab", "2")
    assert not desktop.program.dispatcher.rest.is_now
    wait_until(lambda: keeper.is_current and keeper.index is not None and keeper.index.written > before)


def test_panels_follow_in_turns_of_their_own(desktop: Desktop) -> None:
    owner, calls = QObject(), list[str]()
    slots = [soon(owner, lambda turn=turn: calls.append(str(turn)), turn) for turn in (4, 1, 0)]
    for slot in slots:
        slot()
    wait_until(lambda: len(calls) == 3)
    assert calls == ["0", "1", "4"]
    assert REST_MS < LAST_MS < LONGEST_MS
