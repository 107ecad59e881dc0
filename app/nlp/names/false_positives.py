"""False positives of the tagger: what is no name.

They are common words in capitals, adjectives alone, works and vessels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.name import Name, stem_key
from app.nlp.text.tokens import Token

_NO_NAMES = re.compile(read_alternatives("names/no_names"), re.IGNORECASE)
_NETWORKS = re.compile(read_alternatives("names/social_networks"), re.IGNORECASE)
_MEDIUM_WORDS = read_words("names/medium_words")
_LINKS = frozenset(('"', "«", "»", "“", "”", "„", ",", "и", "или", "как"))
_PROPER = re.compile("Name|Surn|Patr|Geox|Orgn|Trad|Abbr|Init|UNKN|LATN")
_VERBS = {"VERB", "INFN", "PRTS", "GRND", "ADVB", "PRED", "CONJ", "PREP"}
_OUTWEIGHING_MENTIONS = 3
"""How many mentions as an organisation one mention as a thing outweighs."""

_MAX_TOKENS_BACK = 24
"""How many tokens before a quotation are looked through for what is quoted."""


class FalsePositiveFilter:
    """Drops false positives.

    `things` matches the beginnings of words for works, vessels and the like.
    """

    def __init__(self, forms: WordForms, things: re.Pattern[str], *, wide: bool) -> None:
        self._forms = forms
        self._things = things
        self._wide = wide

    def filter_names(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return the names of a sentence without false positives.

        A verb that opens the sentence goes as well.
        """
        return [self._drop_leading_verb(name, tokens) for name in names if not self._is_false_positive(name, tokens)]

    def _drop_leading_verb(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return "театр" of "Открылся театр".

        The tagger took the capital for a part of the name.
        """
        if name.first or name.stop == 1 or not self.is_common(tokens[0].text):
            return name
        is_verb = {form.pos for form in self._forms.forms_of(tokens[0].text)} <= _VERBS
        return name.with_bounds(1, name.stop, "weed/1") if is_verb else name

    def find_things(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return the names of works, vessels and the like."""
        return [name for name in names if name.label == EntityLabel.ORG and self._is_thing(name, tokens)]

    def is_common(self, word: str) -> bool:
        """Say whether a capitalised word is in the dictionary as no name."""
        if not word[1:].islower() or "-" in word:
            return False
        return not any(_PROPER.search(mark) for mark in self._forms.grammemes_of(word))

    def _is_false_positive(self, name: Name, tokens: Sequence[Token]) -> bool:
        first = tokens[name.first].text
        if name.stop == name.first + 1 and (_NO_NAMES.fullmatch(first) or self._is_common(name, tokens)):
            return True
        if name.label != EntityLabel.ORG:
            return False
        return self._is_thing(name, tokens) or (self._wide and self._is_network(name, tokens))

    def _is_common(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a capital is due to the sentence's beginning only.

        The word is no noun, or an adjective.
        """
        word = tokens[name.first].text
        if not self.is_common(word):
            return False
        parts = {form.pos for form in self._forms.forms_of(word)}
        if name.first == 0 and not parts & {"NOUN", "ADJF", ""}:
            return True
        return parts == {"ADJF"} and name.label != EntityLabel.PER and self._precedes_word(name, tokens)

    def _precedes_word(self, name: Name, tokens: Sequence[Token]) -> bool:
        after = tokens[name.stop].text if name.stop < len(tokens) else ""
        return after[:1].islower() and after not in ("и", "или")

    def _is_thing(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a quoted name is that of a thing.

        The word before the row of quotations tells.
        """
        index = name.first - 1
        if index < 0 or tokens[index].text not in ('"', "«", "“", "„"):
            return False
        while index >= 0 and name.first - index < _MAX_TOKENS_BACK:
            word = tokens[index].text
            if word.islower() and word not in _LINKS and not self._is_quoted(index, tokens):
                return bool(self._things.match(word))
            index -= 1
        return False

    def _is_quoted(self, index: int, tokens: Sequence[Token]) -> bool:
        """Say whether a token lies inside a quotation.

        An opening mark is nearer than a closing one to the left.
        """
        for back in range(index - 1, max(-1, index - 8), -1):
            if tokens[back].text in ("«", "“", "„"):
                return True
            if tokens[back].text in ("»", "”", '"'):
                return False
        return False

    def _is_network(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a social network is meant as a medium.

        It can be meant as a firm as well.
        """
        if not _NETWORKS.fullmatch(tokens[name.first].text):
            return False
        before = (token.text.lower() for token in tokens[max(0, name.first - 2) : name.first])
        return bool(_MEDIUM_WORDS.intersection(before))


def drop_things(kept: Sequence[Name], things: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """Return `kept` without organisations that are `things` elsewhere.

    Example: «Дискавери» is a shuttle in the whole article.
    """
    stays = Counter(stem_key(name, tokens) for name in kept if name.label == EntityLabel.ORG)
    goes = Counter(stem_key(name, tokens) for name in things)
    return [
        name
        for name in kept
        if name.label != EntityLabel.ORG
        or _OUTWEIGHING_MENTIONS * goes[stem_key(name, tokens)] < stays[stem_key(name, tokens)]
    ]
