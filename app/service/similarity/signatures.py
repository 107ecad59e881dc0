"""Signatures of texts.

Texts that share most of their words share a part of them. MinHash with one permutation (Li, Owen, Zhang 2012): pairs of
neighbouring words are hashed, the range of hashes is cut into `_BINS`, and the least hash of each bin stands for the
text. `BANDS` groups of four bins make the signature: two texts that share nine tenths of their words agree in one of
them in all but a few cases of a thousand.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Signature: TypeAlias = npt.NDArray[np.uint32]
"""The bands of a text; all are zero where it has too few words."""
Signatures: TypeAlias = npt.NDArray[np.uint32]
"""The signatures of texts, one a row."""

BANDS = 20
_BINS_PER_BAND = 4
_BINS = BANDS * _BINS_PER_BAND
WORD = re.compile(r"\w+")
_BIN_SIZE = np.uint64(2**64 // _BINS)
_LAST_BIN = np.uint64(_BINS - 1)
_NO_HASH = np.uint64(2**64 - 1)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_BAND_SALT = np.arange(BANDS, dtype=np.uint64) * _MIX


class _WordHashes(dict[str, int]):
    """The hashes of words that were met before: a language has few."""

    def __missing__(self, word: str) -> int:
        number = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        if len(self) < _MAX_KEPTWORDS:
            self[word] = number
        return number


_MAX_KEPTWORDS = 200_000


class Signer:
    """Make signatures; one remembers the hashes of words."""

    def __init__(self) -> None:
        self._hashes = _WordHashes()

    def sign_texts(self, texts: Iterable[str]) -> Signatures:
        """Return the signatures of texts, one a row."""
        hashes = [self._hash_words(split_words(text)) for text in texts]
        least = np.full((len(hashes), _BINS), _NO_HASH)
        sizes = [max(0, len(words) - 1) for words in hashes]
        if not sum(sizes):
            return np.zeros((len(hashes), BANDS), np.uint32)
        pairs = _mix_hashes(np.concatenate([words[:-1] * _FACTOR + words[1:] for words in hashes]))
        rows = np.repeat(np.arange(len(hashes)), sizes)
        np.minimum.at(least, (rows, np.minimum(pairs // _BIN_SIZE, _LAST_BIN).astype(np.int64)), pairs)
        return _join_bands(least)

    def _hash_words(self, words: Sequence[str]) -> npt.NDArray[np.uint64]:
        return np.fromiter(map(self._hashes.__getitem__, words), np.uint64, len(words))


def _join_bands(least: npt.NDArray[np.uint64]) -> Signatures:
    """Return the bands of the least hashes of each bin.

    An empty bin takes the hash that follows, as on a ring.
    """
    filled = np.minimum.accumulate(least[:, ::-1], axis=1)[:, ::-1]
    filled = np.where(filled == _NO_HASH, filled[:, :1], filled).reshape(len(least), BANDS, _BINS_PER_BAND)
    bands = np.broadcast_to(_BAND_SALT, (len(least), BANDS))
    for column in range(_BINS_PER_BAND):
        bands = _mix_hashes(bands * _FACTOR + filled[:, :, column])
    signatures: Signatures = (bands >> np.uint64(32)).astype(np.uint32)
    signatures[least.min(axis=1) == _NO_HASH] = 0
    return signatures


def is_signed(signature: Signature) -> bool:
    """Say whether a text had words enough for a signature."""
    return bool(signature.any())


def split_words(text: str) -> list[str]:
    """Return the words of a text as they are compared.

    In small letters, without signs, е for ё.
    """
    return WORD.findall(text.casefold().replace("ё", "е"))


def _mix_hashes(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Spread hashes over the whole range (Steele, Lea, Flood 2014)."""
    values = (values ^ (values >> np.uint64(29))) * _MIX
    return values ^ (values >> np.uint64(32))
