"""Label schemes that come with the program, and scheme files."""

from __future__ import annotations

from pathlib import Path

from app.core.message import UserError
from app.core.resources import resource
from app.core.scheme import Scheme, scheme_from_json, scheme_to_json
from app.service.files import refuse_odd_file, write_beside


def default_scheme() -> Scheme:
    """Return the label scheme of a new project."""
    return load_scheme(resource("schemes", "default.json"))


def load_scheme(path: Path) -> Scheme:
    """Read a scheme file; raise UserError where it cannot be read or is none."""
    try:
        refuse_odd_file(path)
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeError) as fault:
        raise UserError(
            "“{name}” cannot be read: {reason}.",
            hint="Choose a label scheme that was saved from the program.",
            name=path.name,
            reason=fault,
        ) from fault
    return scheme_from_json(text, path.name)


def save_scheme(scheme: Scheme, path: Path) -> None:
    """Write a scheme file, beside the old one first, so that a failure leaves that."""
    write_beside(path, scheme_to_json(scheme))
