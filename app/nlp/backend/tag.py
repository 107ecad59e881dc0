"""What a word is in its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Tag(NamedTuple):
    """Part of speech and features of a word after Universal Dependencies."""

    pos: str
    feats: Mapping[str, str]
