"""Find persons by their given name.

The tagger missed them or took them for a club: "Нурлану Темирову", "с Кайратом Беком".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.letters import CAPITALS, SMALL
from app.core.vocabulary import EntityLabel
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

_WORD = re.compile(rf"[{CAPITALS}][{SMALL}]{{2,}}")
_SURNAME = re.compile(r"\w{2,}(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой)?|\w+(?:[сц]кая|ұлы|улы|қызы|кызы|енко|швили)")
_OPENING = frozenset('"«“„')
_RULE = "given/1"


class GivenNames:
    """Joins given names with the surnames behind them."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms

    def apply(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with persons by given name.

        A given name and a surname make a person.
        """
        persons = list(self._find_persons(names, tokens))
        return sort_names([*drop_overlapping(names, persons), *persons])

    def _find_persons(self, names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
        starts = {name.first: name for name in names}
        held = {index for name in names for index in range(name.first, name.stop)}
        for index in range(len(tokens) - 1):
            given, surname = tokens[index].text, tokens[index + 1].text
            if not (_WORD.fullmatch(given) and _WORD.fullmatch(surname)):
                continue
            if index and tokens[index - 1].text in _OPENING:
                continue
            name, after = starts.get(index), starts.get(index + 1)
            if name is None and index not in held and (_is_lone(after) or index + 1 not in held):
                if _SURNAME.fullmatch(surname) and self._is_given_name(given) and not self._is_given_alone(surname):
                    yield Name(index, index + 2, EntityLabel.PER, _RULE)
            elif name is not None and after is not None and self._is_parted_person(name, after, tokens):
                yield Name(index, index + 2, EntityLabel.PER, _RULE)

    def _is_parted_person(self, name: Name, after: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a given name is parted from its surname.

        It is taken for something else before the surname.
        """
        if name.stop != name.first + 1 or after.stop != after.first + 1 or after.label != EntityLabel.PER:
            return False
        given, surname = tokens[name.first].text, tokens[after.first].text
        is_given = name.label != EntityLabel.PER and self._is_given_name(given) and not self._is_given_alone(surname)
        return is_given and not self._find_cases(given).isdisjoint(self._find_cases(surname))

    def _find_cases(self, word: str) -> set[str]:
        return {form.case for form in self._forms.forms_of(word) if form.number == "sing"}

    def _is_given_name(self, word: str) -> bool:
        return any("Name" in marks for marks in self._forms.grammemes_of(word))

    def _is_given_alone(self, word: str) -> bool:
        """Say whether a word is a given name and no surname."""
        marks = self._forms.grammemes_of(word)
        return any("Name" in one for one in marks) and not any("Surn" in one for one in marks)


def _is_lone(name: Name | None) -> bool:
    """Say whether a name is a person's one word."""
    return name is not None and name.label == EntityLabel.PER and name.stop == name.first + 1
