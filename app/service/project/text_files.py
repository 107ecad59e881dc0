"""Small text files, written so that a failure leaves the old one."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from app.core.files.folders import sync_folder
from app.core.files.unwritable import explain_unwritable_file

MAX_TEXT_BYTES = 16_000_000


def refuse_odd_file(path: Path) -> None:
    """Raise OSError where `path` is no settings or scheme file.

    A pipe, a device or a file that is too long.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    if found.st_size > MAX_TEXT_BYTES:
        raise OSError(errno.EFBIG, "too long")


def write_beside(path: Path, text: str, *, flushes: bool = True) -> None:
    """Write `text` beside `path` and rename it there.

    Raise UserError where that fails. When this returns, the text outlasts a power cut; without `flushes` the old text
    may be there again after one.
    """
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            if flushes:
                os.fsync(file.fileno())
        beside.replace(path)
        if flushes:
            sync_folder(path.parent)
    except OSError as error:
        raise explain_unwritable_file(path, error) from error
