"""Tag articles of a project again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation
from app.service.jobs.progress import Pace
from app.service.jobs.tagging.tagging_changes import update_annotations, update_candidates
from app.service.jobs.tagging.text_tagger import TAGGING_LIMITS, TagItem, Tags, TagText
from app.service.jobs.task import Task
from app.service.jobs.work_log import UnfinishedWork, WorkKind, WorkLog, WorkPlan
from app.service.jobs.workers.idle_workers import IdleWorkers
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended
from app.service.wording import message_about, shorten_text
from app.store.files.backups import Reason

if TYPE_CHECKING:
    from app.service.session.session import Session
    from app.store import Project


class Pretag(Task):
    """Tags articles in other processes and writes one step an article.

    One undo takes all of it back. Only what an earlier tagging proposed and nobody decided is replaced, as it is when
    the answer comes.
    """

    reason = Reason.TAGGING

    def __init__(
        self,
        project: Project,
        article_ids: Iterable[int],
        *,
        session: Session | None = None,
        idle: IdleWorkers | None = None,
        resumed: UnfinishedWork | None = None,
    ) -> None:
        self._taggers = Pool(limits=TAGGING_LIMITS, idle=idle)
        self._tag_text = TagText(project.scheme())
        super().__init__(project, session, self._taggers)
        self._resumed, first, ids = resumed, project.next_id(), tuple(article_ids)
        self._plan = resumed.plan if resumed else WorkPlan(WorkKind.TAGGING, f"tag {first}", first, articles=ids)
        whole = resumed.whole if resumed is not None else frozenset()
        self._ids = [number for number in self._plan.articles if str(number) not in whole]
        self._group = self._plan.group
        self.report.resumed = len(self._plan.articles) - len(self._ids)
        self._at_work: dict[int, int] = {}

    def _article_ids(self) -> Iterable[int]:
        return self._ids

    def unfinished(self) -> Message:
        return Message("Tagging “{name}” is not finished: {done} of {n} articles.", self._how_far())

    def _open_log(self) -> WorkLog:
        return WorkLog(self.project.path, self._plan, self._resumed)

    def _work(self) -> Iterator[bool]:
        pace, waiting, done = Pace(self._clock), iter(self._ids), 0
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
                if reply.failure is None:
                    self._whole.append(str(article_id))
                else:
                    self.report.skipped.append(reply.failure.message_about(self._title(article_id)))
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
            self._at_work[self._taggers.submit(self._tag_text, item)] = article_id

    def _write(self, article_id: int, tags: Tags) -> None:
        project, article = self.project, self.project.article(article_id)
        if article is None:
            return
        noted = [note.annotation_id for note in project.notes(article_id) if note.annotation_id is not None]
        noted += [place.annotation_id for place in project.places(article_id)]
        changes = update_annotations(article, project.annotations(article_id), tags, project.next_id, noted)
        changes += update_candidates(article, project.candidates(article_id), tags, project.next_id)
        if tags.language and tags.language != article.language:
            changes.append(Change(article, replace(article, language=tags.language)))
        self.report.skipped += [message_about(article.title, what) for what in tags.skipped]
        self.report.articles += 1
        self.report.annotations += sum(isinstance(change.after, Annotation) for change in changes)
        if changes:
            title = Message("tag {n} articles", {"n": str(len(self._ids))})
            if len(self._ids) == 1:
                title = Message("tag “{title}”", {"title": shorten_text(article.title)})
            self._apply_step(Step(title, tuple(changes), self._group))

    def _title(self, article_id: int) -> str:
        article = self.project.article(article_id)
        return article.title if article is not None else ""
