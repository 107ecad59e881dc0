"""Read JSONL rows, our own and foreign ones, as documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.core.message import Message, UserError
from app.core.model import Annotation, Article, Document, Kind, Note
from app.core.records import ClaimPlace
from app.core.row_types import ABOVE_ARTICLES, DECLARED, DOCUMENT_FIELDS
from app.core.rows.row import Row as ProjectRow
from app.core.scheme import Scheme, scheme_from_json
from app.core.text.tokens import normalise
from app.formats.jsonl.annotation_reader import AnnotationReader
from app.formats.jsonl.json_fields import ABOVE, ARTICLE, CLAIM_PLACE, LISTS, NOTE, PLACED, JsonFields
from app.formats.jsonl.lost_values import LinePlace, LostValues
from app.formats.jsonl.offset_units import find_position_map
from app.formats.jsonl.row_fields import NUMBER, OBJECT, PLACE, TEXT, Row, RowFields, Where, is_number
from app.formats.jsonl.row_keys import SCHEME
from app.formats.source.documents import make_document
from app.formats.text.news_article import is_news_article, parse_news_article

ARTICLE_FIELDS = ARTICLE.names.union(
    ("text", "entities", "claims", "notes", "project"), (LISTS[row_class] for row_class in PLACED)
)
_PROJECT_FIELDS = frozenset((SCHEME, "notes", *ABOVE))
_FRAME = ("title", "date", "source", "url")
"""What is read from the frame of the text where the row lacks it."""
_OTHERS = frozenset(ARTICLE.own).difference(_FRAME)


def read_row(row: Any, place: LinePlace, key: str = "", said: set[object] | None = None) -> Document:
    """Return the document of one row, its text unchanged, all ids local.

    `key` is the id of an article without one.

    `said` remembers from line to line what is said once a file. Raise UserError where there is no text.
    """
    if not isinstance(row, dict):
        raise UserError(
            "“{name}”, line {line}: this is not a JSON object.",
            hint="Put one article on each line.",
            **place.message_fields(),
        )
    text = row.get("text")
    if not isinstance(text, str):
        raise UserError(
            "“{name}”, line {line}: “text” is missing or is not a string.",
            hint="Give the article's text as “text”.",
            **place.message_fields(),
        )
    return _RowReader(row, text, LostValues(place, set() if said is None else said)).read_document(key)


class _RowReader:
    """Read one row and collect messages about lost values."""

    def __init__(self, row: Row, text: str, lost: LostValues) -> None:
        self._row = RowFields(row, lost)
        self._text = text
        self._lost = lost
        self._notes: list[Note] = []
        self._places: list[ClaimPlace] = []
        self._reader = AnnotationReader(text, None, lost)

    def read_document(self, key: str) -> Document:
        """Return the document of the row."""
        self._row.report_unknown(ARTICLE_FIELDS)
        listed = {name: self._row.read_list(name) for name in ("entities", "claims")}
        self._choose_unit([item for items in listed.values() for item in items])
        entities = self._read_annotations("entities", listed["entities"], Kind.ENTITY, 1)
        claims = self._read_annotations("claims", listed["claims"], Kind.CLAIM, 1 + len(entities))
        self._add_notes(self._row, (), article_id=0)
        project = tuple(self._read_project()) if "project" in self._row else ()
        bare = self._read_article(key)
        placed: dict[str, Any] = {DOCUMENT_FIELDS[kind]: tuple(self._read_placed(kind)) for kind in PLACED}
        annotations, notes = (*entities, *claims), tuple(self._notes)
        hanging: dict[str, Any] = {**placed, DOCUMENT_FIELDS[ClaimPlace]: tuple(self._places)}
        return Document(
            bare.article, bare.text, annotations, notes, **hanging, project=project, lost=tuple(self._lost.messages)
        )

    def _read_project(self) -> Iterator[ProjectRow]:
        """Yield the rows of the project with the ids of the file.

        Its notes are kept apart."""
        project = self._row.read_object("project")
        project.report_unknown(_PROJECT_FIELDS)
        self._add_notes(project, ("project",), article_id=None)
        if SCHEME in project:
            yield from self._read_scheme(project)
        for table, shape in ABOVE.items():
            yield from self._read_above(project, table, shape)

    def _read_scheme(self, project: RowFields) -> Iterator[Scheme]:
        try:
            yield scheme_from_json(json.dumps(project.read_raw(SCHEME)))
        except UserError as fault:
            self._lost.add(Message("“{name}”, line {line}: {reason}", {"reason": fault.message}))

    def _read_above(self, project: RowFields, table: str, shape: JsonFields) -> Iterator[ProjectRow]:
        """Yield the rows of one table.

        One without whole numbers for ids is left out."""
        row_class = ABOVE_ARTICLES[table]
        numbers = ("id", *(one.field for one in DECLARED[row_class].references))
        for number, item in enumerate(project.read_list(table), start=1):
            if not isinstance(item, dict):
                project.report_lost(table, OBJECT)
                continue
            fields = RowFields(item, self._lost, ("project", table, number))
            fields.report_unknown(shape.names)
            missing = next((name for name in numbers if type(item.get(name)) is not int), None)
            if missing is not None:
                fields.report_lost(missing, NUMBER)
            else:
                yield row_class(**shape.read(fields))

    def _add_places(self, item: Row, where: Where, annotation_id: int) -> None:
        holder = RowFields(item, self._lost, where)
        for number, place in enumerate(holder.read_list("places"), start=1):
            if not isinstance(place, dict):
                holder.report_lost("places", OBJECT)
                continue
            fields = RowFields(place, self._lost, (*where, "places", number))
            fields.report_unknown(CLAIM_PLACE.names)
            if type(place.get("record_id")) is not int:
                fields.report_lost("record_id", NUMBER)
            else:
                self._places.append(ClaimPlace(len(self._places) + 1, annotation_id, **CLAIM_PLACE.read(fields)))

    def _read_article(self, key: str) -> Document:
        """Return the document without annotations.

        A title, a date and an address that the row lacks are read from the frame of the text.
        """
        row = self._row
        title, source = (row.read_text(name) if name in row else None for name in ("title", "source"))
        url, day = row.read_text("url"), row.read_day("date")
        if title is None and is_news_article(normalise(self._text)):
            framed: Article = parse_news_article(normalise(self._text)).article
            title, url, day = framed.title, url or framed.url, day or framed.date
        document = make_document(self._text, title=title, date=day, source=source, url=url, key=self._read_key(key))
        said = row.names_among(_OTHERS)
        others = {name: value for name, value in ARTICLE.read(row, said).items() if value != ARTICLE.defaults[name]}
        return replace(document, article=replace(document.article, **others)) if others else document

    def _read_key(self, default: str) -> str:
        """Return the id that the article had at its source.

        In our own rows it is "key" where "id" is the project's number.
        """
        row = self._row
        own = row.read_text("id", default)
        if "key" not in row:
            return own
        key = row.read_text("key", own)
        if key and "id" in row and key != own:
            row.report_conflict("id", "key")
        return key

    def _choose_unit(self, items: list[Any]) -> None:
        """Convert offsets from UTF-16 where the words of annotations prove them."""
        position = find_position_map(self._text, items) if items else None
        if position is not None:
            self._reader = AnnotationReader(self._text, position, self._lost)
            self._lost.add(Message("“{name}”, line {line}: offsets count UTF-16 units; they were converted."))

    def _read_annotations(self, name: str, items: list[Any], kind: Kind, first_id: int) -> list[Annotation]:
        """Return the annotations of the list `name`, with ids from `first_id` on."""
        found: list[Annotation] = []
        for number, item in enumerate(items, start=1):
            where = (name, number)
            annotation = self._reader.read_annotation(item, kind, first_id + len(found), where)
            if annotation is not None:
                found.append(annotation)
                if "places" in item:
                    self._add_places(item, where, annotation.id)
                if "notes" in item:
                    self._add_notes(
                        RowFields(item, self._lost, where), where, article_id=0, annotation_id=annotation.id
                    )
        return found

    def _read_placed(self, row_class: type[Any]) -> Iterator[Any]:
        name, shape = LISTS[row_class], PLACED[row_class]
        owners = {one.field: 0 for one in DECLARED[row_class].references}
        for number, item in enumerate(self._row.read_list(name), start=1):
            if not isinstance(item, dict):
                self._row.report_lost(name, OBJECT)
                continue
            fields = RowFields(item, self._lost, (name, number))
            fields.report_unknown(shape.names)
            span = self._reader.read_span(item.get("start"), item.get("end"))
            if span is None:
                fields.report_lost("start, end", PLACE)
            else:
                yield row_class(id=number, **owners, span=span, **shape.read(fields))

    def _add_notes(
        self, holder: RowFields, where: Where, article_id: int | None, annotation_id: int | None = None
    ) -> None:
        for number, item in enumerate(holder.read_list("notes"), start=1):
            is_plain = isinstance(item, str) or is_number(item)
            if not is_plain and not isinstance(item, dict):
                holder.report_lost("notes", OBJECT)
                continue
            fields = RowFields({"text": item} if is_plain else item, self._lost, (*where, "notes", number))
            fields.report_unknown(NOTE.names)
            note = NOTE.read(fields)
            if not note["text"]:
                fields.report_lost("text", TEXT)
                continue
            self._notes.append(
                Note(id=len(self._notes) + 1, article_id=article_id, annotation_id=annotation_id, **note)
            )
