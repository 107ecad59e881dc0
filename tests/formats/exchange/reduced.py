"""What of a document a format must bring back.

The laws of a round trip, from the features that it holds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.core.model import Annotation, Article, Document, Kind, Note, Origin, Progress, Status
from app.core.span import Span
from app.formats.features import Feature
from app.formats.source.safe_xml import clean_xml_text

Reduced = dict[str, Any]


def reduce_document(document: Document, held: frozenset[Feature]) -> Reduced:
    """Return what a format with these features keeps.

    It has a form that can be compared.
    """
    text = document.text if Feature.CONTROL_CHARACTERS in held else clean_xml_text(document.text)
    annotations = [(reduce_annotation(one, held), notes_of(document, one.id, held)) for one in document.annotations]
    reduced: Reduced = {"text": text, "annotations": sorted(annotations, key=repr)}
    if Feature.ARTICLE_FIELDS in held:
        article = document.article
        reduced["article"] = cleaned(
            Article(0, *(article.title, article.date, article.source, article.url, article.key, article.progress)), held
        )
        reduced["language"] = cleaned(article.language, held)
    if Feature.ARTICLE_NOTES in held:
        reduced["notes"] = notes_of(document, None, held)
    return reduced


def reduce_annotation(annotation: Annotation, held: frozenset[Feature]) -> Annotation:
    kept = replace(annotation, id=0)
    if Feature.SPLITS not in held:
        kept = replace(kept, pieces=(kept.span,))
    if Feature.KINDS not in held:
        kept = replace(kept, kind=Kind.ENTITY)
    if Feature.ROLES not in held:
        kept = replace(kept, roles=())
    if Feature.ATTRIBUTES not in held:
        kept = replace(kept, attributes=())
    if Feature.NORMAL_FORMS not in held:
        kept = replace(kept, normal="")
    if Feature.DECISIONS not in held:
        bare = {"rule": "", "confidence": None, "author": "", "created": None, "changed": None}
        kept = replace(kept, status=Status.PROPOSED, origin=Origin.IMPORT, **bare)
    return cleaned(kept, held)


def notes_of(document: Document, annotation_id: int | None, held: frozenset[Feature]) -> list[Note]:
    if annotation_id is not None and Feature.ANNOTATION_NOTES not in held:
        return []
    notes = (
        cleaned(replace(note, id=0, annotation_id=None), held)
        for note in document.notes
        if note.annotation_id == annotation_id and note.article_id is not None
    )
    return sorted(notes, key=repr)


def cleaned(value: Any, held: frozenset[Feature]) -> Any:
    """Return a value with the characters that the format can write."""
    if Feature.CONTROL_CHARACTERS in held:
        return value
    if isinstance(value, (Kind, Status, Origin, Progress, Span)):
        return value
    if isinstance(value, str):
        return clean_xml_text(value)
    if isinstance(value, tuple):
        return tuple(cleaned(part, held) for part in value)
    if isinstance(value, (Annotation, Article, Note)) or hasattr(value, "__dataclass_fields__"):
        return replace(value, **{name: cleaned(getattr(value, name), held) for name in value.__dataclass_fields__})
    return value
