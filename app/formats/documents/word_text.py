"""The text of Word's XML.

Insertions are in, deletions and hidden text out, tables stand as lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.formats.documents.article_lines import list_row_lines

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_LEFT_OUT = frozenset(("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt"))


def list_lines(element: Any) -> Iterator[str]:
    """Yield the paragraphs and table rows under an element.

    They come in reading order, text boxes behind their paragraph.
    """
    waiting = ""
    for child in element:
        name = local_name(child)
        if name == "p":
            boxes: list[Any] = []
            waiting += "".join(_run_text(child, boxes))
            if not _is_mark_deleted(child):
                yield waiting
                waiting = ""
            for box in boxes:
                yield from list_lines(box)
        elif name == "tbl":
            yield from _row_lines(child)
        elif name == "AlternateContent":
            yield from list_lines(_choose(child))
        elif name not in _LEFT_OUT:
            yield from list_lines(child)
    if waiting:
        yield waiting


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace.

    Return "" for a comment.
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _run_text(element: Any, boxes: list[Any]) -> Iterator[str]:
    """Yield the pieces of text in a paragraph.

    Text boxes go to `boxes`.
    """
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "AlternateContent":
            yield from _run_text(_choose(child), boxes)
        elif name not in _LEFT_OUT and not (name == "r" and _is_hidden(child)):
            yield from _run_text(child, boxes)


def _row_lines(table: Any) -> Iterator[str]:
    for row in _inside(table, "tr"):
        yield from list_row_lines(list_lines(cell) for cell in _inside(row, "tc"))


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    """Yield the rows of a table, or the cells of a row.

    Those in content controls and insertions are included.
    """
    for child in element:
        name = local_name(child)
        if name == wanted:
            if not _is_row_deleted(child):
                yield child
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _inside(child, wanted)


def _choose(alternatives: Any) -> Any:
    """Return the first of several ways of showing the same thing."""
    chosen = [child for child in alternatives if local_name(child) in ("Choice", "Fallback")]
    return chosen[0] if chosen else ()


def _find(element: Any, *names: str) -> Any:
    """Return the element at a path of names below another one.

    None where there is none.
    """
    for name in names:
        element = next((child for child in element if local_name(child) == name), None)
        if element is None:
            return None
    return element


def _is_mark_deleted(paragraph: Any) -> bool:
    """Say whether the end of a paragraph was deleted.

    The next paragraph then continues it.
    """
    return _find(paragraph, "pPr", "rPr", "del") is not None


def _is_row_deleted(row: Any) -> bool:
    return _find(row, "trPr", "del") is not None


def _is_hidden(run: Any) -> bool:
    mark = _find(run, "rPr", "vanish")
    return mark is not None and next(iter(mark.attrib.values()), "1") not in ("0", "false", "off")
