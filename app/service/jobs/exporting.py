"""Exporting: a project's documents into a file, which another process writes."""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import signal
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.service.jobs.pool import Fault, Limits, Pace
from app.service.jobs.task import Task
from app.store.files.opening import refuse_project

if TYPE_CHECKING:
    from app.store import Project

_BATCH_LENGTH = 1 << 19
"""Documents are handed over in batches of about so many code points of text."""
_ENDED_S = 5.0
_HANDED_OVER_S = 0.5
"""A process that is alive has taken a batch in by then."""
EXPORT_LIMITS = Limits(silence_s=120)
_PLAIN_EXPORT = ExportOptions()


class Export(Task):
    """Writes a project, as it is on disk at the start, into a file. A failure or a cancel leaves the old file.

    Raise UserError where a project is at the path of that file.
    """

    def __init__(
        self,
        project: Project,
        path: Path,
        options: ExportOptions = _PLAIN_EXPORT,
        limits: Limits = EXPORT_LIMITS,
    ) -> None:
        refuse_project(path)
        self.written: Path | None = None
        self._options = options
        context = ExportContext(project.scheme(), project.path.stem, tuple(project.notes(None)), options)
        self._scribe = Scribe(path, context, limits)
        super().__init__(project, None, self._scribe)

    def unfinished(self) -> Message:
        return Message("Exporting “{name}” is not finished: {done} of {n} articles.", self._how_far())

    def _work(self) -> Iterator[bool]:
        self.project.flush_soon()
        ids = _chosen_ids(self.project, self._options)
        pace, total = Pace(), len(ids)
        batches = _batches(self.project.documents(ids))
        self._scribe.start()
        while self.written is None:
            asked = self._scribe.asked()
            if asked is not None and not asked.is_more:
                self.written = asked.path
                self.report.skipped += asked.lost
            elif asked is not None:
                batch = next(batches, [])
                self.report.articles += len(batch)
                self.report.annotations += sum(len(document.annotations) for document in batch)
                self._scribe.give(batch)
                self.progress = pace.progress(self.report.articles, total)
            yield asked is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the writing process says: that it wants more documents, or where the file is and what it does not hold."""

    is_more: bool = True
    path: Path | None = None
    lost: tuple[Message, ...] = ()


class Scribe:
    """The writing process, which asks for documents a batch at a time; an empty batch ends them.

    Batches are sent by a thread: a process that stands still does not empty its pipe, and the parent must not wait.
    """

    def __init__(self, path: Path, export_context: ExportContext, limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, self._theirs = context.Pipe()
        arguments = (self._theirs, path, export_context)
        self._process = context.Process(target=_write, args=arguments, daemon=True, name="pometka-export")
        self._is_started = False
        self._path, self._silence_s, self._heard = path, limits.silence_s, 0.0
        self._outbox: queue.SimpleQueue[list[Document] | None] = queue.SimpleQueue()
        self._sender = threading.Thread(target=self._send, name="sender of documents", daemon=True)

    @property
    def connections(self) -> list[Connection]:
        """What the process is heard by."""
        return [self._ours] if self._is_started else []

    def start(self) -> None:
        """Start the process."""
        self._process.start()
        self._theirs.close()
        self._is_started = True
        self._heard = time.monotonic()
        self._sender.start()

    def asked(self) -> Asked | None:
        """Return what the process says, None for nothing yet; raise UserError where it failed, or stands still."""
        if not self._ours.poll():
            self._refuse_silence()
            return None
        try:
            said: Asked | Fault = self._ours.recv()
        except EOFError:
            raise UserError("The process that wrote the file ended.", hint="Try again.") from None
        self._heard = time.monotonic()
        if isinstance(said, Fault):
            fields = {**said.what.args, **said.hint.args}
            raise UserError(said.what.template, hint=said.hint.template, **fields)
        return said

    def give(self, batch: list[Document]) -> None:
        """Hand over a batch that was asked for."""
        self._heard = time.monotonic()
        self._outbox.put(batch)

    def cancel(self) -> None:
        """End the process: it notices that nobody gives any more, clears up and goes; one that stands still is killed.

        What it has not written in full is removed.
        """
        if not self._is_started:
            self._ours.close()
            return
        self._is_started = False
        self._outbox.put(None)
        self._sender.join(_HANDED_OVER_S)
        if self._sender.is_alive() or self._is_silent:
            self._process.kill()
            self._sender.join(_ENDED_S)
        self._ours.close()
        self._end_process()

    @property
    def _is_silent(self) -> bool:
        return self._silence_s is not None and time.monotonic() - self._heard > self._silence_s

    def _refuse_silence(self) -> None:
        """Raise UserError where the process gives no sign of life for too long."""
        if self._is_silent:
            raise UserError(
                "“{name}” was not written: nothing came of it for {n} seconds.",
                hint="What was there before is as it was. Try again.",
                name=self._path.name,
                n=f"{self._silence_s or 0:g}",
            )

    def _end_process(self) -> None:
        from app.formats.atomic_file import remove_drafts  # noqa: PLC0415  # the formats are loaded when they are used

        self._process.join(_ENDED_S)
        self._process.kill()
        self._process.join()
        if self._process.pid is not None:
            remove_drafts(self._path, self._process.pid)
        self._process.close()

    def _send(self) -> None:
        """Send what is given; without the process, end."""
        with contextlib.suppress(OSError):
            while (batch := self._outbox.get()) is not None:
                self._ours.send(batch)


def _chosen_ids(project: Project, options: ExportOptions) -> list[int]:
    """Return the articles to be written, in their order."""
    articles = {article.id: article for article in project.articles()}
    ids = articles if options.article_ids is None else [one for one in options.article_ids if one in articles]
    return [one for one in ids if options.takes_article(articles[one])]


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    length = 0
    for document in documents:
        batch.append(document)
        length += len(document.text)
        if length >= _BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _write(connection: Connection, path: Path, context: ExportContext) -> None:
    """Write the file, in a process of its own."""
    from app.formats import registry  # noqa: PLC0415  # the formats belong to this process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lost: list[Message] = []
    try:
        written = registry.write_file(_given(connection), path, replace(context, report=lost.append))
        connection.send(Asked(is_more=False, path=written, lost=tuple(lost)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # cancelled
    except UserError as error:
        connection.send(Fault(error.message, error.hint, names_it=True))
    except Exception as error:  # noqa: BLE001  # the top of this process
        what = Message("An error in the program: {error}.", {"error": f"{type(error).__name__}: {error}"})
        connection.send(Fault(what, trace=traceback.format_exc()))


def _given(connection: Connection) -> Iterator[Document]:
    """Yield the documents that the parent gives, asking for each batch; raise EOFError where it gives no more."""
    while True:
        try:
            connection.send(Asked())
            batch: list[Document] = connection.recv()
        except OSError as gone:  # which is no fault of the file that is written
            raise EOFError from gone
        if not batch:
            return
        yield from batch
