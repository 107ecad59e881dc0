"""Candidates: untagged words that may be a missed mention, with features."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.core.span import Span
from app.core.text.stem import stem
from app.nlp.names.name import Name
from app.nlp.names.name_tagger import LABELS, TaggedTokens
from app.nlp.uncertainty.confidence_model import Features, to_logit

_LATIN = re.compile("[A-Za-z]")
_QUOTES = frozenset('«»"“”„')
_MIN_NAME_PROBABILITY = 0.02
"""How probable a name must be at a word in lower case for the word to be offered as a candidate."""
_MAX_CANDIDATE_TOKENS = 6
_MIN_LETTERS = 3
"""One of fifty candidates of one or two letters is a name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of untagged tokens that may be a name."""

    first: int
    stop: int
    label: str

    def span(self, reading: TaggedTokens) -> Span:
        """Return the span of the text."""
        return Span(reading.tokens[self.first].start, reading.tokens[self.stop - 1].stop)


def find_candidates(
    names: Sequence[Name], reading: TaggedTokens, is_common: Callable[[str], bool]
) -> Iterator[tuple[Candidate, Features]]:
    """Yield untagged runs that look like a name, with features."""
    held = {index for name in names for index in range(name.first, name.stop)}
    known = Counter(stem(reading.tokens[index].text) for index in held)
    likely = [
        token.text[0].isalpha() and (token.text[0].isupper() or none < 1 - _MIN_NAME_PROBABILITY)
        for token, none in zip(reading.tokens, (row[0] for row in reading.probability_rows), strict=True)
    ]
    first = 0
    while first < len(reading.tokens):
        if first in held or not likely[first]:
            first += 1
            continue
        stop = first + 1
        while (
            stop < len(reading.tokens)
            and stop - first < _MAX_CANDIDATE_TOKENS
            and likely[stop]
            and _continues(stop, held, reading)
        ):
            stop += 1
        if sum(len(token.text) for token in reading.tokens[first:stop]) >= _MIN_LETTERS:
            candidate = Candidate(first, stop, _find_label(first, stop, reading))
            yield candidate, _candidate_features(candidate, reading, known, is_common)
        first = stop


def _continues(index: int, held: set[int], reading: TaggedTokens) -> bool:
    return index not in held and index not in reading.sentence_starts


def _find_label(first: int, stop: int, reading: TaggedTokens) -> str:
    sums = [sum(row[index] for row in reading.probability_rows[first:stop]) for index in range(1, len(LABELS) + 1)]
    return LABELS[sums.index(max(sums))]


def _candidate_features(
    candidate: Candidate, reading: TaggedTokens, known: Counter[str], is_common: Callable[[str], bool]
) -> Features:
    words = [token.text for token in reading.tokens[candidate.first : candidate.stop]]
    opens = candidate.first in reading.sentence_starts
    is_capital = words[0][0].isupper()
    before = reading.tokens[candidate.first - 1].text if candidate.first else ""
    return {
        "logit of a name": to_logit(
            1 - min(row[0] for row in reading.probability_rows[candidate.first : candidate.stop])
        ),
        "capital": float(is_capital),
        "capital inside": float(is_capital and not opens),
        "capital that opens": float(is_capital and opens and len(words) == 1),
        "common word": float(is_capital and is_common(words[0])),
        "common word that opens": float(is_capital and opens and is_common(words[0])),
        "Latin": float(bool(_LATIN.search(words[0]))),
        "acronym": float(words[0].isupper() and len(words[0]) > 1),
        "quoted": float(before in _QUOTES),
        "words": math.log(len(words)),
        "named elsewhere": float(any(known[stem(word)] for word in words if word[0].isupper())),
        "after a name": float(candidate.first > 0 and reading.probability_rows[candidate.first - 1][0] < 0.5),
    }
