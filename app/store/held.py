"""The file of an open project: locked whatever name it is opened by, and known by its device and inode."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

FileId = tuple[int, int]
"""Device and inode: the same file, whatever its name."""

_BINARY = getattr(os, "O_BINARY", 0)

if sys.platform == "linux":
    import fcntl
    import struct

    _FLOCK = "hhqqi4x"  # l_type, l_whence, l_start, l_len, l_pid
    _FAR = 1 << 62
    """Where the locked range starts: far behind the bytes that SQLite locks. Its length tells who holds it."""

    def _lock(descriptor: int) -> int:
        """Lock a file for this descriptor alone; return the process that holds it already, else 0."""
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
else:

    def _lock(descriptor: int) -> int:
        """Lock nothing: only Linux has locks of a descriptor that do not meet SQLite's own."""
        return 0


class HeldElsewhereError(Exception):
    """Tell that `process` holds the file."""

    def __init__(self, process: int) -> None:
        super().__init__(process)
        self.process = process


class HeldFile:
    """Keep a project's file open and locked, from before SQLite opens it until SQLite has closed it.

    POSIX drops all of a process's locks on a file when it closes any descriptor of it, and SQLite's with them.
    """

    def __init__(self, path: Path) -> None:
        """Open and lock a file; raise HeldElsewhereError, or OSError."""
        self.descriptor = os.open(path, os.O_RDWR | _BINARY)
        process = _lock(self.descriptor)
        if process and process != os.getpid():
            self.close()
        if process:  # where this very process holds it, the descriptor stays open: closing it would drop SQLite's locks
            raise HeldElsewhereError(process)
        self.id = _id(os.fstat(self.descriptor))

    def close(self) -> None:
        """Let go of the file."""
        os.close(self.descriptor)


def file_id(path: Path) -> FileId | None:
    """Return which file a path leads to, None where it leads to none."""
    try:
        return _id(path.stat())
    except OSError:
        return None


def _id(found: os.stat_result) -> FileId:
    return found.st_dev, found.st_ino
