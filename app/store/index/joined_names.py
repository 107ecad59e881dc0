"""What an index holds of the names that the register joins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JoinedName:
    """A name under a label that the register joins or renames.

    `record` is what all names of the record share, `shown` what it is called.
    """

    key: str
    label: str
    record: str
    shown: str
    speaks: bool
    """Whether a speaker of this name is this record: equal names may stand under several labels."""
