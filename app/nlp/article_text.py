"""The text of an article, made once and passed to every stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol

from app.core.span import Span
from app.nlp.backend.analysis import Sentence, Word
from app.nlp.text.interval_index import IntervalIndex, index_spans
from app.nlp.text.language import detect_language, detect_line_languages, is_other_language, split_by_language
from app.nlp.text.site_frame import SiteFrame, find_site_frame


class Analyser(Protocol):
    """What an article needs of the backend: sentences, their syntax, single words."""

    def split_sentences(self, text: str) -> list[Span]: ...

    def parse_sentences(self, text: str, spans: list[Span]) -> list[Sentence]: ...

    def is_future(self, word: str) -> bool: ...

    def find_agent(self, word: str) -> str: ...

    def find_noun_kind(self, word: str) -> str: ...

    def to_nominative(self, word: str, pos: str, feats: Mapping[str, str]) -> str: ...


class ArticleText:
    """A text with its site frame, languages and sentences.

    Each part is found when first asked for.

    `text` is a plain view: see `app.core.text.plain_view`.
    Parse many sentences at once: a batch costs far less than its sentences one by one.
    """

    def __init__(self, text: str, analyser: Analyser) -> None:
        self.text = text
        self._analyser = analyser
        self._parsed: dict[Span, Sentence] = {}

    @cached_property
    def frame(self) -> SiteFrame:
        """The lines that a site puts around the article."""
        return find_site_frame(self.text)

    @cached_property
    def language(self) -> str:
        """The language of the whole: "ru", "kk", or "" for any other."""
        return detect_language(self.text)

    @cached_property
    def lines(self) -> tuple[tuple[Span, str], ...]:
        """All lines in order, each with its language."""
        return tuple(detect_line_languages(self.text))

    @cached_property
    def blocks(self) -> tuple[tuple[Span, str], ...]:
        """Runs of lines of one language in order, each with that language."""
        return tuple(split_by_language(self.text, self.lines))

    @property
    def readable_blocks(self) -> list[tuple[Span, str]]:
        """The blocks that every rule reads."""
        return [block for block in self.blocks if not is_other_language(self.text, block)]

    @property
    def unreadable_blocks(self) -> list[tuple[Span, str]]:
        """The blocks in other languages, which rules for figures alone read."""
        return [block for block in self.blocks if is_other_language(self.text, block)]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of all sentences in order.

        None crosses a line end or has a blank at its ends.
        """
        return tuple(self._analyser.split_sentences(self.text))

    def sentences_in(self, span: Span) -> list[Span]:
        """Return the sentences, or their parts, that lie in a span."""
        inside = self._sentence_index.overlapping(span)
        return [Span(max(one.start, span.start), min(one.stop, span.stop)) for one in inside]

    @cached_property
    def _sentence_index(self) -> IntervalIndex[Span]:
        return index_spans(self.sentences)

    def parse_sentences(self, spans: Iterable[Span]) -> list[Sentence]:
        """Return the sentences of these spans with words, forms and syntax."""
        wanted = list(spans)
        new = [span for span in dict.fromkeys(wanted) if span not in self._parsed]
        if new:
            parsed = self._analyser.parse_sentences(self.text, new)
            self._parsed.update((sentence.span, sentence) for sentence in parsed)
        return [self._parsed[span] for span in wanted]

    @property
    def parsed_sentences(self) -> list[Sentence]:
        """The sentences that have been parsed so far."""
        return list(self._parsed.values())

    def to_nominative(self, word: Word) -> str:
        """Return a word in the nominative, in the number it has."""
        return self._analyser.to_nominative(word.text, word.pos, word.feats or {})

    def is_future(self, word: str) -> bool:
        """Say whether the dictionary has a word as a future verb."""
        return self._analyser.is_future(word)

    def find_agent(self, word: str) -> str:
        """Return who acts in a verb of the future or an order.

        "we", "they" or "somebody" for a verb likely in the future, "you" for an order, "" for any other word.
        """
        return self._analyser.find_agent(word)

    def find_noun_kind(self, word: str) -> str:
        """Return what a noun in the nominative names.

        "living", "thing", or "" for any other word.
        """
        return self._analyser.find_noun_kind(word)
