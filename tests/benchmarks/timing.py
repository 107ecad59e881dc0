"""How long work takes."""

from __future__ import annotations

import time
from collections.abc import Callable


def time_ms(work: Callable[[], object]) -> float:
    """Return the wall time of some work, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000
