"""Answer a typed query beside the window, portion by portion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.core.message import UserError
from app.core.query.parsing import QueryError
from app.core.query.terms import Match, Query
from app.core.text.layouts import retyped
from app.service.concordance.hit_stream import HitStream
from app.service.concordance.hits import Hit, Portion
from app.service.corpus.corpus_search import CorpusSearch
from app.service.corpus.hit_orders import arrange_hits
from app.service.jobs.workers.idle_workers import IdleWorkers
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Failure, FailureKind, Limits
from app.store import Project
from app.store.files.file_identity import FilePlace
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader

_BEGINS_REGEX = re.compile(r"(?:^|\s)-?/")
MAX_HITS = 2_000
"""So many hits are read; how many articles have more is told by the index."""
_REGEX_LIMITS = Limits(silence_s=5, memory_bytes=1 << 30)
"""A regular expression has so long for one article."""


class SearchStream(Protocol):
    """A search that runs beside the window.

    It gives what it has found so far.
    """

    @property
    def is_ended(self) -> bool: ...
    def poll(self) -> list[Portion]: ...
    def cancel(self) -> None: ...


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is searched, in which project, by which index."""

    project: FilePlace
    index: Path
    typed: str


def start_search(project: Project, index: Path, typed: str, idle: IdleWorkers | None = None) -> SearchStream:
    """Start a search and return what it gives.

    A regular expression runs in a process of its own, since nothing else can end one that never comes to an end.
    """
    if _BEGINS_REGEX.search(typed):
        return WorkerStream(SearchRequest(project.place, index, typed), idle)
    return HitStream(project, find_portions(project, index, typed))


def find_portions(project: Project, index: Path, typed: str) -> Iterator[Portion]:
    """Yield what a typed query finds.

    The number of articles that fit comes first, how many each step leaves comes last.

    Where it finds nothing, search for what the same keys type on the other layout. Without an index nothing is found.
    Raise QueryError where it cannot be read.
    """
    connection = open_for_reading(index)
    if connection is None:
        return
    with closing(IndexReader(connection)) as reader:
        search = CorpusSearch(project, reader)
        first, other, error = _parse_either(search, typed)
        for query, said in ((first, ""), (other, retyped(typed))):
            if query is not None and (count := search.count_articles(query)):
                yield Portion(fitting=count, typed=said)
                yield from _first_hits(search, query, count)
                yield Portion(steps=search.count_steps(query, count))
                return
        if error is not None:
            raise error
        if first is not None:
            yield Portion(steps=search.count_steps(first, 0))


def search_in_worker(request: SearchRequest) -> Iterator[Portion]:
    """Do as `find_portions` in a worker process, on what is saved."""
    with Project.open_beside(request.project) as project:
        yield from find_portions(project, request.index, request.typed)


class WorkerStream:
    """A search in a process that can be stopped.

    It is stopped if one article takes too long.
    """

    def __init__(self, request: SearchRequest, idle: IdleWorkers | None = None) -> None:
        self._pool = Pool(limits=_REGEX_LIMITS, idle=idle)
        self._pool.submit(search_in_worker, request)

    @property
    def is_ended(self) -> bool:
        """Whether all that was found has been given out."""
        return not self._pool.outstanding

    def poll(self) -> list[Portion]:
        """Return what has been found since the last time.

        Raise UserError for what ended the search.
        """
        found: list[Portion] = []
        for reply in self._pool.poll() if self._pool.outstanding else ():
            if not isinstance(reply, Ended):
                found.append(reply.value)
            elif reply.failure is not None:
                self._pool.cancel()
                raise _error_of(reply.failure)
        if self.is_ended:
            self._pool.cancel()
        return found

    def cancel(self) -> None:
        """Stop at once: nobody asks for more."""
        self._pool.cancel()


def _first_hits(search: CorpusSearch, query: Query, fitting: int) -> Iterator[Portion]:
    """Yield hits until there are enough.

    Those that are sampled or sorted come together, once all are known.
    """
    found: list[Hit] = []
    for portion in _portions_in_order(search, query, fitting):
        if query.sorting is None and query.drawing is None:
            yield portion
        else:
            found += portion.hits
            yield Portion(articles=portion.articles)
    if found:
        yield Portion(tuple(arrange_hits(found, query, search.speaker_called)))


def _portions_in_order(search: CorpusSearch, query: Query, fitting: int) -> Iterator[Portion]:
    count = 0
    for portion in search.find_portions(query, fitting):
        yield portion
        count += len(portion.hits)
        if count >= MAX_HITS:
            return


def _parse_either(search: CorpusSearch, typed: str) -> tuple[Query | None, Query | None, QueryError | None]:
    """Return the query as typed, and on the other layout.

    Also return why the first one cannot be read.
    """
    first = other = error = None
    try:
        first = search.parse(typed)
    except QueryError as found:
        error = found
    if first is None or not _has_regex(first):
        try:
            other = search.parse(retyped(typed))
        except QueryError:
            other = None
    return first, other, error


def _has_regex(query: Query) -> bool:
    return any(word.match is Match.REGEX for term in query.words for words in term.choices for word in words)


def _error_of(failure: Failure) -> UserError:
    if failure.kind is FailureKind.SILENT:
        return QueryError(
            "The regular expression takes too long in one article.",
            hint="Nested repeats such as (а+)+ do that: write it more exactly.",
        )
    if failure.has_name:
        return failure.to_user_error("")
    return UserError("The search was stopped: {what}", hint="Search again.", what=failure.what)
