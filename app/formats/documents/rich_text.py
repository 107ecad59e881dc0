"""Rich text files (.rtf).

The text, and the title and day of the file.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.documents.article_lines import CELL_SEPARATOR, FoundFields, choose_title, clean_line, make_article
from app.formats.documents.libraries import damaged_error
from app.formats.documents.rich_text_code import RichTextReader
from app.formats.file_format import FileFormat
from app.formats.source.file_sample import FileSample
from app.formats.source.file_text import read_bytes

_START = b"{\\rtf"
_TITLE = re.compile(r"\{\\title ((?:[^{}]|\{[^{}]*\}){0,2000})\}")
"""The title in the properties of the file."""
_MADE = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
"""The day when the file was made."""
_CODE_PAGE = re.compile(r"\\ansicpg(\d+)")
_ENCODING = "cp1251"
"""The encoding where the file names none: that of Russian Windows."""
_CELL_END = re.compile(r"\s*\|\s*")


def read_rich_text(path: Path) -> Iterator[Document]:
    """Yield the one article of a rich text file."""
    raw = read_bytes(path)
    if not raw.lstrip().startswith(_START):
        raise damaged_error(path, "RTF", Message("it does not begin as one"))
    if not raw.rstrip(b"\x00\r\n\t ").endswith(b"}"):
        raise damaged_error(path, "RTF", Message("its end is missing"))
    code = raw.decode("latin-1")
    lines = [_shown_row(line) for line in RichTextReader(_ENCODING).read(code).split("\n")]
    stated = _TITLE.search(code)
    page = _CODE_PAGE.search(code)
    head = f"{{\\rtf1\\ansi\\ansicpg{page[1] if page else '1251'} "
    title = choose_title(lines, "", RichTextReader(_ENCODING).read(f"{head}{stated[1]}}}") if stated else "")
    yield make_article(lines, FoundFields(title, file_date=_file_date(code)), path.name, path.stem)


def is_rich_text(sample: FileSample) -> bool:
    """Say whether a file is rich text."""
    return sample.head.lstrip().startswith(_START)


def _shown_row(line: str) -> str:
    """Return a table row in the form in which rows are shown.

    The cells of a table row end in "|". Other lines are returned as they are.
    """
    if not line.endswith("|"):
        return line
    cells = (clean_line(cell) for cell in _CELL_END.split(line))
    return CELL_SEPARATOR.join(cell for cell in cells if cell)


def _file_date(code: str) -> dt.date | None:
    found = _MADE.search(code)
    with contextlib.suppress(ValueError):  # a day that no calendar has is none
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    return None


FORMAT = FileFormat("rtf", Message("Rich text"), (".rtf",), read=read_rich_text, matches=is_rich_text, is_mended=True)
