"""Read and write doccano's JSONL.

One line is one article, with entities and relations, or with triples of start, end and label.

Offsets are code points. A claim has relations to its speaker and cue; an annotation of several pieces has relations
"part" to the pieces after the first. What doccano has no field for stands beside its own fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.core.span import Span
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import (
    Tree,
    format_json_line,
    get_list,
    get_offset,
    get_text,
    read_rows,
)
from app.formats.exchange.shared.line_files import write_lines
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.packed_values import pack_article, pack_mark, unpack_article, unpack_mark
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample


def read_doccano(path: Path) -> Iterator[Document]:
    """Yield the articles of a JSONL file of doccano, in either shape."""
    return read_rows(path, _read_row)


def write_doccano(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write JSONL that doccano imports for sequence labelling with relations."""
    rows = (_make_row(mark_text(document, context.options, splits=False)) for document in documents)
    return write_lines(map(format_json_line, rows), path, context)


def _make_row(marked: MarkedText) -> dict[str, Tree]:
    article = pack_article(marked)
    return {
        **{name: value for name, value in article.items() if name not in ("id", "notes")},
        **({"key": article["id"]} if "id" in article else {"key": ""}),
        "text": marked.text,
        "entities": [
            {"id": int(mark.id), "start_offset": mark.start, "end_offset": mark.stop, "label": mark.label}
            | pack_mark(mark)
            for mark in marked.marks
        ],
        "relations": [
            {"id": number, "from_id": int(link.source), "to_id": int(link.target), "type": link.name}
            for number, link in enumerate(marked.links, start=1)
        ],
        "Comments": [note["text"] for note in marked.notes],
        "notes": marked.notes,
    }


def _read_row(row: dict[str, Tree], key: str) -> Document:
    marked = MarkedText(get_text(row, "text"))
    unpack_article(marked, {**row, "id": get_text(row, "key") or ("" if "key" in row else get_text(row, "id") or key)})
    if not get_list(row, "notes"):
        marked.notes = [{"text": comment} for comment in get_list(row, "Comments") if isinstance(comment, str)]
    marked.marks = [*_read_entities(row), *_read_triples(row)]
    marked.links = [
        Link(get_text(relation, "type"), get_text(relation, "from_id"), get_text(relation, "to_id"))
        for relation in get_list(row, "relations")
    ]
    return make_marked_document(marked, key)


def _read_entities(row: dict[str, Tree]) -> Iterator[Mark]:
    for number, entity in enumerate(get_list(row, "entities"), start=1):
        span = Span(get_offset(entity, "start_offset"), get_offset(entity, "end_offset"))
        mark = Mark(get_text(entity, "id") or f"entity {number}", get_text(entity, "label"), (span,))
        unpack_mark(mark, entity)
        yield mark


def _read_triples(row: dict[str, Tree]) -> Iterator[Mark]:
    triples = [*get_list(row, "label"), *get_list(row, "labels")]
    for number, triple in enumerate(triples, start=1):
        label = triple[2] if isinstance(triple, list) and len(triple) > 2 else triple
        span = Span(get_offset(triple, 0), get_offset(triple, 1))
        yield Mark(f"triple {number}", label if isinstance(label, str) else "", (span,))


def _matches(sample: FileSample) -> bool:
    places = {place.removeprefix("[].") for place in sample.json_places}
    is_own = {"label[]", "labels[]", "entities[].start_offset"} & places or {"entities[]", "Comments[]"} <= places
    return "text" in places and bool(is_own)


FORMAT = FileFormat(
    "doccano",
    Message("doccano JSONL"),
    (".jsonl",),
    read=read_doccano,
    write=write_doccano,
    matches=_matches,
    holds=ALL_OF_A_DOCUMENT,
)
