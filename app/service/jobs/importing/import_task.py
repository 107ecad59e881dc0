"""Import files as articles, tagged on the way in.

One undo takes a whole import back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Document
from app.core.records import Sample
from app.service.jobs.importing.document_changes import place_document
from app.service.jobs.importing.file_reader import (
    FileHead,
    FileList,
    FileRequest,
    ListRequest,
    ReadingOptions,
    SignedDocuments,
    list_files,
    name_place,
    read_file,
)
from app.service.jobs.importing.import_messages import came_before, known_already, members_missing, same_id
from app.service.jobs.importing.import_plan import ImportOptions, plan_import
from app.service.jobs.importing.import_report import ImportReport, KnownArticle
from app.service.jobs.importing.near_check import NearCheck
from app.service.jobs.importing.project_merge import ProjectMerge, keep_known_places, split_project_rows
from app.service.jobs.importing.source_file import SourceFile
from app.service.jobs.importing.tagging_queue import TaggingQueue
from app.service.jobs.progress import Pace
from app.service.jobs.tagging.text_tagger import Tags, TagText
from app.service.jobs.task import Task
from app.service.jobs.work_log import UnfinishedWork, WorkLog
from app.service.jobs.workers.idle_workers import IdleWorkers
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Reply
from app.service.samples.members import count_gone, find_members
from app.service.wording import message_about, shorten_text
from app.store.files.backups import Reason

if TYPE_CHECKING:
    from app.service.session.session import Session
    from app.store import Project

_MAX_CHANGES = 512
"""A step takes in the articles that are ready, until it has so many changes."""


class Import(Task):
    """Reads, tags and stores articles, each in its own process.

    Articles that are ready are written in a step. An article that is in the project already is skipped, so that a run
    that was broken off can be run again. A file that cannot be read is named in the report, and the others go on.
    """

    reason: Reason | None = Reason.IMPORT
    report: ImportReport

    def __init__(  # noqa: PLR0913, PLR0917  # what it works with
        self,
        project: Project,
        paths: Iterable[Path],
        options: ImportOptions = ImportOptions(),  # noqa: B008  # a frozen value
        session: Session | None = None,
        idle: IdleWorkers | None = None,
        resumed: UnfinishedWork | None = None,
    ) -> None:
        self._readers = Pool(limits=options.reading, idle=idle)
        self._taggers = Pool(options.workers, options.tagging, idle) if options.pretag else None
        self._tagging = TaggingQueue(self._taggers, TagText(project.scheme()))
        self._reading = ReadingOptions(options.format_name, options.tables, mends=options.mends, signs=True)
        super().__init__(project, session, *(pool for pool in (self._readers, self._taggers) if pool is not None))
        self._paths = list(paths)
        articles = project.articles()
        self._known: dict[str, int | None] = {article.digest: article.id for article in articles if article.digest}
        self.report = ImportReport(ids=self._known)
        self._near = NearCheck(project, articles, self.report, skips_near=options.skips_near)
        self._fresh: set[str] = set()
        self._owners: dict[str, int | None] = {article.key: None for article in articles if article.key}
        self._resumed, first = resumed, project.next_id()
        self._plan = resumed.plan if resumed is not None else plan_import(self._paths, options, first)
        self._group, self._begun = self._plan.group, first
        self.report.resumed = sum(article.id > self._plan.first for article in articles) if resumed is not None else 0
        self._merge = ProjectMerge(project)
        self._is_empty = not articles
        self._files: dict[int, SourceFile] = {}
        self._listing = -1
        self._expected = 0
        self._passed = 0

    def unfinished(self) -> Message:
        return Message("Importing into “{name}” is not finished: {done} of {n} articles.", self._how_far())

    def _open_log(self) -> WorkLog | None:
        return WorkLog(self.project.path, self._plan, self._resumed)

    def _work(self) -> Iterator[bool]:
        pace = Pace(self._clock)
        self._listing = self._readers.submit(list_files, ListRequest(tuple(self._paths), self._reading.format_name))
        yield from self._near.prepare()
        while self._readers.outstanding or self._tagging:
            is_busy = self._read()
            is_busy |= self._collect_tags()
            is_busy |= self._write()
            self.progress = pace.progress(self._passed, max(self._expected, self._passed))
            yield is_busy
        self._near.close()
        for file in self._files:
            self._take_samples(file)

    def _read(self) -> bool:
        """Take in documents, unless the taggers or the disk are behind."""
        if not self._is_room:
            return False
        replies = self._readers.poll(max_replies=1)
        for reply in replies:
            if isinstance(reply, Ended):
                self._end_file(reply)
            else:
                self._take_value(reply)
        return bool(replies)

    def _take_value(self, reply: Reply) -> None:
        """Take in what a reader yielded.

        Names of files, what a file is, or some of its documents.
        """
        match reply.value:
            case FileList() as listed:
                self._take_list(listed)
            case FileHead(articles, has_ids):
                self._expected += articles - 1
                self._files[reply.index].has_ids = has_ids
            case SignedDocuments(documents, texts):
                self._files[reply.index].articles += len(documents)
                self._near.open_batch(texts)
                for row, document in enumerate(documents):
                    self._take(self._take_project_rows(document, reply.index), row, reply.index)

    def _take_list(self, listed: FileList) -> None:
        """Have the files read that a listing names."""
        whole = self._resumed.whole if self._resumed is not None else frozenset()
        for path in listed.files:
            if str(path) in whole:
                self._passed += 1
                continue
            index = self._readers.submit(read_file, FileRequest(path, self._reading))
            self._files[index] = SourceFile(path)
        self._expected += len(listed.files)
        self.report.failed += listed.failed
        self.report.skipped += listed.left_out

    def _end_file(self, ended: Ended) -> None:
        """Report a file that could not be read completely."""
        if ended.failure is None:
            if ended.index != self._listing:
                self._files[ended.index].is_read = True
                self._note_file(ended.index)
            return
        self.report.failed += 1
        if ended.index == self._listing:
            self.report.skipped.append(ended.failure.message_about(", ".join(path.name for path in self._paths)))
        else:
            source = self._files[ended.index]
            self._skip_article(name_place(ended.failure, source.articles).message_about(source.name))

    @property
    def _is_room(self) -> bool:
        """Whether more can be read.

        Neither the taggers nor the disk are behind.
        """
        return self._tagging.is_room and not self._is_disk_behind

    def _connections(self) -> list[Connection]:
        return [*self._tagging.connections, *(self._readers.connections if self._is_room else ())]

    def _take(self, document: Document, row: int, file: int) -> None:
        """Hand a document to the taggers, unless it is here already."""
        article, name = document.article, self._files[file].name
        self._files[file].has_messages |= bool(document.lost)
        self.report.skipped += [message_about(name, what) for what in document.lost]
        if self._is_resumed(document):
            self._passed += 1
            return
        if article.digest in self._known:
            self.report.known += 1
            self._files[file].has_messages = True
            self.report.known_articles.append(KnownArticle(article.title or name, article.digest))
            is_again = article.digest in self._fresh
            self._skip_article(came_before(document, name) if is_again else known_already(article.title or name))
            return
        reason = self._near.find_reason(document, row, name)
        if reason is not None:
            self._files[file].has_messages = True
            self._skip_article(reason)
            return
        self._report_same_id(document, file)
        self._known[article.digest] = None
        self._fresh.add(article.digest)
        self._files[file].waiting += 1
        self._tagging.add(document, file)

    def _take_project_rows(self, document: Document, file: int) -> Document:
        """Take in what a document brings of its project.

        Return the document without that.

        A document that is in the project already brings it too: the articles behind it refer to these rows.
        """
        document, rows = split_project_rows(document)
        if rows:
            name = self._files[file].name
            self._files[file].samples += [row for row in rows if isinstance(row, Sample)]
            rows = tuple(row for row in rows if not isinstance(row, Sample))
            changes = self._merge.merge_rows(rows, file, is_empty=self._is_empty)
            self.report.skipped += [message_about(name, what) for what in self._merge.take_lost()]
            if changes:
                self._apply_step(Step(self._title(document), tuple(changes), self._group))
        return keep_known_places(document, self._merge.numbers_of(file)) if document.places else document

    def _take_samples(self, file: int) -> None:
        """Take in the samples of a file, whose articles are all here."""
        source = self._files[file]
        if not source.samples:
            return
        found = [find_members(self.project, sample, self._known.get) for sample in source.samples]
        changes = self._merge.merge_rows(found, file, is_empty=False)
        messages = [*self._merge.take_lost(), *(members_missing(gone) for one in found if (gone := count_gone(one)))]
        self.report.skipped += [message_about(source.name, what) for what in messages]
        if changes:
            title = Message("import {n} articles", {"n": str(self._expected)})
            self._apply_step(Step(title, tuple(changes), self._group))
        source.samples.clear()
        self._note_file(file)

    def _report_same_id(self, document: Document, file: int) -> None:
        """Report an article with the id of another one.

        In the project or in another file.
        """
        key, source = document.article.key, self._files[file]
        if not source.has_ids or not key:
            return
        head, _, number = key.rpartition("-")
        is_ours = head == source.stem and number.isdigit()  # what the reader calls a line without an id
        if not is_ours and self._owners.setdefault(key, file) != file:
            self.report.skipped.append(same_id(document, source.name))

    def _collect_tags(self) -> bool:
        """Take in what the taggers say; say whether they said anything."""
        is_busy, failures = self._tagging.collect()
        self.report.skipped += failures
        return is_busy

    def _write(self) -> bool:
        """Write the next articles, in the order of reading."""
        changes: list[Change] = []
        documents: list[Document] = []
        files: set[int] = set()
        for tagged in self._tagging.ready():
            files.add(tagged.file)
            documents.append(tagged.document)
            self._files[tagged.file].waiting -= 1
            changes += self._place(tagged.document, tagged.tags, tagged.file)
            if tagged.tags is not None:
                title = tagged.document.article.title
                self.report.skipped += [message_about(title, what) for what in tagged.tags.skipped]
            if len(changes) >= _MAX_CHANGES:
                break
        if not documents:
            return False
        self._apply_step(Step(self._title(documents[0]), tuple(changes), self._group))
        for file in files:
            self._note_file(file)
        self._passed += len(documents)
        self.report.articles += len(documents)
        self.report.annotations += [type(change.after) for change in changes].count(Annotation)
        return True

    def _place(self, document: Document, tags: Tags | None, file: int) -> list[Change]:
        """Return the changes that bring a document in; note its id."""
        changes = place_document(document, tags, self.project.next_id, self._merge.numbers_of(file))
        article_id = changes[0].row.id
        self._known[document.article.digest] = article_id
        self.report.taken.append(article_id)
        return [*changes, *self._near.place(article_id)]

    def _title(self, document: Document) -> Message:
        if self._expected == 1:
            return Message("import “{title}”", {"title": shorten_text(document.article.title)})
        return Message("import {n} articles", {"n": str(self._expected)})

    def _is_resumed(self, document: Document) -> bool:
        """Say whether an earlier run of this import brought a document.

        It did so once: the same one again is a repeat.
        """
        digest = document.article.digest
        known = self._known.get(digest)
        if self._resumed is None or known is None or digest in self._fresh:
            return False
        self._fresh.add(digest)
        return self._plan.first < known < self._begun

    def _note_file(self, file: int) -> None:
        """Note a file that need not be read again after a crash."""
        if self._files[file].is_whole:
            self._whole.append(str(self._files[file].path))

    def _skip_article(self, reason: Message) -> None:
        self.report.skipped.append(reason)
        self._passed += 1


def resume_import(
    project: Project, work: UnfinishedWork, session: Session | None = None, idle: IdleWorkers | None = None
) -> Import:
    """Return the import that goes on where one stopped."""
    plan = work.plan
    options = ImportOptions(
        plan.format_name,
        plan.pretag,
        plan.workers,
        tables=plan.tables,
        skips_near=plan.skips_near,
        mends=plan.mends,
    )
    return Import(project, plan.paths, options, session, idle, work)
