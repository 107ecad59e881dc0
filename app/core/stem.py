"""The stem of a Russian word: equal for all cases of one name.

A light stemmer that takes the endings of cases off nouns, adjectives and names and nothing else. The endings are those
of the Russian declensions, without -ов and -ев, which names end in themselves; the idea, to cut the longest one that
leaves a stem, is that of the Snowball stemmers (snowballstem.org/algorithms/russian/stemmer.html).
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENDING = re.compile("(?<=..)(?:[ыиая]ми|[ое]го|[ое]му|[ыиоеё]й|[оыие]е|ая|яя|ую|юю|[ое]ю|[ыиоеёая]м|[ыиая]х)$")
_LAST_VOWELS = re.compile("(?<=..)[аеёиоуыэюяйь]+$")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return `word` casefolded, ё as е, without the ending of its case: equal for all cases of one name."""
    folded = word.casefold().replace("ё", "е")
    return _LAST_VOWELS.sub("", _ENDING.sub("", folded))
