"""What documents have that a format may be unable to hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum, auto

from app.core.message import Message
from app.core.model import Annotation, Document, Kind, Progress, Status
from app.core.span import reading_order
from app.formats.export_options import ExportOptions

UNWRITABLE_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 has no way to write."""


class Feature(StrEnum):
    """A property of documents.

    A format lists those that survive writing and reading.
    """

    SPANS = auto()
    EXACT_TEXT = auto()
    CONTROL_CHARACTERS = auto()
    OVERLAPS = auto()
    SPLITS = auto()
    KINDS = auto()
    ROLES = auto()
    ATTRIBUTES = auto()
    NORMAL_FORMS = auto()
    DECISIONS = auto()
    ANNOTATION_NOTES = auto()
    ARTICLE_NOTES = auto()
    ARTICLE_FIELDS = auto()
    REJECTED = auto()
    CANDIDATES = auto()
    PROJECT_NOTES = auto()


ALL_OF_A_DOCUMENT = frozenset(Feature) - {Feature.REJECTED, Feature.CANDIDATES, Feature.PROJECT_NOTES}
"""All but what concerns the work on a project alone. Rejected annotations are written where the user wants it."""

LOSSES: dict[Feature, Message] = {
    Feature.SPANS: Message("annotations, except details of claims"),
    Feature.EXACT_TEXT: Message("exact blanks and line ends between words"),
    Feature.CONTROL_CHARACTERS: Message("control characters in texts, written as “\ufffd”"),
    Feature.OVERLAPS: Message("annotations inside or across others"),
    Feature.SPLITS: Message("gaps in annotations of several pieces"),
    Feature.KINDS: Message("which annotations are claims"),
    Feature.ROLES: Message("speakers and reporting cues of claims"),
    Feature.ATTRIBUTES: Message("attributes of annotations"),
    Feature.NORMAL_FORMS: Message("normal forms"),
    Feature.DECISIONS: Message("who made and decided an annotation, when and by which rule"),
    Feature.ANNOTATION_NOTES: Message("notes on annotations"),
    Feature.ARTICLE_NOTES: Message("notes on articles"),
    Feature.ARTICLE_FIELDS: Message("title, date, source and address of articles"),
    Feature.REJECTED: Message("rejected annotations, unless they are asked for"),
    Feature.CANDIDATES: Message("likely missed mentions"),
    Feature.PROJECT_NOTES: Message("notes on the project"),
}
LINE_ENDS = Message("line ends of Windows: each is written as one character, and the offsets fit that")


class LossCounter:
    """Count what of the documents that pass by a format cannot hold."""

    def __init__(self, held: frozenset[Feature], options: ExportOptions, project_notes: int) -> None:
        self._missing = [feature for feature in Feature if feature not in held]
        self._options = options
        self._counts: Counter[Feature] = Counter({Feature.PROJECT_NOTES: project_notes})

    def watch(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Yield the documents and count their losses."""
        for document in documents:
            for feature in self._missing:
                self._counts[feature] += self._count(feature, document)
            yield document

    def messages(self) -> Iterator[Message]:
        """Yield a message for each kind of loss that came up."""
        for feature in self._missing:
            if self._counts[feature]:
                fields: dict[str, str | Message] = {"what": LOSSES[feature], "count": str(self._counts[feature])}
                yield Message("Not in the file: {what} ({count}).", fields)

    def _count(self, feature: Feature, document: Document) -> int:
        taken = [one for one in document.annotations if self._options.includes_annotation(one)]
        if feature is Feature.REJECTED:
            return len(document.annotations) - len(taken)
        if feature in _OF_ANNOTATIONS:
            return sum(map(_OF_ANNOTATIONS[feature], taken))
        if feature is Feature.OVERLAPS:
            return len(taken) - len(keep_disjoint(taken))
        return _OF_DOCUMENTS[feature](document)


def keep_disjoint(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Return annotations that share no character.

    They come in the order of the text. Entities go before claims, then the earlier and longer ones before the others.
    """
    kept: list[Annotation] = []
    for kind in Kind:
        for one in sorted((one for one in annotations if one.kind is kind), key=lambda one: reading_order(one.span)):
            place = bisect_left(kept, one.span.start, key=lambda other: other.span.start)
            if not any(other.span.overlaps(one.span) for other in kept[max(0, place - 1) : place + 1]):
                kept.insert(place, one)
    return kept


def _has_decision(annotation: Annotation) -> bool:
    values = (annotation.rule, annotation.author, annotation.created, annotation.changed, annotation.confidence)
    return annotation.status is not Status.PROPOSED or any(value not in ("", None) for value in values)


def _has_fields(document: Document) -> int:
    article = document.article
    values = (article.title, article.date, article.source, article.url, article.key, article.language)
    return int(any(values) or article.progress is not Progress.OPEN)


_OF_ANNOTATIONS: dict[Feature, Callable[[Annotation], int]] = {
    Feature.SPANS: lambda one: one.kind is Kind.ENTITY,
    Feature.SPLITS: lambda one: len(one.pieces) > 1,
    Feature.KINDS: lambda one: one.kind is Kind.CLAIM,
    Feature.ROLES: lambda one: len(one.roles),
    Feature.ATTRIBUTES: lambda one: len(one.attributes),
    Feature.NORMAL_FORMS: lambda one: bool(one.normal),
    Feature.DECISIONS: _has_decision,
}
_OF_DOCUMENTS: dict[Feature, Callable[[Document], int]] = {
    Feature.EXACT_TEXT: lambda document: int(document.text != " ".join(document.text.split())),
    Feature.CONTROL_CHARACTERS: lambda document: len(UNWRITABLE_IN_XML.findall(document.text)),
    Feature.ANNOTATION_NOTES: lambda document: sum(note.annotation_id is not None for note in document.notes),
    Feature.ARTICLE_NOTES: lambda document: sum(
        note.annotation_id is None and note.article_id is not None for note in document.notes
    ),
    Feature.ARTICLE_FIELDS: _has_fields,
    Feature.CANDIDATES: lambda document: len(document.candidates),
    Feature.PROJECT_NOTES: lambda document: sum(note.article_id is None for note in document.notes),
}
