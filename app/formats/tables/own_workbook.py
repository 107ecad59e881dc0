"""Recognise by its content a workbook that Pometka wrote.

Such a workbook comes back, and is no table of articles.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from app.formats.source.file_sample import PART_ERRORS

_WORKBOOK, _PROPERTIES, _META = "xl/workbook.xml", "docProps/custom.xml", "meta.xml"
_STAMP = re.compile(rb'name="Pometka 1"')
_NAMES = re.compile(rb'name="(?:articles|entities|claims|notes)_(?:\d+_)?(?:key|text|note|title|label|kind|status)"')
"""The name of a column that our workbooks have."""
_SHEET = re.compile(rb'<(?:\w+:)?sheet [^>]*\bname="([^"]*)"')
"""A sheet of a workbook, with its name."""
_FEWEST_NAMES = 3
_SHEETS = (
    {"Articles", "Entities", "Claims", "Notes"},
    {"Статьи", "Имена", "Сущности", "Утверждения", "Заметки"},
)
_FEWEST_SHEETS = 3
_CELLS = re.compile(r"xl/(?:sharedStrings|worksheets/sheet\d+)\.xml")
"""The parts of a workbook that hold texts."""
_KEY = re.compile(rb">\s*[PECR]-[BCDFGHKLMNPRTVWX]{4}-[1-9]\d*\s*<")
"""A cell with the key of a row: «C-KTRB-118»."""
_FEWEST_KEYS = 2
_MAX_BYTES = 64 << 20
_MAX_CELLS_BYTES = 4 << 20
"""Keys of rows are looked for in so much of each part with cells."""


def is_own_workbook(path: Path) -> bool:
    """Say whether Pometka wrote a workbook.

    By a property of the file, by names of header cells, by names of sheets, or by one of these with keys of rows: some
    programs keep no more.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = {member.filename: member.file_size for member in archive.infolist()}
            if any(_STAMP.search(_read_part(archive, members, part)) for part in (_PROPERTIES, _META)):
                return True
            content = _read_part(archive, members, _WORKBOOK)
            if len(set(_NAMES.findall(content))) >= _FEWEST_NAMES:
                return True
            sheets = {name.decode("utf-8", "replace") for name in _SHEET.findall(content)}
            if any(len(own & sheets) >= _FEWEST_SHEETS for own in _SHEETS):
                return True
            return any(own & sheets for own in _SHEETS) and _has_keys(archive, members)
    except (OSError, *PART_ERRORS):
        return False


def _read_part(archive: zipfile.ZipFile, members: dict[str, int], name: str) -> bytes:
    """Return a part.

    Return an empty part if there is none or it is far too large.
    """
    return archive.read(name) if members.get(name, _MAX_BYTES) < _MAX_BYTES else b""


def _has_keys(archive: zipfile.ZipFile, members: dict[str, int]) -> bool:
    """Say whether cells hold keys of rows as we write them."""
    found: set[bytes] = set()
    for name in filter(_CELLS.fullmatch, members):
        with archive.open(name) as part:
            found.update(_KEY.findall(part.read(_MAX_CELLS_BYTES)))
        if len(found) >= _FEWEST_KEYS:
            return True
    return False
