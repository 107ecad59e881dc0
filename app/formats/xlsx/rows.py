"""Documents as rows of the workbook's sheets: plain values, one a column, nothing about Excel."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.core.model import Annotation, Article, Document, Kind, Note, Status
from app.core.scheme import Scheme
from app.core.span import Span
from app.core.text import sentences
from app.formats.xlsx.cells import Value
from app.formats.xlsx.columns import claim_attributes, entity_attributes
from app.formats.xlsx.value_figures import figures_of

Row = tuple[Value, ...]
_LONGEST_CONTEXT = 400


class DocumentRows:
    """The rows of one document; `include_rejected` says whether rejected annotations have rows."""

    def __init__(self, document: Document, scheme: Scheme, *, include_rejected: bool) -> None:
        self._document = document
        self._article = _article_values(document.article)
        self._attributes = {Kind.ENTITY: entity_attributes(scheme), Kind.CLAIM: claim_attributes(scheme)}
        self._shown = [
            annotation
            for annotation in document.annotations
            if include_rejected or annotation.status is not Status.REJECTED
        ]
        self._contexts = Contexts(document.text) if self._shown else None
        self._notes = _notes_by_annotation(document.notes)

    def article(self) -> Row:
        """Return the article's row, with the counts of what has a row of its own."""
        article = self._document.article
        return (
            *self._article,
            article.key,
            str(article.progress),
            article.language,
            article.length,
            sum(annotation.kind is Kind.ENTITY for annotation in self._shown),
            sum(annotation.kind is Kind.CLAIM for annotation in self._shown),
            sum(annotation.status is Status.PROPOSED for annotation in self._shown),
            _joined(note.text for note in self._document.notes if _is_on_article(note)),
        )

    def annotations(self) -> Iterator[tuple[Annotation, Row]]:
        """Yield each annotation with its row, in the document's order."""
        for annotation in self._shown:
            make = self._entity if annotation.kind is Kind.ENTITY else self._claim
            yield annotation, (*self._article, annotation.start, annotation.stop, *make(annotation))

    def notes(self) -> Iterator[Row]:
        """Yield the row of each note, the article's own first; notes on the project are not the document's."""
        annotations = {annotation.id: annotation for annotation in self._document.annotations}
        for note in self._document.notes:
            annotation = annotations.get(note.annotation_id) if note.annotation_id else None
            if note.article_id is not None:
                yield note_row(note, self._document, annotation)

    def _entity(self, annotation: Annotation) -> Row:
        value, *others = self._attribute_values(annotation)
        words = annotation.words(self._document.text)
        return (
            words,
            annotation.label,
            annotation.normal or words,
            value,
            *figures_of(annotation),
            *others,
            *self._decision(annotation),
        )

    def _claim(self, annotation: Annotation) -> Row:
        text = self._document.text
        speaker, cue = annotation.role("speaker"), annotation.role("cue")
        return (
            annotation.words(text),
            annotation.label,
            annotation.attribute("form"),
            text[speaker.span.start : speaker.span.stop] if speaker else None,
            speaker.normal if speaker else None,
            text[cue.span.start : cue.span.stop] if cue else None,
            *self._attribute_values(annotation),
            *self._decision(annotation),
        )

    def _attribute_values(self, annotation: Annotation) -> Row:
        values = dict(annotation.attributes)
        return tuple(values.get(name) for name in self._attributes[annotation.kind])

    def _decision(self, annotation: Annotation) -> Row:
        assert self._contexts is not None, "there are annotations"
        return (
            str(annotation.status),
            str(annotation.origin),
            None if annotation.confidence is None else round(annotation.confidence, 4),
            self._contexts.around(annotation.span),
            _joined(self._notes.get(annotation.id, ())),
            annotation.author,
            annotation.changed or annotation.created,
            annotation.rule,
            annotation.id,
        )


class Contexts:
    """The sentences around spans of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences = list(sentences(text, 0, len(text)))
        self._starts = [sentence.start for sentence in self._sentences]

    def around(self, span: Span) -> str:
        """Return the sentences that `span` lies in; of a very long one, what is near."""
        first = self._sentences[max(0, bisect_right(self._starts, span.start) - 1)] if self._starts else span
        last = self._sentences[max(0, bisect_right(self._starts, span.stop - 1) - 1)] if self._starts else span
        start, stop = min(first.start, span.start), max(last.stop, span.stop)
        if stop - start <= _LONGEST_CONTEXT:
            return self._text[start:stop]
        near_start, near_stop = max(start, span.start - _LONGEST_CONTEXT // 2), min(stop, span.start + _LONGEST_CONTEXT)
        return f"{'… ' * (near_start > start)}{self._text[near_start:near_stop]}{' …' * (near_stop < stop)}"


def note_row(note: Note, document: Document | None = None, annotation: Annotation | None = None) -> Row:
    """Return the row of a note on an annotation, an article or, without `document`, the project."""
    place = "project" if document is None else "article" if annotation is None else str(annotation.kind)
    return (
        document.article.id if document else None,
        document.article.title if document else None,
        place,
        annotation.id if annotation else None,
        annotation.label if annotation else None,
        annotation.words(document.text) if annotation and document else None,
        note.text,
        note.author,
        note.created,
        note.changed,
        note.id,
    )


def _article_values(article: Article) -> Row:
    return (article.id, article.title, article.date, article.source, article.url)


def _notes_by_annotation(notes: Iterable[Note]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for note in notes:
        if note.annotation_id is not None:
            found[note.annotation_id].append(note.text)
    return found


def _is_on_article(note: Note) -> bool:
    return note.article_id is not None and note.annotation_id is None


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(texts)
