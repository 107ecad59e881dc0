"""OpenDocument texts (.odt): paragraphs, tables as lines, notes at the end.

What was deleted stays out.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.core.message import Message
from app.core.model import Document
from app.formats.documents.article_lines import FoundFields, choose_title, clean_line, list_row_lines, make_article
from app.formats.documents.libraries import damaged_error, loading_for, reporting_damage
from app.formats.documents.zip_parts import check_zip
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes

_KIND = "OpenDocument"
_MARK = b"application/vnd.oasis.opendocument.text"
_PARAGRAPHS = ("text:p", "text:h")
_LEFT_OUT = ("text:tracked-changes", "office:annotation", "text:sequence-decls", "office:forms", "text:note-citation")
_HIDDEN = 'text:display="none"'
_HEADING_LEVELS = ("1", "")


def read_open_document(path: Path) -> Iterator[Document]:
    """Yield the one article of an OpenDocument text."""
    raw = read_bytes(path)
    check_zip(raw, path, _KIND)
    text = _open(raw, path)
    notes: list[Any] = []
    with reporting_damage(path, _KIND):
        _drop_hidden(text)
        lines = list(_list_lines(text.body, notes))
        lines += [line for note in notes for line in _list_lines(note, [])]
        title = choose_title(lines, _find_heading(text.body), text.meta.title or "")
        fields = FoundFields(title, file_date=_file_date(text.meta))
    yield make_article(lines, fields, path.name, path.stem)


def is_open_document(sample: FileSample) -> bool:
    """Say whether a file is an OpenDocument text."""
    return bool(sample.names) and _MARK in sample.head[:200]


def _open(raw: bytes, path: Path) -> Any:
    with loading_for(path):
        import odfdo  # noqa: PLC0415  # an optional library
        from odfdo.security import SecurityError  # noqa: PLC0415
    try:
        with reporting_damage(path, _KIND):
            document = odfdo.Document(io.BytesIO(raw))
            assert document.body is not None
    except SecurityError as error:
        raise damaged_error(path, _KIND, error) from error
    return document


def _drop_hidden(text: Any) -> None:
    """Remove the words that the text does not show."""
    styles = text.get_part("content.xml").root.get_elements("//style:style")
    hidden = {style.get_attribute("style:name") for style in styles if _HIDDEN in style.serialize()}
    for found in text.body.get_elements("//text:span | //text:p | //text:h") if hidden else ():
        if found.get_attribute("text:style-name") in hidden:
            found.delete(keep_tail=True)


def _list_lines(element: Any, notes: list[Any]) -> Iterator[str]:
    """Yield the paragraphs and table rows under an element.

    The bodies of notes go to `notes`.
    """
    for child in element.children:
        if child.tag in _PARAGRAPHS:
            boxes: list[Any] = []
            yield "".join(_paragraph_text(child, boxes, notes))
            for box in boxes:
                yield from _list_lines(box, notes)
        elif child.tag == "table:table-row":
            yield from list_row_lines(_list_lines(cell, notes) for cell in child.children)
        elif child.tag not in _LEFT_OUT:
            yield from _list_lines(child, notes)


def _paragraph_text(element: Any, boxes: list[Any], notes: list[Any]) -> Iterator[str]:
    yield element.text or ""
    for child in element.children:
        if child.tag == "text:s":
            yield " " * min(100, int(child.get_attribute("text:c") or 1))
        elif child.tag in ("text:tab", "text:line-break"):
            yield "\t" if child.tag == "text:tab" else "\n"
        elif child.tag == "text:note":
            notes += [part for part in child.children if part.tag == "text:note-body"]
        elif child.tag == "draw:text-box":
            boxes.append(child)
        elif child.tag not in _LEFT_OUT:
            yield from _paragraph_text(child, boxes, notes)
        yield child.tail or ""


def _find_heading(body: Any) -> str:
    """Return the first paragraph if it is a heading.

    It is of the first level, or in the style of a title.
    """
    first = next((child for child in body.children if child.tag in _PARAGRAPHS and child.text_recursive.strip()), None)
    if first is None:
        return ""
    is_heading = first.tag == "text:h" and (first.get_attribute("text:outline-level") or "") in _HEADING_LEVELS
    is_title = str(first.get_attribute("text:style-name") or "").startswith("Title")
    return clean_line("".join(_paragraph_text(first, [], []))) if is_heading or is_title else ""


def _file_date(meta: Any) -> dt.date | None:
    with contextlib.suppress(ValueError, TypeError):  # a day that is written wrongly is none
        made = meta.creation_date
        return made.date() if made is not None else None
    return None


FORMAT = FileFormat(
    "odt",
    Message("OpenDocument text"),
    (".odt", ".ott"),
    read=read_open_document,
    matches=is_open_document,
    is_mended=True,
)
