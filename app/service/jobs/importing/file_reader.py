"""Read files in a worker with limits of time and memory.

A reader of any format harms nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.gc_pause import gc_paused
from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.table_choices import NO_CHOICES, TableChoices
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Failure, Limits

if TYPE_CHECKING:
    from app.service.similarity.signatures import SignedTexts

READING_LIMITS = Limits(silence_s=60, memory_bytes=1 << 30)
"""What one file may cost; each batch of articles counts as a sign of life."""

_BATCH_WEIGHT = 1_024
"""So much makes a batch: what is looked up for a batch costs as much for one article as for many."""
_ARTICLE_WEIGHT, _CHARACTERS = 4, 250
"""An article weighs so much, an annotation or so many characters 1: so long the window handles each."""
_MAX_PATHS = 200
"""So many files are named at a time."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read.

    The format where one is named, and what the user knows of the columns of tables. `mends` says whether texts of web
    pages are mended; `keeps_text` that texts are not normalised.
    """

    format_name: str | None = None
    tables: TableChoices = NO_CHOICES
    mends: bool = True
    keeps_text: bool = False
    signs: bool = False


_PLAIN_READING = ReadingOptions()


@dataclass(frozen=True, slots=True)
class FileRequest:
    """A file to be read."""

    path: Path
    options: ReadingOptions = _PLAIN_READING


@dataclass(frozen=True, slots=True)
class FileHead:
    """The first value of a file.

    How many articles it is likely to hold, and whether these have ids of their own.
    """

    articles: int
    has_ids: bool


@dataclass(frozen=True, slots=True)
class SignedDocuments:
    """Documents of a file, with texts for finding near duplicates."""

    documents: list[Document]
    texts: SignedTexts


@dataclass(frozen=True, slots=True)
class FileList:
    """Some of the named files, and messages about those left out.

    `failed` are named, not read.
    """

    files: tuple[Path, ...] = ()
    failed: int = 0
    left_out: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRequest:
    """Files and folders to be listed.

    In folders the files of a format, where one is named.
    """

    paths: tuple[Path, ...]
    format_name: str | None = None


def list_files(request: ListRequest) -> Iterator[FileList]:
    """List the files that paths name, in folders the readable ones.

    Runs in the worker.
    """
    from app.formats import registry  # noqa: PLC0415  # a worker that only tags does not read

    listing = registry.list_files(request.paths, request.format_name)
    for start in range(0, len(listing.files), _MAX_PATHS):
        yield FileList(tuple(listing.files[start : start + _MAX_PATHS]))
    yield FileList((), len(listing.left_out), tuple(listing.messages()))


def read_file(request: FileRequest) -> Iterator[FileHead | list[Document] | SignedDocuments]:
    """Yield what a file is, then its documents in batches.

    Runs in the worker.
    """
    from app.formats import registry  # noqa: PLC0415  # a worker that only tags does not read
    from app.formats.source.offsets import normalise_document  # noqa: PLC0415

    path, options = request.path, request.options
    known = registry.choose_reader(path, options.format_name)
    count = known.count_articles(path) if known.count_articles else 1
    yield FileHead(count, known.has_ids or known.table is not None)
    documents = registry.read_file(path, options.format_name, options.tables, mends=options.mends)
    batches = _make_batches(documents if options.keeps_text else map(normalise_document, documents))
    yield from _sign(batches) if options.signs else batches


def read_documents(
    requests: Iterable[FileRequest], limits: Limits = READING_LIMITS
) -> Iterator[tuple[Path, Document | UserError]]:
    """Yield the documents of files, each with its file.

    For a file that cannot be read to its end, the error. Only a few documents are in memory. A bug in a reader costs
    its file, as any error does.
    """
    pool = Pool(limits=limits)
    files = {pool.submit(read_file, request): request.path for request in requests}
    counts = dict.fromkeys(files, 0)
    try:
        for reply in pool.stream_replies():
            path = files[reply.index]
            if isinstance(reply, Ended):
                if reply.failure is not None:
                    yield path, name_place(reply.failure, counts[reply.index]).to_user_error(path.name)
            elif isinstance(reply.value, list):
                counts[reply.index] += len(reply.value)
                yield from ((path, document) for document in reply.value)
    finally:
        pool.cancel()


def name_place(failure: Failure, articles: int) -> Failure:
    """Return a failure that says how many articles came before.

    A failure that names its place stays as it is.
    """
    if failure.has_name or not articles:
        return failure
    what = Message("after {n} articles: {what}", {"n": str(articles), "what": failure.what})
    return replace(failure, what=what)


def _sign(batches: Iterable[list[Document]]) -> Iterator[SignedDocuments]:
    """Yield documents with the signatures of their texts."""
    from app.service.similarity.signatures import sign_texts  # noqa: PLC0415  # numpy, which no other reading needs

    for batch in batches:
        yield SignedDocuments(batch, sign_texts(document.text for document in batch))


def _make_batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield documents in batches, those before an error too."""
    waiting = iter(documents)
    while True:
        batch: list[Document] = []
        try:
            with gc_paused():
                is_more = _fill_batch(batch, waiting)
        except BaseException:
            if batch:
                yield batch
            raise
        if batch:
            yield batch
        if not is_more:
            return


def _fill_batch(batch: list[Document], waiting: Iterator[Document]) -> bool:
    """Fill a batch; return whether there may be more."""
    weight = 0
    for document in waiting:
        batch.append(document)
        weight += _ARTICLE_WEIGHT + len(document.annotations) + len(document.text) // _CHARACTERS
        if weight >= _BATCH_WEIGHT:
            return True
    return False
