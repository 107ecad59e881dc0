"""Known names from the lexicons, in any case and spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.core.span import Span
from app.core.text.stem import folded, stem
from app.core.text.word_lists import read_entries
from app.nlp.text.tokens import Token, iter_tokens

_SOFT_ENDINGS = frozenset(("й", "я", "ю", "е", "ем", "и"))
"""The endings of a noun in «-й»."""

_ADJECTIVE = ("ая", "яя", "ый", "ий", "ой", "ое", "ее", "ие", "ые")


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of a lexicon: label, main form, and certainty.

    `is_sure` says that it is a name wherever it stands.
    """

    label: str
    main: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class LexiconHit:
    """A known name in a row of tokens.

    It is `[first, stop)`, and how the lexicon spells it.
    """

    first: int
    stop: int
    known: KnownName
    spelling: str


@dataclass(slots=True)
class _Node:
    """One more word of some known names.

    `ends` are the spellings that end here.
    """

    next: dict[str, _Node] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)


class _End(NamedTuple):
    """One spelling of a known name: its words, and as a whole."""

    words: tuple[str, ...]
    spelling: str
    known: KnownName


class Lexicon:
    """Known names in a tree of stems.

    One walk over a text finds all of them, the longest first.
    """

    def __init__(self, stemmed: Callable[[str], str] = stem, *, adds_endings: bool = False) -> None:
        """Make an empty tree.

        With `adds_endings` a case only adds to a word, as in Kazakh: «Ресейдің», «АҚШ-тың».
        """
        self._stem = stemmed
        self._adds_endings = adds_endings
        self._root = _Node()

    def add(self, name: str, known: KnownName) -> None:
        """Add one spelling of a name."""
        self.add_words(tuple(token.text for token in iter_tokens(name, Span(0, len(name)))), name, known)

    def add_words(self, words: tuple[str, ...], name: str, known: KnownName) -> None:
        """Add one spelling of a name, `name`, that is cut into words."""
        node = self._root
        for word in words:
            node = node.next.setdefault(self._stem(word), _Node())
        node.ends.append(_End(words, name, known))

    def find(self, tokens: Sequence[Token]) -> Iterator[LexiconHit]:
        """Yield the known names in `tokens` in order.

        Of two that overlap it is the longer one, or the first.
        """
        stemmed, roots = self._stem, self._root.next
        reached = 0
        for first in [index for index, token in enumerate(tokens) if stemmed(token.text) in roots]:
            hit = self._find_longest(tokens, first) if first >= reached else None
            if hit is not None:
                yield hit
                reached = hit.stop

    def find_at(self, tokens: Sequence[Token], first: int) -> LexiconHit | None:
        """Return the longest known name that starts at `first`."""
        return self._find_longest(tokens, first)

    def find_spelling(self, tokens: Sequence[Token]) -> str:
        """Return the lexicon's spelling of a name, or ""."""
        hit = self._find_longest(tokens, 0)
        return hit.spelling if hit is not None and hit.stop == len(tokens) else ""

    def find_known(self, tokens: Sequence[Token]) -> KnownName | None:
        """Return what the lexicon knows of the name that these tokens are."""
        hit = self._find_longest(tokens, 0)
        return hit.known if hit is not None and hit.stop == len(tokens) else None

    def _find_longest(self, tokens: Sequence[Token], first: int) -> LexiconHit | None:
        node, best = self._root, None
        for stop in range(first + 1, len(tokens) + 1):
            following = node.next.get(self._stem(tokens[stop - 1].text))
            if following is None:
                break
            node = following
            spelt = [token.text for token in tokens[first:stop]]
            end = next((end for end in node.ends if self._is_spelt_like(spelt, end.words)), None)
            best = LexiconHit(first, stop, end.known, end.spelling) if end else best
        return best

    def _is_spelt_like(self, spelt: Sequence[str], words: Sequence[str]) -> bool:
        """Say whether capitals stand where the known name has them.

        Acronyms and Latin names must be spelt as they are.
        """
        return all(self._is_alike(one, other) for one, other in zip(spelt, words, strict=True))

    def _is_alike(self, spelt: str, word: str) -> bool:
        if not word[0].isupper():
            return True
        if len(word) > 1 and word.isupper():
            is_with_ending = word.isascii() or (self._adds_endings and spelt[len(word) :][:1] == "-")
            return spelt.startswith(word) if is_with_ending else spelt == word
        if spelt[-1].isupper() and spelt != word and not spelt.isupper():
            return False  # «АлмаТУ» is not of «Алматы»
        return spelt[0].isupper() and (self._adds_endings or _keeps_soft_end(spelt, word)) and _shares_stem(spelt, word)


def read_lexicons(
    lists: Sequence[str], own: Mapping[str, str], stemmed: Callable[[str], str] = stem, *, adds_endings: bool = False
) -> Lexicon:
    """Read lists of names, after a project's `own` names.

    `own` is name → label.

    A line is `LABEL | main name | other names`, where "?" before a name says that it is a common word as well.
    """
    lexicon = Lexicon(stemmed, adds_endings=adds_endings)
    for name, label in own.items():
        lexicon.add(name, KnownName(label, name, is_sure=True))
    for name_list in lists:
        for label, main, *others in _read_rows(name_list):
            for name in (main, *others):
                lexicon.add(name.lstrip("?"), KnownName(label, main.lstrip("?"), not name.startswith("?")))
    return lexicon


def read_main_names(name_list: str) -> frozenset[str]:
    """Return the main names of a lexicon file."""
    return frozenset(main.lstrip("?") for _, main, *_ in _read_rows(name_list))


def _read_rows(name_list: str) -> Iterator[list[str]]:
    for entry in read_entries(name_list):
        yield [part.strip() for part in entry.split("|")]


def _keeps_soft_end(spelt: str, word: str) -> bool:
    """Say whether a Russian form can be of a noun in «-й».

    «Семее» is of «Семей», «Семь» is not; «Торгау» is not of «Торгай».
    """
    return not word.endswith("й") or word.endswith(_ADJECTIVE) or folded(spelt[len(word) - 1 :]) in _SOFT_ENDINGS


def _shares_stem(spelt: str, word: str) -> bool:
    """Say whether a form keeps all but the ending."""
    kept = len(word) - (2 if word.endswith(_ADJECTIVE) else 1)
    return folded(spelt[:kept]) == folded(word[:kept])
