"""natasha behind one function per stage.

Models load when first used, and only plain values come out.

The weights are natasha's; `network` runs them. Of her packs only what is needed is kept: the three have one vocabulary
between them, and of the embedding the vectors are enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from app.core.span import Span
from app.nlp.backend.analysis import ROOT, Sentence, Tag, Word
from app.nlp.backend.crf import Floats
from app.nlp.backend.dictionary import Dictionary
from app.nlp.backend.first_layers import Ids
from app.nlp.backend.inflection import Inflection
from app.nlp.backend.network import Biaffine, Encoder, apply_linear, lay_out_sentences, make_encoders, pack_ids
from app.nlp.backend.sentence_splitting import split_sentences
from app.nlp.backend.surnames import SurnameForms
from app.nlp.text.tokens import Token, iter_tokens, to_russian_letters

if TYPE_CHECKING:
    from app.nlp.backend.packs import WordIds

_BATCH_WORDS = 4_000
"""Words that go through a network together, to bound the memory."""

_HANDLE = "Reuters"
"""What the networks read for an "@name": the name of a source, which none of them has seen."""

_FINITE_ENDINGS = ("т", "л", "ла", "ло", "ли", "тся", "лся", "лась", "лось", "лись")
"""What verbs of the third person end in."""
_VERB_ENDINGS = ("ут", "ют", "ят", "ат", "тся", "лся", "лась", "лось", "лись")
"""What hardly any other word ends in, so that capitals may stand before it: «Дождутся», «Обнулят»."""
_BORROWED_ENDINGS = tuple(f"{root}у{end}" for root in ("ир", "из") for end in ("ет", "ют", "ется", "ются"))
"""What verbs end in that are present as well as future, whatever the dictionary has: «эвакуируют», «парирует»."""
_PREFIXES = ("от", "про", "с", "за", "пере", "раз", "рас", "под", "вы", "до", "на", "при", "об", "о", "по", "из", "ре")
"""What makes such a verb one of the future alone."""
_FINITE_FEATS = {
    "past": ("Tense", "Past"),
    "pres": ("Tense", "Pres"),
    "futr": ("Tense", "Fut"),
    "sing": ("Number", "Sing"),
    "plur": ("Number", "Plur"),
    "masc": ("Gender", "Masc"),
    "femn": ("Gender", "Fem"),
    "neut": ("Gender", "Neut"),
    "1per": ("Person", "1"),
    "2per": ("Person", "2"),
    "3per": ("Person", "3"),
    "perf": ("Aspect", "Perf"),
    "impf": ("Aspect", "Imp"),
}
"""What the dictionary's grammemes of finite verbs mean."""
_MISREAD = ("NOUN", "PROPN", "ADJ", "ADV", "VERB")
"""What the tagger takes finite verbs for that it does not know; participles are verbs."""
_CACHED_WORDS = 50_000
"""Words whose ids and lemmas are kept."""


class Models:
    """natasha's tagger, morphology and syntax.

    Make one for a process: together they take some 250 MB.
    """

    def __init__(self) -> None:
        self.vocabulary = Dictionary()
        self.inflection = Inflection(self.vocabulary)
        self.surnames = SurnameForms(self.vocabulary)
        self.encode_word = lru_cache(_CACHED_WORDS)(self._encode_word)
        self._lemma = lru_cache(_CACHED_WORDS)(self._look_up_lemma)
        self.is_future = lru_cache(_CACHED_WORDS)(self._is_future)
        self.find_finite = lru_cache(_CACHED_WORDS)(self._find_finite)
        self.is_transitive = lru_cache(_CACHED_WORDS)(self._is_transitive)
        self.is_lifeless = lru_cache(_CACHED_WORDS)(self._is_lifeless)
        self.find_agent = lru_cache(_CACHED_WORDS)(self._find_agent)
        self.find_noun_kind = lru_cache(_CACHED_WORDS)(self._find_noun_kind)

    def score_names(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """Return the scores of the name network.

        They are words × tags, and tag → next tag.
        """
        network = self._networks.names
        vectors = network.vectors(*self._encode_words([words]))[:-1]
        return apply_linear(network.head.proj, vectors).astype(float), network.head.crf.transitions.array.astype(float)

    def split_sentences(self, text: str) -> list[Span]:
        """Return the spans of the sentences of `text`.

        None crosses a line end.
        """
        return split_sentences(text)

    def tag_words(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[Tag]]:
        """Yield for each sentence, cut into words, what each word is."""
        for block in _batch_sentences(sentences):
            yield from self._tag_block(block, self._encode_words(block))

    def parse_sentences(self, text: str, spans: Sequence[Span]) -> list[Sentence]:
        """Return the sentences of these spans with words, forms and syntax.

        They are in the order of `spans`.
        """
        cut = [tuple(iter_tokens(text, span)) for span in spans]
        tags: list[list[Tag]] = []
        trees: list[list[tuple[int, str]]] = []
        words = [[token.text for token in tokens] for tokens in cut]
        if "@" in text:
            words = [[_HANDLE if word.startswith("@") else word for word in sentence] for sentence in words]
        for block in _batch_sentences(words):
            ids = self._encode_words(block)
            tags += self._tag_block(block, ids)
            trees += self._parse_block(block, ids)
        parsed = zip(spans, cut, tags, trees, strict=True)
        return [Sentence(span, self._make_words(tokens, own, tree)) for span, tokens, own, tree in parsed]

    def _is_future(self, word: str) -> bool:
        """Say whether the dictionary has a word as a future verb."""
        return any("futr" in form.tag for form in self.vocabulary.find_readings(word))

    def _find_agent(self, word: str) -> str:
        """Return who acts in a verb of the future or an order.

        "we", "they" or "somebody" for a verb in the future, "you" for an order, "" for any other word. "somebody" is
        for the plural of a verb that takes an object, which names nobody unless a subject stands beside it: «откроют».

        The likeliest reading tells, unless the verb is of both aspects: «используем» is most often the present.
        """
        readings = self.vocabulary(word)
        tags = [form.tag for form in readings if form.normal_form == readings[0].normal_form and "incl" not in form.tag]
        if not tags or "VERB" not in tags[0]:
            return ""
        if "futr" in tags[0] and not any("pres" in tag and "VERB" in tag for tag in tags):
            if "3per" in tags[0] or "Impe" in tags[0]:
                return "somebody" if {"plur", "tran"} in tags[0] else "they"
            return "we" if "1per" in tags[0] else ""
        return "you" if "impr" in tags[0] and "excl" in tags[0] else ""

    def _find_noun_kind(self, word: str) -> str:
        """Return the likely kind of a noun in the nominative.

        It is "living" or "thing", and "" for any other word.
        """
        tags = [form.tag for form in self.vocabulary(word)]
        for kind, grammeme in (("living", "anim"), ("thing", "inan")):
            if tags and "NOUN" in tags[0] and grammeme in tags[0]:
                return kind if any({"NOUN", grammeme, "nomn"} in tag for tag in tags) else ""
        return ""

    def _is_prefixed(self, word: str) -> bool:
        """Say whether a word is another one behind a prefix: «отремонтируют»."""
        return any(word.startswith(prefix) and self.vocabulary.has_word(word[len(prefix) :]) for prefix in _PREFIXES)

    def _is_lifeless(self, word: str) -> bool:
        """Say whether the dictionary has a noun as a thing alone: «гололёде»."""
        kinds = {tag.animacy for tag in (form.tag for form in self.vocabulary.find_readings(word)) if "NOUN" in tag}
        return kinds == {"inan"}

    def _mend_tag(self, word: str, tag: Tag) -> Tag:
        """Return what a word is, corrected by what the dictionary alone allows.

        «Растает» is the future, «ждёт» is the present, «вырубят», «похвалился» and «привело» are finite verbs,
        «гололёд» does not live. What takes an object is marked where the rules ask for it.
        """
        if "Tense" in tag.feats and tag.feats.get("VerbForm") == "Fin":
            return self._mend_finite(word, tag)
        if word.endswith(_FINITE_ENDINGS) and tag.pos in _MISREAD:
            feats = self.find_finite(word) if word.endswith(_VERB_ENDINGS) or word.islower() else None
            return tag if feats is None else self._mend_finite(word, Tag("VERB", feats))
        if tag.feats.get("VerbForm") == "Inf":
            return Tag(tag.pos, {**tag.feats, "Subcat": "Tran"}) if self.is_transitive(word) else tag
        is_lifeless = tag.feats.get("Animacy") == "Anim" and tag.pos == "NOUN" and self.is_lifeless(word)
        return Tag(tag.pos, {**tag.feats, "Animacy": "Inan"}) if is_lifeless and word.islower() else tag

    def _mend_finite(self, word: str, tag: Tag) -> Tag:
        """Return a finite verb in the tense of the dictionary.

        It says as well whether the plural of the future takes an object.
        """
        feats = self.find_finite(word, tag.feats["Tense"]) or tag.feats
        if feats["Tense"] == "Fut" and feats.get("Number") == "Plur" and self.is_transitive(word):
            feats = {**feats, "Subcat": "Tran"}
        return tag if feats is tag.feats else Tag(tag.pos, feats)

    def _is_transitive(self, word: str) -> bool:
        return all("tran" in form.tag for form in self.vocabulary(word))

    def _find_finite(self, word: str, tense: str = "") -> dict[str, str] | None:
        """Return the features of a finite verb.

        They are None where the dictionary has the word as anything else, or in `tense`.
        """
        tags = [form.tag for form in self.vocabulary(word)]
        tenses = [str(tag.tense) for tag in tags if "VERB" in tag and tag.tense is not None]
        if not tags or len(tenses) < len(tags) or tense in {_FINITE_FEATS[name][1] for name in tenses}:
            return None
        if (tense or not word.endswith(_VERB_ENDINGS)) and not self.vocabulary.has_word(word):
            return None  # a guess of the dictionary: a false tense is worse than the tagger's
        if word.endswith(_BORROWED_ENDINGS) and not self._is_prefixed(word):
            return None
        marks = dict(feat for mark, feat in _FINITE_FEATS.items() if mark in tags[0])
        return {"VerbForm": "Fin", "Mood": "Ind", "Voice": "Mid" if word.endswith(("ся", "сь")) else "Act", **marks}

    def _make_words(
        self, tokens: Sequence[Token], tags: Sequence[Tag], tree: Sequence[tuple[int, str]]
    ) -> tuple[Word, ...]:
        return tuple(
            Word(
                token.text,
                Span(token.start, token.stop),
                *self._mend_tag(token.text, tag),
                head,
                rel,
                self.find_lemma,
            )
            for token, tag, (head, rel) in zip(tokens, tags, tree, strict=True)
        )

    def find_lemma(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        """Return the dictionary form of a word in lower case."""
        return self._lemma(word, pos, tuple(feats.items()))

    def to_nominative(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        """Return a word in the nominative, in the number it has.

        A word stays as it stands where the dictionary cannot tell.
        """
        return self.inflection.to_nominative(word, Tag(pos, feats))

    def _look_up_lemma(self, word: str, pos: str, feats: tuple[tuple[str, str], ...]) -> str:
        return self.vocabulary.find_lemma(word, pos, dict(feats))

    def _tag_block(self, sentences: Sequence[Sequence[str]], ids: tuple[Ids, Ids]) -> Iterator[list[Tag]]:
        network = self._networks.morphology
        best = apply_linear(network.head.proj, network.vectors(*ids)).argmax(-1).tolist()
        return ([self._tags[tag] for tag in part] for part in _split_by_sentence(best, sentences))

    def _parse_block(self, sentences: Sequence[Sequence[str]], ids: tuple[Ids, Ids]) -> Iterator[list[tuple[int, str]]]:
        """Yield each sentence's heads (an index, or `ROOT`) and relations."""
        network, biaffine = self._networks.syntax, self._biaffine
        rels = network.labels
        for heads, names in biaffine(network.vectors(*ids), [len(words) for words in sentences]):
            yield [
                # 0 is the root; a word that is its own head hangs on none either
                (ROOT if head in (0, own) else head - 1, rels[name])
                for own, (head, name) in enumerate(zip(heads, names, strict=True), 1)
            ]

    def _encode_words(self, sentences: Sequence[Sequence[str]]) -> tuple[Ids, Ids]:
        return lay_out_sentences([list(map(self.encode_word, words)) for words in sentences])

    def _encode_word(self, word: str) -> int:
        ids, word = self._word_ids, to_russian_letters(word)
        return pack_ids(ids.words.encode(word.lower()), ids.shapes.encode(ids.find_shape(word)))

    @cached_property
    def _tags(self) -> list[Tag]:
        """The tags of the morphology network by their number."""
        from slovnet.conll import parse_conll_tag  # noqa: PLC0415

        return [Tag(*parse_conll_tag(label)) for label in self._networks.morphology.labels]

    @cached_property
    def word_vectors(self) -> Any:
        """The vectors of navec."""
        from natasha.data import NEWS_EMBEDDING  # noqa: PLC0415

        from app.nlp.backend.packs import read_embedding  # noqa: PLC0415

        return read_embedding(NEWS_EMBEDDING)

    @cached_property
    def _word_ids(self) -> WordIds:
        from natasha.data import NEWS_NER  # noqa: PLC0415

        from app.nlp.backend.packs import read_word_ids  # noqa: PLC0415

        return read_word_ids(NEWS_NER)

    @cached_property
    def _biaffine(self) -> Biaffine:
        return Biaffine(self._networks.syntax.model)

    @cached_property
    def _networks(self) -> _Networks:
        from natasha.data import NEWS_MORPH, NEWS_NER, NEWS_SYNTAX  # noqa: PLC0415
        from slovnet.exec.model import NER, Morph, Syntax  # noqa: PLC0415

        from app.nlp.backend.packs import read_model  # noqa: PLC0415

        packs = ((NEWS_NER, NER, "tag"), (NEWS_MORPH, Morph, "tag"), (NEWS_SYNTAX, Syntax, "rel"))
        read = [read_model(path, kind, self.word_vectors, self._word_ids, labels) for path, kind, labels in packs]
        encoders = make_encoders([model for model, _ in read])
        return _Networks(*(_Network(*one, vectors) for one, vectors in zip(read, encoders, strict=True)))


class _Network(NamedTuple):
    """One of slovnet's models, its labels and its layers."""

    model: Any
    labels: list[str]
    vectors: Encoder

    @property
    def head(self) -> Any:
        return self.model.head


class _Networks(NamedTuple):
    names: _Network
    morphology: _Network
    syntax: _Network


def _batch_sentences(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Cut a row of sentences into rows of some `_BATCH_WORDS` words."""
    block: list[Sequence[str]] = []
    size = 0
    for words in sentences:
        block.append(words)
        size += len(words)
        if size >= _BATCH_WORDS:
            yield block
            block, size = [], 0
    if block:
        yield block


def _split_by_sentence(values: Sequence[int], sentences: Sequence[Sequence[str]]) -> Iterator[Sequence[int]]:
    """Cut values of sentences laid end to end into each one's."""
    start = 0
    for words in sentences:
        yield values[start : start + len(words)]
        start += len(words) + 1
