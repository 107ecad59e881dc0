"""The rows of each sheet, from which columns take values."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.core.model import Annotation, Article, Document, Kind, Note, Role, Status
from app.core.span import Span
from app.core.text.tokens import sentences
from app.formats.export_options import ExportOptions
from app.formats.xlsx.value_figures import Figures, read_figures

_MAX_CONTEXT_CHARS = 400


class ArticleRow(NamedTuple):
    """An article, the counts of its exported annotations, its own notes."""

    article: Article
    entities: int
    claims: int
    proposed: int
    notes: str


class EntityRow(NamedTuple):
    """An entity with its words, context, notes and figures."""

    article: Article
    annotation: Annotation
    attributes: dict[str, str]
    words: str
    context: str
    notes: str
    figures: Figures


class ClaimRow(NamedTuple):
    """A claim with its words, context, notes, speaker and cue."""

    article: Article
    annotation: Annotation
    attributes: dict[str, str]
    words: str
    context: str
    notes: str
    speaker: Role | None
    speaker_words: str | None
    cue_words: str | None


class NoteRow(NamedTuple):
    """A note on an annotation, an article or the project.

    `words` are those of the annotation.
    """

    note: Note
    article: Article | None = None
    annotation: Annotation | None = None
    words: str | None = None

    @property
    def place(self) -> str:
        """What the note is on."""
        if self.article is None:
            return "project"
        return "article" if self.annotation is None else str(self.annotation.kind)


class DocumentRows:
    """Make the rows of one document, of the annotations that the options take."""

    def __init__(self, document: Document, options: ExportOptions) -> None:
        self._document = document
        self._shown = [annotation for annotation in document.annotations if options.takes_annotation(annotation)]
        self._contexts = Contexts(document.text if self._shown else "")
        self._notes = _group_notes(document.notes)

    def article(self) -> ArticleRow:
        """Return the article's row, which counts the annotations that have rows."""
        return ArticleRow(
            self._document.article,
            sum(annotation.kind is Kind.ENTITY for annotation in self._shown),
            sum(annotation.kind is Kind.CLAIM for annotation in self._shown),
            sum(annotation.status is Status.PROPOSED for annotation in self._shown),
            "\n".join(note.text for note in self._document.notes if _is_on_article(note)),
        )

    def entities(self) -> Iterator[EntityRow]:
        """Yield the row of each entity, in the document's order."""
        article, text = self._document.article, self._document.text
        for entity in self._shown:
            if entity.kind is Kind.ENTITY:
                context = self._contexts.find_context(entity.span)
                notes = self._join_notes(entity)
                attributes = dict(entity.attributes)
                words = entity.words(text)
                yield EntityRow(article, entity, attributes, words, context, notes, read_figures(entity))

    def claims(self) -> Iterator[ClaimRow]:
        """Yield the row of each claim, in the document's order."""
        article, text = self._document.article, self._document.text
        for claim in self._shown:
            if claim.kind is Kind.CLAIM:
                speaker, cue = claim.speaker, claim.cue
                yield ClaimRow(
                    article,
                    claim,
                    dict(claim.attributes),
                    claim.words(text),
                    self._contexts.find_context(claim.span),
                    self._join_notes(claim),
                    speaker,
                    _role_words(speaker, text),
                    _role_words(cue, text),
                )

    def notes(self) -> Iterator[NoteRow]:
        """Yield the row of each note, but for notes on the project."""
        annotations = {annotation.id: annotation for annotation in self._document.annotations}
        for note in self._document.notes:
            annotation = annotations.get(note.annotation_id) if note.annotation_id else None
            if note.article_id is not None:
                words = annotation.words(self._document.text) if annotation else None
                yield NoteRow(note, self._document.article, annotation, words)

    def _join_notes(self, annotation: Annotation) -> str:
        return "\n".join(self._notes.get(annotation.id, ()))


class Contexts:
    """Find the sentences around spans of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences = list(sentences(text, 0, len(text)))
        self._starts = [sentence.start for sentence in self._sentences]

    def find_context(self, span: Span) -> str:
        """Return the sentences around `span`, shortened where they are long."""
        first = self._sentences[max(0, bisect_right(self._starts, span.start) - 1)] if self._starts else span
        last = self._sentences[max(0, bisect_right(self._starts, span.stop - 1) - 1)] if self._starts else span
        start, stop = min(first.start, span.start), max(last.stop, span.stop)
        if stop - start <= _MAX_CONTEXT_CHARS:
            return self._text[start:stop]
        near_start = max(start, span.start - _MAX_CONTEXT_CHARS // 2)
        near_stop = min(stop, span.start + _MAX_CONTEXT_CHARS)
        return f"{'… ' * (near_start > start)}{self._text[near_start:near_stop]}{' …' * (near_stop < stop)}"


def _role_words(role: Role | None, text: str) -> str | None:
    return role.words(text) if role else None


def _group_notes(notes: Iterable[Note]) -> dict[int, list[str]]:
    """Return the texts of notes by the id of their annotation."""
    found: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        if note.annotation_id is not None:
            found[note.annotation_id].append(note.text)
    return found


def _is_on_article(note: Note) -> bool:
    return note.article_id is not None and note.annotation_id is None
