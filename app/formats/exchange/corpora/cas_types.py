"""UIMA CAS by dkpro-cassis.

Our type system, and what the types of others mean.

Annotations are of the type pometka.Mark, roles and pieces are linked by pometka.Link, and pometka.Article holds what is
known of the article. The library turns offsets into UTF-16 units and back.
"""

from __future__ import annotations

import json
from typing import Any

from app.core.message import Message
from app.core.model import Document
from app.core.span import Span
from app.formats.exchange.shared.json_texts import Tree, get_texts
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.packed_values import VALUE_NAMES
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.source.safe_xml import missing_library_error

_MARK, _LINK, _ARTICLE = "pometka.Mark", "pometka.Link", "pometka.Article"
_MARK_FIELDS = ("id", "label", "kind", *VALUE_NAMES, "attributes", "notes")
_ARTICLE_FIELDS = ("id", "title", "date", "source", "url", "language", "progress", "notes")
_LABEL_FEATURES = ("label", "value", "category", "entityType", "identifier", "type", "kind", "tag", "class", "name")
"""Features that say of which kind an annotation is, the likeliest first."""
_STRUCTURE = frozenset(
    (
        *("Token", "Sentence", "Paragraph", "Lemma", "Stem", "POS", "Morpheme", "MorphologicalFeatures"),
        *("DocumentAnnotation", "DocumentMetaData", "TagsetDescription", "TagDescription", "Compound", "Div"),
    )
)
"""Types that every pipeline makes and nobody annotates by hand."""


def load_library(name: str) -> Any:
    """Return the module cassis; raise UserError where it is not installed."""
    try:
        import cassis  # noqa: PLC0415  # an optional library
    except ImportError as fault:
        raise missing_library_error(name, "cas") from fault
    return cassis


def make_type_system(cassis: Any) -> Any:
    """Return our type system."""
    types = cassis.TypeSystem()
    made = {
        _MARK: (types.create_type(_MARK, "uima.tcas.Annotation"), _MARK_FIELDS),
        _ARTICLE: (types.create_type(_ARTICLE, "uima.tcas.Annotation"), _ARTICLE_FIELDS),
        _LINK: (types.create_type(_LINK, "uima.tcas.Annotation"), ("name", "number")),
    }
    for made_type, fields in made.values():
        for field in fields:
            types.create_feature(made_type, field, "uima.cas.String")
    for field in ("source", "target"):
        types.create_feature(made[_LINK][0], field, _MARK)
    return types


def make_cas(cassis: Any, types: Any, marked: MarkedText) -> Any:
    """Return the CAS of a marked text.

    Its annotations have one piece each.
    """
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string, cas.sofa_mime = marked.text, "text/plain"
    article = {**marked.fields, **({"notes": _pack(marked.notes)} if marked.notes else {})}
    cas.add(types.get_type(_ARTICLE)(begin=0, end=len(marked.text), **article))
    made = {mark.id: types.get_type(_MARK)(**_mark_features(mark)) for mark in marked.marks}
    cas.add_all(made.values())
    for number, link in enumerate(marked.links):
        source, target = made[link.source], made[link.target]
        place = {"begin": target.begin, "end": target.end, "number": f"{number:06}"}
        cas.add(types.get_type(_LINK)(**place, name=link.name, source=source, target=target))
    return cas


def read_cas(cas: Any, key: str) -> Document:
    """Return the document of a CAS, of our types or of others."""
    marked = MarkedText(cas.sofa_string or "")
    relations = []
    for item in cas.select_all_annotations():
        name = item.type.name
        if name == _ARTICLE:
            marked.fields = {"title": "", **_texts_of(item, _ARTICLE_FIELDS[:-1])}
            marked.notes = _unpack_notes(_feature(item, "notes"))
        elif name == _MARK:
            marked.marks.append(_read_own_mark(item))
        elif name == _LINK or _feature(item, "Governor") is not None:
            relations.append(item)
        elif name.rpartition(".")[2] not in _STRUCTURE and not name.rpartition(".")[2].startswith("POS"):
            marked.marks.append(_read_other_mark(item))
        elif name.endswith("DocumentMetaData"):
            _read_metadata(marked, item)
    relations.sort(key=lambda item: _text(item, "number"))  # an index of annotations is in the order of the text
    marked.links = [link for item in relations if (link := _read_link(item)) is not None]
    _report_relations(marked, len(relations) - len(marked.links))
    return make_marked_document(marked, key)


def _mark_features(mark: Mark) -> dict[str, Any]:
    packed = {name: _pack(value) for name, value in (("attributes", mark.attributes), ("notes", mark.notes)) if value}
    return {"begin": mark.start, "end": mark.stop, "id": mark.id, "label": mark.label, **mark.values, **packed}


def _read_own_mark(item: Any) -> Mark:
    mark = Mark(_text(item, "id") or _number(item), _text(item, "label"), (_span(item),))
    mark.values = _texts_of(item, ("kind", *VALUE_NAMES))
    mark.attributes = {
        name: value for name, value in _unpack(_feature(item, "attributes"), {}).items() if isinstance(value, str)
    }
    mark.notes = _unpack_notes(_feature(item, "notes"))
    return mark


def _read_other_mark(item: Any) -> Mark:
    label = next((text for name in _LABEL_FEATURES if (text := _text(item, name))), "")
    mark = Mark(_number(item), label or item.type.name.rpartition(".")[2], (_span(item),))
    used = {name for name in _LABEL_FEATURES if _text(item, name) == label}
    for feature in item.type.all_features:
        value = _text(item, feature.name)
        if value and feature.name not in used and feature.name not in ("begin", "end", "sofa"):
            mark.attributes[feature.name] = value
    return mark


def _read_link(item: Any) -> Link | None:
    """Return a link between annotations.

    It is of our own type, or of a relation with Governor and Dependent.
    """
    is_own = item.type.name == _LINK
    ends = [_feature(item, name) for name in (("source", "target") if is_own else ("Governor", "Dependent"))]
    if any(getattr(end, "type", None) is None for end in ends):
        return None
    source, target = (_text(end, "id") or _number(end) if is_own else _number(end) for end in ends)
    name = _text(item, "name") if is_own else next((t for n in _LABEL_FEATURES if (t := _text(item, n))), "relation")
    return Link(name, source, target)


def _read_metadata(marked: MarkedText, item: Any) -> None:
    title, uri = _text(item, "documentTitle"), _text(item, "documentUri")
    if title:
        marked.fields.setdefault("title", title)
    if uri.startswith("http"):
        marked.fields.setdefault("url", uri)


def _report_relations(marked: MarkedText, count: int) -> None:
    if count:
        marked.lost.append(
            Message("Relations “{relation}” are left out: {count}.", {"relation": "–", "count": str(count)})
        )


def _span(item: Any) -> Span:
    begin, end = _feature(item, "begin"), _feature(item, "end")
    return Span(begin if isinstance(begin, int) else -1, end if isinstance(end, int) else -1)


def _number(item: Any) -> str:
    return f"fs {_feature(item, 'xmiID')}"


def _feature(item: Any, name: str) -> Any:
    return getattr(item, name, None)


def _text(item: Any, name: str) -> str:
    value = _feature(item, name)
    return value if isinstance(value, str) else str(value) if isinstance(value, (bool, int, float)) else ""


def _texts_of(item: Any, names: tuple[str, ...]) -> dict[str, str]:
    return {name: text for name in names if (text := _text(item, name))}


def _pack(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False)


def _unpack(text: Any, default: Tree) -> Tree:
    try:
        tree = json.loads(text) if isinstance(text, str) else default
    except (ValueError, RecursionError):
        return default
    return tree if isinstance(tree, type(default)) else default


def _unpack_notes(text: Any) -> list[dict[str, str]]:
    return [get_texts(note) for note in _unpack(text, [])]
