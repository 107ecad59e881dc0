"""Rows of a sheet as the bytes of their XML: what Excel reads, made five times as fast as by an XML library."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape

from app.formats.cells import Value, cell_value, clean, day_number, time_number

_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_x")
"""What must not stand in XML as it is, and what may be one of Excel's own escapes."""


class RowBytes:
    """Make the rows of one table; `letters` and `styles` are those of its columns."""

    def __init__(self, letters: Sequence[str], styles: Sequence[int]) -> None:
        self._heads = [f'<c r="{letter}' for letter in letters]
        self._styles = [f'" s="{style}"' for style in styles]

    def row(self, number: int, values: Sequence[Value], height: int) -> bytes:
        """Return row `number`; `height` in points, 0 for the usual one. Empty cells take no place."""
        cells = [f'<row r="{number}" ht="{height}" customHeight="1">' if height else f'<row r="{number}">']
        for head, style, value in zip(self._heads, self._styles, values, strict=True):
            if value is None or value == "":
                continue
            if type(value) is str:
                text = escape(clean(value)) if _SPECIAL.search(value) else value
                if not text:
                    continue
                cells.append(f'{head}{number}{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
            else:
                cells.append(f"{head}{number}{style}{_content(value)}</c>")
        cells.append("</row>")
        return "".join(cells).encode()


def _content(value: Value) -> str:
    """Return the rest of a cell that holds no plain text: its type and value."""
    value = cell_value(value)
    if isinstance(value, datetime):
        return f"><v>{time_number(value)!r}</v>"
    if isinstance(value, date):
        return f"><v>{day_number(value)}</v>"
    if isinstance(value, str):
        return f' t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'
    return f"><v>{value!r}</v>"
