"""Functions that run in workers.

There are quick ones, slow ones, and ones that fail in every way.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.core.message import UserError
from app.service.jobs.workers.replies import Alive


class Doubling:
    """Yields its argument twice.

    What it is told by name, it does first.
    """

    def __call__(self, item: Any) -> Iterator[Any]:
        match item:
            case "die":
                os.kill(os.getpid(), signal.SIGKILL)
            case "refuse":
                raise UserError("“{name}” is no good.", hint="Take another.", name=item)
            case "break":
                raise ZeroDivisionError("a bug")
            case "sleep":
                time.sleep(600)  # a request without an answer is what is tried: nobody waits for its end
            case "hoard":
                yield len(bytearray(1 << 30))
            case "nest":
                yield from self("nest")
            case "long":
                for _ in range(10):
                    time.sleep(0.3)  # slow work that says that it goes on: shorter than the limit of silence
                    yield Alive()
            case "pid":
                yield os.getpid()
        yield item
        yield item


class Counting:
    """Counts its calls: what it loads once it keeps."""

    def __init__(self) -> None:
        self._calls = 0

    def __call__(self, item: Any) -> Iterator[int]:
        self._calls += 1
        yield self._calls


class Crunching:
    """Works on the processor for a while."""

    def __call__(self, item: int) -> Iterator[int]:
        yield sum(number * number for number in range(item))


class Dying:
    """Ends its process before anything else."""

    def __call__(self, item: Any) -> Iterator[int]:
        os._exit(3)
        yield 0


def join_inputs(argument: str, inputs: Iterator[str]) -> Iterator[str]:
    """Yield the inputs in one text after the argument."""
    yield "+".join([argument, *inputs])


def hold_file(path: Path, inputs: Iterator[str]) -> Iterator[str]:
    """Keep a file beside a long export, then remove it.

    It is removed in the end, whatever ends the export.
    """
    path.touch()
    try:
        yield from inputs
    finally:
        path.unlink()
