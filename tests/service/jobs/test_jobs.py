from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from app.service.jobs.progress import JobProgress, Pace
from app.service.jobs.workers.idle_workers import IdleWorkers
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, InputWanted, Limits, Reply
from app.service.jobs.workers.worker_process import END_OF_INPUTS
from tests.service.handlers import Counting, Doubling, Dying, join_inputs
from tests.service.jobs.conftest import WorkerTime
from tests.waiting import until

_LONG_S = 60.0
_WAITED_S = 4.5
"""Who waits for a process that does not end waits half a second longer."""

Starting = Callable[..., Pool]


@pytest.fixture
def starting() -> Iterator[Starting]:
    made: list[Pool] = []

    def start(**options: Any) -> Pool:
        made.append(Pool(**options))
        return made[-1]

    yield start
    for pool in made:
        pool.cancel()


def finished(pool: Pool) -> tuple[dict[int, list[object]], dict[int, str]]:
    """Wait until a pool has nothing left to do.

    Return values by index, and faults in words.
    """
    values: dict[int, list[object]] = {}
    faults: dict[int, str] = {}
    end = time.monotonic() + _LONG_S
    while pool.outstanding and time.monotonic() < end:
        for reply in pool.poll(0.1):
            if isinstance(reply, Reply):
                values.setdefault(reply.index, []).append(reply.value)
            elif reply.failure is not None:
                faults[reply.index] = str(reply.failure.message_about("вещь"))
    assert not pool.outstanding
    return values, faults


def call_time(act: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    began = time.monotonic()
    act()
    return time.monotonic() - began


def is_gone(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return False
    return True


def test_values_stream_back_by_item(starting: Starting) -> None:
    pool = starting()
    run = Doubling()
    for item in ("а", "𝐀", ""):
        pool.submit(run, item)
    assert finished(pool) == ({0: ["а", "а"], 1: ["𝐀", "𝐀"], 2: ["", ""]}, {})


def test_what_a_handler_loads_it_loads_once_a_process(starting: Starting) -> None:
    pool = starting()
    run = Counting()
    for item in range(5):
        pool.submit(run, item)
    assert sorted(value for values in finished(pool)[0].values() for value in values) == [1, 2, 3, 4, 5]


def test_a_fault_costs_its_item_and_says_why(starting: Starting, caplog: pytest.LogCaptureFixture) -> None:
    pool = starting()
    run = Doubling()
    for item in ("refuse", "а", "break", "б"):
        pool.submit(run, item)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"], 3: ["б", "б"]}
    assert faults[0] == "“refuse” is no good. Take another."
    assert faults[2].startswith("“вещь”: an error in the program, ZeroDivisionError: a bug.")
    assert "Traceback" in caplog.text


def test_a_killed_worker_is_reported_and_the_rest_goes_on(starting: Starting) -> None:
    pool = starting()
    run = Doubling()
    for item in ("а", "die", "б", "в"):
        pool.submit(run, item)
    values, faults = finished(pool)
    assert values == {0: ["а", "а"], 2: ["б", "б"], 3: ["в", "в"]}
    assert faults == {
        1: f"“вещь”: the worker process ended (code {-signal.SIGKILL}). "
        "The other files were processed; try this one again."
    }


@pytest.fixture
def ending_late(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Let ended processes live on, as on a busy machine."""
    late: list[int] = []
    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "kill", lambda process: late.append(process.pid))
    yield late
    for pid in late:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_a_worker_that_a_busy_machine_ends_late_breaks_nothing(starting: Starting, ending_late: list[int]) -> None:
    pool = starting()
    pool.submit(Doubling(), "а")
    assert finished(pool)[0] == {0: ["а", "а"]}
    pids = pool.pids
    pool.cancel()
    assert ending_late == pids
    pool.submit(Doubling(), "б")
    assert finished(pool)[0] == {1: ["б", "б"]}, "another worker took its place"


def test_who_ends_a_worker_does_not_wait_for_it(starting: Starting, ending_late: list[int]) -> None:
    gone: list[int] = []
    pool, idle = starting(workers=2, clean_up=gone.append), IdleWorkers()
    kept = starting(idle=idle)
    kept.submit(Doubling(), "а")
    finished(kept)
    kept.cancel()
    for _ in range(2):
        pool.submit(Doubling(), "sleep")
    pids = pool.pids
    waited = [call_time(pool.cancel), call_time(idle.close)]
    assert max(waited) < _WAITED_S and len(ending_late) == 3, waited
    assert not gone, "they live"
    for pid in ending_late:
        os.kill(pid, signal.SIGKILL)
    until(lambda: sorted(gone) == sorted(pids), "what they left was not cleaned up")


def test_who_ends_a_silent_worker_does_not_wait_for_it(starting: Starting, ending_late: list[int]) -> None:
    pool = starting(limits=Limits(silence_s=1.0))
    pool.submit(Doubling(), "sleep")
    waited = 0.0
    while pool.outstanding:
        waited = max(waited, call_time(pool.poll))
    assert ending_late and waited < _WAITED_S


def test_a_dead_worker_that_is_not_gone_yet_is_reported_once_it_is(
    starting: Starting, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool, process, asked = starting(), multiprocessing.get_context("spawn").Process, list[float | None]()
    pool.submit(Doubling(), "die")
    until(pool.connections[0].poll, "the worker did not die")
    with monkeypatch.context() as patched:
        patched.setattr(process, "is_alive", lambda _process: True)
        patched.setattr(process, "join", lambda _process, timeout=None: asked.append(timeout))
        assert pool.poll() == [] and pool.outstanding == 1
    assert asked == [0.0], "it is not waited for"
    assert f"code {-signal.SIGKILL}" in finished(pool)[1][0]


def test_a_worker_killed_from_outside_is_reported_too(starting: Starting) -> None:
    pool = starting()
    run = Doubling()
    pool.submit(run, "sleep")
    pool.submit(run, "а")
    os.kill(pool.pids[0], signal.SIGKILL)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"]} and list(faults) == [0]


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="only POSIX can have a process stand still")
def test_a_worker_that_stands_still_is_ended_and_the_rest_goes_on(starting: Starting, worker_time: WorkerTime) -> None:
    pool = starting(limits=Limits(silence_s=_LONG_S))
    run = Doubling()
    pool.submit(run, "pid")
    finished(pool)
    os.kill(pool.pids[0], signal.SIGSTOP)
    for item in ("большой" * 500_000, "а", "б"):
        pool.submit(run, item)
    worker_time.between_looks_s = _LONG_S
    (ended,) = until(pool.poll, "the worker was not ended")
    worker_time.between_looks_s = 0.0
    assert finished(pool) == ({2: ["а", "а"], 3: ["б", "б"]}, {})
    told = (
        "“вещь”: it was stopped after 60 seconds without a result. The other files were processed; try this one again."
    )
    assert isinstance(ended, Ended) and ended.index == 1 and ended.failure is not None
    assert str(ended.failure.message_about("вещь")) == told


def test_an_item_that_never_ends_is_named_and_the_rest_goes_on(starting: Starting) -> None:
    pool = starting(limits=Limits(silence_s=4.0))  # a worker that starts in place of another is silent too
    run = Doubling()
    for item in ("sleep", "а", "sleep", "б"):
        pool.submit(run, item)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"], 3: ["б", "б"]} and list(faults) == [0, 2]


def test_a_long_item_that_goes_on_is_not_cut(starting: Starting) -> None:
    pool = starting(limits=Limits(silence_s=2.0))
    run = Doubling()
    pool.submit(run, "а")
    finished(pool)  # the worker has started, however long that took
    pool.submit(run, "long")
    assert finished(pool) == ({1: ["long", "long"]}, {})


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is kept on Linux alone")
def test_an_item_that_takes_too_much_memory_is_named_and_the_rest_goes_on(starting: Starting) -> None:
    pool = starting(limits=Limits(memory_bytes=300 << 20))
    run = Doubling()
    for item in ("hoard", "а"):
        pool.submit(run, item)
    values, faults = finished(pool)
    assert values == {1: ["а", "а"]}
    assert faults == {0: "“вещь”: it takes too much memory. Split it into parts."}


def test_a_worker_that_cannot_live_is_given_up(starting: Starting) -> None:
    pool = starting()
    run = Dying()
    for item in range(20):
        pool.submit(run, item)
    values, faults = finished(pool)
    assert values == {} and len(faults) == 20 and "code 3" in faults[0]


def test_cancelling_ends_the_processes_at_once(starting: Starting) -> None:
    pool = starting(workers=2)
    run = Doubling()
    pool.submit(run, "sleep")
    pool.submit(run, "sleep")
    pids = pool.pids
    assert len(pids) == 2
    began = time.monotonic()
    pool.cancel()
    assert time.monotonic() - began < _LONG_S and pool.outstanding == 0, "the requests are not waited for"
    until(lambda: all(map(is_gone, pids)), "the workers did not end")
    pool.submit(run, "а")
    assert finished(pool)[0] == {2: ["а", "а"]}, "it can be used again"


def test_polling_never_waits_and_giving_never_waits_for_a_busy_worker(starting: Starting) -> None:
    pool = starting()
    run = Doubling()
    pool.submit(run, "pid")
    finished(pool)
    began = time.monotonic()
    pool.submit(run, "sleep")
    for _ in range(3):
        pool.submit(run, "большой" * 500_000)
    assert pool.poll() == [] and time.monotonic() - began < _LONG_S


def test_two_workers_work_at_the_same_time(starting: Starting) -> None:
    pool = starting(workers=2)
    run = Doubling()
    for item in ("sleep", "а", "б", "в"):
        pool.submit(run, item)
    values: list[object] = []
    end = time.monotonic() + _LONG_S
    while len(values) < 2 and time.monotonic() < end:
        values += [reply.value for reply in pool.poll(0.1) if isinstance(reply, Reply)]
    assert values, "one sleeps, the other goes on"


def test_an_item_ends_after_all_its_values(starting: Starting) -> None:
    pool = starting()
    run = Doubling()
    pool.submit(run, "а")
    replies: list[Reply | Ended] = []
    while pool.outstanding:
        replies += pool.poll(0.1)
    assert replies == [Reply(0, "а"), Reply(0, "а"), Ended(0)]


def test_a_request_nested_too_deeply_is_named_and_is_no_bug(
    starting: Starting, caplog: pytest.LogCaptureFixture
) -> None:
    pool = starting()
    pool.submit(Doubling(), "nest")
    assert finished(pool)[1] == {0: "“вещь”: its parts are nested too deeply. Save it in a simpler form."}
    assert "Traceback" not in caplog.text


def test_a_request_draws_inputs_one_by_one_and_is_not_silent_while_it_waits(
    starting: Starting, worker_time: WorkerTime
) -> None:
    pool = starting(limits=Limits(silence_s=_LONG_S))
    index = pool.submit(join_inputs, "а", draws_inputs=True)
    inputs: list[str | None] = ["б", "в", END_OF_INPUTS]
    values: list[object] = []
    end = time.monotonic() + _LONG_S
    while pool.outstanding and time.monotonic() < end:
        for reply in pool.poll(0.1):
            if isinstance(reply, Reply) and isinstance(reply.value, InputWanted):
                worker_time.between_looks_s = 2 * _LONG_S
                assert [pool.poll(), pool.poll()] == [[], []]
                worker_time.between_looks_s = 0.0
                pool.send_input(index, inputs.pop(0))
            elif isinstance(reply, Reply):
                values.append(reply.value)
            else:
                assert reply.failure is None
    assert values == ["а+б+в"]


def test_a_request_that_draws_inputs_cleans_up_when_its_parent_goes(tmp_path: Path) -> None:
    path = tmp_path / "draft"
    script = f"""
from pathlib import Path
from app.service.jobs.workers.pool import Pool
from tests.service.handlers import hold_file
if __name__ == "__main__":
    pool = Pool()
    pool.submit(hold_file, Path({str(path)!r}), draws_inputs=True)
    pool.poll(60)
    print(pool.pids[0], flush=True)
    input()
"""
    (tmp_path / "parent.py").write_text(script, "utf-8")
    parent = subprocess.Popen(
        [sys.executable, str(tmp_path / "parent.py")],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert path.exists()
    parent.kill()
    parent.communicate()
    until(lambda: not path.exists() and is_gone(pid), "the worker did not end, or left its file")


def test_idle_workers_are_taken_up_again_with_what_they_loaded(starting: Starting) -> None:
    idle = IdleWorkers()
    try:
        first = starting(idle=idle)
        first.submit(Doubling(), "а")
        finished(first)
        pids = first.pids
        first.cancel()
        assert not is_gone(pids[0])
        again = starting(idle=idle)
        again.submit(Doubling(), "б")
        assert again.pids == pids and finished(again)[0] == {0: ["б", "б"]}
    finally:
        idle.close()


def test_an_idle_worker_that_died_or_has_other_limits_is_not_taken(starting: Starting) -> None:
    idle = IdleWorkers()
    try:
        first = starting(idle=idle)
        first.submit(Doubling(), "а")
        finished(first)
        (pid,) = first.pids
        first.cancel()
        assert idle.pop(Limits(silence_s=9.0)) is None
        os.kill(pid, signal.SIGKILL)
        again = starting(idle=idle)
        again.submit(Doubling(), "б")
        assert finished(again)[0] == {0: ["б", "б"]} and again.pids != [pid]
    finally:
        idle.close()


def test_a_worker_that_runs_a_request_is_ended_by_a_cancel_and_not_kept(starting: Starting) -> None:
    idle = IdleWorkers()
    pool = starting(idle=idle)
    pool.submit(Doubling(), "sleep")
    (pid,) = pool.pids
    pool.cancel()
    assert idle.pop(Limits()) is None
    until(lambda: is_gone(pid), "the worker did not end")


def test_idle_workers_end_after_a_while(starting: Starting) -> None:
    idle = IdleWorkers(idle_s=0.2)
    pool = starting(idle=idle)
    pool.submit(Doubling(), "а")
    finished(pool)
    (pid,) = pool.pids
    pool.cancel()
    until(lambda: is_gone(pid), "the worker did not end")
    assert idle.pop(Limits()) is None


def test_a_pace_reports_rate_and_time_left() -> None:
    times = iter([10.0, 14.0, 14.0, 10.0])
    pace = Pace(lambda: next(times))
    assert pace.progress(8, 20, "x") == JobProgress(8, 20, "x", 2.0, 6.0)
    assert pace.progress(8, 0) == JobProgress(8, 0, "", 2.0, None)
    assert pace.progress(0, 20).seconds_left is None
