"""Names spread through their article: what is a name in one place is one in all, with the label most of them have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.core.stem import stem
from app.nlp.names.lexicon import Known, Lexicon
from app.nlp.names.name import TAGGED, Name, in_order
from app.nlp.names.name_tagger import LABELS, Reading
from app.nlp.text.tokens import Token

_RULE = "spread/1"
_OPENING = frozenset('"«“„:(')
_SHORTEST = 3
"""Letters that a single word must have to be spread."""

_MAJORITY = 2
"""How many times as many mentions must have one label as another, to change the other's."""

_SURE = 0.85
"""A label that the tagger gave with this probability stands against any majority: «Барселона» is a club and a city."""

Key = tuple[str, ...]


def spread(names: Sequence[Name], reading: Reading, is_common: Callable[[str], bool]) -> list[Name]:
    """Return `names` with their other mentions added, and lone labels changed to the majority's.

    `is_common` says of a word whether it is no name by the dictionary: such a word is not spread to where a sentence or
    a quotation starts, for its capital tells nothing there.
    """
    tokens, starts = reading.tokens, frozenset(reading.cuts)
    votes = _votes(names, tokens)
    settled = [_settled(name, votes, reading) for name in names]
    held = {index for name in settled for index in range(name.first, name.stop)}
    added = []
    for hit in _lexicon(settled, tokens, votes).find(tokens):
        span = range(hit.first, hit.stop)
        opens = hit.first in starts or tokens[hit.first - 1].text in _OPENING
        if held.isdisjoint(span) and starts.isdisjoint(span[1:]) and not (opens and is_common(tokens[hit.first].text)):
            added.append(Name(hit.first, hit.stop, hit.known.label, _RULE))
    return in_order([*settled, *added])


def _key(name: Name, tokens: Sequence[Token]) -> Key:
    return tuple(stem(token.text) for token in tokens[name.first : name.stop])


def _votes(names: Sequence[Name], tokens: Sequence[Token]) -> dict[Key, Counter[str]]:
    """Count the labels of each name, and those of persons' last words by themselves too."""
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    for name in names:
        key = _key(name, tokens)
        votes[key][name.label] += 1
        if name.label == "PER" and len(key) > 1:
            votes[key[-1:]]["PER"] += 1
    return votes


def _settled(name: Name, votes: dict[Key, Counter[str]], reading: Reading) -> Name:
    counts = votes[_key(name, reading.tokens)]
    label, most = counts.most_common(1)[0]
    if (
        most < _MAJORITY * counts[name.label]
        or name.rule != TAGGED
        or reading.odds_of(name, LABELS.index(name.label)) > _SURE
    ):
        return name
    return name.labelled(label, _RULE)


def _lexicon(names: Sequence[Name], tokens: Sequence[Token], votes: dict[Key, Counter[str]]) -> Lexicon:
    lexicon = Lexicon()
    seen: set[tuple[str, ...]] = set()
    for name in names:
        for part in _spread_parts(name, tokens):
            words = tuple(token.text for token in tokens[part.first : part.stop])
            if words not in seen:
                seen.add(words)
                label = votes[_key(part, tokens)].most_common(1)[0][0]
                lexicon.add_words(words, words[0], Known(label, words[0], is_sure=True))
    return lexicon


def _spread_parts(name: Name, tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield what of a name may stand for it elsewhere: all of it, and a person's last word."""
    if name.stop - name.first > 1 or _is_telling(tokens[name.first].text):
        yield name
    if name.label == "PER" and name.stop - name.first > 1 and _is_telling(tokens[name.stop - 1].text):
        yield replace(name, first=name.stop - 1)


def _is_telling(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper()
