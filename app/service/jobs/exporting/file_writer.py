"""Write a file in a worker, which reads the project itself.

The parent sends the ids of articles batch by batch, so that it knows how far the worker is, and can end it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Document
from app.core.records import Sample
from app.core.rows.row import Row
from app.formats.export_context import ExportContext, HistoryPoint, LabelRate
from app.service.project.schemes import default_scheme
from app.service.samples.members import name_members
from app.service.samples.precision import measure_sample
from app.store.files.file_identity import FilePlace

if TYPE_CHECKING:
    from app.store import Project


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """The project, the target file, and what the writer needs besides."""

    project: FilePlace
    path: Path
    context: ExportContext


@dataclass(frozen=True, slots=True)
class Written:
    """The path of the file, its annotations, and what was lost.

    Annotations are counted.
    """

    path: Path
    annotations: int = 0
    lost: tuple[Message, ...] = ()


def write_file(request: WriteRequest, batches: Iterable[list[int]]) -> Iterator[Written]:
    """Write the articles of all batches of ids; yield their path.

    It runs in the worker. What is on disk when the first batch comes is written, whatever changes later.
    """
    from app.formats import registry  # noqa: PLC0415  # the formats are loaded where they are used
    from app.store import Project  # noqa: PLC0415  # so is the store

    lost: list[Message] = []
    annotations = 0

    def counted() -> Iterator[Document]:
        nonlocal annotations
        for document in project.documents(chain.from_iterable(batches)):
            annotations += len(document.annotations)
            yield document

    with closing(Project.open_beside(request.project)) as project, gc_paused():
        point = HistoryPoint(*project.history().present())
        context = replace(
            request.context,
            report=lost.append,
            point=point,
            read_project=lambda: _list_project_rows(project),
            read_rates=lambda: _measure_labels(project),
        )
        path = registry.write_file(counted(), request.path, context)
    yield Written(path, annotations, tuple(lost))


def _measure_labels(project: Project) -> Iterator[LabelRate]:
    """Yield what the newest random sample tells of each label."""
    sample = max(project.rows(Sample), key=lambda sample: sample.id, default=None)
    for rate in measure_sample(project, sample).rates if sample is not None else ():
        yield LabelRate(rate.kind, rate.label, rate.right, rate.judged, rate.low, rate.high, rate.is_enough)


def _list_project_rows(project: Project) -> Iterator[Row]:
    """Yield the scheme and the rows that belong to no article.

    The supplied scheme is left out."""
    scheme = project.scheme()
    if scheme != default_scheme():
        yield scheme
    for row in project.rows_above():
        yield name_members(project, row) if isinstance(row, Sample) else row
