"""Word lists of `resources/lexicons`: one entry a line.

The first line says what the list is for, and who reads it.
"""

from __future__ import annotations

from app.core.files.resources import resource


def read_lines(name: str) -> list[str]:
    """Return the lines of a list with its remarks.

    `name` is its path without ".txt": "names/titles".
    """
    return resource("lexicons", f"{name}.txt").read_text(encoding="utf-8").splitlines()


def read_entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list in order.

    Lines that begin with "#" are remarks.
    """
    return tuple(line for line in read_lines(name) if line and not line.startswith("#"))


def read_words(name: str) -> frozenset[str]:
    """Return the entries of a list as a set."""
    return frozenset(read_entries(name))


def read_alternatives(name: str) -> str:
    """Return the entries of a list as alternatives for a group.

    Each is a piece of a pattern.
    """
    return "|".join(read_entries(name))


def read_table(name: str) -> dict[str, str]:
    """Return the entries "key | value" of a list."""
    rows = (entry.split("|", maxsplit=1) for entry in read_entries(name))
    return {key.strip(): value.strip() for key, value in rows}
