"""Write documents as JSONL rows, without empty fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from app.core.model import Annotation, Article, Document, Kind, Note, Role
from app.core.records import ClaimPlace
from app.core.row_types import DECLARED, DOCUMENT_FIELDS
from app.core.rows.row import Row
from app.core.scheme import Scheme, scheme_tree
from app.formats.jsonl.json_fields import ABOVE, ANNOTATION, ARTICLE, CLAIM_PLACE, LISTS, NOTE, PLACED, ROLE, JsonFields
from app.formats.jsonl.row_keys import FORM, ROLES, SCHEME, VALUE

Writer = Callable[[Any], dict[str, Any]]


def _write_sides(shape: JsonFields) -> tuple[Writer, Writer]:
    """Return what writes the fields before and behind the attributes.

    These are the fields that are declared there.
    """
    declared = list(shape.types)
    border = declared.index("attributes")
    before, behind = ([name for name in part if name in shape.own] for part in (declared[:border], declared[border:]))
    return shape.writer(before), shape.writer(behind)


_write_article, _write_note, _write_role, _write_place = (
    shape.writer() for shape in (ARTICLE, NOTE, ROLE, CLAIM_PLACE)
)
_WRITE_ABOVE = {table: shape.writer() for table, shape in ABOVE.items()}
_WRITE_PLACED = {row_class: shape.writer() for row_class, shape in PLACED.items()}
_WRITE_SIDES = {kind: _write_sides(shape) for kind, shape in ANNOTATION.items()}


def make_row(document: Document, project: Iterable[Row] = ()) -> dict[str, Any]:
    """Return the row of one article.

    What the document brings of the project joins the rows of `project`.
    """
    above = [*project, *document.project, *(note for note in document.notes if note.article_id is None)]
    notes = [note for note in document.notes if note.article_id is not None and note.annotation_id is None]
    hanging = _Hanging(document)
    rows = {kind: [_annotation_row(item, hanging) for item in document.of_kind(kind)] for kind in Kind}
    return {
        **_article_row(document.article),
        "text": document.text,
        "entities": rows[Kind.ENTITY],
        "claims": rows[Kind.CLAIM],
        **_drop_empty(
            notes=[_write_note(note) for note in notes],
            **_placed_rows(document),
            project=_project_row(above),
        ),
    }


def _drop_empty(**fields: object) -> dict[str, Any]:
    """Return the fields that are not empty."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _article_row(article: Article) -> dict[str, Any]:
    own_key = {} if article.key else {"key": ""}
    return {"id": article.key or str(article.id), **own_key, **_write_article(article)}


class _Hanging:
    """What hangs on the annotations of a document, by their ids."""

    def __init__(self, document: Document) -> None:
        self.notes, self.places = defaultdict[int, list[Note]](list), defaultdict[int, list[ClaimPlace]](list)
        for note in document.notes:
            if note.annotation_id:
                self.notes[note.annotation_id].append(note)
        for place in document.places:
            self.places[place.annotation_id].append(place)


def _project_row(rows: Iterable[Row]) -> dict[str, Any]:
    """Return the rows of the project by table, and its scheme."""
    found: dict[str, Any] = {}
    for row in rows:
        if isinstance(row, Scheme):
            found[SCHEME] = scheme_tree(row)
        elif isinstance(row, Note):
            found.setdefault(LISTS[Note], []).append(_write_note(row))
        else:
            table = DECLARED[type(row)].table
            found.setdefault(table, []).append(_WRITE_ABOVE[table](row))
    return found


def _annotation_row(annotation: Annotation, hanging: _Hanging) -> dict[str, Any]:
    is_claim = annotation.kind is Kind.CLAIM
    write_before, write_behind = _WRITE_SIDES[annotation.kind]
    notes = [_write_note(note) for note in hanging.notes.get(annotation.id, ())]
    places = [_write_place(place) for place in hanging.places.get(annotation.id, ())]
    return {
        "start": annotation.start,
        "end": annotation.stop,
        **(_claim_fields(annotation) if is_claim else {"label": annotation.label}),
        **_drop_empty(pieces=[list(piece) for piece in annotation.pieces] if len(annotation.pieces) > 1 else None),
        **write_before(annotation),
        **_drop_empty(
            value="" if is_claim else annotation.attribute(VALUE),
            attributes=_other_attributes(annotation, FORM if is_claim else VALUE),
            roles=[_role_row(role) for role in annotation.roles] if _needs_role_list(annotation) else None,
        ),
        **write_behind(annotation),
        **_drop_empty(notes=notes, places=places),
    }


def _claim_fields(annotation: Annotation) -> dict[str, Any]:
    fields: dict[str, Any] = {"type": annotation.attribute(FORM) or None, "kind": annotation.label}
    for name in ROLES:
        role = annotation.role(name)
        fields[f"{name}_start"] = role.span.start if role else None
        fields[f"{name}_end"] = role.span.stop if role else None
        if role and role.normal:
            fields[f"{name}_normal"] = role.normal
    return fields


def _other_attributes(annotation: Annotation, flat: str) -> dict[str, str]:
    return {name: value for name, value in annotation.attributes if name != flat or not value}


def _needs_role_list(annotation: Annotation) -> bool:
    """Say whether the flat fields cannot hold the roles.

    They hold one role of each name, in a fixed order.
    """
    names = [role.name for role in annotation.roles]
    flat = [name for name in ROLES if name in names] if annotation.kind is Kind.CLAIM else []
    return names != flat


def _role_row(role: Role) -> dict[str, Any]:
    return {"name": role.name, "start": role.span.start, "end": role.span.stop, **_write_role(role)}


def _placed_rows(document: Document) -> dict[str, list[dict[str, Any]]]:
    return {
        LISTS[row_class]: [
            {"start": row.span.start, "end": row.span.stop, **write(row)}
            for row in getattr(document, DOCUMENT_FIELDS[row_class])
        ]
        for row_class, write in _WRITE_PLACED.items()
    }
