"""Turn documents into marked texts, for writers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count

from app.core.model import Annotation, Article, Document, Kind, Note, Progress
from app.formats.exchange.shared.marked_text import PART, Link, Mark, MarkedText, MarkKind
from app.formats.export_options import ExportOptions


def mark_text(document: Document, options: ExportOptions, *, splits: bool) -> MarkedText:
    """Return the marked text of a document.

    Without `splits`, each piece of an annotation is a mark of its own, which a link joins to the first.
    """
    taken = [annotation for annotation in document.annotations if options.includes_annotation(annotation)]
    marked = MarkedText(document.text, article_fields(document.article))
    marked.notes = [_note_values(note) for note in document.notes if _is_on_article(note)]
    numbers = count(1)
    for annotation in taken:
        notes = [note for note in document.notes if note.annotation_id == annotation.id]
        _add_annotation(marked, annotation, notes, numbers)
    if not splits:
        _separate_pieces(marked, numbers)
    return marked


def article_fields(article: Article) -> dict[str, str]:
    """Return the fields of an article that say something, as texts."""
    fields = {
        "id": article.key,
        "title": article.title,
        "date": article.date.isoformat() if article.date else "",
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "progress": "" if article.progress is Progress.OPEN else str(article.progress),
    }
    return {name: value for name, value in fields.items() if value or name == "title"}


def _add_annotation(marked: MarkedText, annotation: Annotation, notes: Iterable[Note], numbers: Iterator[int]) -> None:
    own = str(next(numbers))
    kind = MarkKind.CLAIM if annotation.kind is Kind.CLAIM else ""
    values = {"kind": kind, **_annotation_values(annotation)}
    mark = Mark(own, annotation.label, annotation.pieces, {name: value for name, value in values.items() if value})
    mark.attributes = dict(annotation.attributes)
    mark.notes = [_note_values(note) for note in notes]
    marked.marks.append(mark)
    for role in annotation.roles:
        part = str(next(numbers))
        normal = {"normal": role.normal} if role.normal else {}
        marked.marks.append(Mark(part, role.name, (role.span,), {"kind": MarkKind.ROLE, **normal}))
        marked.links.append(Link(role.name, own, part))


def _separate_pieces(marked: MarkedText, numbers: Iterator[int]) -> None:
    for mark in list(marked.marks):
        first, *others = mark.pieces
        mark.pieces = (first,)
        for piece in others:
            part = str(next(numbers))
            marked.marks.append(Mark(part, mark.label, (piece,), {"kind": MarkKind.PART}))
            marked.links.append(Link(PART, mark.id, part))


def _annotation_values(annotation: Annotation) -> dict[str, str]:
    return {
        "status": str(annotation.status),
        "origin": str(annotation.origin),
        "rule": annotation.rule,
        "confidence": "" if annotation.confidence is None else repr(annotation.confidence),
        "normal": annotation.normal,
        "author": annotation.author,
        "created": format_time(annotation.created),
        "changed": format_time(annotation.changed),
    }


def _note_values(note: Note) -> dict[str, str]:
    values = {
        "text": note.text,
        "author": note.author,
        "created": format_time(note.created),
        "changed": format_time(note.changed),
    }
    return {name: value for name, value in values.items() if value}


def _is_on_article(note: Note) -> bool:
    return note.article_id is not None and note.annotation_id is None


def format_time(time: datetime | None) -> str:
    """Return an aware time as ISO 8601 in UTC, "" for None."""
    return time.astimezone(UTC).isoformat() if time is not None else ""
