"""Hash the words of many texts at once.

No Python object is made for a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
"""Hashes of words or of pairs of words."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_BASE = 0x100000001B3
_MAX_WORD_CHARS = 64
"""Characters of a word behind that are hashed as the last of these is."""
_PLANE = 0x10000


class WordHashes(NamedTuple):
    """The hashes of the words of several texts.

    One text follows the other; `stops` are where the words of each end.
    """

    hashes: Hashes
    stops: npt.NDArray[np.int64]

    def place_of(self, number: int) -> slice:
        """Return where the words of a text stand."""
        return slice(self.stops[number - 1] if number else 0, self.stops[number])


def hash_words(texts: Iterable[str]) -> WordHashes:
    """Return the hashes of the words of texts.

    Words are runs of letters and figures, in small letters, е for ё.
    """
    folded = [text.casefold().replace("ё", "е") for text in texts]
    characters = np.frombuffer("\n".join([*folded, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    is_word = _find_word_characters(characters)
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    if len(is_word) and is_word[0]:
        edges = np.concatenate(([0], edges))
    starts, ends = edges[::2], edges[1::2]
    stops = np.searchsorted(starts, np.cumsum([len(text) + 1 for text in folded])) if folded else np.zeros(0, np.int64)
    return WordHashes(_hash_runs(characters, is_word, starts, ends - starts), stops.astype(np.int64))


def pair_up(words: Hashes) -> Hashes:
    """Return the hashes of the pairs of neighbouring words."""
    return mix_hashes(words[:-1] * _FACTOR + words[1:])


def share_in_pairs(wanted: Hashes, pairs: Hashes) -> float:
    """Return the share of words that stand in known pairs.

    The words are those of `wanted`, one pair or more. A word counts if it stands beside another one in `pairs`, which
    are sorted.
    """
    if not len(pairs):
        return 0.0
    is_known = pairs.take(pairs.searchsorted(wanted), mode="clip") == wanted
    shared = np.zeros(len(wanted) + 1, np.bool_)
    shared[:-1] = is_known
    shared[1:] |= is_known
    return float(np.count_nonzero(shared)) / len(shared)


def mix_hashes(values: Hashes) -> Hashes:
    """Spread hashes over the whole range (Steele, Lea, Flood 2014)."""
    values = (values ^ (values >> np.uint64(29))) * _MIX
    return values ^ (values >> np.uint64(32))


def _hash_runs(
    characters: npt.NDArray[np.uint32],
    is_word: npt.NDArray[np.bool_],
    starts: npt.NDArray[np.int64],
    lengths: npt.NDArray[np.int64],
) -> Hashes:
    """Return the hash of each run of characters.

    It is the sum of characters times powers of a number.
    """
    if not len(starts):
        return np.zeros(0, np.uint64)
    inside = characters[is_word]
    firsts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    places = np.arange(len(inside)) - np.repeat(firsts, lengths)
    terms = _list_powers()[np.minimum(places, _MAX_WORD_CHARS - 1)] * (inside + np.uint64(1))
    return mix_hashes(np.add.reduceat(terms, firsts) + lengths.astype(np.uint64))


def _find_word_characters(characters: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    found = _list_word_characters()[np.minimum(characters, _PLANE)]
    beyond = characters >= _PLANE
    if beyond.any():
        found[beyond] = [chr(number).isalnum() for number in characters[beyond].tolist()]
    return found


@cache
def _list_word_characters() -> npt.NDArray[np.bool_]:
    """Return for each character whether it belongs to words.

    The characters are those of the basic plane. One more value, False, stands for those beyond.
    """
    found = np.zeros(_PLANE + 1, np.bool_)
    for run in re.finditer(r"\w+", "".join(map(chr, range(_PLANE)))):
        found[run.start() : run.end()] = True
    return found


@cache
def _list_powers() -> Hashes:
    return np.array([pow(_BASE, place, 2**64) for place in range(1, _MAX_WORD_CHARS + 1)], np.uint64)
