"""The stem of a Russian word.

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


def folded(text: str) -> str:
    """Return `text` in lower case, ё as е: how words are compared."""
    return text.casefold().replace("ё", "е")


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """Return `word` folded, without case endings.

    Токаеву → токаев, Астане → астан.
    """
    return _RUSSIAN.sub("", folded(word))
