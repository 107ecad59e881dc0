"""The formats cas-xmi and cas-json.

A CAS for each article, of XMI with the type system beside it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from app.core.message import Message, UserError
from app.core.model import Document
from app.formats.exchange.corpora.cas_types import load_library, make_cas, make_type_system, read_cas
from app.formats.exchange.shared.file_sets import FileSet, name_article, open_files, read_each, write_files
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import parse_json
from app.formats.exchange.shared.marked_text import MarkedText
from app.formats.exchange.shared.texts import decode_text
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT, Feature
from app.formats.file_format import FileFormat
from app.formats.source.damage import explain_damage
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import empty_error
from app.formats.source.safe_xml import clean_xml_text, parse_xml

_TYPES = "TypeSystem.xml"
_JSON_END = ".cas.json"


def read_xmi(path: Path) -> Iterator[Document]:
    """Yield the articles of XMI files, with their type system.

    The path is an XMI file, or a folder or zip of them.
    """
    cassis = load_library(path.name)
    with open_files(path) as files:
        names = files.select(".xmi", ".xcas") or ([path.name] if files.is_single else [])
        _refuse_none(names, path)
        yield from read_each(path, names, partial(_read_xmi_file, cassis, files))


def read_json(path: Path) -> Iterator[Document]:
    """Yield the articles of JSON files.

    The path is a JSON file, or a folder or zip of them.
    """
    cassis = load_library(path.name)
    with open_files(path) as files:
        names = files.select(_JSON_END) or files.select(".json") or ([path.name] if files.is_single else [])
        _refuse_none(names, path)
        yield from read_each(path, names, partial(_read_json_file, cassis, files))


def write_xmi(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write a folder or zip with an XMI file for each article.

    The type system is written beside them.
    """
    cassis = load_library(path.name)
    types = make_type_system(cassis)
    with write_files(path) as files:
        files.write_file(_TYPES, types.to_xml().encode())
        for name, marked in _mark_texts(documents, context):
            cas = make_cas(cassis, types, _clean(marked))
            files.write_file(f"{name}.xmi", cas.to_xmi().encode())
    return files.path


def write_json(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write a folder or zip with a JSON file for each article.

    Each file holds the type system.
    """
    cassis = load_library(path.name)
    types = make_type_system(cassis)
    with write_files(path) as files:
        for name, marked in _mark_texts(documents, context):
            files.write_file(f"{name}{_JSON_END}", make_cas(cassis, types, marked).to_json().encode())
    return files.path


def _mark_texts(documents: Iterable[Document], context: ExportContext) -> Iterator[tuple[str, MarkedText]]:
    for number, document in enumerate(documents, start=1):
        yield name_article(document, number), mark_text(document, context.options, splits=False)
        if context.progress is not None:
            context.progress(number)


def _clean(marked: MarkedText) -> MarkedText:
    """Return a marked text without the characters that XML cannot write."""
    marks = [
        replace(mark, label=clean_xml_text(mark.label), values=_clean_values(mark.values)) for mark in marked.marks
    ]
    for mark in marks:
        mark.attributes, mark.notes = _clean_values(mark.attributes), [_clean_values(note) for note in mark.notes]
    return MarkedText(
        clean_xml_text(marked.text),
        _clean_values(marked.fields),
        marks,
        [replace(link, name=clean_xml_text(link.name)) for link in marked.links],
        [_clean_values(note) for note in marked.notes],
    )


def _clean_values(values: dict[str, str]) -> dict[str, str]:
    return {clean_xml_text(name): clean_xml_text(value) for name, value in values.items()}


def _read_xmi_file(cassis: Any, files: FileSet, name: str) -> Document:
    raw = _read_bytes(files, name)
    parse_xml(raw, files.place_of(name))  # which refuses entities; the library looks at them
    types = _load_types(cassis, files, name)
    return _load(lambda: cassis.load_cas_from_xmi(io.BytesIO(raw), typesystem=types, lenient=True), files, name)


def _read_json_file(cassis: Any, files: FileSet, name: str) -> Document:
    raw, place = _read_bytes(files, name), files.place_of(name)
    text = decode_text(raw, place)
    tree = parse_json(raw, place)
    if not isinstance(tree, dict) or "%FEATURE_STRUCTURES" not in tree:
        raise UserError("“{name}” is no UIMA CAS in JSON.", hint="Export it again.", name=place)
    return _load(lambda: cassis.load_cas_from_json(text), files, name)


def _load_types(cassis: Any, files: FileSet, name: str) -> Any:
    """Return the type system beside a file.

    Raise UserError where there is none.
    """
    folder = name.rpartition("/")[0]
    for place in (f"{folder}/{_TYPES}" if folder else _TYPES, _TYPES, f"{name.rpartition('.')[0]}.xml"):
        raw = files.read(place)
        if raw is not None:
            parse_xml(raw, files.place_of(place))
            try:
                return cassis.load_typesystem(io.BytesIO(raw))
            except Exception as fault:  # the library has no error of its own for a wrong type system
                raise _wrong_cas_error(files.place_of(place), fault) from fault
    raise UserError(
        "“{name}” has no type system beside it.",
        hint="Put its “TypeSystem.xml” into the same folder.",
        name=files.place_of(name),
    )


def _load(load: Any, files: FileSet, name: str) -> Document:
    stem = Path(name).name.removesuffix(_JSON_END)
    try:
        cas = load()
        return read_cas(cas, stem.rpartition(".")[0] if stem.endswith((".xmi", ".json")) else stem)
    except UserError:
        raise
    except Exception as fault:  # the library raises whatever comes of a wrong file
        raise _wrong_cas_error(files.place_of(name), fault) from fault


def _wrong_cas_error(name: str, fault: Exception) -> UserError:
    return UserError(
        "“{name}” is no UIMA CAS that can be read: {reason}.",
        hint="Export it again together with its type system.",
        name=name,
        reason=explain_damage(fault),
    )


def _read_bytes(files: FileSet, name: str) -> bytes:
    raw = files.read(name)
    if not raw or not raw.strip():
        raise empty_error(files.place_of(name))
    return raw


def _refuse_none(names: list[str], path: Path) -> None:
    if not names:
        raise UserError("“{name}” holds no CAS.", hint="Name a folder with .xmi or .json files.", name=path.name)


def _is_xmi(sample: FileSample) -> bool:
    return "xmi:XMI" in sample.xml_root or "xmlns:cas=" in sample.xml_root or sample.has_member(".xmi")


def _is_json(sample: FileSample) -> bool:
    return "%FEATURE_STRUCTURES" in sample.json_places or sample.has_member(_JSON_END)


XMI = FileFormat(
    "cas-xmi",
    Message("UIMA CAS, XMI"),
    (".xmi",),
    read=read_xmi,
    write=write_xmi,
    matches=_is_xmi,
    many_files=True,
    companions=(_TYPES,),
    holds=ALL_OF_A_DOCUMENT - {Feature.CONTROL_CHARACTERS},
)
JSON = FileFormat(
    "cas-json",
    Message("UIMA CAS, JSON"),
    (".json",),
    read=read_json,
    write=write_json,
    matches=_is_json,
    many_files=True,
    holds=ALL_OF_A_DOCUMENT,
)
