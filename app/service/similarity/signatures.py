"""Signatures of texts.

Texts that share most of their words share a part of them. MinHash with one permutation (Li, Owen, Zhang 2012): pairs of
neighbouring words are hashed, the range of hashes is cut into `_BINS`, and the least hash of each bin stands for the
text. `BANDS` groups of four bins make the signature: two texts that share nine tenths of their words agree in one of
them in all but a few cases of a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from app.service.similarity.word_hashes import Hashes, WordHashes, hash_words, mix_hashes, pair_up

Signatures: TypeAlias = npt.NDArray[np.uint32]
"""The signatures of texts, one a row: its bands; all are zero where it has too few words."""

BANDS = 20
_BINS_PER_BAND = 4
_BINS = BANDS * _BINS_PER_BAND
_BIN_SIZE = np.uint64(2**64 // _BINS)
_LAST_BIN = np.uint64(_BINS - 1)
_NO_HASH = np.uint64(2**64 - 1)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_BAND_SALT = np.arange(BANDS, dtype=np.uint64) * _MIX


class SignedTexts(NamedTuple):
    """Signatures and word hashes of texts, by which they are compared."""

    signatures: Signatures
    words: WordHashes


def sign_texts(texts: Iterable[str]) -> SignedTexts:
    """Return the signatures of texts with the hashes of their words."""
    words = hash_words(texts)
    count = len(words.stops)
    least = np.full(count * _BINS, _NO_HASH)
    rows = np.repeat(np.arange(count), np.diff(words.stops, prepend=0))
    if len(rows) > 1:
        is_pair = rows[1:] == rows[:-1]
        pairs, rows = pair_up(words.hashes)[is_pair], rows[:-1][is_pair]
        bins = np.minimum(pairs // _BIN_SIZE, _LAST_BIN).astype(np.int64)
        np.minimum.at(least, rows * _BINS + bins, pairs)
    return SignedTexts(_join_bands(least.reshape(count, _BINS)), words)


def _join_bands(least: Hashes) -> Signatures:
    """Return the bands of the least hashes of each bin.

    An empty bin takes the hash that follows, as on a ring.
    """
    filled = np.minimum.accumulate(least[:, ::-1], axis=1)[:, ::-1]
    filled = np.where(filled == _NO_HASH, filled[:, :1], filled).reshape(len(least), BANDS, _BINS_PER_BAND)
    bands = np.broadcast_to(_BAND_SALT, (len(least), BANDS))
    for column in range(_BINS_PER_BAND):
        bands = mix_hashes(bands * _FACTOR + filled[:, :, column])
    signatures: Signatures = (bands >> np.uint64(32)).astype(np.uint32)
    signatures[least.min(axis=1) == _NO_HASH] = 0
    return signatures
