"""Documents as rows of a project: local ids become the project's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.core.change import Change
from app.core.model import Annotation, Article, Body, Document
from app.service.jobs.tagging.tagging_changes import update_annotations, update_hints
from app.service.jobs.tagging.text_tagger import Tags


def place_document(document: Document, tags: Tags | None, next_id: Callable[[], int]) -> list[Change]:
    """Return the changes that bring a document into a project.

    With what the tagger proposes for it.
    """
    article = document.article.placed(next_id(), len(document.text), tags.language if tags is not None else "")
    ids = {annotation.id: next_id() for annotation in document.annotations}
    rows = [annotation.placed(ids[annotation.id], article.id) for annotation in document.annotations]
    notes_and_hints = list(_place_parts(document, article, ids, next_id))
    hints: list[Change] = []
    if tags is not None:
        noted = {ids[note.annotation_id] for note in document.notes if note.annotation_id is not None}
        rows = _apply_changes(rows, update_annotations(article, rows, tags, next_id, noted))
        hints = [] if document.hints else update_hints(article, (), tags, next_id)
    text = [Change(None, article), Change(None, Body(article.id, document.text))]
    return [*text, *(Change(None, row) for row in rows), *notes_and_hints, *hints]


def _apply_changes(rows: list[Annotation], changes: Iterable[Change]) -> list[Annotation]:
    """Return new rows after changes.

    They are in no project yet, so nothing there can be changed.
    """
    left = {row.id: row for row in rows}
    for change in changes:
        if change.before is not None:
            left.pop(change.before.id)
        if isinstance(change.after, Annotation):
            left[change.after.id] = change.after
    return list(left.values())


def _place_parts(
    document: Document, article: Article, ids: dict[int, int], next_id: Callable[[], int]
) -> Iterator[Change]:
    for note in document.notes:
        owner = None if note.annotation_id is None else ids[note.annotation_id]
        place = None if note.article_id is None else article.id  # a file may bring the notes on a whole project
        yield Change(None, replace(note, id=next_id(), article_id=place, annotation_id=owner))
    for hint in document.hints:
        yield Change(None, replace(hint, id=next_id(), article_id=article.id))
