"""Read text files, also those of a zip.

Export writes a zip where the name ends so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from app.core.message import UserError
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

    Raise UserError where one cannot be read; in a zip after all others. Files of other kinds in a zip are named so too.
    """
    if path.suffix.lower() != ZIP:
        yield NamedText(path.stem, read_text(path))
        return
    with open_files(path) as files:
        yield from read_each(path, files.names, partial(_read_member, files))


def _read_member(files: FileSet, name: str) -> NamedText:
    if not name.lower().endswith(TEXT_ENDS):
        raise UserError(
            "“{name}” is left out: of a zip only text files are read.",
            hint="Unpack the zip and import the folder.",
            name=files.place_of(name),
        )
    return NamedText(PurePosixPath(name).stem, decode_text(files.read(name) or b"", files.place_of(name)))
