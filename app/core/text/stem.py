"""The stem of a Russian or Kazakh word.

What stays of a name in all its cases. A light stemmer that takes the endings of cases off nouns, adjectives and names
and nothing else. The endings are those of the declensions, and they are cut until none is left, since the end of a name
can look like one (Карим, Крым) and all its cases must meet. Russian -ов and -ев are none here, since names end in them
themselves. The idea, to cut endings by their form alone down to a shortest stem, is that of the Snowball stemmers
(snowballstem.org/algorithms/russian/stemmer.html).
"""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT = 65_536
_RUSSIAN = re.compile(
    "(?<=[^-][^-])(?:[ыиая]ми|[ое]го|[ое]му|[ыиая]х|[ыиоея]м|ам|[аеиоуыэюяйь]){1,4}(?=-|$)",
)
"""The endings of a word, and of each part of one with a hyphen (Жана-Мари); two letters stay.

The most that are cut bound the time that a word of a million vowels takes.
"""

_KAZAKH = re.compile(
    r"(?<=...)(?:лар|лер|дар|дер|тар|тер|ының|інің|сының|сінің|ына|іне|сына|сіне|ында|інде|сында|сінде|ынан|інен|"
    r"ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|ны|ні|ды|ді|ты|ті|"
    r"мен|бен|пен|ы|і|сы|сі){1,4}$"
)


def folded(text: str) -> str:
    """Return `text` in lower case, ё as е: how words are compared."""
    return text.casefold().replace("ё", "е")


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """Return `word` folded, without case endings.

    Токаеву → токаев, Астане → астан.
    """
    return _RUSSIAN.sub("", folded(word))


@lru_cache(maxsize=_KEPT)
def kazakh_stem(word: str) -> str:
    """Return a Kazakh word folded, without all possible endings.

    Алматыда, Алматы → алма.
    """
    return _KAZAKH.sub("", folded(word))
