"""Tagging articles of a project again, and texts without a project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Document, reading_key
from app.service.jobs.pool import Ended, Limits, Pace, Pool
from app.service.jobs.tagging import TAGGING_LIMITS, TagItem, Tags, TagText, rehinted, retagged
from app.service.jobs.task import Task
from app.service.wording import shortened, told_of
from app.store.files.backups import Reason

if TYPE_CHECKING:
    from app.service.session.session import Session
    from app.store import Project

_PATIENCE_S = 0.1


class Pretag(Task):
    """Tags articles in other processes and writes one step an article; one undo takes all of it back.

    Only what an earlier tagging proposed and nobody decided is replaced, as it is when the answer comes.
    """

    reason = Reason.TAGGING

    def __init__(
        self,
        project: Project,
        article_ids: Iterable[int],
        *,
        workers: int = 1,
        session: Session | None = None,
        limits: Limits = TAGGING_LIMITS,
    ) -> None:
        self._taggers = Pool(TagText(project.scheme()), workers, limits)
        super().__init__(project, session, self._taggers)
        self._ids = list(article_ids)
        self._group = f"tag {project.next_id()}"
        self._at_work: dict[int, int] = {}

    def unfinished(self) -> Message:
        return Message("Tagging “{name}” is not finished: {done} of {n} articles.", self._how_far())

    def _work(self) -> Iterator[bool]:
        pace, waiting, done = Pace(), iter(self._ids), 0
        while done < len(self._ids):
            self._submit(waiting)
            replies = self._taggers.poll() if not self._is_disk_behind else []
            for reply in replies:
                if not isinstance(reply, Ended):
                    self._write(self._at_work[reply.index], reply.value)
                    yield True
                    continue
                done += 1
                article_id = self._at_work.pop(reply.index)
                if reply.fault is not None:
                    self.report.skipped.append(reply.fault.about(self._title(article_id)))
            self.progress = pace.progress(done, len(self._ids))
            yield bool(replies)

    def _submit(self, waiting: Iterator[int]) -> None:
        """Hand texts to the workers, as many as keep them busy."""
        for _ in range(self._taggers.room):
            article_id = next(waiting, None)
            if article_id is None:
                return
            article = self.project.article(article_id)
            item = TagItem(self.project.text(article_id), article.date if article else None, self._title(article_id))
            self._at_work[self._taggers.submit(item)] = article_id

    def _write(self, article_id: int, tags: Tags) -> None:
        project, article = self.project, self.project.article(article_id)
        if article is None:
            return
        noted = (note.annotation_id for note in project.notes(article_id) if note.annotation_id is not None)
        changes = retagged(article, project.annotations(article_id), tags, project.next_id, noted)
        changes += rehinted(article, project.hints(article_id), tags, project.next_id)
        if tags.language and tags.language != article.language:
            changes.append(Change(article, replace(article, language=tags.language)))
        self.report.skipped += [told_of(article.title, what) for what in tags.skipped]
        self.report.articles += 1
        self.report.annotations += sum(isinstance(change.after, Annotation) for change in changes)
        if changes:
            title = Message("tag {n} articles", {"n": str(len(self._ids))})
            if len(self._ids) == 1:
                title = Message("tag “{title}”", {"title": shortened(article.title)})
            self._apply(Step(title, tuple(changes), self._group))

    def _title(self, article_id: int) -> str:
        article = self.project.article(article_id)
        return article.title if article is not None else ""


def tagged(documents: Iterable[Document], handler: TagText | None = None, workers: int = 1) -> Iterator[Document]:
    """Yield documents with what the tagger proposes, in their order, as they come; memory holds only a few.

    What a document brought with it stands beside the proposals. One that could not be tagged says so in `lost`.
    """
    stream = _Stream(documents, Pool(handler or TagText(), workers, TAGGING_LIMITS))
    try:
        yield from stream.tagged()
    finally:
        stream.pool.cancel()


class _Stream:
    """Documents on their way through the taggers: at work by index, and done until their turn comes."""

    def __init__(self, documents: Iterable[Document], pool: Pool) -> None:
        self.pool = pool
        self._waiting = iter(documents)
        self._at_work: dict[int, Document] = {}
        self._done: dict[int, Document] = {}

    def tagged(self) -> Iterator[Document]:
        given = 0
        while self._submit() or self._at_work or self._done:
            self._collect()
            while given in self._done:
                yield self._done.pop(given)
                given += 1

    def _submit(self) -> bool:
        """Hand in as many as keep the workers busy; return whether there may be more."""
        for _ in range(self.pool.room - len(self._done)):
            document = next(self._waiting, None)
            if document is None:
                return False
            item = TagItem(document.text, document.article.date, document.article.title)
            self._at_work[self.pool.submit(item)] = document
        return True

    def _collect(self) -> None:
        for reply in self.pool.poll(_PATIENCE_S):
            if not isinstance(reply, Ended):
                self._at_work[reply.index] = _with_tags(self._at_work[reply.index], reply.value)
                continue
            document = self._at_work.pop(reply.index)
            lost = () if reply.fault is None else (reply.fault.about(document.article.title),)
            self._done[reply.index] = replace(document, lost=(*document.lost, *lost))


def _with_tags(document: Document, tags: Tags) -> Document:
    ids = iter(range(1 + max((row.id for row in document.annotations), default=0), 1 << 62))
    new = retagged(document.article, document.annotations, tags, lambda: next(ids))
    gone = {change.id for change in new if change.after is None}
    kept = [row for row in document.annotations if row.id not in gone]
    added = [change.after for change in new if isinstance(change.after, Annotation)]
    return replace(
        document,
        article=replace(document.article, language=document.article.language or tags.language),
        annotations=tuple(sorted([*kept, *added], key=reading_key)),
        hints=document.hints or tags.hints,
        lost=(*document.lost, *(told_of(document.article.title, what) for what in tags.skipped)),
    )
