"""The grammar of words and sentences as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.core.span import Span

Lemmatise = Callable[[str, str, Mapping[str, str]], str]
"""From a word, its part of speech and its features to its dictionary form."""

ROOT = -1
"""The `head` of a word that hangs on none."""


class Tag(NamedTuple):
    """Part of speech and features of a word in Universal Dependencies."""

    pos: str
    feats: Mapping[str, str]


class Word(NamedTuple):
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
    lemmatise: Lemmatise | None = None

    @property
    def lemma(self) -> str:
        """The dictionary form in lower case."""
        return self.lemmatise(self.text, self.pos, self.feats or {}) if self.lemmatise else self.text.lower()

    def feat(self, name: str) -> str:
        """Return the value of a grammatical feature, or ""."""
        return self.feats.get(name, "") if self.feats else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words in order.

    `span` is in code points of the article's text.
    """

    span: Span
    words: tuple[Word, ...]
