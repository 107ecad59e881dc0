"""Read the entities and claims of a JSONL row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.core.message import Message
from app.core.model import Annotation, Kind, Role
from app.core.span import Pieces, Span, normal_pieces
from app.core.vocabulary import ClaimLabel
from app.formats.jsonl.json_fields import ANNOTATION, ROLE
from app.formats.jsonl.lost_values import LostValues
from app.formats.jsonl.offset_units import PositionMap, has_words
from app.formats.jsonl.plain_annotation import read_plain_annotation
from app.formats.jsonl.row_fields import OBJECT, PLACE, TEXT, Row, RowFields, Where
from app.formats.jsonl.row_keys import FORM, ROLES, VALUE

_FLAT_ATTRIBUTES = {Kind.ENTITY: (VALUE, VALUE), Kind.CLAIM: (FORM, "type")}
"""The attribute that has a field of its own, and what that is called."""


class AnnotationReader:
    """Read annotations of one text.

    `position` turns the row's offsets into code points; None where they are code points.
    """

    def __init__(self, text: str, position: PositionMap | None, lost: LostValues) -> None:
        self._text = text
        self._position = position
        self._lost = lost

    def read_annotation(self, item: Any, kind: Kind, number: int, where: Where) -> Annotation | None:
        """Return an annotation with the id `number`, or report why not."""
        plain = read_plain_annotation(item, kind, number, self._text) if self._position is None else None
        return plain or self.read_fields(item, kind, number, where)

    def read_fields(self, item: Any, kind: Kind, number: int, where: Where) -> Annotation | None:
        """Do as `read_annotation` does, field by field, whatever the item holds."""
        if not isinstance(item, dict):
            self._report_left_out(where, Message("it is not a JSON object"))
            return None
        fields = RowFields(item, self._lost, where)
        pieces = self._read_pieces(fields)
        label = fields.read_text("kind" if kind is Kind.CLAIM else "label") or self._default_label(item, kind)
        fault = self._find_fault(item, pieces, label)
        if fault is not None:
            self._report_left_out(where, fault)
            return None
        shape = ANNOTATION[kind]
        fields.report_unknown(shape.names)
        return Annotation(
            id=number,
            article_id=0,
            kind=kind,
            label=label,
            pieces=pieces,
            attributes=_read_attributes(fields, *_FLAT_ATTRIBUTES[kind]),
            roles=self._read_roles(fields, kind, where),
            **shape.read(fields),
        )

    def read_span(self, start: Any, stop: Any) -> Span | None:
        """Return the span of two offsets, None where it is not valid.

        Valid ends are integers that cover some of the text.
        """
        if type(start) is not int or type(stop) is not int:  # True is an int, but no offset
            return None
        if self._position is not None and start >= 0:
            start, stop = self._position(start), self._position(stop)
        return Span(start, stop) if 0 <= start < stop <= len(self._text) else None

    def _default_label(self, item: Row, kind: Kind) -> str:
        return ClaimLabel.STATEMENT if kind is Kind.CLAIM and item.get("kind") is None else ""

    def _find_fault(self, item: Row, pieces: Pieces, label: str) -> Message | None:
        """Return why an item is no annotation of the text."""
        if not pieces:
            ends = {name: str(item.get(name)) for name in ("start", "end")}
            return Message("{start} to {end} is not in the text", ends)
        words = item.get("text")
        if isinstance(words, str) and len(pieces) == 1 and not has_words(self._text, words, *pieces[0]):
            return Message("“{words}” is not at that place", {"words": words})
        return None if label else Message("it has no label")

    def _report_left_out(self, where: Where, reason: Message) -> None:
        fields: dict[str, str | Message] = {"number": str(where[-1]), "list": str(where[0]), "reason": reason}
        self._lost.add(Message("“{name}”, line {line}: number {number} of “{list}” is left out: {reason}.", fields))

    def _read_pieces(self, fields: RowFields) -> Pieces:
        """Return the pieces of an annotation, none where one is not valid."""
        whole = self.read_span(fields.read_raw("start"), fields.read_raw("end"))
        listed = fields.read_list("pieces")
        if not listed:
            return () if whole is None else (whole,)
        spans = [self.read_span(*pair) if isinstance(pair, list) and len(pair) == 2 else None for pair in listed]
        if None in spans:
            fields.report_lost("pieces", PLACE)
            return ()
        pieces = normal_pieces(span for span in spans if span is not None)
        if pieces != tuple(spans):
            field = {"field": fields.path("pieces")}
            self._lost.add(Message("“{name}”, line {line}: “{field}” are put in order and joined.", field))
        has_ends = "start" in fields or "end" in fields
        if has_ends and whole != (pieces[0].start, pieces[-1].stop):
            fields.report_conflict("start, end", "pieces")
        return pieces

    def _read_roles(self, fields: RowFields, kind: Kind, where: Where) -> tuple[Role, ...]:
        """Return the roles: those listed, else a claim's flat ones."""
        flat = tuple(self._read_flat_roles(fields)) if kind is Kind.CLAIM else ()
        listed = fields.read_list("roles")
        if not listed:
            return flat
        roles = tuple(
            role
            for number, item in enumerate(listed, start=1)
            if (role := self._read_listed_role(item, fields, (*where, "roles", number))) is not None
        )
        for role in flat:
            if next((one for one in roles if one.name == role.name), None) != role:
                fields.report_conflict(f"{role.name}_start, {role.name}_end, {role.name}_normal", "roles")
        return roles

    def _read_listed_role(self, item: Any, fields: RowFields, where: Where) -> Role | None:
        if not isinstance(item, dict):
            fields.report_lost("roles", OBJECT)
            return None
        role = RowFields(item, self._lost, where)
        role.report_unknown(ROLE.names)
        span, name = self.read_span(item.get("start"), item.get("end")), role.read_text("name")
        if span is None:
            role.report_lost("start, end", PLACE)
        elif not name:
            role.report_lost("name", TEXT)
        return Role(name, span, **ROLE.read(role)) if span is not None and name else None

    def _read_flat_roles(self, fields: RowFields) -> Iterator[Role]:
        for name in ROLES:
            start, stop = fields.read_raw(f"{name}_start"), fields.read_raw(f"{name}_end")
            span = self.read_span(start, stop)
            if span is not None:
                yield Role(name, span, fields.read_text(f"{name}_normal"))
            elif start is not None or stop is not None:
                fields.report_lost(f"{name}_start, {name}_end", PLACE)
            elif f"{name}_normal" in fields:
                fields.report_lost(f"{name}_start, {name}_normal", PLACE)


def _read_attributes(fields: RowFields, name: str, key: str) -> tuple[tuple[str, str], ...]:
    """Return the attributes of an annotation, sorted by name.

    The attribute `name` stands under the field `key` of its own.
    """
    pairs = fields.read_pairs("attributes")
    own = fields.read_text(key)
    if own:
        if pairs.get(name, own) != own:
            fields.report_conflict(f"attributes: {name}", key)
        pairs[name] = own
    return tuple(sorted(pairs.items()))
