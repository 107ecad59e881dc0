"""JSONL, one article a line: the lossless format of the program.

A line is `{"id", "title", "date", "url", "source", "text", "entities", "claims", …}`; only `text` must be there.
Offsets are code points of `text`, half-open. An entity is `{"start", "end", "label"}`, a claim `{"start", "end",
"type", "kind", "speaker_start", "speaker_end", "cue_start", "cue_end"}` with null where there is none: `type` is the
form (direct, indirect, reported), `kind` the label. The rest of our keys stands beside these, and only where it says
something: `json_fields` derives them from the row types. What belongs to the project is on the first line, under
`project`: notes, the label scheme where it is not the supplied one, and a list for each table of rows above articles
(judgements, records, verdicts, queries) with their ids; an annotation names the claim records that it is a place of.

Lines are read and written one by one: a million articles need no more memory than one and a number for each id. An id
that comes again is told, and its article taken as one of its own. Lines that cannot be read are told at the end, after
all the good ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from app.core.json.errors import explain_json_error
from app.core.message import Message, UserError
from app.core.model import Document
from app.core.rows.row import Row
from app.formats.atomic_file import replace_file
from app.formats.export_context import ExportContext
from app.formats.file_format import FileFormat
from app.formats.jsonl.lost_values import LinePlace
from app.formats.jsonl.repeated_ids import RepeatedIds
from app.formats.jsonl.repeated_keys import find_repeated_keys
from app.formats.jsonl.row_reader import ARTICLE_FIELDS, read_row
from app.formats.jsonl.row_writer import make_row
from app.formats.source.file_sample import FileSample
from app.formats.source.lines import Line, read_lines

_EXTENSIONS = (".jsonl", ".ndjson")
_MAX_REPORTED_LINES = 20
_PLACES_OF_OTHERS = {"entities[].start_offset", "entities[][]"}
"""Fields of entities in the JSONL of doccano and of spaCy."""
_BLOCK_BYTES = 1 << 20


def read_jsonl(path: Path) -> Iterator[Document]:
    """Yield the articles of a file, with their texts unchanged.

    After the last one, raise UserError that names the lines that cannot be read.
    """
    faults: list[UserError] = []
    found = False
    ids, said = RepeatedIds(), set[object]()
    name, stem = path.name, path.stem
    for line in read_lines(path):
        place = LinePlace(name, line.number)
        try:
            yield ids.report_repeat(_read_document(line, place, stem, said), place)
            found = True
        except UserError as fault:
            faults.append(fault)
            if not found:
                break  # most likely no JSONL at all
    if faults:
        raise _combine_errors(faults, path)
    if not found:
        raise UserError("“{name}” is empty.", hint="Remove it, or save the articles into it again.", name=path.name)


def count_lines(path: Path) -> int:
    """Return how many lines a file has.

    1 where it cannot be read, which the reader reports better.
    """
    if not path.is_file():
        return 1
    count, last = 0, b"\n"
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK_BYTES):
                count, last = count + block.count(b"\n"), block[-1:]
    except OSError:
        return 1
    return max(1, count + (last != b"\n"))


def write_jsonl(
    documents: Iterable[Document],
    path: Path,
    *,
    project: Iterable[Row] = (),
    progress: Callable[[int], None] | None = None,
) -> Path:
    """Write documents without loss; return the path of the file.

    The rows of `project` stand on the first line. An old file there stays until the new one is whole.
    """
    with replace_file(path) as pending, pending.draft.open("wb") as file:
        for count, document in enumerate(documents, start=1):
            file.write(encode_document(document, project if count == 1 else ()))
            if progress is not None:
                progress(count)
    return pending.written


def encode_document(document: Document, project: Iterable[Row] = ()) -> bytes:
    """Return one article's line, with its line end."""
    row = make_row(document, project)
    try:
        return (json.dumps(row, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # a lone surrogate, which a text taken as it is may hold
        return (json.dumps(row) + "\n").encode("ascii")


def _read_document(line: Line, place: LinePlace, stem: str, said: set[object]) -> Document:
    if line.fault:
        raise UserError(
            "“{name}”, line {line}: {reason}.",
            hint="Save the file as UTF-8, one article a line.",
            **place.message_fields(reason=line.fault),
        )
    row = _parse_row(line.text, place)
    document = read_row(row, place, key=f"{stem}-{line.number}", said=said)
    repeated = find_repeated_keys(line.text, row)
    if not repeated:
        return document
    return replace(document, lost=(*_report_repeated(repeated, place), *document.lost))


def _parse_row(text: str, place: LinePlace) -> Any:
    try:
        return json.loads(text)
    except (RecursionError, ValueError) as fault:  # ValueError: no JSON, or a number of 5,000 digits
        raise UserError(
            "“{name}”, line {line}: this is not JSON ({reason}).",
            hint="Each line must be one JSON object with a “text”. Correct it and import the file again.",
            **place.message_fields(reason=explain_json_error(fault, is_line=True)),
        ) from fault


def _report_repeated(keys: Iterable[str], place: LinePlace) -> Iterator[Message]:
    for key in dict.fromkeys(keys):
        fields = place.message_fields(field=key)
        yield Message("“{name}”, line {line}: “{field}” stands twice in one object; the last value is taken.", fields)


def _combine_errors(faults: list[UserError], path: Path) -> UserError:
    if len(faults) == 1:
        return faults[0]
    lines = ", ".join(str(fault.message.args["line"]) for fault in faults[:_MAX_REPORTED_LINES])
    return UserError(
        "“{name}”: {n} lines cannot be read (lines {lines}). The first: {reason}",
        hint="Each line must be one JSON object with a “text”. Correct these and import the file again.",
        name=path.name,
        n=len(faults),
        lines=lines + (" …" if len(faults) > _MAX_REPORTED_LINES else ""),
        reason=faults[0].message,
    )


def _write(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    return write_jsonl(
        documents, path, project=chain(context.project_notes, context.read_project()), progress=context.progress
    )


def _is_own_shape(sample: FileSample) -> bool:
    """Say whether a file has our lines.

    A text, with our annotations or no field that we do not know.
    """
    is_lines = sample.suffix in _EXTENSIONS or sample.text.partition("\n")[0].rstrip().endswith("}")
    if not is_lines or not sample.text.startswith("{") or "text" not in sample.json_places:
        return False
    fields = {place.partition("[")[0].partition(".")[0] for place in sample.json_places}
    if sample.json_places & _PLACES_OF_OTHERS:
        return False
    return fields <= ARTICLE_FIELDS or bool(sample.json_places & {"entities[]", "claims[]"})


FORMAT = FileFormat(
    "jsonl",
    Message("JSONL, lossless"),
    _EXTENSIONS,
    read=read_jsonl,
    write=_write,
    matches=_is_own_shape,
    count_articles=count_lines,
    has_ids=True,
)
