"""Reading slovnet's tagger: the best path, and its probabilities.

The network gives every word a score for each tag, a conditional random field adds a score for each pair of neighbours
(J. Lafferty, A. McCallum, F. Pereira, 2001). Viterbi's algorithm finds the best sequence, forward-backward the
probability of each tag of each word over all sequences. Sentences run side by side, the longest first, so that at
each step those that still run are the first ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.intp]

_MAX_LEFT = 0.49
_SCALED_EVERY = 8
"""Steps after which products are brought back to 1, long before they are too small for a number."""


def find_path_and_odds(emissions: Floats, transitions: Floats, cuts: Sequence[int]) -> tuple[Ints, Floats]:
    """Return the best path and P(tag) of each word.

    `cuts` are the starts of the sentences, and the end. Where the likeliest tags of a sentence leave less than a half
    to all else, no other path can be better: Viterbi reads the other sentences alone.
    """
    odds = tag_probabilities(emissions, transitions, cuts)
    path: Ints = odds.argmax(1)
    left = np.concatenate([[0.0], np.cumsum(1 - odds.max(1))])
    unsure = [np.arange(start, stop) for start, stop in pairwise(cuts) if left[stop] - left[start] >= _MAX_LEFT]
    if unsure:
        words = np.concatenate(unsure)
        path[words] = find_best_path(emissions[words], transitions, [0, *np.cumsum([len(one) for one in unsure])])
    return path, odds


def find_best_path(emissions: Floats, transitions: Floats, cuts: Sequence[int]) -> Ints:
    """Return the index of each word's tag on the best path.

    `cuts` are the starts of the sentences, and the end.
    """
    side = _Rows.of(cuts)
    # Steps × tags × sentences: numpy is fast over the last.
    scores = np.ascontiguousarray(side.spread(emissions).transpose(0, 2, 1))
    states = np.empty_like(scores)
    states[0] = scores[0]
    leaving, arriving = transitions[:, :, None], transitions.T
    for step, running in enumerate(side.running[1:], 1):
        paths = states[step - 1, :, None, :running] + leaving
        np.add(paths.max(0), scores[step, :, :running], out=states[step, :, :running])
    tags, rows = states.argmax(1), states.transpose(0, 2, 1)
    for step in range(len(side.running) - 2, -1, -1):
        running = side.running[step + 1]
        tags[step, :running] = (rows[step, :running] + arriving[tags[step + 1, :running]]).argmax(1)
    path: Ints = tags[side.steps, side.rows]
    return path


def tag_probabilities(emissions: Floats, transitions: Floats, cuts: Sequence[int]) -> Floats:
    """Return P(tag) of each word, words by tags.

    `cuts` as for `find_best_path`.
    """
    side = _Rows.of(cuts)
    weights = np.exp(emissions - emissions.max(1, keepdims=True))
    moves = np.exp(transitions - transitions.max())
    # Both ways at once: from the first word on, and from the last one back.
    both = np.stack([side.spread(weights), side.spread(weights, is_backward=True)], axis=1)
    arrived, ways = np.ones_like(both), np.stack([moves, moves.T])
    for step, running in enumerate(side.running[1:], 1):
        here = both[step, :, :running]
        np.matmul(both[step - 1, :, :running], ways, out=arrived[step, :, :running])
        here *= arrived[step, :, :running]
        if step % _SCALED_EVERY == 0:
            here /= here.sum(2, keepdims=True)
    product = both[side.steps, 0, side.rows] * arrived[side.steps_back, 1, side.rows]
    odds: Floats = product / product.sum(1, keepdims=True)
    return odds


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where each word stands when sentences stand in rows, the longest first.

    `rows`, `steps` and `steps_back` have each word's row, and its distance from the first and the last word; `running`
    says for each step how many sentences are longer.
    """

    rows: Ints
    steps: Ints
    steps_back: Ints
    running: list[int]

    @classmethod
    def of(cls, cuts: Sequence[int]) -> _Rows:
        ends = np.array(cuts, dtype=np.intp)
        lengths = ends[1:] - ends[:-1]
        row_of = np.empty(len(lengths), dtype=np.intp)
        row_of[np.argsort(-lengths, kind="stable")] = np.arange(len(lengths))
        steps = np.arange(ends[-1]) - np.repeat(ends[:-1], lengths)
        back = np.repeat(lengths, lengths) - 1 - steps
        longer = len(lengths) - np.searchsorted(np.sort(lengths), np.arange(lengths.max()), side="right")
        return cls(np.repeat(row_of, lengths), steps, back, longer.tolist())

    def spread(self, values: Floats, *, is_backward: bool = False) -> Floats:
        """Return words by tags as steps × sentences × tags.

        The values are zeros where no word is.
        """
        table = np.zeros((len(self.running), self.running[0] if self.running else 0, values.shape[1]))
        table[self.steps_back if is_backward else self.steps, self.rows] = values
        return table
