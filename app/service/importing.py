"""Importing: files become articles, tagged on the way in. One undo takes a whole import back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.change import Step
from app.core.message import Message
from app.core.model import Annotation, Document
from app.service.jobs import Ended, Pace, Pool
from app.service.placing import placed
from app.service.reading import Expected, ReadFile
from app.service.tagging import TagItem, Tags, TagText
from app.service.tasks import Apply, Task
from app.service.words import shortened

if TYPE_CHECKING:
    from app.store import Project

_MOST_PENDING = 256
"""So many steps may wait for the disk before the reading waits for them."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import: in what format (told by the file where none is named), whether to tag, in how many processes."""

    format_name: str | None = None
    pretag: bool = True
    workers: int = 1


class Import(Task):
    """Reads files in one process, tags what they hold in others, and writes one step an article.

    An article that is in the project already is skipped, so that a run that was broken off can be run again. A file
    that cannot be read is named in the report, and the others go on.
    """

    def __init__(
        self,
        project: Project,
        paths: Iterable[Path],
        options: ImportOptions = ImportOptions(),  # a frozen value
        apply: Apply | None = None,
    ) -> None:
        self._readers = Pool(ReadFile(options.format_name))
        self._taggers = Pool(TagText(project.scheme()), options.workers) if options.pretag else None
        super().__init__(*(pool for pool in (self._readers, self._taggers) if pool is not None))
        self._project = project
        self._paths = list(paths)
        self._apply = apply or project.apply
        self._known = set(project.digests())
        self._group = f"import {project.next_id()}"
        self._names: dict[int, str] = {}
        self._documents: dict[int, Document] = {}
        self._tags: dict[int, Tags | None] = {}
        self._taken = 0
        self._written = 0
        self._expected = 0
        self._passed = 0

    def _work(self) -> Iterator[bool]:
        from app.formats import catalogue  # noqa: PLC0415  # formats are loaded when there is something to read

        pace = Pace()
        for path in catalogue.files_in(self._paths):
            self._names[self._readers.submit(path)] = path.name
            self._expected += 1
        while self._readers.outstanding or self._documents:
            is_busy = self._read()
            is_busy |= self._collect()
            is_busy |= self._write()
            self.progress = pace.progress(self._passed, max(self._expected, self._passed))
            yield is_busy

    def _read(self) -> bool:
        """Take in documents, unless the taggers or the disk are behind."""
        if self._project.pending > _MOST_PENDING or (self._taggers is not None and not self._taggers.room):
            return False
        replies = self._readers.poll()
        for reply in replies:
            name = self._names[reply.index]
            if isinstance(reply, Ended):
                if reply.fault is not None:
                    self.report.failed += 1
                    self._skip(reply.fault.about(name))
            elif isinstance(reply.value, Expected):
                self._expected += reply.value.count - 1
            else:
                self._take(reply.value, name)
        return bool(replies)

    def _take(self, document: Document, source: str) -> None:
        """Hand a document to the taggers, unless it is here already."""
        self.report.skipped += document.lost
        article = document.article
        if article.digest in self._known:
            self.report.known += 1
            self._skip(already_there(article.title or source))
            return
        self._known.add(article.digest)
        self._documents[self._taken] = document
        if self._taggers is None:
            self._tags[self._taken] = None
        else:
            self._taggers.submit(TagItem(document.text, article.date, article.title))
        self._taken += 1

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
        """Write the next article, in the order of reading."""
        if self._written not in self._tags:
            return False
        document, tags = self._documents.pop(self._written), self._tags.pop(self._written)
        self._written += 1
        self._passed += 1
        changes = placed(document, tags, self._project.next_id)
        self._apply(Step(self._title(document), tuple(changes), self._group))
        self.report.articles += 1
        self.report.annotations += sum(isinstance(change.row, Annotation) for change in changes)
        self.report.skipped += tags.skipped if tags is not None else ()
        return True

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
