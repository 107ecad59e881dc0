"""Export the documents of a project into a file by a worker."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import Message, UserError
from app.core.records import Judgement, RegisterRecord
from app.formats.atomic_file import remove_drafts
from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.service.article.joined_names import join_names
from app.service.history.exported_steps import read_steps
from app.service.jobs.exporting.file_writer import WriteRequest, write_file
from app.service.jobs.progress import Pace
from app.service.jobs.task import Task
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Failure, InputWanted, Limits, WorkerBugError
from app.service.jobs.workers.worker_process import END_OF_INPUTS
from app.store.files.opening import refuse_project

if TYPE_CHECKING:
    from app.store import Project

_BATCH_ARTICLES = 20
"""The worker asks for so many articles at a time, and can be ended between them."""
EXPORT_LIMITS = Limits(silence_s=120)
_PLAIN_EXPORT = ExportOptions()


class Export(Task):
    """Writes a project, as saved at the start, into a file.

    A failure or a cancel leaves the old file. Raise UserError where a project is at the path of that file.
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
        self._path, self._options = path, options
        self._writer = Pool(limits=limits, clean_up=partial(remove_drafts, path))
        super().__init__(project, None, self._writer)

    def unfinished(self) -> Message:
        return Message("Exporting “{name}” is not finished: {done} of {n} articles.", self._how_far())

    def _work(self) -> Iterator[bool]:
        yield from self._wait_until_saved()
        ids = _choose_ids(self.project, self._options)
        batches = _make_batches(ids)
        index = self._submit()
        pace = Pace()
        while self._writer.outstanding:
            replies = self._writer.poll()
            for reply in replies:
                if isinstance(reply, Ended):
                    self._refuse_failure(reply.failure)
                elif isinstance(reply.value, InputWanted):
                    self._writer.send_input(index, self._count(next(batches, END_OF_INPUTS)))
                else:
                    self.written = reply.value.path
                    self.report.annotations = reply.value.annotations
                    self.report.skipped += reply.value.lost
            self.progress = pace.progress(self.report.articles, len(ids))
            yield bool(replies)

    def _submit(self) -> int:
        project, options = self.project, self._options
        steps = tuple(read_steps(project, options.language)) if "changes" in options.sheets else ()
        context = ExportContext(
            project.scheme(),
            project.path.stem,
            tuple(project.notes(None)),
            options,
            steps=steps,
            joined=join_names(project.rows(Judgement), project.rows(RegisterRecord)),
        )
        return self._writer.submit(write_file, WriteRequest(project.place, self._path, context), draws_inputs=True)

    def _count(self, batch: list[int] | None) -> list[int] | None:
        self.report.articles += len(batch or ())
        return batch

    def _refuse_failure(self, failure: Failure | None) -> None:
        """Raise what went wrong in the worker."""
        if failure is None:
            return
        if failure.trace:
            raise WorkerBugError(failure.trace)
        if failure.has_name:
            raise failure.to_user_error(self._path.name)
        raise UserError(
            "“{name}” was not written: {what}",
            hint="The earlier file is unchanged. Try again.",
            name=self._path.name,
            what=failure.what,
        )


def _choose_ids(project: Project, options: ExportOptions) -> list[int]:
    """Return the ids of the articles to be written, in their order."""
    articles = {article.id: article for article in project.articles()}
    ids = articles if options.article_ids is None else [one for one in options.article_ids if one in articles]
    return [one for one in ids if options.includes_article(articles[one])]


def _make_batches(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + _BATCH_ARTICLES] for start in range(0, len(ids), _BATCH_ARTICLES))
