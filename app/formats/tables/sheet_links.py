"""Read the links of the cells of an xlsx sheet.

Spreadsheets often show a word in place of the address.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.formats.source.file_sample import ZIP_ERRORS

_BOOK = "xl/workbook.xml"
_CHUNK_BYTES = 1 << 20
_MAX_LINK_BYTES = 32 << 20
_START, _END = b"<hyperlinks", b"</hyperlinks>"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LETTERS_IN_USE = 26

Links = Mapping[tuple[int, int], str]
"""Addresses by row from 1 and column from 0."""


def read_sheet_links(path: Path, sheet: str) -> Links:
    """Return the web addresses that the cells of a sheet lead to.

    Return none if the file has none that can be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            part = _find_part(archive, sheet)
            section = _cut_section(archive, part) if part else b""
            targets = _read_targets(archive, part) if section else {}
        return dict(_list_links(section, targets)) if targets else {}
    except (*ZIP_ERRORS, OSError, KeyError, ValueError, SyntaxError, ImportError):
        return {}  # the rows are read all the same; XML faults are syntax errors, forbidden XML is a value error


def _find_part(archive: zipfile.ZipFile, sheet: str) -> str:
    targets = _read_targets(archive, _BOOK, only_external=False)
    for found in _find_elements(archive.read(_BOOK), "sheet"):
        if found.get("name") == sheet:
            return targets.get(_relation_of(found), "")
    return ""


def _read_targets(archive: zipfile.ZipFile, part: str, *, only_external: bool = True) -> dict[str, str]:
    """Return the targets of a part's relations by their ids.

    A target is a part or an address.
    """
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    for one in _find_elements(archive.read(relations), "Relationship"):
        target, is_external = one.get("Target", ""), one.get("TargetMode") == "External"
        if is_external is only_external:
            found[one.get("Id", "")] = target if is_external else posixpath.join(folder, target).removeprefix("/")
    return found


def _cut_section(archive: zipfile.ZipFile, part: str) -> bytes:
    """Return the part of a sheet that lists its links.

    It stands behind all rows.
    """
    held = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            held += chunk
            start = held.find(_START)
            held = held[start:] if start >= 0 else held[-len(_START) :]
            if start >= 0 and (end := held.find(_END)) >= 0:
                return held[: end + len(_END)]
            if len(held) > _MAX_LINK_BYTES:
                return b""
    return b""


def _list_links(section: bytes, targets: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    declared = section.replace(_START, _START + b' xmlns:r="r" xmlns:xr="xr" xmlns:xr2="xr" xmlns:xr3="xr"', 1)
    for link in _find_elements(declared, "hyperlink"):
        place = _PLACE.match(link.get("ref", ""))
        target = targets.get(_relation_of(link), "")
        if place is not None and target.startswith(("http://", "https://")):
            yield (int(place[2]), _column_number(place[1])), target


def _find_elements(raw: bytes, name: str) -> Iterator[Mapping[str, str]]:
    """Yield the attributes of the elements with a name.

    Their namespace does not matter. Entities are refused.
    """
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415  # an optional library

    tree = fromstring(raw, forbid_dtd=True)
    return (element.attrib for element in tree.iter() if isinstance(element.tag, str) and _bare(element.tag) == name)


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def _relation_of(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.startswith("{") and _bare(name) == "id"), "")


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS_IN_USE + ord(letter) - ord("A") + 1
    return number - 1
