"""The file of an open project.

Locked whatever name it is opened by, and known by its device and inode.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from app.core.message import UserError
from app.store.failures import ForeignFileError, MovedFileError

FileId = tuple[int, int]
"""Device and inode: the same file, whatever its name."""

_BINARY = getattr(os, "O_BINARY", 0)
_HEADER_BYTES = 100
_VERSION, _KIND = slice(60, 64), slice(68, 72)
"""Where the header holds `user_version`, and the application id."""
_SIDECARS = ("-wal", "-shm")

if sys.platform == "linux":
    import fcntl
    import struct

    _FLOCK = "hhqqi4x"  # l_type, l_whence, l_start, l_len, l_pid
    _FAR = 1 << 62
    """Where the locked range starts: far behind the bytes that SQLite locks. Its length tells who holds it."""
    _SHARED, _SHARED_BYTES = 0x4000_0002, 510
    """What SQLite locks of a file to be its only user."""

    def _lock(descriptor: int) -> int:
        """Lock a file for this descriptor alone.

        Return the process that holds it already, else 0.
        """
        wanted = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, _FAR, 1 + os.getpid(), 0)
        while True:
            try:
                fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)
            except OSError as fault:
                if fault.errno not in (errno.EAGAIN, errno.EACCES):
                    return 0  # a file system without such locks: the lock beside the file has to do
                kind, _, _, length, _ = struct.unpack(_FLOCK, fcntl.fcntl(descriptor, fcntl.F_OFD_GETLK, wanted))
                if kind != fcntl.F_UNLCK:
                    return int(length) - 1
            else:
                return 0

    def _share(descriptor: int) -> None:
        """Keep SQLite from taking itself for the last user of a file.

        It writes its WAL back into it when it is.
        """
        wanted = struct.pack(_FLOCK, fcntl.F_RDLCK, os.SEEK_SET, _SHARED, _SHARED_BYTES, 0)
        with suppress(OSError):  # see above
            fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)

    def _is_open_elsewhere(descriptor: int) -> bool:
        """Say whether another process has the file open by SQLite."""
        wanted = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, _SHARED, _SHARED_BYTES, 0)
        return bool(struct.unpack(_FLOCK, fcntl.fcntl(descriptor, fcntl.F_GETLK, wanted))[0] != fcntl.F_UNLCK)
else:

    def _lock(descriptor: int) -> int:
        """Lock nothing.

        Only Linux has locks of a descriptor that do not collide with SQLite's own.
        """
        return 0

    def _share(descriptor: int) -> None:
        """Keep nothing back, as above."""

    def _is_open_elsewhere(descriptor: int) -> bool:
        """Take it for open: without such locks nobody knows."""
        return True


class HeldElsewhereError(Exception):
    """Tell that `process` holds the file."""

    def __init__(self, process: int) -> None:
        super().__init__(process)
        self.process = process


class HeldFile:
    """Keep a project's file open and locked.

    From before SQLite opens it until SQLite has closed it. POSIX drops all of a process's locks on a file when it
    closes any descriptor of it, and SQLite's with them. While the project is open, its path must lead to this file,
    nobody else may change it, and the WAL beside it must be ours.
    """

    def __init__(self, path: Path) -> None:
        """Open and lock a file; raise HeldElsewhereError, or OSError."""
        self.path = path
        self._descriptor = os.open(path, os.O_RDWR | _BINARY)
        process = _lock(self._descriptor)
        if process and process != os.getpid():
            self.close()
        if process:  # where this very process holds it, the descriptor stays open: closing it would drop SQLite's locks
            raise HeldElsewhereError(process)
        self.id = _make_id(os.fstat(self._descriptor))
        self._sidecars: dict[Path, FileId | None] = {}
        self.note()

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def note_sidecars(self) -> None:
        """Note which files SQLite has made beside this one: they are ours."""
        names = (self.path.with_name(self.path.name + suffix) for suffix in _SIDECARS)
        self._sidecars = {name: file_id(name) for name in names}

    def note(self) -> None:
        """Note how the file is now that we have written into it."""
        self._seen, self._header = self._read_state(), self._read_header()

    def check_place(self) -> None:
        """Raise MovedFileError where the path leads to another file.

        Or where the WAL beside it is not ours.
        """
        for path, ours in self._file_places():
            if file_id(path) != ours:
                raise MovedFileError(path.name)

    def is_in_place(self) -> bool:
        """Say whether the path leads to this file with our WAL."""
        return all(file_id(path) == ours for path, ours in self._file_places())

    def check_content(self, committed: int) -> None:
        """Raise ForeignFileError where somebody else changed the file.

        `committed` is the last of our operations. Only what a checkpoint of our own WAL leaves, or a new date on the
        same file, is not somebody else's.
        """
        state = self._read_state()
        if state == self._seen:
            return
        header, known = self._read_header(), self._header
        version, last = (int.from_bytes(one[_VERSION], "big") for one in (header, known))
        is_ours = header == known or (header[_KIND] == known[_KIND] and last < version <= committed)
        if state[0] < self._seen[0] or not is_ours:
            raise ForeignFileError(self.path.name)
        self.note()

    def set_sidecars_aside(self) -> None:
        """Rename our WAL away from a file that is not ours.

        Otherwise SQLite would take it for part of the file that now has the project's name.
        """
        self._rename_sidecars(lambda name: (name, _name_aside(name)))

    def restore_sidecars(self) -> None:
        """Undo `set_sidecars_aside`.

        This is done only where the path leads to this file again and the names of the sidecars are free. A process
        that read the file before us left an empty WAL there: it is removed once that process is gone.
        """
        if file_id(self.path) == self.id:
            self._remove_empty_sidecars()
            self._rename_sidecars(lambda name: (_name_aside(name), name))

    def leave_as_it_is(self) -> None:
        """Let SQLite write nothing more into the file when it closes it."""
        _share(self._descriptor)

    def remove_aside(self) -> None:
        """Remove what `set_sidecars_aside` left; SQLite must have closed the file."""
        for name, ours in self._sidecars.items():
            if ours is not None and file_id(_name_aside(name)) == ours:
                _name_aside(name).unlink()

    def _remove_empty_sidecars(self) -> None:
        """Remove an empty WAL that is not ours, unless somebody reads."""
        wal = self.path.with_name(self.path.name + _SIDECARS[0])
        is_empty = not wal.exists() or wal.stat().st_size == 0
        if is_empty and not _is_open_elsewhere(self._descriptor):
            for name, ours in self._sidecars.items():
                if file_id(_name_aside(name)) == ours and ours is not None:
                    name.unlink(missing_ok=True)

    def _file_places(self) -> Iterator[tuple[Path, FileId | None]]:
        return chain([(self.path, self.id)], self._sidecars.items())

    def _rename_sidecars(self, renamed: Callable[[Path], tuple[Path, Path]]) -> None:
        for name, ours in self._sidecars.items():
            old, new = renamed(name)
            if ours is not None and file_id(old) == ours and file_id(new) is None:
                with suppress(OSError):  # they are left where they are where the folder takes no change
                    old.rename(new)

    def _read_state(self) -> tuple[int, int]:
        """Return length in bytes and time of the last change."""
        found = os.fstat(self._descriptor)
        return found.st_size, found.st_mtime_ns

    def _read_header(self) -> bytes:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return os.read(self._descriptor, _HEADER_BYTES)


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A path and the file that it led to.

    The file is None if it is not known. Another process that gets it opens no other file.
    """

    path: Path
    file: FileId | None = None

    def refuse_other_file(self) -> None:
        """Raise UserError if the path leads to another file by now."""
        if self.file is not None and file_id(self.path) != self.file:
            raise UserError(
                "“{name}” was moved, or another file has its name.",
                hint="Put the project back, or open it again.",
                name=self.path.name,
            )


def file_id(path: Path) -> FileId | None:
    """Return the identity of the file at a path, None without one."""
    try:
        return _make_id(path.stat())
    except OSError:
        return None


def _name_aside(name: Path) -> Path:
    return name.with_name(name.name + ".aside")


def _make_id(found: os.stat_result) -> FileId:
    return found.st_dev, found.st_ino
