"""Measure the processor time of work.

The machine does other work too.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

_ROUNDS = 3


def grows_with_its_length(work: Callable[[int], object], length: int) -> bool:
    """Say whether the cost of work grows as its length does.

    Work four times as long may cost ten times as much: what grows with the square of its length costs
    sixteen times as much. Other work of the machine only adds to a cost, so that the longer work is measured again
    where it was too much.
    """
    bound_s = 10 * min(_cost_s(work, length) for _ in range(_ROUNDS)) + 0.1
    return any(_cost_s(work, 4 * length) < bound_s for _ in range(_ROUNDS))


def _cost_s(work: Callable[[int], object], length: int) -> float:
    """Return the processor time of work in seconds."""
    began = process_time()
    work(length)
    return process_time() - began
