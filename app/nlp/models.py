"""natasha behind one function per stage: models load when first used, and only plain values come out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from app.core.span import Span
from app.core.text import lines, stripped
from app.nlp.crf import Floats
from app.nlp.parse import ROOT, Sentence, Word

_BATCH = 32
"""Sentences that are analysed together; they are sorted by length, so that little of a batch is padding."""


class Models:
    """natasha's tagger, morphology and syntax. Make one for a process: together they take some 320 MB."""

    def ner(self, text: str) -> list[tuple[Span, str]]:
        """Return the spans of names in `text` with PER, LOC or ORG, as natasha sees them."""
        if not text.strip():
            return []
        return [(Span(found.start, found.stop), str(found.type)) for found in self._ner(text).spans]

    def name_scores(self, words: list[str]) -> tuple[Floats, Floats]:
        """Return what the network of the name tagger says: scores of words × tags, and of tag → next tag."""
        infer = self._ner.infer
        (batch,) = infer.encoder([words])
        scores = infer.model(batch.word_id, batch.shape_id, batch.pad_mask)[0]
        return scores.astype(float), infer.model.head.crf.transitions.array.astype(float)

    def sentences(self, text: str, stretch: Span | None = None) -> list[Span]:
        """Return the spans of the sentences of `text`, or of a stretch of it; none crosses a line end."""
        from razdel import sentenize  # noqa: PLC0415  # the window's process never needs it

        spans = []
        for line in lines(text, *(stretch or Span(0, len(text)))):
            for found in sentenize(text[line.start : line.stop]):
                span = stripped(text, Span(line.start + found.start, line.start + found.stop))
                if span.length:
                    spans.append(span)
        return spans

    def analysed(self, text: str, spans: list[Span]) -> list[Sentence]:
        """Return the sentences of these spans with words, forms, lemmas and syntax, in the order of `spans`."""
        cut = [(span, self.words(text, span)) for span in spans]
        by_length = sorted(range(len(cut)), key=lambda index: len(cut[index][1]))
        done: dict[int, Sentence] = {}
        for batch in _batches(by_length):
            words = [cut[index][1] for index in batch]
            for index, analysed in zip(batch, self._parsed(words), strict=True):
                done[index] = Sentence(cut[index][0], analysed)
        return [done[index] for index in range(len(cut))]

    def words(self, text: str, span: Span) -> tuple[Word, ...]:
        """Cut `text[span]` into bare words."""
        from razdel import tokenize  # noqa: PLC0415

        return tuple(
            Word(found.text, Span(span.start + found.start, span.start + found.stop))
            for found in tokenize(text[span.start : span.stop])
        )

    def lemma(self, word: str, pos: str, feats: dict[str, str]) -> str:
        """Return the dictionary form of a word in lower case."""
        return str(self.vocabulary.lemmatize(word, pos, feats))

    def is_future(self, word: str) -> bool:
        """Say whether the dictionary knows a word as a verb in the future."""
        return any(form.feats.get("Tense") == "Fut" for form in self.vocabulary(word))

    @cached_property
    def vocabulary(self) -> Any:
        """Natasha's `MorphVocab`: forms of a word, and their inflection."""
        from natasha import MorphVocab  # noqa: PLC0415

        _find_dictionaries_without_setuptools()
        return MorphVocab()

    def _parsed(self, sentences: list[tuple[Word, ...]]) -> Iterator[tuple[Word, ...]]:
        texts = [[word.text for word in words] for words in sentences]
        forms = self._morph.map(texts)
        trees = self._syntax.map(texts)
        for words, form, tree in zip(sentences, forms, trees, strict=True):
            yield tuple(
                Word(
                    word.text,
                    word.span,
                    str(token.pos),
                    dict(token.feats),
                    self.lemma(word.text, token.pos, token.feats),
                    _head(node),
                    str(node.rel),
                )
                for word, token, node in zip(words, form.tokens, tree.tokens, strict=True)
            )

    @cached_property
    def _embedding(self) -> Any:
        from natasha import NewsEmbedding  # noqa: PLC0415

        return NewsEmbedding()

    @cached_property
    def _ner(self) -> Any:
        from natasha import NewsNERTagger  # noqa: PLC0415

        return NewsNERTagger(self._embedding)

    @cached_property
    def _morph(self) -> Any:
        from natasha import NewsMorphTagger  # noqa: PLC0415

        return NewsMorphTagger(self._embedding)

    @cached_property
    def _syntax(self) -> Any:
        from natasha import NewsSyntaxParser  # noqa: PLC0415

        return NewsSyntaxParser(self._embedding)


def _batches(indices: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(indices), _BATCH):
        yield indices[start : start + _BATCH]


def _head(node: Any) -> int:
    """Turn slovnet's 1-based head (0 for the root; a word can be its own head) into an index."""
    head = int(node.head_id) - 1
    return ROOT if head < 0 or head == int(node.id) - 1 else head


def _find_dictionaries_without_setuptools() -> None:
    """Let pymorphy2 look its dictionaries up by `importlib.metadata`.

    It asks for `pkg_resources`, which setuptools 82 dropped and a frozen program does not hold.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415

    from pymorphy2 import analyzer  # noqa: PLC0415

    analyzer._iter_entry_points = lambda group: iter(entry_points(group=group))
