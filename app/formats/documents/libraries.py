"""Load the optional libraries that read documents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.message import Message, UserError
from app.formats.source.damage import explain_damage
from app.formats.source.file_sample import ZIP_ERRORS


@contextmanager
def loading_for(path: Path) -> Iterator[None]:
    """Turn a missing library into a UserError.

    The error says what to install.
    """
    try:
        yield
    except ModuleNotFoundError as fault:
        raise UserError(
            "“{name}” needs the library “{library}”, which is not installed.",
            hint='Install the libraries for documents: pip install "pometka[documents]"',
            name=path.name,
            library=fault.name,
        ) from fault


def damaged_error(path: Path, kind: str | Message, reason: object) -> UserError:
    """Return the error for a damaged file.

    The file is not what it claims to be, or is cut off.
    """
    return UserError(
        "“{name}” cannot be read as {kind}: {reason}.",
        hint="Open it in the program it comes from and save it again.",
        name=path.name,
        kind=kind,
        reason=explain_damage(reason),
    )


@contextmanager
def reporting_damage(path: Path, kind: str | Message) -> Iterator[None]:
    """Raise UserError for what a library raises on a damaged file.

    A part of the file is missing or wrong.
    """
    from lxml.etree import LxmlError  # noqa: PLC0415  # an optional library

    try:
        yield
    except (LxmlError, LookupError, ValueError, TypeError, AttributeError, AssertionError, OSError) as error:
        raise damaged_error(path, kind, error) from error
    except ZIP_ERRORS as error:  # a part that only the library opens
        raise damaged_error(path, kind, error) from error
