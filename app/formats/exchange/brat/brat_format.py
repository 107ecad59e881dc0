"""The format brat.

For each article a ".txt" and an ".ann", which holds offsets in code points of it.

A claim is an event, whose trigger are its words and whose arguments are speaker and cue. Normal forms, attributes and
notes have lines of brat; what has none stands as JSON in comments of the type "Pometka". "metadata.json" holds what
is known of the articles, "annotation.conf" the labels, so that brat shows the folder as it is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.exchange.brat.standoff_reader import read_standoff
from app.formats.exchange.brat.standoff_writer import write_standoff
from app.formats.exchange.shared.file_sets import FileSet, name_article, open_files, read_each, write_files
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import Tree, get_object, parse_json
from app.formats.exchange.shared.label_names import escape_name
from app.formats.exchange.shared.marked_text import MarkedText, MarkKind
from app.formats.exchange.shared.packed_values import pack_article, unpack_article
from app.formats.exchange.shared.texts import decode_text, encode_text
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample

_METADATA = "metadata.json"
_CONFIGURATION = "annotation.conf"
_SETTINGS = ("visual.conf", "tools.conf", "kb_shortcuts.conf")
"""What brat keeps beside the labels, which holds no annotations."""


def read_brat(path: Path) -> Iterator[Document]:
    """Yield the articles of brat files.

    The path is an ".ann" file with its text, a folder or a zip.
    """
    with open_files(path) as files:
        stems = [name[: -len(".ann")] for name in files.select(".ann") or files.select(".txt")]
        if not stems:
            raise UserError(
                "“{name}” holds no “.ann” file.", hint="Name the folder with the texts and annotations.", name=path.name
            )
        yield from read_each(path, sorted(stems), partial(_read_article, files))


def write_brat(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write a folder or zip with two files for each article."""
    metadata: dict[str, Tree] = {}
    labels: dict[str, set[str]] = defaultdict(set)
    with write_files(path) as files:
        for number, document in enumerate(documents, start=1):
            marked = mark_text(document, context.options, splits=True)
            stem = name_article(document, number)
            files.write_file(f"{stem}.txt", encode_text(marked.text))
            files.write_file(f"{stem}.ann", write_standoff(marked).encode())
            metadata[stem] = pack_article(marked)
            _note_labels(marked, labels)
            if context.progress is not None:
                context.progress(number)
        files.write_file(_METADATA, json.dumps(metadata, ensure_ascii=False, indent=1).encode())
        files.write_file(_CONFIGURATION, _configuration(labels).encode())
    return files.path


def _read_article(files: FileSet, stem: str) -> Document:
    raw = files.read(f"{stem}.txt")
    if raw is None:
        raise UserError(
            "“{name}.ann” has no text “{text}” beside it.",
            hint="Put the text there.",
            name=files.place_of(stem),
            text=f"{Path(stem).name}.txt",
        )
    marked = MarkedText(decode_text(raw, files.place_of(f"{stem}.txt")))
    folder, _, name = stem.rpartition("/")
    described = f"{folder}/{_METADATA}" if folder else _METADATA
    metadata = files.read(described)
    if metadata is not None:
        unpack_article(marked, get_object(parse_json(metadata, files.place_of(described)), name))
    read_standoff(marked, decode_text(files.read(f"{stem}.ann") or b"", files.place_of(f"{stem}.ann")))
    return make_marked_document(marked, name)


def _note_labels(marked: MarkedText, labels: dict[str, set[str]]) -> None:
    for mark in marked.marks:
        labels["events" if mark.values.get("kind") == MarkKind.CLAIM else "entities"].add(escape_name(mark.label))
        labels["attributes"].update(escape_name(name) for name in ("status", "origin", *mark.attributes) if name)
    labels["roles"].update(escape_name(link.name) for link in marked.links)


def _configuration(labels: dict[str, set[str]]) -> str:
    """Return the "annotation.conf" that makes brat accept the labels."""
    arguments = ", ".join(f"{name}*:<ANY>" for name in sorted(labels["roles"]))
    sections = {
        "entities": sorted(labels["entities"]),
        "relations": [],
        "events": [f"{name}\t{arguments}" for name in sorted(labels["events"])],
        "attributes": [f"{name}\tArg:<ANY>" for name in sorted(labels["attributes"])],
    }
    return "\n".join(line for name, lines in sections.items() for line in (f"[{name}]", *lines, ""))


def _matches(sample: FileSample) -> bool:
    head = sample.text.partition("\n")[0].split("\t")
    is_span = len(head) == 3 and head[0][:1] == "T" and head[0][1:].isdecimal() and len(head[1].split(" ")) >= 3
    return (sample.suffix == ".ann" and (is_span or not sample.head)) or sample.has_member(".ann")


FORMAT = FileFormat(
    "brat",
    Message("brat standoff"),
    (".ann",),
    read=read_brat,
    write=write_brat,
    matches=_matches,
    many_files=True,
    companions=(".txt", _METADATA, _CONFIGURATION, *_SETTINGS),
    holds=ALL_OF_A_DOCUMENT,
)
