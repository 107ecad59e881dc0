"""Find persons who open a line before a colon.

A dash may stand in its place. The tagger misses them: "Токаев: построим сто школ".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.core.text.letters import CAPITALS, SMALL
from app.core.vocabulary import EntityLabel
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.name import Name, sort_names
from app.nlp.text.tokens import Token

_WORD = re.compile(rf"[{CAPITALS}][{SMALL}]{{2,}}(?:-[{CAPITALS}][{SMALL}]+)?")
_SURNAME = re.compile(r"\w{2,}(?:[оеё]ва?|[иы]на?|[сц]кий|[сц]кая|ұлы|улы|қызы|кызы|енко|швили|дзе)")
_ABOUT = frozenset(("о", "об", "обо", "про"))
_DASHES = frozenset("-–—−")
_RULE = "leading/1"


class LeadingPersons:
    """Finds the surname that opens a sentence.

    A colon follows it, or a dash and its topic.

    `is_common` says whether a capitalised word is in the dictionary as no name.
    """

    def __init__(self, forms: WordForms, is_common: Callable[[str], bool]) -> None:
        self._forms = forms
        self._is_common = is_common

    def apply(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with the person who opens it."""
        first = next((index for index, token in enumerate(tokens[:3]) if token.text[0].isalnum()), None)
        if first is None or not _WORD.fullmatch(tokens[first].text):
            return list(names)
        stop = first + 1
        while stop < min(first + 3, len(tokens)) and _WORD.fullmatch(tokens[stop].text):
            stop += 1
        if not _closes_label(stop, tokens) or any(name.first < stop and first < name.stop for name in names):
            return list(names)
        words = [token.text for token in tokens[first:stop]]
        if not self._is_person(words):
            return list(names)
        return sort_names([*names, Name(first, stop, EntityLabel.PER, _RULE)])

    def _is_person(self, words: Sequence[str]) -> bool:
        if len(words) == 1:
            return self._is_surname(words[0]) and not (self._is_common(words[0]) and self._may_open(words[0]))
        return self._has_mark(words[0], "Name") and (self._is_surname(words[-1]) or self._has_mark(words[-1], "Surn"))

    def _is_surname(self, word: str) -> bool:
        if self._has_mark(word, "Geox"):
            return False
        return bool(_SURNAME.fullmatch(word)) or self._has_mark(word, "Surn")

    def _may_open(self, word: str) -> bool:
        """Say whether a word may open a line as a nominative.

        The dictionary has it in the nominative; «токаев» is a genitive alone.
        """
        return any(form.case == "nomn" for form in self._forms.forms_of(word))

    def _has_mark(self, word: str, mark: str) -> bool:
        return any(mark in marks for marks in self._forms.grammemes_of(word))


def _closes_label(stop: int, tokens: Sequence[Token]) -> bool:
    """Say whether a label ends here.

    A colon follows, or a dash and what somebody speaks of.
    """
    sign = tokens[stop].text if stop < len(tokens) else ""
    if sign == ":":
        return stop + 1 < len(tokens)
    return sign in _DASHES and stop + 1 < len(tokens) and tokens[stop + 1].text in _ABOUT
