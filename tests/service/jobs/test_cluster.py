"""Tagging on a cluster of Dask distributed, with a worker that dies."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Article, Document
from app.service.jobs.tagging.tag_stream import tag_documents
from app.service.jobs.workers.cluster_pool import ClusterPool
from app.service.jobs.workers.replies import Ended, Reply

distributed = pytest.importorskip("distributed", reason="Dask distributed is not installed: pip install distributed")
pytestmark = pytest.mark.filterwarnings("default")


def say_pid(argument: tuple[Path, int]) -> Iterator[tuple[int, int]]:
    """Yield the argument and the process, once a file stands there."""
    gate, number = argument
    while not gate.exists():
        time.sleep(0.01)  # the test opens the gate
    yield number, os.getpid()


@pytest.fixture(autouse=True)
def no_thread_left() -> None:
    """Dask keeps threads of its own until the process ends."""


@pytest.fixture
def pool() -> Iterator[ClusterPool]:
    made = ClusterPool("local:2")
    yield made
    made.cancel()


def test_a_worker_that_is_killed_costs_nothing(pool: ClusterPool, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    (pids := tmp_path / "open").touch()
    indexes = [pool.submit(say_pid, (pids, number)) for number in range(8)]
    first = {}
    while len(first) < len(indexes):
        first |= {reply.index: reply.value for reply in pool.poll(1.0) if isinstance(reply, Reply)}
    workers = {pid for _, pid in first.values()}
    assert len(workers) == 2
    later = [pool.submit(say_pid, (gate, number)) for number in range(20)]
    os.kill(workers.pop(), signal.SIGKILL)
    gate.touch()
    values, ended = {}, set()
    while len(ended) < len(later):
        for reply in pool.poll(1.0):
            if isinstance(reply, Ended):
                assert reply.failure is None
                ended.add(reply.index)
            else:
                values[reply.index] = reply.value[0]
    assert [values[index] for index in later] == list(range(20))


def test_documents_come_tagged_in_order_and_few_are_in_memory(pool: ClusterPool) -> None:
    drawn: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(40):
            drawn.append(number)
            yield Document(Article(0, f"Статья {number}"), f"Токаев прибыл в Алматы {number} сентября.")

    most, titles = 0, []
    for document in tag_documents(documents(), pool=pool):
        titles.append(document.article.title)
        most = max(most, len(drawn) - len(titles))
        assert document.annotations and document.lost == ()
    assert titles == [f"Статья {number}" for number in range(40)]
    assert most <= 9, "two workers, four for each, and the one that is looked at"


def test_the_cluster_finds_what_a_process_here_finds(pool: ClusterPool) -> None:
    made = [Document(Article(0, "Т"), "Премьер Иванов обещал 5 млрд тенге к 2026 году.")]
    assert list(tag_documents(iter(made), pool=pool)) == list(tag_documents(iter(made)))


@pytest.mark.parametrize(
    ("address", "said"),
    [("local:0", "names no cluster"), ("local:x", "names no cluster"), ("tcp://127.0.0.1:1", "no Dask")],
)
def test_an_address_without_a_cluster_is_refused(address: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        ClusterPool(address)
