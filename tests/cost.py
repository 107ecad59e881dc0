"""Measure the processor time of work.

The machine does other work too.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

_ROUNDS = 3


def least_cost_s(work: Callable[[], object]) -> float:
    """Return the least processor time of three rounds.

    The unit is seconds. Other work only adds to it.
    """
    costs = []
    for _ in range(_ROUNDS):
        began = process_time()
        work()
        costs.append(process_time() - began)
    return min(costs)
