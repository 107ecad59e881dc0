"""Formats of one file for each article.

A folder, or a zip of the same.
"""

from __future__ import annotations

import contextlib
import re
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from app.core.message import UserError
from app.core.model import Document
from app.formats.atomic_file import PendingFile, replace_file, replace_folder
from app.formats.source.damage import explain_damage
from app.formats.source.file_sample import PART_ERRORS, ZIP_ERRORS
from app.formats.source.file_text import MAX_FILE_BYTES, check_file, refuse_empty, unreadable_error

_MAX_MEMBERS = 100_000
_MAX_ZIP_BYTES = 1 << 30
"""The most that all files of a zip may hold, unpacked."""
_MAX_STEM_CHARS = 60
_ARCHIVE_ENDS = (".zip", ".qdpx")
_NO_NAME = re.compile(r"[^\w-]+")
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

_Read = TypeVar("_Read")

WriteFile = Callable[[str, bytes], None]


@dataclass(slots=True)
class WrittenFiles:
    """Where files go: `write_file` takes a name and bytes.

    `path` is final after the block.
    """

    write_file: WriteFile
    pending: PendingFile

    @property
    def path(self) -> Path:
        return self.pending.written


@contextlib.contextmanager
def write_files(path: Path) -> Iterator[WrittenFiles]:
    """Yield a writer of files into a new folder or a zip.

    It is a zip if the name ends like one. Raise UserError where there is a folder with files already. In any failure
    what was there stays.
    """
    if path.suffix.lower() in _ARCHIVE_ENDS:
        with replace_file(path) as pending, zipfile.ZipFile(pending.draft, "w", zipfile.ZIP_DEFLATED) as archive:
            yield WrittenFiles(lambda name, content: _add_member(archive, name, content), pending)
    else:
        with replace_folder(path) as pending:
            yield WrittenFiles(lambda name, content: _add_file(pending.draft, name, content), pending)


def name_article(document: Document, number: int) -> str:
    """Return a unique file name without extension for an article.

    It is unlike the names of the other articles.
    """
    words = _NO_NAME.sub("-", document.article.key or document.article.title).strip("-_")[:_MAX_STEM_CHARS].strip("-_")
    return f"{number:04}-{words}" if words else f"{number:04}"


def _add_member(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, _ZIP_DATE)
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, content)


def _add_file(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


class FileSet(ABC):
    """The files of a folder or zip, or one file with neighbours.

    `names` are those to read, sorted; `is_single` says that one file was named; `read` gives the bytes of any file
    there, None where there is none.
    """

    names: list[str]
    is_single = False

    @abstractmethod
    def place_of(self, name: str) -> str:
        """Return the name of a file with its archive or folder."""

    @abstractmethod
    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file.

        Raise UserError where it is too large or damaged.
        """

    def select(self, *endings: str) -> list[str]:
        """Return the names that end so, whatever the case."""
        return [name for name in self.names if name.lower().endswith(endings)]


@contextlib.contextmanager
def open_files(path: Path) -> Iterator[FileSet]:
    """Yield the files that `path` names.

    Itself, those of a folder, those of a zip.

    Nothing is unpacked to the disk. Raise UserError where they cannot be read.
    """
    try:
        if path.is_dir():
            yield _FolderFiles(path, sorted(_walk(path)))
            return
        check_file(path)
        if path.suffix.lower() in _ARCHIVE_ENDS:
            refuse_empty(path)
        elif not zipfile.is_zipfile(path):
            yield _FolderFiles(path.parent, [path.name], is_single=True)
            return
        with zipfile.ZipFile(path) as archive:
            yield _ZipFiles(path.name, archive)
    except ZIP_ERRORS as fault:
        raise damaged_zip_error(path.name, fault) from fault
    except OSError as fault:
        raise unreadable_error(path, fault) from fault


def read_each(path: Path, names: Iterable[str], read: Callable[[str], _Read]) -> Iterator[_Read]:
    """Yield what `read` makes of each file.

    After the last one, raise UserError that names the files that cannot be read.
    """
    faults: list[UserError] = []
    for name in names:
        try:
            yield read(name)
        except UserError as fault:
            faults.append(fault)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise UserError(
            "{n} files of “{name}” cannot be read. The first: {fault}",
            hint="Correct these and import them again.",
            n=len(faults),
            name=path.name,
            fault=faults[0].message,
        )


@dataclass
class _FolderFiles(FileSet):
    root: Path
    names: list[str]
    is_single: bool = False

    def place_of(self, name: str) -> str:
        return name if self.is_single else f"{self.root.name}/{name}"

    def read(self, name: str) -> bytes | None:
        path = self.root / name
        if not path.is_file():
            return None
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _too_large_error(self.place_of(name))
        return path.read_bytes()


@dataclass
class _ZipFiles(FileSet):
    file_name: str
    archive: zipfile.ZipFile
    names: list[str] = field(init=False)
    _left: int = _MAX_ZIP_BYTES

    def __post_init__(self) -> None:
        listed = [member for member in self.archive.infolist() if not member.is_dir()]
        if len(listed) > _MAX_MEMBERS:
            raise UserError(
                "“{name}” holds too many files: {count}.",
                hint="Split it.",
                name=self.file_name,
                count=len(listed),
            )
        # Names are keys here and never paths on the disk; one that leads out is still nobody's article.
        self.names = sorted({member.filename for member in listed if _is_inside(member.filename)})

    def place_of(self, name: str) -> str:
        return f"{self.file_name}/{name}"

    def read(self, name: str) -> bytes | None:
        try:
            with self.archive.open(name) as member:
                content = member.read(min(MAX_FILE_BYTES, self._left) + 1)
        except KeyError:
            return None
        except PART_ERRORS as fault:
            raise damaged_zip_error(self.place_of(name), fault) from fault
        if len(content) > min(MAX_FILE_BYTES, self._left):
            raise _too_large_error(self.place_of(name))
        self._left -= len(content)
        return content


def _walk(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        relative = path.relative_to(folder)
        if not any(part.startswith(".") for part in relative.parts) and path.is_file() and not path.is_symlink():
            yield relative.as_posix()


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not (path.is_absolute() or is_hidden or ":" in name or not name.isprintable())


def damaged_zip_error(name: str, fault: Exception) -> UserError:
    """Return the error for a zip that cannot be unpacked."""
    return UserError(
        "“{name}” is a damaged archive: {reason}.",
        hint="Make or download it again.",
        name=name,
        reason=explain_damage(fault),
    )


def _too_large_error(name: str) -> UserError:
    return UserError(
        "“{name}” is too large: more than {size} MB.", hint="Split it.", name=name, size=MAX_FILE_BYTES >> 20
    )
