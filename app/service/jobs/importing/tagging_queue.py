"""The documents of an import on their way through the taggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection

from app.core.message import Message
from app.core.model import Document
from app.service.jobs.tagging.text_tagger import TagItem, Tags, TagText
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended

_MAX_WAITING = 512
"""So many articles may wait for one before them that is still being tagged."""


@dataclass(frozen=True, slots=True)
class TaggedDocument:
    """A document with its tags and the number of its file."""

    document: Document
    tags: Tags | None
    """None where nothing was tagged, or the text could not be."""
    file: int


class TaggingQueue:
    """Tags documents in other processes, in the order of reading.

    Without `taggers` documents pass as they are.
    """

    def __init__(self, taggers: Pool | None, tag_text: TagText) -> None:
        self._taggers, self._tag_text = taggers, tag_text
        self._documents: dict[int, Document] = {}
        self._tags: dict[int, Tags | None] = {}
        self._file_of: dict[int, int] = {}
        self._taken = 0
        self._passed = 0

    def __bool__(self) -> bool:
        """Say whether documents are on their way."""
        return bool(self._documents)

    @property
    def is_room(self) -> bool:
        """Whether the taggers keep up with what is read."""
        return self._taggers is None or (self._taggers.room > 0 and len(self._documents) < _MAX_WAITING)

    @property
    def connections(self) -> list[Connection]:
        """The connections on which the taggers answer."""
        return list(self._taggers.connections) if self._taggers is not None else []

    def add(self, document: Document, file: int) -> None:
        """Hand a document to the taggers."""
        self._documents[self._taken] = document
        self._file_of[self._taken] = file
        if self._taggers is None:
            self._tags[self._taken] = None
        else:
            article = document.article
            self._taggers.submit(self._tag_text, TagItem(document.text, article.date, article.title))
        self._taken += 1

    def collect(self) -> tuple[bool, list[Message]]:
        """Take in what the taggers say.

        Return whether they said anything, and what is to be reported. A text that they could not do comes without tags.
        """
        replies = self._taggers.poll() if self._taggers is not None else []
        failures = []
        for reply in replies:
            if not isinstance(reply, Ended):
                self._tags[reply.index] = reply.value
            elif reply.failure is not None:
                self._tags[reply.index] = None
                failures.append(reply.failure.message_about(self._documents[reply.index].article.title))
        return bool(replies), failures

    def ready(self) -> Iterator[TaggedDocument]:
        """Yield the next documents while these are tagged; each leaves the queue."""
        while self._passed in self._tags:
            number, self._passed = self._passed, self._passed + 1
            yield TaggedDocument(self._documents.pop(number), self._tags.pop(number), self._file_of.pop(number))
