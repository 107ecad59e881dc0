"""An index of signatures: which articles agree with one in a band."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from app.service.similarity.signatures import Signatures

_BAND_BITS = np.uint64(32)
_OWNER_MASK = np.uint64(0xFFFFFFFF)

_Keys: TypeAlias = npt.NDArray[np.uint64]
"""Bands with their owners: the band in the upper half of a number, the owner in the lower."""
Candidates: TypeAlias = dict[int, list[int]]
"""For rows of signatures the owners that agree with them in some bands, in most of them first; for the others none."""


class SignatureIndex:
    """Signatures with the numbers of their owners.

    The numbers are from 0 to 2**32 - 1.

    The signatures lie in sorted arrays, of which each is twice as long as the one after it at least. Of each array one
    owner of a band is named: articles that are all alike are one group.
    """

    def __init__(self) -> None:
        self._runs: list[_Keys] = []

    def add_all(self, owners: npt.NDArray[np.uint64], signatures: Signatures) -> None:
        """Add the signatures of many owners, one a row.

        Empty signatures are left out.
        """
        is_signed = signatures.any(axis=1)
        run = _make_keys(signatures[is_signed], owners[is_signed])
        while self._runs and len(self._runs[-1]) < 2 * len(run):
            run = np.concatenate((self._runs.pop(), run))
        if len(run):
            run.sort()
            self._runs.append(run)

    def find_all(self, signatures: Signatures) -> Candidates:
        """Return the owners that agree with each signature.

        They agree in a band. Of a band, few owners are named.
        """
        wanted = _sorted_keys(signatures)
        return _count_pairs([_find_owners(run, wanted) for run in self._runs])


def find_alike(signatures: Signatures) -> Candidates:
    """Return the earlier rows that agree with each signature.

    They are the first and the last row of each band in which they agree.
    """
    keys = _sorted_keys(signatures)
    if len(keys) < 2:
        return {}
    bands, rows = keys >> _BAND_BITS, keys & _OWNER_MASK
    follows = np.concatenate(([False], bands[1:] == bands[:-1]))
    firsts = np.maximum.accumulate(np.where(follows, 0, np.arange(len(keys))))
    places = np.flatnonzero(follows)
    return _count_pairs([_pair(rows[places], rows[places - 1]), _pair(rows[places], rows[firsts[places]])])


def _make_keys(signatures: Signatures, owners: npt.NDArray[np.uint64]) -> _Keys:
    return (signatures.astype(np.uint64) << _BAND_BITS | owners[:, None]).ravel()


def _sorted_keys(signatures: Signatures) -> _Keys:
    """Return the bands with their rows, in order.

    Rows without a signature have none.
    """
    rows = np.flatnonzero(signatures.any(axis=1)).astype(np.uint64)
    keys = _make_keys(signatures[rows.astype(np.int64)], rows)
    keys.sort()
    return keys


def _find_owners(run: _Keys, wanted: _Keys) -> _Keys:
    """Return pairs of rows and owners that agree.

    The rows are those of `wanted`; the owners are the first ones in `run` that agree with them. There is a pair for
    each band.
    """
    found = run[np.minimum(np.searchsorted(run, wanted & ~_OWNER_MASK), len(run) - 1)]
    agrees = (found ^ wanted) <= _OWNER_MASK
    return _pair(wanted[agrees] & _OWNER_MASK, found[agrees] & _OWNER_MASK)


def _pair(rows: _Keys, owners: _Keys) -> _Keys:
    return rows << _BAND_BITS | owners


def _count_pairs(parts: list[_Keys]) -> Candidates:
    """Return the owners of each row.

    Those that stand in most pairs come first.
    """
    found: Candidates = defaultdict(list)
    if parts:
        pairs, counts = np.unique(np.concatenate(parts), return_counts=True)
        order = np.lexsort((-counts, pairs >> _BAND_BITS))
        for pair in pairs[order].tolist():
            found[pair >> 32].append(pair & 0xFFFFFFFF)
    return dict(found)
