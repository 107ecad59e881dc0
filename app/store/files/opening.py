"""Check a file before it is trusted as a project.

What is none is refused with the reason.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path
from stat import S_ISREG

from app.core.files.system_errors import explain_system_error
from app.core.message import Message, UserError
from app.store.files.backups import project_of
from app.store.files.checking import find_damage
from app.store.files.connections import Mode, connect
from app.store.files.damage import DamagedError, sidecar_path, unreadable_error
from app.store.files.file_identity import file_id
from app.store.files.watching import Watch
from app.store.schema.definition import (
    APPLICATION_ID,
    REVISIONS,
    active_parts,
    find_unexpected_objects,
    stored_revision,
)

SUFFIX = ".pometka"
SIDECARS = ("-wal", "-shm", "-journal")
"""How the names of the files end that SQLite keeps beside a project."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def inspect_project(path: Path) -> str:
    """Return the revision of a project that this program can read.

    Raise UserError where it cannot. Nothing is written, not even beside it as long as no WAL lies there.
    """
    check_header(path)
    try:
        with closing(connect(path, _mode_without_trace(path))) as connection:
            return _checked_schema(connection, path)
    except sqlite3.DatabaseError as fault:
        raise unreadable_error(path, fault) from fault


def is_as_we_leave_it(path: Path) -> bool:
    """Say whether a project is in WAL mode.

    Pometka leaves it so, and a copy that another program wrote is not.
    """
    try:
        with closing(connect(path, reading_mode(path))) as connection:
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    except sqlite3.DatabaseError as fault:
        raise unreadable_error(path, fault) from fault
    return str(mode) == "wal"


def refuse_damaged(path: Path, watch: Watch, *, thorough: bool) -> None:
    """Raise DamagedError where a check finds something.

    It runs before anything is written to the project. Raise CancelledError where `watch` says so.
    """
    findings = find_damage(path, _mode_without_trace(path), watch, thorough=thorough)
    watch.refuse_cancelled()
    for finding in findings:
        raise DamagedError(path, finding)


def reading_mode(path: Path) -> Mode:
    """Return how a project can be read.

    As it stands where its folder takes no new file beside it. A reader of a WAL file needs a shared-memory file; where
    none can be made, the project must be taken as unchanging, which would hide what a WAL beside it still holds.
    """
    if project_of(path) is not None and not _has_wal(path):  # a reader would leave files beside a backup
        return "immutable"
    try:
        with closing(connect(path, "ro")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as fault:
        if _has_wal(path):
            raise UserError(
                "“{name}” holds work of a session that was cut off, and its folder cannot be written to.",
                hint="Copy it together with “{wal}” to another folder, and open it there.",
                name=path.name,
                wal=sidecar_path(path, "-wal").name,
            ) from fault
        return "immutable"
    return "ro"


def _mode_without_trace(path: Path) -> Mode:
    """Return the mode of reading that leaves nothing beside a project.

    It is possible where no WAL lies there.
    """
    return reading_mode(path) if _has_wal(path) else "immutable"


def check_header(path: Path) -> None:
    """Raise UserError for a missing file or an incomplete project.

    The header and the length decide.
    """
    size = _file_size(path)
    if not _has_our_header(path):
        header = _first_bytes(path)
        _check_kind(path, header)
        _check_length(path, header, size)


def refuse_project(path: Path) -> None:
    """Raise UserError where a written file would replace a project or WAL."""
    owners = (path.name.removesuffix(end) for end in ("", *SIDECARS) if path.name.endswith(end))
    if any(_is_project(path.with_name(name)) for name in owners if name):
        raise UserError(
            "“{name}” belongs to a Pometka project, and nothing else is written over it.",
            hint="Choose another name.",
            name=path.name,
        )


def refuse_work_of_another_name(path: Path) -> None:
    """Refuse a project that another session opened by another name.

    That session was cut off, and its WAL lies beside the other name.
    """
    found = path.stat()
    if found.st_nlink == 1:
        return
    for other in path.parent.iterdir():
        is_same = file_id(other) == (found.st_dev, found.st_ino) and not other.is_symlink()
        if is_same and other != path and _has_wal(other):
            raise UserError(
                "“{name}” is another name of “{other}”, which holds work of a session that was cut off.",
                hint="Open “{other}” instead.",
                name=path.name,
                other=other.name,
            )


def _is_project(path: Path) -> bool:
    """Say whether a file is a project by its header or name."""
    try:
        if not S_ISREG(path.stat().st_mode):
            return False
    except OSError:
        return False
    return path.suffix.lower() == SUFFIX or _has_our_header(path) or _is_ours(_first_bytes(path))


def _file_size(path: Path) -> int:
    """Return the length of a regular file in bytes; raise UserError."""
    try:
        found = path.stat()
    except FileNotFoundError as fault:
        raise UserError(
            "“{name}” was not found.", hint="Check whether it was moved or renamed.", name=path.name
        ) from fault
    except OSError as fault:
        raise _no_reading(path, fault) from fault
    if not S_ISREG(found.st_mode):
        raise _no_reading(path, OSError(errno.EINVAL, "it is not a file"))
    return found.st_size


def _has_our_header(path: Path) -> bool:
    """Ask SQLite, whose locks on a project that is open stay.

    A file that is closed by hand would drop them.
    """
    try:
        with closing(connect(path, "immutable")) as connection:
            return bool(connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,))
    except sqlite3.DatabaseError:
        return False


def _first_bytes(path: Path) -> bytes:
    """Read the header of a file that is no project to SQLite.

    So no such project is open.
    """
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except OSError as fault:
        raise _no_reading(path, fault) from fault


def _no_reading(path: Path, fault: OSError) -> UserError:
    return UserError(
        "“{name}” cannot be read: {reason}.",
        hint="Check its permissions.",
        name=path.name,
        reason=explain_system_error(fault),
    )


def _check_kind(path: Path, header: bytes) -> None:
    if not header:
        raise UserError(
            "“{name}” is empty.", hint="Open a copy of it, or remove it and begin a new project.", name=path.name
        )
    if header.startswith(b"PK\x03\x04"):
        raise UserError(
            "“{name}” is a zip archive, not a project.", hint="Unpack it and open what is in it.", name=path.name
        )
    if header.startswith(_MAGIC) and len(header) < _HEADER_BYTES:
        raise DamagedError(path, Message("it is cut off"))
    if not _is_ours(header):
        raise UserError(
            "“{name}” is not a Pometka project.",
            hint="Open a file that ends in .pometka, or import this one into a project.",
            name=path.name,
        )


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def _check_length(path: Path, header: bytes, size: int) -> None:
    """Find a file that was cut off.

    While a WAL lies beside it, its last pages may still be in there.
    """
    page = int.from_bytes(header[16:18], "big")
    page_size = 65_536 if page == 1 else page
    if size < int.from_bytes(header[28:32], "big") * page_size and not _has_wal(path):
        raise DamagedError(path, Message("it is cut off"))


def _checked_schema(connection: sqlite3.Connection, path: Path) -> str:
    revision = stored_revision(connection)
    if revision and revision not in REVISIONS:
        raise UserError(
            "“{name}” was made by a newer Pometka: its format is {revision}.",
            hint="Update the program to open it.",
            name=path.name,
            revision=revision,
        )
    odd = active_parts(connection)
    if not odd and revision in {"", REVISIONS[-1]}:
        odd = find_unexpected_objects(connection)
        if not revision and "table alembic_version" not in odd:
            raise DamagedError(path, Message("the revision of its format is missing"))
    if odd:
        raise UserError(
            "“{name}” is not as Pometka makes its projects: {what}.",
            hint="Do not trust it; ask whoever sent it for an export instead.",
            name=path.name,
            what=", ".join(odd[:5]),
        )
    return revision


def _has_wal(path: Path) -> bool:
    wal = sidecar_path(path, "-wal")
    return wal.exists() and wal.stat().st_size > 0
