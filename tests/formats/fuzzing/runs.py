"""Read damaged files by every reader, and list failures.

The readers are those of the registry.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from app.core.model import Document
from app.formats import registry
from app.formats.file_format import FileFormat
from app.service.jobs.importing.file_reader import FileRequest, ReadingOptions, read_file
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Failure, FailureKind, Limits
from tests.formats.fuzzing.mutations import mutate
from tests.formats.fuzzing.samples import SAMPLE_TEXT, make_samples

LIMITS = Limits(silence_s=600, memory_bytes=1 << 30)
"""A busy machine may let a worker wait for minutes: a file that takes long is known by its processor time."""
MAX_CPU_S = 30
_FOREIGN_SHARE = 0.15
"""So many of the files of a format have the content of another one."""


@dataclass(frozen=True, slots=True)
class CpuTime:
    """The processor time that a file took."""

    seconds: float


@dataclass(slots=True)
class DamagedFile:
    """A damaged file and what reading it brought.

    It also says how the file can be made again.
    """

    known: FileFormat
    number: int
    path: Path
    documents: list[Document] = field(default_factory=list)
    failure: Failure | None = None
    cpu_s: float = 0.0

    def find_fault(self) -> str:
        """Return what a reader did that it must not do.

        "" where nothing is wrong.
        """
        about = f"{self.known.name} #{self.number} ({self.path})"
        if self.failure is not None and self.failure.kind in (FailureKind.BUG, FailureKind.CRASH, FailureKind.SILENT):
            return f"{about}: {self.failure.kind.name} {self.failure.what} {self.failure.trace}"
        if self.cpu_s > MAX_CPU_S:
            return f"{about}: {self.cpu_s:.0f} s of processor time"
        if self.failure is None and not self.documents:
            return f"{about}: no article and no word why"
        outside = [document for document in self.documents if not _is_whole(document)]
        return f"{about}: annotations outside of the text" if outside else ""


def read_damaged_files(count: int, folder: Path, seed: str = "") -> Iterator[DamagedFile]:
    """Damage files, read each one, and yield the result.

    There are so many files, the same ones each time for a seed. Each is read by its format.
    """
    pool = Pool(limits=LIMITS)
    files = {}
    try:
        for damaged in make_damaged_files(count, folder, seed):
            request = FileRequest(damaged.path, ReadingOptions(damaged.known.name))
            files[pool.submit(read_measured, request)] = damaged
        for reply in pool.stream_replies():
            damaged = files[reply.index]
            if isinstance(reply, Ended):
                damaged.failure = reply.failure
                yield damaged
            elif isinstance(reply.value, CpuTime):
                damaged.cpu_s = reply.value.seconds
            elif isinstance(reply.value, list):
                damaged.documents += reply.value
    finally:
        pool.cancel()


def read_measured(request: FileRequest) -> Iterator[object]:
    """Yield what a file gives, and the processor time in the end.

    Runs in the worker.
    """
    start = time.process_time()
    try:
        yield from read_file(request)
    finally:
        yield CpuTime(time.process_time() - start)


def make_damaged_files(count: int, folder: Path, seed: str = "") -> Iterator[DamagedFile]:
    """Write damaged files for each readable format, in turn.

    The same seed damages the same files.

    Yield them.
    """
    readable = [known for known in registry.FORMATS if known.read is not None]
    samples = {known.name: make_samples(known, folder) for known in readable}
    every = [raw for found in samples.values() for _, raw in found]
    for number in range(count):
        known = readable[number % len(readable)]
        random = Random(f"{seed}{known.name}/{number}")
        ending, raw = _choose_sample(known, samples[known.name], every, random)
        path = folder / f"{number:05}-{known.name}{ending}"
        path.write_bytes(mutate(raw, random))
        if ".txt" in known.companions:
            path.with_suffix(".txt").write_text(SAMPLE_TEXT, "utf-8")
        yield DamagedFile(known, number, path)


def count_outcomes(files: list[DamagedFile]) -> Counter[tuple[str, str]]:
    """Count how often each format was read, refused or stopped."""
    return Counter((one.known.name, one.failure.kind.name if one.failure else "READ") for one in files)


def _choose_sample(
    known: FileFormat, own: list[tuple[str, bytes]], every: list[bytes], random: Random
) -> tuple[str, bytes]:
    if own and random.random() > _FOREIGN_SHARE:
        return random.choice(own)
    return random.choice(known.extensions), random.choice(every)


def _is_whole(document: Document) -> bool:
    pieces = [span for row in document.annotations for span in row.pieces]
    roles = [role.span for row in document.annotations for role in row.roles]
    return all(0 <= span.start < span.stop <= len(document.text) for span in (*pieces, *roles))
