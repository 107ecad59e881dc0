"""What first layers make of words alone, kept for words seen again.

That is two thirds of all work, and most words of an article have been seen before. The networks have one vocabulary, so
that a new word goes through the first layers of all of them at once: products of few rows are slow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float32]
Ids: TypeAlias = NDArray[np.intp]

_UNSEEN = -1
_CACHED_WORDS = 12_000
"""Words whose first layers are kept: 37 MB for a network."""


class FirstLayers:
    """The first layers of networks, without what they add for shapes.

    `embedding` is navec's. Each kernel has the numbers of a word's vector × (left, middle, right) outputs, and all have
    the same size. The rows of `cached_words` words are kept.
    """

    def __init__(self, embedding: Any, kernels: Sequence[Array], cached_words: int = _CACHED_WORDS) -> None:
        self._vectors = _WordVectors(embedding)
        self._kernels = np.concatenate(kernels, axis=1)
        self._count, width = len(kernels), kernels[0].shape[1]
        self._cached_words = cached_words
        self._kept = np.empty((cached_words * self._count, width), np.float32)  # takes memory as it fills
        self._rows = np.full(self._vectors.count, _UNSEEN, np.int32)
        self._seen = 0

    def read(self, words: Ids, network: int) -> Array:
        """Return what words put into the first layer of a network.

        It is from the left, at their place, from the right. `network` is the number of the kernel.
        """
        rows = self._rows[words]
        unseen = rows == _UNSEEN
        if not unseen.any():
            return self._kept.take(rows + network, axis=0)
        new, places = np.unique(words[unseen], return_inverse=True)
        if self._seen + len(new) <= self._cached_words:
            self._cache_words(new)
            return self._kept.take(self._rows[words] + network, axis=0)
        # The store is full of the words that came first, which are the frequent ones; the rest is made anew.
        width = self._kept.shape[1]
        values = np.empty((len(words), width), np.float32)
        values[~unseen] = self._kept.take(rows[~unseen] + network, axis=0)
        kernel = self._kernels[:, network * width : (network + 1) * width]
        values[unseen] = (self._vectors.read(new) @ kernel).take(places, axis=0)
        return values

    def _cache_words(self, words: Ids) -> None:
        start, stop = (self._count * seen for seen in (self._seen, self._seen + len(words)))
        np.matmul(self._vectors.read(words), self._kernels, out=self._kept[start:stop].reshape(len(words), -1))
        self._rows[words] = np.arange(start, stop, self._count)
        self._seen += len(words)


class _WordVectors:
    """navec's vectors: each is a row of short pieces that words share."""

    def __init__(self, embedding: Any) -> None:
        codes = embedding.codes.array  # parts × pieces of a part × numbers of a piece
        self._indexes = embedding.indexes.array
        self._pieces = codes.reshape(-1, codes.shape[2])
        self._starts = np.arange(codes.shape[0]) * codes.shape[1]
        self.count = len(self._indexes)

    def read(self, words: Ids) -> Array:
        """Return the vectors of words."""
        return np.asarray(self._pieces.take(self._indexes[words] + self._starts, axis=0).reshape(len(words), -1))
