"""Tag documents without a project, as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from app.core.model import Annotation, Document, reading_key
from app.service.jobs.tagging.tagging_changes import update_annotations
from app.service.jobs.tagging.text_tagger import TAGGING_LIMITS, TagItem, Tags, TagText
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Reply
from app.service.jobs.workers.worker_process import Function
from app.service.wording import message_about

_POLL_S = 0.1


class TaggingPool(Protocol):
    """What runs the tagging: processes here, or a cluster."""

    @property
    def room(self) -> int:
        """How many more requests are wanted."""

    def submit(self, function: Function, argument: Any) -> int:
        """Hand in a request; return its index."""

    def poll(self, wait_s: float = 0.0) -> list[Reply | Ended]:
        """Return the replies that have come."""

    def cancel(self) -> None:
        """Give up what is not done."""


def tag_documents(
    documents: Iterable[Document], tag_text: TagText | None = None, workers: int = 1, pool: TaggingPool | None = None
) -> Iterator[Document]:
    """Yield documents with proposals, in order; memory holds only a few.

    They are tagged by so many workers, or by a `pool` that is there. What a document brought with it stands beside the
    proposals. One that could not be tagged says so in `lost`.
    """
    stream = _TagStream(documents, tag_text or TagText(), pool or Pool(workers, TAGGING_LIMITS))
    try:
        yield from stream.run()
    finally:
        stream.pool.cancel()


class _TagStream:
    """Documents in the taggers, and those that wait for their turn.

    By index.
    """

    def __init__(self, documents: Iterable[Document], tag_text: TagText, pool: TaggingPool) -> None:
        self.pool = pool
        self._tag_text = tag_text
        self._waiting = iter(documents)
        self._in_work: dict[int, Document] = {}
        self._done: dict[int, Document] = {}

    def run(self) -> Iterator[Document]:
        """Yield the documents in their order."""
        next_index = 0
        while self._submit_documents() or self._in_work or self._done:
            for reply in self.pool.poll(_POLL_S):
                self._add_reply(reply)
            while next_index in self._done:
                yield self._done.pop(next_index)
                next_index += 1

    def _submit_documents(self) -> bool:
        """Hand in as many as keep the workers busy.

        Return whether there may be more.
        """
        for _ in range(self.pool.room - len(self._done)):
            document = next(self._waiting, None)
            if document is None:
                return False
            item = TagItem(document.text, document.article.date, document.article.title)
            self._in_work[self.pool.submit(self._tag_text, item)] = document
        return True

    def _add_reply(self, reply: Reply | Ended) -> None:
        if isinstance(reply, Reply):
            self._in_work[reply.index] = _add_tags(self._in_work[reply.index], reply.value)
            return
        document = self._in_work.pop(reply.index)
        lost = () if reply.failure is None else (reply.failure.message_about(document.article.title),)
        self._done[reply.index] = replace(document, lost=(*document.lost, *lost))


def _add_tags(document: Document, tags: Tags) -> Document:
    ids = iter(range(1 + max((row.id for row in document.annotations), default=0), 1 << 62))
    new = update_annotations(document.article, document.annotations, tags, lambda: next(ids))
    gone = {change.id for change in new if change.after is None}
    kept = [row for row in document.annotations if row.id not in gone]
    added = [change.after for change in new if isinstance(change.after, Annotation)]
    return replace(
        document,
        article=replace(document.article, language=document.article.language or tags.language),
        annotations=tuple(sorted([*kept, *added], key=reading_key)),
        candidates=document.candidates or tags.candidates,
        lost=(*document.lost, *(message_about(document.article.title, what) for what in tags.skipped)),
    )
