"""Word files (.docx).

Paragraphs, tables and text boxes in reading order, then the footnotes.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.core.message import Message
from app.core.model import Document
from app.formats.documents.article_lines import FoundFields, choose_title, make_article
from app.formats.documents.libraries import damaged_error, loading_for, reporting_damage
from app.formats.documents.word_text import list_lines, local_name
from app.formats.documents.zip_parts import check_zip
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes
from app.formats.source.own_files import REPORT_KEYWORD, own_report_error

_KIND = "Word"
_HEADINGS = frozenset(("title", "heading 1", "название", "заголовок 1"))
_MAX_HEAD_PARAGRAPHS = 6
_TEMPLATE_AUTHOR = "python-docx"
"""Files made from this library's template carry the day of the template."""


def read_word_file(path: Path) -> Iterator[Document]:
    """Yield the one article of a Word file."""
    raw = read_bytes(path)
    check_zip(raw, path, _KIND)
    word = _open(raw, path)
    if word.core_properties.keywords == REPORT_KEYWORD:
        raise own_report_error(path.name)
    with reporting_damage(path, _KIND):
        lines = [*list_lines(word.element.body), *_note_lines(word)]
        core = word.core_properties
        fields = FoundFields(choose_title(lines, _find_heading(word), core.title or ""), file_date=_file_date(core))
    yield make_article(lines, fields, path.name, path.stem)


def is_word_file(sample: FileSample) -> bool:
    """Say whether a file is a Word file of the newer kind."""
    return sample.has_member("word/document.xml")


def _open(raw: bytes, path: Path) -> Any:
    with loading_for(path):
        import docx  # noqa: PLC0415  # an optional library
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
    try:
        with reporting_damage(path, _KIND):
            word = docx.Document(io.BytesIO(raw))
            assert word.element.body is not None
    except OpcError as error:
        raise damaged_error(path, _KIND, error) from error
    return word


def _find_heading(word: Any) -> str:
    """Return the paragraph near the top in the style of a title.

    "" where there is none.
    """
    for paragraph in word.paragraphs[:_MAX_HEAD_PARAGRAPHS]:
        if paragraph.style is not None and (paragraph.style.name or "").lower() in _HEADINGS and paragraph.text.strip():
            return " ".join("".join(list_lines([paragraph._element])).split())  # noqa: SLF001  # no public name
    return ""


def _note_lines(word: Any) -> Iterator[str]:
    """Yield the footnotes and endnotes."""
    from docx.oxml import parse_xml  # noqa: PLC0415  # an optional library, loaded by now

    for relation in word.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/footnotes", "/endnotes")):
            for note in parse_xml(relation.target_part.blob):
                kinds = [value for name, value in note.attrib.items() if name.endswith("}type")]
                if local_name(note) in ("footnote", "endnote") and kinds in ([], ["normal"]):
                    yield from list_lines(note)


def _file_date(core: Any) -> dt.date | None:
    if core.created is None or core.author == _TEMPLATE_AUTHOR:
        return None
    day: dt.date = core.created.date()
    return day


FORMAT = FileFormat(
    "docx", Message("Word document"), (".docx", ".docm"), read=read_word_file, matches=is_word_file, is_mended=True
)
