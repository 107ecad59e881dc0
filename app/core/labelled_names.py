"""A name behind its label, as in keys of records.

Taught names are written so too. A label may hold blanks, so that such a text is taken apart by the labels that there
are.
"""

from __future__ import annotations

from collections.abc import Iterable


def join_label(label: str, name: str) -> str:
    """Return a name behind its label."""
    return f"{label} {name}"


def split_label(text: str, labels: Iterable[str]) -> tuple[str, str]:
    """Return the label and the name of such a text.

    Of labels that begin alike the longest counts. Where it begins with none of them, its first word is the label.
    """
    known = max((label for label in labels if text.startswith(f"{label} ")), key=len, default="")
    label = known or text.partition(" ")[0]
    return label, text[len(label) + 1 :]
