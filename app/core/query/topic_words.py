"""Which words say what a claim is about."""

from __future__ import annotations

from app.core.text.word_lists import read_words

_MIN_CHARS = 4
_FUNCTION_WORDS = read_words("claims/function_words")


def is_topic_word(word: str) -> bool:
    """Say whether a word, as it is compared, tells of a topic.

    Short words, numbers and function words do not.
    """
    return len(word) >= _MIN_CHARS and word.isalpha() and word not in _FUNCTION_WORDS
