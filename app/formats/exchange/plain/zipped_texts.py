"""Read text files, also those of a zip.

Export writes a zip where the name ends so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from app.formats.exchange.shared.file_sets import FileSet, open_files, read_each
from app.formats.source.file_text import FileText, decode_text, read_text

ZIP = ".zip"
TEXT_ENDS = (".txt", ".text")


class NamedText(NamedTuple):
    """The text of a file, with the key that its article gets."""

    key: str
    text: FileText


def read_texts(path: Path) -> Iterator[NamedText]:
    """Yield the text of a file, or each text of a zip.

    The texts of a zip are those of its text files.

    Raise UserError where one cannot be read; in a zip after all others.
    """
    if path.suffix.lower() != ZIP:
        yield NamedText(path.stem, read_text(path))
        return
    with open_files(path) as files:
        yield from read_each(path, files.select(*TEXT_ENDS), partial(_read_member, files))


def _read_member(files: FileSet, name: str) -> NamedText:
    return NamedText(PurePosixPath(name).stem, decode_text(files.read(name) or b"", files.place_of(name)))
