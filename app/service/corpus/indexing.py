"""Bring the index of a project up to date, in a worker."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.due_days import last_due_day
from app.core.gc_pause import gc_paused
from app.core.model import Annotation, Note
from app.core.records import ClaimPlace, ClaimRecord, Sample
from app.service.article.hidden_pretags import hidden_members, seen_annotations
from app.service.article.mentions import mention_key
from app.service.corpus.register.name_records import find_joined_names
from app.store.files.file_identity import FilePlace
from app.store.index.index_file import open_for_writing, remove_index, writing_alone
from app.store.index.index_writer import IndexWriter
from app.store.index.name_reader import NameReader
from app.store.project import Project

if TYPE_CHECKING:
    from app.nlp.backend.dictionary import Dictionary

_NICENESS = 10
_AT_ONCE, _CHARACTERS_AT_ONCE = 1_000, 1_000_000
"""So many articles, or so much text, are written together; each batch is a sign of life."""


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """Which project is to be indexed, and how.

    It also holds where its index lies, and whether it is made anew.
    """

    project: FilePlace
    index: Path
    is_rebuilt: bool = False


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How many of the articles that changed are in the index."""

    done: int
    total: int


def refresh_index(request: IndexRequest) -> Iterator[IndexProgress]:
    """Write recent changes of the project into the index.

    They are those since the last time. Yield how far it is.

    An index that followed another project is made anew.
    """
    with gc_paused(), writing_alone(request.index), Project.open_beside(request.project) as project:
        if request.is_rebuilt or not _is_of(project, request.index):
            remove_index(request.index)
        with closing(open_for_writing(request.index)) as connection:
            names = NameReader(connection)
            yield from _follow(project, IndexWriter(connection, _find_lemma, mention_key), names)


def refresh_quietly(request: IndexRequest) -> Iterator[IndexProgress]:
    """Refresh the index in a process that gives way to others.

    It does as `refresh_index`; the process is its own.
    """
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, 0, _NICENESS)
    yield from refresh_index(request)


def _is_of(project: Project, index: Path) -> bool:
    with closing(open_for_writing(index)) as connection:
        mark = IndexWriter(connection, _find_lemma, mention_key).read_mark()
    return project.has_followed(mark)


def _follow(project: Project, writer: IndexWriter, names: NameReader) -> Iterator[IndexProgress]:
    mark, touched = project.changes_since(writer.read_mark())
    lengths = dict(project.article_fields("length")) if touched else {}
    samples = project.rows(Sample)
    hidden = hidden_members(samples)
    turned = (hidden ^ writer.hidden_members) & writer.articles
    wanted = sorted(set(touched) | turned | (lengths.keys() if not writer.articles else set()))
    done = 0
    for batch in _split_batches(wanted, lengths):
        with writer.writing():
            _write_articles(project, writer, batch, hidden)
        done += len(batch)
        yield IndexProgress(done, len(wanted))
    with writer.writing():
        writer.write_register()
        writer.write_samples(samples)
        has_other_dues = writer.write_dues(_read_dues(project))
        has_other_names = writer.write_joined(find_joined_names(project, names))
        writer.write_mark(mark)
    if has_other_dues or has_other_names:
        yield IndexProgress(len(wanted) + 1, len(wanted) + 1)


def _split_batches(ids: Sequence[int], lengths: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield articles in batches that take a like time.

    `lengths` are those of their texts; an article that is gone has none.
    """
    batch, characters = list[int](), 0
    for number in ids:
        batch.append(number)
        characters += lengths.get(number, 0)
        if len(batch) >= _AT_ONCE or characters >= _CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _read_dues(project: Project) -> dict[int, str]:
    """Return when claims fall due, of those whose record says it."""
    dues = {record.id: last_due_day(record.due) for record in project.rows(ClaimRecord) if record.due}
    places = project.rows(ClaimPlace)
    return {place.annotation_id: due for place in places if (due := dues.get(place.record_id, ""))}


def _write_articles(project: Project, writer: IndexWriter, ids: Sequence[int], hidden: frozenset[int]) -> None:
    """Write articles without their hidden pre-tags."""
    found = set[int]()
    for document in project.documents(ids, (Annotation, Note)):
        found.add(document.article.id)
        seen = seen_annotations(document.annotations, document.article, hidden)
        writer.write_article(document.article, document.text, seen, document.notes)
    for number in set(ids) - found:
        writer.remove_article(number)


@cache
def _dictionary() -> Dictionary:
    from app.nlp.backend.dictionary import Dictionary  # noqa: PLC0415  # loads natasha, which the window never needs

    return Dictionary()


def _find_lemma(form: str) -> str:
    """Return the likeliest dictionary form of a word.

    A number or a foreign word as it stands.
    """
    if not form.isalpha() or form.isascii():
        return form
    readings = _dictionary()(form)
    return str(readings[0].normal_form) if readings else form
