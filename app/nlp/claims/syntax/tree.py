"""A sentence as a tree: dependents of words and noun phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.word_lists import read_words
from app.nlp.backend.analysis import ROOT, Sentence

_OUTER_RELATIONS = (
    "acl",
    "advcl",
    "parataxis",
    "ccomp",
    "csubj",
    "mark",
    "cop",
    "aux",
    "cc",
    "discourse",
    "nsubj",
    "punct",
)
"""What hangs on a noun without being part of its phrase."""
DASHES = ("-", "–", "—")
RELATIVES = ("который", "какой", "где", "куда", "откуда", "чей", "кто", "что")
_SUBORDINATORS = ("что", "чтобы", "если", "когда", "хотя", "поскольку", "пока", "будто", "ли", "как")
_FINITE = re.compile(r"(?:[еёи]т|[уюая]т|л[аио]?)(?:с[яь])?$")
_INFINITIVES = ("ть", "ти", "чь", "ться", "тись", "чься")
_MAX_WORDS_TO_RELATIVE = 3
"""How many words can stand between a comma and «которого»."""
_DOUBTING = ("вряд", "едва", "навряд")
"""Words before «ли» that ask nothing."""
QUESTION_WORDS = read_words("claims/question_words")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "X")
_OPENING, _CLOSING = '«„“"', '»“”"'


class SyntaxTree:
    """A parsed sentence with the dependents of each word.

    Indices are those of `words`.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self.span = sentence.span
        self._lower = [word.text.lower() for word in self.words]
        self._relations = [word.rel.partition(":")[0] for word in self.words]
        self._verbs: list[bool | None] = [None] * len(self.words)
        self._children: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head != ROOT:
                self._children[word.head].append(index)

    def __len__(self) -> int:
        return len(self.words)

    def lower_at(self, index: int) -> str:
        """Return a word in lower case, "" outside of the sentence."""
        return self._lower[index] if 0 <= index < len(self._lower) else ""

    def children(self, index: int, *relations: str) -> list[int]:
        """Return the dependents of a word in order.

        Only some relations count where they are given.
        """
        found = self._children[index]
        return [child for child in found if not relations or self._relations[child] in relations]

    def subtree(self, index: int, leaving_out: tuple[str, ...] = ()) -> set[int]:
        """Return a word and all that hangs on it.

        Its own children of the relations `leaving_out` stay out.
        """
        seen = {index}
        open_ends = [child for child in self._children[index] if self._relations[child] not in leaving_out]
        while open_ends:
            current = open_ends.pop()
            if current not in seen:  # the parser's heads can go round in a circle
                seen.add(current)
                open_ends += self._children[current]
        return seen

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads of a word, the nearest first."""
        seen = {index}
        head = self.words[index].head
        while head != ROOT and head not in seen:
            seen.add(head)
            yield head
            head = self.words[head].head

    def is_finite(self, index: int) -> bool:
        """Say whether a word is a predicate.

        It is a finite verb, a short participle or a short adjective.
        """
        word = self.words[index]
        if self.is_verb(index) and word.pos not in ("VERB", "AUX"):
            return True
        if word.pos in ("VERB", "AUX"):
            return word.feat("VerbForm") == "Fin" or (word.feat("VerbForm") == "Part" and not word.feat("Case"))
        return word.pos == "ADJ" and word.feat("Variant") == "Short"

    def is_verb(self, index: int) -> bool:
        """Say whether a word is a verb.

        Its ending tells where the tagger guessed a noun.
        """
        known = self._verbs[index]
        if known is None:
            known = self._verbs[index] = self._looks_like_verb(index)
        return known

    def _looks_like_verb(self, index: int) -> bool:
        word = self.words[index]
        if word.pos in ("VERB", "AUX"):
            return True
        # The lemma is dear: it is asked for last.
        return _FINITE.search(self._lower[index]) is not None and word.lemma.endswith(("ть", "ться"))

    def is_infinitive(self, index: int) -> bool:
        """Say whether a word is an infinitive, and looks like one.

        The tagger guesses at words it does not know.
        """
        return self.words[index].feat("VerbForm") == "Inf" and self.lower_at(index).endswith(_INFINITIVES)

    def is_main(self, index: int, start: int = 0) -> bool:
        """Say whether the predicate at `index` heads a main clause.

        Words from `start` on count.

        By what stands before it: a conjunction or a relative pronoun makes it subordinate, unless another predicate
        has used that up.
        """
        if index + 1 < len(self) and self.words[index + 1].text == "ли":
            return False
        parted = joined = False
        for step in range(index - 1, start - 1, -1):
            word = self.words[step]
            if self._lower[step] == "чтобы" and self._is_used_up(step, index):
                return True
            asks = (word.text == "ли" and self.lower_at(step - 1) not in _DOUBTING) or (
                self._lower[step] in QUESTION_WORDS and self.lower_at(step - 1) == ","
            )
            if asks or (word.pos == "SCONJ" and word.lemma in _SUBORDINATORS) or self._is_relative(step):
                return False
            if self.is_finite(step) and word.pos != "AUX":
                return (parted and not joined) or self.is_main(step, start)
            if word.text in ",;:—–":
                joined = joined or (not parted and self.words[step + 1].pos == "CCONJ")
                parted = True
        return True

    def _is_used_up(self, conjunction: int, index: int) -> bool:
        """Say whether the clause of «чтобы» ends before `index`.

        An infinitive and a comma close it.
        """
        infinitive = next((step for step in range(conjunction + 1, index) if self.is_infinitive(step)), index)
        return any(self._lower[step] == "," for step in range(infinitive, index))

    def _is_relative(self, index: int) -> bool:
        if index == 0 and self._lower[0] == "что" and self.lower_at(2) == "," and self.words[1].pos in ("ADV", "ADJ"):
            return False  # «Что важно, сроки не изменятся»
        before = index - 1
        while before >= max(0, index - _MAX_WORDS_TO_RELATIVE) and self.words[before].pos in ("ADP", "NOUN"):
            before -= 1  # «…, в ходе которого»
        is_first = before < 0 or self.words[before].pos == "PUNCT"
        is_near = before >= index - 2 or self.lower_at(index).startswith("котор")
        return is_first and is_near and self.words[index].lemma in RELATIVES

    def find_phrase(self, head: int) -> Span:
        """Return the noun phrase around `head`.

        Its preposition and clauses that hang on it stay out.
        """
        members = {head}
        open_ends = [head]
        while open_ends:
            current = open_ends.pop()
            for child in self._children[current]:
                if child not in members and self._belongs_to_phrase(child, current, head):
                    members.add(child)
                    open_ends.append(child)
        first = last = head
        while self._can_grow_over(first - 1, first - 2, members):
            first -= 1
        while self._can_grow_over(last + 1, last + 2, members):
            last += 1
        return self._balance_marks(first, last)

    def _can_grow_over(self, index: int, beyond: int, members: set[int]) -> bool:
        """Say whether a phrase can grow over `index`.

        A member stands there, or a sign between members.
        """
        if not 0 <= index < len(self.words):
            return False
        return index in members or (self.words[index].pos == "PUNCT" and beyond in members)

    def _belongs_to_phrase(self, child: int, parent: int, head: int) -> bool:
        word = self.words[child]
        relation = self._relations[child]
        if relation == "case":
            return parent != head
        if relation == "cc":
            return True
        if relation == "conj":
            return word.pos in _NOUNS and word.feat("Case") == self.words[parent].feat("Case")
        if relation == "acl":
            return self._tells_who(child, parent)
        is_named = "PROPN" in (self.words[head].pos, self.words[parent].pos)
        if relation == "appos" and child > head and is_named and self.lower_at(child - 1) == ",":
            return False
        return relation not in _OUTER_RELATIONS

    def _tells_who(self, participle: int, noun: int) -> bool:
        """Find «оставшиеся без работы» of «оставшиеся без работы горняки».

        Somebody with a name needs no such words.
        """
        word, head = self.words[participle], self.words[noun]
        if word.feat("VerbForm") != "Part" or word.feat("Case") != head.feat("Case") or participle > noun:
            return False
        is_named = head.text.isupper() or any(self.words[child].pos == "PROPN" for child in self._children[noun])
        is_first = participle == 0 or self.words[participle - 1].pos not in _NOUNS
        return is_first and head.pos == "NOUN" and head.feat("Animacy") == "Anim" and not is_named

    def _find_closing(self, last: int) -> int:
        """Return where a title that is open at `last` closes.

        The parser may have cut it at «и»: «кодекс «О здоровье | и спорте»». It is `last` where it does not close.
        """
        marks = (index for index in range(last + 1, len(self.words)) if self.words[index].text in "«»")
        closing = next(marks, last)
        return closing if self.words[closing].text == "»" else last

    def _balance_marks(self, first: int, last: int) -> Span:
        """Pair quotation marks of a phrase, and drop signs at its ends."""
        is_also = self._lower[first] == "и" and "и" not in self._lower[first + 1 : last]
        while first < last and (self.words[first].text in ",;:—–-." or (is_also and self._lower[first] == "и")):
            first += 1
        while last > first and (
            self.words[last].text in ",;:—–-." or self.words[last].pos == "CCONJ" or self._lower[last] == "же"
        ):
            last -= 1
        inside = [self.words[index].text for index in range(first, last + 1)]
        if inside.count("(") > inside.count(")") and inside.index("(") > 0:
            last = first + inside.index("(") - 1
            inside = inside[: inside.index("(")]
        if any(mark in _OPENING for mark in inside) and self.lower_at(last + 1) in tuple(_CLOSING):
            opened = sum(mark in ("«", "„", '"') for mark in inside)
            if opened > sum(mark in ("»", "“", "”") for mark in inside) and not (
                inside.count('"') and inside.count('"') % 2 == 0
            ):
                last += 1
        if "«" in inside[1:] and inside.count("«") > inside.count("»"):
            last = self._find_closing(last)
        if first and self.words[first - 1].text in ("«", "„") and "»" in inside and "«" not in inside:
            first -= 1
        return Span(self.words[first].span.start, self.words[last].span.stop)
