"""Reading slovnet's tagger: the best path, and its probabilities.

The network gives every word a score for each tag, a conditional random field adds a score for each pair of neighbours
(J. Lafferty, A. McCallum, F. Pereira, 2001). Viterbi's algorithm finds the best sequence, forward-backward the
probability of each tag of each word over all sequences. Sentences run side by side: one step of numpy for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.intp]


def find_best_path(emissions: Floats, transitions: Floats, cuts: Sequence[int]) -> Ints:
    """Return the index of each word's tag on the best path.

    `cuts` are the starts of the sentences, and the end.
    """
    scores, lengths = _pad_sentences(emissions, cuts)
    count, longest, _ = scores.shape
    back = np.zeros((longest, count, transitions.shape[0]), dtype=np.intp)
    state = scores[:, 0]
    for step in range(1, longest):
        paths = state[:, :, None] + transitions
        back[step] = paths.argmax(1)
        grown = paths.max(1) + scores[:, step]
        state = np.where((step < lengths)[:, None], grown, state)
    return _trace_path(state.argmax(1), back, lengths)


def tag_probabilities(emissions: Floats, transitions: Floats, cuts: Sequence[int]) -> Floats:
    """Return P(tag) of each word, words by tags.

    `cuts` as for `find_best_path`.
    """
    scores, lengths = _pad_sentences(emissions, cuts)
    weights = np.exp(scores - scores.max(2, keepdims=True))
    moves = np.exp(transitions - transitions.max())
    count, longest, tags = weights.shape
    ahead = np.zeros_like(weights)
    ahead[:, 0] = weights[:, 0]
    for step in range(1, longest):
        grown = (ahead[:, step - 1] @ moves) * weights[:, step]
        ahead[:, step] = grown / grown.sum(1, keepdims=True)
    behind = np.ones((count, tags))
    product = np.empty_like(ahead)
    for step in range(longest - 1, -1, -1):
        behind = np.where((step < lengths - 1)[:, None], behind, 1.0)
        product[:, step] = ahead[:, step] * behind
        behind = (weights[:, step] * behind) @ moves.T
        behind /= behind.sum(1, keepdims=True)
    flat = product[np.arange(longest) < lengths[:, None]]
    odds: Floats = flat / flat.sum(1, keepdims=True)
    return odds


def _pad_sentences(emissions: Floats, cuts: Sequence[int]) -> tuple[Floats, Ints]:
    """Return sentences × words × tags, padded with zeros, and the lengths."""
    ends = np.array(cuts, dtype=np.intp)
    starts, lengths = ends[:-1], ends[1:] - ends[:-1]
    places = np.arange(lengths.max())
    inside = places < lengths[:, None]
    padded = np.zeros((len(lengths), len(places), emissions.shape[1]))
    padded[inside] = emissions[(starts[:, None] + places)[inside]]
    return padded, lengths


def _trace_path(last: Ints, back: Ints, lengths: Ints) -> Ints:
    longest, count, _ = back.shape
    rows = np.arange(count)
    path = np.zeros((count, longest), dtype=np.intp)
    tag = last
    for step in range(longest - 1, -1, -1):
        path[:, step] = tag
        before = back[step][rows, tag]
        tag = np.where(step < lengths, before, tag) if step else tag
    return path[np.arange(longest) < lengths[:, None]]
