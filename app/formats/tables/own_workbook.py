"""Know a workbook that Pometka wrote by its content: it comes back, and is no table of articles."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from app.formats.source.file_sample import PART_ERRORS

_WORKBOOK, _PROPERTIES = "xl/workbook.xml", "docProps/custom.xml"
_STAMP = re.compile(rb'name="Pometka 1"')
_NAMES = re.compile(rb'name="(?:articles|entities|claims|notes)_(?:\d+_)?(?:key|text|note|title|label|kind|status)"')
_SHEET = re.compile(rb'<(?:\w+:)?sheet [^>]*\bname="([^"]*)"')
_FEWEST_NAMES = 3
_SHEETS = (
    {"Articles", "Entities", "Claims"},
    {"Статьи", "Сущности", "Утверждения"},
)
_MAX_BYTES = 64 << 20


def is_own_workbook(path: Path) -> bool:
    """Say whether Pometka wrote a workbook: by a property of the file, names of header cells, or names of sheets."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = {member.filename: member.file_size for member in archive.infolist()}
            if members.get(_WORKBOOK, _MAX_BYTES) >= _MAX_BYTES:
                return False
            if members.get(_PROPERTIES, _MAX_BYTES) < _MAX_BYTES and _STAMP.search(archive.read(_PROPERTIES)):
                return True
            content = archive.read(_WORKBOOK)
    except (OSError, *PART_ERRORS):
        return False
    if len(set(_NAMES.findall(content))) >= _FEWEST_NAMES:
        return True
    sheets = {name.decode("utf-8", "replace") for name in _SHEET.findall(content)}
    return any(own <= sheets for own in _SHEETS)
