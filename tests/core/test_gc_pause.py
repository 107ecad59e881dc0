"""A pause of the collector ends as it began."""

import gc
import weakref

from app.core.gc_pause import gc_paused


class Node:
    """What hangs on itself."""

    def __init__(self) -> None:
        self.own = self


def test_the_collector_runs_again_after_a_pause() -> None:
    with gc_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_a_pause_leaves_is_looked_at_unless_it_is_kept() -> None:
    with gc_paused():
        seen = weakref.ref(Node())
    gc.collect()
    assert seen() is None
    with gc_paused(keeps_rest=True):
        kept = weakref.ref(Node())
    try:
        gc.collect()
        assert kept() is not None
    finally:
        gc.unfreeze()
    gc.collect()
    assert kept() is None
