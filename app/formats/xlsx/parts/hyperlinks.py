"""The links of a sheet.

To places in the workbook and to addresses.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from app.formats.xlsx.values.cells import MAX_LINKS, make_link_target

_OWN_LINKS = MAX_LINKS // 2
"""So many cells have a link each, which moves along when the sheet is sorted; then equal ones in a row share one."""
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = f"{_NAMESPACE}/hyperlink"


class SheetLinks:
    """Collect the links of one sheet, as many as Excel takes."""

    def __init__(self) -> None:
        self._elements: list[str] = []
        self._targets: dict[str, str] = {}
        self._columns: list[LinkColumn] = []
        self.is_crowded = False
        """Whether equal links in a row share one from now on."""

    def add_column(self, letter: str) -> LinkColumn:
        """Return what takes the links of a column."""
        column = LinkColumn(self, letter)
        self._columns.append(column)
        return column

    def add(self, letter: str, first: int, last: int, target: str) -> None:
        """Add a link for cells one below the other."""
        count = len(self._elements)
        self.is_crowded = count + 1 >= _OWN_LINKS
        if count >= MAX_LINKS:
            return
        cells = f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}"
        if target.startswith("'"):
            self._elements.append(f'<hyperlink ref="{cells}" location={quoteattr(target)}/>')
            return
        address = make_link_target(target)
        if address is not None:
            name = self._targets.setdefault(address, f"link{len(self._targets) + 1}")
            self._elements.append(f'<hyperlink ref="{cells}" r:id="{name}"/>')

    def to_xml(self) -> tuple[str, str]:
        """Return the sheet's element for links, and its relationships.

        Both are "" if there are no links.
        """
        for column in self._columns:
            column.close()
        if not self._elements:
            return "", ""
        relations = (
            f'<Relationship Id="{name}" Type="{_TYPE}" Target={quoteattr(target)} TargetMode="External"/>'
            for target, name in self._targets.items()
        )
        return f'<hyperlinks xmlns:r="{_NAMESPACE}">{"".join(self._elements)}</hyperlinks>', "".join(relations)


class LinkColumn:
    """Take the links of one column, row after row."""

    __slots__ = ("_first", "_last", "_letter", "_links", "_target")

    def __init__(self, links: SheetLinks, letter: str) -> None:
        self._links = links
        self._letter = letter
        self._target = ""
        self._first = self._last = 0

    def add(self, number: int, target: str) -> None:
        """Take the link of row `number`.

        A place ("'Claims'!A5") or an address, "" for none.
        """
        if target == self._target and (not target or self._links.is_crowded):
            self._last = number
            return
        self.close()
        self._target, self._first, self._last = target, number, number

    def close(self) -> None:
        """End the cells that share a link."""
        if self._target:
            self._links.add(self._letter, self._first, self._last, self._target)
            self._target = ""


def make_place(sheet: str, number: int) -> str:
    """Return the place of a row in the form for links.

    The row is in a sheet.
    """
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'!A{number}"
