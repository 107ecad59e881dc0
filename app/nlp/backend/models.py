"""natasha behind one function per stage: models load when first used, and only plain values come out.

The weights are natasha's; `network` runs them. Of her packs only what is needed is kept: the three have one vocabulary
between them, and of the embedding the vectors are enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

from app.core.span import Span
from app.core.text import lines, stripped
from app.nlp.backend.crf import Floats
from app.nlp.backend.dictionary import Dictionary
from app.nlp.backend.inflection import Inflection
from app.nlp.backend.network import Biaffine, Encoder, Ids, laid_out, linear
from app.nlp.backend.parse import ROOT, Sentence, Word
from app.nlp.backend.tag import Tag
from app.nlp.text.tokens import Token, russian, tokens_of

_AT_ONCE = 4_000
"""Words that go through a network together, to bound the memory."""

_LONGEST = 1_000
"""Code points of a sentence; a longer one is a list or a text without full stops."""

_UNIT_END = re.compile(r"/[а-яё]{1,3}\.(\s+)(?=[«\"А-ЯЁ])")
_KEPT = 50_000
"""Words whose ids and lemmas are kept."""


class Models:
    """natasha's tagger, morphology and syntax. Make one for a process: together they take some 250 MB."""

    def __init__(self) -> None:
        self.vocabulary = Dictionary()
        self.inflection = Inflection(self.vocabulary)
        self.codes = lru_cache(_KEPT)(self._codes)
        self._lemma = lru_cache(_KEPT)(self._lemma_of)
        self.is_future = lru_cache(_KEPT)(self._is_future)
        self.who_acts = lru_cache(_KEPT)(self._who_acts)

    def name_scores(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """Return what the network of the name tagger says: scores of words × tags, and of tag → next tag."""
        network = self._ner
        vectors = network.vectors(*self._ids([words]))[:-1]
        return linear(network.head.proj, vectors).astype(float), network.head.crf.transitions.array.astype(float)

    def sentences(self, text: str) -> list[Span]:
        """Return the spans of the sentences of `text`; none crosses a line end."""
        from razdel import sentenize  # noqa: PLC0415  # the window's process never needs it

        spans: list[Span] = []
        for line in lines(text):
            for found in sentenize(text[line.start : line.stop]):
                span = stripped(text, Span(line.start + found.start, line.start + found.stop))
                spans += (piece for part in _parted(text, span) for piece in _bounded(text, part))
        return spans

    def tags(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Tag]]:
        """Yield for each sentence, cut into words, what each word is."""
        network = self._morph
        for block in _blocks(sentences):
            words, shapes = self._ids(block)
            best = linear(network.head.proj, network.vectors(words, shapes)).argmax(-1).tolist()
            yield from ([self._tag(tag) for tag in part] for part in _parts(best, block))

    def analysed(self, text: str, spans: Sequence[Span]) -> list[Sentence]:
        """Return the sentences of these spans with words, forms, lemmas and syntax, in the order of `spans`."""
        cut = [tuple(tokens_of(text, span)) for span in spans]
        words = [[token.text for token in tokens] for tokens in cut]
        parsed = zip(spans, cut, self.tags(words), self._trees(words), strict=True)
        return [Sentence(span, self._words(tokens, tags, tree)) for span, tokens, tags, tree in parsed]

    def _is_future(self, word: str) -> bool:
        """Say whether the dictionary knows a word as a verb in the future."""
        return any("futr" in form.tag for form in self.vocabulary.readings(word))

    def _who_acts(self, word: str) -> str:
        """Return "we" or "they" for a verb in the future, "you" for an order, "" for any other word.

        The likeliest reading tells, unless the verb is of both aspects: «используем» is most often the present.
        """
        readings = self.vocabulary(word)
        tags = [form.tag for form in readings if form.normal_form == readings[0].normal_form]
        if not tags or "VERB" not in tags[0]:
            return ""
        if "futr" in tags[0] and not any("pres" in tag and "VERB" in tag for tag in tags):
            return "we" if "1per" in tags[0] else "they" if "3per" in tags[0] else ""
        return "you" if "impr" in tags[0] and "excl" in tags[0] else ""

    def _words(self, tokens: Sequence[Token], tags: Sequence[Tag], tree: Sequence[tuple[int, str]]) -> tuple[Word, ...]:
        return tuple(
            Word(token.text, Span(token.start, token.stop), tag.pos, tag.feats, head, rel, self.lemma)
            for token, tag, (head, rel) in zip(tokens, tags, tree, strict=True)
        )

    def lemma(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        """Return the dictionary form of a word in lower case."""
        return self._lemma(word, pos, tuple(feats.items()))

    def nominative(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        """Return a word in the nominative, in the number it has; as it stands where the dictionary cannot tell."""
        return self.inflection.nominative(word, Tag(pos, feats))

    def _lemma_of(self, word: str, pos: str, feats: tuple[tuple[str, str], ...]) -> str:
        return self.vocabulary.lemma(word, pos, dict(feats))

    def _trees(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[tuple[int, str]]]:
        """Yield for each sentence the head of each word (an index, or `ROOT`) and its relation."""
        network, biaffine = self._syntax
        rels = network.labels
        for block in _blocks(sentences):
            vectors = network.vectors(*self._ids(block))
            for heads, names in biaffine(vectors, [len(words) for words in block]):
                yield [
                    # 0 is the root; a word that is its own head hangs on none either
                    (ROOT if head in (0, own) else head - 1, rels[name])
                    for own, (head, name) in enumerate(zip(heads, names, strict=True), 1)
                ]

    def _ids(self, sentences: Sequence[Sequence[str]]) -> tuple[Ids, Ids]:
        codes = [[self.codes(word) for word in words] for words in sentences]
        return laid_out(codes)

    def _codes(self, word: str) -> tuple[int, int]:
        from slovnet.shape import word_shape  # noqa: PLC0415

        encoder, word = self._vocabularies, russian(word)
        return encoder.words_vocab.encode(word.lower()), encoder.shapes_vocab.encode(word_shape(word))

    @cache  # noqa: B019  # there is one `Models` in a process, and some hundred tags
    def _tag(self, index: int) -> Tag:
        from slovnet.conll import parse_conll_tag  # noqa: PLC0415

        return Tag(*parse_conll_tag(self._morph.labels[index]))

    @cached_property
    def _embedding(self) -> Any:
        """The vectors of navec, without its vocabulary: slovnet's is the same."""
        from natasha.data import NEWS_EMBEDDING  # noqa: PLC0415
        from navec import Navec  # noqa: PLC0415
        from navec.meta import Meta  # noqa: PLC0415
        from navec.pq import PQ  # noqa: PLC0415
        from navec.tar import Tar  # noqa: PLC0415

        with Tar(NEWS_EMBEDDING) as tar:
            return Navec(Meta.from_file(tar.load("meta.json")), None, PQ.from_file(tar.load("pq.bin")))

    @cached_property
    def _vocabularies(self) -> Any:
        return self._ner.encoder

    @cached_property
    def _ner(self) -> _Network:
        from natasha.data import NEWS_NER  # noqa: PLC0415
        from slovnet import NER  # noqa: PLC0415

        return _Network(NER.load(NEWS_NER).navec(self._embedding).infer)

    @cached_property
    def _morph(self) -> _Network:
        from natasha.data import NEWS_MORPH  # noqa: PLC0415
        from slovnet import Morph  # noqa: PLC0415

        return _Network(Morph.load(NEWS_MORPH).navec(self._embedding).infer).sharing(self._vocabularies)

    @cached_property
    def _syntax(self) -> tuple[_Network, Biaffine]:
        from natasha.data import NEWS_SYNTAX  # noqa: PLC0415
        from slovnet import Syntax  # noqa: PLC0415

        infer = Syntax.load(NEWS_SYNTAX).navec(self._embedding).infer
        return _Network(infer).sharing(self._vocabularies), Biaffine(infer.model)


class _Network:
    """One of slovnet's models: what encodes words for it, its layers, its head, and the names of what it tells."""

    def __init__(self, infer: Any) -> None:
        decoder = infer.decoder
        self.encoder = infer.encoder
        self.vectors = Encoder(infer.model)
        self.head = infer.model.head
        self.labels: list[str] = (decoder.tags_vocab if hasattr(decoder, "tags_vocab") else decoder.rels_vocab).items

    def sharing(self, encoder: Any) -> _Network:
        """Take another network's vocabulary, which must be the same, so that this one's can be forgotten."""
        if self.encoder.words_vocab.items != encoder.words_vocab.items:
            raise ValueError("The networks were not made for one vocabulary.")
        self.encoder = encoder
        return self


def _parted(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence, cut where razdel takes a unit for an abbreviation: «… до 28 м/с. Ночью …»."""
    start = span.start
    for found in _UNIT_END.finditer(text, span.start, span.stop):
        yield Span(start, found.start(1))
        start = found.end(1)
    yield Span(start, span.stop)


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence, cut at blanks into pieces of bearable length: syntax costs the square of it."""
    start = span.start
    while span.stop - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        stop = blank if blank > start else start + _LONGEST
        yield stripped(text, Span(start, stop))
        start = stop
    rest = stripped(text, Span(start, span.stop))
    if rest.length:
        yield rest


def _blocks(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Cut a row of sentences into rows of some `_AT_ONCE` words."""
    block: list[Sequence[str]] = []
    size = 0
    for words in sentences:
        block.append(words)
        size += len(words)
        if size >= _AT_ONCE:
            yield block
            block, size = [], 0
    if block:
        yield block


def _parts(values: Sequence[int], sentences: Sequence[Sequence[str]]) -> Iterator[Sequence[int]]:
    """Cut what was found for sentences laid end to end into what is each one's."""
    start = 0
    for words in sentences:
        yield values[start : start + len(words)]
        start += len(words) + 1
