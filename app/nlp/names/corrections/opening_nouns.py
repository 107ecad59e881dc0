"""Common nouns that the tagger takes for names where a sentence begins.

The dictionary lacks them: «Капзатраты выросли», «Кешбэк отменили».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.text.stem import stem
from app.core.text.word_lists import read_alternatives, read_table
from app.core.vocabulary import EntityLabel
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.name import Name
from app.nlp.names.name_tagger import TaggedTokens
from app.nlp.text.tokens import Token

PROPER = re.compile("Name|Surn|Patr|Geox|Orgn|Trad|Abbr|Init|UNKN|LATN")
"""What the dictionary marks names by."""

_OPENING_SIGNS, _CLOSING = frozenset('"«“„-–—:'), frozenset('"»”“')
"""Signs before the first word of a speech."""

_PREFIX = re.compile(rf"(?:{read_alternatives('names/noun_prefixes')})-?(?=[а-яё]{{4}})", re.IGNORECASE)
_ABSTRACT = re.compile(r"\w{2,}(?:изаци(?:я|и|ю|ей)|ировани(?:е|я|ю|ем|и)|ность|ност(?:и|ью))")
"""Nouns of what is done or how things are, which name nobody: «Токенизация»."""
_BODY = re.compile(rf"(?:{read_alternatives('names/compound_heads')})", re.IGNORECASE)
_CHANGES = read_table("names/change_verbs")
_MEASURE = re.compile(r"\d|вдвое$|втрое$|вчетверо$|трет[ьи]|четверт|половин|процент|пункт", re.IGNORECASE)
_NEAR_TOKENS = 3
_SURNAME = re.compile(r"\w+(?:[оеё]в|[иы]н|[иы]й|ко|ян|ули|улы|ұлы)(?:а)?")
_VERBS = ("VERB", "PRTS")


class OpeningNouns:
    """Tells common nouns from names where a sentence begins.

    `heads` are the stems of words for organisations.
    """

    def __init__(self, forms: WordForms, heads: frozenset[str]) -> None:
        self._forms = forms
        self._heads = heads

    def is_plain(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether its parts or verb show a common noun."""
        word = tokens[name.first].text
        if name.stop != name.first + 1 or not opens_speech(name.first, tokens):
            return False
        if _ABSTRACT.fullmatch(word) or self._has_prefix(word, name.label):
            return True
        if name.label == EntityLabel.ORG:
            return False
        return (self._may_be_plain(word) and self._precedes_plural(name, tokens)) or self._changes(name, tokens)

    def _changes(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether an unknown word rises or falls, as sums do.

        Example: «Капекс вырос вдвое», but not «Токаев вырос».
        """
        word = tokens[name.first].text
        if name.stop == len(tokens) or not word[1:].islower() or self._forms.is_known(word) or _SURNAME.fullmatch(word):
            return False
        verb = next((lemma for lemma in self._forms.lemmas_of(tokens[name.stop].text) if lemma in _CHANGES), "")
        has_measure = any(_MEASURE.match(token.text) for token in tokens[name.stop + 1 : name.stop + 1 + _NEAR_TOKENS])
        return name.label == EntityLabel.PER and verb != "" and (has_measure or _CHANGES[verb] != "measured")

    def drop_repeated(self, names: Sequence[Name], reading: TaggedTokens) -> list[Name]:
        """Return names without those that the article also has in lower case.

        Only what the dictionary lacks is asked for, where each mention opens a sentence.
        """
        asked = {
            stem(reading.tokens[name.first].text)
            for name in names
            if name.stop == name.first + 1 and self._is_unknown(reading.tokens[name.first].text)
        }
        if not asked:
            return list(names)
        plain = {stem(token.text) for token in reading.tokens if token.text.islower()} & asked
        inner = {
            stem(token.text)
            for index, token in enumerate(reading.tokens)
            if token.text[0].isupper()
            and index not in reading.sentence_starts
            and not opens_speech(index, reading.tokens)
        }
        plain -= inner
        return [name for name in names if stem(reading.tokens[name.first].text) not in plain]

    def _has_prefix(self, word: str, label: str) -> bool:
        """Say whether a word is a noun behind a common beginning.

        Words for bodies can be one's name: «Нацбанк», «Агробанк».
        """
        prefix = _PREFIX.match(word)
        noun = word[prefix.end() :] if prefix is not None else ""
        is_name = self._forms.is_known(word) and self._has_proper(word)
        if not noun or is_name or not self._forms.is_known(noun) or _BODY.match(noun):
            return False
        forms = self._forms.forms_of(noun)
        is_body = label == EntityLabel.ORG and stem(noun) in self._heads
        return forms[0].pos == "NOUN" and not self._has_proper(noun) and not is_body

    def _may_be_plain(self, word: str) -> bool:
        return word[1:].islower() and not self._has_proper(word)

    def _is_unknown(self, word: str) -> bool:
        return self._may_be_plain(word) and not self._forms.is_known(word)

    def _has_proper(self, word: str) -> bool:
        return any(map(PROPER.search, self._forms.grammemes_of(word)))

    def _precedes_plural(self, name: Name, tokens: Sequence[Token]) -> bool:
        """Say whether a verb in the plural stands behind a name.

        One person does not act so, and would be in another case if acted upon.
        """
        forms = self._forms.forms_of(tokens[name.stop].text) if name.stop < len(tokens) else ()
        return bool(forms) and forms[0].pos in _VERBS and forms[0].number == "plur"


def opens_speech(index: int, tokens: Sequence[Token]) -> bool:
    """Say whether a capital tells nothing of a word.

    It begins a sentence or what is spoken, and is not in quotation marks alone.
    """
    if index == 0:
        return True
    is_alone = index + 1 < len(tokens) and tokens[index + 1].text in _CLOSING
    return tokens[index - 1].text in _OPENING_SIGNS and not is_alone


def is_declined(word: str, forms: WordForms) -> bool:
    """Say whether a word is an adjective or no name.

    Examples are «городе Объединённых Эмиратов», «области Республики Армения».
    """
    if any(form.pos in ("ADJF", "PRTF") for form in forms.forms_of(word)):
        return True
    return forms.is_known(word) and not any(PROPER.search(marks) for marks in forms.grammemes_of(word))
