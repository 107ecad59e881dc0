"""Write a file in full before it replaces the old one."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.files.unwritable import explain_unwritable_file
from app.core.message import UserError

_MAX_NUMBER = 99


@dataclass(slots=True)
class PendingFile:
    """A file being written: `draft` now, `written` after the block.

    `written` is the final path: another name than asked for where another program holds the file.
    """

    draft: Path
    written: Path


@contextlib.contextmanager
def replace_file(path: Path) -> Iterator[PendingFile]:
    """Yield a draft beside `path`, then flush and rename it.

    Where another program holds `path` and does not let it be replaced, the file gets the first free name of the form
    "name (2).xlsx". Raise UserError where the place cannot be written; in any failure the old file stays.
    """
    path = Path(os.path.realpath(path))
    pending = PendingFile(path.with_name(_draft_name(path, os.getpid(), secrets.token_hex(4))), path)
    if path.is_dir():
        raise UserError("“{name}” is a folder.", hint="Name a file.", name=path.name)
    try:
        pending.draft.touch(exist_ok=False)  # a place that cannot be written fails before any work is done
        yield pending
        _flush_file(pending.draft)
        pending.written = _rename_draft(pending.draft, path)
        _flush_folder(path.parent)
    except OSError as fault:
        raise explain_unwritable_file(path, fault) from fault
    finally:
        with contextlib.suppress(OSError):  # gone already when all went well; nothing more to do when not
            pending.draft.unlink(missing_ok=True)


@contextlib.contextmanager
def replace_folder(path: Path) -> Iterator[PendingFile]:
    """Yield a draft folder beside `path`, then rename it.

    Raise UserError where `path` is a file or a folder with files in it, or cannot be written: nothing there is touched.
    """
    path = Path(os.path.realpath(path))
    pending = PendingFile(path.with_name(_draft_name(path, os.getpid(), secrets.token_hex(4))), path)
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise UserError(
                "“{name}” exists already.", hint="Choose a new folder, or a name that ends in “.zip”.", name=path.name
            )
        pending.draft.mkdir()
        yield pending
        for file in pending.draft.rglob("*"):
            if file.is_file():
                _flush_file(file)
        if path.is_dir():
            path.rmdir()
        pending.draft.rename(path)
        _flush_folder(path.parent)
    except OSError as fault:
        raise explain_unwritable_file(path, fault) from fault
    finally:
        shutil.rmtree(pending.draft, ignore_errors=True)  # gone already when all went well


def remove_drafts(path: Path, process: int) -> None:
    """Remove the drafts that a killed process left beside `path`.

    The process was writing `path`.
    """
    path = Path(os.path.realpath(path))
    for draft in path.parent.glob(_draft_name(Path(glob.escape(path.name)), process, "*")):
        if draft.is_dir():
            shutil.rmtree(draft, ignore_errors=True)
            continue
        with contextlib.suppress(OSError):  # a draft that cannot be removed does no harm
            draft.unlink()


def _draft_name(path: Path, process: int, token: str) -> str:
    return f".{path.name}.{process}-{token}.part"


def _flush_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows has no handle on a folder to flush
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _rename_draft(draft: Path, path: Path) -> Path:
    """Rename `draft` to `path`, or to a numbered name.

    The number is needed where another program holds the file.
    """
    try:
        draft.replace(path)
    except PermissionError:
        if not path.exists():
            raise
        for number in range(2, _MAX_NUMBER):
            numbered = path.with_name(f"{path.stem} ({number}){path.suffix}")
            if not numbered.exists():
                draft.replace(numbered)
                return numbered
        raise
    return path
