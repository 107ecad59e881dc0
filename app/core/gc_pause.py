"""Bulk work without the collector of reference cycles.

It makes few or none, and the search for them takes long.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused(*, keeps_rest: bool = False) -> Iterator[None]:
    """Pause the collector.

    Where threads overlap, the last one that found it running starts it again. With `keeps_rest` it never looks at what
    is there at the end: for a process whose work makes no cycles and fills caches.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if keeps_rest:
            gc.freeze()
        if was_enabled:
            gc.enable()
