"""What speaks for and against a date, sum or share, as features.

They come from its rule, its value, its words and those around.
"""

from __future__ import annotations

import math
import re

from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.mention import Mention
from app.nlp.uncertainty.confidence_model import Features

MEASURED_LABELS = frozenset((EntityLabel.DATE, EntityLabel.MONEY, EntityLabel.PERCENT))
"""The labels of figures that the annotated articles have."""

_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_TIME_OF_DAY = re.compile(rf"{read_alternatives('uncertainty/time_of_day_stems')}|\d:\d\d", re.IGNORECASE)
_GLUED = re.compile(r"\d[а-я]", re.IGNORECASE)
_AGE = re.compile(r"год[а-я]*$|лет$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w-]+)\W*$")
_SENTENCE_START = re.compile(r"(?:^|[.!?\n])\s*$")
_PREDICATE_AFTER = re.compile(r"\s[а-яё]+(?:л|л[аио]|[еиюуя]т)(?!\w)")
_NOUN_AFTER = re.compile(r"\s[а-яё]{4,}(?:ов|ей|ы|и|ия|ии)(?!\w)")
_PREPOSITIONS = frozenset(("в", "во", "с", "к", "на", "по", "от", "после", "до"))
_BEFORE_LENGTHS = read_words("uncertainty/words_before_lengths")
_ROUGH = read_words("uncertainty/rough_words")
_AROUND = 30
"""Code points that are looked at on each side."""


def figure_features(text: str, figure: Mention) -> Features:
    """Return the features of a date, sum or share of `text`."""
    start, stop = figure.span
    words = text[start:stop]
    facts = {
        f"rule {figure.rule.split('/')[0]}": True,
        f"is {figure.label}": True,
        **_value_facts(figure.value),
        **_word_facts(words),
        **_context_facts(text[max(0, start - _AROUND) : start], text[stop : stop + _AROUND]),
    }
    features = {fact: 1.0 for fact, holds in facts.items() if holds}
    return features | {"words": math.log1p(len(_WORD.findall(words)))}


def _value_facts(value: str) -> dict[str, bool]:
    return {
        "no value": not value,
        "value with a gap": "X" in value,
        "range": "/" in value,
        "duration": value.startswith("P"),
    }


def _word_facts(words: str) -> dict[str, bool]:
    return {
        "one word": len(_WORD.findall(words)) == 1,
        "digits": any(map(str.isdigit, words)),
        "year": bool(_YEAR.search(words)),
        "time of day": bool(_TIME_OF_DAY.search(words)),
        "letters behind digits": bool(_GLUED.search(words)),
        "can be an age": bool(_AGE.search(words)),
        "capital": words[0].isupper(),
    }


def _context_facts(before: str, after: str) -> dict[str, bool]:
    found = _WORD_BEFORE.search(before)
    word = found[1].lower() if found else ""
    return {
        "after a preposition": word in _PREPOSITIONS,
        "after a word for a length": word in _BEFORE_LENGTHS,
        "after a word for roughly": word in _ROUGH,
        "opens a sentence": bool(_SENTENCE_START.search(before)),
        "opens a quotation or bracket": before[-1:] in ("«", '"', "("),
        "after a comma": before.endswith(", "),
        "before a comma": after[:1] == ",",
        "ends a sentence": after[:1] in ("", ".", "\n"),
        "before a predicate": bool(_PREDICATE_AFTER.match(after)),
        "before a noun": bool(_NOUN_AFTER.match(after)),
    }
