"""Read text files, also those of a zip.

Export writes a zip where the name ends so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from app.core.message import UserError
from app.formats.exchange.shared.file_sets import open_files
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
    faults: list[UserError] = []
    with open_files(path) as files:
        for name in files.select(*TEXT_ENDS):
            try:
                yield NamedText(PurePosixPath(name).stem, decode_text(files.read(name) or b"", f"{path.name}/{name}"))
            except UserError as fault:
                faults.append(fault)
    if len(faults) > 1:
        raise UserError(
            "{n} files of “{name}” cannot be read. The first: {fault}",
            hint="Unpack the archive, and import its folder.",
            n=len(faults),
            name=path.name,
            fault=faults[0].message,
        )
    if faults:
        raise faults[0]
