"""Words for organisations joined of a shortened part and a noun.

Example: «Нацфонд», «Облсуд», «Энергонадзор».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

_COMPOUND = re.compile(
    rf"(?P<opening>(?:{read_alternatives('names/compound_openings')}){{1,2}})"
    rf"(?P<head>(?:{read_alternatives('names/compound_heads')})[аяоеуюыийьмхв]{{0,3}})",
    re.IGNORECASE,
)
_RULE = "compound/1"


@lru_cache(maxsize=4096)
def split_compound(word: str) -> tuple[str, str] | None:
    """Return the shortened part and the noun of a word, or None."""
    found = _COMPOUND.fullmatch(word)
    return (found["opening"], found["head"]) if found else None


def label_compounds(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """Return a sentence's names with such words as organisations.

    Where the sentence begins, a capital letter tells nothing: only what was found as a name counts.
    """
    relabelled = [
        name.with_label(EntityLabel.ORG, _RULE)
        if (name.stop == name.first + 1 or name.label == EntityLabel.LOC) and split_compound(tokens[name.stop - 1].text)
        else name
        for name in names
    ]
    return sort_names([*relabelled, *drop_overlapping(_find_compounds(tokens), relabelled)])


def _find_compounds(tokens: Sequence[Token]) -> Iterator[Name]:
    for index in range(1, len(tokens)):
        word = tokens[index].text
        if word[0].isupper() and tokens[index - 1].text[-1].isalnum() and split_compound(word):
            yield Name(index, index + 1, EntityLabel.ORG, _RULE)
