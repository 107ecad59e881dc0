"""Stems of Russian and Kazakh words: what stays of a name in all its cases. Crude, but alike for all forms."""

from __future__ import annotations

import re
from functools import lru_cache

_RUSSIAN = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иям|иях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ым|им|ом|ем|ём|"
    r"ам|ям|ах|ях|ых|их|ию|ья|ье|ью|ьи|ия|ии|а|я|о|е|ё|у|ю|ы|и|й|ь)$"
)
_KAZAKH = re.compile(
    r"(?:(?:лар|лер|дар|дер|тар|тер)?(?:ының|інің|сының|сінің|ына|іне|сына|сіне|ында|інде|сында|сінде|ынан|інен|"
    r"ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|ны|ні|ды|ді|ты|ті|"
    r"мен|бен|пен|ы|і|сы|сі)|лар|лер|дар|дер|тар|тер)$"
)
_SHORTEST = 3
"""No ending is cut from a word that would keep fewer letters."""


def folded(text: str) -> str:
    """Return `text` in lower case, ё as е: how words are compared."""
    return text.lower().replace("ё", "е")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return `word` in lower case, ё as е, without the ending of its case (Токаеву → токаев, Астане → астан)."""
    low = folded(word)
    match = _RUSSIAN.search(low)
    return low[: match.start()] if match and match.start() >= _SHORTEST else low


@lru_cache(maxsize=50_000)
def kazakh_stem(word: str) -> str:
    """Return a Kazakh word in lower case without all that could be endings (Алматыда, Алматы → алмат).

    Endings are cut until none is left, since the end of a name can look like one, and all its cases must meet.
    """
    low = word.lower()
    match = _KAZAKH.search(low)
    while match and match.start() >= _SHORTEST:
        low = low[: match.start()]
        match = _KAZAKH.search(low)
    return low
