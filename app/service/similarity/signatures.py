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
_BIN_STARTS = np.arange(_BINS, dtype=np.uint64) * np.uint64(2**64 // _BINS)
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
        signatures = [self.sign(split_words(text)) for text in texts]
        return np.stack(signatures) if signatures else np.zeros((0, BANDS), np.uint32)

    def sign(self, words: Sequence[str]) -> Signature:
        """Return the signature of the words of a text (`split_words`)."""
        if len(words) < 2:
            return np.zeros(BANDS, np.uint32)
        hashes = np.fromiter(map(self._hashes.__getitem__, words), np.uint64, len(words))
        pairs = np.sort(_mix_hashes(hashes[:-1] * _FACTOR + hashes[1:]))
        least = pairs[np.searchsorted(pairs, _BIN_STARTS) % len(pairs)].reshape(BANDS, _BINS_PER_BAND)
        bands = _BAND_SALT.copy()
        for column in range(_BINS_PER_BAND):
            bands = _mix_hashes(bands * _FACTOR + least[:, column])
        return (bands >> np.uint64(32)).astype(np.uint32)


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
