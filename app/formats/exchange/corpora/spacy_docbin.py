"""spaCy's DocBin (".spacy").

Annotations as the span group "pometka", entities that do not overlap as `doc.ents` too.

Tokens are cut where an annotation begins or ends, so that each fits. What spaCy has no field for is in `user_data`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.core.message import Message, UserError
from app.core.model import Document
from app.core.span import Span, reading_order
from app.formats.atomic_file import replace_file
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import Tree, get_list, get_object
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.packed_values import pack_article, pack_mark, unpack_article, unpack_mark
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.exchange.shared.token_alignment import cut_tokens, find_tokens
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT
from app.formats.file_format import FileFormat
from app.formats.source.damage import explain_damage
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import MAX_FILE_BYTES, read_bytes
from app.formats.source.safe_xml import missing_library_error

_GROUP = "pometka"
_ZLIB_STARTS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def read_docbin(path: Path) -> Iterator[Document]:
    """Yield the articles of a DocBin: its span groups and named entities."""
    spacy = _load_library(path.name)
    raw = read_bytes(path)
    _check_size(raw, path.name)
    try:
        docs = list(spacy.tokens.DocBin().from_bytes(raw).get_docs(spacy.vocab.Vocab()))
    except Exception as fault:  # the library raises whatever comes of a wrong file
        raise _wrong_docbin_error(path.name, fault) from fault
    for number, doc in enumerate(docs, start=1):
        yield _read_doc(doc, f"{path.stem}-{number}")


def write_docbin(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write a DocBin that spaCy trains on and shows."""
    spacy = _load_library(path.name)
    docbin, vocab = spacy.tokens.DocBin(store_user_data=True), spacy.vocab.Vocab()
    with replace_file(path) as pending:
        for number, document in enumerate(documents, start=1):
            docbin.add(_make_doc(spacy, vocab, mark_text(document, context.options, splits=False)))
            if context.progress is not None:
                context.progress(number)
        pending.draft.write_bytes(docbin.to_bytes())
    return pending.written


def _load_library(name: str) -> Any:
    try:
        import spacy.tokens  # noqa: PLC0415  # an optional library, and slow to load
        import spacy.vocab  # noqa: PLC0415
    except ImportError as fault:
        raise missing_library_error(name, "spacy") from fault
    return spacy


def _make_doc(spacy: Any, vocab: Any, marked: MarkedText) -> Any:
    spans = [mark.pieces[0] for mark in marked.marks]
    tokens, spaces = split_for_spacy(marked.text, spans)
    doc = spacy.tokens.Doc(vocab, words=[marked.text[start:stop] for start, stop in tokens], spaces=spaces)
    made = {}
    for mark in marked.marks:
        covered = find_tokens(tokens, mark.pieces[0])
        made[mark.id] = spacy.tokens.Span(doc, covered[0], covered[-1] + 1, label=mark.label, span_id=mark.id)
    doc.spans[_GROUP] = list(made.values())
    doc.set_ents(list(_choose_entities(marked, made)), default="outside")
    tree = {
        "article": pack_article(marked),
        "marks": {mark.id: pack_mark(mark) for mark in marked.marks},
        "links": [[link.name, link.source, link.target] for link in marked.links],
    }
    doc.user_data[_GROUP] = json.dumps(tree)
    return doc


def split_for_spacy(text: str, spans: Iterable[Span]) -> tuple[list[Span], list[bool]]:
    """Split a text into tokens and the blanks after them.

    The tokens together are the text; for each one, it is said whether a blank follows. One blank after a token belongs
    to it, unless an annotation begins or ends with that blank; other blanks are tokens.
    """
    listed = list(spans)
    starts, stops = {span.start for span in listed}, {span.stop for span in listed}
    tokens: list[Span] = []
    spaces: list[bool] = []
    for piece in _cover(text, listed):
        is_own = piece.start in starts or piece.stop in stops
        if text[piece.start : piece.stop] == " " and tokens and not spaces[-1] and not is_own:
            spaces[-1] = True
        else:
            tokens.append(piece)
            spaces.append(False)
    return tokens, spaces


def _cover(text: str, spans: list[Span]) -> Iterator[Span]:
    """Yield tokens and the blanks between them.

    A blank of several characters gives its first one alone.
    """
    ends = {end for span in spans for end in span}
    position = 0
    for token in (*cut_tokens(text, spans), Span(len(text), len(text))):
        start = position
        for end in range(position + 1, token.start + 1):
            if end == token.start or end in ends or (end == position + 1 and text[position] == " "):
                yield Span(start, end)
                start = end
        if token.length:
            yield token
        position = token.stop


def _choose_entities(marked: MarkedText, made: dict[str, Any]) -> Iterator[Any]:
    """Yield the spans of entities that do not overlap.

    The earlier and longer ones come first.
    """
    entities = [mark for mark in marked.marks if "kind" not in mark.values]
    last = 0
    for mark in sorted(entities, key=lambda mark: reading_order(Span(mark.start, mark.stop))):
        if mark.start >= last:
            last = mark.stop
            yield made[mark.id]


def _read_doc(doc: Any, key: str) -> Document:
    marked = MarkedText(doc.text)
    tree = _parse_own(doc.user_data.get(_GROUP))
    if tree:
        unpack_article(marked, tree.get("article"))
    packed = get_object(tree, "marks")
    groups = [_GROUP] if tree and _GROUP in doc.spans else list(doc.spans)
    found = [span for name in groups for span in doc.spans[name]]
    if not tree:
        known = {(span.start, span.end, span.label_) for span in found}
        found += [span for span in doc.ents if (span.start, span.end, span.label_) not in known]
    for number, span in enumerate(found):
        mark = Mark(span.id_ or f"span {number}", span.label_, (Span(span.start_char, span.end_char),))
        unpack_mark(mark, packed.get(mark.id))
        marked.marks.append(mark)
    marked.links = [
        Link(*link) for link in get_list(tree, "links") if isinstance(link, list) and list(map(type, link)) == [str] * 3
    ]
    return make_marked_document(marked, key)


def _parse_own(text: Tree) -> dict[str, Tree]:
    try:
        tree = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return {}
    return tree if isinstance(tree, dict) else {}


def _check_size(raw: bytes, name: str) -> None:
    """Raise UserError for a file that is damaged or too large.

    A damaged file cannot be unpacked. The size is that of the file when unpacked.
    """
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(raw, 4 * MAX_FILE_BYTES)
    except zlib.error as fault:
        raise _wrong_docbin_error(name, fault) from fault
    if unpacker.unconsumed_tail:
        raise UserError(
            "“{name}” is too large: more than {size} MB.", hint="Split it.", name=name, size=4 * MAX_FILE_BYTES >> 20
        )


def _wrong_docbin_error(name: str, fault: Exception) -> UserError:
    return UserError(
        "“{name}” is no DocBin of spaCy: {reason}.",
        hint="Save it with DocBin.to_disk.",
        name=name,
        reason=explain_damage(fault),
    )


def _matches(sample: FileSample) -> bool:
    return sample.suffix == ".spacy" and sample.head.startswith(_ZLIB_STARTS)


FORMAT = FileFormat(
    "spacy",
    Message("spaCy DocBin"),
    (".spacy",),
    read=read_docbin,
    write=write_docbin,
    matches=_matches,
    holds=ALL_OF_A_DOCUMENT,
)
