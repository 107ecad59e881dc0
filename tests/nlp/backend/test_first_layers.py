"""First layers make the same of words, kept or made anew."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from app.nlp.backend.first_layers import FirstLayers

_WORDS, _PARTS, _PIECES, _SIZE, _OUTPUTS = 40, 5, 7, 3, 12


@pytest.fixture(scope="module")
def embedding() -> Any:
    chance = np.random.default_rng(1)
    codes = chance.normal(size=(_PARTS, _PIECES, _SIZE)).astype(np.float32)
    indexes = chance.integers(0, _PIECES, (_WORDS, _PARTS)).astype(np.uint8)
    return SimpleNamespace(codes=SimpleNamespace(array=codes), indexes=SimpleNamespace(array=indexes))


@pytest.fixture(scope="module")
def kernels() -> list[Any]:
    chance = np.random.default_rng(2)
    return [chance.normal(size=(_PARTS * _SIZE, _OUTPUTS)).astype(np.float32) for _ in range(3)]


@pytest.mark.parametrize("cached_words", [0, 5, 12, _WORDS])
def test_rows_are_the_products_of_vectors_whatever_is_kept(
    embedding: Any, kernels: list[Any], cached_words: int
) -> None:
    layers = FirstLayers(embedding, kernels, cached_words)
    vectors = np.stack(
        [np.concatenate([embedding.codes.array[part, piece] for part, piece in enumerate(pieces)])
         for pieces in embedding.indexes.array]
    )  # fmt: skip
    for words in ([3, 1, 3], [1, 1], [8, 3, 9, 1, 30], [*range(0, _WORDS, 4)], [39, 0, 8, 3], []):
        ids = np.array(words, np.intp)
        for network, kernel in enumerate(kernels):
            assert np.allclose(layers.read(ids, network), vectors[ids] @ kernel, atol=1e-5)
