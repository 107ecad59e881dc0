"""natasha's packs of weights, without what nobody asks for.

The three networks have one vocabulary between them, which is large: it is read from the first. navec's tables for the
likeness of words, which take most of its loading, are not made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from navec import Navec
from navec.meta import Meta
from navec.pq import PQ
from navec.tar import Tar
from slovnet.exec.pack import Pack, vocab_name
from slovnet.shape import word_shape

_WORDS, _SHAPES = "word", "shape"


class _Vectors(PQ):  # type: ignore[misc]  # navec has no types
    def precompute(self) -> None:
        """Make no tables of likeness."""


@dataclass(frozen=True, slots=True)
class WordIds:
    """The ids of words and of their shapes.

    `checksum` is that of the vocabulary of words.
    """

    words: Any
    shapes: Any
    find_shape: Callable[[str], str]
    checksum: bytes


def read_embedding(path: str) -> Navec:
    """Read the vectors of words, without their vocabulary.

    The networks have the same vocabulary.
    """
    with Tar(path) as tar:
        return Navec(Meta.from_file(tar.load("meta.json")), None, _Vectors.from_file(tar.load("pq.bin")))


def read_word_ids(path: str) -> WordIds:
    """Read the vocabulary of a network."""
    with Pack(path) as pack:
        return WordIds(pack.load_vocab(_WORDS), pack.load_vocab(_SHAPES), word_shape, _read_checksum(pack))


def read_model(path: str, kind: Any, embedding: Navec, ids: WordIds, labels: str) -> tuple[Any, list[str]]:
    """Read a network of a `kind` of slovnet's, and its labels.

    Raise `ValueError` if it was not made for the vocabulary `ids`.
    """
    with Pack(path) as pack:
        pack.load_meta().check_protocol()
        if _read_checksum(pack) != ids.checksum:
            raise ValueError("The networks were not made for one vocabulary.")
        model = pack.load_model(kind)
        arrays = dict(pack.load_arrays(model.weights))
        items: list[str] = pack.load_vocab(labels).items
    return model.inject_arrays(arrays).inject_navec(embedding), items


def _read_checksum(pack: Pack) -> bytes:
    """Return the checksum and the size of a vocabulary.

    gzip writes them at the end of the file.
    """
    packed: bytes = pack.read(vocab_name(_WORDS))
    return packed[-8:]
