"""One thing that a word can be, as pymorphy2's dictionary has it.

It imports pymorphy2, which the window's process never needs: import it where a dictionary loads.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from natasha.morph.vocab import ud_feats, ud_pos
from pymorphy2.analyzer import Parse


class WordReading(Parse):  # type: ignore[misc]  # pymorphy2 has no types
    """A reading of a word.

    `word` has its ё; `tag` holds the grammemes of OpenCorpora. `pos` and `feats` are Universal Dependencies, as natasha
    turns them; she does so for every reading, which few are asked for.
    """

    __slots__ = ()

    @property
    def pos(self) -> str:
        return _read_tag(self.tag)[0]

    @property
    def feats(self) -> Mapping[str, str]:
        return _read_tag(self.tag)[1]


@cache
def _read_tag(tag: Any) -> tuple[str, Mapping[str, str]]:
    """Return part of speech and features; there are some thousand tags."""
    return str(ud_pos(tag)), dict(ud_feats(tag))
