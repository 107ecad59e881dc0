"""slovnet's networks, run by numpy over many sentences laid end to end.

slovnet pads a batch to its longest sentence and copies the input of a convolution three times over. Here the sentences
stand in one row with an empty place between them, which has the same effect as padding; and what the first layer makes
of a word is kept. The scores are slovnet's own, to rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from app.nlp.backend.first_layers import Array, FirstLayers, Ids

GAP = -1
"""The id of the empty place between two sentences."""

_SHAPES = 256
"""More than there are shapes of words."""


class Encoder:
    """The layers of a slovnet network from ids to word vectors.

    `first_layer` returns what words alone put into the first one.
    """

    def __init__(self, model: Any, first_layer: Callable[[Ids], Array]) -> None:
        self._first_layer = first_layer
        kernel = _read_kernel(model.encoder.layers[0])
        self._of_shape = model.emb.shape.weight.array @ kernel[model.emb.word.dim :]
        self._layers = _make_layers(model.encoder.layers)

    def __call__(self, words: Ids, shapes: Ids) -> Array:
        """Return a vector for each place.

        `words` and `shapes` have `GAP` between sentences.
        """
        gaps = np.flatnonzero(words == GAP)
        known = self._first_layer(words)
        known += self._of_shape.take(shapes, axis=0)
        known[gaps] = 0
        first, *rest = self._layers
        values = first.combine_neighbours(known, gaps)
        for layer in rest:
            values = layer.combine_neighbours(values @ layer.kernel, gaps)
        return np.asarray(values * self._layers[-1].scale)


class _Layer:
    """A convolution over three places, rectified and normalised.

    Normalising multiplies by `scale`, which is left to what follows, and shifts. The shift is added before rectifying
    and is then what is rectified to, so that one step does both.
    """

    def __init__(self, layer: Any, kernel: Array) -> None:
        norm = layer.norm
        self.kernel = kernel
        self.scale = norm.weight.array / norm.std.array
        self._least = norm.bias.array / self.scale - norm.mean.array
        self._bias = layer.conv.bias.array + self._least

    def combine_neighbours(self, parts: Array, gaps: Ids) -> Array:
        """Add up what each place gets from three places, and finish.

        They are its left neighbour, itself and its right one.
        """
        size = parts.shape[1] // 3
        total = parts[:, size : 2 * size] + self._bias
        total[1:] += parts[:-1, :size]
        total[:-1] += parts[1:, 2 * size :]
        np.maximum(total, self._least, out=total)
        total[gaps] = 0
        return np.asarray(total)


def _make_layers(layers: Sequence[Any]) -> list[_Layer]:
    """Return the layers of a network; a kernel holds the scale before."""
    made = [_Layer(layers[0], _read_kernel(layers[0]))]
    for layer in layers[1:]:
        made.append(_Layer(layer, _read_kernel(layer) * made[-1].scale[:, np.newaxis]))
    return made


class Biaffine:
    """slovnet's head for syntax: heads of words, and relations."""

    def __init__(self, model: Any) -> None:
        self._heads, self._rels = _Pairing(model.head), _Pairing(model.rel)

    def __call__(self, vectors: Array, sizes: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield each sentence's heads and the ids of the relations.

        Heads are 1-based, 0 is the root.

        `vectors` are those of sentences laid end to end, of these sizes.
        """
        of_heads, of_rels = self._heads.project_sides(vectors), self._rels.project_sides(vectors)
        start = 0
        for size in sizes:
            words = slice(start, start + size)
            heads = self._heads.score_pairs(of_heads, words).argmax(-1)
            yield heads.tolist(), self._rels.score_relations(of_rels, words, heads).argmax(-1).tolist()
            start += size + 1


class _Pairing:
    """Scores of pairs of words.

    Each word has a vector as a head and one as a tail, and the root one as a head.
    """

    def __init__(self, layer: Any) -> None:
        self._layer = layer
        self._read_kernel = layer.kernel.array
        root = layer.root.array.reshape(1, -1)
        self._root, self._tail_root = (
            self._project_rectified(layer.head, root),
            self._project_rectified(layer.tail, root),
        )

    def project_sides(self, vectors: Array) -> tuple[Array, Array]:
        """Return all words' vectors as heads and as tails."""
        return self._project_rectified(self._layer.head, vectors), self._project_rectified(self._layer.tail, vectors)

    def score_pairs(self, sides: tuple[Array, Array], words: slice) -> Array:
        """Return words × (root and words): the scores of heads."""
        heads, tails = (side[words] for side in sides)
        return np.asarray(heads @ self._read_kernel @ np.concatenate([self._tail_root, tails]).T)

    def score_relations(self, sides: tuple[Array, Array], words: slice, heads: Ids) -> Array:
        """Return words × relations: the scores of relations to the heads."""
        own = np.concatenate([self._root, sides[0][words]])[heads] @ self._read_kernel
        tails = sides[1][words]
        shape = len(tails), own.shape[1] // tails.shape[1], tails.shape[1]  # a sentence can have no words
        return np.asarray((own.reshape(shape) @ tails[:, :, np.newaxis])[:, :, 0])

    @staticmethod
    def _project_rectified(layer: Any, vectors: Array) -> Array:
        return np.maximum(apply_linear(layer.proj, vectors), 0)


def make_encoders(models: Sequence[Any]) -> list[Encoder]:
    """Return the encoders of networks, whose first layers run together."""
    kernels = [_read_kernel(model.encoder.layers[0])[: model.emb.word.dim] for model in models]
    first_layers = FirstLayers(models[0].emb.word, kernels)
    return [Encoder(model, partial(first_layers.read, network=number)) for number, model in enumerate(models)]


def pack_ids(word: int, shape: int) -> int:
    """Return the ids of a word and its shape as one number."""
    return word * _SHAPES + shape


def lay_out_sentences(sentences: Sequence[Sequence[int]]) -> tuple[Ids, Ids]:
    """Lay sentences of packed ids end to end, a `GAP` after each.

    Return the word ids and the shape ids.
    """
    gap = pack_ids(GAP, 0)
    words, shapes = np.divmod([packed for sentence in sentences for packed in (*sentence, gap)], _SHAPES)
    return words, shapes


def apply_linear(layer: Any, vectors: Array) -> Array:
    """Apply a linear layer of slovnet's to vectors."""
    return np.asarray(vectors @ layer.weight.array + layer.bias.array)


def _read_kernel(layer: Any) -> Array:
    """Return a convolution's weights as input × (left, middle, right) outputs."""
    weight = layer.conv.weight.array  # outputs × inputs × places
    return np.ascontiguousarray(np.concatenate([weight[:, :, place].T for place in range(weight.shape[2])], axis=1))
