"""The readings of common words, looked up in pymorphy2's dictionary beforehand.

`packaging/common_words.py` writes the file: the words, and for each the number of its list of records. Words that
decline alike have one list. The likeliest record comes first, so that nothing is left to sort.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from app.core.files.resources import resource
from app.nlp.backend.word_graph import Record

COMMON_WORDS = resource("dictionary", "common_words.npz")


class CommonWords:
    """Common words with their records.

    A record is a paradigm of the dictionary and the number of a form. The file is for one `revision` of the dictionary:
    there are no words for another one.
    """

    def __init__(self, revision: str, path: Path = COMMON_WORDS) -> None:
        self._lists: dict[str, int] = {}
        with np.load(path) as file:
            if str(file["revision"]) != revision:
                return
            words = file["words"].tobytes().decode().split("\n")
            self._lists = dict(zip(words, file["lists"].tolist(), strict=True))
            self._stops = [0, *file["stops"].tolist()]
            self._records: list[Record] = list(zip(*file["records"].tolist(), strict=True))

    def __contains__(self, word: str) -> bool:
        return word in self._lists

    def find_records(self, word: str) -> list[Record]:
        """Return the records of a word in lower case, the likeliest first.

        There are none if it is not common.
        """
        number = self._lists.get(word)
        return [] if number is None else self._records[self._stops[number] : self._stops[number + 1]]
