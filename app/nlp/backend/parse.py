"""What the taggers know of a text's grammar, as plain values, worked out only for the sentences that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from app.core.span import Span

Lemmatise = Callable[[str, str, Mapping[str, str]], str]
"""From a word, its part of speech and its features to its dictionary form."""

ROOT = -1
"""The `head` of a word that hangs on none."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign of a sentence.

    `pos` and `feats` are Universal Dependencies ("NOUN", {"Case": "Gen"}); `head` is the index of another word of the
    sentence, or `ROOT`; `rel` is the name of the relation to it ("nsubj"). `lemmatise` looks the dictionary up, which
    is dear, and most words are never asked for their lemma.
    """

    text: str
    span: Span
    pos: str = ""
    feats: Mapping[str, str] | None = None
    head: int = ROOT
    rel: str = ""
    lemmatise: Lemmatise | None = field(default=None, compare=False, repr=False)

    @property
    def lemma(self) -> str:
        """The dictionary form in lower case."""
        return self.lemmatise(self.text, self.pos, self.feats or {}) if self.lemmatise else self.text.lower()

    def feat(self, name: str) -> str:
        """Return the value of a grammatical feature, or ""."""
        return self.feats.get(name, "") if self.feats else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words in order; `span` is in code points of the article's text."""

    span: Span
    words: tuple[Word, ...]


class Grammarian(Protocol):
    """What can cut a text into sentences and analyse some of them."""

    def split_sentences(self, text: str) -> list[Span]: ...

    def parse_sentences(self, text: str, spans: list[Span]) -> list[Sentence]: ...

    def is_future(self, word: str) -> bool: ...

    def find_agent(self, word: str) -> str: ...

    def to_nominative(self, word: str, pos: str, feats: Mapping[str, str]) -> str: ...


class Parse:
    """The sentences of one text. Words, forms and syntax of a sentence are worked out when they are first asked for.

    Ask for many at once: a batch costs far less than its sentences one by one.
    """

    def __init__(self, text: str, grammarian: Grammarian) -> None:
        self.text = text
        self._grammarian = grammarian
        self._known: dict[Span, Sentence] = {}

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of all sentences in order; none crosses a line end or has a blank at its ends."""
        return tuple(self._grammarian.split_sentences(self.text))

    def parse_sentences(self, spans: Iterable[Span]) -> list[Sentence]:
        """Return the sentences of these spans (out of `sentences`), with words, forms, lemmas and syntax, in order."""
        wanted = list(spans)
        new = [span for span in dict.fromkeys(wanted) if span not in self._known]
        if new:
            self._known.update(
                (sentence.span, sentence) for sentence in self._grammarian.parse_sentences(self.text, new)
            )
        return [self._known[span] for span in wanted]

    @property
    def known(self) -> list[Sentence]:
        """The sentences that have been analysed so far."""
        return list(self._known.values())

    def to_nominative(self, word: Word) -> str:
        """Return a word in the nominative, in the number it has."""
        return self._grammarian.to_nominative(word.text, word.pos, word.feats or {})

    def is_future(self, word: str) -> bool:
        """Say whether a word alone can be a verb in the future: cheap, by the dictionary."""
        return self._grammarian.is_future(word)

    def find_agent(self, word: str) -> str:
        """Return "we" or "they" for a verb that is likely in the future, "you" for an order, "" for any other word."""
        return self._grammarian.find_agent(word)
