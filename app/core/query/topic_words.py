"""Which words say what a claim is about."""

from __future__ import annotations

from functools import cache

from app.core.text.comparing import comparable
from app.core.text.word_lists import read_words

_MIN_CHARS = 4


@cache
def _function_words() -> frozenset[str]:
    return frozenset(map(comparable, read_words("claims/function_words")))


def is_topic_word(word: str) -> bool:
    """Say whether a word, as it is compared, tells of a topic.

    Short words, numbers and function words do not.
    """
    return len(word) >= _MIN_CHARS and word.isalpha() and word not in _function_words()
