"""The language of a paragraph, by its letters.

natasha is of no use on Kazakh, and harms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.core.span import Span
from app.core.text.letters import KAZAKH_LETTERS, KAZAKH_SMALL
from app.core.text.sentences import sentences
from app.core.text.tokens import lines
from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import LanguageCode
from app.nlp.text.interval_index import index_spans
from app.nlp.text.kazakh_grammar import read_noun

_KAZAKH = re.compile(f"[{KAZAKH_LETTERS}]")
_SMALL_LETTERS = f"абвгдеёжзийклмнопрстуфхцчшщъыьэюя{KAZAKH_SMALL}"
_CYRILLIC = frozenset(_SMALL_LETTERS + _SMALL_LETTERS.upper())
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = re.compile('«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|"[^"]*"')
_MIN_OWN_WORDS = 3
"""Words outside quotation marks that are enough to tell the language by: what is quoted can be in another."""

_KAZAKH_WORD_SHARE, _KAZAKH_NAME_SHARE = 0.15, 0.45
"""The share of words with a Kazakh letter that makes a text Kazakh: of those in lower case, or of all if none is."""

_CACHED_WORDS = 20_000

_KAZAKH_WORDS = read_words("language/kazakh_words")
_RUSSIAN_WORDS = read_words("language/russian_words")
_KAZAKH_ENDING = re.compile(rf"(?:{read_alternatives('language/kazakh_endings')})$")
"""Endings of Kazakh words without a letter of its own; few Russian words have them."""

_RUSSIAN_SIGN = re.compile(rf"[ъщёцэ]|(?:{read_alternatives('language/russian_endings')})$")

_MIN_CASE_WORD = 5
"""Letters of a word that is long enough for its ending to be that of a case."""

_MIN_OTHER_LETTERS = 200
"""Letters that a block needs to count as text in another language."""

_SAMPLE_CHARS = 600
"""Letters of a paragraph that are looked at: more would not change the answer."""


def detect_language(text: str) -> str:
    """Return "ru", "kk", or "" for any other language.

    A few Kazakh names do not make a Russian text Kazakh.
    """
    sample = text[:_SAMPLE_CHARS]
    words = _words_outside_quotes(sample)
    cyrillic = [word for word in words if word[0] in _CYRILLIC]
    if sum(map(len, cyrillic)) * 3 < sum(map(len, words)) or not cyrillic:
        return ""
    # Two words of three in Kazakh hold one of its nine own letters; Russian has them in names alone, and in quotations.
    small = [word for word in cyrillic if word[0].islower()]
    least = _KAZAKH_WORD_SHARE if small else _KAZAKH_NAME_SHARE
    counted = small or cyrillic
    is_kazakh = sum(map(_is_kazakh_word, counted)) > least * len(counted) or _looks_kazakh(sample)
    return LanguageCode.KK if is_kazakh else LanguageCode.RU


@lru_cache(_CACHED_WORDS)
def _is_kazakh_word(word: str) -> bool:
    return bool(_KAZAKH.search(word)) or word.lower() in _KAZAKH_WORDS


@lru_cache(_CACHED_WORDS)
def _is_russian_word(word: str) -> bool:
    return (word in _RUSSIAN_WORDS or bool(_RUSSIAN_SIGN.search(word))) and not _KAZAKH.search(word)


def _looks_kazakh(sample: str) -> bool:
    """Say whether words look Kazakh.

    They have no sign of Russian, a Kazakh word, and a Kazakh ending.
    """
    low = [word for word in _WORD.findall(sample.lower()) if word[0] in _CYRILLIC]
    if any(map(_is_russian_word, low)):
        return False
    if any(len(word) > _MIN_CASE_WORD and _KAZAKH.search(word[-3:]) and read_noun(word).case != "nom" for word in low):
        return True
    endings = sum(bool(_KAZAKH_ENDING.search(word)) for word in low)
    return endings > 0 and endings + sum(map(_is_kazakh_word, low)) > 1


def _words_outside_quotes(sample: str) -> list[str]:
    """Return the words outside quotation marks.

    All words count where those are too few.
    """
    own = _WORD.findall(_QUOTED.sub(" ", sample))
    return own if len(own) >= _MIN_OWN_WORDS else _WORD.findall(sample)


def is_other_language(text: str, block: tuple[Span, str]) -> bool:
    """Say whether a block is text in another language.

    A line of Latin names or figures is none.
    """
    span, language = block
    sample = text[span.start : min(span.stop, span.start + _SAMPLE_CHARS)]
    return not language and len(_LETTER.findall(sample)) > _MIN_OTHER_LETTERS


def detect_line_languages(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the lines of `text` in order, each with its language."""
    for line in lines(text):
        yield from _detect_in_line(text, line)


def _detect_in_line(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Yield the parts of a line by language.

    There is one part unless its sentences are Kazakh and Russian by turns.
    """
    words = text[line.start : line.stop]
    whole = detect_language(words)
    if whole not in (LanguageCode.KK, LanguageCode.RU) or not _KAZAKH.search(words):
        yield line, whole
        return
    parts: list[tuple[Span, str]] = []
    for sentence in _cut_outside_quotes(text, line):
        told = text[sentence.start : sentence.stop]
        own = sum(word[0].islower() for word in _WORD.findall(_QUOTED.sub(" ", told)))
        language = detect_language(told) if own >= _MIN_OWN_WORDS else ""
        if language != whole == LanguageCode.KK and not any(map(_is_russian_word, _WORD.findall(told.lower()))):
            language = whole  # nothing shows that it is Russian
        if parts and language in ("", parts[-1][1]):
            parts[-1] = (Span(parts[-1][0].start, sentence.stop), parts[-1][1])
        else:
            parts.append((sentence, language or whole))
    yield from parts if len(parts) > 1 else [(line, whole)]


def _cut_outside_quotes(text: str, line: Span) -> Iterator[Span]:
    """Yield the sentences of a line.

    The blanks behind them are included. No sentence ends inside quotation marks.
    """
    quoted = index_spans(Span(*match.span()) for match in _QUOTED.finditer(text, line.start, line.stop))
    start = line.start
    for sentence in sentences(text, line.start, line.stop):
        stop = sentence.stop
        if stop < line.stop and not quoted.overlapping(Span(stop, stop + 1)):
            while stop < line.stop and text[stop].isspace():
                stop += 1
            yield Span(start, stop)
            start = stop
    if start < line.stop:
        yield Span(start, line.stop)


def split_by_language(text: str, rows: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Join lines of one language, in order, into blocks.

    Lines without a word join the block before.
    """
    found: list[tuple[Span, str]] = []
    for line, language in rows:
        if found and (language == found[-1][1] or not text[line.start : line.stop].strip()):
            found[-1] = (Span(found[-1][0].start, line.stop), found[-1][1])
        elif line.length:
            found.append((line, language))
    return found
