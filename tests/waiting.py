"""Waiting for what another process does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE_S = 60.0
_INTERVAL_S = 0.01


def until(condition: Callable[[], T], what: str, patience_s: float = PATIENCE_S) -> T:
    """Return the first answer that is true.

    Another process sends no signal when a file, a window or itself comes or goes, so it is asked again and again.
    Inside one process wait for its signal, with `qtbot` or `tests.ui.desktop.wait_until`. `what` says what is missing.
    """
    deadline = time.monotonic() + patience_s
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"{what} within {patience_s:g} s"
        time.sleep(_INTERVAL_S)
    return answer
