"""`pometka pretag`: articles in, JSONL out, one by one.

A million need no more memory than a hundred.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.cli.console import Watch, escaped, escaped_name, out, show_error, show_messages, watched
from app.cli.english import count_words
from app.cli.imports.importing import exit_code, refuse_nothing
from app.cli.imports.unfinished_file import UnfinishedFile
from app.core.message import UserError
from app.core.model import Document
from app.core.scheme import Scheme
from app.formats import registry
from app.formats.jsonl import jsonl_file
from app.service.jobs.importing.file_reader import FileRequest, ReadingOptions, read_documents
from app.service.jobs.progress import Pace
from app.service.jobs.tagging.tag_stream import tag_documents
from app.service.jobs.tagging.text_tagger import TagText
from app.service.jobs.task import Report
from app.service.project.taught_names import with_names
from app.service.wording import message_about

if TYPE_CHECKING:
    from app.service.jobs.workers.cluster_pool import ClusterPool

STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True, slots=True)
class TaggingOptions:
    """How articles are tagged.

    `takes_country` takes “Верховный суд Испании” as one organisation. The `scheduler` is the address of a cluster; ""
    tags in so many processes here as `workers` says.
    """

    takes_country: bool
    workers: int
    scheduler: str = ""


def pretag_into(paths: Sequence[Path], target: Path, reading: ReadingOptions, tagging: TaggingOptions) -> int:
    """Tag the articles in the files of `paths` into a JSONL file.

    A run that was stopped or killed goes on where it stopped when the same command is given again.
    Return the exit code.
    """
    refuse_nothing(paths)
    report = Report()
    tag_text = TagText(with_names(Scheme(), {}, takes_country=tagging.takes_country))
    pool = _connect(tagging.scheduler) if tagging.scheduler else None
    found = _read_documents(paths, reading, report)
    unfinished = None
    if target != STANDARD_OUTPUT:
        unfinished = UnfinishedFile(target, (__version__, tuple(map(str, paths)), reading, tagging.takes_country))
        if unfinished.texts:
            out().print(f"Going on behind {count_words(len(unfinished.texts), 'article')} of an earlier run.")
        found = unfinished.skip_written(found)
    documents = _report_losses(tag_documents(found, tag_text, tagging.workers, pool), report)
    with watched("tagging") as watch:
        progress = _count_on_terminal(watch)
        written = unfinished.write(documents, progress) if unfinished is not None else _print_lines(documents, progress)
    if unfinished is not None:
        report.articles += len(unfinished.texts)
        counts = (count_words(report.articles, "article"), count_words(report.annotations, "annotation"))
        out().print(f"{escaped_name(written)}: {', '.join(counts)}")
    return exit_code(report)


def _connect(scheduler: str) -> ClusterPool:
    from app.service.jobs.workers.cluster_pool import ClusterPool  # noqa: PLC0415  # where a cluster is wanted

    return ClusterPool(scheduler)


def _read_documents(paths: Sequence[Path], reading: ReadingOptions, report: Report) -> Iterator[Document]:
    """Yield the bare documents of all files.

    One that cannot be read is named, and the others go on.
    """
    listing = registry.list_files(paths, reading.format_name)
    report.failed += len(listing.left_out)
    show_messages(listing.messages())
    requests = (FileRequest(path, reading) for path in listing.files)
    for path, found in read_documents(requests):
        if isinstance(found, UserError):
            report.failed += 1
            show_error(found)
        else:
            lost = tuple(message_about(path.name, what) for what in found.lost)
            yield Document(found.article, found.text, lost=lost)


def _report_losses(documents: Iterator[Document], report: Report) -> Iterator[Document]:
    """Pass documents on, count them, and report what was left out."""
    for document in documents:
        report.articles += 1
        report.annotations += len(document.annotations)
        show_messages(document.lost)
        yield document


def _print_lines(documents: Iterator[Document], progress: Callable[[int], None]) -> Path:
    for count, document in enumerate(documents, start=1):
        line = jsonl_file.encode_document(document)
        sys.stdout.buffer.write(escaped(line.decode()).encode() if sys.stdout.isatty() else line)
        sys.stdout.buffer.flush()
        progress(count)
    return STANDARD_OUTPUT


def _count_on_terminal(watch: Watch | None) -> Callable[[int], None]:
    """Return a counter of documents on the terminal, if there is one.

    The total is not known.
    """
    pace = Pace()

    def progress(count: int) -> None:
        if watch is not None:
            watch(pace.progress(count, 0))

    return progress
