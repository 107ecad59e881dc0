"""Tag texts on a cluster: Dask distributed hands them to its workers.

It is a pool like the one of processes, for the same functions. A worker that dies costs nothing: its texts go to
another one; a text that several workers died of fails alone.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from app import __version__
from app.core.message import Message, UserError
from app.service.jobs.workers.replies import Alive, Ended, Failure, FailureKind, Reply

LOCAL = "local:"
"""So begins the address of a cluster that is made here: "local:2" has two workers."""
_PER_THREAD = 4
"""So many texts are on their way for each thread of the cluster."""
_CONNECT_S = 10
_NO_WORKER_S = 60.0
_LOOK_S = 2.0
_ONE_AT_A_TIME = threading.Lock()
"""Held in a worker while its one tagger is at work: a worker of Dask may have more threads."""


def run_on_worker(function: Callable[[Any], Iterable[Any]], argument: Any) -> list[Any]:
    """Return what a function yields, signs of life apart.

    Runs in a worker of the cluster."""
    with _ONE_AT_A_TIME:
        return [value for value in function(argument) if not isinstance(value, Alive)]


def worker_version() -> str:
    """Return the version of the program that a worker has."""
    return __version__


class ClusterPool:
    """Runs requests on a cluster.

    `room` says how many more are wanted, so that a bounded number is in memory.
    """

    def __init__(self, address: str) -> None:
        """Connect to a scheduler, or start a cluster here.

        Raise UserError where that cannot be done.
        """
        self._client: Any = _connect(address)
        self._requests: dict[int, Any] = {}
        self._ended: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._next_index = 0
        self._threads = 1
        self._looked_at = 0.0
        self._alone_since: float | None = None

    @property
    def outstanding(self) -> int:
        """How many requests have not ended."""
        return len(self._requests)

    @property
    def room(self) -> int:
        """How many more requests keep the cluster busy."""
        self._look_at_workers()
        return max(0, self._threads * _PER_THREAD - len(self._requests))

    def submit(self, function: Callable[[Any], Iterable[Any]], argument: Any) -> int:
        """Hand in a request; return its index."""
        index = self._next_index
        self._next_index += 1
        future = self._client.submit(run_on_worker, function, argument, pure=False)
        self._requests[index] = future
        future.add_done_callback(lambda _: self._ended.put(index))
        return index

    def poll(self, wait_s: float = 0.0) -> list[Reply | Ended]:
        """Return the replies that have come.

        Wait at most `wait_s` for the first."""
        self._look_at_workers()
        replies: list[Reply | Ended] = []
        with contextlib.suppress(queue.Empty):
            replies += self._collect_replies(self._ended.get(timeout=wait_s) if wait_s else self._ended.get_nowait())
            while True:
                replies += self._collect_replies(self._ended.get_nowait())
        return replies

    def cancel(self) -> None:
        """Give up what is not done, and leave the cluster."""
        for future in self._requests.values():
            future.cancel()
        self._requests.clear()
        with contextlib.suppress(Exception):
            self._client.close()
            if self._client.cluster is not None:
                self._client.cluster.close()

    def _collect_replies(self, index: int) -> list[Reply | Ended]:
        future = self._requests.pop(index, None)
        if future is None:
            return []
        if future.status == "finished":
            return [*(Reply(index, value) for value in future.result()), Ended(index)]
        return [Ended(index, _explain(future))]

    def _look_at_workers(self) -> None:
        """Count the threads of the cluster, now and then.

        Raise UserError where it has had no worker for too long.
        """
        now = time.monotonic()
        if now - self._looked_at < _LOOK_S:
            return
        self._looked_at = now
        threads = sum(self._client.nthreads().values()) if self._client.status == "running" else 0
        self._threads = max(1, threads)
        self._alone_since = None if threads else (self._alone_since or now)
        if self._alone_since is not None and now - self._alone_since > _NO_WORKER_S:
            raise UserError(
                "The cluster has had no worker for {n} seconds.",
                hint="Start workers, or look at what ended them, and run the command again.",
                n=f"{_NO_WORKER_S:g}",
            )


def _connect(address: str) -> Any:
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise UserError(
            "Tagging on a cluster needs Dask distributed, which is not installed.",
            hint="Install it with `pip install 'pometka[cluster]'`, here and on each worker.",
        ) from error
    try:
        if address.startswith(LOCAL):
            count = _count_of(address)
            made = LocalCluster(
                n_workers=count, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
            )
            return Client(made)
        client = Client(address, timeout=_CONNECT_S)
    except (OSError, ValueError, TimeoutError) as error:
        raise UserError(
            "There is no Dask scheduler at “{address}”: {reason}.",
            hint="Start one with `dask scheduler`, and workers with `dask worker ADDRESS`; or use local:2.",
            address=address,
            reason=str(error) or type(error).__name__,
        ) from error
    _refuse_other_versions(client)
    return client


def _count_of(address: str) -> int:
    count = address.removeprefix(LOCAL)
    if not count.isdecimal() or not 1 <= int(count) <= 256:
        raise UserError(
            "“{address}” names no cluster.",
            hint="Write local:2 for two workers on this machine, or the address of a scheduler: tcp://host:8786.",
            address=address,
        )
    return int(count)


def _refuse_other_versions(client: Any) -> None:
    """Raise UserError where a worker lacks the program, or has another version."""
    found = client.run(worker_version, on_error="return")
    odd = sorted(worker for worker, version in found.items() if version != __version__)
    if odd:
        client.close()
        raise UserError(
            "Workers of the cluster do not have Pometka {version}: {workers}.",
            hint="Install the same version on each of them: `pip install pometka`.",
            version=__version__,
            workers=", ".join(odd[:5]),
        )


def _explain(future: Any) -> Failure:
    """Return why a request has no result."""
    error = future.exception() if future.status == "error" else None
    if isinstance(error, UserError):
        return Failure(FailureKind.REFUSED, error.message, error.hint)
    what = Message("the worker of the cluster failed: {reason}", {"reason": f"{type(error).__name__}: {error}"})
    return Failure(FailureKind.CRASH, what, Message("The other texts were processed; try this one again."))
