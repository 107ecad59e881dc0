"""Rows of JSONL as documents: ours and foreign ones. What does not fit is left out, and said with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from app.core.message import Message, UserError
from app.core.model import Annotation, Document, Hint, Kind, Note, Origin, Progress, Role, Status
from app.core.span import Pieces, Span, normal_pieces
from app.core.text import normalise
from app.formats.article_text import is_article, parse
from app.formats.dates import iso_date
from app.formats.jsonl_keys import FORM, ROLES, VALUE, time_of
from app.formats.jsonl_units import Position, position_of, stands_there
from app.formats.loading import document_of

WordT = TypeVar("WordT", bound=StrEnum)
Row = dict[str, Any]


class Place(NamedTuple):
    """A line of a file, for messages."""

    name: str
    line: int

    def fields(self, **more: object) -> dict[str, str]:
        """Return the fields of a message about the line."""
        return {name: str(value) for name, value in (*self._asdict().items(), *more.items())}


def document_of_row(row: Any, place: Place, key: str = "") -> Document:
    """Return the article of one row, its text as it stands and all ids local; `key` serves where the row has no id.

    Raise UserError where there is no text.
    """
    if not isinstance(row, dict):
        raise UserError(
            "“{name}”, line {line}: this is no JSON object.", hint="Put one article on each line.", **place.fields()
        )
    text = row.get("text")
    if not isinstance(text, str):
        raise UserError(
            "“{name}”, line {line}: there is no “text”, or it is no string.",
            hint="Give the article's text as “text”.",
            **place.fields(),
        )
    return _RowReader(row, text, place).document(key)


class _RowReader:
    """Read one row, and collect what is lost on the way."""

    def __init__(self, row: Row, text: str, place: Place) -> None:
        self._row = row
        self._text = text
        self._place = place
        self._lost: list[Message] = []
        self._notes: list[Note] = []
        self._position: Position | None = None

    def document(self, key: str) -> Document:
        """Return the document of the row."""
        self._choose_unit()
        entities = self._annotations("entities", Kind.ENTITY, 1)
        claims = self._annotations("claims", Kind.CLAIM, 1 + len(entities))
        self._add_notes(self._row, article_id=0)
        project = self._row.get("project")
        self._add_notes(project if isinstance(project, dict) else {}, article_id=None)
        bare = self._bare(key)
        return replace(
            bare,
            annotations=(*entities, *claims),
            notes=tuple(self._notes),
            hints=tuple(self._hints()),
            lost=tuple(self._lost),
        )

    def _bare(self, key: str) -> Document:
        """Return the document without annotations; what the row does not say, the text's own frame may."""
        row = self._row
        own_key = row.get("key", row.get("id"))
        title, source = (_string(row[name]) if name in row else None for name in ("title", "source"))
        url, day = _string(row.get("url")), self._date()
        if title is None and is_article(normalise(self._text)):
            framed = parse(normalise(self._text)).article
            title, url, day = framed.title, url or framed.url, day or framed.date
        document = document_of(
            self._text,
            title=title,
            date=day,
            source=source,
            url=url,
            key=key if own_key is None else _string(own_key),
        )
        progress = self._word(row, "progress", Progress.OPEN)
        return replace(
            document,
            article=replace(document.article, progress=progress, language=_string(row.get("language"))),
        )

    def _date(self) -> date | None:
        value = self._row.get("date")
        day = iso_date(value) if isinstance(value, str) else None
        if value and day is None:
            self._lost.append(
                Message("“{name}”, line {line}: “{value}” is no date and is left out.", self._place.fields(value=value))
            )
        return day

    def _choose_unit(self) -> None:
        """Count in UTF-16 units where the annotations' own words show that this was done, and say so."""
        lists = [self._row.get(name) for name in ("entities", "claims")]
        items = [item for listed in lists if isinstance(listed, list) for item in listed]
        self._position = position_of(self._text, items)
        if self._position is not None:
            words = "“{name}”, line {line}: offsets count UTF-16 units; they were converted."
            self._lost.append(Message(words, self._place.fields()))

    def _annotations(self, name: str, kind: Kind, first_id: int) -> list[Annotation]:
        """Return the annotations of the list `name`, with ids from `first_id` on."""
        found: list[Annotation] = []
        for number, item in enumerate(self._items(self._row, name), start=1):
            annotation = self._annotation(item, kind, first_id + len(found))
            if annotation is None:
                words = "“{name}”, line {line}: number {number} of “{list}” is left out: {reason}."
                fields = self._place.fields(number=number, list=name)
                self._lost.append(Message(words, {**fields, "reason": self._fault_of(item)}))
                continue
            found.append(annotation)
            self._add_notes(item, article_id=0, annotation_id=annotation.id)
        return found

    def _annotation(self, item: Any, kind: Kind, annotation_id: int) -> Annotation | None:
        if not isinstance(item, dict):
            return None
        is_claim = kind is Kind.CLAIM
        label = _string(item.get("kind", "statement") if is_claim else item.get("label"))
        pieces = self._pieces(item)
        if not pieces or not label or not self._is_where_it_says(item, pieces):
            return None
        return Annotation(
            id=annotation_id,
            article_id=0,
            kind=kind,
            label=label,
            pieces=pieces,
            status=self._word(item, "status", Status.PROPOSED),
            origin=self._word(item, "origin", Origin.IMPORT),
            rule=_string(item.get("rule")),
            confidence=_share(item.get("confidence")),
            normal=_string(item.get("normal")),
            attributes=_attributes(item, (FORM, "type") if is_claim else (VALUE, VALUE)),
            roles=tuple(self._roles(item, kind)),
            author=_string(item.get("author")),
            created=time_of(item.get("created")),
            changed=time_of(item.get("changed")),
        )

    def _fault_of(self, item: Any) -> Message:
        """Return why an item is no annotation of the text."""
        if not isinstance(item, dict):
            return Message("it is no JSON object")
        pieces = self._pieces(item)
        if not pieces:
            ends = {name: str(item.get(name)) for name in ("start", "end")}
            return Message("{start} to {end} is not in the text", ends)
        if not self._is_where_it_says(item, pieces):
            return Message("“{words}” does not stand there", {"words": _string(item["text"])})
        return Message("it has no label")

    def _is_where_it_says(self, item: Row, pieces: Pieces) -> bool:
        """Say whether the words that an annotation of one piece records, if any, are those that it covers."""
        words = item.get("text")
        return not isinstance(words, str) or len(pieces) > 1 or stands_there(self._text, words, *pieces[0])

    def _pieces(self, item: Row) -> Pieces:
        """Return the pieces of an annotation; none where one of them does not fit the text."""
        listed = item.get("pieces")
        ends = listed if isinstance(listed, list) and listed else [[item.get("start"), item.get("end")]]
        spans = [self._span(*pair) if isinstance(pair, list) and len(pair) == 2 else None for pair in ends]
        whole = [span for span in spans if span is not None]
        return normal_pieces(whole) if len(whole) == len(spans) else ()

    def _span(self, start: Any, stop: Any) -> Span | None:
        """Return the span if both ends are integers and it covers some of the text."""
        if type(start) is not int or type(stop) is not int:  # True is an int, but no offset
            return None
        if self._position is not None and start >= 0:
            start, stop = self._position(start), self._position(stop)
        return Span(start, stop) if 0 <= start < stop <= len(self._text) else None

    def _roles(self, item: Row, kind: Kind) -> Iterator[Role]:
        listed = self._items(item, "roles")
        for role in listed or (_flat_roles(item) if kind is Kind.CLAIM else ()):
            span = self._span(role.get("start"), role.get("end")) if isinstance(role, dict) else None
            if span is None:
                self._lost.append(
                    Message(
                        "“{name}”, line {line}: a speaker or cue outside the text is left out.", self._place.fields()
                    )
                )
            else:
                yield Role(_string(role.get("name")), span, _string(role.get("normal")))

    def _hints(self) -> Iterator[Hint]:
        for number, item in enumerate(self._items(self._row, "hints"), start=1):
            span = self._span(item.get("start"), item.get("end")) if isinstance(item, dict) else None
            if span is not None:
                yield Hint(number, 0, span, _string(item.get("label")), _share(item.get("score")) or 0.0)

    def _add_notes(self, holder: Row, article_id: int | None, annotation_id: int | None = None) -> None:
        for item in self._items(holder, "notes"):
            fields = item if isinstance(item, dict) else {"text": item}
            note = Note(
                id=len(self._notes) + 1,
                text=_string(fields.get("text")),
                article_id=article_id,
                annotation_id=annotation_id,
                author=_string(fields.get("author")),
                created=time_of(fields.get("created")),
                changed=time_of(fields.get("changed")),
            )
            if note.text:
                self._notes.append(note)

    def _items(self, holder: Row, name: str) -> list[Any]:
        """Return the list that `holder` has under `name`; what is there instead of a list is lost."""
        items = holder.get(name)
        if items is None or isinstance(items, list):
            return items or []
        self._lost.append(
            Message("“{name}”, line {line}: “{list}” is no list and is left out.", self._place.fields(list=name))
        )
        return []

    def _word(self, holder: Row, name: str, default: WordT) -> WordT:
        """Return one of the words of `default`'s kind; another one is lost."""
        value = holder.get(name)
        if value is None:
            return default
        try:
            return type(default)(value)
        except ValueError:
            self._lost.append(
                Message(
                    "“{name}”, line {line}: “{value}” is no {what}; “{default}” is taken.",
                    self._place.fields(value=value, what=name, default=default),
                )
            )
            return default


def _string(value: Any) -> str:
    """Return a field as text that a project can keep; a number becomes its digits."""
    return "" if value is None or isinstance(value, (dict, list)) else normalise(str(value))


def _share(value: Any) -> float | None:
    """Return a number from 0 to 1, None for anything else."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    return None


def _attributes(item: Row, flat: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the attributes of an annotation; `flat` names one, and the key of its own that it stands under."""
    listed = item.get("attributes")
    fields = {_string(name): _string(value) for name, value in listed.items()} if isinstance(listed, dict) else {}
    name, key = flat
    if item.get(key) not in (None, ""):
        fields[name] = _string(item[key])
    return tuple(sorted(fields.items()))


def _flat_roles(item: Row) -> Iterator[Row]:
    for name in ROLES:
        if item.get(f"{name}_start") is not None:
            yield {
                "name": name,
                "start": item[f"{name}_start"],
                "end": item.get(f"{name}_end"),
                "normal": item.get(f"{name}_normal"),
            }
