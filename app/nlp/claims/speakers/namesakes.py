"""Whom a bare noun means.

Example: «аким» is the one whom the article calls «аким города Серик Бейсенов», «акимат» alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from app.core.model import Annotation
from app.core.span import Span
from app.core.text.stem import stem
from app.core.vocabulary import EntityLabel
from app.nlp.article_text import ArticleText
from app.nlp.claims.syntax.tree import SyntaxTree
from app.nlp.text.interval_index import IntervalIndex, index_spans

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MAX_CHARS_TO_NAME = 80
"""How far behind a noun the name of who or what it is can stand, in code points."""


class NounBearers:
    """Looks for the names that stand beside a noun.

    Only sentences that hold both are parsed.
    """

    def __init__(self, article: ArticleText, entities: Sequence[Annotation]) -> None:
        self._article = article
        self._named = [one for one in entities if one.label in (EntityLabel.PER, EntityLabel.ORG)]
        self._near = IntervalIndex(self._named, lambda one: one.span)

    def find_bearers(self, noun: str, *, is_person: bool) -> set[str]:
        """Return the names of all that the article calls by a noun.

        They are persons or organisations, the noun is in the singular.
        """
        places = self._noun_places.get(stem(noun), set())
        sentences = {sentence for place in places for sentence in self._sentence_index.overlapping(place)}
        trees = [SyntaxTree(sentence) for sentence in self._article.parse_sentences(sorted(sentences))]
        label = EntityLabel.PER if is_person else EntityLabel.ORG
        return {name for tree in trees for place in places for name in self._iter_names_at(tree, place, label)}

    @cached_property
    def _sentence_index(self) -> IntervalIndex[Span]:
        return index_spans(self._article.sentences)

    @cached_property
    def _noun_places(self) -> dict[str, set[Span]]:
        """The words before or in a name on its line, by stems."""
        found: dict[str, set[Span]] = defaultdict(set)
        text = self._article.text
        for one in self._named:
            start = max(one.start - _MAX_CHARS_TO_NAME, text.rfind("\n", 0, one.start) + 1)
            for match in _WORD.finditer(text, start, one.stop if one.label == EntityLabel.ORG else one.start):
                found[stem(match.group())].add(Span(*match.span()))
        return found

    def _iter_names_at(self, tree: SyntaxTree, place: Span, label: str) -> Iterator[str]:
        """Yield the name of whom the noun at `place` names.

        The noun must head a phrase with the name.
        """
        noun = next((index for index, word in enumerate(tree.words) if word.span.overlaps(place)), None)
        if noun is None or tree.words[noun].pos not in ("NOUN", "PROPN") or tree.words[noun].feat("Number") == "Plur":
            return
        near = [one for one in self._near.overlapping(tree.find_phrase(noun)) if one.label == label]
        inside = [one for one in near if one.stop > place.stop or one.start < place.start < one.stop]
        if inside and _has_case_of(tree, noun, inside[0]):
            yield inside[0].entity_name


def _has_case_of(tree: SyntaxTree, noun: int, named: Annotation) -> bool:
    """Tell «аким города Бейсенов» from «заместитель акима Бейсенов».

    The names of organisations need not be in a case.
    """
    cases = {word.feat("Case") for word in tree.words if named.span.contains(word.span)}
    return named.label != EntityLabel.PER or tree.words[noun].feat("Case") in cases or cases == {""}
