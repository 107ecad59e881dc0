"""Names repeated through their article, with the majority's label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.core.vocabulary import EntityLabel
from app.nlp.names.known.lexicon import KnownName, Lexicon
from app.nlp.names.name import TAGGED, Name, StemKey, sort_names, stem_key
from app.nlp.names.name_tagger import LABELS, TaggedTokens
from app.nlp.text.tokens import Token

SPREAD = "spread/1"
"""The rule of a name that another mention in the article gives."""

_OPENING = frozenset('"«“„:(')
_MIN_LETTERS = 3
"""Letters that a single word must have to be spread."""

_MAJORITY_RATIO = 2
"""How many times as many mentions must have one label as another, to change the other's."""

_SURE_PROBABILITY = 0.85
"""A label that the tagger gave with this probability stands against any majority: «Барселона» is a club and a city."""


def spread_names(
    names: Sequence[Name], reading: TaggedTokens, is_common: Callable[[str], bool], is_act: Callable[[str], bool]
) -> list[Name]:
    """Return `names` with their other mentions added.

    Lone labels are changed to the majority's.

    `is_common` says of a word whether it is no name by the dictionary: such a word is not spread to where a sentence or
    a quotation starts, for its capital tells nothing there. A person's surname is, before a verb for which `is_act`
    holds: «Мир забил».
    """
    tokens, starts = reading.tokens, frozenset(reading.cuts)
    votes = _count_labels(names, tokens)
    settled = [_settle_label(name, votes, reading) for name in names]
    held = {index for name in settled for index in range(name.first, name.stop)}
    added = []
    for hit in _build_lexicon(settled, tokens, votes).find(tokens):
        span = range(hit.first, hit.stop)
        opens = hit.first in starts or tokens[hit.first - 1].text in _OPENING
        behind = tokens[hit.stop].text if hit.stop < len(tokens) and hit.stop not in starts else ""
        acts = hit.known.label == EntityLabel.PER and is_act(behind)
        hides = opens and is_common(tokens[hit.first].text) and not acts
        if held.isdisjoint(span) and starts.isdisjoint(span[1:]) and not hides:
            added.append(Name(hit.first, hit.stop, hit.known.label, SPREAD))
    return sort_names([*settled, *added])


def _count_labels(names: Sequence[Name], tokens: Sequence[Token]) -> dict[StemKey, Counter[str]]:
    """Count the labels of each name.

    Those of persons' last words count by themselves too.
    """
    votes: dict[StemKey, Counter[str]] = defaultdict(Counter)
    for name in names:
        key = stem_key(name, tokens)
        votes[key][name.label] += 1
        if name.label == EntityLabel.PER and len(key) > 1:
            votes[key[-1:]][EntityLabel.PER] += 1
    return votes


def _settle_label(name: Name, votes: dict[StemKey, Counter[str]], reading: TaggedTokens) -> Name:
    counts = votes[stem_key(name, reading.tokens)]
    label, most = counts.most_common(1)[0]
    if (
        most < _MAJORITY_RATIO * counts[name.label]
        or name.rule != TAGGED
        or reading.mean_probability(name, LABELS.index(name.label)) > _SURE_PROBABILITY
    ):
        return name
    return name.with_label(label, SPREAD)


def _build_lexicon(names: Sequence[Name], tokens: Sequence[Token], votes: dict[StemKey, Counter[str]]) -> Lexicon:
    lexicon = Lexicon()
    seen: set[tuple[str, ...]] = set()
    for name in names:
        for part in _iter_spread_parts(name, tokens):
            words = tuple(token.text for token in tokens[part.first : part.stop])
            if words not in seen:
                seen.add(words)
                label = votes[stem_key(part, tokens)].most_common(1)[0][0]
                lexicon.add_words(words, words[0], KnownName(label, words[0], is_sure=True))
    return lexicon


def _iter_spread_parts(name: Name, tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield what of a name may stand for it.

    It is all of it, and a person's last word.
    """
    if name.stop - name.first > 1 or _is_telling(tokens[name.first].text):
        yield name
    if name.label == EntityLabel.PER and name.stop - name.first > 1 and _is_telling(tokens[name.stop - 1].text):
        yield replace(name, first=name.stop - 1)


def _is_telling(word: str) -> bool:
    return len(word) >= _MIN_LETTERS and word[0].isupper()
