"""Importing: files become articles, tagged on the way in. One undo takes a whole import back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Document
from app.formats.table_choices import NO_CHOICES, TableChoices
from app.service.jobs.import_report import ImportReport, KnownArticle
from app.service.jobs.near_check import NearCheck
from app.service.jobs.placing import placed
from app.service.jobs.pool import Ended, Limits, Pace, Pool
from app.service.jobs.reading import MANY_ARTICLES_ENDS, READING_LIMITS, Expected, ReadFile
from app.service.jobs.tagging import TAGGING_LIMITS, TagItem, Tags, TagText
from app.service.jobs.task import Task
from app.service.wording import shortened, told_of
from app.store.files.backups import Reason

if TYPE_CHECKING:
    from app.service.session.session import Session
    from app.store import Project

_MOST_CHANGES = 256
"""A step takes in the articles that are ready, until it has so many changes."""
_MOST_WAITING = 512
"""So many articles may wait for one before them that is still being tagged."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A file: its name for messages, and what its articles without an id are called by, None where none has one."""

    name: str
    stem: str | None

    @classmethod
    def of(cls, path: Path) -> _Source:
        return cls(path.name, path.stem if path.suffix.lower() in MANY_ARTICLES_ENDS else None)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import: the format (told by the file where none is named), whether to tag, in how many processes.

    `tables` says what the user knows of the columns of tables. `skips_near` leaves out articles that are nearly the
    same as others; else they are taken in and reported.
    `mends` says whether texts of web pages are mended.
    """

    format_name: str | None = None
    pretag: bool = True
    workers: int = 1
    reading: Limits = READING_LIMITS
    tagging: Limits = TAGGING_LIMITS
    tables: TableChoices = NO_CHOICES
    skips_near: bool = False
    mends: bool = True


class Import(Task):
    """Reads files in one process, tags what they hold in others, and writes the articles that are ready in a step.

    An article that is in the project already is skipped, so that a run that was broken off can be run again. A file
    that cannot be read is named in the report, and the others go on.
    """

    reason = Reason.IMPORT
    report: ImportReport

    def __init__(
        self,
        project: Project,
        paths: Iterable[Path],
        options: ImportOptions = ImportOptions(),  # a frozen value
        session: Session | None = None,
    ) -> None:
        self._readers = Pool(ReadFile(options.format_name, options.tables, mends=options.mends), limits=options.reading)
        self._taggers = Pool(TagText(project.scheme()), options.workers, options.tagging) if options.pretag else None
        super().__init__(project, session, *(pool for pool in (self._readers, self._taggers) if pool is not None))
        self._paths = list(paths)
        articles = project.articles()
        self._known: dict[str, int | None] = {article.digest: article.id for article in articles if article.digest}
        self.report = ImportReport(ids=self._known)
        self._near = NearCheck(project, articles, self.report, skips_near=options.skips_near)
        self._fresh: set[str] = set()
        self._owners: dict[str, int | None] = {article.key: None for article in articles if article.key}
        self._group = f"import {project.next_id()}"
        self._files: dict[int, _Source] = {}
        self._documents: dict[int, Document] = {}
        self._tags: dict[int, Tags | None] = {}
        self._taken = 0
        self._written = 0
        self._expected = 0
        self._passed = 0

    def unfinished(self) -> Message:
        return Message("Importing into “{name}” is not finished: {done} of {n} articles.", self._how_far())

    def _work(self) -> Iterator[bool]:
        from app.formats import registry  # noqa: PLC0415  # formats are loaded when there is something to read

        pace = Pace()
        listing = registry.list_files(self._paths)
        self.report.failed += len(listing.left_out)
        self.report.skipped += listing.messages()
        for path in listing.files:
            self._files[self._readers.submit(path)] = _Source.of(path)
            self._expected += 1
        yield from self._near.prepare()
        while self._readers.outstanding or self._documents:
            is_busy = self._read()
            is_busy |= self._collect()
            is_busy |= self._write()
            self.progress = pace.progress(self._passed, max(self._expected, self._passed))
            yield is_busy
        self._near.close()

    def _read(self) -> bool:
        """Take in documents, unless the taggers or the disk are behind."""
        if not self._is_room:
            return False
        replies = self._readers.poll(most=1)
        for reply in replies:
            if isinstance(reply, Ended):
                if reply.fault is not None:
                    self.report.failed += 1
                    self._skip(reply.fault.about(self._files[reply.index].name))
            elif isinstance(reply.value, Expected):
                self._expected += reply.value.count - 1
            else:
                for document in reply.value:
                    self._take(document, reply.index)
        return bool(replies)

    @property
    def _is_room(self) -> bool:
        """Whether more can be read: neither the taggers nor the disk are behind."""
        is_tagged = self._taggers is None or (self._taggers.room > 0 and len(self._documents) < _MOST_WAITING)
        return is_tagged and not self._is_disk_behind

    def _connections(self) -> list[Connection]:
        tagging = self._taggers.connections if self._taggers is not None else []
        return [*tagging, *(self._readers.connections if self._is_room else ())]

    def _take(self, document: Document, file: int) -> None:
        """Hand a document to the taggers, unless it is here already."""
        article, name = document.article, self._files[file].name
        self.report.skipped += [told_of(name, what) for what in document.lost]
        if article.digest in self._known:
            self.report.known += 1
            self.report.known_articles.append(KnownArticle(article.title or name, article.digest))
            is_again = article.digest in self._fresh
            self._skip(_come_again(document, name) if is_again else already_there(article.title or name))
            return
        reason = self._near.find_reason(document, name)
        if reason is not None:
            self._skip(reason)
            return
        self._tell_owner(document, file)
        self._known[article.digest] = None
        self._fresh.add(article.digest)
        self._documents[self._taken] = document
        if self._taggers is None:
            self._tags[self._taken] = None
        else:
            self._taggers.submit(TagItem(document.text, article.date, article.title))
        self._taken += 1

    def _tell_owner(self, document: Document, file: int) -> None:
        """Say where an article of JSONL has the id of another one, in the project or in another file."""
        key, source = document.article.key, self._files[file]
        if source.stem is None or not key:
            return
        head, _, number = key.rpartition("-")
        is_ours = head == source.stem and number.isdigit()  # what the reader calls a line without an id
        if not is_ours and self._owners.setdefault(key, file) != file:
            self.report.skipped.append(_same_id(document, source.name))

    def _collect(self) -> bool:
        """Take in what the taggers say; a text that they could not do comes in without tags."""
        replies = self._taggers.poll() if self._taggers is not None else []
        for reply in replies:
            if not isinstance(reply, Ended):
                self._tags[reply.index] = reply.value
            elif reply.fault is not None:
                self._tags[reply.index] = None
                self.report.skipped.append(reply.fault.about(self._documents[reply.index].article.title))
        return bool(replies)

    def _write(self) -> bool:
        """Write the next articles, in the order of reading."""
        changes: list[Change] = []
        documents: list[Document] = []
        while self._written in self._tags and len(changes) < _MOST_CHANGES:
            document, tags = self._documents.pop(self._written), self._tags.pop(self._written)
            self._written += 1
            documents.append(document)
            changes += self._place(document, tags)
            if tags is not None:
                self.report.skipped += [told_of(document.article.title, what) for what in tags.skipped]
        if not documents:
            return False
        self._apply(Step(self._title(documents[0]), tuple(changes), self._group))
        self._passed += len(documents)
        self.report.articles += len(documents)
        self.report.annotations += [type(change.after) for change in changes].count(Annotation)
        return True

    def _place(self, document: Document, tags: Tags | None) -> list[Change]:
        """Return the changes that bring a document in, and note the id that its article has there."""
        changes = placed(document, tags, self.project.next_id)
        article_id = changes[0].row.id
        self._known[document.article.digest] = article_id
        self._near.place(article_id)
        self.report.taken.append(article_id)
        return changes

    def _title(self, document: Document) -> Message:
        if self._expected == 1:
            return Message("import “{title}”", {"title": shortened(document.article.title)})
        return Message("import {n} files", {"n": str(self._expected)})

    def _skip(self, reason: Message) -> None:
        self.report.skipped.append(reason)
        self._passed += 1


def already_there(title: str) -> Message:
    """Return what is said of an article that is in the project."""
    return Message("“{title}” is in the project already.", {"title": title})


def _come_again(document: Document, name: str) -> Message:
    """Return what is said of an article that came before in the same import."""
    fields = {"name": name, "title": document.article.title or name, "n": str(len(document.annotations))}
    if document.annotations:
        return Message("“{name}”: “{title}” came before; it is left out with its {n} annotations.", fields)
    return Message("“{name}”: “{title}” came before; it is left out.", fields)


def _same_id(document: Document, name: str) -> Message:
    fields = {"name": name, "id": document.article.key, "title": shortened(document.article.title)}
    return Message("“{name}”: “{title}” has the id “{id}” that another article has; both are kept.", fields)
