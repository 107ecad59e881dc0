"""Turn marked texts, as readers find them, into documents."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from app.core.message import Message
from app.core.model import Annotation, Document, Kind, Note, Origin, Progress, Role, Status
from app.core.span import normal_pieces
from app.core.text.tokens import normalise
from app.formats.exchange.shared.marked_text import PART, Link, Mark, MarkedText, MarkKind
from app.formats.source.documents import make_document

WordT = TypeVar("WordT", bound=StrEnum)
_CLAIM_LINKS = ("speaker", "cue")
"""A mark with a link of such a name is a claim, whatever the file says."""


def make_marked_document(marked: MarkedText, key: str) -> Document:
    """Return the document of a marked text.

    `key` is the id of an article without one.

    What cannot be taken in is reported: spans outside the text, links that are no role of a claim, values of fields.
    """
    return _DocumentMaker(marked).make(key)


class _DocumentMaker:
    """Build one document and collect messages."""

    def __init__(self, marked: MarkedText) -> None:
        self._text = marked.text
        self._fields = marked.fields
        self._article_notes = marked.notes
        self._lost = list(marked.lost)
        self._notes: list[Note] = []
        self._marks = {mark.id: mark for mark in _join_parts(marked)}
        self._links: dict[str, list[Link]] = defaultdict(list)
        self._role_ids: set[str] = set()
        for link in marked.links:
            if link.name != PART:
                self._links[link.source].append(link)
            if link.target in self._marks and link.name == self._marks[link.target].label:
                self._role_ids.add(link.target)

    def make(self, key: str) -> Document:
        """Return the document, entities before claims."""
        self._drop_misplaced()
        kinds = {number: self._find_kind(mark) for number, mark in self._marks.items()}
        roles = {number: tuple(self._find_roles(number, kind)) for number, kind in kinds.items()}
        self._report_links(kinds)
        annotations: list[Annotation] = []
        for wanted in Kind:
            for number, kind in kinds.items():
                if kind is wanted and not self._is_role(self._marks[number]):
                    annotation = self._make_annotation(self._marks[number], kind, roles.get(number, ()))
                    annotations.append(replace(annotation, id=len(annotations) + 1))
                    self._add_notes(self._marks[number].notes, len(annotations))
        self._add_notes(self._article_notes, None)
        bare = self._make_article(key)
        return replace(bare, annotations=tuple(annotations), notes=tuple(self._notes), lost=tuple(self._lost))

    def _drop_misplaced(self) -> None:
        for number, mark in list(self._marks.items()):
            fault = self._find_fault(mark)
            if fault is not None:
                fields: dict[str, str | Message] = {"label": mark.label, "reason": fault}
                self._lost.append(Message("The annotation “{label}” is left out: {reason}.", fields))
                del self._marks[number]

    def _find_fault(self, mark: Mark) -> Message | None:
        if not mark.pieces or not all(0 <= start < stop <= len(self._text) for start, stop in mark.pieces):
            ends = {"start": str(mark.start), "end": str(mark.stop)} if mark.pieces else {"start": "–", "end": "–"}
            return Message("{start} to {end} is not in the text", ends)
        return None if normalise(mark.label) else Message("it has no label")

    def _find_kind(self, mark: Mark) -> Kind:
        is_claim = mark.values.get("kind") == MarkKind.CLAIM or any(
            link.name.lower() in _CLAIM_LINKS and not self._leads_to_role(link) for link in self._links[mark.id]
        )
        return Kind.CLAIM if is_claim else Kind.ENTITY

    def _find_roles(self, number: str, kind: Kind) -> Iterator[Role]:
        for link in self._links[number]:
            target = self._marks.get(link.target)
            if target is not None and (kind is Kind.CLAIM or self._leads_to_role(link)):
                lower = link.name.lower()
                name = lower if lower in _CLAIM_LINKS else normalise(link.name)
                yield Role(name, target.pieces[0], self._text_value(target, "normal"))

    def _leads_to_role(self, link: Link) -> bool:
        target = self._marks.get(link.target)
        return target is not None and target.label == link.name and self._is_role(target)

    def _is_role(self, mark: Mark) -> bool:
        """Say whether a mark is a role and nothing else.

        A person who speaks is an entity too.
        """
        return mark.values.get("kind") == MarkKind.ROLE or mark.id in self._role_ids

    def _report_links(self, kinds: dict[str, Kind]) -> None:
        left = Counter(
            link.name
            for source, links in self._links.items()
            for link in links
            if source not in kinds
            or link.target not in self._marks
            or not (kinds[source] is Kind.CLAIM or self._leads_to_role(link))
        )
        for name, count in left.items():
            fields = {"relation": name, "count": str(count)}
            self._lost.append(Message("Relations “{relation}” are left out: {count}.", fields))

    def _make_annotation(self, mark: Mark, kind: Kind, roles: tuple[Role, ...]) -> Annotation:
        return Annotation(
            id=0,
            article_id=0,
            kind=kind,
            label=normalise(mark.label),
            pieces=normal_pieces(mark.pieces),
            status=self._word(mark.values, "status", Status.PROPOSED),
            origin=self._word(mark.values, "origin", Origin.IMPORT),
            rule=self._text_value(mark, "rule"),
            confidence=self._share(mark.values.get("confidence", "")),
            normal=self._text_value(mark, "normal"),
            attributes=tuple(sorted((normalise(name), normalise(value)) for name, value in mark.attributes.items())),
            roles=roles,
            author=self._text_value(mark, "author"),
            created=self._time(mark.values, "created"),
            changed=self._time(mark.values, "changed"),
        )

    def _make_article(self, key: str) -> Document:
        fields = {name: normalise(value) for name, value in self._fields.items()}
        bare = make_document(
            self._text,
            title=fields.get("title"),
            date=self._day(fields.get("date", "")),
            source=fields.get("source", "") if "title" in fields or "source" in fields else None,
            url=fields.get("url", ""),
            key=fields.get("id", "" if "title" in fields else key),
        )
        progress = self._word(fields, "progress", Progress.OPEN)
        return replace(bare, article=replace(bare.article, progress=progress, language=fields.get("language", "")))

    def _add_notes(self, notes: Iterable[dict[str, str]], annotation_id: int | None) -> None:
        for values in notes:
            if normalise(values.get("text", "")):
                note = Note(
                    id=len(self._notes) + 1,
                    text=normalise(values["text"]),
                    article_id=0,
                    annotation_id=annotation_id,
                    author=normalise(values.get("author", "")),
                    created=self._time(values, "created"),
                    changed=self._time(values, "changed"),
                )
                self._notes.append(note)

    def _text_value(self, mark: Mark, name: str) -> str:
        return normalise(mark.values.get(name, ""))

    def _word(self, values: dict[str, str], name: str, default: WordT) -> WordT:
        value = values.get(name, "")
        if not value:
            return default
        try:
            return type(default)(value)
        except ValueError:
            self._report_value(name, value)
            return default

    def _share(self, value: str) -> float | None:
        try:
            share = float(value) if value else None
        except ValueError:
            share = math.nan
        if share is None or 0 <= share <= 1:
            return share
        self._report_value("confidence", value)
        return None

    def _time(self, values: dict[str, str], name: str) -> datetime | None:
        value = values.get(name, "")
        if not value:
            return None
        try:
            time = datetime.fromisoformat(value)
            return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        except (ValueError, OverflowError):
            self._report_value(name, value)
            return None

    def _day(self, value: str) -> date | None:
        if not value:
            return None
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            self._report_value("date", value)
            return None

    def _report_value(self, name: str, value: str) -> None:
        self._lost.append(
            Message("The value “{value}” of “{field}” is left out.", {"field": name, "value": value[:60]})
        )


def _join_parts(marked: MarkedText) -> Iterator[Mark]:
    """Yield the marks, those that a link joins as one."""
    marks = {mark.id: mark for mark in marked.marks}
    parts = {link.target: link.source for link in marked.links if link.name == PART}
    joined: dict[str, list[Mark]] = defaultdict(list)
    for part, whole in parts.items():
        if part in marks and whole in marks and part != whole and whole not in parts:
            joined[whole].append(marks[part])
    taken = {part.id for others in joined.values() for part in others}
    for mark in marked.marks:
        if mark.id in taken:
            continue
        pieces = [*mark.pieces, *(piece for part in joined[mark.id] for piece in part.pieces)]
        yield replace(mark, pieces=normal_pieces(pieces))
