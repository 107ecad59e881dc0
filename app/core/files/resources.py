"""The files that come with the program.

Icons, translations, label schemes and lexicons.
"""

from __future__ import annotations

from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder in `resources`.

    The folder lies beside `app` in a checkout, in an installed wheel and in a frozen build alike.
    """
    return Path(__file__).resolve().parents[3].joinpath("resources", *parts)
