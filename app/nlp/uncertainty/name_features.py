"""What speaks for and against a name, as features.

They come from the tagger, the words, and other mentions.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.nlp.names.name import Name, StemKey, stem_key
from app.nlp.names.name_tagger import LABELS, TaggedTokens
from app.nlp.uncertainty.confidence_model import Features, to_logit

_LATIN = re.compile("[A-Za-z]")
_ADJECTIVE = ("ого", "его", "ому", "ему", "ой", "ей", "ый", "ий", "ая", "ую", "ые", "ие", "ых", "их", "ом", "ем")
_QUOTES = frozenset('«»"“”„')
_PLACES_OF_A_TOWN = re.compile(read_alternatives("uncertainty/town_places"))
_PARTS_OF_A_PLACE = re.compile(read_alternatives("uncertainty/place_parts"))
_ORGANISATION_WORDS = re.compile(read_alternatives("uncertainty/organisation_stems"))
_THINGS = re.compile(read_alternatives("uncertainty/thing_stems"))
_TAILS = frozenset(("по", "при", "против", "им", "имени"))


def name_features(names: Sequence[Name], reading: TaggedTokens, is_common: Callable[[str], bool]) -> list[Features]:
    """Return the features of each of an article's names.

    `is_common` is that of `find_candidates`.
    """
    keys = [stem_key(name, reading.tokens) for name in names]
    equals: dict[StemKey, _RepeatedMentions] = defaultdict(_RepeatedMentions)
    for name, key in zip(names, keys, strict=True):
        equals[key].add(name, reading)
    return [
        _tagger_features(name, reading) | _word_features(name, reading, is_common) | equals[key].features(name, reading)
        for name, key in zip(names, keys, strict=True)
    ]


def _tagger_features(name: Name, reading: TaggedTokens) -> Features:
    """Return the features that the tagger gives a name.

    They are of its label, its least sure word, its bounds, the next best label.
    """
    rows = reading.probability_rows
    inside = rows[name.first : name.stop]
    chances = [_label_probability(row, name.label) for row in inside]
    others = [column for column, label in enumerate(LABELS, start=1) if label != name.label]
    is_last = name.stop >= len(rows) or name.stop in reading.sentence_starts
    mean = to_logit(sum(chances) / len(inside))
    return {
        "logit of the label": mean,
        f"logit of {name.label}": mean,
        "logit of its least word": to_logit(min(chances)),
        "the next best label": max(sum(row[column] for row in inside) / len(inside) for column in others),
        "no name": max(row[0] for row in inside),
        "a name before": 0.0 if name.first in reading.sentence_starts else 1 - rows[name.first - 1][0],
        "a name after": 0.0 if is_last else 1 - rows[name.stop][0],
        "as the tagger has it": float(_is_as_tagged(name, reading)),
    }


def _label_probability(row: Sequence[float], label: str) -> float:
    """Return how probable a label is.

    One that the tagger does not know, as a name of any.
    """
    return row[LABELS.index(label) + 1] if label in LABELS else 1 - row[0]


def _is_as_tagged(name: Name, reading: TaggedTokens) -> bool:
    tags = reading.tags[name.first : name.stop]
    after = reading.tags[name.stop] if name.stop < len(reading.tags) else "O"
    is_whole = all(tag == f"I-{name.label}" for tag in tags[1:]) and not after.startswith("I-")
    return tags[0] == f"B-{name.label}" and is_whole


def _word_features(name: Name, reading: TaggedTokens, is_common: Callable[[str], bool]) -> Features:
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
        "opens a sentence": name.first in reading.sentence_starts,
        "common word": is_common(words[0]),
        f"{name.label} of one word": len(words) == 1,
        f"{name.label} of many words": len(words) > 3,
        f"common {name.label} of one word": len(words) == 1 and is_common(words[0]),
        "ends in lower case": words[-1][0].islower(),
        "follows a word in lower case": before[:1].islower() and len(before) > 2,
        f"{name.label} after a body": bool(_ORGANISATION_WORDS.match(low)),
        f"{name.label} after a part of a place": bool(_PARTS_OF_A_PLACE.match(low)),
        f"{name.label} after a thing": bool(_THINGS.match(low)),
        f"{name.label} after an adjective": before.islower() and before.endswith(_ADJECTIVE),
        f"{name.label} before a name": after[:1].isupper(),
        f"{name.label} before a tail": after in _TAILS,
        f"{name.label} before a bracket": after == "(",
        "place of a town": name.label == EntityLabel.LOC and any(_PLACES_OF_A_TOWN.search(word) for word in words),
    }
    return {fact: 1.0 for fact, holds in facts.items() if holds}


class _RepeatedMentions:
    """The mentions of one name in an article.

    It counts their labels, and how probable the tagger finds each.
    """

    def __init__(self) -> None:
        self._labels: Counter[str] = Counter()
        self._odds = [0.0] * len(LABELS)

    def add(self, name: Name, reading: TaggedTokens) -> None:
        self._labels[name.label] += 1
        for index in range(len(LABELS)):
            self._odds[index] += reading.mean_probability(name, index)

    def features(self, name: Name, reading: TaggedTokens) -> Features:
        """Return what the other mentions say of one of them."""
        others = self._labels.total() - 1
        if not others:
            return {"alone": 1.0}
        repeats = {
            "repeated": math.log(others + 1),
            "other labels": (others + 1 - self._labels[name.label]) / others,
        }
        if name.label not in LABELS:  # the tagger says nothing of the label
            return repeats
        label = LABELS.index(name.label)
        chance = (self._odds[label] - reading.mean_probability(name, label)) / others
        return repeats | {"logit of its equals": to_logit(chance)}
