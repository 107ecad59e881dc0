"""Pause and stop a task from the terminal."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType

from app.cli.console import aside
from app.service.jobs.task import Task

_PAUSE, _STOP = ("p", "P", "з", "З", " "), ("q", "Q", "й", "Й")
_WAIT_S = 0.2


@contextlib.contextmanager
def stopped_by_keys(task: Task) -> Iterator[None]:
    """Let keys pause and stop a task: P, and Q or Ctrl+C.

    What is whole stays. Without a terminal, the signals alone stop it.
    """
    with _stopped_by_signals(task):
        if not (sys.stdin.isatty() and sys.stderr.isatty()) or sys.platform == "win32":
            yield
            return
        aside().print("P: pause, go on · Q: stop, what is whole stays", style="dim")
        with _single_keys(task):
            yield


@contextlib.contextmanager
def _stopped_by_signals(task: Task) -> Iterator[None]:
    def stop(_: int, frame: FrameType | None) -> None:
        task.cancel_soon()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _single_keys(task: Task) -> Iterator[None]:
    """Read keys one by one in a thread while the block runs."""
    import termios  # noqa: PLC0415  # not on Windows
    import tty  # noqa: PLC0415

    descriptor, done = sys.stdin.fileno(), threading.Event()
    before = termios.tcgetattr(descriptor)
    reader = threading.Thread(target=_follow_keys, args=(task, descriptor, done), daemon=True)
    tty.setcbreak(descriptor)
    reader.start()
    try:
        yield
    finally:
        done.set()
        reader.join()
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _follow_keys(task: Task, descriptor: int, done: threading.Event) -> None:
    import codecs  # noqa: PLC0415  # with the keys alone
    import os  # noqa: PLC0415
    import select  # noqa: PLC0415

    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while not done.is_set():
        if not select.select([descriptor], [], [], _WAIT_S)[0]:
            continue
        pressed = os.read(descriptor, 64)
        if not pressed:
            return
        for key in decoder.decode(pressed):
            if key in _PAUSE:
                task.resume() if task.is_paused else task.pause()
                aside().print("paused, P goes on" if task.is_paused else "goes on", style="dim")
            elif key in _STOP:
                task.cancel_soon()
