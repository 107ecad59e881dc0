"""Reading beside the window, and resting for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count

from app.service.concordance.hit_stream import ReadingStream
from app.service.session.session import Session

PATIENCE_S = 60.0


def wait_for_more(read: list[int], than: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while len(read) <= than and time.monotonic() < deadline:
        time.sleep(0.001)
    assert len(read) > than


def test_a_held_search_reads_no_more_than_it_has_begun(session: Session) -> None:
    read = list[int]()

    def read_on() -> Iterator[int]:
        for number in count():
            read.append(number)
            yield number

    assert session.project is not None
    stream = ReadingStream(session.project, read_on())
    wait_for_more(read, 0)
    with stream.held():
        before = len(read)
        time.sleep(0.05)
        assert len(read) <= before + 1
    wait_for_more(read, before + 1)
    with stream.held():
        stream.end()  # a search that rests ends too
    assert not stream.is_running
