"""Prodigy's JSONL, and that of spaCy.

A text and spans, with offsets in code points.

Tokens are written with it, cut where a span begins or ends, so that each span fits them. What Prodigy has no field for
stands beside its own fields, which it keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.message import Message
from app.core.model import Document, Status
from app.core.span import Span
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import (
    Tree,
    format_json_line,
    get_list,
    get_object,
    get_offset,
    get_text,
    read_rows,
)
from app.formats.exchange.shared.line_files import write_lines
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.offset_units import OffsetUnit, choose_unit, map_to_code_points
from app.formats.exchange.shared.packed_values import pack_article, pack_mark, unpack_article, unpack_mark
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.exchange.shared.token_alignment import cut_tokens, find_tokens
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample

_STATUSES = {"accept": str(Status.ACCEPTED), "reject": str(Status.REJECTED)}
"""What an answer about a line says of its spans."""


def read_prodigy(path: Path) -> Iterator[Document]:
    """Yield the articles of a JSONL file of Prodigy or spaCy."""
    return read_rows(path, _read_row)


def write_prodigy(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write JSONL that Prodigy takes in with db-in."""
    rows = (_make_row(mark_text(document, context.options, splits=False)) for document in documents)
    return write_lines(map(format_json_line, rows), path, context)


def _make_row(marked: MarkedText) -> dict[str, Tree]:
    tokens = cut_tokens(marked.text, (mark.pieces[0] for mark in marked.marks))
    return {
        "text": marked.text,
        "meta": pack_article(marked),
        "tokens": [_token_row(marked.text, number, token) for number, token in enumerate(tokens)],
        "spans": [_span_row(mark, tokens) for mark in marked.marks],
        "links": [{"name": link.name, "source": link.source, "target": link.target} for link in marked.links],
        "answer": "accept",
    }


def _token_row(text: str, number: int, token: Span) -> dict[str, Tree]:
    is_followed = text[token.stop : token.stop + 1] == " "
    return {"text": text[token.start : token.stop], "start": token[0], "end": token[1], "id": number, "ws": is_followed}


def _span_row(mark: Mark, tokens: list[Span]) -> dict[str, Tree]:
    covered = find_tokens(tokens, mark.pieces[0])
    places = {"token_start": covered[0], "token_end": covered[-1]} if covered else {}
    return {"id": mark.id, "start": mark.start, "end": mark.stop, "label": mark.label, **places, **pack_mark(mark)}


def _read_row(row: dict[str, Tree], key: str) -> Document:
    marked = MarkedText(get_text(row, "text"))
    meta = get_object(row, "meta")
    unpack_article(marked, {"id": key, **meta} if "title" not in meta else meta)
    listed = next((items for name in ("spans", "ents", "entities") if (items := get_list(row, name))), [])
    marked.marks = [_read_span(item, number) for number, item in enumerate(listed, start=1)]
    _convert_offsets(marked, listed)
    _apply_answer(marked, get_text(row, "answer"))
    marked.links = [
        Link(get_text(link, "name"), get_text(link, "source"), get_text(link, "target"))
        for link in get_list(row, "links")
    ]
    if get_list(row, "relations"):
        count = str(len(get_list(row, "relations")))
        marked.lost.append(Message("Relations “{relation}” are left out: {count}.", {"relation": "–", "count": count}))
    return make_marked_document(marked, key)


def _read_span(item: Tree, number: int) -> Mark:
    if isinstance(item, list):
        label = item[2] if len(item) > 2 and isinstance(item[2], str) else ""
        return Mark(f"span {number}", label, (Span(get_offset(item, 0), get_offset(item, 1)),))
    span = Span(get_offset(item, "start"), get_offset(item, "end"))
    mark = Mark(get_text(item, "id") or f"span {number}", get_text(item, "label"), (span,))
    unpack_mark(mark, item)
    return mark


def _convert_offsets(marked: MarkedText, listed: list[Tree]) -> None:
    recorded = [
        (*mark.pieces[0], get_text(item, "text"))
        for mark, item in zip(marked.marks, listed, strict=True)
        if get_text(item, "text")
    ]
    position = map_to_code_points(marked.text, choose_unit(marked.text, recorded, OffsetUnit.CODE_POINTS))
    for mark in marked.marks:
        mark.pieces = tuple(Span(*map(position, piece)) for piece in mark.pieces)


def _apply_answer(marked: MarkedText, answer: str) -> None:
    for mark in marked.marks:
        if answer in _STATUSES and "status" not in mark.values:
            mark.values["status"] = _STATUSES[answer]


def _matches(sample: FileSample) -> bool:
    places = {place.removeprefix("[].") for place in sample.json_places}
    return "text" in places and bool({"spans[]", "entities[][]", "ents[].label"} & places)


FORMAT = FileFormat(
    "prodigy",
    Message("Prodigy JSONL"),
    (".jsonl",),
    read=read_prodigy,
    write=write_prodigy,
    matches=_matches,
    holds=ALL_OF_A_DOCUMENT,
)
