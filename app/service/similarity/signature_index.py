"""An index of signatures: which articles agree with one in a band."""

from __future__ import annotations

from collections import Counter

import numpy as np
import numpy.typing as npt

from app.service.similarity.signatures import Signature

_MAX_NEW = 2048
"""So many signatures are kept in a dictionary until they are sorted in with the others."""
_BAND_BITS = np.uint64(32)
_OWNER_MASK = np.uint64(0xFFFFFFFF)


class SignatureIndex:
    """Signatures with the numbers of their owners.

    From 0 to 2**32 - 1. Most lie in sorted arrays of (band, owner), of which each is twice as long as the one after it
    at least; the newest lie in a dictionary.
    """

    def __init__(self) -> None:
        self._runs: list[npt.NDArray[np.uint64]] = []
        self._new: dict[int, list[int]] = {}
        self._new_count = 0

    def add_all(self, owners: npt.NDArray[np.uint64], signatures: npt.NDArray[np.uint32]) -> None:
        """Add the signatures of many owners, one a row."""
        self._add_run((signatures.astype(np.uint64) << _BAND_BITS | owners[:, None]).ravel())

    def add(self, owner: int, signature: Signature) -> None:
        """Add the signature of one owner."""
        for band in signature.tolist():
            self._new.setdefault(band, []).append(owner)
        self._new_count += 1
        if self._new_count >= _MAX_NEW:
            self._sort_in()

    def find(self, signature: Signature) -> list[int]:
        """Return the owners of signatures that agree in a band.

        Those that agree in most bands come first.
        """
        counts: Counter[int] = Counter()
        for band in signature.tolist():
            if band in self._new:
                counts.update(self._new[band])
        first = signature.astype(np.uint64) << _BAND_BITS
        for run in self._runs:
            for place in np.flatnonzero(_agreeing_bands(run, first)):
                counts.update(_owners_in_band(run, first[place]))
        return [owner for owner, _ in counts.most_common()]

    def _sort_in(self) -> None:
        pairs = [(band << 32) | owner for band, owners in self._new.items() for owner in owners]
        self._add_run(np.array(pairs, np.uint64))
        self._new.clear()
        self._new_count = 0

    def _add_run(self, run: npt.NDArray[np.uint64]) -> None:
        """Add a run.

        Runs that are not much longer are merged with it, so that there are few.
        """
        while self._runs and len(self._runs[-1]) < 2 * len(run):
            run = np.concatenate((self._runs.pop(), run))
        if len(run):
            run.sort()
            self._runs.append(run)


def _agreeing_bands(run: npt.NDArray[np.uint64], bands: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Say for each band whether a run has it."""
    places = np.minimum(np.searchsorted(run, bands), len(run) - 1)
    return (run[places] ^ bands) <= _OWNER_MASK


def _owners_in_band(run: npt.NDArray[np.uint64], band: np.uint64) -> list[int]:
    low, high = np.searchsorted(run, band), np.searchsorted(run, band | _OWNER_MASK, "right")
    owners: list[int] = (run[low:high] & _OWNER_MASK).tolist()
    return owners
