"""REFI-QDA projects (".qdpx") of MAXQDA, NVivo, ATLAS.ti and others.

A zip with project.qde and the texts.

Labels are codes, annotations are selections with a coding, notes are notes. What the standard has no field for is JSON
in the description of a selection or source. The standard does not say what positions count: it is tested on the
names of selections, which most programs make of the selected words.
"""

from __future__ import annotations

import json
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from app.core.message import Message, UserError
from app.core.model import Document
from app.core.span import Span
from app.formats.exchange.shared.file_sets import FileSet, open_files, write_files
from app.formats.exchange.shared.from_document import mark_text
from app.formats.exchange.shared.json_texts import Tree
from app.formats.exchange.shared.marked_text import Link, Mark, MarkedText
from app.formats.exchange.shared.offset_units import OffsetUnit, choose_unit, map_to_code_points
from app.formats.exchange.shared.packed_values import pack_article, pack_mark, pack_text, unpack_article, unpack_mark
from app.formats.exchange.shared.texts import decode_text, encode_text
from app.formats.exchange.shared.to_document import make_marked_document
from app.formats.export_context import ExportContext
from app.formats.features import ALL_OF_A_DOCUMENT, Feature
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.safe_xml import clean_xml_text, find_all, format_xml, local_name, parse_xml

_NAMESPACE = "urn:QDA-XML:project:1.0"
_PROJECT = "project.qde"
_MAX_NAME_CHARS = 80
_MAX_NAMED_SOURCES = 20
_OTHER_SOURCES = ("PictureSource", "PDFSource", "AudioSource", "VideoSource")
_IDS = uuid.UUID("8a5c2d4e-6f0b-4a7b-9a30-1c5d0b9b7a11")
"""The namespace of our identifiers, so that equal projects give equal files."""


def read_qdpx(path: Path) -> Iterator[Document]:
    """Yield the text sources of a project.

    Sources of other kinds are named.
    """
    with open_files(path) as files:
        raw = next((files.read(name) for name in files.select(".qde")), None)
        if raw is None:
            raise UserError("“{name}” holds no “project.qde”.", hint="Export the project again.", name=path.name)
        project = parse_xml(raw, files.place_of(_PROJECT))
        reader = _ProjectReader(project, files)
        sources = list(find_all(project, "TextSource"))
        if not sources:
            raise UserError("“{name}” holds no texts.", hint="Only text sources can be read.", name=path.name)
        for number, source in enumerate(sources, start=1):
            document = reader.read(source, source.get("name") or f"{path.stem}-{number}")
            if number == len(sources):
                document = replace(document, lost=(*document.lost, *reader.list_losses()))
            yield document


def write_qdpx(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write a project with a text source for each article."""
    with write_files(path) as files:
        writer = _ProjectWriter(context.project or path.stem)
        for number, document in enumerate(documents, start=1):
            marked = mark_text(document, context.options, splits=False)
            guid = writer.add(marked, number)
            files.write_file(f"sources/{guid}.txt", encode_text(marked.text))
            if context.progress is not None:
                context.progress(number)
        files.write_file(_PROJECT, writer.as_xml())
    return files.path


class _ProjectWriter:
    """Build project.qde, in the order of elements that the schema asks for."""

    def __init__(self, name: str) -> None:
        self._root = ET.Element("Project", name=clean_xml_text(name), origin="Pometka", xmlns=_NAMESPACE)
        self._user = _make_id("user")
        ET.SubElement(ET.SubElement(self._root, "Users"), "User", guid=self._user, name="Pometka")
        self._codes = ET.SubElement(ET.SubElement(self._root, "CodeBook"), "Codes")
        self._sources = ET.SubElement(self._root, "Sources")
        self._notes = ET.Element("Notes")
        self._links = ET.Element("Links")
        self._code_ids: dict[str, str] = {}

    def add(self, marked: MarkedText, number: int) -> str:
        """Add a source; return its identifier."""
        guid = _make_id("source", number)
        name = clean_xml_text(marked.fields.get("title") or f"{number}")
        places = {"plainTextPath": f"internal://{guid}.txt", "creatingUser": self._user}
        source = ET.SubElement(self._sources, "TextSource", {"guid": guid, "name": name, **places})
        article = pack_article(marked)
        article.pop("notes", None)
        ET.SubElement(source, "Description").text = pack_text(article)
        ids = {mark.id: _make_id("selection", number, mark.id) for mark in marked.marks}
        for mark in marked.marks:
            self._add_selection(source, marked.text, mark, ids[mark.id])
        for note in marked.notes:
            ET.SubElement(source, "NoteRef", targetGUID=self._add_note(note))
        for link in marked.links:
            ends = {"originGUID": ids[link.source], "targetGUID": ids[link.target]}
            link_id = _make_id("link", number, link.source, link.target)
            ET.SubElement(
                self._links, "Link", {"guid": link_id, "name": clean_xml_text(link.name), "direction": "OneWay", **ends}
            )
        return guid

    def as_xml(self) -> bytes:
        """Return project.qde."""
        for part in (self._notes, self._links):
            if len(part) and part not in list(self._root):
                self._root.append(part)
        return format_xml(self._root)

    def _add_selection(self, source: ET.Element, text: str, mark: Mark, guid: str) -> None:
        name = clean_xml_text(" ".join(text[mark.start : mark.stop].split())[:_MAX_NAME_CHARS])
        ends = {"startPosition": str(mark.start), "endPosition": str(mark.stop), "creatingUser": self._user}
        selection = ET.SubElement(source, "PlainTextSelection", {"guid": guid, "name": name, **ends})
        packed = pack_mark(mark)
        packed.pop("notes", None)
        ET.SubElement(selection, "Description").text = pack_text(packed)
        coding = ET.SubElement(selection, "Coding", guid=_make_id("coding", guid), creatingUser=self._user)
        ET.SubElement(coding, "CodeRef", targetGUID=self._code_id(mark.label))
        for note in mark.notes:
            ET.SubElement(selection, "NoteRef", targetGUID=self._add_note(note))

    def _code_id(self, label: str) -> str:
        if label not in self._code_ids:
            self._code_ids[label] = _make_id("code", label)
            ET.SubElement(self._codes, "Code", guid=self._code_ids[label], name=clean_xml_text(label), isCodable="true")
        return self._code_ids[label]

    def _add_note(self, note: dict[str, str]) -> str:
        guid = _make_id("note", len(self._notes))
        values: dict[str, Tree] = {name: value for name, value in note.items() if name != "text"}
        element = ET.SubElement(self._notes, "Note", guid=guid, name="", creatingUser=self._user)
        if values:
            ET.SubElement(element, "Description").text = pack_text(values)
        ET.SubElement(element, "PlainTextContent").text = clean_xml_text(note["text"])
        return guid


class _ProjectReader:
    """Read the sources of project.qde."""

    def __init__(self, project: ET.Element, files: FileSet) -> None:
        self._files, self._project = files, project
        self._taken_links = 0
        self._codes = {code.get("guid", ""): code.get("name", "") for code in find_all(project, "Code")}
        self._notes = {note.get("guid", ""): note for note in find_all(project, "Note")}
        self._links = [
            Link(link.get("name", ""), link.get("originGUID", ""), link.get("targetGUID", ""))
            for link in find_all(project, "Link")
        ]

    def read(self, source: ET.Element, key: str) -> Document:
        """Return the document of a text source."""
        marked = MarkedText(self._read_text(source, key))
        described = _read_description(source)
        if isinstance(described, dict) and "title" in described:
            unpack_article(marked, described)
        elif source.get("name"):
            marked.fields = {"id": key, "title": source.get("name", "")}
        marked.notes = list(self._read_notes(source))
        selections = [child for child in source if local_name(child.tag) == "PlainTextSelection"]
        recorded = [(*_ends_of(one), one.get("name", "")) for one in selections]
        unit = choose_unit(marked.text, [one for one in recorded if one[2]], OffsetUnit.CODE_POINTS)
        position = map_to_code_points(marked.text, unit)
        for number, selection in enumerate(selections):
            start, stop = map(position, _ends_of(selection))
            marked.marks += self._read_selection(selection, Span(start, stop), number)
        own = {mark.id for mark in marked.marks}
        marked.links = [link for link in self._links if link.source in own and link.target in own]
        self._taken_links += len(marked.links)
        return make_marked_document(marked, key)

    def list_losses(self) -> Iterator[Message]:
        """Yield what the project holds beyond the sources that were read."""
        lost = len(self._links) - self._taken_links
        if lost:
            yield Message("{n} links are left out: they do not join two places of one text.", {"n": str(lost)})
        others = [source for tag in _OTHER_SOURCES for source in find_all(self._project, tag)]
        if others:
            names = ", ".join(
                " ".join((source.get("name") or "").split()) or "–" for source in others[:_MAX_NAMED_SOURCES]
            )
            more = " …" if len(others) > _MAX_NAMED_SOURCES else ""
            fields = {"n": str(len(others)), "names": names + more}
            yield Message("{n} sources that are no text are left out: {names}.", fields)

    def _read_selection(self, selection: ET.Element, span: Span, number: int) -> Iterator[Mark]:
        """Yield a mark for each code of a selection.

        One without a code is called "selection".
        """
        refs = [ref.get("targetGUID", "") for ref in find_all(selection, "CodeRef")]
        labels = [label for ref in refs if (label := self._codes.get(ref, ""))] or ["selection"]
        notes = list(self._read_notes(selection))
        for place, label in enumerate(labels):
            own = selection.get("guid") or f"selection {number}"
            mark = Mark(own if not place else f"{own} {place}", label, (span,))
            described = _read_description(selection)
            if isinstance(described, dict):
                unpack_mark(mark, described)
            elif isinstance(described, str):
                mark.notes.append({"text": described})
            mark.notes += notes if not place else []
            yield mark

    def _read_text(self, source: ET.Element, key: str) -> str:
        inside = next((child.text for child in source if local_name(child.tag) == "PlainTextContent"), None)
        if inside is not None:
            return inside
        name = (source.get("plainTextPath") or "").partition("://")[2] or source.get("plainTextPath") or ""
        raw = next(
            (
                raw
                for place in (f"sources/{name}", f"Sources/{name}", name)
                if name and (raw := self._files.read(place)) is not None
            ),
            None,
        )
        if raw is None:
            raise UserError(
                "The text of “{name}” is not in the project.", hint="Export the project with its sources.", name=key
            )
        return decode_text(raw, self._files.place_of(name))

    def _read_notes(self, holder: ET.Element) -> Iterator[dict[str, str]]:
        refs = (child.get("targetGUID", "") for child in holder if local_name(child.tag) == "NoteRef")
        for note in (self._notes[ref] for ref in refs if ref in self._notes):
            text = next((child.text for child in note if local_name(child.tag) == "PlainTextContent"), "")
            described = _read_description(note)
            values = described if isinstance(described, dict) else {}
            yield {**{name: value for name, value in values.items() if isinstance(value, str)}, "text": text or ""}


def _read_description(element: ET.Element) -> Tree:
    """Return the description of an element.

    An object of ours, a text of others, None where there is none.
    """
    text = next((child.text for child in element if local_name(child.tag) == "Description"), None)
    if not text or not text.strip():
        return None
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return tree if isinstance(tree, dict) else text


def _ends_of(selection: ET.Element) -> tuple[int, int]:
    texts = [selection.get(name, "") for name in ("startPosition", "endPosition")]
    start, stop = (int(text) if text.isdecimal() and len(text) < 12 else -1 for text in texts)
    return start, stop


def _make_id(*parts: object) -> str:
    return str(uuid.uuid5(_IDS, json.dumps([str(part) for part in parts])))


def _matches(sample: FileSample) -> bool:
    return sample.has_member("project.qde")


FORMAT = FileFormat(
    "qdpx",
    Message("REFI-QDA project"),
    (".qdpx",),
    read=read_qdpx,
    write=write_qdpx,
    matches=_matches,
    holds=ALL_OF_A_DOCUMENT - {Feature.CONTROL_CHARACTERS},
)
