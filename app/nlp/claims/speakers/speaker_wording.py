"""The words of a speaker: head, grammar, and the nominative."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.backend.analysis import Sentence, Word
from app.nlp.claims.syntax.subjects import find_subject
from app.nlp.claims.syntax.tree import SyntaxTree
from app.nlp.text.interval_index import IntervalIndex

_NOUNS = ("NOUN", "PROPN", "X")
_INFLECTED_PARTS = ("NOUN", "PROPN", "ADJ", "VERB", "DET", "NUM")
_RELATIVE = "который"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words at `first` … `stop` - 1 of a sentence.

    The others hang on `head`.
    """

    sentence: Sentence
    first: int
    stop: int
    head: Word

    @property
    def is_noun(self) -> bool:
        return self.head.pos in _NOUNS

    @property
    def is_single(self) -> bool:
        return self.stop == self.first + 1

    @property
    def is_plural(self) -> bool:
        return self.head.feat("Number") == "Plur"

    @property
    def is_of_person(self) -> bool:
        return self.head.feat("Animacy") == "Anim"

    @property
    def is_relative(self) -> bool:
        return self.is_single and self.head.lemma == _RELATIVE

    def governs_span(self, span: Span) -> bool:
        """Say whether the words at `span` are an inner genitive.

        They hang on others of these words, and the head has another case.
        """
        inside = (word for word in self.sentence.words[self.first : self.stop] if span.overlaps(word.span))
        word = next(inside, None)
        if word is None or span.overlaps(self.head.span) or self.head.feat("Case") in ("", "Gen"):
            return False
        return word.rel.split(":")[0] == "nmod" and word.feat("Case") == "Gen"


class WordingFinder:
    """Finds the words of speakers in the parsed sentences."""

    def __init__(self, article: ArticleText) -> None:
        self._article = article
        self._sentences = IntervalIndex(article.parsed_sentences, lambda sentence: sentence.span)
        self._late: list[Sentence] = []  # what has been analysed since: the one whose words are asked for next

    def find_at(self, span: Span) -> Wording | None:
        """Return the words of `span`, or None if not parsed."""
        for sentence in (*self._sentences.overlapping(span), *self._late):
            inside = [index for index, word in enumerate(sentence.words) if span.contains(word.span)]
            if inside and sentence.span.contains(span):
                return Wording(sentence, inside[0], inside[-1] + 1, sentence.words[_find_head(sentence, inside)])
        return None

    def verb_at(self, span: Span) -> Word | None:
        """Return the verb with which a cue begins, if any."""
        wording = self.find_at(span)
        first = wording.sentence.words[wording.first] if wording is not None else None
        return first if first is not None and first.pos == "VERB" else None

    def find_subject(self, span: Span) -> Span | None:
        """Return the subject phrase of the first verb of a sentence."""
        (sentence,) = self._article.parse_sentences([span])
        self._late = [sentence]
        tree = SyntaxTree(sentence)
        verb = next((index for index in range(len(tree)) if tree.is_finite(index)), None)
        subject = find_subject(tree, verb) if verb is not None else None
        return tree.find_phrase(subject) if subject is not None else None

    def to_nominative(self, wording: Wording) -> str:
        """Return the words with their head in the nominative.

        What agrees with the head turns too. A sentence's first word is in lower case.

        What the head governs stays: «В пресс-службе акимата» → «пресс-служба акимата».
        """
        words = wording.sentence.words[wording.first : wording.stop]
        after = any(word.pos == "NUM" for word in words)  # «40 человек» stand in no other case
        parts: list[str] = []
        for index, word in enumerate(words):
            turned = not after and word.pos in _INFLECTED_PARTS and _agrees_with_head(word, wording.head)
            parts.append(self._article.to_nominative(word) if turned else word.text)
            after = after or word is wording.head
            if index + 1 < len(words):
                parts.append(self._article.text[word.span.stop : words[index + 1].span.start])
        name = "".join(parts)
        return name[0].lower() + name[1:] if _is_capital_by_place(wording) else name


def find_antecedent(wording: Wording) -> Span | None:
    """Return the phrase that a relative pronoun stands for.

    It has the nearest noun before the comma that agrees.
    """
    tree, pronoun = SyntaxTree(wording.sentence), wording.head
    for step in range(wording.first - 1, -1, -1):
        word = tree.words[step]
        if tree.is_finite(step):
            return None
        same = all(
            not pronoun.feat(name) or not word.feat(name) or pronoun.feat(name) == word.feat(name)
            for name in ("Number", "Gender")
        )
        if word.pos in _NOUNS and same:
            return tree.find_phrase(step)
    return None


def _find_head(sentence: Sentence, inside: list[int]) -> int:
    """Return the first noun whose own head lies outside.

    If there is no noun, it is the first such word.
    """
    outer = [index for index in inside if sentence.words[index].head not in inside]
    return next((index for index in outer if sentence.words[index].pos in _NOUNS), outer[0] if outer else inside[0])


def _agrees_with_head(word: Word, head: Word) -> bool:
    return word is head or (word.pos != "NOUN" and word.feat("Case") == head.feat("Case"))


def _is_capital_by_place(wording: Wording) -> bool:
    """Say whether a capital comes only from the sentence's beginning."""
    first = wording.sentence.words[wording.first]
    is_title = first.text[:1].isupper() and first.text[1:].islower()
    return wording.first == 0 and first.pos not in ("PROPN", "X") and is_title
