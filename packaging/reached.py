"""A pytest plugin: note which tests call which functions, or select tests.

REACHED_OUT   where to write: {test: [seconds, [["app/core/span.py", first line of the function], …]]} as JSON;
              under "" is what was called before the tests, as modules were imported
REACHED_ONLY  a JSON list of tests: these are run, in this order
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

ROOT = Path.cwd().as_posix() + "/"
_reached: dict[str, tuple[float, list[tuple[str, int]]]] = {}
_failed = set[str]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the named tests, in the named order."""
    if only := os.environ.get("REACHED_ONLY"):
        order = {name: place for place, name in enumerate(json.loads(Path(only).read_text("utf-8")))}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Note what is called as the modules are imported."""
    return (yield from _noted(""))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Note what a test calls, in every thread of this process."""
    return (yield from _noted(item.nodeid))


def _noted(name: str) -> Iterator[None]:
    """Note under a name what is called meanwhile."""
    if "REACHED_OUT" not in os.environ:
        return (yield)
    codes: dict[int, CodeType] = {}

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            codes[id(frame.f_code)] = frame.f_code

    started = time.monotonic()
    threading.setprofile(note)
    sys.setprofile(note)
    try:
        return (yield)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        places = {(code.co_filename.removeprefix(ROOT), code.co_firstlineno) for code in codes.values()}
        ours = sorted(place for place in places if place[0].startswith("app/"))
        _reached[name] = (round(time.monotonic() - started, 3), ours)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what fails without any mutant."""
    if report.failed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write the notes.

    A test that fails, or that cannot be watched, says nothing of mutants.
    """
    for name in _failed:
        _reached.pop(name, None)
    if out := os.environ.get("REACHED_OUT"):
        Path(out).write_text(json.dumps(_reached), "utf-8")
