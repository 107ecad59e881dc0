"""Read the parts of a workbook that python-calamine leaves out.

They are names of cells, comments, and properties of the file.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from openpyxl.utils import column_index_from_string

from app.core.message import Message, UserError
from app.formats.source.damage import DamageError, explain_damage
from app.formats.source.file_sample import PART_ERRORS

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_PROPERTIES = "docProps/custom.xml"
_META = "meta.xml"
"""Of an OpenDocument workbook, which keeps the properties; its headers are known by their texts."""
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d{1,7})")
"""A reference to a cell: «'Sheet 1'!$A$1»."""
_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_MAX_PART_BYTES = 64 << 20

Place = tuple[str, int, int]
"""A cell: the name of its sheet, its row and its column, both from 1."""


@dataclass
class BookParts:
    """Names, comments and properties of a workbook.

    They are the names of cells, the texts of their comments, and the properties of the file.
    """

    names: dict[Place, str] = field(default_factory=dict)
    comments: dict[Place, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)


def read_parts(path: Path) -> BookParts:
    """Read the parts; raise UserError where one is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = set(archive.namelist())
            parts = BookParts()
            if _META in members and _WORKBOOK not in members:
                parts.properties = _read_properties(_parse(archive, _META), "user-defined")
                return parts
            if _PROPERTIES in members:
                parts.properties = _read_properties(_parse(archive, _PROPERTIES))
            book = _parse(archive, _WORKBOOK)
            parts.names = dict(_read_names(book))
            targets = _read_relations(archive, _RELATIONS) if _RELATIONS in members else {}
            for sheet in _found(book, "sheet"):
                part = targets.get(sheet.get(_RELATION_ID, ""))
                if part is not None:
                    parts.comments |= _read_comments(archive, members, sheet.get("name", ""), part)
            return parts
    except (OSError, KeyError, *PART_ERRORS, ElementTree.ParseError) as fault:
        raise UserError(
            "“{name}” cannot be read as a workbook: {reason}.",
            hint="Open it in a spreadsheet program and save it again as .xlsx, without a password.",
            name=path.name,
            reason=explain_damage(fault),
        ) from fault


def _parse(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Return the tree of a part.

    A part that declares entities, or is far too large, is refused.
    """
    if archive.getinfo(name).file_size > _MAX_PART_BYTES:
        raise DamageError(Message("its part “{part}” is too large", {"part": name}))
    content = archive.read(name)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DamageError(Message("its part “{part}” declares entities", {"part": name}))
    return ElementTree.fromstring(content)  # noqa: S314  # without entities


def _found(tree: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Yield the elements of a name, whatever their namespace."""
    return (element for element in tree.iter() if element.tag.rpartition("}")[2] == name)


def _text_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def _read_properties(tree: ElementTree.Element, name: str = "property") -> dict[str, str]:
    """Return the properties of a file by name, as texts.

    OpenDocument has its names in a namespace.
    """
    return {
        value: _text_of(element)
        for element in _found(tree, name)
        for attribute, value in element.attrib.items()
        if attribute.rpartition("}")[2] == "name"
    }


def _read_names(book: ElementTree.Element) -> Iterator[tuple[Place, str]]:
    for element in _found(book, "definedName"):
        match = _CELL.fullmatch(_text_of(element).strip())
        if match is not None:
            sheet = match[1].replace("''", "'") if match[1] else match[2]
            yield (sheet, int(match[4]), column_index_from_string(match[3])), element.get("name", "")


def _read_relations(archive: zipfile.ZipFile, name: str, kind: str = "") -> dict[str, str]:
    """Return the parts that a part refers to, by id.

    Those of a kind, or all without one.
    """
    folder = posixpath.dirname(posixpath.dirname(name))
    return {
        element.get("Id", ""): posixpath.normpath(posixpath.join(folder, element.get("Target", ""))).lstrip("/")
        for element in _found(_parse(archive, name), "Relationship")
        if element.get("TargetMode") != "External" and element.get("Type", "").endswith(kind)
    }


def _read_comments(archive: zipfile.ZipFile, members: set[str], sheet: str, part: str) -> dict[Place, str]:
    """Return the texts of the comments of a sheet by place.

    LibreOffice keeps the place of the box beside the text, in numbers.
    """
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[Place, str] = {}
    if relations not in members:
        return found
    for target in _read_relations(archive, relations, "/comments").values():
        if target in members:
            for element in _found(_parse(archive, target), "comment"):
                match = _REFERENCE.fullmatch(element.get("ref", ""))
                if match is not None:
                    place = (sheet, int(match[2]), column_index_from_string(match[1]))
                    found[place] = "".join(map(_text_of, _found(element, "text"))).strip()
    return found
