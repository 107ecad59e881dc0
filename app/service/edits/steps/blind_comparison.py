"""Compare hidden pre-tags with what was annotated without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.core.change import Change
from app.core.model import Annotation, Note, Status
from app.core.records import ClaimPlace
from app.service.article.hidden_pretags import is_hidden_pretag
from app.service.edits.steps.step_builders import EditContext


def compare_hidden(
    context: EditContext, rows: Sequence[Annotation], notes: Iterable[Note], places: Iterable[ClaimPlace]
) -> Iterator[Change]:
    """Yield the changes that decide the hidden pre-tags of an article.

    One with the label and words of an annotation is accepted in its place: what was noted of that goes over to it. The
    others are rejected.
    """
    own = {_compared(row): row for row in rows if not is_hidden_pretag(row) and row.is_live and row.status.is_decided}
    in_place: dict[int, Annotation] = {}
    for row in filter(is_hidden_pretag, rows):
        equal = own.pop(_compared(row), None)
        if equal is None:
            yield Change(row, row.decided(row.label, Status.REJECTED, context.author, context.now))
        else:
            in_place[equal.id] = row
            yield Change(row, _merged(context, row, equal))
    for note in notes:
        if note.annotation_id in in_place:
            yield Change(note, replace(note, annotation_id=in_place[note.annotation_id].id))
    for place in places:
        if place.annotation_id in in_place:
            yield Change(place, replace(place, annotation_id=in_place[place.annotation_id].id))
    yield from (Change(row, None) for row in rows if row.id in in_place)


def _compared(row: Annotation) -> tuple[object, ...]:
    return row.kind, row.label, row.pieces


def _merged(context: EditContext, tag: Annotation, own: Annotation) -> Annotation:
    """Return a pre-tag accepted as the analyst tagged the words."""
    attributes = tuple(sorted({**dict(tag.attributes), **dict(own.attributes)}.items()))
    accepted = tag.decided(tag.label, Status.ACCEPTED, context.author, context.now)
    return replace(accepted, normal=own.normal or tag.normal, attributes=attributes, roles=own.roles or tag.roles)
