"""Small text files, written so that a failure leaves the old one."""

from __future__ import annotations

from pathlib import Path

from app.core.message import UserError


def write_beside(path: Path, text: str) -> None:
    """Write `text` beside `path` and rename it there; raise UserError where that fails."""
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8")
        beside.replace(path)
    except OSError as fault:
        raise UserError(
            "“{name}” cannot be written: {reason}.",
            hint="Choose another folder, or make room on the disk.",
            name=path.name,
            reason=fault.strerror or fault,
        ) from fault
