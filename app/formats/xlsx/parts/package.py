"""The package of a workbook.

Openpyxl makes all of it but the rows of the tables.

The rows are compressed while they come. When the workbook is saved, openpyxl writes it into memory without them, and
each table's part is put in the place of the sheet that openpyxl made.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from contextlib import ExitStack
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.xlsx.parts.deflated_part import LEVEL, DeflatedPart
from app.formats.xlsx.parts.hyperlinks import SheetLinks
from app.formats.xlsx.parts.styles import add_styles

_XML_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_END_OF_ROWS = b"</sheetData>"
_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_AFTER_LINKS = re.compile(rb"<(?:printOptions|pageMargins)")


class Package:
    """A workbook in the making. Temporary files live as long as `stack`."""

    def __init__(self, stack: ExitStack, language: str) -> None:
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        add_styles(self.workbook, language)
        self._stack = stack
        self._heads: dict[Worksheet, bytes] = {}
        self._parts: dict[Worksheet, tuple[DeflatedPart, SheetLinks]] = {}

    def add_sheet(self, title: str, after: Worksheet | None = None) -> Worksheet:
        """Add a sheet, last or after another."""
        index = None if after is None else self.workbook.index(after) + 1
        sheet: Worksheet = self.workbook.create_sheet(title, index)
        return sheet

    def open_rows(self, sheet: Worksheet) -> tuple[DeflatedPart, SheetLinks]:
        """Return the writers of the rows and links of a sheet.

        The header and the layout of the sheet are done.
        """
        if sheet not in self._heads:
            self._read_heads()
        spool = self._stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # it lives as long as the stack
        part = DeflatedPart(spool)
        part.write(_XML_HEAD + self._heads[sheet])
        links = SheetLinks()
        self._parts[sheet] = part, links
        return part, links

    def save(self, path: Path) -> None:
        """Write the package, whose rows are all there."""
        with (
            zipfile.ZipFile(self._write_rest()) as rest,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as package,
        ):
            parts = {_part_name(index): self._parts.get(sheet) for index, sheet in self._sheets()}
            relations = {_relations_name(name): part[1] for name, part in parts.items() if part is not None}
            for name in rest.namelist():
                content, part = rest.read(name), parts.get(name)
                if part is not None:
                    _close_sheet(content, *part)
                    part[0].store(package, name)
                elif name in relations:
                    package.writestr(name, _add_relations(content, relations[name]))
                else:
                    package.writestr(name, content)

    def _sheets(self) -> list[tuple[int, Worksheet]]:
        return list(enumerate(self.workbook.worksheets, start=1))

    def _read_heads(self) -> None:
        """Keep how the sheets begin, up to their header."""
        with zipfile.ZipFile(self._write_rest()) as rest:
            for index, sheet in self._sheets():
                head, end, _ = rest.read(_part_name(index)).partition(_END_OF_ROWS)
                if end and sheet not in self._heads:
                    self._heads[sheet] = _DIMENSION.sub(b"", _without_declaration(head))

    def _write_rest(self) -> io.BytesIO:
        """Return the package without the rows."""
        self.workbook.active = 0
        file = io.BytesIO()
        self.workbook.save(file)
        return file


def _close_sheet(content: bytes, part: DeflatedPart, links: SheetLinks) -> None:
    """Put after the rows what openpyxl wrote there, and the links."""
    _, end, tail = content.partition(_END_OF_ROWS)
    place = _AFTER_LINKS.search(tail)
    assert place is not None, "each sheet has margins"
    element = links.to_xml()[0].encode()
    part.write(end + tail[: place.start()] + element + tail[place.start() :])
    part.close()


def _add_relations(content: bytes, links: SheetLinks) -> bytes:
    return content.replace(b"</Relationships>", links.to_xml()[1].encode() + b"</Relationships>")


def _without_declaration(xml: bytes) -> bytes:
    return re.sub(rb"^<\?xml[^>]*\?>\s*", b"", xml)


def _part_name(index: int) -> str:
    return f"xl/worksheets/sheet{index}.xml"


def _relations_name(part: str) -> str:
    return part.replace("worksheets/", "worksheets/_rels/") + ".rels"
