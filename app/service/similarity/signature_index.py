"""An index of signatures: which articles agree with one in a band."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from app.service.similarity.signatures import Signature, Signatures

_MAX_NEW = 2048
"""So many signatures are kept in a dictionary until they are sorted in with the others."""
_MAX_OWNERS = 2
"""So many owners of a band are named of each part of the index: articles that are all alike are one group."""
_BAND_BITS = np.uint64(32)
_OWNER_MASK = np.uint64(0xFFFFFFFF)

Agreements = defaultdict[int, int]
"""In how many bands each owner agrees with a signature."""


class SignatureIndex:
    """Signatures with the numbers of their owners, from 0 to 2**32 - 1.

    Most lie in sorted arrays of (band, owner), of which each is twice as long as the one after it at least; the newest
    lie in a dictionary, of a band the last one.
    """

    def __init__(self) -> None:
        self._runs: list[npt.NDArray[np.uint64]] = []
        self._new: dict[int, int] = {}
        self._new_count = 0

    def add_all(self, owners: npt.NDArray[np.uint64], signatures: Signatures) -> None:
        """Add the signatures of many owners, one a row."""
        self._add_run((signatures.astype(np.uint64) << _BAND_BITS | owners[:, None]).ravel())

    def add(self, owner: int, signature: Signature) -> None:
        """Add the signature of one owner."""
        self._new.update(dict.fromkeys(signature.tolist(), owner))
        self._new_count += 1

    def find_all(self, signatures: Signatures) -> list[Agreements]:
        """Return the owners that agree with each signature in a band.

        `find` adds those that come later.

        Of a band, a few owners are named.
        """
        if self._new_count >= _MAX_NEW:
            self._sort_in()
        found: list[Agreements] = [defaultdict(int) for _ in signatures]
        if len(signatures):
            first = signatures.astype(np.uint64) << _BAND_BITS
            for run in self._runs:
                for row, owner in _find_pairs(run, first):
                    found[row][owner] += 1
        return found

    def find(self, signature: Signature, agreements: Agreements) -> Sequence[int]:
        """Return the owners that agree with a signature in most bands first, with those of its `agreements`."""
        for band in signature.tolist():
            if band in self._new:
                agreements[self._new[band]] += 1
        return sorted(agreements, key=agreements.__getitem__, reverse=True) if agreements else ()

    def _sort_in(self) -> None:
        bands, owners = (np.fromiter(part, np.uint64, len(self._new)) for part in (self._new, self._new.values()))
        self._add_run(bands << _BAND_BITS | owners)
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


def _find_pairs(run: npt.NDArray[np.uint64], bands: npt.NDArray[np.uint64]) -> list[tuple[int, int]]:
    """Return the rows of `bands` with the owners that agree with them, a pair for each band."""
    places = np.searchsorted(run, bands)
    pairs: list[tuple[int, int]] = []
    for step in range(_MAX_OWNERS):
        found = run[np.minimum(places + step, len(run) - 1)]
        agrees = ((found ^ bands) <= _OWNER_MASK) & (places + step < len(run))
        rows = np.nonzero(agrees)[0]
        if not len(rows):
            break
        pairs += zip(rows.tolist(), (found[agrees] & _OWNER_MASK).tolist(), strict=True)
    return pairs
