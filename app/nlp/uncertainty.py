"""How probable it is that a proposal is right, and where something may have been missed.

Both are logistic regressions over what the tagger's own probabilities and our rules say; `resources/doubt.json` holds
the weights, which `tests/benchmarks/fit_doubt.py` fits on the development articles.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.span import Span
from app.core.stem import stem
from app.nlp.names.name import Name
from app.nlp.names.name_tagger import LABELS, Reading

Features = dict[str, float]

_LATIN = re.compile("[A-Za-z]")
_ADJECTIVE = ("ого", "его", "ому", "ему", "ой", "ей", "ый", "ий", "ая", "ую", "ые", "ие", "ых", "их", "ом", "ем")
_QUOTES = frozenset('«»"“”„')
_PLACES_OF_A_TOWN = re.compile(
    "улиц|площад|бульвар|проспект|кладбищ|шоссе|набережн|парк|двор|арен|мост|стрит|сквер|холл"
)
_PARTS_OF_A_PLACE = re.compile("север|юг|восток|запад|центр|вблизи|столиц|границ|берег|окраин|город|штат|район|област")
_BODIES = re.compile(
    "сборн|команд|клуб|компани|фирм|правительств|парламент|полици|суд|власт|прокурат|отдел|комисси|комитет|министер|посольств|"
    "федераци|банк|групп|парти|движени|клан|союз|организаци|университет|институт|театр|музе|центр|войск|арми|агентств|орган"
)
_THINGS = re.compile(
    "фильм|клуб|зал|премии|премия|арен|корабл|полёт|аккаунт|сайт|журнал|газет|программ|проект|марк|модел"
)
_TAILS = frozenset(("по", "при", "против", "им", "имени"))
_LEAST = 0.02
"""How probable a name must be at a word in lower case for the word to be offered as a likely miss."""

_LONGEST = 6
_UNKNOWN = 0.8
"""How often a rule is right that nobody has measured."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one logistic regression: by feature, and the constant."""

    by_feature: Mapping[str, float]
    constant: float

    def probability(self, features: Features) -> float:
        """Return the probability that the features speak for."""
        score = self.constant + sum(self.by_feature.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Doubt:
    """All weights: of names in each convention for organisations, of likely misses, and how often a rule is right."""

    names: Mapping[str, Weights]
    misses: Weights
    rules: Mapping[str, float]

    def of_rule(self, rule: str) -> float:
        """Return how often a rule is right that the tagger has no say in."""
        family = rule.split("/", maxsplit=1)[0]
        return self.rules.get(family, self.rules.get(family.split(".")[0], _UNKNOWN))


def read_doubt(path: Path) -> Doubt:
    """Read the weights."""
    tree = json.loads(path.read_text(encoding="utf-8"))
    names = {convention: _weights(part) for convention, part in tree["names"].items()}
    return Doubt(names, _weights(tree["misses"]), tree["rules"])


def _weights(tree: Mapping[str, Any]) -> Weights:
    return Weights(tree["weights"], tree["constant"])


def name_features(names: Sequence[Name], reading: Reading, is_common: Callable[[str], bool]) -> list[Features]:
    """Return what speaks for and against each of an article's names; `is_common` is that of `likely_misses`."""
    keys = [tuple(stem(token.text) for token in reading.tokens[name.first : name.stop]) for name in names]
    equals: dict[tuple[str, ...], _Equals] = defaultdict(_Equals)
    for name, key in zip(names, keys, strict=True):
        equals[key].add(name, reading)
    return [
        _of_tagger(name, reading) | _of_words(name, reading, is_common) | equals[key].features(name, reading)
        for name, key in zip(names, keys, strict=True)
    ]


def _of_tagger(name: Name, reading: Reading) -> Features:
    """Return what the tagger says of a name: of its label, its least sure word, its borders, the next best label."""
    rows = reading.rows
    inside = rows[name.first : name.stop]
    column = LABELS.index(name.label) + 1
    means = [sum(row[index] for row in inside) / len(inside) for index in range(len(LABELS) + 1)]
    is_last = name.stop >= len(rows) or name.stop in reading.starts
    mean = _logit(means[column])
    return {
        "logit of the label": mean,
        f"logit of {name.label}": mean,
        "logit of its least word": _logit(min(row[column] for row in inside)),
        "the next best label": max(mean for index, mean in enumerate(means) if index not in (0, column)),
        "no name": max(row[0] for row in inside),
        "a name before": 0.0 if name.first in reading.starts else 1 - rows[name.first - 1][0],
        "a name after": 0.0 if is_last else 1 - rows[name.stop][0],
        "as the tagger has it": float(_is_as_tagged(name, reading)),
    }


def _is_as_tagged(name: Name, reading: Reading) -> bool:
    tags = reading.tags[name.first : name.stop]
    after = reading.tags[name.stop] if name.stop < len(reading.tags) else "O"
    is_whole = all(tag == f"I-{name.label}" for tag in tags[1:]) and not after.startswith("I-")
    return tags[0] == f"B-{name.label}" and is_whole


def _of_words(name: Name, reading: Reading, is_common: Callable[[str], bool]) -> Features:
    """Return what the words of a name are, and where they stand."""
    words = [token.text for token in reading.tokens[name.first : name.stop]]
    before = reading.tokens[name.first - 1].text if name.first else ""
    after = reading.tokens[name.stop].text if name.stop < len(reading.tokens) else ""
    low = before.lower()
    rule = name.rule.split("/")[0]
    facts = {
        f"is {name.label}": True,
        f"rule {rule}": True,
        f"rule {rule} for {name.label}": True,
        "Latin": bool(_LATIN.search(words[0])),
        f"Latin {name.label}": bool(_LATIN.search(words[0])),
        "acronym": len(words) == 1 and words[0].isupper(),
        "lower case": words[0][0].islower(),
        "quoted": before in _QUOTES,
        f"quoted {name.label}": before in _QUOTES,
        "in brackets": before == "(",
        "opens a sentence": name.first in reading.starts,
        "common word": is_common(words[0]),
        f"{name.label} of one word": len(words) == 1,
        f"{name.label} of many words": len(words) > 3,
        f"common {name.label} of one word": len(words) == 1 and is_common(words[0]),
        "ends in lower case": words[-1][0].islower(),
        "follows a word in lower case": before[:1].islower() and len(before) > 2,
        f"{name.label} after a body": bool(_BODIES.match(low)),
        f"{name.label} after a part of a place": bool(_PARTS_OF_A_PLACE.match(low)),
        f"{name.label} after a thing": bool(_THINGS.match(low)),
        f"{name.label} after an adjective": before.islower() and before.endswith(_ADJECTIVE),
        f"{name.label} before a name": after[:1].isupper(),
        f"{name.label} before a tail": after in _TAILS,
        f"{name.label} before a bracket": after == "(",
        "place of a town": name.label == "LOC" and any(_PLACES_OF_A_TOWN.search(word) for word in words),
    }
    return {fact: 1.0 for fact, holds in facts.items() if holds}


class _Equals:
    """The mentions of one name in an article: their labels, and what the tagger thinks of each label in all of them."""

    def __init__(self) -> None:
        self._labels: Counter[str] = Counter()
        self._odds = [0.0] * len(LABELS)

    def add(self, name: Name, reading: Reading) -> None:
        self._labels[name.label] += 1
        for index in range(len(LABELS)):
            self._odds[index] += reading.odds_of(name, index)

    def features(self, name: Name, reading: Reading) -> Features:
        """Return what the other mentions say of one of them."""
        others = self._labels.total() - 1
        if not others:
            return {"alone": 1.0}
        label = LABELS.index(name.label)
        return {
            "repeated": math.log(others + 1),
            "other labels": (others + 1 - self._labels[name.label]) / others,
            "logit of its equals": _logit((self._odds[label] - reading.odds_of(name, label)) / others),
        }


@dataclass(frozen=True, slots=True)
class Miss:
    """A run of untagged tokens that may be a name."""

    first: int
    stop: int
    label: str

    def span(self, reading: Reading) -> Span:
        """Return the span of the text."""
        return Span(reading.tokens[self.first].start, reading.tokens[self.stop - 1].stop)


def likely_misses(
    names: Sequence[Name], reading: Reading, is_common: Callable[[str], bool]
) -> Iterator[tuple[Miss, Features]]:
    """Yield the runs of words that no name holds and that look like one, with what speaks for each."""
    held = {index for name in names for index in range(name.first, name.stop)}
    known = Counter(stem(reading.tokens[index].text) for index in held)
    likely = [
        token.text[0].isalpha() and (token.text[0].isupper() or none < 1 - _LEAST)
        for token, none in zip(reading.tokens, (row[0] for row in reading.rows), strict=True)
    ]
    first = 0
    while first < len(reading.tokens):
        if first in held or not likely[first]:
            first += 1
            continue
        stop = first + 1
        while stop < len(reading.tokens) and stop - first < _LONGEST and likely[stop] and _goes_on(stop, held, reading):
            stop += 1
        miss = Miss(first, stop, _label(first, stop, reading))
        yield miss, _of_miss(miss, reading, known, is_common)
        first = stop


def _goes_on(index: int, held: set[int], reading: Reading) -> bool:
    return index not in held and index not in reading.starts


def _label(first: int, stop: int, reading: Reading) -> str:
    sums = [sum(row[index] for row in reading.rows[first:stop]) for index in range(1, len(LABELS) + 1)]
    return LABELS[sums.index(max(sums))]


def _of_miss(miss: Miss, reading: Reading, known: Counter[str], is_common: Callable[[str], bool]) -> Features:
    words = [token.text for token in reading.tokens[miss.first : miss.stop]]
    opens = miss.first in reading.starts
    is_capital = words[0][0].isupper()
    before = reading.tokens[miss.first - 1].text if miss.first else ""
    return {
        "logit of a name": _logit(1 - min(row[0] for row in reading.rows[miss.first : miss.stop])),
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
        "after a name": float(miss.first > 0 and reading.rows[miss.first - 1][0] < 0.5),
    }


def _logit(probability: float) -> float:
    clipped = min(1 - 1e-6, max(1e-6, probability))
    return math.log(clipped / (1 - clipped))
