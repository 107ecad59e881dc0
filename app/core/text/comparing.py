"""How words are compared.

As they read, in any case, with ё as е.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.core.span import Span
from app.core.text.layouts import retyped
from app.core.text.plain_view import PlainView, plain_words
from app.core.text.stem import folded

_GENDER = re.compile(r"(?<=[а-я]{3})[аоы]\Z")


@lru_cache(maxsize=4)
def plain_view(text: str) -> PlainView:
    """Return the plain view of an article's text.

    The last ones are kept.
    """
    return PlainView(text)


def comparable(words: str) -> str:
    """Return `words` as they are compared.

    Two that read the same give the same, but for marks between words.
    """
    return folded(plain_words(words))


def agreeing(word: str) -> str:
    """Return a short form as it is compared, of whatever gender.

    «принято», «принята», «приняты» and «принят» are the same decision.
    """
    return _GENDER.sub("", word.casefold().replace("ё", "е"))


def comparable_forms(typed: str) -> tuple[str, ...]:
    """Return what somebody who filters may mean, as it is compared.

    What is typed, and what the same keys type on the other layout.
    """
    words = typed.strip()
    return tuple(dict.fromkeys((comparable(words), comparable(retyped(words)))))


def find_typed(text: str, typed: str) -> Iterator[Span]:
    """Yield where the words that somebody typed stand in `text`.

    Where they stand nowhere, those that the same keys type on the other layout.
    """
    found = False
    for place in find_words(text, typed):
        found = True
        yield place
    if not found:
        yield from find_words(text, retyped(typed))


def find_words(text: str, words: str) -> Iterator[Span]:
    """Yield where `words` stand in `text`, in order: see `find_in`."""
    return find_in(plain_view(text), words)


def find_in(view: PlainView, words: str) -> Iterator[Span]:
    """Yield where `words` stand in a text, given by its plain view.

    In any case and any kind of blanks, whatever is not seen.
    """
    pattern = r"\s+".join(re.escape(word) for word in plain_words(words).split())
    if not pattern:
        return
    pattern = re.sub("[ёе]", "[ёе]", pattern, flags=re.IGNORECASE)
    for match in re.finditer(pattern, view.plain, re.IGNORECASE):
        yield view.to_source(Span(*match.span()))
