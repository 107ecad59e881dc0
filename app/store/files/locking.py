"""One writing program for each project.

The lock names its holder and ends with it.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from app.core.message import Message, UnwritableError
from app.store.files.file_identity import HeldElsewhereError, HeldFile

if sys.platform == "win32":
    import msvcrt

    def _seize(file: BinaryIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_UNKNOWN = "?"
_FAR = 1 << 30
"""Where Windows locks: behind the holder's name, which others must be able to read."""


class Lock:
    """Hold a project for writing.

    The system lets go of the lock when the process ends, however it ends. A file beside the project names the holder,
    and is locked before there is a project; the project's own file is locked as well, so that a hard link to it is
    refused too.
    """

    def __init__(self, project: Path) -> None:
        """Lock a resolved path.

        Raise UserError that names the holder where another has it, OSError for the disk.
        """
        self._project = project
        self._path = project.with_name(project.name + ".lock")
        self._held: HeldFile | None = None
        self._file = self._acquire_lock()
        try:
            self._file.seek(0)
            self._file.truncate()
            self._file.write(json.dumps(_describe_ourselves()).encode())
            self._file.flush()
            if project.exists():
                self.hold_file()
        except BaseException:
            self.release()
            raise

    @property
    def file(self) -> HeldFile:
        """The project's own file."""
        assert self._held is not None, "the project has been made"
        return self._held

    def hold_file(self) -> None:
        """Lock the project's own file.

        Raise UserError where it is open by another name.
        """
        try:
            self._held = HeldFile(self._project)
        except HeldElsewhereError as fault:
            raise _already_open(self._project, Message("process {number}", {"number": str(fault.process)})) from fault

    def release_file(self) -> None:
        """Let go of the project's own file; SQLite must have closed it."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def release(self) -> None:
        """Let go, and take the file beside the project away.

        SQLite must have closed the project.
        """
        self.release_file()
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
            with suppress(PermissionError):
                self._path.unlink(missing_ok=True)
        else:  # removed while it is held, so that nobody takes a lock that is about to vanish
            if _is_at(self._file, self._path):
                self._path.unlink()
            self._file.close()

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _acquire_lock(self) -> BinaryIO:
        while True:
            file = self._path.open("r+b" if self._path.exists() else "w+b")
            try:
                _seize(file)
            except OSError as fault:
                holder = _name_holder(file)
                file.close()
                raise _already_open(self._project, holder) from fault
            if _is_at(file, self._path):
                return file
            file.close()  # its holder removed it in the meantime


def _already_open(project: Path, holder: Message) -> UnwritableError:
    return UnwritableError(
        "“{name}” is already open: {holder}.",
        hint="Close it there, or open it here for reading only.",
        name=project.name,
        holder=holder,
    )


def _describe_ourselves() -> dict[str, str]:
    return {"user": _user_name(), "host": socket.gethostname(), "process": str(os.getpid())}


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such name in a bare container
        return "?"


def _name_holder(file: BinaryIO) -> Message:
    """Name who holds the lock, from what they wrote into it."""
    file.seek(0)
    try:
        who = json.loads(file.read(_FAR))
        fields = {name: str(who[name]) for name in ("user", "host", "process")}
    except (ValueError, KeyError, TypeError, OSError):
        return Message(_UNKNOWN)
    return Message("{user}, {host}, process {process}", fields)


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False
