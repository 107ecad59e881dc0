"""pymorphy2's word files, read without a call for each letter.

A file holds a graph of bytes: from a node, a letter leads to another node or to none (J. Aoe, 1989). Behind a word and
a separator, the graph spells the word's records in base 64. pymorphy2's own reader in Python makes four calls for each
byte, which was a tenth of all tagging.
"""

from __future__ import annotations

import struct
from array import array
from binascii import a2b_base64
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import numpy as np

_ROOT, _NOWHERE = 0, -1
_SEPARATOR = b"\x01"
_YE, _YO = "е".encode(), "ё".encode()
_LEAF, _HAS_LEAF, _EXTENDED = 1 << 31, 1 << 8, 1 << 9
_CACHED_RECORDS = 50_000

Record = tuple[int, ...]


class WordGraph:
    """Nodes and the ways between them."""

    def __init__(self, file: BinaryIO) -> None:
        units = np.frombuffer(file.read(4 * _read_count(file)), dtype="<u4")
        offsets = (units >> 10) << ((units & _EXTENDED) >> 6)
        # A letter leads from a node to `ways[node] ^ letter`, if that node has the letter as its label.
        self._ways = array("I", (np.arange(len(units)) ^ offsets).astype("=u4").tobytes())
        self._labels = np.where(units & _LEAF, 0, units & 0xFF).astype(np.uint8).tobytes()
        self._ends = (units & _HAS_LEAF != 0).astype(np.uint8).tobytes()
        self._units = units

    def follow(self, node: int, letters: bytes) -> int:
        """Return the node that letters lead to, or `_NOWHERE`."""
        ways, labels = self._ways, self._labels
        for letter in letters:
            node = ways[node] ^ letter
            if labels[node] != letter:
                return _NOWHERE
        return node

    def read_value(self, node: int) -> int:
        """Return the number at a node, or 0 if there is none."""
        return int(self._units[self._ways[node]]) & ~_LEAF if node != _NOWHERE and self._ends[node] else 0


class OddsGraph(WordGraph):
    """A file of P(tag | word)."""

    _MILLION = 1_000_000

    def read_odds(self, word: str, tags: Sequence[str]) -> list[float]:
        """Return the probability of each tag, 0 where the file has none."""
        node = self.follow(_ROOT, f"{word}:".encode())
        if node == _NOWHERE:
            return [0.0] * len(tags)
        return [self.read_value(self.follow(node, tag.encode())) / self._MILLION for tag in tags]


class RecordGraph(WordGraph):
    """A file of words with records of small numbers."""

    def __init__(self, file: BinaryIO, record: str) -> None:
        super().__init__(file)
        self._guide = file.read(2 * _read_count(file))
        self._record = struct.Struct(record)
        # Words of one paradigm end in the same node.
        self._records_behind = lru_cache(_CACHED_RECORDS)(self._read_records)

    def similar_items(self, word: str, _replaced: object = None) -> list[tuple[str, list[Record]]]:
        """Return a word and its spellings with ё, with records.

        A spelling has ё for one or more е of the word. Each one comes with its records.

        pymorphy2 gives the letters to replace; it has no others for Russian.
        """
        return self._find_similar("", [part.encode() for part in word.split("е")], _ROOT)

    def similar_item_values(self, word: str, replaced: object = None) -> list[list[Record]]:
        """Return the records alone; pymorphy2 asks so for «по-новому»."""
        return [records for _, records in self.similar_items(word, replaced)]

    def _find_similar(self, head: str, parts: Sequence[bytes], node: int) -> list[tuple[str, list[Record]]]:
        """Return the words that continue `head` with `parts`.

        `head` leads to `node`. The parts are joined by е or ё.
        """
        found: list[tuple[str, list[Record]]] = []
        node = self.follow(node, parts[0])
        for index, part in enumerate(parts[1:], 1):
            if node == _NOWHERE:
                return found
            other = self.follow(node, _YO)
            if other != _NOWHERE:
                found += self._find_similar(f"{head}{_spell(parts[:index])}ё", parts[index:], other)
            node = self.follow(node, _YE + part)
        end = self.follow(node, _SEPARATOR) if node != _NOWHERE else _NOWHERE
        return [(head + _spell(parts), self._records_behind(end)), *found] if end != _NOWHERE else found

    def _read_records(self, node: int) -> list[Record]:
        """Return the records that begin at a node, in their order."""
        ways, ends, guide, unpack = self._ways, self._ends, self._guide, self._record.unpack
        records: list[Record] = []
        spelt = bytearray()
        above: list[int] = []
        letter = guide[2 * node]
        while letter or above:
            if letter:
                above.append(node)
                spelt.append(letter)
                node = ways[node] ^ letter
                if ends[node]:
                    records.append(unpack(a2b_base64(spelt)))
                letter = guide[2 * node]
            else:
                letter = guide[2 * node + 1]
                node = above.pop()
                spelt.pop()
        return records


def read_odds_graph(path: Path) -> OddsGraph:
    """Read a file of probabilities."""
    with path.open("rb") as file:
        return OddsGraph(file)


def read_record_graph(path: Path, record: str) -> RecordGraph:
    """Read a file of words.

    `record` is the form of a record for `struct`.
    """
    with path.open("rb") as file:
        return RecordGraph(file, record)


def _spell(parts: Sequence[bytes]) -> str:
    return _YE.join(parts).decode()


def _read_count(file: BinaryIO) -> int:
    count: int = struct.unpack("<I", file.read(4))[0]
    return count
