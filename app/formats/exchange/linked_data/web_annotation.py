"""W3C Web Annotation.

A collection whose targets are positions and quotes in the articles.

The texts are in the file too, under "pometka:sources", since the standard leaves them where they are. Positions count
code points; a reader tests the unit on the quotes. A file without texts gives its quotes, one a line.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.core.span import Span
from app.formats.atomic_file import replace_file
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import (
    Tree,
    get_list,
    get_object,
    get_offset,
    get_text,
    read_json_file,
)
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.offset_units import OffsetUnit, choose_unit, map_to_code_points
from app.formats.exchange.shared.packed_values import pack_article, pack_mark, unpack_article, unpack_mark
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"pometka": "urn:pometka:"}]
_SOURCES, _VALUES, _LINKS, _TEXT = "pometka:sources", "pometka:values", "pometka:links", "pometka:text"
_AROUND_CHARS = 32


def read_web_annotations(path: Path) -> Iterator[Document]:
    """Yield the articles that the annotations of a file are about."""
    tree = read_json_file(path)
    items = list(_find_annotations(tree))
    sources = {get_text(source, "id"): source for source in get_list(tree, _SOURCES) if isinstance(source, dict)}
    by_source: dict[str, list[dict[str, Tree]]] = defaultdict(list)
    for item in items:
        by_source[next((_source_of(target) for target in _targets_of(item)), "")].append(item)
    if not items and not sources:
        raise UserError("“{name}” holds no annotations.", hint="Export it again as JSON-LD.", name=path.name)
    for number, (source, tree_of_source) in enumerate({**dict.fromkeys(by_source), **sources}.items(), start=1):
        yield _read_source(source, tree_of_source, by_source[source], f"{path.stem}-{number}")


def write_web_annotations(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write one collection with the annotations of all articles.

    Each article is a page of it.
    """
    with replace_file(path) as pending, pending.draft.open("w", encoding="utf-8", newline="") as file:
        file.write(f'{{"@context": {json.dumps(_CONTEXT)}, "type": "AnnotationCollection",\n"items": [')
        sources: list[Tree] = []
        is_first = True
        for number, document in enumerate(documents, start=1):
            marked = mark_text(document, context.options, splits=True)
            source = f"urn:pometka:article:{number}"
            sources.append(
                {**pack_article(marked), "key": marked.fields.get("id", ""), "id": source, _TEXT: marked.text}
            )
            for item in _make_items(marked, source):
                file.write(("\n" if is_first else ",\n") + json.dumps(item, ensure_ascii=False))
                is_first = False
            if context.progress is not None:
                context.progress(number)
        file.write(f'\n],\n"{_SOURCES}": {json.dumps(sources, ensure_ascii=False)}}}\n')
    return pending.written


def _make_items(marked: MarkedText, source: str) -> Iterator[dict[str, Tree]]:
    links: dict[str, list[Tree]] = defaultdict(list)
    for link in marked.links:
        links[link.source].append({"name": link.name, "target": f"{source}:{link.target}"})
    for mark in marked.marks:
        comments = [{"type": "TextualBody", "purpose": "commenting", "value": note["text"]} for note in mark.notes]
        item = {
            "id": f"{source}:{mark.id}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": [{"type": "TextualBody", "purpose": "tagging", "value": mark.label}, *comments],
            "target": [_make_target(marked.text, source, piece) for piece in mark.pieces],
            _VALUES: pack_mark(mark),
        }
        if links[mark.id]:
            item[_LINKS] = links[mark.id]
        yield item


def _make_target(text: str, source: str, piece: Span) -> dict[str, Tree]:
    start, stop = piece
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:stop],
        "prefix": text[max(0, start - _AROUND_CHARS) : start],
        "suffix": text[stop : stop + _AROUND_CHARS],
    }
    return {"source": source, "selector": [{"type": "TextPositionSelector", "start": start, "end": stop}, quote]}


def _find_annotations(tree: Tree) -> Iterator[dict[str, Tree]]:
    """Yield the annotations of a document.

    It is a collection, a page, a list or one annotation alone.
    """
    pages = [tree, get_object(tree, "first")] if isinstance(tree, dict) else [{"items": tree}]
    for page in pages:
        for name in ("items", "rows", "@graph"):
            yield from (item for item in get_list(page, name) if isinstance(item, dict) and "target" in item)
    if isinstance(tree, dict) and "target" in tree:
        yield tree


def _targets_of(item: dict[str, Tree]) -> list[dict[str, Tree]]:
    targets = item.get("target")
    listed = targets if isinstance(targets, list) else [targets]
    return [target for target in listed if isinstance(target, dict)]


def _source_of(target: dict[str, Tree]) -> str:
    return get_text(target, "source") or get_text(get_object(target, "source"), "id")


def _selectors_of(target: dict[str, Tree]) -> tuple[dict[str, Tree], dict[str, Tree]]:
    """Return the position and the quote of a target.

    They are empty if the target has none.
    """
    listed = target.get("selector")
    selectors = [one for one in (listed if isinstance(listed, list) else [listed]) if isinstance(one, dict)]
    kinds = ("TextPositionSelector", "TextQuoteSelector")
    position, quote = (next((one for one in selectors if get_text(one, "type") == kind), {}) for kind in kinds)
    return position, quote


def _read_source(source: str, tree: Tree, items: list[dict[str, Tree]], key: str) -> Document:
    text = get_text(tree, _TEXT)
    marked = MarkedText(text)
    if tree is None:
        marked.fields = {"url": source} if "://" in source else {}
        marked.lost.append(Message("The file has no text of the article; its quotes are taken, one a line."))
    else:
        unpack_article(marked, {**tree, "id": get_text(tree, "key")})
    targets = [target for item in items for target in _targets_of(item)]
    recorded = [_recorded(target) for target in targets]
    unit = choose_unit(text, [one for one in recorded if one[2]], OffsetUnit.CODE_POINTS)
    position = map_to_code_points(text, unit)
    for number, item in enumerate(items, start=1):
        pieces = [_find_piece(marked, target, position, is_quoted=tree is None) for target in _targets_of(item)]
        mark = Mark(get_text(item, "id") or f"item {number}", _label_of(item), tuple(pieces))
        unpack_mark(mark, item.get(_VALUES))
        _read_standard_fields(mark, item)
        marked.marks.append(mark)
        marked.links += [
            Link(get_text(link, "name"), mark.id, get_text(link, "target")) for link in get_list(item, _LINKS)
        ]
    return make_marked_document(marked, key)


def _recorded(target: dict[str, Tree]) -> tuple[int, int, str]:
    position, quote = _selectors_of(target)
    return get_offset(position, "start"), get_offset(position, "end"), get_text(quote, "exact")


def _find_piece(marked: MarkedText, target: dict[str, Tree], position: Tree, *, is_quoted: bool) -> Span:
    """Return where a target is: by its position, else by its quote.

    In a text of quotes it is added.
    """
    start, stop, exact = _recorded(target)
    if is_quoted and exact:
        marked.text += f"\n{exact}" if marked.text else exact
        return Span(len(marked.text) - len(exact), len(marked.text))
    if start >= 0:
        return Span(position(start), position(stop))
    _, quote = _selectors_of(target)
    prefix = get_text(quote, "prefix")
    found = marked.text.find(prefix + exact) if exact else -1
    return Span(found + len(prefix), found + len(prefix) + len(exact)) if found >= 0 else Span(-1, -1)


def _bodies_of(item: dict[str, Tree]) -> list[Tree]:
    bodies = item.get("body")
    return bodies if isinstance(bodies, list) else [bodies]


def _label_of(item: dict[str, Tree]) -> str:
    """Return the first tag of an annotation, else its motivation."""
    tags = [
        get_text(body, "value") for body in _bodies_of(item) if get_text(body, "purpose") in ("tagging", "classifying")
    ]
    tags += [tag for tag in get_list(item, "tags") if isinstance(tag, str)]
    return next(filter(None, tags), "") or get_text(item, "motivation") or "highlight"


def _read_standard_fields(mark: Mark, item: dict[str, Tree]) -> None:
    """Take in comments, author and time of annotations of other programs."""
    if _VALUES in item:
        return
    for body in _bodies_of(item):
        is_comment = isinstance(body, str) or get_text(body, "purpose") not in ("tagging", "classifying")
        text = body if isinstance(body, str) else get_text(body, "value")
        if is_comment and text:
            mark.notes.append({"text": text})
    author = get_text(item, "creator") or get_text(get_object(item, "creator"), "name")
    for name, value in (("author", author), ("created", get_text(item, "created"))):
        if value:
            mark.values[name] = value


def _matches(sample: FileSample) -> bool:
    is_declared = "/anno.jsonld" in sample.text[:1000]
    return (is_declared and bool(sample.json_places)) or any(
        place.replace("[]", "").endswith("target.selector") for place in sample.json_places
    )


FORMAT = FileFormat(
    "w3c",
    Message("W3C Web Annotation"),
    (".jsonld",),
    read=read_web_annotations,
    write=write_web_annotations,
    matches=_matches,
    holds=ALL_OF_A_DOCUMENT,
)
