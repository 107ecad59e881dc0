"""Write files of one line for each article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.formats.atomic_file import replace_file
from app.formats.export_context import ExportContext


def write_lines(lines: Iterable[bytes], path: Path, context: ExportContext) -> Path:
    """Write one line for each article; return the path of the file.

    An old file stays until the new one is whole.
    """
    with replace_file(path) as pending, pending.draft.open("wb") as file:
        for number, line in enumerate(lines, start=1):
            file.write(line)
            if context.progress is not None:
                context.progress(number)
    return pending.written
