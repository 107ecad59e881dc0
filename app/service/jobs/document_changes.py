"""Documents as rows of a project: local ids become the project's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.core.change import Change
from app.core.model import Article, Body, Document
from app.service.jobs.tagging.tagging_changes import update_annotations, update_hints
from app.service.jobs.tagging.text_tagger import Tags


def place_document(document: Document, tags: Tags | None, next_id: Callable[[], int]) -> list[Change]:
    """Return the changes that bring a document into a project, with what the tagger says about it."""
    article = document.article.placed(next_id(), len(document.text), tags.language if tags is not None else "")
    changes = [Change(None, article), Change(None, Body(article.id, document.text))]
    changes += _place_parts(document, article, next_id)
    if tags is not None:
        noted = {note.annotation_id for note in document.notes if note.annotation_id is not None}
        changes += update_annotations(article, document.annotations, tags, next_id, noted)
        changes += [] if document.hints else update_hints(article, (), tags, next_id)
    return changes


def _place_parts(document: Document, article: Article, next_id: Callable[[], int]) -> Iterator[Change]:
    ids = {annotation.id: next_id() for annotation in document.annotations}
    for annotation in document.annotations:
        yield Change(None, annotation.placed(ids[annotation.id], article.id))
    for note in document.notes:
        owner = None if note.annotation_id is None else ids[note.annotation_id]
        place = None if note.article_id is None else article.id  # a file may bring the notes on a whole project
        yield Change(None, replace(note, id=next_id(), article_id=place, annotation_id=owner))
    for hint in document.hints:
        yield Change(None, replace(hint, id=next_id(), article_id=article.id))
