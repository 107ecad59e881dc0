"""The normal form of every name: turned back to the nominative, and whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.nlp.inflect import Inflection
from app.nlp.lexicon import Lexicon
from app.nlp.models import Models, Tag
from app.nlp.name import Name
from app.nlp.ner import Reading
from app.nlp.token import Token

_NOUNS = ("NOUN", "PROPN")
_ADJECTIVES = ("ADJ", "VERB", "DET", "NUM")
_PLAIN = Tag("X", {})


class NormalForms:
    """Gives names their normal forms. `lexicon` knows how some of them are spelt in the nominative."""

    def __init__(self, models: Models, lexicon: Lexicon) -> None:
        self._models = models
        self._lexicon = lexicon
        self._inflection = Inflection(models.vocabulary)

    def of(self, names: Sequence[Name], reading: Reading) -> list[str]:
        """Return the normal form of each name. Morphology reads only the sentences that hold any."""
        tags = self._tags(names, reading)
        return [self._normal(name, reading.tokens[name.first : name.stop], tags) for name in names]

    def _tags(self, names: Sequence[Name], reading: Reading) -> dict[int, Tag]:
        """Return what the tokens of all sentences with a name are, by index."""
        held = {index for name in names for index in range(name.first, name.stop)}
        wanted = [span for span in reading.sentences if not held.isdisjoint(range(*span))]
        words = [[token.text for token in reading.tokens[start:stop]] for start, stop in wanted]
        found = self._models.tags(words)
        return {start + i: tag for (start, _), tags in zip(wanted, found, strict=True) for i, tag in enumerate(tags)}

    def _normal(self, name: Name, tokens: Sequence[Token], tags: Mapping[int, Tag]) -> str:
        known = self._lexicon.spelling(tokens)
        if known:
            return known
        own = [tags.get(index, _PLAIN) for index in range(name.first, name.stop)]
        if name.label == "PER":
            return spaced(self._inflection.person([token.text for token in tokens], own), tokens)
        stop = len(own) if name.label == "LOC" else _head_stop(own)
        words = [
            self._inflection.nominative(token.text, tag) if index < stop else token.text
            for index, (token, tag) in enumerate(zip(tokens, own, strict=True))
        ]
        return spaced(words, tokens)


def spaced(words: Sequence[str], tokens: Sequence[Token]) -> str:
    """Join words with the blanks that stand between the tokens they come from."""
    parts = [words[0]]
    for word, before, token in zip(words[1:], tokens, tokens[1:], strict=False):
        parts.append(" " * min(1, token.start - before.stop) + word)
    return "".join(parts)


def _head_stop(tags: Sequence[Tag]) -> int:
    """Return where the head of a body's or post's name stops: adjectives and first noun; the rest is governed."""
    for index, tag in enumerate(tags):
        if tag.pos in _NOUNS:
            return index + 1
        if tag.pos not in _ADJECTIVES:
            return index
    return len(tags)
