from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from app.service.jobs.pool import Ended, JobProgress, Limits, Pace, Pool, Reply
from tests.service.handlers import Counting, Doubling, Dying

_LONG_S = 60.0

Starting = Callable[..., Pool]


@pytest.fixture
def starting() -> Iterator[Starting]:
    made: list[Pool] = []

    def start(*arguments: object, **options: int) -> Pool:
        made.append(Pool(*arguments, **options))  # type: ignore[arg-type]
        return made[-1]

    yield start
    for pool in made:
        pool.cancel()


def finished(pool: Pool) -> tuple[dict[int, list[object]], dict[int, str]]:
    """Wait until a pool has nothing left to do; return values by index, and faults in words."""
    values: dict[int, list[object]] = {}
    faults: dict[int, str] = {}
    end = time.monotonic() + _LONG_S
    while pool.outstanding and time.monotonic() < end:
        for reply in pool.poll(0.1):
            if isinstance(reply, Reply):
                values.setdefault(reply.index, []).append(reply.value)
            elif reply.fault is not None:
                faults[reply.index] = str(reply.fault.about("вещь"))
    assert not pool.outstanding
    return values, faults


def is_gone(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return False
    return True


def test_values_stream_back_by_item(starting: Starting) -> None:
    pool = starting(Doubling())
    for item in ("а", "𝐀", ""):
        pool.submit(item)
    assert finished(pool) == ({0: ["а", "а"], 1: ["𝐀", "𝐀"], 2: ["", ""]}, {})


def test_what_a_handler_loads_it_loads_once_a_process(starting: Starting) -> None:
    pool = starting(Counting())
    for item in range(5):
        pool.submit(item)
    assert sorted(value for values in finished(pool)[0].values() for value in values) == [1, 2, 3, 4, 5]


def test_a_fault_costs_its_item_and_says_why(starting: Starting, caplog: pytest.LogCaptureFixture) -> None:
    pool = starting(Doubling())
    for item in ("refuse", "а", "break", "б"):
        pool.submit(item)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"], 3: ["б", "б"]}
    assert faults[0] == "“refuse” is no good. Take another."
    assert faults[2].startswith("“вещь”: an error in the program, ZeroDivisionError: a bug.")
    assert "Traceback" in caplog.text


def test_a_killed_worker_is_reported_and_the_rest_goes_on(starting: Starting) -> None:
    pool = starting(Doubling())
    for item in ("а", "die", "б", "в"):
        pool.submit(item)
    values, faults = finished(pool)
    assert values == {0: ["а", "а"], 2: ["б", "б"], 3: ["в", "в"]}
    assert faults == {
        1: f"“вещь”: the worker process ended (code {-signal.SIGKILL}). The rest went on; try this one again."
    }


def test_a_worker_killed_from_outside_is_reported_too(starting: Starting) -> None:
    pool = starting(Doubling())
    pool.submit("sleep")
    pool.submit("а")
    os.kill(pool.pids[0], signal.SIGKILL)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"]} and list(faults) == [0]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="only POSIX can have a process stand still")
def test_a_worker_that_stands_still_is_ended_and_the_rest_goes_on(starting: Starting) -> None:
    pool = starting(Doubling(), limits=Limits(silence_s=3.0))
    pool.submit("pid")
    finished(pool)
    os.kill(pool.pids[0], signal.SIGSTOP)
    for item in ("большой" * 500_000, "а", "б"):
        pool.submit(item)
    values, faults = finished(pool)
    assert values == {2: ["а", "а"], 3: ["б", "б"]}
    assert faults == {1: "“вещь”: nothing came of it for 3 seconds. The rest went on; try this one again."}


def test_an_item_that_never_ends_is_named_and_the_rest_goes_on(starting: Starting) -> None:
    pool = starting(Doubling(), limits=Limits(silence_s=2.0))
    for item in ("sleep", "а", "sleep", "б"):
        pool.submit(item)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"], 3: ["б", "б"]} and list(faults) == [0, 2]


def test_a_long_item_that_goes_on_is_not_cut(starting: Starting) -> None:
    pool = starting(Doubling(), limits=Limits(silence_s=2.0))
    pool.submit("long")
    assert finished(pool) == ({0: ["long", "long"]}, {})


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is kept on Linux alone")
def test_an_item_that_takes_too_much_memory_is_named_and_the_rest_goes_on(starting: Starting) -> None:
    pool = starting(Doubling(), limits=Limits(memory_bytes=300 << 20))
    for item in ("hoard", "а"):
        pool.submit(item)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"]}
    assert faults == {0: "“вещь”: it takes too much memory. Split it into parts."}


def test_a_worker_that_cannot_live_is_given_up(starting: Starting) -> None:
    pool = starting(Dying())
    for item in range(20):
        pool.submit(item)
    values, faults = finished(pool)
    assert values == {} and len(faults) == 20 and "code 3" in faults[0]


def test_cancelling_ends_the_processes_at_once(starting: Starting) -> None:
    pool = starting(Doubling(), workers=2)
    pool.submit("sleep")
    pool.submit("sleep")
    pids = pool.pids
    assert len(pids) == 2
    began = time.monotonic()
    pool.cancel()
    assert time.monotonic() - began < 2.0 and all(map(is_gone, pids)) and pool.outstanding == 0
    pool.submit("а")
    assert finished(pool)[0] == {2: ["а", "а"]}, "it can be used again"


def test_polling_never_waits_and_giving_never_waits_for_a_busy_worker(starting: Starting) -> None:
    pool = starting(Doubling())
    pool.submit("pid")
    finished(pool)
    began = time.monotonic()
    pool.submit("sleep")
    for _ in range(3):
        pool.submit("большой" * 500_000)
    assert pool.poll() == [] and time.monotonic() - began < 5.0


def test_two_workers_work_at_the_same_time(starting: Starting) -> None:
    pool = starting(Doubling(), workers=2)
    for item in ("sleep", "а", "б", "в"):
        pool.submit(item)
    values: list[object] = []
    end = time.monotonic() + _LONG_S
    while len(values) < 2 and time.monotonic() < end:
        values += [reply.value for reply in pool.poll(0.1) if isinstance(reply, Reply)]
    assert values, "one sleeps, the other goes on"


def test_an_item_ends_after_all_its_values(starting: Starting) -> None:
    pool = starting(Doubling())
    pool.submit("а")
    replies: list[Reply | Ended] = []
    while pool.outstanding:
        replies += pool.poll(0.1)
    assert replies == [Reply(0, "а"), Reply(0, "а"), Ended(0)]


def test_a_pace_reports_rate_and_time_left() -> None:
    times = iter([10.0, 14.0, 14.0, 10.0])
    pace = Pace(lambda: next(times))
    assert pace.progress(8, 20, "x") == JobProgress(8, 20, "x", 2.0, 6.0)
    assert pace.progress(8, 0) == JobProgress(8, 0, "", 2.0, None)
    assert pace.progress(0, 20).seconds_left is None
