"""Where the words of a query stand in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.core.query.terms import Match, WordPattern, WordsTerm
from app.core.span import Span
from app.core.text.comparing import plain_view

FormsOf = Callable[[str], frozenset[str]]
"""Returns the forms of a word that the articles of a project have, folded: see `comparable`."""

_BETWEEN = r"\W{1,8}"
_NO_WORD = r"(?!)"


@dataclass(frozen=True, slots=True)
class WordFinder:
    """Finds the places of one term; made once for a query."""

    pattern: re.Pattern[str]

    def find(self, text: str) -> Iterator[Span]:
        """Yield the places in `text`, in order."""
        view = plain_view(text)
        for match in self.pattern.finditer(view.plain):
            if match.end() > match.start():
                yield view.to_source(Span(*match.span()))


def make_finder(term: WordsTerm, forms_of: FormsOf) -> WordFinder:
    """Return what finds the places of a term."""
    sides = ([_word_pattern(word, forms_of) for word in words] for words in term.choices)
    source = "|".join(_words_pattern(words, term.distance) for words in sides)
    return WordFinder(re.compile(source, re.IGNORECASE))


def _words_pattern(words: list[str], distance: int | None) -> str:
    """Return the pattern of words side by side, or at a distance."""
    if distance is None:
        return _BETWEEN.join(words)
    gap = rf"(?:\W+\w+){{0,{distance}}}?\W+"
    first, second = words[0], words[-1]
    return f"{first}{gap}{second}|{second}{gap}{first}"


def _word_pattern(word: WordPattern, forms_of: FormsOf) -> str:
    match word.match:
        case Match.REGEX:
            return f"(?:{word.text})"
        case Match.START:
            return _start_pattern(word)
        case Match.FORM:
            return rf"(?<!\w){_any_case(word.text)}(?!\w)"
    forms = sorted(forms_of(word.text) | {word.text}, key=len, reverse=True)
    lemma = rf"(?<!\w)(?:{'|'.join(map(_any_case, forms)) or _NO_WORD})(?!\w)"
    return f"(?:{lemma}|{_start_pattern(word)})" if word.match is Match.TYPED else lemma


def _start_pattern(word: WordPattern) -> str:
    return rf"(?<!\w){_any_case(word.text)}\w*"


def _any_case(form: str) -> str:
    return re.escape(form).replace("е", "[её]")
