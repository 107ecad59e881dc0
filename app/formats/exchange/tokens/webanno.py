"""WebAnno TSV 3.3, the format of WebAnno and INCEpTION.

A file for each article, of tokens with layers of spans.

Offsets count UTF-16 units. Sentences cover the whole text, with the line ends inside of them, so that it comes back as
it was. Our layer has the features id, label and values; values is JSON with what the format has no place for, exact
ends among it, where an annotation begins or ends with a blank. "metadata.json" beside holds what is known of articles.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.core.span import Span
from app.core.text.sentences import sentences
from app.formats.exchange.shared.file_sets import FileSet, name_article, open_files, read_each, write_files
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import Tree, get_list, get_object, get_text, parse_json
from app.formats.exchange.shared.marked_text import Mark, MarkedText
from app.formats.exchange.shared.offset_units import map_to_utf16
from app.formats.exchange.shared.packed_values import pack_article, pack_mark, pack_text, unpack_article
from app.formats.exchange.shared.texts import decode_text, encode_text
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.exchange.shared.token_alignment import cut_tokens, find_tokens
from app.formats.exchange.tokens.webanno_escapes import escape_text, escape_token, escape_value
from app.formats.exchange.tokens.webanno_reader import OWN_LAYER, TsvReader, add_own_mark
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import empty_error

_HEADER = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={OWN_LAYER}|id|label|values\n\n\n"
_FORMAT = "#FORMAT=WebAnno TSV 3"
_METADATA = "metadata.json"
_BLANK = "marks_on_blanks"


def read_webanno(path: Path) -> Iterator[Document]:
    """Yield the articles of TSV files.

    The path is a TSV file, or a folder or zip of them.
    """
    with open_files(path) as files:
        names = [path.name] if files.is_single else files.select(".tsv")
        if not names:
            raise UserError("“{name}” holds no “.tsv” file.", hint="Name a folder with them.", name=path.name)
        yield from read_each(path, names, partial(_read_article, files))


def write_webanno(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write a folder or zip with a TSV file for each article."""
    metadata: dict[str, Tree] = {}
    with write_files(path) as files:
        for number, document in enumerate(documents, start=1):
            marked = mark_text(document, context.options, splits=False)
            stem = name_article(document, number)
            tokens = cut_tokens(marked.text, (mark.pieces[0] for mark in marked.marks))
            files.write_file(f"{stem}.tsv", encode_text(_HEADER + "".join(_article_lines(marked, tokens))))
            metadata[stem] = {**pack_article(marked), _BLANK: _pack_blank_marks(marked, tokens)}
            if context.progress is not None:
                context.progress(number)
        files.write_file(_METADATA, json.dumps(metadata, ensure_ascii=False, indent=1).encode())
    return files.path


def _article_lines(marked: MarkedText, tokens: list[Span]) -> Iterator[str]:
    text, position = marked.text, map_to_utf16(marked.text)
    cells = _make_cells(marked, tokens)
    place = 0
    for line, sentence in enumerate(_cover_with_sentences(text, tokens), start=1):
        yield f"#Text={escape_text(text[sentence.start : sentence.stop])}\n"
        inside = 0
        while place < len(tokens) and tokens[place].start < sentence.stop:
            inside += 1
            start, stop = tokens[place]
            stacked = list(zip(*cells.get(place, []), strict=True)) or [("_",)] * 3
            columns = "\t".join("|".join(column) for column in stacked)
            ends = f"{position(start)}-{position(stop)}"
            yield f"{line}-{inside}\t{ends}\t{escape_token(text[start:stop])}\t{columns}\t\n"
            place += 1
        yield "\n"


def _make_cells(marked: MarkedText, tokens: list[Span]) -> dict[int, list[list[str]]]:
    """Return the values of the marks on each token, by its number."""
    cells: dict[int, list[list[str]]] = defaultdict(list)
    links = _links_by_source(marked)
    for number, mark in enumerate(marked.marks, start=1):
        covered = find_tokens(tokens, mark.pieces[0])
        values = _pack_values(mark, links[mark.id])
        if covered and (tokens[covered[0]].start, tokens[covered[-1]].stop) == tuple(mark.pieces[0]):
            del values["ends"]
        cell = [f"{escape_value(value)}[{number}]" for value in (mark.id, mark.label, pack_text(values))]
        for token in covered:
            cells[token].append(cell)
    return cells


def _pack_blank_marks(marked: MarkedText, tokens: list[Span]) -> list[dict[str, Tree]]:
    """Return the marks on blanks alone, which have no token."""
    links = _links_by_source(marked)
    blank = [mark for mark in marked.marks if not find_tokens(tokens, mark.pieces[0])]
    return [{"mark_id": mark.id, "label": mark.label, **_pack_values(mark, links[mark.id])} for mark in blank]


def _pack_values(mark: Mark, links: list[list[str]]) -> dict[str, Tree]:
    return {**pack_mark(mark), "ends": list(mark.pieces[0]), **({"links": links} if links else {})}


def _links_by_source(marked: MarkedText) -> dict[str, list[list[str]]]:
    links: dict[str, list[list[str]]] = defaultdict(list)
    for link in marked.links:
        links[link.source].append([link.name, link.target])
    return links


def _cover_with_sentences(text: str, tokens: list[Span]) -> Iterator[Span]:
    """Yield spans that together are the text.

    Each begins where a sentence does, and none cuts a token.
    """
    starts = [sentence.start for sentence in sentences(text, 0, len(text))][1:]
    begin = 0
    for start in (*starts, len(text)):
        if start > begin:
            yield Span(begin, start)
            begin = start


def _read_article(files: FileSet, name: str) -> Document:
    content = decode_text(files.read(name) or b"", files.place_of(name))
    if not content.strip():
        raise empty_error(files.place_of(name))
    if not content.startswith(_FORMAT):
        raise UserError(
            "“{name}” is no WebAnno TSV: it does not begin with “#FORMAT=WebAnno TSV 3”.",
            hint="Export it again.",
            name=files.place_of(name),
        )
    reader = TsvReader()
    for line in content.split("\n"):
        reader.read_line(line.rstrip("\r"))
    marked = reader.make_marked_text()
    folder, _, file = name.rpartition("/")
    stem = file.rpartition(".")[0] or file
    described = f"{folder}/{_METADATA}" if folder else _METADATA
    metadata = files.read(described)
    if metadata is not None:
        tree = get_object(parse_json(metadata, files.place_of(described)), stem)
        unpack_article(marked, tree)
        for item in get_list(tree, _BLANK):
            add_own_mark(marked, Mark(get_text(item, "mark_id"), get_text(item, "label"), (Span(-1, -1),)), item)
    return make_marked_document(marked, stem)


def _matches(sample: FileSample) -> bool:
    is_zip_of_them = sample.has_member(".tsv") and not sample.has_member(".ann", ".xmi")
    return sample.text.startswith(_FORMAT) or is_zip_of_them


FORMAT = FileFormat(
    "webanno",
    Message("WebAnno TSV 3.3"),
    (".tsv",),
    read=read_webanno,
    write=write_webanno,
    matches=_matches,
    many_files=True,
    holds=ALL_OF_A_DOCUMENT,
)
