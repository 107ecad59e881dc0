"""Write the readings of common words into `resources/dictionary/common_words.npz`.

The tagger then need not look them up. Common are the words that navec, natasha's vectors of words, counted most.

python packaging/common_words.py            write them
python packaging/common_words.py --check    exit 1 if what is there is not what the dictionary makes
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
WORDS = 50_000


def read_common_words() -> list[str]:
    """Return the words that navec counted most, the commonest first."""
    from natasha.data import NEWS_EMBEDDING  # noqa: PLC0415
    from navec import Navec  # noqa: PLC0415

    vocabulary = Navec.load(NEWS_EMBEDDING).vocab
    counted = zip(vocabulary.counts, vocabulary.words, strict=False)  # "<unk>" and "<pad>" have no counts
    return [word for _, word in sorted(counted, key=lambda pair: (-pair[0], pair[1]))[:WORDS]]


def iter_records(analyser: Any, words: list[str]) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Yield the words that the dictionary has, with paradigms and forms.

    Words that are spelt with ё, too, are left out, and so are letters: initials.
    """
    for word in words:
        readings = analyser.parse(word)
        is_plain = len(word) > 1 and analyser.word_is_known(word)
        if is_plain and all(reading.word == word and len(reading.methods_stack) == 1 for reading in readings):
            yield word, tuple(reading.methods_stack[0][2:] for reading in readings)


def make_arrays() -> dict[str, Any]:
    """Return the arrays of the file, as `CommonWords` reads them."""
    sys.path.insert(0, str(ROOT))
    from app.nlp.backend.dictionary import find_dictionaries_without_setuptools  # noqa: PLC0415  # by the path above

    find_dictionaries_without_setuptools()
    import natasha  # noqa: F401, PLC0415  # mends pymorphy2 for this Python
    from pymorphy2 import MorphAnalyzer  # noqa: PLC0415

    analyser = MorphAnalyzer(lang="ru")
    found = dict(iter_records(analyser, read_common_words()))
    lists = {records: number for number, records in enumerate(dict.fromkeys(found.values()))}
    return {
        "revision": np.array(analyser.dictionary.meta["source_revision"]),
        "words": np.frombuffer("\n".join(found).encode(), np.uint8),
        "lists": np.array([lists[records] for records in found.values()], np.uint16),
        "stops": np.cumsum([len(records) for records in lists]).astype(np.uint32),
        "records": np.array([record for records in lists for record in records], np.uint16).T,
    }


def main() -> int:
    """Write the file, or compare it; return the exit code."""
    arrays = make_arrays()
    from app.nlp.backend.common_words import COMMON_WORDS  # noqa: PLC0415  # found by the path that was set

    if "--check" in sys.argv:
        with np.load(COMMON_WORDS) as file:
            return int(not all(np.array_equal(file[name], array) for name, array in arrays.items()))
    COMMON_WORDS.parent.mkdir(exist_ok=True)
    np.savez_compressed(COMMON_WORDS, **arrays)
    return 0


if __name__ == "__main__":
    sys.exit(main())
